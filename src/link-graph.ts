/**
 * Links for a graph that exists.
 * In: the quads of a graph, whoever wrote it by the ontology. Out: the same, with what its entities are elsewhere: `person:sergey-lavrov owl:sameAs wd:Q58217`, and the
 * `ng:Link` node with the words that stood as his evidence. Entities that have links keep them, but where people decided otherwise.
 * Less is known than when the article is read – its trees are gone – so that links may be fewer than those that `build` makes.
 */
import { DataFactory, type NamedNode, type Quad } from 'n3'
import type { Decided } from './link/decided.js'
import type { LinkMaker } from './link/link.js'
import { mint } from './map/iri.js'
import { linkQuads, tieQuads } from './map/links.js'
import { graphNode, type Mapping } from './map/mapping.js'
import { entityTypes, geo, geosparql, ng, org, outletKinds, owl, prov, rdf, rdfs, schema, skos, voidTerms } from './map/vocab.js'
import { bestTie, tieOf } from './merge/ties.js'
import type { Entity, EntityKind, Extracted, Link, RoleHolding, Token } from './model.js'
import { indexGraph, type GraphIndex } from './store/graph-index.js'

/** @param decided what people decided: it replaces links that are there */
export async function linkedGraph(given: readonly Quad[], linker: LinkMaker, decided: Decided = () => undefined): Promise<Quad[]> {
  const quads = withoutDecided(given, decided), graph = indexGraph(quads)
  const found: { readonly article: string; readonly base: string; readonly links: ReadonlyMap<string, readonly Link[]> }[] = []
  const ties = new Map<string, Map<string, number>>()
  for (const article of graph.ofType(ng.Article)) {
    const base = article.slice(0, article.lastIndexOf('article/')), links = new Map<string, readonly Link[]>()
    for (const [entity, own] of Object.entries(await linker.link(articleIn(graph, article)))) {
      const tie = tieOf(own), counts = ties.get(entity) ?? new Map<string, number>()
      if (tie) counts.set(JSON.stringify(tie), (counts.get(JSON.stringify(tie)) ?? 0) + 1)
      ties.set(entity, counts)
      links.set(entity, own)
    }
    found.push({ article, base, links })
  }
  const fresh = new Map<string, Quad[]>(), once = new Set<string>()
  const isNew = (node: NamedNode): boolean => !once.has(node.value) && Boolean(once.add(node.value))
  for (const { article, base, links } of found) {
    const mapping = mappingOf(graph, article, base, isNew), own: Quad[] = []
    fresh.set(article.slice(base.length + 'article/'.length), own)
    for (const [entity, all] of links) {
      const tie = bestTie(ties.get(entity) ?? new Map()), node = DataFactory.namedNode(entity)
      if (tie && isNew(node)) own.push(...tieQuads(mapping, node, tie))
      own.push(...linkQuads(mapping, entity, all.filter(({ target }) => tie?.targets.includes(target))))
    }
  }
  const count = [...fresh.values()].reduce((sum, { length }) => sum + length, quads.length - given.length)
  return [...besideArticles(recounted(quads, count), fresh)]
}

/** What belongs to an article stands together: after the last that is said there, what is new. */
function* besideArticles(quads: readonly Quad[], fresh: ReadonlyMap<string, readonly Quad[]>): Generator<Quad> {
  const ends = new Map<number, string>(), last = new Map<string, number>()
  for (const [at, { subject }] of quads.entries()) {
    const id = /\/([0-9a-f]{16})(?:-[^/]*)?$/u.exec(subject.value)?.[1]
    if (id !== undefined && fresh.has(id)) last.set(id, at)
  }
  for (const [id, at] of last) ends.set(at, id)
  for (const [at, quad] of quads.entries()) {
    yield quad
    yield* fresh.get(ends.get(at) ?? '') ?? []
  }
  for (const [id, own] of fresh) if (!last.has(id)) yield* own
}

/** Of what people decided, no link is left that a rule made, nor where it is by that link. */
function withoutDecided(quads: readonly Quad[], decided: Decided): readonly Quad[] {
  const graph = indexGraph(quads)
  const gone = new Set(graph.ofType(ng.Link).flatMap((link) => {
    const node = graph.value(link, rdf.subject) ?? ''
    return entityIn(graph, node).some((entity) => decided(entity) !== undefined) ? [link, node] : []
  }))
  if (gone.size === 0) return quads
  const isLink = (node: string): boolean => typesOf(graph, node).has(ng.Link.value)
  return quads.filter(({ subject, predicate }) => !gone.has(subject.value) || !isLink(subject.value) && !OF_LINKS.has(predicate.value))
}

const OF_LINKS = new Set([owl.sameAs, skos.closeMatch, geo.lat, geo.long, geosparql.asWKT, schema.containedInPlace].map(({ value }) => value))

/** The graph tells how many triples it has. */
function recounted(quads: readonly Quad[], more: number): Quad[] {
  return quads.map((quad) => quad.predicate.value === voidTerms.triples.value
    ? DataFactory.quad(quad.subject, quad.predicate, DataFactory.literal(String(Number(quad.object.value) + more), (quad.object as ReturnType<typeof DataFactory.literal>).datatype), quad.graph) : quad)
}

/** Entities have their IRIs as ids here. */
function mappingOf(graph: GraphIndex, article: string, base: string, isNew: Mapping['isNew']): Parameters<typeof linkQuads>[0] {
  const id = article.slice(base.length + 'article/'.length), own = graphNode(base, id), shared = graphNode(base, 'entities')
  return {
    isNew, options: { base },
    local: (kind, name) => mint(base, kind, `${id}-${name}`),
    entity: (iri) => DataFactory.namedNode(iri),
    nameOf: (iri) => graph.label(iri),
    triple: (subject, predicate, object) => DataFactory.quad(subject, predicate, object, own),
    describe: (subject, predicate, object) => DataFactory.quad(subject, predicate, object, shared),
    *evidence() { /* told by linkQuads for spans; here the evidence is there already */ },
    evidenceOf: (iri) => graph.objects(iri, ng.evidence).filter(({ value }) => value.includes(`/${id}-`)).map(({ value }) => DataFactory.namedNode(value)),
  }
}

function articleIn(graph: GraphIndex, article: string): Extracted {
  const entities = graph.objects(article, schema.mentions).flatMap(({ value }) => isLinked(graph, value) ? [] : entityIn(graph, value))
  const date = graph.value(article, schema.datePublished), text = graph.value(article, schema.articleBody) ?? ''
  const roles = graph.to(article).filter(({ predicate, subject }) => predicate.value === prov.wasDerivedFrom.value && typesOf(graph, subject.value).has(ng.RoleHolding.value)).map(({ subject }) => roleIn(graph, subject.value))
  return {
    id: article, source: article, text, textSha256: '', blocks: [], authors: [], language: 'en', notes: [], ...roughTokens(text), mentions: [], antecedents: [], attributions: [], triggers: [],
    happenings: [], titles: [], meanings: [], relationCandidates: [], model: '', entities, references: [], entityOf: [], times: [], roles, statements: [], events: [], relations: [], ...(date && { date }),
  }
}

function entityIn(graph: GraphIndex, node: string): Entity[] {
  const types = typesOf(graph, node), kind = kindOf(types)
  if (!kind) return []
  const finer = Object.entries(entityTypes).find(([, term]) => types.has(term.value) && term.value !== schema.NewsMediaOrganization.value)?.[0]
  const outletKind = Object.entries(outletKinds).find(([, term]) => term.value === graph.value(node, ng.outletKind))?.[0]
  const name = graph.value(node, rdfs.label) ?? '', names = graph.objects(node, skos.altLabel).map(({ value }) => value)
  return [{
    id: node, kind, name, names: [...new Set([name, ...names])], isUnnamed: types.has(ng.UnnamedPerson.value), confidence: 1, evidence: [{ start: 0, end: 1 }],
    ...(finer && { type: finer }), ...(outletKind && { outletKind }),
  }]
}

function isLinked(graph: GraphIndex, node: string): boolean {
  return graph.value(node, owl.sameAs) !== undefined || graph.value(node, skos.closeMatch) !== undefined
}

const KINDS: readonly (readonly [NamedNode, EntityKind])[] = [
  [schema.Person, 'person'], [schema.NewsMediaOrganization, 'outlet'], [schema.Organization, 'organization'], [schema.Place, 'place'], [schema.CreativeWork, 'work'],
]

function kindOf(types: ReadonlySet<string>): EntityKind | undefined {
  return KINDS.find(([term]) => types.has(term.value))?.[1]
}

function typesOf(graph: GraphIndex, node: string): ReadonlySet<string> {
  return new Set(graph.objects(node, rdf.type).map(({ value }) => value))
}

function roleIn(graph: GraphIndex, node: string): RoleHolding {
  const of = graph.value(node, ng.heldFor)
  return {
    kind: 'role', id: node, holder: graph.value(node, org.member) ?? '', title: graph.value(node, rdfs.label) ?? '', isFormer: graph.value(node, ng.former) === 'true', confidence: 1, rule: '',
    evidence: [{ start: 0, end: 1 }], ...(of !== undefined && { of }),
  }
}

/** Words and sentences as far as it takes to see whether the article is of sport. */
function roughTokens(text: string): Pick<Extracted, 'tokens' | 'sentences'> {
  const tokens: Token[] = [], sentences: { start: number; end: number; block: number }[] = []
  for (const [sentence] of text.matchAll(/[^.!?\n]+[.!?]*/gu)) {
    const start = tokens.length
    for (const [word] of sentence.matchAll(/\d+[-–/]\d+|[\p{L}\p{N}’'-]+/gu)) tokens.push({ text: word, lemma: word, upos: 'X', xpos: 'X', head: -1, deprel: 'dep', sentence: sentences.length, start: 0, end: 0 })
    if (tokens.length > start) sentences.push({ start, end: tokens.length, block: 0 })
  }
  return { tokens, sentences }
}
