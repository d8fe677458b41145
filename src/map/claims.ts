/**
 * What every claim carries: how sure it is, which rule made it, from which article and words, in which run.
 * In: a claim and its node. Out: `ng:confidence 0.93 ; ng:rule "apposition" ; ng:evidence evidence:76f4…-447-480 ; …`.
 */
import type { NamedNode } from 'n3'
import type { Claim, Span } from '../model.js'
import { decimal, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { ng, prov } from './vocab.js'

export function* claimQuads(mapping: Mapping, node: NamedNode, claim: Claim): Quads {
  const { triple } = mapping
  yield triple(node, ng.confidence, decimal(claim.confidence))
  yield triple(node, ng.rule, text(claim.rule))
  yield triple(node, prov.wasDerivedFrom, mapping.article)
  yield triple(node, prov.wasGeneratedBy, mapping.run)
  yield* mapping.evidence(node, ng.evidence, outermost(claim.evidence))
}

/** Words within other words of the same claim prove nothing more. */
function outermost(spans: readonly Span[]): Span[] {
  const inner = new Set<Span>()
  let widest: Span | undefined
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const isSame = widest?.start === span.start && widest.end === span.end
    if (widest && span.end <= widest.end && !isSame) inner.add(span)
    else widest = span
  }
  return spans.filter((span) => !inner.has(span))
}
