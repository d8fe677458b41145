/** Which means the server of this page offers beside it; none for a page that is a file. */

import { signal } from '@preact/signals'
import type { Ask, Served } from './given.js'

export const served = signal<Served>({})
/** What a file carries to answer questions. */
export const carried = signal<Ask | null>(null)
