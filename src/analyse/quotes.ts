/**
 * Words in, quotations out: the pairs of marks that belong together. News mixes “ with ", turns them round (”so,”),
 * and leaves a quotation open at the end of a paragraph when it goes on in the next. Single marks are left alone: most
 * are apostrophes.
 */
import type { Span } from '../model.js'

/** Words from an opening mark to its closing one, both included; `isClosed` false where the paragraph ended first. */
export interface Quotation { readonly start: number; readonly end: number; readonly isClosed: boolean }

const MARK = /^(?:["“”„«»]|''|``)$/

/** Quotations of one paragraph, whose words are `[range.start, range.end)`. */
export function quotationsOf(text: string, words: readonly Span[], range: { start: number; end: number }): Quotation[] {
  const found: Quotation[] = []
  let open: number | undefined
  for (let i = range.start; i < range.end; i++) {
    const word = words[i]
    if (!word || word.end - word.start > 2 || !MARK.test(text.slice(word.start, word.end))) continue
    if (open === undefined) {
      open = i
    } else if (opens(text, word)) {
      // A second opening mark: the first was left open, or never was one.
      open = i
    } else {
      found.push({ start: open, end: i + 1, isClosed: true })
      open = undefined
    }
  }
  if (open !== undefined && opens(text, words[open] ?? { start: 0, end: 0 })) found.push({ start: open, end: range.end, isClosed: false })
  return found
}

/** Whether a mark clearly opens: white space before it and none after it, whatever its form. */
function opens(text: string, mark: Span): boolean {
  const isAfterSpace = mark.start === 0 || /[\s([—–-]/.test(text.charAt(mark.start - 1))
  const isBeforeSpace = mark.end >= text.length || /\s/.test(text.charAt(mark.end))
  if (isAfterSpace !== isBeforeSpace) return isAfterSpace
  return /^[“„«`]/.test(text.slice(mark.start, mark.end))
}
