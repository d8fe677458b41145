/**
 * Does the evidence stand where the graph says?
 * In: a graph's quads, and the articles' texts if the graph does not carry them. Out: how many spans were read again, and every
 * one that does not match: `evidence:76f4…-6-17` says "Lavrov said", characters 6 to 17 of the article read "Lavrov sai".
 */
import { createHash } from 'node:crypto'
import type { Quad, Term } from 'n3'
import { ng, oa, schema } from '../map/vocab.js'
import { indexGraph, type GraphIndex } from './graph-index.js'
import type { PartVisitor } from './parts.js'

/** Evidence that does not stand where the graph says. */
export interface Mismatch {
  /** IRI of the evidence or article. */
  readonly node: string
  /** One sentence for people. */
  readonly message: string
}

/** What `verify` found. */
export interface Verification {
  /** How many spans were read again. */
  readonly spans: number
  readonly mismatches: readonly Mismatch[]
}

/** Takes in a graph article by article. @param texts articles' texts, for graphs made with `--no-body`; they are matched by their SHA-256 */
export function startVerifying(texts: readonly string[] = []): PartVisitor<Verification> {
  const byHash = new Map(texts.map((text) => [sha256(text), text]))
  const mismatches: Mismatch[] = []
  let spans = 0
  return {
    part(quads) {
      const found = verifyPart(indexGraph(quads), byHash)
      spans += found.spans
      for (const mismatch of found.mismatches) mismatches.push(mismatch)
    },
    end: () => ({ spans, mismatches }),
  }
}

/** A graph at hand. */
export function verify(quads: Iterable<Quad>, texts: readonly string[] = []): Verification {
  return verifyPart(indexGraph(quads), new Map(texts.map((text) => [sha256(text), text])))
}

function verifyPart(graph: GraphIndex, byHash: ReadonlyMap<string, string>): Verification {
  const articles = graph.ofType(ng.Article).map((node) => readArticle(graph, node, byHash))
  const points = new Map(articles.map(({ node, text }) => [node, text === undefined ? undefined : [...text]]))
  const evidence = graph.ofType(ng.Evidence)
  return { spans: evidence.length, mismatches: [...articles.flatMap(({ mismatches }) => mismatches), ...evidence.flatMap((node) => checkEvidence(graph, node, points))] }
}

interface CheckedArticle { readonly node: string; readonly text: string | undefined; readonly mismatches: readonly Mismatch[] }

function readArticle(graph: GraphIndex, node: string, byHash: ReadonlyMap<string, string>): CheckedArticle {
  const hash = graph.value(node, ng.textSha256) ?? ''
  const text = graph.value(node, schema.articleBody) ?? byHash.get(hash)
  if (text === undefined) return { node, text, mismatches: [{ node, message: `The text of ${node} is not in the graph; give its file, unaltered.` }] }
  const isSame = sha256(text) === hash
  return { node, text, mismatches: isSame ? [] : [{ node, message: `The text of ${node} is not the one that was read: its SHA-256 is ${sha256(text)}, the graph says ${hash || 'nothing'}.` }] }
}

function checkEvidence(graph: GraphIndex, node: string, points: ReadonlyMap<string, readonly string[] | undefined>): Mismatch[] {
  const source = graph.value(node, oa.hasSource) ?? ''
  if (!points.has(source)) return [{ node, message: `${node} points to no article of the graph.` }]
  const text = points.get(source)
  if (!text) return []
  const selectors = [...graph.objects(node, oa.hasSelector).map((selector: Term) => selector.value), node]
  const [start, end] = [[oa.start, ng.start], [oa.end, ng.end]].map((terms) => numberAt(graph, selectors, terms))
  const exact = valueAt(graph, selectors, oa.exact)
  if (start === undefined || end === undefined || exact === undefined) return [{ node, message: `${node} has no position or no quote.` }]
  const prefix = valueAt(graph, selectors, oa.prefix) ?? '', suffix = valueAt(graph, selectors, oa.suffix) ?? ''
  return compareAt(node, text, start, end, { exact, prefix, suffix })
}

interface Quote { readonly exact: string; readonly prefix: string; readonly suffix: string }

function compareAt(node: string, text: readonly string[], start: number, end: number, { exact, prefix, suffix }: Quote): Mismatch[] {
  const found = text.slice(start, end).join('')
  if (found !== exact || end > text.length) {
    return [{ node, message: `${node} says “${exact}”, but characters ${start} to ${end} of the article read “${found}”.` }]
  }
  const before = text.slice(Math.max(0, start - [...prefix].length), start).join('')
  const after = text.slice(end, end + [...suffix].length).join('')
  return before === prefix && after === suffix ? [] : [{ node, message: `${node} has other words around “${exact}” than the article.` }]
}

function valueAt(graph: GraphIndex, selectors: readonly string[], term: Term): string | undefined {
  return selectors.map((selector) => graph.value(selector, term)).find((value) => value !== undefined)
}

function numberAt(graph: GraphIndex, selectors: readonly string[], terms: readonly Term[]): number | undefined {
  const value = terms.map((term) => valueAt(graph, selectors, term)).find((found) => found !== undefined)
  return value !== undefined && /^\d+$/u.test(value) ? Number(value) : undefined
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
