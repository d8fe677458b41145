/**
 * newsgraph in a web page, in a thread beside it, so that the page stays quick while articles are read. `import … from
 * 'newsgraph/browser/worker'`
 *
 *   const newsgraph = await openNewsgraphInWorker('https://example.org/model/')
 *   const turtle = await newsgraph.toTurtle('MOSCOW, July 6 (Reuters) — Foreign Minister Sergey Lavrov said …')
 *   newsgraph.close()
 *
 * Vite and webpack put the thread's code where it belongs; for others, such as esbuild, bundle `newsgraph/browser/thread` and give the
 * worker.
 */
import type { ArticleOptions, Newsgraph, PageOptions } from './browser.js'
import type { Linked } from './model.js'
import { Problem, type ProblemCode } from './problem.js'

export type { ArticleOptions, Newsgraph, PageOptions } from './browser.js'
export { Problem } from './problem.js'

/** A Newsgraph in a thread of its own. */
export interface WorkingNewsgraph extends Newsgraph {
  /** Ends the thread; what it was asked and has not answered is rejected. */
  close(): void
}

/** What a page that starts a worker may set. */
export interface WorkerOptions extends PageOptions {
  /** A worker that runs `newsgraph/browser/thread`. Default: one is started. */
  readonly worker?: Worker
}

/** What the page asks of the thread. */
export type Asked =
  | { readonly id: number; readonly call: 'open'; readonly model: string; readonly options: PageOptions }
  | { readonly id: number; readonly call: 'understand' | 'toTurtle'; readonly text: string; readonly options: ArticleOptions }

/** What the thread answers. */
export type Answered =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: { readonly code: ProblemCode | 'fault'; readonly message: string; readonly advice: string } }

/**
 * Starts the thread and loads the language model in it, about 26 MB.
 * @param model address of the folder in which it lies, with a slash at its end; relative to the page
 * @throws Problem `model` when it cannot be loaded
 */
export async function openNewsgraphInWorker(
  model: string,
  { worker = startWorker(), ...options }: WorkerOptions = {},
): Promise<WorkingNewsgraph> {
  const waiting = new Map<number, Waiting>()
  let count = 0
  const ask = async <Result>(asked: Without<Asked, 'id'>): Promise<Result> => {
    const id = (count += 1)
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
    worker.postMessage({ ...asked, id })
    return (await answer) as Result
  }
  const rejectAll = (cause: Error): void => {
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('problem' in data) asked?.reject(errorOf(data.problem))
    else asked?.resolve(data.result)
  })
  worker.addEventListener('error', ({ message }) => {
    rejectAll(new Error(message || 'The worker could not be started'))
  })
  await ask({
    call: 'open',
    model: new URL(model, globalThis.location?.href).href,
    options: { ...options, ...(options.kb !== undefined && { kb: new URL(options.kb, globalThis.location?.href).href }) },
  })
  return {
    understand: (text, given = {}) => ask<Linked[]>({ call: 'understand', text, options: given }),
    toTurtle: (text, given = {}) => ask<string>({ call: 'toTurtle', text, options: given }),
    close() {
      worker.terminate()
      rejectAll(new Error('The worker was closed'))
    },
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: Error) => void
}
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

function startWorker(): Worker {
  return new Worker(new URL('./browser-thread.js', import.meta.url), { type: 'module' })
}

function errorOf({ code, message, advice }: Extract<Answered, { problem: unknown }>['problem']): Error {
  return code === 'fault' ? new Error(message) : new Problem(code, message, advice)
}
