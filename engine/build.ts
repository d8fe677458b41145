/**
 * `npm run build:engine`: compiles engine/assembly/ and writes src/analyse/wasm/binaries.ts, which is committed, so that whoever
 * installs newsgraph needs no compiler. A test holds that it is what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import asc from 'assemblyscript/asc'

const ROOT = fileURLToPath(new URL('assembly', import.meta.url))
const TARGET = fileURLToPath(new URL('../src/analyse/wasm/binaries.ts', import.meta.url))
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd,bulk-memory']

/** The ways of engine/assembly/way.ts, and what they ask of WebAssembly beyond vectors. */
const WAYS = [
  { name: 'PLAIN', features: [], about: 'Runs wherever WebAssembly has vectors.' },
  { name: 'PAIRS', features: ['relaxed-simd'], about: 'Products by relaxed vectors, two at a time.' },
  { name: 'FOURS', features: ['relaxed-simd'], about: 'Products by relaxed vectors, four at a time.' },
] as const

/** The text of binaries.ts. */
export async function binaries(): Promise<string> {
  const parts: string[] = []
  for (const { name, features, about } of WAYS) {
    const [kernels, probe] = [await compiled('index.ts', name, features), await compiled('probe.ts', name, features)]
    parts.push(`/** ${about} */\nexport const ${name}: Binaries = { kernels: ${text(kernels)}, probe: ${text(probe)} }\n`)
  }
  return `/**
 * The kernels of the engine, compiled from engine/assembly/ by \`npm run build:engine\`: WebAssembly modules as base64, which all
 * give the same bits; and for each way to make products a module that tells how fast it is.
 */
export interface Binaries { readonly kernels: string; readonly probe: string }

${parts.join('\n')}`
}

function text(binary: Uint8Array): string {
  return `\`\n${(Buffer.from(binary).toString('base64').match(/.{1,120}/g) ?? []).join('\n')}\n\``
}

async function compiled(entry: string, way: string, features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined
  const enabled = features.flatMap((feature) => ['--enable', feature])
  const { error, stderr } = await asc.main([entry, '--baseDir', ROOT, '--outFile', 'engine.wasm', ...OPTIONS, ...enabled], {
    readFile: (name) => sourceOf(name, way),
    writeFile: (_, contents) => { if (typeof contents !== 'string') binary = contents },
    listFiles: () => [],
  })
  if (error !== null || binary === undefined) throw new Error(`engine/assembly does not compile: ${stderr.toString()}`, { cause: error })
  return binary
}

function sourceOf(name: string, way: string): string | null {
  try {
    const text = readFileSync(`${ROOT}/${name}`, 'utf8')
    return name === 'way.ts' ? text.replace(/(WAY: i32 =) \w+/, `$1 ${way}`) : text
  } catch {
    // The compiler looks for a module in several places.
    return null
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TARGET, await binaries())
