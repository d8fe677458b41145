/**
 * An element to text.
 *
 *   in:  the element that holds the article
 *   out: its paragraphs, parted by blank lines, and the blocks that they are
 *
 * Left out: captions, lines that are nothing but a link, a repetition of the headline at the top.
 */
import type { Block } from '../../model.js'

const PARAGRAPH_LEVEL = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIGURE FIGCAPTION FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '),
)
const HEADING = /^H[1-6]$/
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'FIGCAPTION'])

/** A paragraph in the making. */
interface Line { text: string; linked: number; kind: Block['kind'] }

export function blocksOf(element: Element | undefined, headline: string | undefined): { text: string; blocks: Block[] } {
  const lines = element ? linesOf(element) : []
  let text = ''
  const blocks: Block[] = []
  for (const [index, line] of lines.entries()) {
    if (!isKept(line) || (index < 3 && same(line.text, headline))) continue
    const start = text === '' ? 0 : text.length + 2
    text += `${text === '' ? '' : '\n\n'}${line.text}`
    blocks.push({ start, end: text.length, kind: line.kind })
  }
  return { text, blocks }
}

function linesOf(root: Element): Line[] {
  const lines: Line[] = []
  let line: Line = { text: '', linked: 0, kind: 'paragraph' }
  const close = (kind: Block['kind'] = 'paragraph'): void => {
    const text = line.text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()
    if (text !== '') lines.push(...text.split(/\n+/).map((part) => ({ text: part, linked: line.linked, kind: line.kind })))
    line = { text: '', linked: 0, kind }
  }
  const walk = (node: Node, isLinked: boolean): void => {
    if (node.nodeType === 3) {
      const words = (node.textContent ?? '').replace(/\s+/g, ' ')
      line.text += words
      if (isLinked) line.linked += words.length
    }
    if (node.nodeType !== 1) return
    const { tagName } = node as Element
    if (SKIPPED.has(tagName)) return
    if (tagName === 'BR') line.text += '\n'
    const isBlock = PARAGRAPH_LEVEL.has(tagName)
    if (isBlock) close(HEADING.test(tagName) ? 'headline' : 'paragraph')
    for (const child of node.childNodes) walk(child, isLinked || tagName === 'A')
    if (isBlock) close()
  }
  walk(root, false)
  close()
  return lines
}

/** Not a lone link to another story. */
function isKept(line: Line): boolean {
  return line.linked < line.text.length * 0.9 || /[.!?]["”’]?$/.test(line.text)
}

function same(line: string, headline: string | undefined): boolean {
  const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return headline !== undefined && bare(line) === bare(headline)
}
