/**
 * Does a graph have the shape it should have?
 * In: a graph's parts and SHACL shapes. Out: what does not conform, in words: `statement:76f4…-added-1c0f6a2e`, "A statement needs a speaker".
 *
 * Each article's part is checked by itself, with the types of what was described before: memory stays flat. What only the rest of
 * the graph can tell – a thing whose label is missing here, that two files describe, or whose type was not told yet – is put
 * aside and looked at again with all that is said of it.
 */
import { readFile } from 'node:fs/promises'
import { Parser, type Quad, type Term } from 'n3'
import { prov, rdf, rdfs } from '../map/vocab.js'
import { Problem } from '../problem.js'
import { isArticleType, isBelonging } from './belonging.js'
import { faultsOf, type Fault } from './faults.js'
import { hashOf } from '../hash.js'
import type { PartVisitor } from './parts.js'
import { compileShapes, type TargetShape } from './shapes.js'
import { ShapeGraph } from './shape-graph.js'
import { Types } from './types.js'

/** One node that does not have the shape of its kind. */
export interface Finding {
  /** IRI of the node that does not conform. */
  readonly node: string
  readonly label: string
  /** What is wrong, in a sentence. */
  readonly message: string
  /** The property that it is about, if it is about one. */
  readonly path?: string
  /** The value at fault, if there is one. */
  readonly value?: string
}

/** The shapes of newsgraph's graphs. */
export async function loadShapes(): Promise<Quad[]> {
  const file = new URL('../../ontology/shapes.ttl', import.meta.url)
  return new Parser().parse(await readFile(file, 'utf8'))
}

/** Goes through the parts of a graph, as often as it is called. */
export type Walk = <Result>(begin: () => PartVisitor<Result>) => Promise<Result>

/** A graph at hand. @returns what does not conform, in order of the graph; nothing when all does */
export async function validate(quads: Iterable<Quad>, shapes: Iterable<Quad>): Promise<Finding[]> {
  const all = [...quads]
  return validateParts(async (begin) => {
    const visitor = begin()
    await visitor.part(all)
    return visitor.end()
  }, shapes)
}

/** A graph of any size. */
export async function validateParts(walk: Walk, shapes: Iterable<Quad>): Promise<Finding[]> {
  const ready = prepare(compileShapes(shapes))
  let types = new Types()
  let first = await walk(() => firstLook(ready, (types = new Types())))
  // Some things were spoken of before it was said what they are: now it is known.
  if (first.isEarly()) first = await walk(() => firstLook(ready, types, first.retold))
  const again = first.doubts.size + first.retold.size > 0 ? await walk(() => secondLook(ready, types, first)) : []
  return [...new Map([...first.findings, ...again].map((finding) => [JSON.stringify({ ...finding, label: '' }), finding])).values()]
}

/** Shapes by what they are for. */
interface Ready {
  readonly ofClass: ReadonlyMap<string, readonly TargetShape[]>
  readonly ofProperty: ReadonlyMap<string, { readonly subjects: readonly TargetShape[]; readonly objects: readonly TargetShape[] }>
}

function prepare(shapes: readonly TargetShape[]): Ready {
  const classes = new Set(shapes.flatMap((shape) => shape.classes)), properties = new Set(shapes.flatMap(({ subjectsOf, objectsOf }) => [...subjectsOf, ...objectsOf]))
  return {
    ofClass: new Map(Array.from(classes, (one) => [one, shapes.filter((shape) => shape.classes.includes(one))])),
    ofProperty: new Map(Array.from(properties, (one) => [one, {
      subjects: shapes.filter(({ subjectsOf }) => subjectsOf.includes(one)), objects: shapes.filter(({ objectsOf }) => objectsOf.includes(one)),
    }])),
  }
}

interface FirstLook {
  readonly findings: readonly Finding[]
  /** Hashes of nodes to look at again: something may be missing; they are described in two parts. */
  readonly doubts: ReadonlySet<number>
  readonly retold: ReadonlySet<number>
  readonly isEarly: () => boolean
}

/** @param told what is told twice, where all types are known already */
function firstLook(ready: Ready, types: Types, told?: ReadonlySet<number>): PartVisitor<FirstLook> {
  const isComplete = told !== undefined
  const findings: Finding[] = [], doubts = new Set<number>(), retold = new Set<number>(told), missed = new Set<string>()
  const late = lateTypes(types), ofKind = new Map<Finding, number>()
  return {
    part(quads) {
      const graph = new ShapeGraph(quads, types)
      const own = ownNodes(quads)
      if (!isComplete) for (const node of describe(quads, own, types)) retold.add(hashOf(node))
      for (const target of targetsIn(graph, ready, types)) {
        const { node, shape, isPartial } = target
        graph.missed.clear()
        const faults = faultsOf(shape, graph, node, isPartial)
        for (const fault of faults) {
          if (fault.isFinal || (own.has(node.id) && (isComplete || graph.missed.size === 0))) findings.push(findingOf(graph, node, fault))
          else if (isOfKind(fault) && graph.missed.size === 0) ofKind.set(findingOf(graph, node, fault), hashOf(node.id))
          else doubts.add(hashOf(node.id))
        }
        if (faults.length > 0) for (const other of graph.missed) missed.add(other)
        else if (graph.missed.size > 0 && !isComplete) late.add(graph, target)
      }
    },
    end() {
      for (const [finding, node] of ofKind) {
        if (retold.has(node)) doubts.add(node)
        else findings.push(finding)
      }
      return { findings, doubts, retold, isEarly: () => !isComplete && ([...missed].some((node) => types.of(node)) || late.isFaulty()) }
    },
  }
}

/** True where a node is of the wrong kind, which all is known of unless another part describes it too. */
function isOfKind({ path }: Fault): boolean {
  return path?.kind === 'property' && path.iri === TYPE
}

/** What looked right while it was not known what a node is: one example for each shape and node, as a program runs for all articles. */
function lateTypes(types: Types): { add: (graph: ShapeGraph, target: Target) => void; isFaulty: () => boolean } {
  const examples = new Map<string, { readonly target: Target; readonly quads: readonly Quad[] }>()
  return {
    add(graph, target) {
      for (const node of graph.missed) {
        const key = `${target.shape.message} ${node}`
        if (node !== target.node.id && !examples.has(key)) examples.set(key, { target, quads: [...graph.of(target.node)] })
      }
    },
    isFaulty: () => [...examples.values()].some(({ target: { node, shape }, quads }) => faultsOf(shape, new ShapeGraph(quads, types), node).some(({ isFinal }) => isFinal)),
  }
}

/** Remembers what kind of things those are that other parts may speak of. @returns those that another part told of before */
function describe(quads: readonly Quad[], own: ReadonlySet<string>, types: Types): string[] {
  const told = new Map<string, Term[]>()
  // What is wrongly called an article may be spoken of by others for what else it is.
  const articles = new Set(quads.filter(isArticleType).map(({ subject }) => subject.id))
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== rdf.type.value || (own.has(subject.id) && !articles.has(subject.id))) continue
    const known = told.get(subject.id)
    if (known) known.push(object)
    else told.set(subject.id, [object])
  }
  return [...told].filter(([node, kinds]) => types.add(node, kinds)).map(([node]) => node)
}

/** Nodes that say to which article they belong: no other part says more of them. */
function ownNodes(quads: readonly Quad[]): Set<string> {
  return new Set(quads.filter((quad) => isBelonging(quad) || isArticleType(quad) || quad.predicate.value === prov.used.value).map(({ subject }) => subject.id))
}

interface Target { readonly node: Term; readonly shape: TargetShape; readonly isPartial: boolean }

function* targetsIn(graph: ShapeGraph, { ofClass, ofProperty }: Ready, types: Types): Generator<Target> {
  const seen = new Map<string, Set<TargetShape>>()
  const isNew = ({ id }: Term, shape: TargetShape): boolean => {
    const shapes = seen.get(id)
    if (!shapes) seen.set(id, new Set([shape]))
    return !shapes || (!shapes.has(shape) && Boolean(shapes.add(shape)))
  }
  for (const [, quads] of graph.subjects()) {
    const node = quads[0]?.subject
    if (!node) continue
    const kinds = quads.filter(({ predicate }) => predicate.value === TYPE)
    const isPartial = kinds.length === 0
    for (const kind of isPartial ? types.of(node.id) ?? [] : kinds.map(({ object }) => object)) {
      for (const shape of ofClass.get(kind.value) ?? []) if (isNew(node, shape)) yield { node, shape, isPartial }
    }
    for (const { predicate, object } of quads) {
      const shapes = ofProperty.get(predicate.value)
      if (!shapes) continue
      for (const shape of shapes.subjects) if (isNew(node, shape)) yield { node, shape, isPartial }
      for (const shape of shapes.objects) if (isNew(object, shape)) yield { node: object, shape, isPartial: false }
    }
  }
}

const TYPE = rdf.type.value

/** More quads than fit beside each other. */
const LARGEST = 4_000_000

/** Looks at some nodes with all that any part tells of them, and with the whole of the parts in which something was missing. */
function secondLook(ready: Ready, types: Types, { doubts, retold }: FirstLook): PartVisitor<Finding[]> {
  const all: Quad[] = []
  const isDoubted = ({ id }: Term): boolean => doubts.has(hashOf(id))
  const isMeant = ({ id }: Term): boolean => doubts.has(hashOf(id)) || retold.has(hashOf(id))
  return {
    part(quads) {
      const graph = new ShapeGraph(quads, types)
      const isFaulty = doubts.size > 0 && [...targetsIn(graph, ready, types)].some(({ node, shape, isPartial }) => isDoubted(node) && faultsOf(shape, graph, node, isPartial).length > 0)
      for (const quad of quads) if (isFaulty || isMeant(quad.subject) || isDoubted(quad.object)) all.push(quad)
      if (all.length > LARGEST) throw new Problem('input', `Too many things are described in pieces: ${doubts.size + retold.size} cannot be checked together`, 'Build the articles into one graph, or check fewer files at once.')
    },
    end() {
      const graph = new ShapeGraph(all, types)
      return [...targetsIn(graph, ready, types)].filter(({ node }) => isMeant(node))
        .flatMap(({ node, shape }) => faultsOf(shape, graph, node).map((fault) => findingOf(graph, node, fault)))
    },
  }
}

function findingOf(graph: ShapeGraph, node: Term, { message, path, value }: Fault): Finding {
  return {
    node: node.value, label: graph.objects(node, rdfs.label.value)[0]?.value ?? node.value, message,
    ...(path?.kind === 'property' && { path: path.iri }), ...(value && { value: value.value }),
  }
}
