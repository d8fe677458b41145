/** Articles whose names people tied to Wikidata or Wikipedia: DWIE, MSNBC, AIDA; and when two ids or titles are the same thing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../src/link/entry.js'
import { nameKey } from '../../src/link/name-keys.js'
import { type Part, records, unitsOf, unpacked } from './corpora.js'

export interface GoldMention { readonly start: number; readonly end: number; /** Id or title; null where there is none. */ readonly target: string | null; readonly kind: string; /** Another id or name of it. */ readonly also?: string; /** Its number, where the corpus numbers things. */ readonly thing?: number; readonly isState?: boolean }
export interface GoldDocument { readonly id: string; readonly text: string; readonly date?: string; readonly mentions: readonly GoldMention[]; /** "Russian" is annotated as Russia. */ readonly withAdjectives: boolean }

/** Articles that are read end to end: those on which figures are told, and those on which rules were chosen. */
export interface GoldSet { readonly name: string; readonly told: readonly GoldDocument[]; readonly chosen: readonly GoldDocument[] }

/** Of corpora that have no training part, rules were chosen on every second article. */
export function goldSets(part: Part): GoldSet[] {
  const [msnbc, aida] = [linked(part, 'msnbc'), linked(part, 'aida_dev')].map((all) => ({ told: all.filter((_, at) => at % 2 === 0), chosen: all.filter((_, at) => at % 2 === 1) }))
  return [{ name: 'DWIE', told: dwie(part, true), chosen: [] }, { name: 'MSNBC', told: [], chosen: [], ...msnbc }, { name: 'AIDA', told: [], chosen: [], ...aida }]
}

interface DwieLinked {
  id: string; content: string
  mentions: { begin: number; end: number; concept: number }[]
  concepts: { concept: number; text?: string; link?: string | null; tags: string[]; qid?: string }[]
}

/** @param isDev its dev part, on which no rule was chosen; or its training part */
export function dwie(part: Part, isDev: boolean): GoldDocument[] {
  const list = join(part.data, 'dwie/dev_ids.txt')
  if (!existsSync(list)) return []
  const dev = new Set(readFileSync(list, 'utf8').split(/\s+/))
  const all = records<DwieLinked>({ data: part.data, split: part.split }, 'dwie/train.jsonl.gz'), usual = usualTies(all)
  return all.filter(({ id }) => dev.has(id) === isDev).map(({ id, content, mentions, concepts }) => {
    const unit = unitsOf(content)
    const things = new Map(concepts.filter(({ tags }) => tags.includes('type::entity')).map(({ concept, link, text, tags, qid }) => [concept, { target: meant(text ?? '', link || usual.get(`${text ?? ''} ${kindOf(tags)}`), tags), kind: kindOf(tags), thing: concept, isState: tags.includes('type::gpe0'), ...(qid && { also: qid }) }]))
    return { id, text: content, withAdjectives: false, mentions: mentions.flatMap(({ begin, end, concept }) => {
      const thing = things.get(concept)
      return thing ? [{ start: unit(begin), end: unit(end), ...thing }] : []
    }) }
  })
}

/**
 * What names of two words and more are tied to in this corpus, where it is one thing: what was forgotten here and there, such as the
 * European Central Bank.
 */
function usualTies(all: readonly DwieLinked[]): ReadonlyMap<string, string> {
  const ties = new Map<string, Set<string>>()
  for (const { text, link, tags } of all.flatMap(({ concepts }) => concepts)) {
    if (link && text?.includes(' ') && tags.includes('type::entity')) ties.set(`${text} ${kindOf(tags)}`, (ties.get(`${text} ${kindOf(tags)}`) ?? new Set()).add(link))
  }
  return new Map([...ties].flatMap(([name, links]) => [...links].slice(0, links.size === 1 ? 1 : 0).map((link) => [name, link] as const)))
}

/**
 * Two habits of these annotators are set right: the state of Ireland is tied to the island, England and Scotland to the United Kingdom.
 */
function meant(text: string, link: string | null | undefined, tags: readonly string[]): string | null {
  if (link === 'Ireland' && tags.includes('type::gpe0')) return 'Republic_of_Ireland'
  return link === 'United_Kingdom' && /^(?:England|Scotland|Wales)$/.test(text) ? text : link || null
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

/**
 * When titles and ids are one thing: by the knowledge base's own table, Wikipedia's redirects, and for what only GeoNames knows by its
 * names there.
 */
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
  const isPlace = placesNamed(part)
  const folded = new Map([...titles].map(([title, id]) => [nameKey(title), id]))
  const led = (title: string): string => nameKey(redirects.get(title.toLowerCase()) ?? title)
  const of = (target: string): string => {
    const bare = target.replace(/^wikidata:/, '')
    if (/^Q\d+$/.test(bare)) return bare
    return titles.get(bare) ?? folded.get(led(bare)) ?? led(bare)
  }
  return {
    of,
    isSame: (target, entry, also = '') => {
      const { id, title, label } = entry, gold = of(target)
      if (gold === id || target === title || id !== '' && also === id || title !== '' && led(title) === led(target)) return true
      if (id === '' && title === '') return /^Q\d+$/.test(target) ? nameKey(also) === nameKey(label) : isPlace(target, entry)
      // What has no id, a title, can only be compared by name with what has only an id.
      if (/^Q\d+$/.test(target) && id === '') return nameKey(also) === nameKey(label) || [nameKey(title), led(title)].includes(nameKey(also))
      if (/^Q\d+$/.test(gold)) return false
      // What has no title can only be compared by name.
      const bare = nameKey(target.replace(/_\([^)]*\)$/, '').replace(/,_.*$/, ''))
      if (saysMore(gold, entry)) return true
      if (title === '' && entry.geonames !== '' && isPlace(target, entry)) return true
      return title === '' ? names.get(id)?.has(bare) === true || names.get(id)?.has(gold) === true || [bare, gold].includes(nameKey(label)) : of(title) === gold || !target.includes('(') && names.get(id)?.has(gold) === true
    },
  }
}

/** "Christian Democratic Union of Germany" is the Christian Democratic Union of which the base says Germany; small words aside. */
function saysMore(gold: string, { label, facts }: Entry): boolean {
  const wordsOf = (text: string): string[] => nameKey(text).split(' ').filter((word) => !/^(?:of|in|the|for|and|federal)$/.test(word))
  const own = wordsOf(label), said = new Set(facts.flatMap(wordsOf)), all = wordsOf(gold)
  return own.length > 1 && own.every((word) => all.includes(word)) && all.every((word) => own.includes(word) || said.has(word))
}

/**
 * Whether a title is that of an entry that only GeoNames knows: it is one of its names there; of towns, what stands behind a comma or
 * in brackets is its region or state, and a bare title is that of the largest.
 */
function placesNamed(part: Part): (title: string, entry: Entry) => boolean {
  const names = new Map<string, Set<string>>(), largest = new Map<string, number>(), areas = new Map<string, Set<string>>()
  for (const line of (unpacked(part, 'kb/places.tsv.gz') ?? '').split('\n')) {
    const [geonames = '', name = '', feature = '', country = '', region = '', inhabitants = '', aliases = ''] = line.split('\t')
    const keys = new Set([name, ...aliases.split('|')].map(nameKey))
    names.set(geonames, keys)
    if (feature.startsWith('A.')) areas.set(feature.startsWith('A.PCL') ? country : `${country}.${region}`, keys)
    else for (const key of keys) largest.set(key, Math.max(largest.get(key) ?? 0, Number(inhabitants)))
  }
  return (title, { geonames, situation }) => {
    const [, bare = '', within = ''] = /^(.*?)(?:,_(.*)|_\((.*)\))?$/.exec(title) ?? [], key = nameKey(bare), where = nameKey(within)
    if (situation === undefined || !names.get(geonames)?.has(key)) return false
    if (situation.feature.startsWith('A.')) return true
    if (where === '') return situation.inhabitants >= (largest.get(key) ?? 0)
    return [situation.country, `${situation.country}.${situation.region}`].some((code) => areas.get(code)?.has(where))
  }
}
