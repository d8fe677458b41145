/**
 * Names of nodes and texts, from people to SPARQL and back.
 * In: "person:sergey-lavrov", "person/sergey-lavrov" or the whole IRI. Out: the IRI, the short name, what SPARQL writes for it.
 * Whatever comes from outside goes into a question through `iri` and `literal` only, so that no text can leave its quotes.
 */
import { DEFAULT_BASE } from '../map/iri.js'
import type { Graph } from './graph.js'

const isIri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]+$/u

/** Where the data's IRIs begin. */
export function baseOf({ prefixes }: Pick<Graph, 'prefixes'>): string {
  return prefixes.person?.replace(/person\/$/u, '') ?? DEFAULT_BASE
}

/** The IRI that a name stands for; undefined where it is neither a prefixed name nor an IRI. */
export function expand(graph: Pick<Graph, 'prefixes'>, name: string): string | undefined {
  const [, prefix = '', local = ''] = /^([A-Za-z][\w-]*):(?!\/\/)(.+)$/u.exec(name) ?? []
  const namespace = Object.hasOwn(graph.prefixes, prefix) ? graph.prefixes[prefix] : undefined
  const [kind = ''] = name.split('/')
  const isShort = /^[a-z]+\/./u.test(name) && Object.hasOwn(graph.prefixes, kind)
  const whole = namespace !== undefined ? namespace + local : isShort ? baseOf(graph) + name : name
  return isIri.test(whole) ? whole : undefined
}

/** `person:sergey-lavrov`, or the IRI where no prefix fits. */
export function compact({ prefixes }: Pick<Graph, 'prefixes'>, iri: string): string {
  const cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1
  const namespace = iri.slice(0, cut),
    local = iri.slice(cut)
  const prefix = local && Object.keys(prefixes).find((name) => prefixes[name] === namespace)
  return prefix ? `${prefix}:${local}` : iri
}

/** `person/sergey-lavrov`, which behind the base is the IRI; the IRI of what lies elsewhere. */
export function relative(graph: Pick<Graph, 'prefixes'>, iri: string): string {
  const base = baseOf(graph)
  return iri.startsWith(base) ? iri.slice(base.length) : iri
}

/** The words in a name: `ng:spokespersonOf` → "spokesperson of", `…#press-conference` → "press conference". */
export function wordsIn(iri: string): string {
  const name = iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1)
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .replace(/[-_]/gu, ' ')
    .toLowerCase()
}

/** An IRI for SPARQL. It must have passed `expand`, or come out of the graph. */
export function iri(value: string): string {
  return `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/gu, encodeURIComponent)}>`
}

export function iris(values: Iterable<string>): string {
  return Array.from(values, iri).join(' ')
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }

/** A text for SPARQL. */
export function literal(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/["\\\u0000-\u001f\u007f]/gu, (mark) => escapes[mark] ?? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `"${escaped}"`
}
