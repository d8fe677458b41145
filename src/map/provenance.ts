/**
 * Which program and model read the article.
 * In: an ArticleGraph. Out: `run:76f4… a prov:Activity ; prov:used article:76f4… ; prov:wasAssociatedWith agent:newsgraph-0.1.0-fda777ba`.
 * No clock time: the same article gives the same bytes tomorrow. What the agent is, dataset.ts tells once.
 */
import type { NamedNode } from 'n3'
import { mint } from './iri.js'
import { text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { prov, rdf, rdfs } from './vocab.js'

export function* runQuads({ run, article, graph, options, triple }: Mapping): Quads {
  yield triple(run, rdf.type, prov.Activity)
  yield triple(run, rdfs.label, text(`newsgraph ${options.version} reading article ${graph.article.id}`))
  yield triple(run, prov.used, article)
  yield triple(run, prov.wasAssociatedWith, agentNode(options.base, options.version, graph.model))
}

/** This version of the program with a model, named by the first digits of the model's hash. */
export function agentNode(base: string, version: string, model: string): NamedNode {
  const hash = /sha256:([0-9a-f]{8})/u.exec(model)?.[1]
  return mint(base, 'agent', hash ? `newsgraph-${version}-${hash}` : `newsgraph-${version}`)
}
