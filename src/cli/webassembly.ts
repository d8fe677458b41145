/**
 * Sets V8 up for a command that loads the language model.
 *
 *   in:  what the command does, up to its exit code
 *   out: the process ends
 */
import { setFlagsFromString } from 'node:v8'

/** After so many milliseconds a command is a long one. */
const LONG = 2000

/**
 * Runs a command and ends the process with its exit code.
 *
 * Node waits for V8's optimising compiler whenever its event loop runs empty and once more before it exits, 0.3 s for
 * nothing: so the loop is never empty while the command runs, and the process is ended when all that was printed is out.
 */
export async function runWithModel(command: () => Promise<number>): Promise<never> {
  // Node 20 has relaxed vectors, with which the engine is faster, as an experiment; see analyse/wasm/kernels.ts.
  if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
  // What is short-lived may take little room: one article takes 144 MB in place of 196. A long command is a tenth faster with more.
  setFlagsFromString('--semi-space-growth-factor=1')
  const timer = setInterval(() => setFlagsFromString('--semi-space-growth-factor=2'), LONG)
  try {
    process.exitCode = await command()
  } finally {
    clearInterval(timer)
  }
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => { stream.write('', done) })))
  process.exit()
}
