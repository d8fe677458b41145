/**
 * Checks the firewall from outside: what is asserted although its words are only said, denied, asked or supposed.
 * In: an article with its claims. Out: one line for each breach, none if all is well – "the talks failed" asserted from
 * "Lavrov said the talks had failed" is one.
 */
import type { Extracted, Span } from '../model.js'
import { standing } from './said.js'

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
    const stands = spans.map((span) => standing(extracted, extracted.statements, headOf(extracted, span)).factuality)
    return stands.includes('Asserted') ? [] : [{ kind: claim.kind, words: extracted.text.slice(spans[0].start, spans[0].end), factuality: stands[0]! }]
  })
}

/** The word of a span that hangs on a word outside it. */
function headOf({ tokens }: Extracted, { start, end }: Span): number {
  const isInside = (at: number) => at >= 0 && tokens[at]!.start >= start && tokens[at]!.end <= end
  const inside = tokens.flatMap((_, at) => isInside(at) ? [at] : [])
  return inside.find((at) => !isInside(tokens[at]!.head)) ?? tokens.findIndex((token) => token.end > start)
}
