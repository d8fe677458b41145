/**
 * The viewer as `newsgraph view` serves it, in Chromium: it answers before the graph is read, answers SPARQL, keeps corrections for every later
 * build, and reads articles by itself, also without its server. Skipped where no Chromium is found.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveViewer } from '../../src/viewing.js'
import { newsgraph } from '../cli/run.js'
import { chromiumPath, startBrowser } from './browser.js'
import { harbour } from './harbour.js'
import { turtleOf } from './turtle.js'

const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 60_000 })
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-served-'))
const article = `Mayor resigns over bridge

TARVELD, May 2 (Nordpress) — Mayor Greta Solheim resigned on Friday. "The bridge was safe when we opened it," Solheim told reporters in Tarveld. Engineer Olav Brekke accused Solheim of ignoring warnings. "We wrote three letters," Brekke said.
`

let browser: Browser

async function open(url: string): Promise<{ tab: Page; requests: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' })
  const requests: string[] = []
  context.on('request', request => requests.push(request.url()))
  const tab = await context.newPage()
  await tab.goto(url)
  await tab.locator('#details h2').waitFor({ timeout: 60_000 })
  return { tab, requests }
}

const choose = async (tab: Page, words: string, name: RegExp): Promise<void> => {
  await tab.getByRole('combobox').fill(words)
  await tab.getByRole('option', { name }).first().click()
}

describe.skipIf(chromiumPath === undefined)('the viewer that is served (needs Chromium; NEWSGRAPH_CHROMIUM names one)', () => {
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers before the graph is read, and says how far it is', async () => {
    const file = join(folder, 'harbour.ttl')
    writeFileSync(file, turtleOf(harbour))
    const shares: number[] = []
    const { url, close } = await serveViewer([file], { onProgress: share => shares.push(share) })
    try {
      expect(await (await fetch(`${url}head`)).json()).toEqual({ share: expect.any(Number) as number })
      await eventually(async () => Object.keys((await (await fetch(`${url}head`)).json()) as object)).toEqual(['head'])
      expect(shares.at(-1)).toBe(1)
      expect((await fetch(`${url}part/7`)).status).toBe(404)
      expect(
        (await fetch(`${url}decisions`, { method: 'POST', body: 'drop x', headers: { origin: 'https://evil.example' } })).status,
      ).toBe(403)
    } finally {
      await close()
    }
  })

  it('says what is wrong with a graph that cannot be read', async () => {
    const file = join(folder, 'broken.ttl')
    writeFileSync(file, ':a :b "no end')
    const { url, close } = await serveViewer([file])
    try {
      await eventually(async () => (await fetch(`${url}head`)).status).toBe(500)
      expect(await (await fetch(`${url}head`)).text()).toContain('broken.ttl')
    } finally {
      await close()
    }
  })

  it('answers the supplied questions, and cells lead to the graph', async () => {
    const { url, close } = await serveViewer([join(folder, 'harbour.ttl')])
    try {
      const { tab } = await open(url)
      await tab.getByRole('button', { name: 'Ask' }).click()
      await tab.getByLabel('Question').selectOption('Who said what about whom, and when?')
      await tab.locator('#ask tbody').getByRole('button', { name: 'Oskar Lindmark' }).first().click({ timeout: 60_000 })
      await eventually(() => tab.locator('#details h2').textContent()).toBe('Oskar Lindmark')
      await tab.getByRole('button', { name: 'Ask' }).click()
      await tab.getByLabel('SPARQL').fill('SELECT nonsense')
      await tab.getByRole('button', { name: 'Run' }).click()
      await tab.locator('#ask [role=alert]').waitFor()
    } finally {
      await close()
    }
  })

  it('keeps corrections that every later build honours', async () => {
    const [text, catalogue] = [join(folder, 'bridge.txt'), join(folder, 'news')]
    writeFileSync(text, article)
    await newsgraph(['add', text, '--catalogue', catalogue])
    const { url, close } = await serveViewer([catalogue])
    try {
      const { tab } = await open(url)
      await choose(tab, 'solheim', /Greta Solheim/)
      await tab.locator('.correct summary').click()
      await tab.getByRole('button', { name: 'Rename' }).click()
      await tab.getByLabel('New name').fill('Greta M. Solheim')
      await tab.getByLabel('New name').press('Enter')
      await choose(tab, 'three letters', /three letters/)
      await tab.locator('.correct summary').click()
      await tab.getByRole('button', { name: /leave it out/ }).click()
      await choose(tab, 'bridge was safe', /bridge was safe/)
      await tab.locator('.correct summary').click()
      await tab.getByRole('button', { name: 'Somebody else said it' }).click()
      await tab.getByLabel('Who?').fill('brekke')
      await tab
        .locator('.picker')
        .getByRole('button', { name: /Olav Brekke/ })
        .click()
      await tab.getByRole('button', { name: 'Save decisions' }).click()
      await eventually(() => tab.locator('#live').textContent()).toBe('Saved for the catalogue')
    } finally {
      await close()
    }
    expect(readFileSync(join(catalogue, 'decisions.txt'), 'utf8')).toMatch(/^rename person:greta-solheim Greta M\. Solheim /m)
    const { stdout } = await newsgraph(['export', catalogue, '--format', 'turtle'])
    expect(stdout).toContain('rdfs:label "Greta M. Solheim"')
    expect(stdout).not.toContain('schema:text "We wrote three letters')
    expect(stdout).toMatch(/schema:creator person:olav-brekke ;\s+schema:text "The bridge was safe/)
  })

  it('reads a pasted article by itself, sends nothing, and does so without its server, too', async () => {
    const { url, close } = await serveViewer([])
    const { tab, requests } = await open(url)
    const read = async (): Promise<void> => {
      await tab.getByLabel('Text of an article').fill(article)
      await tab.getByRole('button', { name: 'Read it' }).click()
      await eventually(() => tab.locator('#details h2').textContent()).toMatch(/[1-9] statements? in 1 article/)
    }
    try {
      await read()
      expect(requests.filter(request => !request.startsWith(url) && !request.startsWith('blob:'))).toEqual([])
      await eventually(() => tab.evaluate(async () => (await (await caches.open('newsgraph-1')).keys()).length)).toBeGreaterThan(7)
    } finally {
      await close()
    }
    await tab.reload()
    await tab.locator('#details h2').waitFor()
    await read()
    await choose(tab, 'brekke', /Olav Brekke/)
    await eventually(() => tab.locator('#details h2').textContent()).toBe('Olav Brekke')
  })
})
