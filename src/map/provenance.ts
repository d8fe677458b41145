/**
 * Which program and model read the article.
 * In: an ArticleGraph. Out: `run:76f4… a prov:Activity ; prov:used article:76f4… ; schema:softwareVersion "0.1.0" ; ng:model "…"`.
 * No clock time: the same article gives the same bytes tomorrow.
 */
import { text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { ng, prov, rdf, rdfs, schema } from './vocab.js'

export function* runQuads({ run, article, graph, options, triple }: Mapping): Quads {
  yield triple(run, rdf.type, prov.Activity)
  yield triple(run, rdfs.label, text(`newsgraph ${options.version} reading article ${graph.article.id}`))
  yield triple(run, prov.used, article)
  yield triple(run, schema.softwareVersion, text(options.version))
  yield triple(run, ng.model, text(graph.model))
}
