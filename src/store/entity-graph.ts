/**
 * The entities of a graph as a network, for Gephi, Cytoscape, yEd and other programs for networks.
 * In: quads. Out: a graphology graph: people, organisations, outlets, groups, places and works are its nodes; roles, relations,
 * statements (from the speaker to those addressed and spoken about) and events (from agents to patients) its edges.
 * "Lavrov criticised Macron" → `person:sergey-lavrov` —criticise→ `person:emmanuel-macron`. Same quads, same graph.
 */
import { MultiDirectedGraph } from 'graphology'
import type { Quad, Term } from 'n3'
import { factualityTerms, namespaces, ng, org, rdf, rdfs, schema, skos } from '../map/vocab.js'
import { indexGraph, type GraphIndex } from './graph-index.js'
import { readQuads, type GraphFile } from './load.js'
import { wordsOf } from './words.js'

export interface EntityNode { label: string; kind: string; names: string; mentions: number }
export interface EntityEdge { label: string; kind: 'role' | 'relation' | 'statement' | 'event'; factuality: string; confidence: number; claim: string }
export type EntityGraph = MultiDirectedGraph<EntityNode, EntityEdge>

/** The kind of a node is the first of these types that it has. */
const kinds: readonly (readonly [Term, string])[] = [
  [ng.UnnamedPerson, 'unnamed person'], [schema.Person, 'person'], [schema.NewsMediaOrganization, 'outlet'], [schema.Organization, 'organization'],
  [ng.Group, 'group'], [schema.Place, 'place'], [schema.CreativeWork, 'work'],
]

/** What an entity is in a word; undefined for what is none. */
export function entityKind(types: ReadonlySet<string>): string | undefined {
  return kinds.find(([type]) => types.has(type.value))?.[1]
}

export function entityGraph(quads: Iterable<Quad>): EntityGraph {
  const index = indexGraph(quads)
  const graph: EntityGraph = new MultiDirectedGraph()
  for (const node of index.subjects()) addEntity(graph, index, node)
  for (const node of index.subjects()) addClaim(graph, index, node)
  return graph
}

/** From files of any size: the articles' texts and the words that claims rest on, two thirds of a graph, never come together in memory. */
export async function readEntityGraph(files: readonly GraphFile[]): Promise<EntityGraph> {
  const needed: Quad[] = []
  for (const file of files) for await (const quads of readQuads(file)) for (const quad of quads) if (isNeeded(quad)) needed.push(quad)
  return entityGraph(needed)
}

const told = new Set([rdf.type, rdfs.label, skos.altLabel, ng.evidence, ng.factuality, ng.confidence, org.member, ng.heldFor, rdf.subject, rdf.predicate, rdf.object,
  ng.speechAct, schema.creator, ng.addressee, schema.about, ng.agent, ng.patient].map(({ value }) => value))

function isNeeded({ predicate, object }: Quad): boolean {
  return told.has(predicate.value) && object.value !== ng.Evidence.value && !object.value.startsWith(namespaces.oa)
}

function addEntity(graph: EntityGraph, index: GraphIndex, node: string): void {
  const kind = entityKind(new Set(valuesOf(index, node, rdf.type)))
  if (!kind) return
  graph.addNode(node, {
    label: printable(index.label(node)), kind, names: [...new Set(valuesOf(index, node, skos.altLabel))].map(printable).join(' | '), mentions: new Set(valuesOf(index, node, ng.evidence)).size,
  })
}

function addClaim(graph: EntityGraph, index: GraphIndex, claim: string): void {
  const types = new Set(valuesOf(index, claim, rdf.type))
  if (types.has(ng.RoleHolding.value)) link('role', index.label(claim), [org.member], [ng.heldFor])
  else if (types.has(ng.Relation.value)) link('relation', wordsOf(index.value(claim, rdf.predicate) ?? ''), [rdf.subject], [rdf.object])
  else if (types.has(ng.Statement.value)) link('statement', wordsOf(index.value(claim, ng.speechAct) ?? ''), [schema.creator], [ng.addressee, schema.about])
  else if (types.has(ng.Event.value)) link('event', index.label(claim), [ng.agent], [ng.patient])

  function link(kind: EntityEdge['kind'], label: string, from: readonly Term[], to: readonly Term[]): void {
    const factuality = wordsOf(index.value(claim, ng.factuality) ?? factualityTerms.Asserted.value)
    const confidence = Number(index.value(claim, ng.confidence) ?? 1)
    for (const source of nodesOf(from)) for (const target of nodesOf(to)) {
      graph.addEdgeWithKey(`e${graph.size + 1}`, source, target, { label: printable(label), kind, factuality, confidence, claim })
    }
  }

  function nodesOf(terms: readonly Term[]): string[] {
    return [...new Set(terms.flatMap((term) => valuesOf(index, claim, term)))].filter((node) => graph.hasNode(node))
  }
}

function valuesOf(index: GraphIndex, node: string, term: Term): string[] {
  return index.objects(node, term).map(({ value }) => value)
}

/** Without the characters that XML cannot hold. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}
