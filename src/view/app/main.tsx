/** Starts the page: reads the graph that lies in it, or beside it, and shows what the address says. */

import { render } from 'preact'
import { App, failure, progress } from './app.js'
import type { Given } from './given.js'
import { fromPage, fromServer } from './given.js'
import { NewsGraph } from './graph.js'
import { isLiveOpen, workOffline } from './live.js'
import { carried, served } from './served.js'
import { followAddress } from './state.js'
import { watchTheme } from './theme.js'
import { graph } from './visible.js'
import { waitForHead } from './waiting.js'

async function start(): Promise<void> {
  // The page is written by page.ts.
  const given = JSON.parse(document.getElementById('newsgraph')?.textContent || '{}') as Given
  served.value = given.served ?? {}
  carried.value = given.ask ?? null
  watchTheme()
  if (given.served?.live === true) workOffline()
  render(<App />, document.getElementById('app')!)
  const head =
    given.head ??
    (await waitForHead(share => {
      progress.value = share
    }))
  const read = await NewsGraph.open(head, given.parts === undefined ? fromServer() : fromPage(given), share => {
    progress.value = share
  })
  followAddress(read)
  graph.value = read
  isLiveOpen.value = given.served?.live === true && read.head.nodes === 0
}

start().catch((error: unknown) => {
  failure.value = error instanceof Error ? error.message : String(error)
})
