import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsOf, quoteAt } from '../../src/map/evidence.js'

/** Texts as news has them, and worse: emoji, combining marks, CRLF, odd spaces. */
const texts = fc.array(fc.oneof(fc.constantFrom('🐟', '👩‍🚒', 'é', '\r\n', '“', '’', ' ', '\u00a0', 'word'), fc.string({ unit: 'binary', maxLength: 3 })), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))

/** A text and a span of it that cuts no character. */
const spans = texts.filter((text) => text.length > 0).chain((text) => {
  const points = [...text]
  return fc.tuple(fc.nat(points.length - 1), fc.nat(points.length)).map(([one, other]) => {
    const [from, to] = one <= other ? [one, Math.max(other, one + 1)] : [other, one]
    return { text, points, from, to, span: { start: points.slice(0, from).join('').length, end: points.slice(0, to).join('').length } }
  })
})

describe('Evidence', () => {
  it('counts code points, so that its words are found again at its position', () => {
    fc.assert(fc.property(spans, ({ text, points, from, to, span }) => {
      const pointOf = codePointsOf(text)
      expect([pointOf(span.start), pointOf(span.end)]).toEqual([from, to])
      expect(points.slice(pointOf(span.start), pointOf(span.end)).join('')).toBe(quoteAt(text, span).exact)
    }))
  })

  it('has at most 32 units of text on either side, never half a character', () => {
    fc.assert(fc.property(spans, ({ text, span }) => {
      const { prefix, exact, suffix } = quoteAt(text, span)
      expect(text.slice(span.start - prefix.length, span.end + suffix.length)).toBe(prefix + exact + suffix)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32)
      expect(/^[\udc00-\udfff]/.test(prefix) && text.codePointAt(span.start - prefix.length - 1)! > 0xffff).toBe(false)
    }))
    expect(quoteAt(`🐟${'a'.repeat(31)}b`, { start: 33, end: 34 }).prefix).toBe('a'.repeat(31))
    expect(quoteAt(`b${'a'.repeat(31)}🐟`, { start: 0, end: 1 }).suffix).toBe('a'.repeat(31))
  })
})
