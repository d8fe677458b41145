/**
 * What an act of the registry changed.
 * In: every thing before it is touched, every article whose graph differs. Out: the ids of the things whose descriptions came to differ, and the articles:
 * with "Barack Obama" in today's article, yesterday's bare "Obama" is described otherwise, and yesterday's graph is another.
 */
import { compare } from './grouping.js'
import { appearance, type Thing } from './things.js'

/** What an act changed. */
export interface Change {
  /** Articles whose graphs differ now. */
  readonly articles: readonly string[]
  /** Ids of things whose descriptions differ now, new and gone ones included. */
  readonly entities: readonly string[]
}

export interface Changes {
  /** To be told before a thing is touched. */
  readonly before: (thing: Thing) => void
  readonly touch: (articleId: string) => void
  readonly watch: (act: () => void) => Change
}

/** Whoever adds all and looks at none of the changes need not have them told: looks of things cost a good part of placing them. */
export function unwatched(): Changes {
  return { before: () => undefined, touch: () => undefined, watch: (act) => {
    act()
    return { articles: [], entities: [] }
  } }
}

export function watching(): Changes {
  let before = new Map<Thing, string>()
  let touched = new Set<string>()
  const looks = (thing: Thing) => (thing.seen.length === 0 ? '' : appearance(thing))
  return {
    before: (thing: Thing): void => {
      if (!before.has(thing)) before.set(thing, looks(thing))
    },
    touch: (articleId: string): void => void touched.add(articleId),
    watch: (act: () => void): Change => {
      before = new Map()
      touched = new Set()
      act()
      const entities = [...before].filter(([thing, was]) => looks(thing) !== was).map(([{ id }]) => id)
      return { articles: [...touched].toSorted(compare), entities: [...new Set(entities)].toSorted(compare) }
    },
  }
}
