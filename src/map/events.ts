/**
 * What happened, will happen or is said to have happened.
 * In: the events of an ArticleGraph. Out: "protesters stormed the parliament on Friday" → `event:76f4…-stormed-9b01c2d4 a ng:Event, sem:Event ;
 * ng:eventType happening:attack ; ng:agent group:protesters ; schema:startDate "2022-07-01"^^xsd:date ; ng:factuality ng:Asserted`.
 */
import type { NewsEvent, Quantity } from '../model.js'
import { claimQuads } from './claims.js'
import { oneLine } from './labels.js'
import { boolean, date, decimal, integer, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { eventTypes, factualityTerms, ng, quantityKinds, rdf, rdfs, schema, sem } from './vocab.js'

export function* eventQuads(mapping: Mapping, event: NewsEvent): Quads {
  const { triple, local } = mapping
  const node = local('event', event.id)
  yield triple(node, rdf.type, ng.Event)
  yield triple(node, rdf.type, sem.Event)
  yield triple(node, rdfs.label, text(oneLine(event.label)))
  yield triple(node, ng.eventType, eventTypes[event.type])
  for (const { start, end } of event.triggers) {
    yield triple(node, ng.trigger, text(oneLine(mapping.graph.article.text.slice(start, end))))
  }
  yield* participantQuads(mapping, event)
  if (event.startDate) yield triple(node, schema.startDate, date(event.startDate))
  if (event.endDate) yield triple(node, schema.endDate, date(event.endDate))
  yield triple(node, ng.factuality, factualityTerms[event.factuality])
  if (event.accordingTo !== undefined) yield triple(node, ng.accordingTo, local('statement', event.accordingTo))
  if (event.isMain) yield triple(node, ng.isMain, boolean(true))
  yield* claimQuads(mapping, node, event)
  for (const [at, quantity] of (event.quantities ?? []).entries()) yield* quantityQuads(mapping, event, quantity, at)
}

/** "four people dead" → a node of its own, as a number without what it counts says nothing. */
function* quantityQuads(mapping: Mapping, event: NewsEvent, quantity: Quantity, at: number): Quads {
  const { triple } = mapping
  const node = mapping.local('quantity', `${event.id}-${quantity.of}${at === 0 ? '' : `-${at + 1}`}`)
  yield triple(mapping.local('event', event.id), ng.quantity, node)
  yield triple(node, rdf.type, ng.Quantity)
  yield triple(node, rdf.type, schema.QuantitativeValue)
  yield triple(node, rdfs.label, text(oneLine(mapping.graph.article.text.slice(quantity.evidence[0].start, quantity.evidence[0].end))))
  yield triple(node, schema.value, Number.isInteger(quantity.value) ? integer(quantity.value) : decimal(quantity.value))
  if (quantity.unit) yield triple(node, schema.unitText, text(quantity.unit))
  if (quantity.currency) yield triple(node, schema.unitCode, text(quantity.currency))
  yield triple(node, ng.quantityOf, quantityKinds[quantity.of])
  yield* mapping.evidence(node, ng.evidence, quantity.evidence)
}

/** Agents and patients are actors too: said at once, so that queries need no reasoner. */
function* participantQuads({ triple, local, entity }: Mapping, event: NewsEvent): Quads {
  const node = local('event', event.id)
  for (const agent of event.agents) yield triple(node, ng.agent, entity(agent))
  for (const patient of event.patients) yield triple(node, ng.patient, entity(patient))
  const actors = new Set([...event.agents, ...event.patients, ...event.actors])
  for (const actor of actors) yield triple(node, sem.hasActor, entity(actor))
  for (const place of event.places) yield triple(node, sem.hasPlace, entity(place))
}
