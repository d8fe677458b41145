/**
 * "Europe" that decides is the Union, not the continent.
 * In: an article and its entity "Europe". Out: what it means: the continent where most of its places in the text are where something is
 * ("across Europe"); the Union where they are not and the article names the Union ("Europe must act", "ties with Europe"); otherwise
 * nothing, for either may be meant.
 */
import type { Entity, Extracted } from '../model.js'
import { nameKey } from './name-keys.js'

/** The key under which the Union is known. */
export const UNION = 'european union'

export function isEurope({ kind, name }: Entity): boolean {
  return kind === 'place' && nameKey(name) === 'europe'
}

/** @param names all that the article names, folded */
export function meaningOfEurope(article: Extracted, { id }: Entity, names: ReadonlySet<string>): 'continent' | 'union' | undefined {
  const { references, tokens } = article
  const named = references.filter(({ entity, form }) => entity === id && form === 'name')
  const isWhere = named.filter(({ start }) => where.test(tokens[start - 1]?.text ?? 'in')).length
  if (2 * isWhere >= named.length) return 'continent'
  return names.has('eu') || names.has(UNION) ? 'union' : undefined
}

const where = /^(?:in|across|throughout|from|around|within|outside|over|of|into|all|\p{L}+ern|central)$/iu
