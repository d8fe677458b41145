/**
 * Who said what to whom, how, where and when.
 * In: the statements of an ArticleGraph. Out: "“We always say what we think,” Lavrov added." → `statement:76f4…-added-1c0f6a2e
 * a ng:Statement, ng:DirectStatement ; schema:creator person:sergey-lavrov ; schema:text "We always say what we think"@en`.
 */
import type { Span, Statement } from '../model.js'
import { claimQuads } from './claims.js'
import { listed, oneLine, shorten } from './labels.js'
import { date, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { formTerms, ng, rdf, rdfs, schema, speechActs } from './vocab.js'

export function* statementQuads(mapping: Mapping, statement: Statement): Quads {
  const { triple } = mapping
  const { language } = mapping.graph.article
  const node = mapping.local('statement', statement.id)
  const said = statement.content.map((span) => wordsAt(mapping, span)).join(' ')
  yield triple(node, rdf.type, ng.Statement)
  yield triple(node, rdf.type, formTerms[statement.form])
  yield triple(node, rdfs.label, text(labelOf(mapping, statement, said)))
  for (const speaker of statement.speakers) yield triple(node, schema.creator, mapping.entity(speaker))
  yield triple(node, schema.text, text(said, language))
  if (statement.cue) yield triple(node, ng.cue, text(wordsAt(mapping, statement.cue)))
  yield triple(node, ng.speechAct, speechActs[statement.speechAct])
  for (const addressee of statement.addressees) yield triple(node, ng.addressee, mapping.entity(addressee))
  for (const about of statement.about) yield triple(node, schema.about, mapping.entity(about))
  yield* circumstanceQuads(mapping, statement)
  yield* claimQuads(mapping, node, statement)
  if (statement.antecedent) yield* mapping.evidence(node, ng.antecedent, [statement.antecedent])
}

function* circumstanceQuads(mapping: Mapping, statement: Statement): Quads {
  const { triple, local, entity } = mapping
  const node = local('statement', statement.id)
  if (statement.date) yield triple(node, schema.dateCreated, date(statement.date))
  if (statement.medium) yield triple(node, ng.medium, entity(statement.medium))
  if (statement.occasion !== undefined) yield triple(node, ng.occasion, local('event', statement.occasion))
  if (statement.place) yield triple(node, schema.spatialCoverage, entity(statement.place))
  if (statement.within !== undefined) yield triple(node, ng.within, local('statement', statement.within))
}

function labelOf(mapping: Mapping, statement: Statement, said: string): string {
  const speakers = listed(statement.speakers.map(mapping.nameOf))
  const cue = statement.cue ? ` ${wordsAt(mapping, statement.cue)}` : ''
  const words = shorten(said)
  return statement.form === 'direct' ? `${speakers}${cue}: “${words}”` : `${speakers}${cue}: ${words}`
}

function wordsAt(mapping: Mapping, { start, end }: Span): string {
  return oneLine(mapping.graph.article.text.slice(start, end))
}
