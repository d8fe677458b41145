/**
 * Which paragraphs of plain text are headlines.
 *
 *   in:  a paragraph and those after it
 *   out: is it the article's headline; is it a crosshead such as "Lavrov slams 'unilateral leaking of recordings'"
 *
 * What ends without a full stop and is short is one. A short first line with a full stop is one if the lead says it
 * again, opens with a dateline, or if it is in title case: "Judge rejects New York Times request to unseal Trump divorce file." before "A New York judge has rejected …".
 */
import type { Span } from '../model.js'
import { datelineOf } from './dateline.js'

const LONGEST_HEADLINE = 30
const LONGEST_STOPPED_HEADLINE = 16
const LONGEST_CROSSHEAD = 12
const STOPPED = /[.!?…:;,][)\]"'”’»]*$/

/** Is the first paragraph a headline? */
export function isHeadline(text: string, first: Span, following: readonly Span[]): boolean {
  const [lead, next] = following
  if (!lead || lead.end - lead.start < (first.end - first.start) / 2) return false
  const words = text.slice(first.start, first.end)
  const length = wordsIn(words).length
  if (words.includes('\n') && length > LONGEST_STOPPED_HEADLINE) return false
  if (!STOPPED.test(words) || /\.\.\.$|…$/.test(words)) return length <= LONGEST_HEADLINE
  if (length > LONGEST_STOPPED_HEADLINE) return false
  return isTitleCase(words) || datelineOf(text, lead) !== undefined || isToldAgain(words, text.slice(lead.start, (next ?? lead).end))
}

/** Is a paragraph within the article a heading of what comes next? */
export function isCrosshead(text: string, paragraph: Span, next: Span | undefined): boolean {
  const words = text.slice(paragraph.start, paragraph.end)
  if (!next || !/\p{L}{2}/u.test(words) || words.includes('\n') || STOPPED.test(words) || wordsIn(words).length > LONGEST_CROSSHEAD) return false
  return !/^["“]/.test(words) && /^[‘'(]?[\p{Lu}\p{N}]/u.test(words) && next.end - next.start > paragraph.end - paragraph.start
}

/** At least half of the content words come again; compared by their first five letters, as "rejects" and "rejected". */
function isToldAgain(headline: string, lead: string): boolean {
  const told = new Set(wordsIn(lead).map(stem))
  const content = wordsIn(headline).filter((word) => word.length > 3).map(stem)
  return content.length > 1 && content.filter((word) => told.has(word)).length >= content.length / 2
}

/** "Donors Flocked to the Wrong Man." */
function isTitleCase(headline: string): boolean {
  const [, ...rest] = wordsIn(headline).filter((word) => word.length > 3)
  return rest.length > 1 && rest.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length > rest.length * 0.7
}

function wordsIn(words: string): string[] {
  return words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
}

function stem(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, '').slice(0, 5)
}
