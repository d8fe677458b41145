/**
 * The article itself: what it is, who published it, what it speaks of.
 * In: an ArticleGraph. Out: "Russia slams Macron", 7 July 2022 → `article:76f4… a ng:Article ; schema:headline …`.
 * Outlet and authors are entities of the graph if the text names them; else nodes of their own, from what the page says.
 */
import { DataFactory, type NamedNode } from 'n3'
import type { Span } from '../model.js'
import { mint, slug } from './iri.js'
import { shorten } from './labels.js'
import { date, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { ng, rdf, rdfs, schema, xsd } from './vocab.js'

/** A date that stands before the text is no part of what the article is called. */
const DATE_BEFORE = /^\s*(?:date|published)[: ]\s*[\d-]+(?:T\S*)?\s+/i

export function* articleQuads(mapping: Mapping): Quads {
  const { article, graph, options, triple } = mapping
  const { headline, language, url } = graph.article
  yield triple(article, rdf.type, ng.Article)
  yield triple(article, rdf.type, schema.NewsArticle)
  yield triple(article, rdfs.label, text(shorten(headline?.name ?? graph.article.text.replace(DATE_BEFORE, ''), 100)))
  if (headline) yield triple(article, schema.headline, text(headline.name, language))
  if (graph.article.date) yield triple(article, schema.datePublished, date(graph.article.date))
  for (const { property, node } of originsOf(mapping)) yield triple(article, property, node)
  if (url) yield triple(article, schema.url, DataFactory.literal(url, xsd.anyURI))
  yield triple(article, schema.inLanguage, text(language))
  yield triple(article, ng.textSha256, text(graph.article.textSha256))
  for (const entity of graph.entities) yield triple(article, schema.mentions, mapping.entity(entity.id))
  if (options.body) yield triple(article, schema.articleBody, text(graph.article.text, language))
}

/** Publisher and authors that the text itself does not mention. */
export function* originQuads(mapping: Mapping): Quads {
  const { describe } = mapping
  for (const { node, name, types, isMentioned, span } of originsOf(mapping)) {
    if (isMentioned) continue
    if (mapping.isNew(node)) {
      for (const type of types) yield describe(node, rdf.type, type)
      yield describe(node, rdfs.label, text(name))
    }
    if (span) yield* mapping.evidence(node, ng.evidence, [span])
  }
}

interface Origin {
  readonly property: NamedNode
  readonly node: NamedNode
  readonly name: string
  readonly types: readonly NamedNode[]
  readonly isMentioned: boolean
  /** Where the page's text names it, outside the article proper. */
  readonly span?: Span
}

/** A name, and where it stands in the text if it does. */
interface Named { readonly name: string; readonly span?: Span }

function originsOf(mapping: Mapping): Origin[] {
  const { authors, publisher } = mapping.graph.article
  const outletTypes = [schema.NewsMediaOrganization, schema.Organization]
  const origins = authors.map(({ isOrganisation, ...author }) => {
    if (!isOrganisation) return origin(mapping, schema.author, 'person', author, [schema.Person])
    return author.name === publisher?.name ? origin(mapping, schema.author, 'outlet', author, outletTypes)
      : origin(mapping, schema.author, 'organization', author, [schema.Organization])
  })
  if (publisher) origins.unshift(origin(mapping, schema.publisher, 'outlet', publisher, outletTypes))
  return origins
}

function origin(mapping: Mapping, property: NamedNode, kind: 'person' | 'organization' | 'outlet', { name, span }: Named, types: NamedNode[]): Origin {
  const entity = mapping.graph.entities.find((known) => known.names.includes(name) && (known.kind === kind || known.kind === 'outlet'))
  const node = entity ? mapping.entity(entity.id) : mint(mapping.options.base, kind, slug(name))
  return { property, node, name, types, isMentioned: entity !== undefined, ...(span && { span }) }
}
