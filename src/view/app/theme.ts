/** Light or dark: as the system says, until the reader chooses. The drawing asks here for the colours of style.css. */

import { signal } from '@preact/signals'
import { edgeKinds, nodeKinds } from '../model.js'
import type { Palette } from './colours.js'

const storageKey = 'newsgraph-theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const chosen = signal(remembered())
export const isDark = signal(false)

/** The colours of the theme that is on. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const record = <Kind extends string>(names: readonly Kind[], prefix: string): Record<Kind, string> =>
    Object.fromEntries(names.map(name => [name, colour(`${prefix}-${name}`)])) as Record<Kind, string>
  return {
    paper: colour('paper'),
    surface: colour('surface'),
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    accent: colour('accent'),
    hull: colour('hull'),
    kinds: record([...nodeKinds, 'statement' as const], 'kind'),
    edges: record(edgeKinds, 'edge'),
  }
}

function show(): void {
  const dark = chosen.value === null ? system.matches : chosen.value === 'dark'
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  isDark.value = dark
}

/** Puts the theme on, and keeps to the system's until one is chosen. */
export function watchTheme(): void {
  system.addEventListener('change', show)
  show()
}

export function otherTheme(): void {
  chosen.value = isDark.value ? 'light' : 'dark'
  try {
    localStorage.setItem(storageKey, chosen.value)
  } catch {
    // It is only a preference.
  }
  show()
}

/** Storage may be forbidden, as in some browsers for file://; then each visit starts afresh. */
function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
