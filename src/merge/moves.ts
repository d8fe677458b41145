/**
 * How occurrences move between things; the index of names and the record of what changed move along.
 * In: "entity 3 of article 76f4… is `person/joe-biden`", "`person/j-biden` is `person/joe-biden`". Out: the things, changed.
 */
import type { Changes } from './changes.js'
import type { Occurrence } from './digests.js'
import { indexKeys } from './matching.js'
import type { NameIndex } from './name-index.js'
import type { State } from './state.js'
import { addTo, forget, saidOf, takeFrom, type SeenArticle, type Thing } from './things.js'

interface Held { readonly things: Map<string, Thing>; readonly names: NameIndex; readonly changes: Changes; readonly replace: State['replace'] }

export function moves({ things, names, changes, replace }: Held): Pick<State, 'put' | 'take' | 'joinInto' | 'drop'> {
  const put = (article: SeenArticle, at: number, thing: Thing): void => {
    const said = article.said[at]
    if (!said) return
    changes.before(thing)
    addTo(thing, article, at)
    for (const key of indexKeys(said)) names.put(key, thing)
  }

  const take = (article: SeenArticle, at: number): void => {
    const thing = article.things[at]
    if (!thing) return
    changes.before(thing)
    takeFrom(thing, article, at)
  }

  const joinInto = (kept: Thing, gone: Thing): void => {
    for (const thing of [gone, kept]) changes.before(thing)
    const keys = new Set([...new Set(saidOf(gone))].flatMap(indexKeys))
    for (const article of new Set(gone.seen)) {
      changes.touch(article.id)
      for (const [at, thing] of article.things.entries()) if (thing === gone) addTo(kept, article, at)
    }
    forget(gone)
    if (gone.label !== undefined) kept.label ??= gone.label
    names.move(gone, kept, keys)
    things.delete(gone.id)
    replace(gone.id, kept.id)
  }

  const drop = (thing: Thing, called: readonly Occurrence[]): void => {
    changes.before(thing)
    names.drop(thing, new Set(called.flatMap(indexKeys)))
    things.delete(thing.id)
  }

  return { put, take, joinInto, drop }
}
