import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { openNewsgraphInWorker } from '../../src/in-worker.js'
import { startBrowser } from '../view/browser.js'
import { newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', json: 'application/json' }
let server: Server

const BASE = readFileSync('kb/newsgraph.kb')
/** Bytes of the base that were fetched in parts. */
let fetched = 0

/** The base as servers give it: in parts, as a whole where they cannot, or with a fault. */
function giveBase(how: string, range: string | undefined, response: ServerResponse): void {
  const [from = 0, to = 0] = /(\d+)-(\d+)/u.exec(range ?? '')?.slice(1).map(Number) ?? []
  const part = BASE.subarray(from, to + 1), of = `bytes ${from}-${Math.min(to, BASE.length - 1)}/${BASE.length}`
  fetched += part.length
  switch (how) {
    case 'parts.kb': return void response.writeHead(206, { 'content-range': of }).end(part)
    case 'whole.kb': return void response.end(BASE)
    case 'cut.kb': return void response.end(BASE.subarray(0, 100_000))
    case 'short.kb': return void response.writeHead(206, { 'content-range': of }).end(from === 0 ? part : part.subarray(1))
    case 'sizeless.kb': return void response.writeHead(206).end(part)
    case 'other.kb': return void response.end('<html>Not found</html>')
    default: return void response.writeHead(404).end()
  }
}

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
    if (path.startsWith('/kb/')) return giveBase(path.slice(4), request.headers.range, response)
    const file = path.startsWith('/model/') ? resolve(`.${path}`) : join(page, path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    return createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
})
afterAll(() => { server.close() })

/** What the page makes of the sample, or what went wrong. */
async function turtleIn(page: Page, kb?: string): Promise<string> {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  if (!page.url().startsWith(address)) await page.goto(address)
  return page.evaluate(async ({ model, text, ...options }) => {
    const { openNewsgraph } = globalThis as unknown as { openNewsgraph: (model: string, options?: object) => Promise<{ toTurtle(text: string): Promise<string> }> }
    return openNewsgraph(model, options).then((newsgraph) => newsgraph.toTurtle(text)).catch((error: Error) => `${error.name}: ${error.message}`)
  }, { model: `${address}model/`, text: readFileSync(SAMPLE, 'utf8'), ...(kb !== undefined && { kb: `${address}kb/${kb}` }) })
}

it('a web page, and a worker of it, write the same bytes as the command without links', async () => {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const turtle = await turtleIn(page)
    // In a thread beside the page the same; what it cannot do comes back as the same problem.
    const worked = await page.evaluate(async ({ model, text }) => {
      const page = globalThis as unknown as { openNewsgraphInWorker: typeof openNewsgraphInWorker }
      const newsgraph = await page.openNewsgraphInWorker(model)
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

it('a web page fetches of a knowledge base what it needs, and says what is wrong with one', async () => {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage(), inParts = await turtleIn(page, 'parts.kb')
    expect(inParts).toMatch(/owl:sameAs <http:\/\/www\.wikidata\.org\/entity\/Q58217>/)
    expect(fetched).toBeLessThan(BASE.length / 4)
    expect(await turtleIn(page, 'whole.kb')).toBe(inParts)
    for (const [kb, line] of [['cut.kb', /is damaged/], ['sizeless.kb', /is damaged/], ['other.kb', /is no knowledge base/], ['none.kb', /cannot be fetched \(404/]] as const) {
      expect(await turtleIn(page, kb)).toMatch(line)
    }
    const without = await turtleIn(page, 'short.kb')
    expect([/schema:mentions/.test(without), /owl:sameAs/.test(without)]).toEqual([true, false])
  } finally {
    await browser.close()
  }
})
