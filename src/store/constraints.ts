/**
 * What shapes ask of values: one function for each kind of constraint of SHACL that the shapes of newsgraph use.
 * In: `sh:maxCount 1` of a shape. Out: a check that tells a fault when a node has two values. A fault is final unless more quads
 * could mend it: a missing label may stand in another part of the graph, a second one is one too many for good.
 */
import type { Literal, Term } from 'n3'
import { namespaces, rdf, xsd } from '../map/vocab.js'
import { isLexical, isNumeric } from './datatypes.js'
import type { ShapeGraph } from './shape-graph.js'
import type { GraphIndex } from './graph-index.js'
import { check, faultsOf, tell, type Check, type Shape } from './faults.js'

export const SH = 'http://www.w3.org/ns/shacl#'

/** What the constraints need to know of a shape. */
export interface ShapeSource {
  readonly node: string
  readonly index: GraphIndex
  readonly all: (name: string) => readonly Term[]
  readonly list: (head: Term) => Term[]
  readonly shape: (node: Term) => Shape
}

/** What stands on a shape without asking anything of values. */
const silent = new Set(['path', 'message', 'severity', 'name', 'description', 'order', 'group', 'targetClass', 'targetSubjectsOf', 'targetObjectsOf',
  'ignoredProperties', 'flags', 'qualifiedMinCount', 'qualifiedMaxCount'].map((name) => SH + name))

/** @throws Error for a constraint that is not understood */
export function constraintsOf(source: ShapeSource): Check[] {
  return source.index.of(source.node).filter(({ predicate: { value } }) => value.startsWith(SH) && !silent.has(value)).map(({ predicate: { value }, object }) => {
    const make = makers[value.slice(SH.length)]
    if (!make) throw new Error(`The shapes use sh:${value.slice(SH.length)}, which is not understood.`)
    return make(object, source)
  })
}

/** Each value must pass. */
function each(passes: (value: Term, graph: ShapeGraph) => boolean, isFinal = true): Check {
  return (checked) => {
    if (checked.isPartial && !isFinal) return
    for (const value of checked.values) if (!passes(value, checked.graph)) tell(checked, { value, isFinal })
  }
}

/** What may only be missing because it stands elsewhere. */
function whole(find: Check): Check {
  return (checked) => {
    if (!checked.isPartial) find(checked)
  }
}

const makers: Readonly<Record<string, (value: Term, source: ShapeSource) => Check>> = {
  minCount: ({ value }) => whole((checked) => { if (checked.values.length < Number(value)) tell(checked, { isFinal: false }) }),
  maxCount: ({ value }) => (checked) => {
    const { length } = checked.values
    if (length > Number(value)) tell(checked, {})
    else if (checked.isPartial && length > 0) tell(checked, { isFinal: false })
  },
  hasValue: (wanted) => whole((checked) => { if (!checked.values.some(({ id }) => id === wanted.id)) tell(checked, { isFinal: false }) }),
  in: (head, { list }) => {
    const allowed = new Set(list(head).map(({ id }) => id))
    return each(({ id }) => allowed.has(id))
  },
  class: (wanted) => each((value, graph) => graph.objects(value, rdf.type.value).some(({ id }) => id === wanted.id), false),
  nodeKind: ({ value }) => {
    const kinds = new Set(value.slice(SH.length).split('Or').map((kind) => (kind === 'IRI' ? 'NamedNode' : kind)))
    return each(({ termType }) => kinds.has(termType))
  },
  datatype: ({ value: type }) => each((value) => value.termType === 'Literal' && value.datatype.value === type && isLexical(value.value, type)),
  minLength: ({ value: length }) => each((value) => value.termType !== 'BlankNode' && hasLength(value.value, Number(length))),
  maxLength: ({ value: length }) => each((value) => value.termType !== 'BlankNode' && !hasLength(value.value, Number(length) + 1)),
  pattern: ({ value: pattern }, { all }) => {
    const expression = new RegExp(pattern, `u${all('flags')[0]?.value ?? ''}`)
    return each((value) => value.termType !== 'BlankNode' && expression.test(value.value))
  },
  minInclusive: (limit) => each((value) => compare(value, limit) >= 0),
  maxInclusive: (limit) => each((value) => compare(value, limit) <= 0),
  minExclusive: (limit) => each((value) => compare(value, limit) > 0),
  maxExclusive: (limit) => each((value) => compare(value, limit) < 0),
  lessThan: ({ value: other }) => (checked) => {
    for (const value of checked.values) for (const limit of checked.graph.objects(checked.focus, other)) if (!(compare(value, limit) < 0)) tell(checked, { value })
  },
  equals: ({ value: other }) => whole((checked) => {
    const { values } = checked, others = checked.graph.objects(checked.focus, other)
    for (const value of values) if (!others.some(({ id }) => id === value.id)) tell(checked, { value, isFinal: false })
    for (const value of others) if (!values.some(({ id }) => id === value.id)) tell(checked, { value, isFinal: false })
  }),
  closed: ({ value }, source) => (value === 'true' ? closed(source) : () => undefined),
  property: (node, { shape }) => {
    const nested = lazily(() => shape(node))
    return ({ graph, values, isPartial, tell: to }) => {
      for (const value of values) check(nested(), graph, value, isPartial, to)
    }
  },
  node: (node, { shape }) => {
    const nested = lazily(() => shape(node))
    return each((value, graph) => faultsOf(nested(), graph, value).length === 0, false)
  },
  not: (node, { shape }) => {
    const nested = lazily(() => shape(node))
    return each((value, graph) => faultsOf(nested(), graph, value).length > 0, false)
  },
  and: (head, { list, shape }) => {
    const nested = list(head).map(shape)
    return each((value, graph) => nested.every((one) => faultsOf(one, graph, value).length === 0), false)
  },
  or: (head, { list, shape }) => {
    const nested = list(head).map(shape)
    return (checked) => {
      for (const value of checked.values) {
        let isFinal = true
        const isMet = nested.some((one) => {
          const faults = faultsOf(one, checked.graph, value)
          isFinal &&= faults.some((fault) => fault.isFinal)
          return faults.length === 0
        })
        if (!isMet && (isFinal || !checked.isPartial)) tell(checked, { value, isFinal })
      }
    }
  },
  qualifiedValueShape: (node, { shape, all }) => {
    const nested = shape(node), least = Number(all('qualifiedMinCount')[0]?.value ?? 0), most = Number(all('qualifiedMaxCount')[0]?.value ?? Infinity)
    return whole((checked) => {
      const count = checked.values.filter((value) => faultsOf(nested, checked.graph, value).length === 0).length
      if (count < least || count > most) tell(checked, { isFinal: false })
    })
  },
}

/** Whether a string has so many characters; half a character counts as none of its own. */
function hasLength(text: string, least: number): boolean {
  return text.length >= 2 * least || (text.length >= least && [...text].length >= least)
}

/** No properties but those that the shape speaks of. */
function closed({ all, list, shape }: ShapeSource): Check {
  const allowed = new Set(all('ignoredProperties').flatMap(list).map(({ value }) => value))
  for (const property of all('property')) {
    const { path } = shape(property)
    if (path?.kind === 'property') allowed.add(path.iri)
  }
  return (checked) => {
    for (const { predicate, object } of checked.graph.of(checked.focus)) {
      if (!allowed.has(predicate.value)) tell(checked, { path: { kind: 'property', iri: predicate.value }, value: object })
    }
  }
}

/** Below 0, 0 or above 0; NaN, which is none of these, where two values have no order. */
function compare(a: Term, b: Term): number {
  if (a.termType !== 'Literal' || b.termType !== 'Literal') return Number.NaN
  if (isNumber(a) && isNumber(b)) return Number(a.value) - Number(b.value)
  if (a.datatype.value !== b.datatype.value || a.datatype.value === `${namespaces.rdf}langString`) return Number.NaN
  if (a.datatype.value === xsd.dateTime.value) return Date.parse(a.value) - Date.parse(b.value)
  return a.value < b.value ? -1 : Number(a.value > b.value)
}

function isNumber({ value, datatype }: Literal): boolean {
  return isNumeric(datatype.value) && isLexical(value, datatype.value)
}

/** Shapes may name each other. */
function lazily(make: () => Shape): () => Shape {
  let made: Shape | undefined
  return () => (made ??= make())
}
