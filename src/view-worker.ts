/**
 * The thread that reads graphs for the viewer, so that whoever serves it answers meanwhile and can be stopped at any moment.
 * In: paths, as worker data. Out: messages – how far it has come, from 0 to 1; then the packed graph; or what stood in the way.
 */
import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Quad } from 'n3'
import { openGraphs } from './catalogue/inputs.js'
import { Problem, type ProblemCode } from './problem.js'
import { type LoadOptions, readQuads } from './store/load.js'
import { toViewGraph } from './view/graph.js'
import { pack, type Packed } from './view/pack.js'

export interface ViewTask extends LoadOptions {
  readonly files: readonly string[]
}
/** A problem as threads can tell it. */
export interface ToldProblem {
  readonly code: ProblemCode
  readonly what: string
  readonly advice: string
}
export type ViewMessage = { readonly share: number } | { readonly packed: Packed } | { readonly problem: ToldProblem }

/** Bytes that a statement takes in Turtle, about: only for saying how far reading has come. */
const BYTES_PER_QUAD = 75

function tell(message: ViewMessage): void {
  parentPort?.postMessage(message)
}

async function read({ files, ...options }: ViewTask): Promise<void> {
  const size = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
  const quads: Quad[] = []
  for (const graph of await openGraphs(files, options)) {
    for await (const some of readQuads(graph)) {
      const before = quads.length
      for (const quad of some) quads.push(quad)
      if (Math.floor(before / 20_000) !== Math.floor(quads.length / 20_000))
        tell({ share: Math.min(0.7, (0.7 * quads.length * BYTES_PER_QUAD) / (size || 1)) })
    }
  }
  tell({ share: 0.75 })
  const graph = toViewGraph(quads)
  tell({ share: 0.95 })
  tell({ packed: pack(graph) })
}

read(workerData as ViewTask).catch((cause: unknown) => {
  const what = cause instanceof Error ? cause.message : String(cause)
  tell({
    problem:
      cause instanceof Problem
        ? { code: cause.code, what, advice: cause.advice }
        : { code: 'input', what, advice: 'Check the graph with newsgraph check.' },
  })
})
