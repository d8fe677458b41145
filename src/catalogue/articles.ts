/**
 * The articles of a catalogue as the graph has them.
 * In: an open catalogue. Out: article by article, by date as `build` writes them, with the ids and names that the whole catalogue
 * gives, and with what people decided: a claim that is dropped is not there, "speaker statement:… person:mara-lindqvist" speaks.
 */
import { onlyCertain, onlyClaims } from '../extract/certain.js'
import { applyRegistry } from '../merge/merge.js'
import type { Registry } from '../merge/registry.js'
import type { ArticleGraph, Claim, Entity, Statement } from '../model.js'
import type { ClaimDecision } from './decisions.js'
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
    const decide = decider(catalogue.decisions().claims, registry)
    const remember = rememberer(registry)
    for (const row of inOrder) {
      const { graph } = catalogue.article(row)
      const settled = decide(applyRegistry(onlyCertain(graph, minConfidence), registry))
      yield { ...settled, entities: settled.entities.map(remember) }
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

/** Carries out what is decided about single claims. */
function decider(decisions: readonly ClaimDecision[], registry: Registry): (graph: ArticleGraph) => ArticleGraph {
  const dropped = new Set(decisions.flatMap((one) => (one.decide === 'drop' ? [one.claim] : [])))
  const speakers = new Map(decisions.flatMap((one) => (one.decide === 'speaker' ? [[one.claim, one.speakers] as const] : [])))
  if (decisions.length === 0) return (graph) => graph
  return (graph) => {
    const kept = onlyClaims(graph, (claim) => !dropped.has(nameOf(graph, claim)))
    const present = new Map(graph.entities.map((entity) => [entity.id, entity]))
    const statements = kept.statements.map((statement) => {
      const named = (speakers.get(nameOf(graph, statement)) ?? []).flatMap((id) => speakerOf(id, statement, present, registry) ?? [])
      for (const entity of named) present.set(entity.id, entity)
      return named.length > 0 ? { ...statement, speakers: named.map(({ id }) => id) } : statement
    })
    return { ...kept, statements, entities: [...present.values()] }
  }
}

/** Where the IRIs of claims of a kind lie. */
const FOLDERS: Readonly<Record<Claim['kind'], string>> = { role: 'holding', statement: 'statement', event: 'event', relation: 'relation' }

function nameOf({ article }: ArticleGraph, { kind, id }: Claim): string {
  return `${FOLDERS[kind]}/${article.id}-${id}`
}

/** Somebody whom the article names, or else whom the catalogue knows: then the statement is where he stands. */
function speakerOf(id: string, { evidence }: Statement, present: ReadonlyMap<string, Entity>, registry: Registry): Entity | undefined {
  const found = registry.find(id)
  return present.get(found?.id ?? id) ?? (found && { ...found, isUnnamed: false, evidence })
}
