/**
 * Whether an entity of a graph is what an annotator calls by a name, as the scorer of `claims` has it.
 * In: an entity and a name – "Macron" and "Emmanuel Macron". Out: yes or no.
 */
import type { Entity } from '../../src/model.js'

const norm = (words: string): string => words.normalize('NFKC').replace(/[’‘`]/g, '\'').replace(/[“”"]/g, '').toLowerCase().replace(/\s+/g, ' ')
  .replace(/^(the|a|an) /, '').replace(/'s?$/, '').trim()

export const wordsOf = (name: string): string[] => norm(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** States by their several names. */
const STATES = [['united states', 'us', 'u.s', 'usa', 'america', 'u.s.a'], ['united kingdom', 'uk', 'britain', 'u.k', 'great britain'], ['european union', 'eu'],
  ['united nations', 'un', 'u.n'], ['united arab emirates', 'uae'], ['czech republic', 'czechia'], ['myanmar', 'burma']]

const isSameState = (a: string, b: string): boolean => STATES.some((names) => names.includes(norm(a).replace(/\.$/, '')) && names.includes(norm(b).replace(/\.$/, '')))

export function isCalled(entity: Entity | undefined, name: string): boolean {
  if (!entity) return false
  const isPerson = entity.kind === 'person' && !entity.isUnnamed
  const b = wordsOf(name), whole = b.join(' ')
  return entity.names.some((own) => {
    const a = wordsOf(own), all = a.join(' ')
    if (norm(own) === norm(name) || isSameState(own, name) || all === whole) return true
    if (isPerson) return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1 || a[0]?.[0] === b[0]?.[0])
    return a.length > 1 && b.length > 1 && (all.endsWith(whole) || whole.endsWith(all))
  })
}

/** What the annotators were asked to name: with a capital letter. */
export const isName = (words: string): boolean => /\p{Lu}/u.test(words)

export const isNamed = ({ isUnnamed, kind, names }: Entity): boolean => !isUnnamed && kind !== 'group' && names.some(isName)
