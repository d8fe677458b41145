/**
 * What the rules for relations look at: the article, its tree, what stands at each word.
 *   "Radio Vitosha’s Anna Kovacs" → at "Vitosha" a name ends, "Kovacs" is the head of another
 * In: a resolved article. Out: a scene, looked up by word, as every rule asks at every word. Nothing is judged here.
 */
import type { Entity, Reference, Resolved } from '../model.js'
import { referentsOf, type Referents } from './event-arguments.js'
import { syntaxOf, type Syntax } from './syntax.js'

export interface Scene {
  readonly resolved: Resolved
  readonly syntax: Syntax
  readonly referents: Referents
  readonly kindOf: ReadonlyMap<string, Entity>
  /** References by each word that they cover, by their head, and by the word after their last; in order of text. */
  readonly covering: (token: number) => readonly Reference[]
  readonly headedBy: (token: number) => readonly Reference[]
  readonly endingAt: (token: number) => readonly Reference[]
  /** A word within a name, other than its head. */
  readonly isInsideName: (token: number) => boolean
}

export function relationScene(resolved: Resolved): Scene {
  const covering = new Map<number, Reference[]>(), headedBy = new Map<number, Reference[]>(), endingAt = new Map<number, Reference[]>()
  for (const each of resolved.references) {
    for (let token = each.start; token < each.end; token++) put(covering, token, each)
    put(headedBy, each.head, each)
    put(endingAt, each.end, each)
  }
  const inside = new Set<number>()
  for (const { form, start, end, head } of resolved.mentions) {
    if (form === 'name') for (let token = start; token < end; token++) if (token !== head) inside.add(token)
  }
  return {
    resolved, syntax: syntaxOf(resolved), referents: referentsOf(resolved), kindOf: new Map(resolved.entities.map((entity) => [entity.id, entity])),
    covering: (token) => covering.get(token) ?? [], headedBy: (token) => headedBy.get(token) ?? [], endingAt: (token) => endingAt.get(token) ?? [],
    isInsideName: (token) => inside.has(token),
  }
}

function put(index: Map<number, Reference[]>, token: number, reference: Reference): void {
  const known = index.get(token)
  if (known) known.push(reference)
  else index.set(token, [reference])
}
