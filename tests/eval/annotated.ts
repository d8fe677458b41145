/**
 * What other corpora say of claims, in the form that judges take: attributions of PolNeAR, relations and names of DWIE, facts of
 * KnowledgeNet, names of newspapers from all over the world. "[Angela Merkel], chancellor of [Germany]" → `12 head_of_gov 3`.
 */
import type { EntityKind, MentionKind } from '../../src/model.js'
import { type Offsets, type Part, records, unitsOf } from './corpora.js'
import type { DwieArticle } from './dwie.js'
import type { NamedSpan } from './judge-entities.js'
import type { Facts } from './judge-relations.js'
import type { MarkedAttribution } from './judge-statements.js'

export interface MarkedArticle { readonly id: string; readonly text: string; readonly attributions: readonly MarkedAttribution[] }

export const polnear = (part: Part): MarkedArticle[] => records<MarkedArticle>(part, `polnear/${part.split}.jsonl.gz`)

export interface Passage {
  readonly id: string
  readonly text: string
  /** Properties that it was wholly annotated for. */
  readonly annotated: readonly string[]
  readonly facts: readonly { readonly property: string; readonly s: Offsets; readonly o: Offsets }[]
}

/** Passages of a sentence or two that are looked at, spread over the corpus. */
const MOST = 400

export const passages = (part: Part): Passage[] => records<Passage>({ ...part, sample: part.sample ?? MOST }, `knowledgenet/${part.split}.jsonl.gz`)

export function factsOfPassage({ text, annotated, facts }: Passage): Facts {
  const unit = unitsOf(text)
  const id = ([start, end]: Offsets): string => `${start}-${end}`
  const things = new Map(facts.flatMap(({ s, o }) => [s, o]).map((each) => [id(each), [{ start: unit(each[0]), end: unit(each[1]) }]]))
  return {
    things: [...things].map(([thing, spans]) => ({ id: thing, spans })),
    facts: new Set(facts.map(({ property, s, o }) => `${id(s)} ${property} ${id(o)}`)), complete: new Set(annotated), isOfRelated: true,
  }
}

/** All relations that articles of DWIE were read for, and that entities of a graph may have. */
const DWIE_RELATIONS = `agency_of advisor_of agent_of award_received based_in child_of citizen_of coach_of created_by directed_by founder_of head_of head_of_gov
  head_of_state in institution_of mayor_of member_of minister_of ministry_of part_of player_of publisher royalty_of sibling spokesperson_of spouse_of vs won_vs`.split(/\s+/)

export function factsOfDwie({ mentions, relations }: DwieArticle): Facts {
  const things = new Map<number, { start: number; end: number }[]>()
  for (const { entity, start, end } of mentions) things.set(entity, [...things.get(entity) ?? [], { start, end }])
  return {
    things: [...things].map(([id, spans]) => ({ id: `${id}`, spans })),
    facts: new Set(relations.map(({ subject, relation, object }) => `${subject} ${relation} ${object}`)), complete: new Set(DWIE_RELATIONS),
  }
}

const KINDS: Partial<Record<MentionKind, EntityKind>> = {
  person: 'person', organization: 'organization', outlet: 'outlet', country: 'place', city: 'place', region: 'place', facility: 'place', place: 'place', nationality: 'place', work: 'work', law: 'work',
}

export const namesOfDwie = ({ mentions }: DwieArticle): NamedSpan[] =>
  mentions.map(({ start, end, kind }) => ({ start, end, ...(kind && { kind: KINDS[kind] ?? 'other' as const }) }))

export interface NewswireArticle { readonly id: string; readonly text: string; readonly entities: readonly (readonly [number, number, string])[] }

export const newswire = (part: Part): NewswireArticle[] => records<NewswireArticle>(part, `ner/${part.split}.jsonl.gz`)

const LABELS: Readonly<Record<string, EntityKind>> = { Person: 'person', Organization: 'organization', Location: 'place', NORP: 'place', Facility: 'place' }

export function namesOfNewswire({ text, entities }: NewswireArticle): NamedSpan[] {
  const unit = unitsOf(text)
  return entities.map(([start, end, label]) => ({ start: unit(start), end: unit(end), kind: LABELS[label] ?? 'other' }))
}
