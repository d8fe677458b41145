/**
 * Which format is it?
 *
 *   in:  the name of a file and how its text begins – "story.html", "<!doctype html>…"
 *   out: the format
 *
 * The text goes before the name where it is unmistakable, as pages are often saved under any name.
 */

export type Format = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'feed'

const FORMAT_OF_ENDING: Readonly<Record<string, Format>> = {
  txt: 'text', text: 'text',
  md: 'markdown', markdown: 'markdown',
  html: 'html', htm: 'html', xhtml: 'html',
  json: 'json', jsonld: 'json', 'json-ld': 'json',
  jsonl: 'jsonl', ndjson: 'jsonl',
  rss: 'feed', atom: 'feed', rdf: 'feed', xml: 'feed',
}

/** Endings of the files that are read from a folder. */
export const ENDINGS: readonly string[] = Object.keys(FORMAT_OF_ENDING)

/** So many characters tell the format. */
const START = 4000

export function formatOf(source: string, text: string): Format {
  const start = text.slice(0, START).trimStart()
  const root = rootOf(text)
  if (/^<!doctype html|^<html[\s>]/i.test(root)) return 'html'
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root)) return 'feed'
  if (/^\{[^]*?"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\\?\/version\b/.test(start)) return 'feed'
  const ending = /\.([\w-]+)$/.exec(source.replace(/[?#].*$/, ''))?.[1]?.toLowerCase()
  return (ending !== undefined ? FORMAT_OF_ENDING[ending] : undefined) ?? formatOfText(start, root, text)
}

/** What follows the declaration, style sheets and comments that XML and HTML may begin with; step by step, as one pattern for all takes for ever. */
export function rootOf(text: string): string {
  const blank = /[\s\uFEFF]*/y
  let at = 0
  for (let end = 0; end >= 0;) {
    blank.lastIndex = at
    at += blank.exec(text)?.[0].length ?? 0
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined
    end = close ? text.indexOf(close, at) : -1
    if (close && end >= 0) at = end + close.length
  }
  return text.slice(at, at + START)
}

function formatOfText(start: string, root: string, text: string): Format {
  if (/^<(?:!doctype|html|head|body|title|meta|article|main|div|p|h1)[\s>]/i.test(root)) return 'html'
  if (start.startsWith('{')) return isJson(text.trim()) ? 'json' : isJson(start.split('\n', 1)[0] ?? '') ? 'jsonl' : 'text'
  if (/^\[\s*[{\]]/.test(start)) return 'json'
  return /^---\r?\n[^]*?\r?\n---\r?\n/.test(start) || /^# \S/.test(start) ? 'markdown' : 'text'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
