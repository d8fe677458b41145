/**
 * Lines of a page to the text kept.
 *
 *   in:  the lines of the article, and its headline
 *   out: one text, paragraphs parted by blank lines, and the blocks that they are
 *
 * Left out: lines that are nothing but links to other stories, calls to subscribe and the like, and the headline where it stands again on top.
 */
import type { Block } from '../../model.js'
import { isBoilerplate } from '../boilerplate.js'
import { isDateLine } from '../dates.js'
import { withQuotations } from './quotations.js'
import type { Line } from './lines.js'
import { bare } from './wording.js'

/** @param authors who is known to have written it: lines on top that only say so are left out */
export function blocksOf(lines: readonly Line[], headline: string | undefined, authors: readonly string[] = []): { text: string; blocks: Block[] } {
  const names = authors.map(bare)
  const isFront = ({ text }: Line): boolean => (names.length > 0 && isByline(text, names)) || isDateLine(text)
  const kept = withQuotations(lines.filter((line, index) => !isLink(line) && !isBoilerplate(line.text) && !(index < 4 && headline && bare(line.text) === bare(headline)) && !(index < TOP && isFront(line))))
  const blocks: Block[] = []
  let text = ''
  for (const line of kept) {
    if (text !== '') text += '\n\n'
    blocks.push({ start: text.length, end: text.length + line.text.length, kind: line.kind })
    text += line.text
  }
  return { text, blocks }
}

/** "by Lucy Bergmann," where it is known that she wrote it. */
function isByline(text: string, names: readonly string[]): boolean {
  const words = bare(text.slice(0, 300))
  if (text.length > 200 || !/^(?:written |posted |reported |words |story )?by /.test(words) || /[.!?]["”]?$/.test(text)) return false
  return names.some((name) => words.includes(name))
}

/** Bylines and dates stand within so many lines of the top. */
const TOP = 6

function isLink(line: Line): boolean {
  return line.linked >= line.text.length * 0.9 && !/[.!?]["”’]?$/.test(line.text)
}
