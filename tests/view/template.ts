/** The app of the viewer, built in memory from the sources as they stand. */

import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export async function buildTemplate(): Promise<string> {
  const configFile = fileURLToPath(new URL('../../src/view/vite.config.ts', import.meta.url))
  const built = await build({ configFile, logLevel: 'error', build: { write: false } })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const html = outputs.flatMap(({ output }) => output).find(file => file.fileName === 'index.html')
  if (html?.type !== 'asset') throw new Error('Vite built no index.html.')
  return String(html.source)
}
