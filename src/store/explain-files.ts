/**
 * What graph files of any size know about one thing.
 * In: files, a name. Out: explanations. Three looks: which nodes are meant; what is said of them, with the words it rests on, out of
 * each article; what the other things are called that are spoken of there.
 */
import type { Quad } from 'n3'
import { ng, oa, rdf, rdfs, schema } from '../map/vocab.js'
import { explainNodes, startFinding, type Explanation } from './explain.js'
import { indexGraph } from './graph-index.js'
import { readQuads, type GraphFile } from './load.js'
import { roughParts } from './parts.js'

export async function explainIn(files: readonly GraphFile[], term: string): Promise<Explanation[]> {
  const finder = startFinding(term)
  for await (const part of roughParts(files)) {
    const index = indexGraph(part)
    for (const node of index.subjects()) finder.look(index, node)
  }
  const nodes = finder.found()
  if (nodes.length === 0) return []
  const found = new Set(nodes), kept: Quad[] = [], rest = new Set<string>()
  for await (const part of roughParts(files)) if (part.some(({ subject, object }) => found.has(subject.value) || found.has(object.value))) keepAround(part, found, kept, rest)
  for (const { subject } of kept) rest.delete(subject.value)
  for (const file of files) for await (const quads of readQuads(file)) for (const quad of quads) if (rest.has(quad.subject.value) && isPlain(quad)) kept.push(quad)
  return explainNodes(indexGraph(kept), nodes)
}

/** Keeps what is said of the nodes and in which claims, the evidence, the articles' labels; puts aside what else is named there. */
function keepAround(part: readonly Quad[], found: ReadonlySet<string>, kept: Quad[], rest: Set<string>): void {
  const index = indexGraph(part)
  const near = new Set(found)
  for (const node of found) for (const { subject } of index.to(node)) near.add(subject.value)
  // The set grows while it is gone through: from claims to evidence, from there to selectors and articles.
  for (const node of near) for (const { predicate, object } of index.of(node)) if (leading.has(predicate.value)) near.add(object.value)
  for (const node of near) for (const quad of index.of(node)) {
    if (quad.predicate.value === schema.articleBody.value || (quad.predicate.value === schema.mentions.value && !found.has(quad.object.value))) continue
    kept.push(quad)
    if (quad.object.termType === 'NamedNode') rest.add(quad.object.value)
  }
}

/** From a claim to its words. */
const leading = new Set([ng.evidence, oa.hasSelector, oa.hasSource].map(({ value }) => value))

function isPlain({ predicate }: Quad): boolean {
  return predicate.value === rdfs.label.value || predicate.value === rdf.type.value
}
