/**
 * Nodes of JSON-LD in the form that newsgraph writes it.
 * In: a context of prefixes, a member of "@graph" as JSON. Out: its quads; undefined where the member uses more of JSON-LD than
 * prefixes, "@id", "@type", "@value", "@language" and one level of "@graph", so that another reader takes it.
 *   { "@id": "person:sergey-lavrov", "@type": ["schema:Person"], "rdfs:label": ["Sergey Lavrov"] }
 */
import { DataFactory, type NamedNode, type Quad } from 'n3'
import { rdf, xsd } from '../map/vocab.js'

/** Thrown, and caught, in this file only. */
class Unusual extends Error {}

type Json = Readonly<Record<string, unknown>>
type Names = (name: unknown) => NamedNode

export function plainNodes(context: Json): (member: string) => Quad[] | undefined {
  const names = namesIn(context)
  return (member) => {
    const parsed = JSON.parse(member) as unknown
    try {
      return quadsOf(parsed, names)
    } catch (error) {
      if (error instanceof Unusual) return undefined
      throw error
    }
  }
}

/** "person:sergey-lavrov" and whole IRIs; a context that holds anything but prefixes is another reader's. */
function namesIn(context: Json): Names {
  const isPlain = Object.entries(context).every(([prefix, iri]) => /^[\w-]+$/u.test(prefix) && typeof iri === 'string' && /^[a-z][\w+.-]*:.*[/#]$/iu.test(iri))
  const known = new Map<string, NamedNode>()
  return (name) => {
    if (typeof name !== 'string' || !isPlain) throw new Unusual()
    const found = known.get(name)
    if (found) return found
    const colon = name.indexOf(':')
    if (colon < 1 || name.startsWith('_:') || name.startsWith('@')) throw new Unusual()
    const namespace = name.startsWith('//', colon + 1) ? undefined : context[name.slice(0, colon)]
    const node = DataFactory.namedNode(typeof namespace === 'string' ? namespace + name.slice(colon + 1) : name)
    if (/[\u0000-\u0020<>"{}|^`\\]/.test(node.value)) throw new Unusual()
    if (known.size > 20_000) known.clear()
    known.set(name, node)
    return node
  }
}

function quadsOf(member: unknown, names: Names): Quad[] {
  const quads: Quad[] = []
  const node = recordOf(member), inner = node['@graph']
  if (inner === undefined) addNode(quads, node, names, DataFactory.defaultGraph())
  else {
    if (!Array.isArray(inner) || Object.keys(node).length !== 2) throw new Unusual()
    const graph = names(node['@id'])
    for (const one of inner as unknown[]) addNode(quads, recordOf(one), names, graph)
  }
  return quads
}

function addNode(quads: Quad[], node: Json, names: Names, graph: Quad['graph']): void {
  const subject = names(node['@id'])
  for (const [key, values] of Object.entries(node)) {
    if (key === '@id') continue
    if (key === '@type') for (const type of listOf(values)) quads.push(DataFactory.quad(subject, rdf.type, names(type), graph))
    else {
      const predicate = names(key)
      for (const value of listOf(values)) quads.push(DataFactory.quad(subject, predicate, objectOf(value, names), graph))
    }
  }
}

function objectOf(value: unknown, names: Names): Quad['object'] {
  if (typeof value === 'string') return DataFactory.literal(value)
  if (typeof value === 'boolean') return DataFactory.literal(String(value), xsd.boolean)
  const { '@id': id, '@value': literal, '@type': type, '@language': language, ...others } = recordOf(value)
  if (Object.keys(others).length > 0) throw new Unusual()
  if (id !== undefined && literal === undefined && type === undefined && language === undefined) return names(id)
  if (typeof literal !== 'string' || id !== undefined || (type !== undefined && language !== undefined)) throw new Unusual()
  if (typeof language === 'string') return DataFactory.literal(literal, language)
  return type === undefined ? DataFactory.literal(literal) : DataFactory.literal(literal, names(type))
}

function listOf(values: unknown): unknown[] {
  return Array.isArray(values) ? values : [values]
}

function recordOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unusual()
  return value as Json
}
