/**
 * The names that the language model's relation head was trained with (those of the DWIE and KnowledgeNet corpora), and the
 * predicate of the ontology that each stands for: "head_of_gov" → headOf. Names without a counterpart are left out, and so are
 * those that titles show better: a minister is found by her title.
 */
import type { EntityKind, Predicate } from '../model.js'

export interface RelationName {
  readonly predicate: Predicate
  /** The predicate runs from the model's object to its subject. */
  readonly isInverse: boolean
  /** Kinds of entity that the predicate may run from and to. */
  readonly subjects: readonly EntityKind[]
  readonly objects: readonly EntityKind[]
}

const person: readonly EntityKind[] = ['person']
const body: readonly EntityKind[] = ['organization', 'outlet', 'group']
const place: readonly EntityKind[] = ['place']
const work: readonly EntityKind[] = ['work']
const actor: readonly EntityKind[] = [...person, ...body]

type Row = readonly [predicate: Predicate, subjects: readonly EntityKind[], objects: readonly EntityKind[], names: string, inverses?: string]

const rows: readonly Row[] = [
  ['headOf', person, [...body, ...place], 'head_of head_of_state head_of_gov mayor_of', 'CEO'],
  ['memberOf', actor, body, 'member_of EMPLOYEE_OR_MEMBER_OF'],
  ['partyOf', person, body, 'POLITICAL_AFFILIATION'],
  ['spokespersonOf', person, [...actor, ...place], 'spokesperson_of'],
  ['adviserOf', person, [...actor, ...place], 'advisor_of'],
  ['playsFor', person, body, 'player_of'],
  ['coachOf', person, [...body, ...place], 'coach_of'],
  ['founderOf', actor, body, 'founder_of', 'FOUNDED_BY'],
  ['citizenOf', person, place, 'citizen_of NATIONALITY'],
  ['residesIn', person, place, 'PLACE_OF_RESIDENCE'],
  ['bornIn', person, place, 'PLACE_OF_BIRTH'],
  ['educatedAt', person, body, 'EDUCATED_AT'],
  ['spouseOf', person, person, 'spouse_of SPOUSE'],
  ['parentOf', person, person, 'parent_of', 'child_of CHILD_OF'],
  ['siblingOf', person, person, 'sibling'],
  ['authorOf', actor, work, 'directed_by', 'created_by'],
  ['publisherOf', body, work, 'publisher'],
  ['partOf', [...body, ...work], body, 'part_of institution_of ministry_of agency_of'],
  ['partOf', body, place, 'institution_of ministry_of agency_of'],
  ['subsidiaryOf', body, body, 'SUBSIDIARY_OF'],
  ['basedIn', body, place, 'based_in based_in0 based_in1 based_in2 HEADQUARTERS'],
  ['locatedIn', place, place, 'in in0 in1 in2 gpe0'],
  ['ownerOf', actor, [...body, ...work], 'owner_of'],
  ['opponentOf', [...body], [...body], 'vs'],
  ['winnerOf', actor, work, 'award_received'],
]

const byName = new Map<string, RelationName>()
for (const [predicate, subjects, objects, names, inverses] of rows) {
  for (const name of names.split(' ')) if (!byName.has(name)) byName.set(name, { predicate, isInverse: false, subjects, objects })
  for (const name of (inverses ?? '').split(' ').filter(Boolean)) byName.set(name, { predicate, isInverse: true, subjects, objects })
}

/** The predicate for a name of the model's relation list, if the ontology has one. */
export function predicateOf(name: string): RelationName | undefined { return byName.get(name) }
