/**
 * Gives a command that loads the language model what it can have of V8's WebAssembly.
 *
 *   in:  what the command does, up to its exit code
 *   out: the process ends
 */
import { setFlagsFromString } from 'node:v8'

/**
 * Runs a command and ends the process with its exit code.
 *
 * Node waits for V8's optimising compiler whenever its event loop runs empty and once more before it exits, 0.3 s for
 * nothing: so the loop is never empty while the command runs, and the process is ended when all that was printed is out.
 */
export async function runWithModel(command: () => Promise<number>): Promise<never> {
  // Node 20 has relaxed vectors, with which the engine is faster, as an experiment; see analyse/wasm/kernels.ts.
  if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
  const timer = setInterval(() => undefined, 2 ** 30)
  try {
    process.exitCode = await command()
  } finally {
    clearInterval(timer)
  }
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => { stream.write('', done) })))
  process.exit()
}
