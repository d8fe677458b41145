/**
 * Keeps V8's WebAssembly compiler from standing in the way of a command that loads the language model.
 *
 *   in:  what the command does, up to its exit code
 *   out: the process ends
 */
import { setFlagsFromString } from 'node:v8'

/**
 * How much a function must have run before V8 compiles it once more, with optimisation. With V8's own budget, a
 * fifteenth of this, it spends both cores of a small computer on functions that are hardly used again: 1.75 s in place of
 * 1.25 s from start to graph for the first article.
 */
const TIERING_BUDGET = 30_000_000

/**
 * Runs a command and ends the process with its exit code.
 *
 * Node waits for V8's optimising compiler whenever its event loop runs empty and once more before it exits, 0.3 s for
 * nothing: so the loop is never empty while the command runs, and the process is ended when all that was printed is out.
 */
export async function runWithModel(command: () => Promise<number>): Promise<never> {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`)
  const timer = setInterval(() => undefined, 2 ** 30)
  try {
    process.exitCode = await command()
  } finally {
    clearInterval(timer)
  }
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => { stream.write('', done) })))
  process.exit()
}
