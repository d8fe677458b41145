/**
 * Where articles are worked on: in threads, each article with so much time, or in this thread where it is short or may take any time.
 *
 *   in:  a reading – "“We always say what we think,” Lavrov said"
 *   out: what the asked-for stage makes of it
 *
 * The language model is loaded while the first article is read, once for each thread; a thread takes about 120 MB.
 */
import type { Worker } from 'node:worker_threads'
import { createAnalyser } from './analyse/analyse.js'
import { loadFromDisk } from './analyse/model-disk.js'
import type { Made } from './batch.js'
import { stages } from './build.js'
import { openLinker } from './linking.js'
import type { Analyser, Linker, Reading } from './model.js'
import type { Options, Stage } from './options.js'
import { ask, OutOfTime, received, type SentProblem, startThread, tookTooLong } from './timed-thread.js'

export interface Workshop<S extends Stage> {
  make(reading: Reading): Promise<Made<S>>
  close(): Promise<unknown>
}

/** What the work depends on. */
type How = Pick<Options, 'engine' | 'links' | 'kb' | 'decisions'>

export function startWorkshop<S extends Stage>(until: S, options: How & Pick<Options, 'workers' | 'timeLimit'>): Workshop<S> {
  if (until === 'read') return thisThread(until, options)
  if (options.workers > 1) return threads(until, options)
  return options.timeLimit > 0 ? byLength(until, options) : thisThread(until, options)
}

/** Characters that any machine works through in a second: stages take in proportion to the text, some 5,000 a second on a usual one. */
const SURELY_A_SECOND = 500

/** Only an article that may take too long goes to a thread that can be ended: a thread costs half a second. */
function byLength<S extends Stage>(until: S, options: How & Pick<Options, 'timeLimit'>): Workshop<S> {
  const here = thisThread(until, options)
  let apart: Workshop<S> | undefined
  const isShort = ({ text }: Reading): boolean => text.length < SURELY_A_SECOND * options.timeLimit
  return { make: (reading) => isShort(reading) ? here.make(reading) : (apart ??= threads(until, options)).make(reading), close: async () => apart?.close() }
}

/** @param onBegin told when the model is there and the work on an article begins */
export function thisThread<S extends Stage>(until: S, how: How, onBegin?: (reading: Reading) => void): Workshop<S> {
  let loading: Promise<Analyser> | undefined
  const load = (): Promise<Analyser> => loading ??= createAnalyser({ engine: how.engine, loader: loadFromDisk() })
  // Whether it can be loaded is of interest when there is something to analyse.
  if (until !== 'read') load().catch(() => undefined)
  const analyse: Analyser = async (reading) => {
    const analyser = await load()
    onBegin?.(reading)
    return analyser(reading)
  }
  let linking: Promise<Linker> | undefined
  const link: Linker = async (article) => (await (linking ??= openLinker(how)))(article)
  return { make: (reading) => stages[until](reading, analyse, link) as Promise<Made<S>>, close: () => Promise.resolve() }
}

/** What goes to a thread when it starts, and what comes back for every reading. */
export interface Order extends How { readonly until: Stage }
export type Reply = { readonly made: unknown } | { readonly problem: SentProblem } | { readonly error: string }

function threads<S extends Stage>(until: S, { timeLimit, engine, links, kb, decisions }: How & Pick<Options, 'timeLimit'>): Workshop<S> {
  const all = new Set<Worker>()
  const free: Worker[] = []
  const start = (): Worker => {
    const thread = startThread('workshop-worker', { until, engine, links, ...(kb && { kb }), ...(decisions !== undefined && { decisions }) } satisfies Order)
    all.add(thread)
    return thread
  }
  // The model is loaded while the first article is read.
  free.push(start())
  return {
    // There are never more readings under way than workers: see `ahead` in batch.ts.
    async make(reading) {
      const thread = free.pop() ?? start()
      const reply = await ask<Reply>(thread, reading, timeLimit * 1000).catch((error: unknown) => {
        // A thread that was ended, or that fell, is of no more use.
        all.delete(thread)
        throw error instanceof OutOfTime ? tookTooLong(error.place, timeLimit * 1000) : error
      })
      free.push(thread)
      if ('made' in reply) return reply.made as Made<S>
      if ('problem' in reply) throw received(reply.problem)
      throw new Error(reply.error)
    },
    close: () => Promise.all([...all].map((thread) => thread.terminate())),
  }
}
