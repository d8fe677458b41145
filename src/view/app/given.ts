/** What the page was given: packed pieces that lie in it, or an address that serves them. */

import type { WireHead } from '../wire.js'
import type { Fetch } from './graph.js'

/** As page.ts writes it. */
export interface Given {
  readonly head?: WireHead
  readonly parts?: readonly string[]
  readonly blocks?: readonly string[]
  /** The pieces are served beside the page, and so are the means to ask, to read articles and to keep decisions. */
  readonly served?: Served
  /** Gzipped base64: the graph as N-Triples, the asking thread's script and its WebAssembly. */
  readonly ask?: Ask
}

/** Which of the served means there are. */
export interface Served {
  readonly live?: boolean
  readonly decisions?: boolean
  readonly ask?: boolean
}
export interface Ask {
  readonly triples: string
  readonly script: string
  readonly wasm: string
}

/** Base64 of gzip → bytes; browsers have the means. */
export async function inflate(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Reads pieces that lie in the page. */
export function fromPage({ parts = [], blocks = [] }: Given): Fetch {
  return async (what, number) => {
    const piece = (what === 'part' ? parts : blocks)[number]
    return JSON.parse(new TextDecoder().decode(await inflate(piece ?? ''))) as unknown
  }
}

/** Fetches pieces from where the page came from. */
export function fromServer(): Fetch {
  return async (what, number) => {
    const answer = await fetch(`./${what}/${number}`)
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json() as Promise<unknown>
  }
}
