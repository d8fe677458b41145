/**
 * A view graph in, one HTML file out that needs nothing else: no network, no server. What articles say goes in packed and as
 * letters and digits only, which no HTML parser can take for markup, and the page's own policy forbids every script but its own.
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Problem } from '../problem.js'
import type { ViewGraph } from './model.js'
import { pack } from './pack.js'

const slot = '<script type="application/json" id="newsgraph">'

/** What a page carries to answer SPARQL by itself: the graph as N-Triples, the asking thread's script and its WebAssembly. */
export interface Carried {
  readonly triples: string
  readonly script: string
  readonly wasm: Uint8Array
}

export interface PageOptions {
  /** The built app; by default the one that `npm run build:view` left in dist/view. */
  readonly template?: string
  readonly ask?: Carried
}

/** The page for a graph, as one file. */
export function page(graph: ViewGraph, { template = readTemplate(), ask }: PageOptions = {}): string {
  const { head, parts, blocks } = pack(graph)
  const given = { head, parts: parts.map(squeeze), blocks: blocks.map(squeeze) }
  if (ask === undefined) return fill(template, given)
  const carried = { triples: squeeze(ask.triples), script: squeeze(ask.script), wasm: squeeze(ask.wasm) }
  return fill(allowing(template, "worker-src blob:; script-src 'wasm-unsafe-eval'"), { ...given, ask: carried })
}

/** The page that fetches its graph, piece by piece, from where it comes from. */
export function servedPage(
  means: { readonly live: boolean; readonly ask: boolean; readonly decisions: boolean; readonly hasGraph: boolean },
  template: string = readTemplate(),
): string {
  const { hasGraph, ...served } = means
  const empty: ViewGraph = { articles: [], nodes: [], claims: [], edges: [], stories: [] }
  const given = hasGraph
    ? {}
    : (({ head, parts, blocks }) => ({ head, parts: parts.map(squeeze), blocks: blocks.map(squeeze) }))(pack(empty))
  return fill(allowing(template, "connect-src 'self'; worker-src 'self'; manifest-src 'self'"), { ...given, served })
}

/** Adds to the page's own policy; what it says of scripts is added to what it says of them already. */
function allowing(template: string, more: string): string {
  return more.split('; ').reduce((html, directive) => {
    const [name = '', ...sources] = directive.split(' ')
    const known = new RegExp(`(Content-Security-Policy" content="[^"]*${name} [^;"]*)`)
    return known.test(html)
      ? html.replace(known, `$1 ${sources.join(' ')}`)
      : html.replace("default-src 'none';", `default-src 'none'; ${directive};`)
  }, template)
}

/** Puts what the app is given into its place. @throws Problem 'output' when the template has none */
export function fill(template: string, given: unknown): string {
  const at = template.indexOf(slot)
  if (at < 0) throw new Problem('output', 'The viewer’s page has no place for the graph.', 'Run "npm run build:view".')
  return template.slice(0, at + slot.length) + harmless(JSON.stringify(given)) + template.slice(at + slot.length)
}

/** Gzip as base64; the level is fixed so that the same graph gives the same bytes. */
function squeeze(data: string | Uint8Array): string {
  return gzipSync(data, { level: 9 }).toString('base64')
}

/** JSON that holds no markup, whatever is in its strings. */
function harmless(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Compiled, the page lies next to this file; run from source, it is in dist/view. */
export function readTemplate(): string {
  for (const place of ['./index.html', '../../dist/view/index.html']) {
    try {
      return readFileSync(fileURLToPath(new URL(place, import.meta.url)), 'utf8')
    } catch {
      continue
    }
  }
  throw new Problem('output', 'The viewer’s page is not built.', 'Run "npm run build:view" in the folder of newsgraph.')
}
