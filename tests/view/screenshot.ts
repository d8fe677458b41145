/**
 * Makes the picture of the README from the real viewer: `npx tsx tests/view/screenshot.ts GRAPH.ttl OUT.png [dark] [IRI]`.
 * The selection is the given IRI, or the speaker with most lines.
 */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Parser } from 'n3'
import { toViewGraph } from '../../src/view/graph.js'
import { page } from '../../src/view/page.js'
import { startBrowser } from './browser.js'

const [source, target, theme = 'light', wanted] = process.argv.slice(2)
if (source === undefined || target === undefined) throw new Error('Usage: screenshot.ts GRAPH.ttl OUT.png [light|dark] [IRI]')

const graph = toViewGraph(new Parser().parse(readFileSync(source, 'utf8')))
const speakers = graph.claims.flatMap(claim => claim.facts.find(fact => fact.property === 'schema:creator')?.values.flatMap(value => value.ref ?? []) ?? [])
const linesOf = (id: string): number => graph.edges.filter(edge => edge.kind !== 'mention' && (edge.source === id || edge.target === id)).length
const selected = wanted ?? [...new Set(speakers)].sort((a, b) => linesOf(b) - linesOf(a))[0] ?? ''

const file = join(mkdtempSync(join(tmpdir(), 'newsgraph-')), 'graph.html')
writeFileSync(file, page(graph))
const browser = await startBrowser()
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: theme === 'dark' ? 'dark' : 'light' })
await tab.goto(`${pathToFileURL(file).href}#${encodeURIComponent(selected)}`)
await tab.locator('#details .card-statement .show').first().click()
await tab.mouse.move(0, 0)
await tab.waitForTimeout(600)
writeFileSync(target, await tab.screenshot({ type: 'png' }))
await browser.close()
