/**
 * Which format is it?
 *
 *   in:  the name of a file and how its text begins – "story.html", "<!doctype html>…"
 *   out: the format
 *
 * The text goes before the name where it is unmistakable, as pages are often saved under any name. Nothing is guessed from a part of it:
 * a first line of any length is read to its end.
 */

export const FORMATS = ['text', 'markdown', 'html', 'json', 'jsonl', 'feed'] as const
export type Format = (typeof FORMATS)[number]

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
  const start = text.trimStart().replace(/^<\?xml[^>]*>\s*/, '')
  const root = rootOf(text)
  if (/^<!doctype html|^<html[\s>]/i.test(root)) return 'html'
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root)) return 'feed'
  if (/^\{[^]*?"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\\?\/version\b/.test(start)) return 'feed'
  return formatOfName(source) ?? formatOfText(start, root)
}

/** What the ending of a file or address tells. */
export function formatOfName(source: string): Format | undefined {
  const ending = /\.([\w-]+)$/.exec(source.replace(/[?#].*$/, ''))?.[1]?.toLowerCase()
  return ending === undefined ? undefined : FORMAT_OF_ENDING[ending]
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

function formatOfText(start: string, root: string): Format {
  if (/^<(?:!doctype|html|head|body|title|meta|article|main|div|p|h1)[\s>]/i.test(root)) return 'html'
  if (start.startsWith('{')) return formatOfObjects(start)
  if (/^\[\s*[{\]]/.test(start)) return 'json'
  return /^---\r?\n[^]*?\r?\n---\r?\n/.test(start) || /^# \S/.test(start) ? 'markdown' : 'text'
}

/** One object, one a line, or prose that begins with a brace. Where it is JSON by its looks, it is for the reader of JSON to say what is wrong. */
function formatOfObjects(text: string): Format {
  if (isJson(text)) return 'json'
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const objects = lines.filter((line) => line.startsWith('{') && line.endsWith('}'))
  if (isJson(lines[0] ?? '') || objects.length > 1) return 'jsonl'
  return /^\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(text) ? 'json' : 'text'
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
