/**
 * Relations beside DWIE and KnowledgeNet, where both ends are things of the corpus and it has a relation of the kind:
 * "[Angela Merkel], chancellor of [Germany]" → head_of_gov bears out headOf. A predicate that a corpus has no word for is not judged.
 */
import type { Predicate, Relation, Resolved, Span } from '../../src/model.js'
import { entitiesById, judged, type Judged } from './judged.js'

/** A thing that an annotated text names, and where. */
interface Thing { readonly id: string; readonly spans: readonly Span[] }

export interface Facts {
  readonly things: readonly Thing[]
  /** By id of a thing, name of the corpus' relation, id of a thing. */
  readonly facts: ReadonlySet<string>
  /** Relations for which the text was annotated wholly: what is not there is not so. */
  readonly complete: ReadonlySet<string>
  /** Whether things are given only where they have a relation, so that nothing is said of others but that they have none. */
  readonly isOfRelated?: true
}

type Borne = readonly [names: string, inverses?: string]

/** What bears a predicate out, and what does so from object to subject. */
const BORNE_OUT: Partial<Record<Predicate, Borne>> = {
  headOf: ['head_of head_of_state head_of_gov mayor_of royalty_of', 'CEO'],
  memberOf: ['member_of head_of coach_of player_of spokesperson_of EMPLOYEE_OR_MEMBER_OF'],
  employeeOf: ['member_of agent_of head_of coach_of spokesperson_of EMPLOYEE_OR_MEMBER_OF'],
  ministerOf: ['minister_of head_of_gov'], partyOf: ['member_of head_of POLITICAL_AFFILIATION'], spokespersonOf: ['spokesperson_of agent_of'],
  adviserOf: ['advisor_of agent_of'], playsFor: ['player_of member_of'], coachOf: ['coach_of'], founderOf: ['founder_of', 'FOUNDED_BY'],
  citizenOf: ['citizen_of head_of_state head_of_gov minister_of NATIONALITY'], residesIn: ['PLACE_OF_RESIDENCE'], bornIn: ['PLACE_OF_BIRTH'], educatedAt: ['EDUCATED_AT'],
  spouseOf: ['spouse_of SPOUSE', 'spouse_of SPOUSE'], parentOf: ['parent_of', 'child_of CHILD_OF'], siblingOf: ['sibling', 'sibling'],
  authorOf: ['', 'directed_by created_by'], publisherOf: ['publisher'], partOf: ['part_of institution_of ministry_of agency_of'],
  subsidiaryOf: ['SUBSIDIARY_OF part_of'], basedIn: ['based_in HEADQUARTERS institution_of agency_of ministry_of'], locatedIn: ['in'],
  ownerOf: ['owner_of'], opponentOf: ['vs', 'vs'], winnerOf: ['award_received won_vs'], agentOf: ['agent_of minister_of'], represents: ['agent_of spokesperson_of member_of'],
}

export function judgeRelations(resolved: Resolved, { things, facts, complete, isOfRelated }: Facts, relations: readonly Relation[]): Judged[] {
  const entity = entitiesById(resolved)
  const idsOf = (id: string): string[] => {
    const places = resolved.references.filter((each) => each.entity === id).map(({ start, end }) => [resolved.tokens[start]!.start, resolved.tokens[end - 1]!.end] as const)
    return things.filter(({ spans }) => spans.some(({ start, end }) => places.some(([from, to]) => isMostly({ start, end }, { start: from, end: to })))).map((thing) => thing.id)
  }
  return relations.filter(({ factuality }) => factuality !== 'Negated').flatMap((relation) => {
    const [names, inverses] = [0, 1].map((way) => (BORNE_OUT[relation.predicate]?.[way] ?? '').split(' ').filter((name) => complete.has(name))) as [string[], string[]]
    const [subjects, objects] = [idsOf(relation.subject), idsOf(relation.object)]
    if (names.length + inverses.length === 0 || (!isOfRelated && (subjects.length === 0 || objects.length === 0))) return []
    const keys = subjects.flatMap((s) => objects.flatMap((o) => [...names.map((name) => `${s} ${name} ${o}`), ...inverses.map((name) => `${o} ${name} ${s}`)]))
    const right = keys.find((key) => facts.has(key))
    const says = `${entity.get(relation.subject)?.name} ${relation.predicate} ${entity.get(relation.object)?.name} (${relation.factuality})`
    return [judged(relation, right !== undefined, says, right)]
  })
}

/** Whether two spans have at least half of their letters in common. */
export function isMostly(a: Span, b: Span): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return both > 0 && 2 * both >= Math.max(a.end, b.end) - Math.min(a.start, b.start)
}
