/**
 * The thread that draws the viewer's page of a graph and ends, so that whoever serves it can go on answering.
 * In: N-Triples, as worker data. Out: one message, the page as HTML, or what stood in the way.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { Parser } from 'n3'
import { toViewGraph } from './view/graph.js'
import { page } from './view/page.js'

parentPort?.postMessage(draw(workerData as string))

function draw(nTriples: string): string | { readonly problem: string } {
  try {
    return page(toViewGraph(new Parser({ format: 'application/n-triples' }).parse(nTriples)))
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) }
  }
}
