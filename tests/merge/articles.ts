/** Articles of which only entities and roles matter. */
import type { ArticleGraph, Entity, RoleHolding } from '../../src/model.js'

export type Named = Partial<Entity> & { name: string; title?: string; of?: string }

const evidence = [{ start: 0, end: 1 }] as const

/** A person unless it says otherwise; `of` is the name of another entity of the article. */
export function article(id: string, ...things: (Named | string)[]): ArticleGraph {
  return dated(id, undefined, ...things)
}

export function dated(id: string, date: string | undefined, ...things: (Named | string)[]): ArticleGraph {
  const named = things.map((thing) => (typeof thing === 'string' ? { name: thing } : thing) as Named)
  const entities = named.map(({ title: _title, of: _of, ...thing }, at): Entity => {
    const kind = thing.kind ?? 'person'
    return { id: `${kind}/local-${at}`, kind, names: [thing.name], isUnnamed: false, confidence: 0.9, evidence, ...thing }
  })
  const roles = named.flatMap(({ title, of }, at): RoleHolding[] => {
    const holder = entities[at]?.id
    const owner = entities.find(({ name }) => name === of)?.id
    return title && holder ? [{ kind: 'role', id: `r${at}`, holder, title, isFormer: false, confidence: 1, rule: 'r', evidence, ...(owner && { of: owner }) }] : []
  })
  return {
    article: { id, source: `${id}.txt`, text: 'x', textSha256: id, authors: [], language: 'en', notes: [], ...(date && { date }) },
    entities, roles, statements: [], events: [], relations: [], model: 'm',
  }
}

export const place = (name: string, type?: string): Named => ({ name, kind: 'place', ...(type && { type }) })
export const body = (name: string, ...others: string[]): Named => ({ name, kind: 'organization', names: [name, ...others].toSorted() })

/** All orders of a few things. */
export function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => ordersOf(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]))
}
