/**
 * The knowledge bases, for the server.
 * In: the bases that the user named and those that come with newsgraph. Out: things by name and by IRI: "Sergey Lavrov" → `http://www.wikidata.org/entity/Q58217`.
 * Where a base that comes with newsgraph is damaged, that is said, and the server answers from the graph alone.
 */
import { companions } from './link/companions.js'
import { type Entry, keyOf } from './link/entry.js'
import { openBaseAt, SHIPPED } from './link/kb-disk.js'
import type { KnowledgeBase } from './link/kb-read.js'
import { Problem } from './problem.js'
import type { Knowledge, KnownThing } from './serve/knowledge.js'

export interface KnowledgeOptions {
  /** Bases that are asked before those that come with newsgraph. Default: none. */
  readonly kb?: readonly string[]
  /** Answer from knowledge bases at all. Default: true. */
  readonly links?: boolean
  /** Told when the base that comes with newsgraph is of no use. Default: nothing happens. */
  readonly onProblem?: (problem: Problem) => void
}

/** @throws Problem `input` where a base that was named is missing, none or damaged */
export async function openKnowledge({ kb = [], onProblem }: KnowledgeOptions): Promise<Knowledge | undefined> {
  const bases: KnowledgeBase[] = []
  for (const path of kb) bases.push(await openBaseAt(path))
  const { core, names } = companions()
  try {
    for (const path of [...(core.length > 0 ? core : [SHIPPED]), ...names]) bases.push(await openBaseAt(path))
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    onProblem?.(new Problem(cause.code, `${cause.message}: names are looked up in the graphs alone`, cause.advice, { cause }))
  }
  return bases.length === 0 ? undefined : knowledgeOf(bases)
}

function knowledgeOf(bases: readonly KnowledgeBase[]): Knowledge {
  let index: Promise<ReadonlyMap<string, readonly [KnowledgeBase, number]>> | undefined
  return {
    find: async (name) => {
      const found = new Map<string, KnownThing>()
      for (const base of bases) for (const { entry, isAlias } of [...(await base.find([name])).values()].flat()) {
        const thing = thingOf(entry, isAlias)
        if (!found.has(thing.iri)) found.set(thing.iri, thing)
      }
      return [...found.values()]
    },
    get: async (iri) => {
      const key = keyOfIri(iri)
      if (key === undefined) return undefined
      index ??= indexOf(bases)
      const [base, number] = (await index).get(key) ?? []
      return base && number !== undefined ? thingOf(await base.at(number), false) : undefined
    },
  }
}

/** Bases have no order of ids: all are read once, when somebody first asks by one. */
async function indexOf(bases: readonly KnowledgeBase[]): Promise<ReadonlyMap<string, readonly [KnowledgeBase, number]>> {
  const index = new Map<string, readonly [KnowledgeBase, number]>()
  for (const base of bases) {
    let number = 0
    for await (const entry of base.all()) {
      const key = keyOf(entry)
      if (!index.has(key)) index.set(key, [base, number])
      number += 1
    }
  }
  return index
}

const WIKIDATA = 'http://www.wikidata.org/entity/', DBPEDIA = 'http://dbpedia.org/resource/', GEONAMES = 'https://sws.geonames.org/'

function keyOfIri(iri: string): string | undefined {
  if (iri.startsWith(WIKIDATA)) return iri.slice(WIKIDATA.length)
  if (iri.startsWith(DBPEDIA)) return `title/${iri.slice(DBPEDIA.length)}`
  const geonames = /^https:\/\/sws\.geonames\.org\/(\d+)\/?$/u.exec(iri)?.[1]
  return geonames === undefined ? undefined : `geonames/${geonames}`
}

function thingOf({ id, geonames, title, kind, label, facts, from, to, prior, situation }: Entry, isAlias: boolean): KnownThing {
  const iris = [...(id === '' ? [] : [`${WIKIDATA}${id}`]), ...(geonames === '' ? [] : [`${GEONAMES}${geonames}/`]), ...(title === '' ? [] : [`${DBPEDIA}${encodeURI(title)}`])]
  return {
    iri: iris[0] ?? '', others: iris.slice(1), label, kind, isAlias, prior, facts, ...(from !== undefined && { from }), ...(to !== undefined && { to }),
    ...(situation?.lat !== undefined && situation.long !== undefined && { lat: situation.lat, long: situation.long }),
  }
}
