/**
 * The ways in which news says who somebody is, one record each: before the name, after it, with a copula, with "as".
 * The article goes in; holder and title come out, not yet merged. "Gennaro Gattuso, AC Milan's coach" → Gattuso, "coach".
 */
import type { Reference } from '../model.js'
import type { FoundRole, Scene } from './role-scene.js'
import { titlesAfter, titlesBefore, titlesInApposition } from './roles-beside-names.js'
import { asTitles, copulas } from './roles-in-clauses.js'
import { titlesOfSeveral } from './roles-of-several.js'
import { syntaxOf } from './syntax.js'

export interface RoleRule {
  readonly name: string
  /** Precision of the rule by itself, estimated on annotated articles and somewhat below what was counted there. */
  readonly confidence: number
  /** Sentences, and holder / title / of whom that the rule finds in them. */
  readonly matches: readonly (readonly [sentence: string, found: string])[]
  readonly misses: readonly string[]
  readonly find: (scene: Scene) => FoundRole[]
}

export const roleRules: readonly RoleRule[] = [
  {
    name: 'title-before-name', confidence: 0.96,
    matches: [
      ['Russian Culture Minister Vladimir Medinsky announced it.', 'Vladimir Medinsky / Culture Minister / Russia'],
      ['Former mayor of Florence Matteo Renzi spoke.', 'Matteo Renzi / former mayor / Florence'],
      ['AC Milan coach Gennaro Gattuso resigned.', 'Gennaro Gattuso / coach / AC Milan'],
      ['Senators Ted Cruz and Marco Rubio spoke.', 'Marco Rubio / Senator / -'],
    ],
    misses: ['The minister met Vladimir Medinsky.', 'Police in Paris said John Smith was hurt.'],
    find: (scene) => persons(scene).flatMap((name) => titlesBefore(scene, name)),
  },
  {
    name: 'title-after-name', confidence: 0.94,
    matches: [['Vladimir Urin, the general director of the Stanislavsky Musical Theater, spoke.', 'Vladimir Urin / general director / Stanislavsky Musical Theater']],
    misses: ['Vladimir Urin, Culture Minister Vladimir Medinsky and others spoke.'],
    find: (scene) => persons(scene).flatMap((name) => titlesAfter(scene, name)),
  },
  {
    name: 'title-in-apposition', confidence: 0.92,
    matches: [['A lawyer for Reuters, David Schulz, said no.', 'David Schulz / lawyer / Reuters']],
    misses: ['The lawyer said that David Schulz had left.'],
    find: (scene) => persons(scene).flatMap((name) => titlesInApposition(scene, name)),
  },
  {
    name: 'is-title', confidence: 0.85,
    matches: [['Anna Kovacs is the mayor of Budapest.', 'Anna Kovacs / mayor / Budapest'], ['Anna Kovacs, who was a senator, left.', 'Anna Kovacs / former senator / -']],
    misses: ['Anna Kovacs is not the mayor of Budapest.', 'If Anna Kovacs were the mayor, he would leave.'],
    find: (scene) => copulas(scene, syntaxOf(scene.resolved)),
  },
  {
    name: 'as-title', confidence: 0.9,
    matches: [['Anatoly Iksanov was replaced as director of the Bolshoi Theater.', 'Anatoly Iksanov / former director / Bolshoi Theater'], ['Anna Kovacs resigned as mayor of Budapest.', 'Anna Kovacs / former mayor / Budapest']],
    misses: ['Anna Kovacs described him as a leader.', 'Anna Kovacs might return as mayor.'],
    find: (scene) => asTitles(scene, syntaxOf(scene.resolved)),
  },
  {
    name: 'titles-of-several', confidence: 0.9,
    matches: [['Anna Kovacs and Boris Petrov, the ministers of finance and defence, resigned.', 'Boris Petrov / minister of defence / -']],
    misses: ['The ministers of finance and defence met Anna Kovacs.'],
    find: titlesOfSeveral,
  },
]

function persons({ resolved, kindOf }: Scene): Reference[] {
  return resolved.references.filter((each) => each.form === 'name' && kindOf.get(each.entity) === 'person')
}
