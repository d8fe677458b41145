/**
 * Checks the firewall from outside: what is asserted although its words are only said, denied, asked or supposed.
 * In: an article with its claims. Out: one line for each breach, none if all is well – "the talks failed" asserted from
 * "Lavrov said the talks had failed" is one.
 */
import type { Extracted, Span, TokenSpan } from '../model.js'
import { isShownByName } from './relation-standing.js'
import { standing, standingOfName } from './said.js'
import { headOf } from './syntax.js'

export interface Breach {
  readonly kind: 'event' | 'relation'
  /** The words that do not bear the claim. */
  readonly words: string
  readonly factuality: string
}

export function breachesOf(extracted: Extracted): Breach[] {
  const asserted = [...extracted.events, ...extracted.relations].filter(({ factuality }) => factuality === 'Asserted')
  return asserted.flatMap((claim) => {
    const spans = claim.kind === 'event' ? claim.triggers : claim.evidence
    const stand = claim.kind === 'relation' && isShownByName(claim.rule) ? standingOfName : standing
    const stands = spans.map((span) => stand(extracted, extracted.statements, headOf(extracted.tokens, tokensIn(extracted, span))))
    const isTold = stands.some(({ factuality, isOnlyAttributed }) => factuality === 'Asserted' || factuality === 'Reported' && claim.kind === 'event' && isOnlyAttributed)
    return isTold ? [] : [{ kind: claim.kind, words: extracted.text.slice(spans[0].start, spans[0].end), factuality: stands[0]!.factuality }]
  })
}

/** The tokens that stand wholly inside some characters; the one at their start if none does. */
function tokensIn({ tokens }: Extracted, { start, end }: Span): TokenSpan {
  const inside = tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []))
  const first = inside[0] ?? tokens.findIndex((token) => token.end > start)
  return { start: first, end: (inside.at(-1) ?? first) + 1 }
}
