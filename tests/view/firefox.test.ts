/** The page in Firefox, by the W3C's own protocol. Skipped where no Firefox is found; NEWSGRAPH_FIREFOX names one. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toViewGraph } from '../../src/view/graph.js'
import { page } from '../../src/view/page.js'
import type { FirefoxPage } from './firefox.js'
import { firefoxPath, startFirefox } from './firefox.js'
import { harbour } from './harbour.js'
import { buildTemplate } from './template.js'
import { quadsOf, turtleOf } from './turtle.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-firefox-'))
let tab: FirefoxPage
let hasWebgl = false

const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 30_000 })
const heading = () => tab.read<string | null>("document.querySelector('#details h2')?.textContent ?? null")

describe.skipIf(firefoxPath === undefined)('the page in Firefox (needs Firefox; NEWSGRAPH_FIREFOX names one)', () => {
  beforeAll(async () => {
    const file = join(folder, 'harbour.html')
    writeFileSync(file, page(toViewGraph(quadsOf(turtleOf(harbour))), { template: await buildTemplate() }))
    tab = await startFirefox()
    await tab.resize(1100, 700, 2)
    await tab.open(pathToFileURL(file).href)
    hasWebgl = await tab.read("document.createElement('canvas').getContext('webgl2') !== null")
  })
  afterAll(async () => {
    await tab?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens, and draws on layers of one size on a fine screen', async ({ skip }) => {
    await eventually(heading).toContain('10 statements')
    if (!hasWebgl) skip('Firefox has no WebGL here: install Xvfb')
    const sizes = "[...document.querySelectorAll('#canvas canvas')].map(({ clientWidth, width }) => [clientWidth, width / clientWidth])"
    await eventually(async () => (await tab.read<readonly unknown[]>(sizes)).length).toBeGreaterThan(9)
    const layers = await tab.read<readonly (readonly [number, number])[]>(sizes)
    expect(new Set(layers.map(String)).size).toBe(1)
    expect(layers[0]![1]).toBe(2)
  })

  it('finds by keyboard, and leads to the words', async () => {
    await tab.press('/', ...'lindmrak')
    await eventually(() => tab.read("document.querySelector('#results [aria-selected=true] .found')?.textContent")).toBe('Oskar Lindmark')
    await tab.press('\uE007')
    await eventually(heading).toBe('Oskar Lindmark')
    expect(await tab.read('document.activeElement.id')).toBe('reader-heading')
    await tab.read("document.querySelector('.card-statement .show').click()")
    await eventually(() => tab.read("document.querySelector('#passage mark.strong')?.textContent ?? ''")).not.toBe('')
  })

  it('goes from point to point by keyboard, and back out', async ({ skip }) => {
    if (!hasWebgl) skip('Firefox has no WebGL here: install Xvfb')
    await tab.press('\uE00C')
    await eventually(heading).toContain('10 statements')
    await tab.read("document.querySelector('#canvas').focus()")
    await tab.press('\uE014', '\uE007')
    await eventually(heading).not.toContain('10 statements')
    await eventually(() => tab.read('document.activeElement.id')).toBe('reader-heading')
  })

  it('draws its points in the colours of their kinds', async () => {
    expect((await tab.picture()).length).toBeGreaterThan(50_000)
  })
})
