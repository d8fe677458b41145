/** Articles whose names people tied to Wikidata or Wikipedia: DWIE, MSNBC, AIDA; and when two ids or titles are the same thing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../src/link/entry.js'
import { type Part, records, sampled, unitsOf, unpacked } from './corpora.js'

export interface GoldMention { readonly start: number; readonly end: number; /** Id or title; null where there is none. */ readonly target: string | null; readonly kind: string }
export interface GoldDocument { readonly id: string; readonly text: string; readonly date?: string; readonly mentions: readonly GoldMention[]; /** "Russian" is annotated as Russia. */ readonly withAdjectives: boolean }

/** Of DWIE's training articles as many are looked at as tell whether a rule holds; the articles of its dev part are never among them. */
const TRAINING = 140

/** With `--split train`, only the articles on which rules were chosen. */
export function* goldDocuments(part: Part): Generator<readonly [string, readonly GoldDocument[]]> {
  if (part.split === 'dev') {
    yield ['DWIE', dwie(part, true)]
    yield ['MSNBC', linked(part, 'msnbc')]
  }
  yield ['AIDA', linked(part, 'aida_dev')]
  yield ['DWIE train', sampled(dwie(part, false), TRAINING)]
}

interface DwieLinked {
  id: string; content: string
  mentions: { begin: number; end: number; concept: number }[]
  concepts: { concept: number; link?: string | null; tags: string[] }[]
}

function dwie(part: Part, isDev: boolean): GoldDocument[] {
  const list = join(part.data, 'dwie/dev_ids.txt')
  if (!existsSync(list)) return []
  const dev = new Set(readFileSync(list, 'utf8').split(/\s+/))
  return records<DwieLinked>({ data: part.data, split: part.split }, 'dwie/train.jsonl.gz').filter(({ id }) => dev.has(id) === isDev).map(({ id, content, mentions, concepts }) => {
    const unit = unitsOf(content)
    const things = new Map(concepts.filter(({ tags }) => tags.includes('type::entity')).map(({ concept, link, tags }) => [concept, { target: link || null, kind: kindOf(tags) }]))
    return { id, text: content, withAdjectives: false, mentions: mentions.flatMap(({ begin, end, concept }) => {
      const thing = things.get(concept)
      return thing ? [{ start: unit(begin), end: unit(end), ...thing }] : []
    }) }
  })
}

function kindOf(tags: readonly string[]): string {
  const has = (...words: readonly string[]): boolean => words.some((word) => tags.includes(`type::${word}`))
  if (has('person')) return 'people'
  if (has('media')) return 'outlets'
  if (has('location', 'gpe', 'gpe0', 'gpe1', 'gpe2', 'facility')) return 'places'
  return has('organization') ? 'organisations' : 'others'
}

interface LinkedRecord { id: string; text: string; span: [number, number]; mentions: { span: [number, number]; qid: string | null; type?: string }[] }

function linked(part: Part, name: string): GoldDocument[] {
  return records<LinkedRecord>({ data: part.data, split: part.split }, `linking/${name}.jsonl.gz`).map(({ id, text, mentions }) => {
    const unit = unitsOf(text)
    return { id, text, withAdjectives: true, ...(name === 'msnbc' ? { date: '2007' } : { date: '1996' }), mentions: mentions.map(({ span, qid, type }) => ({ start: unit(span[0]), end: unit(span[1]), target: qid, kind: classKind(type ?? '') })) }
  })
}

function classKind(types: string): string {
  if (/\bQ215627\b/.test(types)) return 'people'
  if (/\b(?:Q43229|Q4438121|Q7210356|Q476028)\b/.test(types)) return 'organisations'
  return /\b(?:Q27096213|Q6256|Q515|Q82794|Q486972)\b/.test(types) ? 'places' : 'others'
}

/** When titles and ids are one thing: by the knowledge base's own table, and Wikipedia's redirects. */
export interface Identity { readonly of: (target: string) => string; readonly isSame: (target: string, entry: Entry) => boolean }

export function identities(part: Part): Identity {
  const titles = new Map<string, string>(), redirects = new Map<string, string>()
  for (const line of (unpacked(part, 'kb/core.tsv.gz') ?? '').split('\n')) {
    const [id = '', , , , title = ''] = line.split('\t')
    if (title !== '') titles.set(title.toLowerCase(), id)
  }
  for (const line of (unpacked(part, 'kb/redirects-wide.tsv.gz') ?? '').split('\n')) {
    const [from = '', to = ''] = line.split('\t')
    redirects.set(from, to)
  }
  const of = (target: string): string => {
    if (/^Q\d+$/.test(target)) return target
    const lower = target.toLowerCase(), title = titles.has(lower) ? lower : redirects.get(lower) ?? lower
    return titles.get(title) ?? title
  }
  return {
    of,
    isSame: (target, { id, title, label }) => {
      const gold = of(target)
      if (gold === id) return true
      // An id without a title can only be compared by name.
      return !/^Q\d+$/.test(gold) && (title === '' ? label.replaceAll(' ', '_').toLowerCase() === gold : of(title) === gold)
    },
  }
}
