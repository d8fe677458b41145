/**
 * What people decided about the claims of one article.
 * In: an article's graph with the ids of the whole, and all decisions. Out: the graph without the claims that were dropped, with the speakers and the relations that people gave:
 * `{"decide": "drop", "article": "76f4…", "claim": "…"}`. A decision on a claim that is not there (any more) changes nothing.
 */
import { relationTerms } from '../map/vocab.js'
import type { ArticleGraph, Claim, Predicate, Relation } from '../model.js'
import type { AddRelation, Decision, DropClaim, FixSpeaker } from './decisions.js'

export function editClaims(graph: ArticleGraph, decisions: readonly Decision[]): ArticleGraph {
  const mine = decisions.filter((decision): decision is DropClaim | FixSpeaker | AddRelation =>
    (decision.decide === 'drop' || decision.decide === 'speaker' || decision.decide === 'add') && decision.article === graph.article.id)
  if (mine.length === 0) return graph
  const dropped = new Set(mine.flatMap((decision) => (decision.decide === 'drop' ? [decision.claim] : [])))
  const speakers = new Map(mine.flatMap((decision) => (decision.decide === 'speaker' ? [[decision.claim, decision.speakers] as const] : [])))
  const isKept = ({ id }: Claim): boolean => !dropped.has(id)
  return {
    ...graph,
    roles: graph.roles.filter(isKept),
    statements: graph.statements.filter(isKept).map((statement) => ({ ...without(statement, dropped), speakers: speakers.get(statement.id) ?? statement.speakers })),
    events: graph.events.filter(isKept).map((event) => without(event, dropped)),
    relations: [
      ...graph.relations.filter(isKept).map((relation) => without(relation, dropped)),
      ...mine.flatMap((decision) => (decision.decide === 'add' ? added(decision, graph) : [])),
    ],
  }
}

/** As surely as people say it; named by what it claims, as other relations are. */
function added({ subject, predicate, object, words }: AddRelation, { article, entities, relations }: ArticleGraph): Relation[] {
  const start = article.text.indexOf(words)
  const known = Object.keys(relationTerms).find((name): name is Predicate => name === predicate)
  const areNamed = [subject, object].every((id) => entities.some((entity) => entity.id === id))
  const isThere = relations.some((relation) => relation.subject === subject && relation.predicate === predicate && relation.object === object && relation.factuality === 'Asserted')
  if (start < 0 || words === '' || known === undefined || !areNamed || isThere) return []
  const localOf = (id: string): string => id.slice(id.indexOf('/') + 1)
  return [{
    kind: 'relation', id: `decided-${localOf(subject)}-${predicate}-${localOf(object)}`, subject, predicate: known, object, factuality: 'Asserted', isFormer: false,
    confidence: 1, rule: 'decided-by-people', evidence: [{ start, end: start + words.length }],
  }]
}

/** Nothing points to a claim that is gone. What alone a dropped statement reported is left as reported: it is still no fact. */
function without<One extends object>(claim: One, dropped: ReadonlySet<string>): One {
  return Object.fromEntries(Object.entries(claim).filter(([key, value]) =>
    !(key === 'within' || key === 'occasion' || key === 'accordingTo') || !dropped.has(String(value)))) as One
}
