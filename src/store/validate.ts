/**
 * Does a graph have the shape it should have?
 * In: a graph's quads and SHACL shapes. Out: what does not conform, in words: `statement:76f4…-3`, "A statement needs a speaker".
 * The validator's time grows faster than the graph, so each article's part is checked by itself: its nodes, and of the nodes
 * they point to the types.
 */
import { readFile } from 'node:fs/promises'
import { Parser, Store, type Quad } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { ng, oa, prov, rdf } from '../map/vocab.js'
import { indexGraph, type GraphIndex } from './graph-index.js'
import { QuadDataset } from './quad-dataset.js'

export interface Finding {
  /** IRI of the node that does not conform. */
  readonly node: string
  readonly label: string
  /** What is wrong, in a sentence. */
  readonly message: string
  /** The property that it is about, if it is about one. */
  readonly path?: string
  /** The value at fault, if there is one. */
  readonly value?: string
}

/** The shapes of newsgraph's graphs. */
export async function loadShapes(): Promise<Quad[]> {
  const file = new URL('../../ontology/shapes.ttl', import.meta.url)
  return new Parser().parse(await readFile(file, 'utf8'))
}

/** @returns what does not conform, in order of the graph; nothing when all does */
export async function validate(quads: Iterable<Quad>, shapes: Iterable<Quad>): Promise<Finding[]> {
  const graph = indexGraph(quads)
  const validator = new SHACLValidator(new Store([...shapes]))
  const findings: Finding[] = []
  for (const part of partsOf(graph)) findings.push(...await validatePart(graph, part, validator))
  return findings
}

async function validatePart(graph: GraphIndex, part: readonly string[], validator: SHACLValidator): Promise<Finding[]> {
  const own = new Set(part)
  const quads = part.flatMap(graph.of)
  const targets = new Set(quads.map((quad) => quad.object.value).filter((node) => !own.has(node)))
  const types = [...targets].flatMap((node) => graph.of(node).filter((quad) => quad.predicate.value === rdf.type.value))
  const report = await validator.validate(new QuadDataset([...quads, ...types]))
  return report.results.flatMap((result) => {
    const node = result.focusNode?.value ?? ''
    return own.has(node) ? [{
      node, label: graph.label(node), message: result.message.map(({ value }) => value).join(' ') || 'It does not conform to its shape.',
      ...(result.path?.termType === 'NamedNode' && { path: result.path.value }), ...(result.value && { value: result.value.value }),
    }] : []
  })
}

/** The subjects of each article, every subject once; those of no article come last. */
function partsOf(graph: GraphIndex): string[][] {
  const taken = new Set<string>()
  const take = (nodes: readonly string[]) => nodes.filter((node) => graph.has(node) && !taken.has(node) && taken.add(node))
  const parts = graph.ofType(ng.Article).map((article) => take([article, ...belongingTo(graph, article)]))
  return [...parts, take([...graph.subjects()])].filter((part) => part.length > 0)
}

/** What was derived from an article, its run, its evidence with selectors. */
function belongingTo(graph: GraphIndex, article: string): string[] {
  const links = new Set([prov.wasDerivedFrom.value, prov.used.value, oa.hasSource.value])
  const nodes = graph.to(article).filter((quad) => links.has(quad.predicate.value)).map((quad) => quad.subject.value)
  const selectors = nodes.flatMap((node) => graph.objects(node, oa.hasSelector).map((selector) => selector.value))
  return [...nodes, ...selectors]
}
