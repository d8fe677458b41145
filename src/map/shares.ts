/**
 * What one article adds to the whole, wherever it is written: so that articles can be mapped apart from each other.
 * In: a merged ArticleGraph. Out: the nodes that it would describe if no article before it did, with how many triples each takes –
 * `person:sergey-lavrov`, 7 – and how many triples it has besides. `isNewIn` is the other half: it maps an article that is told which
 * nodes it is the first to describe.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Quad } from 'n3'
import type { ArticleGraph } from '../model.js'
import { isDescription, isName, localTo, plainIn, plainKey } from './dataset.js'
import type { Mapping } from './mapping.js'
import { firstTime, type MapOptions, quadsOf } from './quads.js'

export interface Share {
  readonly model: string
  /** Nodes that other articles may describe too, with how many triples that takes. */
  readonly nodes: readonly (readonly [iri: string, triples: number])[]
  /** Things that only this article speaks of. */
  readonly entities: number
  /** Triples that only this article states, without those of `nodes`. */
  readonly triples: number
  /** Hashes of triples that other articles may state too. */
  readonly plain: readonly string[]
}

export function shareOf(article: ArticleGraph, options: MapOptions): Share {
  const isLocal = localTo(article)
  const shared = new Set<string>()
  const own = quadsOf(article, options, (node) => isLocal(node) || !shared.add(node.value))
  const described = perSubject(quadsOf(article, options), shared)
  const undescribed = perSubject(own, shared)
  const plain = own.filter(plainIn(article))
  return {
    model: article.model,
    nodes: [...shared].map((iri) => [iri, (described.get(iri) ?? 0) - (undescribed.get(iri) ?? 0)] as const),
    entities: own.filter(isName).length,
    triples: own.length - plain.length,
    plain: plain.map((quad) => bytesToHex(sha256(utf8ToBytes(plainKey(quad)))).slice(0, 24)),
  }
}

/** How many triples describe each of the nodes. */
function perSubject(quads: readonly Quad[], nodes: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const quad of quads) {
    const iri = quad.subject.value
    if (isDescription(quad) && nodes.has(iri)) counts.set(iri, (counts.get(iri) ?? 0) + 1)
  }
  return counts
}

/** For `quadsOf`: new is what no other article can speak of, and what this one is told to be the first to describe. */
export function isNewIn(article: ArticleGraph, first: readonly string[]): Mapping['isNew'] {
  const isLocal = localTo(article), allowed = new Set(first), once = firstTime()
  return (node) => (isLocal(node) || allowed.has(node.value)) && once(node)
}
