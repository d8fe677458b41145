/**
 * The articles of a catalogue as the graph has them.
 * In: an open catalogue. Out: article by article, by date as `build` writes them, with the ids and names that the whole catalogue
 * gives, and with what people decided: a claim that is dropped is not there, "speaker statement:… person:mara-lindqvist" speaks.
 */
import { onlyCertain } from '../extract/certain.js'
import { applyRegistry } from '../merge/merge.js'
import type { Registry } from '../merge/registry.js'
import type { ArticleGraph, Claim } from '../model.js'
import type { ClaimDecision } from './decisions.js'
import type { Catalogue } from './reading.js'
import type { Row } from './state.js'

/** May be gone through more than once; one article is in memory at a time. */
export function articlesOf(catalogue: Catalogue, { minConfidence = 0, rows }: { minConfidence?: number; rows?: Iterable<Row> } = {}): Iterable<ArticleGraph> {
  const inOrder = [...rows ?? catalogue.rows.values()].sort((a, b) => compare(a.date ?? '9999', b.date ?? '9999') || compare(a.id, b.id))
  return { *[Symbol.iterator]() {
    const registry = catalogue.registry()
    const decide = decider(catalogue.decisions().claims, registry)
    for (const row of inOrder) yield decide(applyRegistry(onlyCertain(catalogue.article(row).graph, minConfidence), registry))
  } }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Carries out what is decided about single claims. */
function decider(decisions: readonly ClaimDecision[], registry: Registry): (graph: ArticleGraph) => ArticleGraph {
  if (decisions.length === 0) return (graph) => graph
  const dropped = new Set(decisions.flatMap((one) => (one.decide === 'drop' ? [one.claim] : [])))
  const speakers = new Map(decisions.flatMap((one) => (one.decide === 'speaker' ? [[one.claim, one.speakers.map((id) => present(id, registry))] as const] : [])))
  return (graph) => {
    const nameOf = (claim: Claim): string => `${FOLDERS[claim.kind]}/${graph.article.id}-${claim.id}`
    const stays = (claim: Claim): boolean => !dropped.has(nameOf(claim))
    const said = new Set(graph.statements.filter(stays).map(({ id }) => id))
    const isHeard = ({ accordingTo }: { readonly accordingTo?: string }): boolean => accordingTo === undefined || said.has(accordingTo)
    return {
      ...graph,
      roles: graph.roles.filter(stays),
      statements: graph.statements.filter(stays).map((one) => ({ ...one, speakers: speakers.get(nameOf(one)) ?? one.speakers })),
      events: graph.events.filter(stays).filter(isHeard),
      relations: graph.relations.filter(stays).filter(isHeard),
    }
  }
}

/** Where the IRIs of claims of a kind lie. */
const FOLDERS: Readonly<Record<Claim['kind'], string>> = { role: 'holding', statement: 'statement', event: 'event', relation: 'relation' }

/** What an id was joined into. */
function present(id: string, registry: Registry): string {
  const replaced = registry.replaced()
  let found = id
  for (let next = replaced.get(found); next !== undefined; next = replaced.get(found)) found = next
  return found
}
