/**
 * A graph is no article, though its text can be read.
 *
 *   in:  a text and the name of its file – "graph.ttl", "@prefix schema: <https://schema.org/> …"
 *   out: nothing, or a Problem: the file is a graph
 *
 * Turtle, TriG, N-Triples, N-Quads and RDF/XML other than feeds show by how they begin. JSON-LD may be an article and is left to its reader.
 */
import { Problem } from '../problem.js'
import { rootOf } from './formats.js'

const ENDINGS = /\.(?:ttl|turtle|trig|nt|nq)$/i
/** Behind comments: a declaration of prefixes, or a triple of full IRIs. */
const START = /^(?:\s|#[^\n]*\n)*(?:@(?:prefix|base)\s|(?:PREFIX\s+[\w.-]*:|BASE)\s*<|<[^<>\s]+:[^<>\s]*>\s+(?:a|<[^<>\s]+>)\s+(?:<[^<>\s]+>|"|_:))/

/** @throws Problem `input` */
export function refuseGraph(text: string, source: string): void {
  const isRdfXml = rootOf(text.slice(0, 100_000)).startsWith('<rdf:RDF') && !/<(?:\w+:)?(?:channel|item)[\s>]/.test(text)
  if (!ENDINGS.test(source) && !START.test(text) && !isRdfXml) return
  throw new Problem('input', `${source} is a graph, not an article`, 'Look at it with newsgraph view or query; give the articles to build.')
}
