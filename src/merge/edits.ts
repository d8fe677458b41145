/**
 * What people decided about the claims of one article.
 * In: an article's graph with the ids of the whole, and all decisions. Out: the graph without the claims that were dropped, and with the speakers that people gave:
 * `{"decide": "drop", "article": "76f4…", "claim": "…"}`. A decision on a claim that is not there (any more) changes nothing.
 */
import type { ArticleGraph, Claim } from '../model.js'
import type { Decision, DropClaim, FixSpeaker } from './decisions.js'

export function editClaims(graph: ArticleGraph, decisions: readonly Decision[]): ArticleGraph {
  const mine = decisions.filter((decision): decision is DropClaim | FixSpeaker =>
    (decision.decide === 'drop' || decision.decide === 'speaker') && decision.article === graph.article.id)
  if (mine.length === 0) return graph
  const dropped = new Set(mine.flatMap((decision) => (decision.decide === 'drop' ? [decision.claim] : [])))
  const speakers = new Map(mine.flatMap((decision) => (decision.decide === 'speaker' ? [[decision.claim, decision.speakers] as const] : [])))
  const isKept = ({ id }: Claim): boolean => !dropped.has(id)
  return {
    ...graph,
    roles: graph.roles.filter(isKept),
    statements: graph.statements.filter(isKept).map((statement) => ({ ...without(statement, dropped), speakers: speakers.get(statement.id) ?? statement.speakers })),
    events: graph.events.filter(isKept).map((event) => without(event, dropped)),
    relations: graph.relations.filter(isKept).map((relation) => without(relation, dropped)),
  }
}

/** Nothing points to a claim that is gone. What alone a dropped statement reported is left as reported: it is still no fact. */
function without<One extends object>(claim: One, dropped: ReadonlySet<string>): One {
  return Object.fromEntries(Object.entries(claim).filter(([key, value]) =>
    !(key === 'within' || key === 'occasion' || key === 'accordingTo') || !dropped.has(String(value)))) as One
}
