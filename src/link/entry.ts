/**
 * What a knowledge base knows of one thing, and how that is one line of text.
 * In and out: "Sergey Lavrov" → `{ id: 'Q58217', kind: 'person', label: 'Sergey Lavrov', title: 'Sergey_Lavrov', from: 1950, … }` and its line.
 * Facts are words that an article may hold too: offices, countries, occupations, parties. No sentence of any source is among them.
 */

export type EntryKind = 'person' | 'organization' | 'place' | 'work' | 'event' | 'unknown'

/** Of places. */
export interface Situation {
  /** GeoNames feature: `A.PCLI` a country, `A.ADM1` a region, `P.PPL…` a town. */
  readonly feature: string
  /** ISO 3166 code of the country, GeoNames code of the region. */
  readonly country: string
  readonly region: string
  readonly inhabitants: number
  readonly lat?: number
  readonly long?: number
  /** "French" for France. */
  readonly adjective?: string
}

export interface Entry {
  /** Wikidata id, `Q142`; empty for what only GeoNames or Wikipedia knows. */
  readonly id: string
  readonly kind: EntryKind
  readonly label: string
  /** English Wikipedia's title, and so DBpedia's, given by a source together with the id; empty where none gives one. */
  readonly title: string
  readonly geonames: string
  /** Years of birth and death, or founded and dissolved. */
  readonly from?: number
  readonly to?: number
  /** How well known it is, 0 to 14. */
  readonly prior: number
  /** How many sources agree that the id has this name. */
  readonly sources: number
  readonly domain: string
  readonly facts: readonly string[]
  readonly situation?: Situation
}

const KINDS: readonly EntryKind[] = ['person', 'organization', 'place', 'work', 'event', 'unknown']

export function lineOf(entry: Entry): string {
  const { id, kind, label, title, geonames, from, to, prior, sources, domain, facts, situation: at } = entry
  const place = at ? [at.feature, at.country, at.region, at.inhabitants || '', at.lat ?? '', at.long ?? '', at.adjective ?? ''] : []
  const fields = [id.replace(/^Q/u, ''), KINDS.indexOf(kind), label, title === label.replaceAll(' ', '_') ? '=' : title, geonames, from ?? '', to ?? '',
    Math.round(prior * 10), sources, domain, facts.join('|'), ...place]
  return fields.join('\t').replace(/\t+$/u, '')
}

export function entryOf(line: string): Entry {
  const [id = '', kind = '', label = '', title = '', geonames = '', from = '', to = '', prior = '', sources = '', domain = '', facts = '', ...place] = line.split('\t')
  const [feature, country = '', region = '', inhabitants = '', lat = '', long = '', adjective = ''] = place
  return {
    id: id && `Q${id}`, kind: KINDS[Number(kind)] ?? 'unknown', label, title: title === '=' ? label.replaceAll(' ', '_') : title, geonames,
    prior: Number(prior) / 10, sources: Number(sources), domain, facts: facts === '' ? [] : facts.split('|'),
    ...(from && { from: Number(from) }), ...(to && { to: Number(to) }),
    ...(feature && {
      situation: {
        feature, country, region, inhabitants: Number(inhabitants),
        ...(lat !== '' && { lat: Number(lat), long: Number(long) }), ...(adjective && { adjective }),
      },
    }),
  }
}

/** What tells one entry from another. */
export function keyOf({ id, geonames, title }: Pick<Entry, 'id' | 'geonames' | 'title'>): string {
  return id || (geonames === '' ? `title/${title}` : `geonames/${geonames}`)
}
