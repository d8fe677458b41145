/**
 * Spans of the event head and trees in, event triggers out: "The jets [struck](occurrence)", "did
 * not [resign](occurrence, negated)". The head's other types, times and places of events, are found by rules.
 */
import type { Token, Trigger } from '../model.js'
import { headOf } from './decode-mentions.js'
import type { TypedSpan } from './decode-tags.js'

const KIND_OF: Readonly<Record<string, Trigger['kind']>> = {
  occurrence: 'occurrence', negated: 'occurrence', reporting: 'reporting', state: 'state',
  perception: 'other', aspectual: 'other', causative: 'other',
}
const NEGATION = /^(?:not|n['’]t|never|no|neither|nor|without)$/i

export function triggersOf(tokens: readonly Token[], spans: readonly TypedSpan[]): Trigger[] {
  const negatedHeads = new Set(tokens.filter((token) => NEGATION.test(token.text)).map((token) => token.head))
  return spans.flatMap((span) => {
    const kind = KIND_OF[span.type]
    if (!kind) return []
    const head = headOf(tokens, span)
    const isNegated = span.type === 'negated' || negatedHeads.has(head)
    return [{ start: span.start, end: span.end, head, kind, negated: isNegated, confidence: span.confidence }]
  })
}
