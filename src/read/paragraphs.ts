/**
 * Plain text to paragraphs.
 *
 *   in:  the text of a file
 *   out: spans without surrounding white space, one per paragraph
 *
 * Blank lines part paragraphs. A single line break does so too, unless it is in the middle of a sentence ("Russia on
 * Wednesday\nslammed") or the file is hard-wrapped: then it does only where the next word would have fitted into the line.
 */
import type { Span } from '../model.js'

/** Nobody wraps lines wider than this. */
const WIDEST_LINE = 130
/** Wrapped lines may fall so much short, as indents and long marks were counted when they were broken. */
const RAGGED = 12
/** Fewer breaks within sentences say nothing about the habit of the file. */
const ENOUGH_BREAKS = 3

export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const paragraphs: Span[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = paragraphs.at(-1)
    if (isBlank(line)) continue
    if (last && before && !isBlank(before) && (isWrap(text, before, line, width) || isMidSentence(text, before, line))) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end }
    } else paragraphs.push(line)
  }
  return paragraphs
}

/** The span without white space around it. */
export function trim(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const start = span.start + (words.length - words.trimStart().length)
  return { start, end: Math.max(start, span.start + words.trimEnd().length) }
}

/** Every line, trimmed; blank ones as empty spans. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const lineBreak of text.matchAll(/\r\n|[\n\r\u2028\u2029\f\v]/g)) {
    lines.push(trim(text, { start, end: lineBreak.index }))
    start = lineBreak.index + lineBreak[0].length
  }
  return [...lines, trim(text, { start, end: text.length })]
}

function isBlank(line: Span): boolean {
  return line.start >= line.end
}

/** The width of the longest line of a hard-wrapped file; 0 for any other. */
function wrapWidth(text: string, lines: readonly Span[]): number {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0)
  if (width > WIDEST_LINE) return 0
  const breaks = lines.flatMap((line, index) => {
    const before = lines[index - 1]
    return before && !isBlank(before) && !isBlank(line) && !endsSentence(text, before) ? [{ before, line }] : []
  })
  const wraps = breaks.filter(({ before, line }) => isWrap(text, before, line, width))
  return breaks.length >= ENOUGH_BREAKS && wraps.length > breaks.length / 2 ? width : 0
}

/** Would the first word of `line` not have fitted into the line before? */
function isWrap(text: string, before: Span, line: Span, width: number): boolean {
  const firstWord = /^\S+/.exec(text.slice(line.start, line.end))?.[0] ?? ''
  return width > 0 && before.end - before.start + 1 + firstWord.length > width - RAGGED
}

function endsSentence(text: string, line: Span): boolean {
  return /[.!?:]["'”’)]*$/u.test(text.slice(line.start, line.end))
}

function isMidSentence(text: string, before: Span, line: Span): boolean {
  return /[\p{L}\p{N},]$/u.test(text.slice(before.start, before.end)) && /^\p{Ll}/u.test(text.slice(line.start, line.end))
}
