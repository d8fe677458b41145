/**
 * What the graph as a whole is, in VoID and DCAT, and which program made it.
 * In: the parts as they are written. Out: `<https://w3id.org/newsgraph/data/> a void:Dataset, dcat:Dataset ; void:triples 1204 ; …`,
 * and an agent for each version and model that read an article. It is the last part, since it counts the others.
 */
import { DataFactory, type Literal, type NamedNode, type Quad, type Term } from 'n3'
import { countDistinct } from '../hash.js'
import type { ArticleGraph } from '../model.js'
import { DEFAULT_BASE } from './iri.js'
import { integer, text } from './literals.js'
import { graphNode, type Quads } from './mapping.js'
import { agentNode } from './provenance.js'
import { dcat, dct, namespaces, ng, prov, rdf, rdfs, schema, voidTerms } from './vocab.js'

export interface DatasetOptions {
  readonly base?: string
  readonly version: string
  /** What the graph is called. Default: "What news articles say". */
  readonly title?: string
  /** IRI of the licence that the graph is given under. Default: none is stated. */
  readonly licence?: string
}

/** How many there are of what, kept while the parts go by. */
export interface Counts extends DatasetCounts {
  readonly add: (article: ArticleGraph, part: readonly Quad[]) => void
}

export interface DatasetCounts {
  readonly articles: number
  readonly entities: number
  readonly triples: number
  readonly models: readonly string[]
}

/** Vocabularies that every graph uses. */
const VOCABULARIES = ['ng', 'schema', 'org', 'prov', 'oa', 'sem', 'skos'] as const

/** Counts triples once, also those that two articles state: only plain ones between shared things can be such. */
export function countParts(): Counts {
  const models = new Set<string>(), plain = countDistinct()
  let articles = 0, entities = 0, own = 0
  return {
    add(article, part) {
      articles += 1
      models.add(article.model)
      const isPlain = plainIn(article)
      for (const quad of part) {
        if (isName(quad)) entities += 1
        if (isPlain(quad)) plain.add(plainKey(quad))
        else own += 1
      }
    },
    get articles() { return articles },
    get entities() { return entities },
    get triples() { return own + plain.size },
    get models() { return [...models].toSorted() },
  }
}

/** Whether a node is of this article alone, by its name. */
export function localTo({ article }: ArticleGraph): (node: Term) => boolean {
  const local = new RegExp(`/${article.id}(?:-|$)`, 'u')
  return ({ termType, value }) => termType === 'NamedNode' && local.test(value)
}

/** Whether other articles may state a triple too: a plain one between shared things. */
export function plainIn(article: ArticleGraph): (quad: Quad) => boolean {
  const isLocal = localTo(article)
  return (quad) => !isDescription(quad) && !isLocal(quad.subject) && !isLocal(quad.object)
}

/** Whether it tells what something is or is called. */
export function isDescription({ graph }: Quad): boolean {
  return graph.value.endsWith('/entities')
}

/** Whether it is the one name that everything described has. */
export function isName(quad: Quad): boolean {
  return quad.predicate.value === rdfs.label.value && isDescription(quad)
}

/** What tells one triple from another. */
export function plainKey({ subject, predicate, object }: Quad): string {
  return `${subject.value} ${predicate.value} ${object.id}`
}

export function* datasetQuads({ articles, entities, triples, models }: DatasetCounts, options: DatasetOptions): Quads {
  const { base = DEFAULT_BASE, version, title = 'What news articles say', licence } = options
  const graph = graphNode(base, 'dataset'), dataset = DataFactory.namedNode(base)
  const triple = (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) => DataFactory.quad(subject, predicate, object, graph)
  yield triple(dataset, rdf.type, voidTerms.Dataset)
  yield triple(dataset, rdf.type, dcat.Dataset)
  yield triple(dataset, rdfs.label, text(title))
  yield triple(dataset, dct.title, text(title))
  if (licence) yield triple(dataset, dct.license, DataFactory.namedNode(licence))
  yield triple(dataset, dct.rights, text('The texts of the articles, and the words quoted from them, belong to their publishers.'))
  yield triple(dataset, dct.conformsTo, DataFactory.namedNode(namespaces.ng.slice(0, -1)))
  yield triple(dataset, voidTerms.uriSpace, text(base))
  yield triple(dataset, voidTerms.documents, integer(articles))
  yield triple(dataset, voidTerms.entities, integer(entities))
  yield triple(dataset, voidTerms.triples, integer(triples))
  for (const prefix of VOCABULARIES) yield triple(dataset, voidTerms.vocabulary, DataFactory.namedNode(namespaces[prefix]))
  for (const model of models) {
    const agent = agentNode(base, version, model)
    yield triple(agent, rdf.type, prov.SoftwareAgent)
    yield triple(agent, rdfs.label, text(`newsgraph ${version}`))
    yield triple(agent, schema.softwareVersion, text(version))
    yield triple(agent, ng.model, text(model))
  }
}
