/**
 * Ties what an article names to what it means elsewhere.
 * In: an article with its entities and claims, and knowledge bases. Out: links by entity: "Sergey Lavrov", foreign minister → Wikidata's Q58217 and DBpedia's
 * Sergey_Lavrov, with the rule, the words of the article, the facts that they matched and how many namesakes were rejected.
 * Where it is a guess, nothing. Not handled: who is known by a surname alone; the same thing in other articles (merge puts that together).
 */
import type { Entity, Extracted, Link } from '../model.js'
import type { Choice } from './choose.js'
import { type Considered, considered } from './consider.js'
import { type Decided } from './decided.js'
import { type Entry, keyOf } from './entry.js'
import type { Found, KnowledgeBase } from './kb-read.js'
import { ruleOf } from './rules.js'
import type { Scored } from './score.js'
import { stateWords } from './setting.js'
import { sharedBy } from './surnames.js'
import type { Titles } from './titles.js'

/** Knowledge bases, asked one after the other: what an earlier one knows goes before what a later one says of the same thing. */
export interface LinkMaker {
  /** By entity id. @throws Problem `input` where a base is damaged */
  readonly link: (article: Extracted) => Promise<Readonly<Record<string, readonly Link[]>>>
  /** What was seen of each entity: for measuring, and for telling why. */
  readonly consider: (article: Extracted) => Promise<readonly Considered[]>
  /** Names, versions and hashes. */
  readonly name: string
  /** All of these names, with a few words that tell them apart. */
  readonly namesakes: (names: readonly string[]) => Promise<readonly Namesake[]>
}

export interface Namesake { readonly id: string; readonly label: string; readonly words: string }

export interface Sources {
  readonly bases: readonly KnowledgeBase[]
  readonly titles?: readonly Titles[]
  /** Which last names many bear. */
  readonly surnames?: Titles
  /** What people decided, before every rule. */
  readonly decided?: Decided
}

export function linkerOf({ bases, titles = [], surnames, decided = () => undefined }: Sources): LinkMaker {
  const states = stateWords(bases.flatMap(({ countries }) => countries))
  const name = [...bases, ...titles, ...(surnames ? [surnames] : [])].map((base) => base.name).join(', ')
  const isTitled = (text: string): boolean => titles.some((list) => list.has(text))
  const homes: Homes = new Map(bases.flatMap(({ countries }) => countries.map(({ code, id }) => [code, id.startsWith('Q') ? `${WIKIDATA}${id}` : `${GEONAMES}${id}/`] as const)).toReversed())
  const find = (names: readonly string[]) => findIn(bases, names)
  const consider = (article: Extracted): Promise<readonly Considered[]> => considered(article, { find, states, isTitled, shared: (person) => sharedBy(person, surnames) })
  return {
    name, consider,
    namesakes: async (names) => {
      const found = await find(names)
      const entries = new Map([...found.values()].flat().map(({ entry }) => [keyOf(entry), entry]))
      return [...entries.values()].map(namesakeOf)
    },
    link: async (article) => {
      const all = await consider(article)
      const made = all.map(({ entity, choice }) => [entity.id, choice && decided(entity) === undefined ? linksOf(entity, choice, name, homes) : []] as const)
      const own = article.entities.map((entity) => [entity.id, decidedLinks(entity, decided(entity), all, homes)] as const)
      return Object.fromEntries([...made, ...own].filter(([, links]) => links.length > 0))
    },
  }
}

/** "city, Wisconsin", "singer, died 1985". */
function namesakeOf({ id, geonames, title, label, facts, from, to, situation }: Entry): Namesake {
  const place = situation ? [situation.country, ...(situation.inhabitants > 0 ? [`${situation.inhabitants.toLocaleString('en')} people`] : [])] : []
  const years = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`until ${to}`])]
  return { id: id || geonames || title, label, words: [...facts.slice(0, 3), ...place, ...years].join(', ') }
}

async function findIn(bases: readonly KnowledgeBase[], names: readonly string[]): Promise<ReadonlyMap<string, readonly Found[]>> {
  const found = new Map<string, Found[]>(), known = new Map<string, Set<string>>()
  for (const base of bases) for (const [key, entries] of await base.find(names)) {
    const list = found.get(key) ?? [], ids = known.get(key) ?? new Set<string>()
    found.set(key, list)
    known.set(key, ids)
    for (const each of entries) {
      const id = keyOf(each.entry)
      if (!ids.has(id)) list.push(each)
      ids.add(id)
    }
  }
  return found
}

/** What people decided is so; the base adds the other addresses of the same thing, where it is among the candidates. */
function decidedLinks(entity: Entity, target: string | null | undefined, all: readonly Considered[], homes: Homes): Link[] {
  if (typeof target !== 'string') return []
  const candidates = all.find((each) => each.entity.id === entity.id)?.candidates ?? []
  const entry = candidates.find((candidate) => keyOf(candidate.entry) === target)?.entry
  const location = entry && locationOf(entry, homes)
  return (entry ? targetsOf(entry) : [addressOf(target)]).map((iri): Link => ({
    predicate: 'sameAs', target: iri, confidence: 1, rule: 'link-decided', facts: [], namesakes: Math.max(0, candidates.length - 1), knowledgeBase: 'decisions of people',
    evidence: entity.evidence, ...(location && { location }),
  }))
}

function addressOf(target: string): string {
  return /^Q\d+$/u.test(target) ? `${WIKIDATA}${target}` : target.startsWith('geonames/') ? `${GEONAMES}${target.slice(9)}/` : target
}

const WIKIDATA = 'http://www.wikidata.org/entity/', GEONAMES = 'https://sws.geonames.org/'

function targetsOf({ id, title, geonames }: Entry): string[] {
  return [
    ...(id ? [`${WIKIDATA}${id}`] : []),
    ...(title ? [`http://dbpedia.org/resource/${encodeURI(title).replace(/[?#]/gu, encodeURIComponent)}`] : []),
    ...(geonames ? [`${GEONAMES}${geonames}/`] : []),
  ]
}

/** A link to each data set that has it. */
function linksOf(entity: Entity, { best, rule, namesakes }: Choice, knowledgeBase: string, homes: Homes): Link[] {
  const known = ruleOf(rule)
  if (!known) return []
  const location = locationOf(best.entry, homes)
  return targetsOf(best.entry).map((target): Link => ({
    predicate: known.tier, target, confidence: known.confidence, rule: `link-${known.name}`, facts: factsOf(best),
    namesakes: namesakes.length, knowledgeBase, evidence: entity.evidence, ...(location && { location }),
  }))
}

function factsOf({ entry, facts, country, isInRegion, isWithin }: Scored): string[] {
  return [
    ...facts, ...(country > 0 && entry.situation ? [`country: ${entry.situation.country}`] : []), ...(isInRegion || isWithin ? [`region: ${entry.situation?.region ?? ''}`] : []),
  ]
}

/** States by code, as IRIs. */
type Homes = ReadonlyMap<string, string>

/** Where a place is, and of what state. */
function locationOf({ situation }: Entry, homes: Homes): Link['location'] | undefined {
  if (!situation) return undefined
  const { lat, long, country, feature } = situation, within = feature.startsWith('A.PCL') ? undefined : homes.get(country)
  if (lat === undefined && within === undefined) return undefined
  return { ...(lat !== undefined && long !== undefined && { lat, long }), ...(within !== undefined && { within }) }
}
