/**
 * The network alone: each way to make products beside ONNX Runtime for the web, which newsgraph used before, in one run, in Node
 * and in Chromium.
 */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { build } from 'vite'
import { wordsOf } from '../../src/analyse/analyse.js'
import type { WindowInputs } from '../../src/analyse/engine.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { readModel } from '../../src/analyse/model-files.js'
import { networkOf } from '../../src/analyse/network.js'
import { read } from '../../src/read/read.js'
import { chromiumPath, startBrowser } from '../view/browser.js'
import { type EngineTimes, timesOf } from './engine-times.js'

const ROUNDS = 8

/** Multiplications and additions of a window: of each piece in the layers (4 tables of weights, and twice all pieces), of each word in the heads. */
function operationsOf({ pieces, first }: WindowInputs, layers: number): number {
  const perPiece = 384 * (1152 + 384 + 2 * 1536) + 2 * 384 * pieces.length
  return 2 * (layers * perPiece * pieces.length + PER_WORD * first.length)
}

/** Weights of the heads over words: tags, trees, attributions, coreference, relations, claims. */
const PER_WORD = 2_700_000
/** Of the encoder, and of the branch for claims. */
const LAYERS = 6 + 1

export async function benchEngine(sample: string, folder: string): Promise<void> {
  if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
  const { network, ...files } = await readModel(loadFromDisk())
  const windows: WindowInputs[] = []
  const { scores } = networkOf(files, { name: 'wasm', run: async (inputs) => { windows.push(inputs); return {} } })
  const [reading] = await read({ bytes: readFileSync(sample), source: sample })
  const { words, sentences } = wordsOf(reading!)
  for await (const _ of scores(words.map(({ text }) => text), sentences)) { /* kept above */ }
  const operations = windows.reduce((sum, window) => sum + operationsOf(window, LAYERS), 0) / windows.length
  table(`Node ${process.version}`, await timesOf(network, windows, ROUNDS), operations)
  if (chromiumPath === undefined) return
  const { version, times } = await inChromium(windows, folder)
  table(`Chromium ${version}`, times, operations)
}

function table(where: string, { chosen, milliseconds }: EngineTimes, operations: number): void {
  const before = milliseconds['onnxruntime-web'] ?? Number.NaN
  console.log(`The network in ${where}, a window of ${(operations / 1e9).toFixed(1)} thousand million operations (best of ${ROUNDS}); taken: ${chosen}`)
  console.table(Object.fromEntries(Object.entries(milliseconds).map(([name, ms]) =>
    [name, { 'ms/window': Number(ms.toFixed(1)), GOPS: Math.round(operations / ms / 1e6), '× onnxruntime-web': Number((before / ms).toFixed(2)) }])))
}

async function inChromium(windows: readonly WindowInputs[], folder: string): Promise<{ version: string; times: EngineTimes }> {
  const page = join(folder, 'page')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bench</title><script type="module" src="./app.js"></script>')
  writeFileSync(join(folder, 'app.js'), `import { timesOf } from '${resolve('tests/bench/engine-times.ts')}'\nwindow.timesOf = timesOf`)
  await build({ root: folder, logLevel: 'error', base: './', build: { outDir: page, target: 'esnext' }, configFile: false })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    const file = path === '/model.onnx' ? resolve('model/model.onnx') : join(page, path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', /\.m?js$/.test(file) ? 'text/javascript' : /\.wasm$/.test(file) ? 'application/wasm' : 'text/html')
    return createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  const browser = await startBrowser()
  try {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const plain = windows.map((window) => Object.fromEntries(Object.entries(window).map(([name, data]: [string, Int32Array]) => [name, [...data]])))
    const times = await tab.evaluate(async ({ plain, rounds }) => {
      const { timesOf } = globalThis as unknown as { timesOf: (network: Uint8Array, windows: unknown, rounds: number) => Promise<EngineTimes> }
      const network = new Uint8Array(await (await fetch('model.onnx')).arrayBuffer())
      const windows = plain.map((window) => Object.fromEntries(Object.entries(window).map(([name, data]) => [name, Int32Array.from(data)])))
      return timesOf(network, windows, rounds)
    }, { plain, rounds: ROUNDS })
    return { version: browser.version(), times }
  } finally {
    await browser.close()
    server.close()
  }
}
