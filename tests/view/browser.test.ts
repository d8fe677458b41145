/** The page in a real browser. Skipped where no Chromium is found; NEWSGRAPH_CHROMIUM names one. */

import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { Parser } from 'n3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toViewGraph } from '../../src/view/graph.js'
import { page } from '../../src/view/page.js'
import { serve } from '../../src/view/serve.js'
import { chromiumPath, startBrowser } from './browser.js'
import { harbour } from './harbour.js'
import { hostile } from './hostile.js'
import { manyStories } from './many.js'
import { buildTemplate } from './template.js'
import { quadsOf, turtleOf } from './turtle.js'

const iri = (name: string): string => `https://example.org/${name}`
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-view-'))
const addresses = new Map<string, string>()
const address = (name: string): string => addresses.get(name)!
let template = ''
let browser: Browser

interface Visit {
  readonly tab: Page
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
}

/** Opens a page and notes all it complains about and asks for. */
async function visit(address: string, selected?: string, options: BrowserContextOptions = {}, from = browser): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 1100, height: 700 }, reducedMotion: 'reduce', ...options })
  const tab = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  tab.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !/GPU stall/.test(message.text())) complaints.push(message.text())
  })
  tab.on('pageerror', error => complaints.push(error.message))
  tab.on('dialog', dialog => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  tab.on('request', request => requests.push(request.url()))
  await tab.goto(selected === undefined ? address : `${address}#${encodeURIComponent(iri(selected))}`)
  await tab.locator('#details h2').first().waitFor({ state: 'attached' })
  return { tab, complaints, requests }
}

/** A place on the canvas that has this colour around it, if there is one. */
async function placeOf(tab: Page, colour: readonly [number, number, number]): Promise<{ x: number; y: number } | undefined> {
  const box = (await tab.locator('#canvas').boundingBox())!
  const picture = (await tab.screenshot({ clip: box, scale: 'css' })).toString('base64')
  const found = await tab.evaluate(
    async ({ picture, colour }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${picture}`
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const has = (x: number, y: number): boolean =>
        colour.every((value, channel) => Math.abs((data[(y * image.width + x) * 4 + channel] ?? 0) - value) < 4)
      for (let y = 3; y < image.height - 3; y++)
        for (let x = 3; x < image.width - 3; x++) {
          if (has(x, y) && has(x - 2, y) && has(x + 2, y) && has(x, y + 2)) return { x, y }
        }
      return undefined
    },
    { picture, colour },
  )
  return found === undefined ? undefined : { x: box.x + found.x, y: box.y + found.y }
}

/** Waits for what comes in its own time, long enough for a busy machine. */
const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 20_000 })

const blueOfPeople = [0x1f, 0x66, 0xad] as const
const greenOfPlaces = [0x00, 0x73, 0x5a] as const

const heading = (tab: Page) => tab.locator('#details h2').first().textContent()
const focused = (tab: Page) =>
  tab.evaluate(() =>
    document.activeElement === document.body
      ? 'body'
      : document.activeElement?.id || document.activeElement?.textContent || document.activeElement?.tagName,
  )

/** What a button of the menu "Take away" hands out. */
async function taken(tab: Page, name: string): Promise<string> {
  await tab.getByRole('button', { name: 'Take away' }).click()
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name, exact: true }).click()])
  return readFileSync(await download.path(), 'latin1')
}

async function faultsOf(tab: Page): Promise<string[]> {
  return (await new AxeBuilder({ page: tab }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe.skipIf(chromiumPath === undefined)('the page in Chromium (needs Chromium; NEWSGRAPH_CHROMIUM names one)', () => {
  beforeAll(async () => {
    template = await buildTemplate()
    const altered = turtleOf(harbour).replace('oa:exact "1,200 jobs are at risk', 'oa:exact "2,200 jobs are at risk')
    const listed = `${turtleOf(harbour)}\n:haldvik ng:standsFor :vestkyst .`
    const bare = turtleOf(harbour).replace(/schema:articleBody "(?:[^"\\]|\\.)*" ;/, '')
    for (const [name, turtle] of Object.entries({
      harbour: turtleOf(harbour),
      hostile: turtleOf(hostile),
      empty: '',
      bare,
      altered,
      listed,
    })) {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, page(toViewGraph(quadsOf(turtle)), { template }))
      addresses.set(name, pathToFileURL(file).href)
    }
    const file = join(folder, 'many.html')
    writeFileSync(file, page(manyStories(), { template }))
    addresses.set('many', pathToFileURL(file).href)
    browser = await startBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('weighs at most 150 kB on its way', () => {
    expect(gzipSync(template).length).toBeLessThan(150_000)
  })

  it('opens from a file without an error, a warning or a request', async () => {
    const { tab, complaints, requests } = await visit(address('harbour'))
    await tab.waitForTimeout(300)
    expect(complaints).toEqual([])
    expect(requests).toEqual([address('harbour')])
    expect(await tab.title()).toContain('Harbour talks collapse')
  })

  it.each([1, 2, 3])('draws points and names on layers of one size at a device factor of %i', async deviceScaleFactor => {
    const { tab } = await visit(address('harbour'), undefined, { deviceScaleFactor })
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
    await tab.setViewportSize({ width: 1000, height: 720 })
    await tab.waitForTimeout(200)
    const sizes = await tab
      .locator('#canvas canvas')
      .evaluateAll(all =>
        all.map(each => [each.clientWidth, each.clientHeight, (each as HTMLCanvasElement).width / each.clientWidth].join()),
      )
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toMatch(new RegExp(`,${deviceScaleFactor}$`))
  })

  it('tells all about a point that is clicked, and marks where it is written', async () => {
    const { tab, complaints } = await visit(address('harbour'))
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
    const place = (await placeOf(tab, blueOfPeople))!
    await tab.mouse.click(place.x, place.y)
    await eventually(() => tab.locator('#details .eyebrow').first().textContent()).toMatch(/^Person/)
    expect(harbour.records.map(record => record.label)).toContain(await heading(tab))
    expect(await tab.locator('#passage mark').first().isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('brings the words of a claim into sight, exactly, behind emoji', async () => {
    const { tab } = await visit(address('harbour'), 'employers')
    await tab.getByRole('button', { name: 'Show in article' }).click()
    const mark = tab.locator('#passage mark.strong')
    await eventually(() => mark.first().textContent()).toBe('1,200 jobs are at risk 📉')
    const [inner, outer] = [(await mark.boundingBox())!, (await tab.locator('#passage .text').boundingBox())!]
    expect(inner.y).toBeGreaterThanOrEqual(outer.y)
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
    expect(await tab.locator('.card.is-current blockquote').textContent()).toContain('1,200 jobs')
  })

  it('warns where the article does not say what the graph quotes', async () => {
    const { tab } = await visit(address('altered'), 's9')
    await eventually(() => tab.locator('#passage .warning').textContent()).toContain('something else')
    expect(await tab.locator('#passage .excerpt mark').textContent()).toContain('2,200 jobs')
  })

  it('lists the statements behind a line, and says of a line without claims where it comes from', async () => {
    const { tab } = await visit(`${address('harbour')}#${encodeURIComponent(`${iri('tidende')} ${iri('brandt')} statement`)}`)
    expect(await heading(tab)).toBe('Vestkyst Tidende → Helena Brandt')
    expect(await tab.locator('#details .card').count()).toBe(1)
    await eventually(() => tab.locator('#passage mark.strong').first().textContent()).toContain('an adviser to the prime minister said')
    await tab.goto(`${address('listed')}#${encodeURIComponent(`${iri('haldvik')} ${iri('vestkyst')} relation`)}`)
    await eventually(() => tab.locator('#details .basis').textContent()).toContain('list')
  })

  it('finds a mistyped name by keyboard alone, and reading goes on from its heading', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.keyboard.press('/')
    await tab.keyboard.type('lindmrak')
    await tab
      .getByRole('option', { name: /Oskar Lindmark/ })
      .first()
      .waitFor()
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('ArrowUp')
    await tab.keyboard.press('Enter')
    await eventually(() => heading(tab)).toBe('Oskar Lindmark')
    await eventually(() => focused(tab)).toBe('reader-heading')
  })

  it.each([
    ['transport minister', 'Helena Brandt'],
    ['mayor of sandvik', 'Oskar Lindmark'],
    ['storming', 'storming of the terminal'],
  ])('finds by “%s”: %s', async (words, name) => {
    const { tab } = await visit(address('harbour'))
    await tab.getByRole('combobox').fill(words)
    await tab
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
    await eventually(() => heading(tab)).toBe(name)
  })

  it('finds a statement by its words', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.getByRole('combobox').fill('withheld')
    await tab.getByRole('option', { name: /any report had been withheld/ }).click()
    await eventually(() => tab.locator('#passage mark.strong').first().textContent()).toBe('any report had been withheld')
  })

  it('hides a kind and shows it again', async () => {
    const { tab } = await visit(address('harbour'))
    const chip = tab.getByRole('button', { name: /^Places/ })
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeDefined()
    await chip.click()
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeUndefined()
    await chip.click()
    await eventually(() => placeOf(tab, greenOfPlaces)).toBeDefined()
  })

  it('filters drawing, table and counts alike, and a link brings the same view', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.getByRole('button', { name: /^Filters/ }).click()
    await tab.getByRole('checkbox', { name: /^deny/ }).check()
    await eventually(() => tab.locator('#facets header .count').textContent()).toBe('1 claim')
    await tab.getByRole('button', { name: 'Table' }).click()
    await eventually(() => tab.locator('#tables .tabs').textContent()).toMatch(/Statements 1(?!\d)/)
    const link = tab.url()
    expect(link).toMatch(/act=deny/)
    await tab.goto('about:blank')
    await tab.goto(link)
    await eventually(() => tab.locator('#tables .tabs').textContent()).toMatch(/Statements 1(?!\d)/)
    expect(await tab.getByRole('button', { name: 'Table' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('says so when a link leads to what is not in the graph', async () => {
    const { tab } = await visit(`${address('harbour')}#at=zzzzz`)
    expect(await tab.locator('#details [role=alert]').textContent()).toContain('not in this graph')
  })

  it('keeps what is brushed on the timeline', async () => {
    const { tab } = await visit(address('harbour'))
    const bars = (await tab.locator('#timeline .bars').boundingBox())!
    await tab.mouse.move(bars.x + 2, bars.y + 10)
    await tab.mouse.down()
    await tab.mouse.move(bars.x + bars.width / 3, bars.y + 10)
    await tab.mouse.up()
    await eventually(() => tab.url()).toMatch(/from=2026-03-\d\d&until=2026-03-\d\d/)
    await tab.getByRole('button', { name: 'All dates' }).click()
    await eventually(() => tab.url()).not.toMatch(/from=/)
  })

  it('never loses the focus', async () => {
    const { tab } = await visit(address('harbour'))
    const steps: readonly (() => Promise<unknown>)[] = [
      () => tab.getByRole('button', { name: 'Table' }).press('Enter'),
      () => tab.getByRole('button', { name: 'Kind', exact: true }).press('Enter'),
      () =>
        tab
          .locator('#tables .tabs')
          .getByRole('button', { name: /^Statements/ })
          .press('Enter'),
      () => tab.locator('#tables tbody button').first().press('Enter'),
      () => tab.locator('#details .card .ref').first().press('Enter'),
      () => tab.locator('#details .card').getByRole('button', { name: 'All details' }).first().press('Enter'),
      () => tab.locator('#details').getByRole('button', { name: 'Show in article' }).first().press('Enter'),
      () => tab.getByRole('button', { name: 'Map', exact: true }).press('Enter'),
      () => tab.getByRole('button', { name: /^Places/ }).press('Enter'),
      () => tab.keyboard.press('Escape'),
      () => tab.locator('#details .entry').first().press('Enter'),
      () => tab.locator('#details').getByRole('button', { name: 'Neighbourhood' }).press('Enter'),
      () => tab.getByRole('button', { name: /Back/ }).press('Enter'),
      () => tab.goBack(),
    ]
    for (const [at, step] of steps.entries()) {
      await step()
      await tab.waitForTimeout(60)
      expect([at, await focused(tab)]).not.toEqual([at, 'body'])
    }
  })

  it('leads through the drawing by keyboard', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.locator('#canvas').focus()
    await tab.keyboard.press('ArrowRight')
    await eventually(() => tab.locator('#live').textContent()).toMatch(/, (Person|Event|Organisation|Place)/)
    const first = await tab.locator('#live').textContent()
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) await tab.keyboard.press(key)
    await eventually(() => tab.locator('#live').textContent()).not.toBe('')
    expect(first).toBeTruthy()
    await tab.keyboard.press('Enter')
    await eventually(() => focused(tab)).toBe('reader-heading')
    expect(await heading(tab)).not.toContain('statements')
  })

  it('tells what connects two in sentences with their words', async () => {
    const { tab } = await visit(address('harbour'), 'adviser')
    await tab.locator('#details').getByRole('button', { name: 'Pin for a path' }).click()
    await tab.getByRole('combobox').fill('maritime')
    await tab
      .getByRole('option', { name: /Maritime Authority/ })
      .first()
      .click()
    await eventually(() => tab.locator('.path h3').first().textContent()).toMatch(
      /^an adviser to the prime minister – .* – Maritime Authority$/,
    )
    expect(await tab.locator('.path .step').count()).toBeGreaterThan(1)
    expect(await tab.locator('.path blockquote').count()).toBeGreaterThan(0)
  })

  it('leads from selected words to what rests on them', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.evaluate(() => {
      const body = document.querySelector('#passage .text')!
      const piece = [...body.children].find(each => each.textContent!.includes('withheld'))!
      const at = piece.textContent!.indexOf('withheld')
      getSelection()!.setBaseAndExtent(piece.firstChild!, at, piece.firstChild!, at + 8)
      body.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    })
    await eventually(() => tab.locator('#selected blockquote').textContent()).toContain('any report had been withheld')
    await tab.getByText('Add a relation that these words tell').click()
    await tab.locator('#selected form select').first().selectOption('Helena Brandt')
    await tab.locator('#selected form select').nth(1).selectOption('opponent of')
    await tab.locator('#selected form select').last().selectOption('Oskar Lindmark')
    await tab.getByRole('button', { name: 'Add it' }).click()
    await eventually(() => tab.locator('#corrections li').textContent()).toContain('Helena Brandt opponentOf Oskar Lindmark')
  })

  it('takes away pictures, tables and graphs', async () => {
    const { tab } = await visit(address('harbour'), 'lindmark')
    expect((await taken(tab, 'Picture (PNG)')).slice(1, 4)).toBe('PNG')
    const svg = Buffer.from(await taken(tab, 'Drawing (SVG)'), 'latin1').toString()
    expect(
      await tab.evaluate(
        text => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '',
        svg,
      ),
    ).toBe('')
    expect(svg).toContain('Oskar Lindmark')
    expect(svg).toContain('Source')
    expect(Buffer.from(await taken(tab, 'Table (CSV)'), 'latin1').toString()).toMatch(/^"Name","Kind",/)
    for (const form of ['Gephi (GEXF)', 'GraphML']) {
      const xml = Buffer.from(await taken(tab, form), 'latin1').toString()
      expect(
        await tab.evaluate(text => new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('node').length, xml),
      ).toBeGreaterThan(3)
    }
    const quads = new Parser().parse(Buffer.from(await taken(tab, 'RDF (Turtle)'), 'latin1').toString())
    const said = quads.filter(({ predicate }) => predicate.value === 'https://schema.org/creator').map(({ subject }) => subject.value)
    expect(said.toSorted()).toEqual(['s1', 's2', 's8'].map(iri))
    const evidence = quads.filter(({ predicate }) => predicate.value.endsWith('#exact')).map(({ object }) => object.value)
    expect(evidence).toContain('a strike would start on Monday')
  })

  it('cites the words with their source and a link to this view', async () => {
    const { tab } = await visit(address('harbour'), 's8', { permissions: ['clipboard-read', 'clipboard-write'] })
    await tab.locator('#details').getByRole('button', { name: 'Cite' }).click()
    await eventually(() => tab.locator('#live').textContent()).toBe('Citation copied')
    const cited = await tab.evaluate(() => navigator.clipboard.readText())
    expect(cited).toContain(
      '“a strike would start on Monday”\n“Harbour talks collapse as Lindmark blames ministry”, Nordpress, 4 March 2026.',
    )
    expect(cited).toMatch(/#at=\w+$/)
  })

  it('keeps corrections as decisions, shows them at once, and takes them back', async () => {
    const { tab } = await visit(address('harbour'), 'lindmark')
    await tab.locator('.correct summary').click()
    await tab.getByRole('button', { name: 'Rename' }).click()
    await tab.getByLabel('New name').fill('Oskar Lindmark Jr # x')
    await tab.getByLabel('New name').press('Enter')
    await eventually(() => heading(tab)).toBe('Oskar Lindmark Jr x')
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Save decisions' }).click()])
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      `rename <${iri('lindmark')}> Oskar Lindmark Jr x  # Oskar Lindmark → Oskar Lindmark Jr x\n`,
    )
    await tab.getByRole('button', { name: 'Undo', exact: true }).click()
    await eventually(() => heading(tab)).toBe('Oskar Lindmark')
  })

  it('draws a large graph as a map of stories, opens one, and a neighbourhood', async () => {
    const { tab, complaints } = await visit(address('many'))
    await eventually(() => tab.locator('#canvas').getAttribute('aria-label')).toMatch(/\. (\d|\d\d|1[0-4]\d) points and/)
    await tab.locator('#details').getByRole('button', { name: 'Boris Novak 0 · David Berg 0' }).click()
    await eventually(() => tab.locator('#trail').textContent()).toContain('Story')
    await tab.locator('#details .entry').first().click()
    await eventually(() => tab.locator('#trail').textContent()).toContain('Steps')
    await tab.getByRole('button', { name: /Back/ }).click()
    await tab.getByRole('button', { name: /Back/ }).click()
    await eventually(() => tab.locator('#trail').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('goes back to what was selected before', async () => {
    const { tab } = await visit(address('harbour'), 'brandt')
    await tab.locator('#details').getByRole('button', { name: 'Oskar Lindmark' }).first().click()
    await eventually(() => heading(tab)).toBe('Oskar Lindmark')
    await tab.goBack()
    await eventually(() => heading(tab)).toBe('Helena Brandt')
    await tab.keyboard.press('Escape')
    await eventually(() => heading(tab)).toContain('10 statements')
  })

  it('shows the quoted passages of an article whose text was left out', async () => {
    const { tab } = await visit(address('bare'), 's4')
    await eventually(() => tab.locator('#passage .excerpt mark.strong').textContent()).toBe('Nothing was hidden from anybody,')
  })

  it('says so when the graph is empty', async () => {
    const { tab, complaints } = await visit(address('empty'))
    expect(await tab.locator('#canvas-box').textContent()).toContain('empty')
    expect(await heading(tab)).toBe('This graph is empty')
    expect(complaints).toEqual([])
  })

  it('falls back to the table without WebGL', async () => {
    const plain = await startBrowser('--disable-3d-apis')
    try {
      const { tab } = await visit(address('harbour'), undefined, {}, plain)
      await eventually(() => tab.locator('#tables tbody tr:not(.filler)').count()).toBe(15)
      await tab.getByRole('button', { name: 'Map', exact: true }).click()
      expect(await tab.locator('#canvas-box').textContent()).toContain('no WebGL')
    } finally {
      await plain.close()
    }
  })

  it('lets a hostile article do nothing, nor what is taken away of it', async () => {
    const { tab, complaints, requests } = await visit(address('hostile'))
    for (const name of ['a', 'b', 's', 'hostile']) {
      await tab.goto(`${address('hostile')}#${encodeURIComponent(iri(name))}`)
      await tab.waitForTimeout(80)
      for (const view of ['Full', 'Who quotes whom', 'Table', 'Map']) await tab.getByRole('button', { name: view, exact: true }).click()
      for (const link of await tab.locator('a[href]:not(.skip)').all())
        expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.org\//)
    }
    await tab.getByRole('combobox').fill('img')
    await tab.waitForTimeout(100)
    const svg = Buffer.from(await taken(tab, 'Drawing (SVG)'), 'latin1').toString()
    expect(
      await tab.evaluate(
        text => [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')].map(({ localName }) => localName),
        svg,
      ),
    ).toSatisfy((names: string[]) => names.every(name => ['svg', 'rect', 'path', 'text', 'g'].includes(name)))
    expect(() => new Parser().parse(`@base <https://example.org/> . `)).not.toThrow()
    new Parser().parse(Buffer.from(await taken(tab, 'RDF (Turtle)'), 'latin1').toString())
    expect(await tab.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await tab.locator('img, body b, iframe, object').count()).toBe(0)
    expect(await tab.locator('script').count()).toBe(2)
    expect(complaints).toEqual([])
    expect(new Set(requests.map(url => url.replace(/#.*/, '')).filter(url => !url.startsWith('blob:')))).toEqual(
      new Set([address('hostile')]),
    )
  })

  it('runs no script but its own even if markup got in', async () => {
    const { tab } = await visit(address('harbour'))
    await tab.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="https://example.org/x.png" onerror="window.hacked = 1"><iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
      )
    })
    await tab.waitForTimeout(200)
    expect(await tab.evaluate(() => 'hacked' in window)).toBe(false)
  })

  it.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 360],
  ] as const)('has no fault of accessibility in the %s theme at %i px', async (colorScheme, width) => {
    const { tab } = await visit(address('harbour'), 'lindmark', { colorScheme, viewport: { width, height: 760 } })
    expect(await faultsOf(tab)).toEqual([])
    await tab.getByRole('button', { name: /^Filters/ }).click()
    expect(await faultsOf(tab)).toEqual([])
    await tab.getByRole('button', { name: /^Filters/ }).click()
    await tab.getByRole('button', { name: 'Table' }).click()
    await tab.getByRole('combobox').fill('re')
    expect(await faultsOf(tab)).toEqual([])
    await tab.keyboard.press('Escape')
    await tab.getByRole('button', { name: 'Take away' }).click()
    expect(await faultsOf(tab)).toEqual([])
  })

  it('fits a telephone: nothing scrolls sideways, and what is chosen comes up', async () => {
    const { tab } = await visit(address('harbour'), undefined, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await eventually(() => placeOf(tab, blueOfPeople)).toBeDefined()
    await tab.getByRole('combobox').fill('brandt')
    await tab
      .getByRole('option', { name: /Helena Brandt/ })
      .first()
      .click()
    await eventually(async () => (await tab.locator('#details h2').boundingBox())?.y ?? 999).toBeLessThan(700)
    await tab.getByRole('button', { name: 'Show in article' }).first().click()
    await eventually(async () => (await tab.locator('#passage mark.strong').first().boundingBox())?.y ?? 999).toBeLessThan(735)
  })

  it('works the same when served', async () => {
    const { url, close } = await serve(page(toViewGraph(quadsOf(turtleOf(harbour))), { template }))
    try {
      const { tab, complaints, requests } = await visit(url, 'brandt')
      expect(await heading(tab)).toBe('Helena Brandt')
      expect(complaints).toEqual([])
      expect(requests.every(request => request.startsWith(url))).toBe(true)
    } finally {
      await close()
    }
  })
})
