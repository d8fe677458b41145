/**
 * Spans of the event head and trees in, event triggers and participants out: "[The jets](participant) [struck](occurrence)", "did
 * not [resign](occurrence, negated)". The head's other types, times and places of events, are found by rules.
 */
import type { Participant, Token, Trigger } from '../model.js'
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

/** People, bodies and things that take part in what happens in their sentence. */
export function participantsOf(tokens: readonly Token[], spans: readonly TypedSpan[]): Participant[] {
  return spans.filter(({ type }) => type === 'human' || type === 'nonhuman')
    .map(({ start, end, confidence }) => ({ start, end, head: headOf(tokens, { start, end }), confidence }))
}
