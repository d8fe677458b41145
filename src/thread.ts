/**
 * Threads of this program.
 *
 *   in:  the address of who starts one, the name of a file beside it, what to give it – "query-worker"
 *   out: the thread, running: JavaScript when built; TypeScript while developing, which tsx must translate, or, as that takes longer than
 *        most of what threads do in tests, what was built of the same sources where `NEWSGRAPH_THREADS=built` says that it is up to date
 */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** @param from `import.meta.url` of the file beside which the thread's file stands */
export function openThread(from: string, name: string, options: WorkerOptions = {}): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, from), options)
  const source = new URL(`./${name}.ts`, from).href
  if (process.env.NEWSGRAPH_THREADS === 'built') return new Worker(new URL(source.replace(/\/src\/(?!.*\/src\/)/u, '/dist/').replace(/\.ts$/u, '.js')), options)
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`, { ...options, eval: true })
}
