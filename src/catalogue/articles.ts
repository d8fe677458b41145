/**
 * The articles of a catalogue as the graph has them.
 * In: an open catalogue. Out: article by article, by date as `build` writes them, with the ids and names that the whole catalogue
 * gives, and with what people decided: a claim that is dropped is not there, "speaker statement:… person:mara-lindqvist" speaks.
 */
import { onlyCertain } from '../extract/certain.js'
import { editClaims } from '../merge/edits.js'
import { applyRegistry } from '../merge/merge.js'
import type { Registry } from '../merge/registry.js'
import type { ArticleGraph, Entity } from '../model.js'
import type { Catalogue } from './reading.js'
import type { Row } from './state.js'

export interface Choice {
  /** Leave out claims that are less certain. Default: 0. */
  readonly minConfidence?: number
  /** Only these. Default: all. */
  readonly rows?: Iterable<Row>
}

/** May be gone through more than once; one article is in memory at a time. */
export function articlesOf(catalogue: Catalogue, { minConfidence = 0, rows = catalogue.rows.values() }: Choice = {}): Iterable<ArticleGraph> {
  const inOrder = [...rows].sort((a, b) => compare(a.date ?? '9999', b.date ?? '9999') || compare(a.id, b.id))
  return { *[Symbol.iterator]() {
    const registry = catalogue.registry()
    const decisions = catalogue.decisions()
    const decided = new Set(decisions.flatMap((one) => ('article' in one ? [one.article] : [])))
    const remember = rememberer(registry)
    for (const row of inOrder) {
      const { graph } = catalogue.article(row)
      const settled = applyRegistry(onlyCertain(graph, minConfidence), registry)
      const edited = decided.has(row.id) ? withSpeakers(editClaims(settled, decisions), registry) : settled
      yield { ...edited, entities: edited.entities.map(remember) }
    }
  } }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Tells of a thing which ids it replaces. */
function rememberer(registry: Registry): (entity: Entity) => Entity {
  const olds = new Map<string, string[]>()
  for (const [old, id] of registry.replaced()) olds.set(id, [...olds.get(id) ?? [], old].sort(compare))
  return (entity) => {
    const replaces = olds.get(entity.id)
    return replaces ? { ...entity, replaces } : entity
  }
}

/** Whoever people say spoke may be named in other articles only: then the statement is where he stands in this one. */
function withSpeakers(graph: ArticleGraph, registry: Registry): ArticleGraph {
  const present = new Map(graph.entities.map((entity) => [entity.id, entity]))
  const statements = graph.statements.map((statement) => {
    const speakers = statement.speakers.map((id) => (present.has(id) ? id : (registry.find(id)?.id ?? id)))
    for (const id of speakers) {
      const found = present.has(id) ? undefined : registry.find(id)
      if (found) present.set(id, { ...found, isUnnamed: false, evidence: statement.evidence })
    }
    return { ...statement, speakers }
  })
  return { ...graph, statements, entities: [...present.values()] }
}
