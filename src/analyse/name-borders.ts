/**
 * Spans of a name head in, spans that English spelling allows out: "[Litzman’s]" → "[Litzman]", "[polio]" → none,
 * "[CHARIS] [Unmanned Vehicle Solutions]" → one, "[magazine Travel + Leisure and]" → "[Travel + Leisure]".
 *
 * English writes names with capitals; a small network that has never seen a word may forget it. On the newswire's
 * development part these borders are 1.5 points of F1.
 */
import type { TypedSpan } from './decode-tags.js'

/** Types of either head whose words may be small: what is no name, agencies that write themselves small ("dpa"), diseases and animals. */
const NO_NAMES = new Set(['Date', 'Money', 'role', 'time', 'money', 'value', 'media', 'misc'])
/** Small words with which a name may begin. */
const PARTICLE = /^(?:al|ad|an|as|at|bin|ibn|binti|da|de|del|della|den|der|di|do|dos|du|el|la|le|ter|van|von|zu)$/iu
/** What joins a name to what is around it; "In the Heights" begins with none of them. */
const LINK = /^(?:and|or|of|the|for|in|on|&|[-–—,;:/“‘"(\])’”'])$/u
const POSSESSIVE = /^(?:['’‘]s?|['’]S)$/u
const NAMELIKE = /[\p{Lu}\p{Lt}\p{N}]/u
/** Letters of writings without capitals. */
const CASELESS = /\p{Lo}/u

/** @param words of the article, one a row */
export function bordered(spans: readonly TypedSpan[], words: readonly string[]): TypedSpan[] {
  return joined(spans, words).flatMap((span) => {
    if (NO_NAMES.has(span.type)) return [span]
    const trimmed = trim(span, words)
    return words.slice(trimmed.start, trimmed.end).some(isNamelike) ? [trimmed] : []
  })
}

const isNamelike = (word: string): boolean => NAMELIKE.test(word) || CASELESS.test(word)

/** Spans of one type that touch are one name; but not two single words that may be two people: "Putin Trump talks". */
function joined(spans: readonly TypedSpan[], words: readonly string[]): TypedSpan[] {
  const found: TypedSpan[] = []
  for (const span of spans) {
    const last = found.at(-1)
    const touches = last !== undefined && last.end === span.start && last.type === span.type && !NO_NAMES.has(span.type)
    const isLong = last !== undefined && (last.end - last.start > 1 || span.end - span.start > 1 || !isNamelike(words[last.start] ?? ''))
    if (touches && isLong) found[found.length - 1] = { ...last, end: span.end, confidence: Math.min(last.confidence, span.confidence) }
    else found.push(span)
  }
  return found
}

function trim(span: TypedSpan, words: readonly string[]): TypedSpan {
  const word = (at: number): string => words[at] ?? ''
  let { start, end } = withinBrackets(span, words)
  while (end - start > 1 && (LINK.test(word(end - 1)) || POSSESSIVE.test(word(end - 1)))) end--
  while (end - start > 1 && (LINK.test(word(start)) || !isNamelike(word(start)) && !PARTICLE.test(word(start)))) start++
  return { ...span, start, end }
}

/** A bracket that only opens or only closes within a name is its border. */
function withinBrackets({ start, end }: TypedSpan, words: readonly string[]): { start: number; end: number } {
  const inside = words.slice(start, end)
  const [opens, closes] = [inside.indexOf('('), inside.indexOf(')')]
  if (closes > 0 && (opens < 0 || opens > closes)) return { start, end: start + closes }
  if (opens > 0 && closes < 0) return { start, end: start + opens }
  return { start, end }
}
