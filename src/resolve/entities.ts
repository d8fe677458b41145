/**
 * The end of resolution: drafts go in, entities with readable ids, references and the entity of each mention come out.
 * A draft "Emmanuel Macron" with eight places → `person/emmanuel-macron`, eight references.
 */
import type { Analysed, Entity, Evidence, Reference, Resolution, Span } from '../model.js'
import { countryNamed, isRegion } from './countries.js'
import type { Draft, Place } from './drafts.js'
import { knownOutlet } from './outlets.js'
import { charactersOf } from './syntax.js'

const formOrder = { name: 0, nominal: 1, adjective: 2, pronoun: 3 } as const

export function entitiesOf(analysed: Analysed, drafts: readonly Draft[]): Omit<Resolution, 'times'> {
  const inOrder = drafts.filter((draft) => draft.places.length + draft.outside.length > 0).sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, 'en'))
  const ids = idsOf(inOrder)
  const references: Reference[] = inOrder.flatMap((draft) => draft.places.map(({ start, end, head, form }) => ({ start, end, head, form, entity: ids.get(draft)! })))
  const entityOf: (string | null)[] = analysed.mentions.map(() => null)
  for (const draft of inOrder) for (const { mention } of draft.places) if (mention !== null) entityOf[mention] = ids.get(draft)!
  return {
    entities: inOrder.map((draft) => entityFrom(analysed, draft, ids)),
    references: withoutDoubles(references.sort((a, b) => a.start - b.start || b.end - a.end || a.entity.localeCompare(b.entity, 'en'))),
    entityOf,
  }
}

function entityFrom(analysed: Analysed, draft: Draft, ids: ReadonlyMap<Draft, string>): Entity {
  const type = draft.type ?? typeOf(draft)
  return {
    id: ids.get(draft)!, kind: draft.kind, name: draft.name,
    names: [...new Set([draft.name, ...draft.names.keys()])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    isUnnamed: draft.isUnnamed,
    ...(type && { type }),
    ...(draft.kind === 'outlet' && draft.outletKind && { outletKind: draft.outletKind }),
    ...(draft.standsFor && ids.has(draft.standsFor) && { standsFor: ids.get(draft.standsFor)! }),
    ...(draft.publisher && ids.has(draft.publisher) && { publisher: ids.get(draft.publisher)! }),
    confidence: confidenceOf(draft),
    evidence: evidenceOf(analysed, draft),
  }
}

function typeOf(draft: Draft): string | undefined {
  if (draft.kind === 'place') {
    if (countryNamed(draft.name)) return 'Country'
    if (isRegion(draft.name) || draft.mentionKind === 'region' && !isSea.test(draft.name)) return 'AdministrativeArea'
    return draft.mentionKind === 'city' ? 'City' : undefined
  }
  if (draft.kind === 'organization') return bodyTypes.find(([form]) => form.test(draft.name))?.[1]
  return undefined
}

const isSea = /\b(sea|ocean|gulf|lake|river|mountains?|bay|strait|desert)\b/i

const bodyTypes: readonly (readonly [RegExp, string])[] = [
  [/\b(party|labour|democrats|republicans|greens)\b|^(green|conservative|tory|gop|liberal|lib dem|liberal democrat)s?$/i, 'PoliticalParty'],
  [/\b(ministry|department|agency|police|army|navy|air force|government|parliament|congress|senate|council|court|commission|kremlin|white house|downing street|embassy|treasury|armed forces|central bank|federal reserve)\b/i, 'GovernmentOrganization'],
  [/\b(university|college|institute of technology)\b/i, 'CollegeOrUniversity'],
  [/\b(hospital|clinic)\b/i, 'Hospital'],
  [/\b(fc|football club|cf|afc)\b|\p{L} (united|rovers|wanderers|hotspur)$/iu, 'SportsTeam'],
  [/\b(inc|ltd|corp|corporation|plc|gmbh|ag|llc|airlines|motors|bank|holdings|group|company)\b\.?$/i, 'Corporation'],
  [/\b(foundation|ngo|charity)\b/i, 'NGO'],
]

/** How much of the analysis' doubt is left once a name was held against lists, its neighbours and its other mentions. */
const doubtLeft = 0.35

/** One sure mention is enough, each further one makes the whole surer; what lists know is as good as sure. */
function confidenceOf(draft: Draft): number {
  if (draft.places.length === 0) return 0.9
  if (!draft.isUnnamed && (draft.kind === 'place' && countryNamed(draft.name) || draft.kind === 'outlet' && knownOutlet(draft.name)?.isSure)) return 0.97
  const named = draft.places.filter((place) => place.form === 'name' || draft.isUnnamed)
  const doubt = (named.length > 0 ? named : draft.places).reduce((product, place, i) => product * (1 - place.confidence) ** (1 / (i + 1)), 1)
  return Math.round(Math.min(0.99, 1 - doubtLeft * doubt) * 1000) / 1000
}

/**
 * Where it is first called by each of its names, or if it has none, first described. All its places are in the references; here
 * they would only repeat what one of them proves.
 */
function evidenceOf(analysed: Analysed, draft: Draft): Evidence {
  const sorted: Place[] = [...draft.places].sort((a, b) => formOrder[a.form] - formOrder[b.form] || a.start - b.start)
  const telling = sorted.filter(({ form }, at) => at === 0 || form === 'name')
  const spans: Span[] = [...telling.map((place) => charactersOf(analysed.tokens, place)), ...draft.outside]
  const wordsAt = ({ start, end }: Span): string => analysed.text.slice(start, end)
  const known = new Set<string>()
  const once = spans.filter((span) => !known.has(wordsAt(span)) && Boolean(known.add(wordsAt(span))))
  return [once[0]!, ...once.slice(1)]
}

/** Readable ids, numbered where two would be the same: `person/john-smith`, `person/john-smith-2`. */
function idsOf(drafts: readonly Draft[]): Map<Draft, string> {
  const ids = new Map<Draft, string>(), used = new Map<string, number>()
  for (const draft of drafts) {
    const id = `${draft.kind}/${slug(draft.name)}`
    const count = (used.get(id) ?? 0) + 1
    used.set(id, count)
    ids.set(draft, count === 1 ? id : `${id}-${count}`)
  }
  return ids
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'unnamed'
}

/** Token of the first reference; what stands only in the margins comes last. */
function first(draft: Draft): number { return Math.min(1e9 + (draft.outside[0]?.start ?? 0), ...draft.places.map((place) => place.start)) }

function withoutDoubles(sorted: readonly Reference[]): Reference[] {
  return sorted.filter((each, i) => { const last = sorted[i - 1]; return !last || last.start !== each.start || last.end !== each.end || last.entity !== each.entity })
}
