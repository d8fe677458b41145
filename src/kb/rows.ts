/**
 * What one source says of one thing, and how several such rows become one.
 * In: rows in any order. Out: an entry with its names: "United States of America" of one file and "United States" of another, both Q30, are one
 * entry, labelled as the better known row has it, the other label being one of its names. The same whatever the order.
 */
import { type EntryKind, keyOf, type Situation } from '../link/entry.js'
import type { NamedEntry } from '../link/kb-write.js'

export interface Row {
  /** Wikidata id or nothing. */
  readonly id: string
  readonly geonames: string
  readonly kind: EntryKind
  readonly label: string
  readonly aliases: readonly string[]
  readonly title: string
  readonly from?: number
  readonly to?: number
  readonly prior: number
  readonly domain: string
  readonly facts: readonly string[]
  readonly sources: readonly string[]
  readonly situation?: Situation
  /** Classes of Wikidata that tell its kind, where the source does not. */
  readonly classes?: readonly string[]
  /** Kept only where something else tells what it is. */
  readonly isBare?: boolean
}

/** What a source leaves unsaid. */
const NOTHING: Row = { id: '', geonames: '', kind: 'unknown', label: '', aliases: [], title: '', prior: 0, domain: '', facts: [], sources: [] }

export function rowOf(said: Partial<Row>): Row {
  return { ...NOTHING, ...said }
}

export const keyOfRow: (row: Pick<Row, 'id' | 'geonames' | 'title'>) => string = keyOf

/** Which of two rows goes first where they differ; never a tie but of equals. */
function rank(a: Row, b: Row): number {
  return b.prior - a.prior || b.sources.length - a.sources.length || order(text(a), text(b))
}

const text = (row: Row): string => JSON.stringify([row.label, row.kind, row.title, row.geonames, row.from, row.to, row.domain, row.aliases, row.facts, row.situation])
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const names = (list: readonly string[], label: string): readonly string[] => list.length < 2 && list[0] !== label && list[0] !== '' ? list : [...new Set(list)].filter((name) => name !== label && name !== '').sort(order)

/** Rows of one thing as one row. */
export function joined(rows: readonly Row[]): Row {
  const [only] = rows
  // Most things are told of once.
  if (only && rows.length === 1) {
    const { classes: _, aliases, facts, sources, prior, ...rest } = only
    return { ...rest, aliases: names(aliases, rest.label), facts: facts.length === 0 ? facts : [...new Set(facts)].filter((fact) => fact !== ''), sources: names(sources, ''), prior: Math.max(0, prior) }
  }
  const sorted = rows.toSorted(rank)
  const first = <Key extends keyof Row>(key: Key): Row[Key] | undefined => sorted.map((row) => row[key]).find((value) => value !== undefined && value !== '')
  const label = first('label') ?? ''
  const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].filter((word) => word !== '')
  const [from, to, situation] = [first('from'), first('to'), first('situation')]
  return {
    id: first('id') ?? '', geonames: first('geonames') ?? '', label, title: first('title') ?? '', domain: first('domain') ?? '',
    kind: sorted.find(({ kind }) => kind !== 'unknown')?.kind ?? 'unknown',
    aliases: names(sorted.flatMap((row) => [row.label, ...row.aliases]), label),
    facts: union(sorted.map(({ facts }) => facts)), sources: names(sorted.flatMap(({ sources }) => sources), ''),
    prior: Math.max(0, ...sorted.map(({ prior }) => prior)),
    ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(situation && { situation }),
    ...(sorted.every(({ isBare }) => isBare) && { isBare: true }),
  }
}

/** Longer lists of facts and names tell little more, and take much room. */
const MOST_FACTS = 10, MOST_NAMES = 24

/** Nothing that parts values or lines in the file of a base. */
const tidy = (text: string): string => /[\t\n\r]/u.test(text) ? text.replace(/[\t\n\r]+/gu, ' ').trim() : text

export function entryFrom(row: Row): NamedEntry {
  const { aliases, sources, facts, classes: _, isBare: __, situation: at, ...rest } = row
  const situation = at && { ...at, feature: tidy(at.feature), country: tidy(at.country), region: tidy(at.region), ...(at.adjective !== undefined && { adjective: tidy(at.adjective) }) }
  return { entry: { ...rest, label: tidy(row.label), title: tidy(row.title), domain: tidy(row.domain), ...(situation && { situation }), prior: Math.min(14, Math.round(row.prior * 10) / 10), facts: facts.slice(0, MOST_FACTS).map((fact) => tidy(fact).replaceAll('|', ' ')), sources: sources.length }, aliases: aliases.slice(0, MOST_NAMES) }
}
