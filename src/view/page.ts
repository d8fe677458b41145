/**
 * A view graph in, one HTML file out that needs nothing else: no network, no server. What articles say goes in as JSON
 * that no HTML parser can leave, and the page's own policy forbids every script but its own.
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Problem } from '../problem.js'
import type { ViewGraph } from './model.js'

const slot = '<script type="application/json" id="newsgraph">'

/** The page for a graph. `template` is the built app; by default the one that `npm run build:view` left in dist/view. */
export function page(graph: ViewGraph, template: string = readTemplate()): string {
  const at = template.indexOf(slot)
  if (at < 0) throw new Problem('output', 'The viewer’s page has no place for the graph.', 'Run "npm run build:view".')
  return template.slice(0, at + slot.length) + harmless(JSON.stringify(graph)) + template.slice(at + slot.length)
}

/** JSON that holds no markup, whatever is in its strings. */
function harmless(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Compiled, the page lies next to this file; run from source, it is in dist/view. */
function readTemplate(): string {
  for (const place of ['./index.html', '../../dist/view/index.html']) {
    try {
      return readFileSync(fileURLToPath(new URL(place, import.meta.url)), 'utf8')
    } catch {
      continue
    }
  }
  throw new Problem('output', 'The viewer’s page is not built.', 'Run "npm run build:view" in the folder of newsgraph.')
}
