import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { serve } from '../../src/newsgraph.js'
import { harbourText } from '../fixtures/harbour-graph.js'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly json: () => unknown
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly form?: Readonly<Record<string, string>>
}

type Options = Parameters<typeof serve>[1]

/** A real server on a free port for the tests of a file, and a way to ask it that lets every header through. */
export function serving(files: Readonly<Record<string, string>> = { 'harbour.trig': harbourText('trig') }, options: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-serve-'))
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    served = await serve([folder], { port: 0, ...options })
  })
  afterAll(async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    url: (path = '') => new URL(path, served.url).href,
    folder,
    ask: (path: string, asked: Asked = {}) => ask(new URL(path, served.url), asked),
  }
}

/** As `fetch`, which does not let a Host or Origin be chosen. */
export function ask(address: URL | string, { method, headers = {}, body, form }: Asked = {}): Promise<Answer> {
  const content = form ? new URLSearchParams(form).toString() : body
  const more = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      { method: method ?? (content === undefined ? 'GET' : 'POST'), headers: { ...more, ...headers }, agent: false },
      (response) => {
        let text = ''
        response
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            text += chunk
          })
          .on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text,
              json: () => JSON.parse(text) as unknown,
              headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            }),
          )
      },
    )
    sent.on('error', reject)
    sent.end(content)
  })
}

export const query = (sparql: string, more: Readonly<Record<string, string>> = {}): string =>
  `/sparql?${new URLSearchParams({ query: sparql, ...more })}`
