/** Articles whose names people tied to Wikidata or Wikipedia: DWIE, MSNBC, AIDA; and when two ids or titles are the same thing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../src/link/entry.js'
import { nameKey } from '../../src/link/name-keys.js'
import { type Part, records, unitsOf, unpacked } from './corpora.js'

export interface GoldMention { readonly start: number; readonly end: number; /** Id or title; null where there is none. */ readonly target: string | null; readonly kind: string; /** Another id or name of it. */ readonly also?: string; /** Its number, where the corpus numbers things. */ readonly thing?: number; readonly isState?: boolean }
export interface GoldDocument { readonly id: string; readonly text: string; readonly date?: string; readonly mentions: readonly GoldMention[]; /** "Russian" is annotated as Russia. */ readonly withAdjectives: boolean }

/** The articles that are read end to end. */
export function* goldDocuments(part: Part): Generator<readonly [string, readonly GoldDocument[]]> {
  yield ['DWIE', dwie(part, true)]
  yield ['MSNBC', linked(part, 'msnbc')]
  yield ['AIDA', linked(part, 'aida_dev')]
}

interface DwieLinked {
  id: string; content: string
  mentions: { begin: number; end: number; concept: number }[]
  concepts: { concept: number; link?: string | null; tags: string[]; qid?: string }[]
}

/** @param isDev its dev part, on which no rule was chosen; or its training part */
export function dwie(part: Part, isDev: boolean): GoldDocument[] {
  const list = join(part.data, 'dwie/dev_ids.txt')
  if (!existsSync(list)) return []
  const dev = new Set(readFileSync(list, 'utf8').split(/\s+/))
  return records<DwieLinked>({ data: part.data, split: part.split }, 'dwie/train.jsonl.gz').filter(({ id }) => dev.has(id) === isDev).map(({ id, content, mentions, concepts }) => {
    const unit = unitsOf(content)
    const things = new Map(concepts.filter(({ tags }) => tags.includes('type::entity')).map(({ concept, link, tags, qid }) => [concept, { target: link || null, kind: kindOf(tags), thing: concept, isState: tags.includes('type::gpe0'), ...(qid && { also: qid }) }]))
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

interface LinkedRecord { id: string; text: string; span: [number, number]; mentions: { span: [number, number]; qid: string | null; type?: string; name?: string; why?: string }[] }

function linked(part: Part, name: string): GoldDocument[] {
  return records<LinkedRecord>({ data: part.data, split: part.split }, `linking/${name}.jsonl.gz`).map(({ id, text, mentions }) => {
    const unit = unitsOf(text)
    return { id, text, withAdjectives: true, ...(name === 'msnbc' ? { date: '2007' } : { date: '1996' }), mentions: mentions.filter(({ why }) => why !== '<NO_MAPPING>').map(({ span, qid, type, name: called }) => ({ start: unit(span[0]), end: unit(span[1]), target: qid, kind: classKind(type ?? ''), ...(called && { also: called }) })) }
  })
}

function classKind(types: string): string {
  if (/\bQ215627\b/.test(types)) return 'people'
  if (/\b(?:Q43229|Q4438121|Q7210356|Q476028)\b/.test(types)) return 'organisations'
  return /\b(?:Q27096213|Q6256|Q515|Q82794|Q486972)\b/.test(types) ? 'places' : 'others'
}

/** When titles and ids are one thing: by the knowledge base's own table, and Wikipedia's redirects. */
export interface Identity {
  readonly of: (target: string) => string
  readonly isSame: (target: string, entry: Entry, also?: string) => boolean
}

export function identities(part: Part): Identity {
  const titles = new Map<string, string>(), redirects = new Map<string, string>(), names = new Map<string, Set<string>>()
  for (const line of (unpacked(part, 'kb/core.tsv.gz') ?? '').split('\n')) {
    const [id = '', , label = '', aliases = '', title = ''] = line.split('\t')
    if (title !== '') titles.set(title, id)
    names.set(id, new Set([label, ...aliases.split('|')].map(nameKey)))
  }
  for (const line of (unpacked(part, 'kb/redirects-wide.tsv.gz') ?? '').split('\n')) {
    const [from = '', to = ''] = line.split('\t')
    redirects.set(from, to)
  }
  const folded = new Map([...titles].map(([title, id]) => [nameKey(title), id]))
  const of = (target: string): string => {
    const bare = target.replace(/^wikidata:/, '')
    if (/^Q\d+$/.test(bare)) return bare
    const redirected = redirects.get(bare.toLowerCase()) ?? bare
    return titles.get(bare) ?? folded.get(nameKey(redirected)) ?? nameKey(redirected)
  }
  return {
    of,
    isSame: (target, { id, title, label }, also = '') => {
      const gold = of(target)
      if (gold === id || target === title || id !== '' && also === id) return true
      // What has no id, an entry of GeoNames or a title, can only be compared by name with what has only an id.
      if (/^Q\d+$/.test(target) && id === '') return nameKey(also) === nameKey(label) || nameKey(also) === nameKey(title)
      if (/^Q\d+$/.test(gold)) return false
      // What has no title can only be compared by name.
      const bare = nameKey(target.replace(/_\([^)]*\)$/, '').replace(/,_.*$/, ''))
      return title === '' ? names.get(id)?.has(bare) === true || names.get(id)?.has(gold) === true || nameKey(label) === bare : of(title) === gold || !target.includes('(') && names.get(id)?.has(gold) === true
    },
  }
}
