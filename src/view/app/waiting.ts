/** Asks the server how far it has read the graph, until it has. */

import type { WireHead } from '../wire.js'

export async function waitForHead(onProgress: (share: number) => void): Promise<WireHead> {
  for (;;) {
    const answer = await fetch('./head')
    if (!answer.ok) throw new Error(await answer.text())
    const told = (await answer.json()) as { readonly head?: WireHead; readonly share?: number }
    if (told.head !== undefined) return told.head
    onProgress(told.share ?? 0)
    await new Promise(resolve => {
      setTimeout(resolve, 250)
    })
  }
}
