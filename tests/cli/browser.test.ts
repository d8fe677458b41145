import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser } from '../view/browser.js'
import { newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', json: 'application/json' }
let server: Server

/** A page that uses the library as an application would: bundled by Vite, with the model served beside it. */
beforeAll(async () => {
  const page = join(folder, 'page')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Test</title><script type="module" src="./app.js"></script>')
  writeFileSync(join(folder, 'app.js'), `import { openNewsgraph } from '${resolve('dist/browser.js')}'
    import { openNewsgraphInWorker } from '${resolve('dist/in-worker.js')}'
    Object.assign(window, { openNewsgraph, openNewsgraphInWorker })`)
  await build({ root: folder, logLevel: 'error', base: './', build: { outDir: page, target: 'esnext' }, configFile: false })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    const file = path.startsWith('/model/') ? resolve(`.${path}`) : join(page, path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    return createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
})
afterAll(() => { server.close() })

it('a web page, and a worker of it, write the same bytes as the command without links', async () => {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    await page.goto(address)
    const turtle = await page.evaluate(async ({ model, text }) => {
      const { openNewsgraph } = globalThis as unknown as { openNewsgraph: (model: string) => Promise<{ toTurtle(text: string): Promise<string> }> }
      return (await openNewsgraph(model)).toTurtle(text)
    }, { model: `${address}model/`, text: readFileSync(SAMPLE, 'utf8') })
    // In a thread beside the page the same; what it cannot do comes back as the same problem.
    const worked = await page.evaluate(async ({ model, text }) => {
      const { openNewsgraphInWorker } = globalThis as unknown as { openNewsgraphInWorker: typeof import('../../src/in-worker.js')['openNewsgraphInWorker'] }
      const newsgraph = await openNewsgraphInWorker(model)
      const turtle = await newsgraph.toTurtle(text)
      const problem = await newsgraph.toTurtle('').catch((cause: unknown) => (cause as { code: string }).code)
      newsgraph.close()
      return { turtle, problem }
    }, { model: 'model/', text: readFileSync(SAMPLE, 'utf8') })
    expect(errors).toEqual([])
    expect(worked).toEqual({ turtle, problem: 'input' })
    expect(turtle).toBe((await newsgraph(['build', SAMPLE, '--no-links'])).stdout)
  } finally {
    await browser.close()
  }
})
