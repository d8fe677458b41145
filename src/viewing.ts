/**
 * Graphs that are looked at: paths in, what the viewer's server gives out piece by piece while a thread reads them.
 *
 *   const viewing = startViewing({ files: ['graph.ttl'] })
 *   viewing.state()   → { share: 0.4 }, later { head }
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { onlyCatalogue, openGraphs } from './catalogue/inputs.js'
import { parseDecisions, TEMPLATE } from './catalogue/decisions.js'
import { readManifest } from './catalogue/folder.js'
import { lock } from './catalogue/lock.js'
import { isOutOfMemory, outOfMemory, Problem } from './problem.js'
import { writeChunks } from './store/files.js'
import type { LoadOptions } from './store/load.js'
import { servedPage } from './view/page.js'
import { type Pieces, serve, type Served } from './view/serve.js'
import { offeredFiles } from './view-files.js'
import type { ViewMessage, ViewTask } from './view-worker.js'

export interface Viewing extends Pieces {
  /** Settles when all is read. @throws Problem when it cannot be */
  readonly done: Promise<void>
  stop(): Promise<void>
}

export interface ServedViewer extends Served {
  readonly done: Promise<void>
}

/** Reading may take what a large graph needs; the thread has its own heap. */
const HEAP_MEGABYTES = 8192

export function startViewing(task: ViewTask, onProgress: (share: number) => void = () => undefined): Viewing {
  let state: ReturnType<Pieces['state']> = { share: 0 }
  let pieces: { readonly parts: readonly string[]; readonly blocks: readonly string[] } = { parts: [], blocks: [] }
  const worker = startWorker(task)
  const done = new Promise<void>((resolve, reject) => {
    const fail = (problem: Problem): void => {
      state = { problem: `${problem.message} ${problem.advice}` }
      reject(problem)
    }
    worker.on('message', (message: ViewMessage) => {
      if ('problem' in message) return fail(new Problem(message.problem.code, message.problem.what, message.problem.advice))
      if ('share' in message) state = message
      else {
        pieces = message.packed
        state = { head: message.packed.head }
        resolve()
      }
      onProgress('share' in message ? message.share : 1)
    })
    worker.on('error', (cause) =>
      fail(
        isOutOfMemory(cause)
          ? outOfMemory('The graph', cause)
          : new Problem('input', cause.message, 'Check the graph with newsgraph check.', { cause }),
      ),
    )
  })
  // Whoever serves it waits for it; where nobody does, the page tells.
  done.catch(() => undefined)
  const folder = onlyCatalogue(task.files)
  return {
    state: () => state,
    done,
    part: (number) => pieces.parts[number],
    block: (number) => pieces.blocks[number],
    triples: () => triplesOf(task),
    ...(folder === undefined ? {} : { decide: (text: string) => decide(folder, text) }),
    stop: async () => {
      await worker.terminate()
    },
  }
}

/** The viewer at an address of this computer, which answers at once; without files it reads articles only. @throws Problem when a file is missing */
export async function serveViewer(
  files: readonly string[],
  {
    inputFormat,
    port,
    onProgress,
  }: LoadOptions & { readonly port?: number | undefined; readonly onProgress?: (share: number) => void } = {},
): Promise<ServedViewer> {
  await openGraphs(
    files.filter((file) => file !== '-'),
    { inputFormat },
  )
  const offered = offeredFiles()
  const viewing = files.length === 0 ? undefined : startViewing({ files, inputFormat }, onProgress)
  const html = servedPage({
    live: '/live.js' in offered,
    ask: viewing !== undefined && '/ask.js' in offered,
    decisions: viewing?.decide !== undefined,
    hasGraph: viewing !== undefined,
  })
  const { url, close } = await serve(html, {
    files: offered,
    ...(port === undefined ? {} : { port }),
    ...(viewing === undefined ? {} : { pieces: viewing }),
  })
  return {
    url,
    done: viewing?.done ?? Promise.resolve(),
    close: async () => {
      await Promise.all([close(), viewing?.stop()])
    },
  }
}

function startWorker(workerData: ViewTask): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } }
  const file = new URL(isSource ? './view-worker.ts' : './view-worker.js', import.meta.url)
  if (!isSource) return new Worker(file, options)
  const translate = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(translate, { ...options, eval: true })
}

/** The whole graph, for whoever asks it in SPARQL. */
async function* triplesOf({ files, ...options }: ViewTask): AsyncGenerator<string> {
  const { convertRdf } = await import('./store/convert.js')
  yield* convertRdf(await openGraphs(files, options), 'n-triples')
}

/** Adds lines to the catalogue's decisions, if each is understood. @throws Problem `input` for a line that is not, `output` while another writes */
async function decide(folder: string, text: string): Promise<void> {
  const path = join(folder, 'decisions.txt')
  const unlock = lock(folder)
  try {
    const before = await readFile(path, 'utf8').catch(() => TEMPLATE)
    const base = readManifest(folder)?.base ?? ''
    parseDecisions(text, base, 'The correction')
    await writeChunks(path, [before.replace(/\n*$/u, '\n'), text])
  } finally {
    unlock()
  }
}
