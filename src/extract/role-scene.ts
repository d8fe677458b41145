/**
 * What the files on roles share: a title as it was read, and the article with quick ways to its references.
 */
import type { Meaning, Reference, Resolved, Token, TokenSpan } from '../model.js'
import { syntaxOf, type Syntax } from './syntax.js'
import { isDoubtful, isTitleNoun } from './role-nouns.js'

/** A title without its holder. */
export interface Title {
  readonly text: string
  /** As written, where that is of several: "Senators". */
  readonly written?: string
  readonly tokens: TokenSpan
  readonly head: number
  readonly of?: string
  readonly isFormer: boolean
  /** All tokens that were read, `of` included. */
  readonly phrase: TokenSpan
}

export interface FoundRole { readonly holder: Reference; readonly title: Title; readonly isFormer: boolean }

/** The article with quick ways to its references. */
export interface Scene {
  readonly resolved: Resolved
  readonly syntax: Syntax
  readonly startingAt: ReadonlyMap<number, readonly Reference[]>
  readonly endingAt: ReadonlyMap<number, readonly Reference[]>
  readonly byHead: ReadonlyMap<number, Reference>
  readonly kindOf: ReadonlyMap<string, string>
  /** Entities that no name is given for. */
  readonly unnamed: ReadonlySet<string>
  /** Whom a noun or pronoun means, by token. */
  readonly meaningAt: ReadonlyMap<number, Meaning>
  /** Head tokens of what the analysis calls a role. */
  readonly roleHeads: ReadonlySet<number>
}

export function sceneOf(resolved: Resolved): Scene {
  const startingAt = new Map<number, Reference[]>(), endingAt = new Map<number, Reference[]>(), byHead = new Map<number, Reference>()
  for (const each of resolved.references) {
    gather(startingAt, each.start, each)
    gather(endingAt, each.end, each)
    if (each.form !== 'adjective' && !byHead.has(each.head)) byHead.set(each.head, each)
  }
  const kindOf = new Map(resolved.entities.map((entity) => [entity.id, entity.kind as string]))
  const roleHeads = new Set(resolved.mentions.flatMap((mention) => (mention.kind === 'role' ? [mention.head, mention.end - 1] : [])))
  const unnamed = new Set(resolved.entities.filter(({ isUnnamed }) => isUnnamed).map(({ id }) => id))
  const meaningAt = new Map(resolved.meanings.map((each) => [each.token, each]))
  return { resolved, syntax: syntaxOf(resolved), unnamed, meaningAt, startingAt, endingAt, byHead, kindOf, roleHeads }
}

function gather(map: Map<number, Reference[]>, key: number, value: Reference): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** A noun or an adjective by either tag: now and then the two that a word has disagree. */
export const isNounLike = ({ upos, xpos, text }: Token): boolean => /^(NOUN|PROPN|ADJ)$/.test(upos) || (/^NN/.test(xpos) && (upos === 'X' || /^(?:elect|designate)$/i.test(text)))

/** Whether a token can head a title here. */
export function isTitleHead(scene: Scene, i: number): boolean {
  const token = scene.resolved.tokens[i]
  if (!token || !isNounLike(token)) return false
  if (isDoubtful(token.text)) return scene.roleHeads.has(i) || /^\p{Lu}/u.test(token.text) || token.upos === 'NOUN'
  return isTitleNoun(token.text)
}
