/**
 * Names of the data: readable, stable IRIs under a base, one folder per kind.
 * In: a kind and a local name. Out: an IRI that every RDF parser takes, whatever the characters in the name.
 * What Lavrov added in article 76f4… → `<https://w3id.org/newsgraph/data/statement/76f4…-added-1c0f6a2e>`, written `statement:76f4…-added-1c0f6a2e`.
 * `new URL` leaves `|` and `^` as they are, and stores reject them: so we encode ourselves.
 */
import { DataFactory, type NamedNode } from 'n3'

/** Where data IRIs live unless `--base` says otherwise. */
export const DEFAULT_BASE = 'https://w3id.org/newsgraph/data/'

/** Kinds of nodes; each is a folder under the base and a prefix in files. */
export const kinds = ['article', 'person', 'organization', 'outlet', 'group', 'place', 'work', 'event', 'statement',
  'holding', 'relation', 'quantity', 'link', 'title', 'evidence', 'selector', 'run', 'agent', 'source', 'graph'] as const
export type Kind = (typeof kinds)[number]

/** An IRI of the data: `mint(base, 'statement', '76f4…-added-1c0f6a2e')`. */
export function mint(base: string, kind: Kind, local: string): NamedNode {
  return DataFactory.namedNode(`${base}${kind}/${encodeLocal(local)}`)
}

/** The node of an entity, whose id is its kind, a slash and a local name: `person/sergey-lavrov`. */
export function entityIri(base: string, id: string): NamedNode {
  const slash = id.indexOf('/')
  return DataFactory.namedNode(`${base}${encodeLocal(id.slice(0, slash))}/${encodeLocal(id.slice(slash + 1))}`)
}

/** Keeps letters, digits, `-`, `_` and inner dots; any other character becomes the percent-encoding of its UTF-8 bytes. */
export function encodeLocal(local: string): string {
  return local.replace(/[^A-Za-z0-9_-]/gu, (character, at: number) =>
    character === '.' && at > 0 && at < local.length - 1 ? '.' : percentEncode(character))
}

/** Turns a title or name into the local part of an IRI: "Deputy Head Coach" → `deputy-head-coach`. */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/gu, '')
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '')
}

/** True if `base` can stand before a name: an absolute IRI without forbidden characters that ends in `/` or `#`. */
export function isBase(base: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\\p{Cs}]*[/#]$/u.test(base)
}

function percentEncode(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return [...bytes].map((byte) => '%' + byte.toString(16).toUpperCase().padStart(2, '0')).join('')
}
