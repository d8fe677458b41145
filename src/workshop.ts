/**
 * Where articles are worked on: in this thread, or in several at once.
 *
 *   in:  a reading – "“We always say what we think,” Lavrov said"
 *   out: what the asked-for stage makes of it
 *
 * The language model is loaded while the first article is read, once for each thread; a thread takes about 300 MB.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createAnalyser } from './analyse/analyse.js'
import { loadFromDisk } from './analyse/model-disk.js'
import type { Made } from './batch.js'
import { stages } from './build.js'
import type { Analyser, Reading } from './model.js'
import type { Options, Stage } from './options.js'
import { Problem, type ProblemCode } from './problem.js'

export interface Workshop<S extends Stage> {
  make(reading: Reading): Promise<Made<S>>
  close(): Promise<unknown>
}

export function startWorkshop<S extends Stage>(until: S, options: Pick<Options, 'engine' | 'workers'>): Workshop<S> {
  return options.workers > 1 && until !== 'read' ? threads(until, options) : thisThread(until, options)
}

export function thisThread<S extends Stage>(until: S, { engine }: Pick<Options, 'engine'>): Workshop<S> {
  let loading: Promise<Analyser> | undefined
  const load = (): Promise<Analyser> => loading ??= createAnalyser({ engine, loader: loadFromDisk() })
  // Whether it can be loaded is of interest when there is something to analyse.
  if (until !== 'read') load().catch(() => undefined)
  const analyse: Analyser = async (reading) => (await load())(reading)
  return { make: (reading) => stages[until](reading, analyse) as Promise<Made<S>>, close: () => Promise.resolve() }
}

/** What goes to a thread when it starts, and what comes back for every reading. */
export interface Order { readonly until: Stage; readonly engine: Options['engine'] }
export type Reply = { readonly made: unknown } | { readonly problem: { readonly code: ProblemCode; readonly message: string; readonly advice: string } } | { readonly error: string }

function threads<S extends Stage>(until: S, { engine }: Pick<Options, 'engine'>): Workshop<S> {
  const all: Worker[] = []
  const free: Worker[] = []
  const start = (): Worker => {
    const thread = startThread({ until, engine })
    all.push(thread)
    return thread
  }
  return {
    // There are never more readings under way than workers: see `ahead` in batch.ts.
    async make(reading) {
      const thread = free.pop() ?? start()
      thread.postMessage(reading)
      const [reply] = (await once(thread, 'message')) as [Reply]
      free.push(thread)
      if ('made' in reply) return reply.made as Made<S>
      if ('problem' in reply) throw new Problem(reply.problem.code, reply.problem.message, reply.problem.advice)
      throw new Error(reply.error)
    },
    close: () => Promise.all(all.map((thread) => thread.terminate())),
  }
}

/** The thread's file stands beside this one: TypeScript while developing, JavaScript when built. */
function startThread(workerData: Order): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  return new Worker(new URL(`./workshop-worker.${isSource ? 'ts' : 'js'}`, import.meta.url), { workerData, ...(isSource && { execArgv: ['--import', 'tsx'] }) })
}
