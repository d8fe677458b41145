/**
 * `npm run build:engine`: compiles engine/assembly/ and writes src/analyse/wasm/binaries.ts, which is committed, so that whoever
 * installs newsgraph needs no compiler. A test holds that it is what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import asc from 'assemblyscript/asc'

const ROOT = fileURLToPath(new URL('assembly', import.meta.url))
const TARGET = fileURLToPath(new URL('../src/analyse/wasm/binaries.ts', import.meta.url))

const COMMON = ['index.ts', '--baseDir', ROOT, '--outFile', 'engine.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd,bulk-memory']

/** The text of binaries.ts. */
export async function binaries(): Promise<string> {
  const [plain, relaxed] = [await compiled([]), await compiled(['--enable', 'relaxed-simd'])]
  return `/** The kernels of the engine, compiled from engine/assembly/ by \`npm run build:engine\`: base64 of two WebAssembly modules. */

/** Runs wherever 128-bit vectors are known. */
export const PLAIN = \`${lines(plain)}\`

/** Needs relaxed vector instructions, and gives the same bits. */
export const RELAXED = \`${lines(relaxed)}\`
`
}

async function compiled(options: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main([...COMMON, ...options], {
    readFile: (name) => { try { return readFileSync(`${ROOT}/${name}`, 'utf8') } catch { return null } },
    writeFile: (_, contents) => { if (typeof contents !== 'string') binary = contents },
    listFiles: () => [],
  })
  if (error !== null || binary === undefined) throw new Error(`engine/assembly does not compile: ${stderr.toString()}`, { cause: error })
  return binary
}

function lines(bytes: Uint8Array): string {
  return `\n${(Buffer.from(bytes).toString('base64').match(/.{1,120}/g) ?? []).join('\n')}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TARGET, await binaries())
