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
import type { Line } from './lines.js'
import { bare } from './wording.js'

export function blocksOf(lines: readonly Line[], headline: string | undefined): { text: string; blocks: Block[] } {
  const kept = lines.filter((line, index) => !isLink(line) && !isBoilerplate(line.text) && !(index < 4 && headline && bare(line.text) === bare(headline)))
  const blocks: Block[] = []
  let text = ''
  for (const line of kept) {
    if (text !== '') text += '\n\n'
    blocks.push({ start: text.length, end: text.length + line.text.length, kind: line.kind })
    text += line.text
  }
  return { text, blocks }
}

function isLink(line: Line): boolean {
  return line.linked >= line.text.length * 0.9 && !/[.!?]["”’]?$/.test(line.text)
}
