/**
 * The files of the package that the served page may fetch: the threads that answer SPARQL and read articles, their WebAssembly, model and
 * knowledge base. In: nothing. Out: by address, where each lies.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { icon, manifest, serviceWorker } from './view/offline.js'
import type { Offered } from './view/serve.js'

const require = createRequire(import.meta.url)
const inPackage = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const script = 'text/javascript; charset=utf-8'
const wasm = 'application/wasm'
const bytes = 'application/octet-stream'

export const oxigraphWasm = (): string => require.resolve('oxigraph/web_bg.wasm')
/** The asking thread's script, as Vite built it. */
export const askScript = (): string => inPackage('dist/view/ask.js')

/** What there is; a package that was not built whole offers less. */
export function offeredFiles(): Record<string, Offered> {
  const files: Record<string, Offered> = {
    '/ask.js': { path: askScript(), type: script },
    '/oxigraph.wasm': { path: oxigraphWasm(), type: wasm },
    '/live.js': { path: inPackage('dist/view/live.js'), type: script },
    '/model/model.json': { path: inPackage('model/model.json'), type: 'application/json' },
    '/model/model.onnx': { path: inPackage('model/model.onnx'), type: bytes },
    '/model/vocab.txt': { path: inPackage('model/vocab.txt'), type: 'text/plain; charset=utf-8' },
    '/kb/newsgraph.kb': { path: inPackage('kb/newsgraph.kb'), type: bytes },
  }
  const there = Object.entries(files).filter(([, file]) => 'path' in file && existsSync(file.path))
  return {
    ...Object.fromEntries(there),
    '/sw.js': { text: serviceWorker, type: script },
    '/manifest.webmanifest': { text: manifest, type: 'application/manifest+json' },
    '/icon.svg': { text: icon, type: 'image/svg+xml' },
  }
}
