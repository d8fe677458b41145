/**
 * From mentions to things: an analysed article goes in; who and what it speaks of, where each is referred to, and when
 * things were come out. "Macron … the French leader … he" → one person; "on Wednesday" → 2022-07-06.
 * Pure and synchronous. Not handled: the same thing in other articles (see link).
 */
import type { Analysed, EntityKind, Resolved } from '../model.js'
import { joinAliases } from './aliases.js'
import { bodiesOf } from './bodies.js'
import { castOf } from './cast.js'
import { isHouse } from './countries.js'
import { resolveDescriptions } from './descriptions.js'
import type { Draft } from './drafts.js'
import { entitiesOf } from './entities.js'
import { learnGenders } from './genders.js'
import { kindsOf, type Kind } from './kinds.js'
import { fold } from './name-forms.js'
import type { Occurrence } from './occurrence.js'
import { readMargins } from './margins.js'
import { occurrencesOf } from './occurrences.js'
import { peopleOf } from './people.js'
import { resolvePeoples } from './peoples.js'
import { resolvePronouns } from './pronouns.js'
import { addRepeats } from './repeats.js'
import { addAdjectives, addStatesInNames, seatStates } from './states.js'
import { headOf, syntaxOf } from './syntax.js'
import { teamsOf } from './teams.js'
import { timesOf } from './times.js'
import { titlesOf } from './titles.js'
import { namePublishers, worksOf } from './works.js'

export function resolve(analysed: Analysed): Resolved {
  const syntax = syntaxOf(analysed)
  const occurrences = occurrencesOf(analysed, syntax)
  const kinds = kindsOf(analysed, occurrences)
  const of = (kind: Kind['kind']) => occurrences.filter((each) => kinds.get(fold(each.text))?.kind === kind)
  const people = joinAliases(analysed, peopleOf(analysed, of('person')))
  const { teams, rest } = teamsOf(analysed, of('place'))
  const bodies = [...(['organization', 'outlet', 'place'] as const).flatMap((kind: EntityKind) => bodiesOf(analysed, kind, kind === 'place' ? rest : of(kind), kinds)), ...teams]
  const works = worksOf(analysed, of('work'))
  const drafts: Draft[] = [...people, ...bodies, ...works]
  addRepeats(analysed, drafts)
  namePublishers(analysed, works, bodies)
  addAdjectives(drafts, adjectives(analysed, of('adjective')))
  addStatesInNames(analysed, drafts)

  const cast = castOf(analysed, syntax, drafts, (start, end) => headOf(syntax, { start, end }))
  learnGenders(cast)
  resolveDescriptions(cast, titlesOf(syntax, people))
  resolvePeoples(cast)
  resolvePronouns(cast)
  seatStates(cast)
  readMargins(analysed, drafts)
  return { ...analysed, ...entitiesOf(analysed, drafts), times: timesOf(analysed) }
}

/** "lessons in English", "spoke Russian": a tongue, not a state. */
function isTongue({ tokens }: Analysed, { start, end }: Occurrence): boolean {
  const next = tokens[end]
  // "English teacher", "French lessons"
  if (/^(teacher|lecturer|tutor|translator|interpreter|lessons?|class|classes|literature|language|speakers?|translation|subtitles|lecture)$/i.test(next?.text ?? '')) return true
  return /^(in|into|speak|learn|teach|study|fluent|write)$/i.test(tokens[start - 1]?.lemma ?? '') && !(next?.sentence === tokens[start]?.sentence && /^(NOUN|PROPN|ADJ)$/.test(next?.upos ?? '')) && !/S$/.test(tokens[end - 1]?.xpos ?? '')
}

/** Peoples and nationalities that are adjectives of a state; houses of government are no adjectives. */
function adjectives(analysed: Analysed, occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.filter((each) => !isHouse(each.text) && !isTongue(analysed, each))
}
