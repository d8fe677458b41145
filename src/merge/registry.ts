/**
 * What each named thing is called, and which occurrences are it; grows article by article.
 * In: digests, one by one. Out: for an entity of an article the thing that it is: "Sergey Lavrov" here and "Sergei Lavrov" there →
 * `person/sergey-lavrov`. An id once given is kept: later articles may join two things (the other id is then `replaced`), never rename one.
 * The same digests and decisions in the same order give the same registry.
 */
import type { Change } from './changes.js'
import type { Decision } from './decisions.js'
import type { Digest } from './digests.js'
import { place } from './placing.js'
import type { Merged } from './rewrite.js'
import { readState, writeState } from './saved.js'
import type { Share } from './sharing.js'
import { startState, type State } from './state.js'
import { takeDecision } from './taking.js'
import { dayOf, describe, type SeenArticle } from './things.js'
import { undoGone } from './undoing.js'

export type { Change } from './changes.js'

export interface Registry {
  /** Places every named entity of an article; one that is there already is replaced, and what it names as before stays the thing that it was. */
  readonly add: (digest: Digest) => Change
  readonly remove: (articleId: string) => Change
  /** People's decisions, all that stand now: they outrank the rules, now and at every later add. Those already taken change nothing, those that are gone are undone. */
  readonly decide: (decisions: readonly Decision[]) => Change
  /** The thing that an entity (its id within the article) of an article is; undefined for what has no name. */
  readonly thingOf: (articleId: string, localId: string) => Merged | undefined
  /** A thing by its id, or by an id that it has replaced. */
  readonly find: (id: string) => Merged | undefined
  /** Id → the id of the thing it was joined into. */
  readonly replaced: () => ReadonlyMap<string, string>
  /** Everything but the digests, as plain JSON; `readRegistry` takes it and the digests. */
  readonly toJSON: () => unknown
}

/**
 * @param share for whoever keeps digests beside it: those that went through the same are kept once
 * @param isWatched whether each act tells what it changed; it is quicker without
 */
export function startRegistry(share?: Share, isWatched = true): Registry {
  return registryOf(startState(share, isWatched))
}

/**
 * A registry as it was when it was written.
 * @param digests those of all its articles, in any order
 * @throws Problem where a digest is missing, or a newer version wrote it
 */
export function readRegistry(json: unknown, digests: Iterable<Digest>, share?: Share): Registry {
  return registryOf(readState(json, digests, share))
}

function registryOf(state: State): Registry {
  return {
    add: (digest) => state.watch(() => {
      const known = state.articles.get(digest.articleId)
      const before = known && { ...known, things: [...known.things] }
      remove(state, digest.articleId)
      state.touch(digest.articleId)
      const article: SeenArticle = { id: digest.articleId, day: dayOf(digest.date), said: digest.occurrences.map(state.share), things: [] }
      place(article, state, before)
      state.articles.set(article.id, article)
    }),
    remove: (articleId) => state.watch(() => remove(state, articleId)),
    decide: (decisions) => state.watch(() => {
      undoGone(state, decisions)
      for (const decision of decisions) takeDecision(state, decision)
    }),
    thingOf: (articleId, localId) => {
      const article = state.articles.get(articleId)
      const found = article?.things[article.said.findIndex(({ local }) => local === localId)]
      return found && describe(found)
    },
    find: (id) => {
      const found = state.find(id)
      return found && found.seen.length > 0 ? describe(found) : undefined
    },
    replaced: () => state.replaced,
    toJSON: () => writeState(state),
  }
}

function remove(state: State, articleId: string): void {
  const article = state.articles.get(articleId)
  if (!article) return
  state.touch(articleId)
  for (const at of article.said.keys()) state.take(article, at)
  state.articles.delete(articleId)
}
