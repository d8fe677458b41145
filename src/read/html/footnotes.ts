/**
 * Marks that lead to a footnote.
 *
 *   in:  <sup>1</sup> after "Tom"; <sup>2</sup> after "5 m"
 *   out: whether it is left out: a figure above the line is, unless it is a power of a unit or a number
 */

const MARK = /^\s*(?:\[?\s*(?:\d{1,3}|[a-z]|[*†‡§¶]+|note \d+)\s*\]?[,;\s–-]*)+$/iu
const UNIT = /(?:^|[\s\d(/])(?:[kcmd]?m|ft|mi|in|yd|s|sec|kg)$|\d$/u

/** @param before the words of its line up to it */
export function isFootnote(element: Element, before: string): boolean {
  if (element.tagName !== 'SUP' && element.tagName !== 'A') return false
  const words = (element.textContent ?? '').slice(0, 60)
  if (!MARK.test(words)) return false
  if (element.tagName === 'A') return /^#/.test(element.getAttribute('href') ?? '') && /[[\]*†‡§]|footnote|fn/i.test(words + (element.getAttribute('class') ?? '') + (element.getAttribute('href') ?? ''))
  return element.querySelector('a') !== null || !UNIT.test(before.slice(-8))
}
