/**
 * What a graph knows about one thing, and from which words.
 * In: quads, and a name, IRI or prefixed name. Out: an explanation for each thing that fits: what it is, what it is called, what
 * is known, every claim with its passages: "Sergey Lavrov", said, "We always say what we think", characters 634–722.
 */
import type { Quad } from 'n3'
import { factualityTerms, ng, oa, org, prov, rdf, rdfs, schema, skos } from '../map/vocab.js'
import { indexGraph, type GraphIndex } from './graph-index.js'
import { inverseWordsOf, namesOf, wordsOf } from './words.js'

export { formatExplanation } from './explanation.js'

/** Words of an article on which something rests. */
export interface Passage {
  readonly articleLabel: string
  /** In code points of the article's text. */
  readonly start: number
  readonly end: number
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

/** One thing that is known: "said", "Lavrov: “We always say what we think”". */
export interface Fact {
  readonly relation: string
  readonly value: string
  /** IRI of the value or claim, if it is a node. */
  readonly node?: string
  readonly confidence?: number
  readonly rule?: string
  readonly passages: readonly Passage[]
}

/** All that a graph knows of one thing. */
export interface Explanation {
  readonly node: string
  readonly label: string
  /** In words: "person", "statement", … */
  readonly kinds: readonly string[]
  readonly names: readonly string[]
  readonly facts: readonly Fact[]
  /** Where the thing itself stands. */
  readonly passages: readonly Passage[]
  /** Others of the name in the knowledge base, to which it was not linked; all of that name, where it was linked to nothing: "Q12 Springfield (city, Ruritania)". */
  readonly namesakes?: readonly string[]
}

/** The same for chosen nodes. */
export function explainNodes(graph: GraphIndex, nodes: readonly string[]): Explanation[] {
  return nodes.map((node) => explainNode(graph, node))
}

/** Explains all that `term` may mean: a whole IRI, a prefixed name, or a name in any case; if none fits whole, part of a name. */
export function explain(quads: Iterable<Quad>, term: string): Explanation[] {
  const graph = indexGraph(quads)
  return explainNodes(graph, find(graph, term))
}

function explainNode(graph: GraphIndex, node: string): Explanation {
  return {
    node, label: graph.label(node),
    kinds: [...new Set(typesOf(graph, node).map(wordsOf))],
    names: [...new Set(graph.objects(node, skos.altLabel).map(({ value }) => value))],
    facts: [...ownFacts(graph, node), ...claimsAbout(graph, node), ...linksOf(graph, node)],
    passages: passagesOf(graph, node),
  }
}

const plumbing = new Set([ng.Evidence, oa.TextPositionSelector, oa.TextQuoteSelector].map(({ value }) => value))

function find(graph: GraphIndex, term: string): string[] {
  const finder = startFinding(term)
  for (const node of graph.subjects()) finder.look(graph, node)
  return finder.found()
}

/** Looks for what a term may mean, node by node. */
export function startFinding(term: string): { look: (graph: GraphIndex, node: string) => void; found: () => string[] } {
  const wanted = term.trim(), lower = wanted.toLowerCase()
  const ending = wanted.replace(/^([a-z]+):(?!\/\/)/u, '/$1/')
  const byIri = new Set<string>(), byName = new Set<string>(), byPart = new Set<string>()
  return {
    look(graph, node) {
      if (typesOf(graph, node).some((type) => plumbing.has(type))) return
      if (node === wanted || (ending !== wanted && node.endsWith(ending))) byIri.add(node)
      const names = namesOf(graph, node).map((name) => name.toLowerCase())
      if (names.includes(lower)) byName.add(node)
      else if (names.some((name) => name.includes(lower))) byPart.add(node)
    },
    found: () => [...[byIri, byName, byPart].find(({ size }) => size > 0) ?? []],
  }
}

const toldElsewhere = new Set([rdf.type, rdfs.label, skos.altLabel, ng.evidence, ng.textSha256, prov.wasDerivedFrom, prov.wasGeneratedBy,
  schema.articleBody, schema.mentions, schema.jobTitle, schema.affiliation].map(({ value }) => value))

/** What the node says of itself; plain triples of relations are told with their claims. */
function ownFacts(graph: GraphIndex, node: string): Fact[] {
  const claimed = new Set(graph.to(node).filter(({ predicate }) => predicate.value === rdf.subject.value)
    .map(({ subject }) => `${graph.value(subject.value, rdf.predicate)} ${graph.value(subject.value, rdf.object)}`))
  const own = graph.of(node).filter(({ predicate, object }) => !toldElsewhere.has(predicate.value) && !claimed.has(`${predicate.value} ${object.value}`))
  const once = new Map(own.map((quad) => [`${quad.predicate.value} ${quad.object.value}`, quad]))
  return [...once.values()].map(({ predicate, object }) => ({
    relation: wordsOf(predicate.value), passages: [],
    ...(object.termType === 'Literal' ? { value: object.value } : { value: nameOf(graph, object.value), node: object.value }),
  }))
}

/** The claims and works that point to the node, each once. */
function claimsAbout(graph: GraphIndex, node: string): Fact[] {
  const seen = new Set<string>()
  const claims = graph.to(node).filter(({ subject, predicate }) => inverseWordsOf(predicate.value) && !isLink(graph, subject.value) && !seen.has(subject.value) && seen.add(subject.value))
  return claims.map(({ subject, predicate }) => {
    const confidence = graph.value(subject.value, ng.confidence), rule = graph.value(subject.value, ng.rule)
    return {
      relation: inverseWordsOf(predicate.value) ?? '', value: describe(graph, subject.value, node), node: subject.value,
      ...(confidence !== undefined && { confidence: Number(confidence) }), ...(rule !== undefined && { rule }),
      passages: passagesOf(graph, subject.value),
    }
  })
}

/** A claim in words, as seen from one of its nodes. */
function describe(graph: GraphIndex, claim: string, from: string): string {
  const factuality = graph.value(claim, ng.factuality)
  const reserves = [
    ...(graph.value(claim, ng.former) === 'true' ? ['former'] : []),
    ...(factuality && factuality !== factualityTerms.Asserted.value ? [wordsOf(factuality)] : []),
  ]
  const words = describeRole(graph, claim, from) ?? graph.label(claim)
  return reserves.length > 0 ? `${words} (${reserves.join(', ')})` : words
}

const isLink = (graph: GraphIndex, node: string): boolean => typesOf(graph, node).includes(ng.Link.value)

/** What it is elsewhere, and why: the addresses that rest on the same words and rule together. */
function linksOf(graph: GraphIndex, node: string): Fact[] {
  const links = new Set(graph.to(node).filter(({ subject, predicate }) => predicate.value === rdf.subject.value && isLink(graph, subject.value)).map(({ subject }) => subject.value))
  const together = new Map<string, { targets: string[]; fact: Fact }>()
  for (const link of links) {
    const confidence = graph.value(link, ng.confidence), rule = graph.value(link, ng.rule), reason = reasonOf(graph, link), passages = passagesOf(graph, link)
    const key = JSON.stringify([reason, rule, confidence, passages]), known = together.get(key), targets = [...known?.targets ?? [], graph.value(link, rdf.object) ?? '']
    together.set(key, { targets, fact: { relation: 'linked to', value: `${targets.join(', ')}, ${reason}`, node: known?.fact.node ?? link, ...(confidence !== undefined && { confidence: Number(confidence) }), ...(rule !== undefined && { rule }), passages } })
  }
  return [...together.values()].map(({ fact }) => fact)
}

/** "the same; the article's words match: Minister of Foreign Affairs; 2 namesakes rejected". */
function reasonOf(graph: GraphIndex, link: string): string {
  const isSame = graph.value(link, rdf.predicate)?.endsWith('sameAs') ?? false
  const facts = graph.objects(link, ng.matchedFact).map(({ value }) => value), namesakes = Number(graph.value(link, ng.namesakes) ?? 0)
  return [
    isSame ? 'the same' : 'perhaps the same',
    ...(facts.length > 0 ? [`the article's words match: ${facts.join(', ')}`] : []),
    ...(namesakes > 0 ? [`${namesakes} ${namesakes === 1 ? 'namesake' : 'namesakes'} rejected`] : []),
  ].join('; ')
}

/** "Foreign Minister of Russia" from the holder's side, "Foreign Minister: Sergey Lavrov" from Russia's. */
function describeRole(graph: GraphIndex, claim: string, from: string): string | undefined {
  const holder = graph.value(claim, org.member), heldFor = graph.value(claim, ng.heldFor)
  if (!holder) return undefined
  if (holder !== from) return `${graph.label(claim)}: ${graph.label(holder)}`
  return heldFor ? `${graph.label(claim)} of ${graph.label(heldFor)}` : graph.label(claim)
}

function passagesOf(graph: GraphIndex, node: string): Passage[] {
  return graph.objects(node, ng.evidence).map(({ value: evidence }) => {
    const selectors = [...graph.objects(evidence, oa.hasSelector).map(({ value }) => value), evidence]
    const read = (...terms: (typeof oa.exact)[]) => terms.flatMap((term) => selectors.map((selector) => graph.value(selector, term))).find((value) => value !== undefined) ?? ''
    return {
      articleLabel: graph.label(graph.value(evidence, oa.hasSource) ?? ''),
      start: Number(read(oa.start, ng.start)), end: Number(read(oa.end, ng.end)), prefix: read(oa.prefix), exact: read(oa.exact), suffix: read(oa.suffix),
    }
  })
}

function typesOf(graph: GraphIndex, node: string): string[] {
  return graph.objects(node, rdf.type).map(({ value }) => value)
}

/** Concepts and other terms that the graph does not describe are called by the words in them. */
function nameOf(graph: GraphIndex, node: string): string {
  return graph.has(node) ? graph.label(node) : wordsOf(node)
}
