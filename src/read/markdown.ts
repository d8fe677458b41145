/**
 * Markdown.
 *
 *   in:  "---\ntitle: Lavrov slams leak\ndate: 2022-07-07\n---\n\n# …\n\nRussia on **Wednesday** slammed …"
 *   out: the text as it is shown, "Russia on Wednesday slammed …", without front matter; offsets count in that text
 *
 * Of the front matter only `name: value` lines, `[a, b]` and `- a` lists are read.
 */
import { marked } from 'marked'
import type { Draft } from './article.js'
import { parseDate } from './dates.js'
import { readMarkup } from './records.js'

const FRONT_MATTER = /^---\r?\n([^]*?)\r?\n(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/

export function readMarkdown(source: string): Draft {
  const matter = FRONT_MATTER.exec(source)
  const fields = fieldsIn(matter?.[1] ?? '')
  const draft = readMarkup(marked.parse(source.slice(matter?.[0].length ?? 0), { async: false, gfm: true }))
  const [first] = draft.blocks
  const heading = first?.kind === 'headline' ? { name: draft.text.slice(first.start, first.end), span: { start: first.start, end: first.end } } : undefined
  const title = fields.get('title')?.[0] ?? fields.get('headline')?.[0]
  const date = parseDate(fields.get('date')?.[0] ?? fields.get('published')?.[0] ?? '')
  const authors = fields.get('author') ?? fields.get('authors') ?? fields.get('byline') ?? []
  const url = fields.get('url')?.[0] ?? fields.get('link')?.[0] ?? fields.get('canonical')?.[0]
  const publisher = fields.get('publisher')?.[0] ?? fields.get('outlet')?.[0] ?? fields.get('source')?.[0]
  const language = fields.get('language')?.[0] ?? fields.get('lang')?.[0]
  return {
    ...draft,
    ...(heading ? { headline: heading } : title ? { headline: { name: title } } : {}),
    ...(date ? { date, dateFrom: 'metadata' as const } : {}),
    ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
    ...(url && /^https?:\/\//i.test(url) ? { url } : {}),
    ...(publisher ? { publisher: { name: publisher } } : {}),
    ...(language ? { declaredLanguage: language } : {}),
  }
}

function fieldsIn(matter: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  let last: string[] = []
  for (const line of matter.split(/\r?\n/)) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1]
    const [, name, value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (item !== undefined) last.push(unquoted(item))
    if (name === undefined) continue
    last = value === '' ? [] : /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(unquoted) : [unquoted(value)]
    fields.set(name.toLowerCase(), last)
  }
  return fields
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}
