/**
 * JSON and JSONL.
 *
 *   in:  { "title": …, "text": "Russia on Wednesday …", "date": "2022-07-07" }, a list of such, an object that holds
 *        such a list, JSON-LD, a JSON Feed; for JSONL one such object a line
 *   out: a record for each article
 *
 * The fields go by the names that news collections and programs use.
 */
import { Problem } from '../problem.js'
import { isLinked, linkedArticles, type LinkedArticle } from './json-ld.js'
import type { ArticleRecord } from './records.js'

type Fields = Readonly<Record<string, unknown>>

const NAMES = {
  body: ['text', 'articlebody', 'body', 'maintext', 'fulltext', 'contenttext', 'contenthtml', 'content', 'bodytext', 'bodyhtml', 'cleanedtext', 'article', 'story', 'rawtext', 'html', 'document'],
  title: ['title', 'headline', 'webtitle', 'name'],
  date: ['date', 'datepublished', 'publisheddate', 'datepublish', 'publishdate', 'published', 'publishedat', 'pubdate', 'webpublicationdate', 'publicationdate', 'firstpublished', 'timestamp', 'createdat', 'created'],
  authors: ['authors', 'author', 'byline', 'creator'],
  publisher: ['publisher', 'outlet', 'sitename', 'publication', 'source', 'sourcename', 'sourcedomain', 'newspaper'],
  url: ['url', 'link', 'canonicalurl', 'weburl', 'sourceurl', 'uri'],
  language: ['language', 'lang', 'inlanguage'],
} as const

export function recordsInJson(text: string, source: string): ArticleRecord[] {
  const records: ArticleRecord[] = []
  collect(parse(text, source), records)
  if (records.length === 0) throw noArticle(source)
  return records
}

/** The article of one line of JSONL; `place` names it in a Problem: "news.jsonl, line 3". */
export function recordInLine(line: string, place: string): ArticleRecord {
  const [record] = recordsInJson(line, place)
  if (!record) throw noArticle(place)
  return record
}

function noArticle(place: string): Problem {
  return new Problem('input', `No article text was found in ${place}`, 'Give the text in a field named "text", "body", "content" or "articleBody".')
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('input', `${place} is not valid JSON`, 'Check it with a JSON validator; for one object a line, name the file .jsonl.', { cause })
  }
}

function collect(value: unknown, records: ArticleRecord[]): void {
  if (typeof value !== 'object' || value === null) return
  const linked = isLinked(value) ? linkedArticles(value).flatMap(linkedRecord) : []
  const record = linked.length > 0 || Array.isArray(value) ? undefined : recordOf(value as Fields)
  for (const found of record ? [record] : linked) records.push(found)
  if (linked.length === 0 && !record) for (const inner of Object.values(value)) collect(inner, records)
}

function linkedRecord({ body, headline, datePublished, dateModified, ...rest }: LinkedArticle): ArticleRecord[] {
  const date = datePublished ?? dateModified
  return body ? [{ ...rest, body, ...(headline ? { title: headline } : {}), ...(date ? { date } : {}) }] : []
}

function recordOf(fields: Fields): ArticleRecord | undefined {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase().replace(/[^a-z]/g, ''), value]))
  const valuesOf = (kind: keyof typeof NAMES): string[] => NAMES[kind].map((name) => textsIn(byName.get(name))).find((texts) => texts.length > 0) ?? []
  const body = valuesOf('body').join('\n\n')
  if (!/\s/.test(body)) return undefined
  const [title, date, publisher, url, language] = [valuesOf('title')[0], valuesOf('date')[0], valuesOf('publisher')[0], valuesOf('url')[0], valuesOf('language')[0]]
  return {
    body,
    authors: valuesOf('authors'),
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(publisher && !/^https?:/.test(publisher) ? { publisher: { name: publisher } } : {}),
    ...(url && /^https?:/.test(url) ? { url } : {}),
    ...(language ? { language } : {}),
  }
}

/** Strings, also in lists and as `{ "name": … }`; a number is seconds or milliseconds since 1970. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number' && value > 1e8 && value < 1e13) return [new Date(value > 1e11 ? value : value * 1000).toISOString()]
  if (typeof value === 'object' && value !== null) return textsIn((value as Fields)['name'] ?? (value as Fields)['title'] ?? (value as Fields)['$date'])
  return []
}
