/** The page in a real browser. Skipped where no Chromium is found; NEWSGRAPH_CHROMIUM names one. */

import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toViewGraph } from '../../src/view/graph.js'
import { page } from '../../src/view/page.js'
import { serve } from '../../src/view/serve.js'
import { chromiumPath, startBrowser } from './browser.js'
import { harbour } from './harbour.js'
import { hostile } from './hostile.js'
import { buildTemplate } from './template.js'
import { quadsOf, turtleOf } from './turtle.js'

const iri = (name: string): string => `https://example.org/${name}`
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-view-'))
const addresses = new Map<string, string>()
const address = (name: string): string => addresses.get(name)!
let template = ''
let browser: Browser

interface Visit { readonly tab: Page; readonly complaints: readonly string[]; readonly requests: readonly string[] }

/** Opens a page and notes all it complains about and asks for. */
async function visit(address: string, selected?: string, options: BrowserContextOptions = {}, from = browser): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 1100, height: 700 }, reducedMotion: 'reduce', ...options })
  const tab = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  tab.on('console', message => { if (['error', 'warning'].includes(message.type()) && !/GPU stall/.test(message.text())) complaints.push(message.text()) })
  tab.on('pageerror', error => complaints.push(error.message))
  tab.on('dialog', dialog => { complaints.push(dialog.message()); void dialog.dismiss() })
  tab.on('request', request => requests.push(request.url()))
  await tab.goto(selected === undefined ? address : `${address}#${encodeURIComponent(iri(selected))}`)
  await tab.locator('#details h2').first().waitFor()
  return { tab, complaints, requests }
}

/** A place on the canvas that has this colour around it, if there is one. */
async function placeOf(tab: Page, colour: readonly [number, number, number]): Promise<{ x: number; y: number } | undefined> {
  const box = (await tab.locator('#canvas').boundingBox())!
  const picture = (await tab.screenshot({ clip: box })).toString('base64')
  const bench = await tab.context().newPage()
  const found = await bench.evaluate(async ({ picture, colour }) => {
    const image = new Image()
    image.src = `data:image/png;base64,${picture}`
    await image.decode()
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    const has = (x: number, y: number): boolean => colour.every((value, channel) => Math.abs((data[(y * image.width + x) * 4 + channel] ?? 0) - value) < 4)
    for (let y = 3; y < image.height - 3; y++) for (let x = 3; x < image.width - 3; x++) {
      if (has(x, y) && has(x - 2, y) && has(x + 2, y) && has(x, y + 2)) return { x, y }
    }
    return undefined
  }, { picture, colour })
  await bench.close()
  return found === undefined ? undefined : { x: box.x + found.x, y: box.y + found.y }
}

/** Waits for what comes in its own time, long enough for a busy machine. */
const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 20_000 })

const blueOfPeople = [0x25, 0x63, 0xa8] as const
const greenOfPlaces = [0x1b, 0x77, 0x50] as const

describe.skipIf(chromiumPath === undefined)('the page in Chromium (needs Chromium; NEWSGRAPH_CHROMIUM names one)', () => {
  beforeAll(async () => {
    template = await buildTemplate()
    for (const [name, turtle] of Object.entries({ harbour: turtleOf(harbour), hostile: turtleOf(hostile), empty: '', bare: turtleOf(harbour).replace(/schema:articleBody "(?:[^"\\]|\\.)*" ;/, '') })) {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, page(toViewGraph(quadsOf(turtle)), template))
      addresses.set(name, pathToFileURL(file).href)
    }
    browser = await startBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens from a file without an error, a warning or a request', async () => {
    const { tab, complaints, requests } = await visit(address('harbour'))
    await tab.waitForTimeout(300)
    expect(complaints).toEqual([])
    expect(requests).toEqual([address('harbour')])
    expect(await tab.title()).toContain('Harbour talks collapse')
  })

  it('draws its points in the colours of their kinds', async () => {
    const { tab } = await visit(address('harbour'))
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeDefined()
  })

  it('tells all about a point that is clicked, and marks where it is written', async () => {
    const { tab, complaints } = await visit(address('harbour'))
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
    const place = (await placeOf(tab, blueOfPeople))!
    await tab.mouse.click(place.x, place.y)
    await eventually(() => tab.locator('#details .eyebrow').first().textContent()).toMatch(/^Person/)
    const name = (await tab.locator('#details h2').textContent())!
    expect(harbour.records.map(record => record.label)).toContain(name)
    expect(await tab.locator('#passage mark').first().isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('brings the words of a claim into sight, exactly, behind emoji', async () => {
    const { tab } = await visit(address('harbour'), 'employers')
    await tab.getByRole('button', { name: 'Show in article' }).click()
    const mark = tab.locator('#passage mark.strong')
    expect(await mark.textContent()).toBe('1,200 jobs are at risk 📉')
    const [inner, outer] = [(await mark.boundingBox())!, (await tab.locator('#passage .text').boundingBox())!]
    expect(inner.y).toBeGreaterThanOrEqual(outer.y)
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
    expect(await tab.locator('.card.is-current blockquote').textContent()).toContain('1,200 jobs')
  })

  it('lists the statements behind a line', async () => {
    const { tab } = await visit(`${address('harbour')}#${encodeURIComponent(`${iri('tidende')} ${iri('brandt')} statement`)}`)
    expect(await tab.locator('#details h2').textContent()).toBe('Vestkyst Tidende → Helena Brandt')
    expect(await tab.locator('#details .card').count()).toBe(1)
    expect(await tab.locator('#passage mark.strong').first().textContent()).toContain('an adviser to the prime minister said')
  })

  it('finds a mistyped name by keyboard alone', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.keyboard.press('/')
    await tab.keyboard.type('lindmrak')
    await tab.getByRole('option', { name: /Oskar Lindmark/ }).first().waitFor()
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('ArrowUp')
    await tab.keyboard.press('Enter')
    await eventually(() => tab.locator('#details h2').textContent()).toBe('Oskar Lindmark')
  })

  it('finds a statement by its words', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.getByRole('combobox').fill('withheld')
    await tab.getByRole('option', { name: /any report had been withheld/ }).click()
    await eventually(() => tab.locator('#passage mark.strong').textContent()).toBe('any report had been withheld')
  })

  it('hides a kind and shows it again', async () => {
    const { tab } = await visit(address('harbour'))
    const chip = tab.getByRole('button', { name: /^Places/ })
    await chip.click()
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeUndefined()
    await chip.click()
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeDefined()
  })

  it('shows what nothing is tied to when it is asked for', async () => {
    const { tab } = await visit(address('harbour'))
    const before = await tab.locator('#canvas').screenshot()
    const chip = tab.getByRole('button', { name: /^Unlinked/ })
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
    await chip.click()
    await eventually(async () => (await tab.locator('#canvas').screenshot()).equals(before)).toBe(false)
  })

  it('zooms in and shows all again', async () => {
    const { tab } = await visit(address('harbour'))
    const before = await tab.locator('#canvas').screenshot()
    await tab.getByRole('button', { name: 'Zoom in' }).click()
    await eventually(async () => (await tab.locator('#canvas').screenshot()).equals(before)).toBe(false)
    await tab.getByRole('button', { name: 'Show all' }).click()
    await tab.mouse.move(640, 5)
    await eventually(async () => (await tab.locator('#canvas').screenshot()).equals(before)).toBe(true)
  })

  it('saves what is to be seen as a picture', async () => {
    const { tab } = await visit(address('harbour'))
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Save as picture' }).click()])
    const picture = readFileSync((await download.path()))
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(20_000)
  })

  it('lists everything in tables that the keyboard reaches', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.getByRole('button', { name: 'Table' }).press('Enter')
    expect(await tab.locator('#tables tbody tr').count()).toBe(16)
    await tab.getByRole('button', { name: /^Statements \d|^Statements10/ }).first().press('Enter')
    expect(await tab.locator('#tables tbody tr').count()).toBe(10)
    await tab.locator('#tables tbody').getByRole('button', { name: /a strike would start/ }).press('Enter')
    await eventually(() => tab.locator('#passage mark.strong').textContent()).toBe('a strike would start on Monday')
  })

  it('goes back to what was selected before', async () => {
    const { tab } = await visit(address('harbour'), 'brandt')
    await tab.locator('#details').getByRole('button', { name: 'Oskar Lindmark' }).first().click()
    await eventually(() => tab.locator('#details h2').textContent()).toBe('Oskar Lindmark')
    await tab.goBack()
    await eventually(() => tab.locator('#details h2').textContent()).toBe('Helena Brandt')
    await tab.keyboard.press('Escape')
    await eventually(() => tab.locator('#details h2').textContent()).toContain('10 statements')
  })

  it('shows the quoted passages of an article whose text was left out', async () => {
    const { tab } = await visit(address('bare'), 's4')
    expect(await tab.locator('#passage .excerpt mark.strong').textContent()).toBe('Nothing was hidden from anybody,')
  })

  it('says so when the graph is empty', async () => {
    const { tab, complaints } = await visit(address('empty'))
    expect(await tab.locator('#canvas').textContent()).toContain('empty')
    expect(await tab.locator('#details h2').textContent()).toBe('This graph is empty')
    expect(complaints).toEqual([])
  })

  it('falls back to the table without WebGL', async () => {
    const plain = await startBrowser('--disable-3d-apis')
    try {
      const { tab } = await visit(address('harbour'), undefined, {}, plain)
      expect(await tab.locator('#tables tbody tr').count()).toBe(16)
      await tab.getByRole('button', { name: 'Graph' }).click()
      expect(await tab.locator('#canvas').textContent()).toContain('no WebGL')
    } finally {
      await plain.close()
    }
  })

  it('lets a hostile article do nothing', async () => {
    const { tab, complaints, requests } = await visit(address('hostile'))
    for (const name of ['a', 'b', 's', 'hostile']) {
      await tab.goto(`${address('hostile')}#${encodeURIComponent(iri(name))}`)
      await tab.waitForTimeout(100)
      await tab.getByRole('button', { name: 'Table' }).click()
      await tab.getByRole('button', { name: 'Graph' }).click()
      for (const link of await tab.locator('a[href]').all()) expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.org\//)
    }
    await tab.getByRole('combobox').fill('img')
    await tab.waitForTimeout(100)
    expect(await tab.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await tab.locator('img, svg:not(.icon), body b').count()).toBe(0)
    expect(await tab.locator('script').count()).toBe(2)
    expect(complaints).toEqual([])
    expect(new Set(requests.map(url => url.replace(/#.*/, '')))).toEqual(new Set([address('hostile')]))
  })

  it('runs no script but its own even if markup got in', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<img src="https://example.org/x.png" onerror="window.hacked = 1"><iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>') })
    await tab.waitForTimeout(200)
    expect(await tab.evaluate(() => 'hacked' in window)).toBe(false)
  })

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in the %s theme', async colorScheme => {
    const { tab } = await visit(address('harbour'), 'lindmark', { colorScheme })
    const faults = async (): Promise<string[]> => (await new AxeBuilder({ page: tab }).analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect(await faults()).toEqual([])
    await tab.getByRole('button', { name: 'Table' }).click()
    await tab.getByRole('combobox').fill('re')
    expect(await faults()).toEqual([])
  })

  it('fits a telephone without scrolling sideways', async () => {
    const { tab } = await visit(address('harbour'), 'brandt', { viewport: { width: 390, height: 800 } })
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
  })

  it('works the same when served', async () => {
    const { url, close } = await serve(page(toViewGraph(quadsOf(turtleOf(harbour))), template))
    try {
      const { tab, complaints, requests } = await visit(url, 'brandt')
      expect(await tab.locator('#details h2').textContent()).toBe('Helena Brandt')
      expect(complaints).toEqual([])
      expect(requests.every(request => request.startsWith(url))).toBe(true)
    } finally {
      await close()
    }
  })
})
