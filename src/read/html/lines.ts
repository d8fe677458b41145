/**
 * An element to lines of text.
 *
 *   in:  <p>Russia on <b>Wednesday</b> slammed …</p>
 *   out: one line a paragraph, heading or list item, with white space as a browser shows it
 */
import type { Block } from '../../model.js'
import { isBoilerplate } from '../boilerplate.js'
import { visible } from '../invisible.js'
import { isFootnote } from './footnotes.js'
import { bare, decoded } from './wording.js'

export interface Line {
  readonly text: string
  /** How many of its characters are in links. */
  readonly linked: number
  readonly kind: Block['kind']
  /** The number of the block quotation that it stands in. */
  readonly quotation?: number
}

const PARAGRAPH_LEVEL = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '),
)
const HEADING = /^H[1-6]$/
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'FIGCAPTION', 'HEAD'])

/** @param isParted whether what stands close together in two elements, "Jane Doe" and "Staff", is parted: "Jane Doe | Staff" */
export function linesOf(root: Node, isParted = false): Line[] {
  const lines: Line[] = []
  let open = { text: '', linked: 0, kind: 'paragraph' as Block['kind'] }
  let quotation: number | undefined
  let quotations = 0
  const close = (kind: Block['kind']): void => {
    for (const part of open.text.split('\n')) {
      const text = visible(part).replace(/\s+/g, ' ').trim()
      if (text !== '') lines.push({ text, linked: Math.min(open.linked, text.length), kind: open.kind, ...(quotation === undefined ? {} : { quotation }) })
    }
    open = { text: '', linked: 0, kind }
  }
  const walk = (node: Node, isLinked: boolean): void => {
    if (node.nodeType === 3) {
      // A mark that nobody sees must not count as white space.
      const words = visible(unescaped(node)).replace(/\s+/g, ' ')
      open.text += (isParted && /^\p{Lu}/u.test(words) ? gapAfter(open.text) : '') + words
      if (isLinked) open.linked += words.trim().length
    }
    if (node.nodeType !== 1) return
    const { tagName } = node as Element
    if (SKIPPED.has(tagName) || isFootnote(node as Element, open.text)) return
    if (tagName === 'BR') open.text += '\n'
    if (tagName === 'SUP' && /\d$/.test(open.text) && /^\s*[−-]?\d{1,3}\s*$/.test(node.textContent ?? '')) {
      open.text += raised(node.textContent ?? '')
      return
    }
    const isBlock = PARAGRAPH_LEVEL.has(tagName)
    if (isBlock) close(HEADING.test(tagName) ? 'headline' : 'paragraph')
    const outer = quotation
    if (tagName === 'BLOCKQUOTE') quotation ??= ++quotations
    if (tagName === 'Q') open.text += '“'
    for (const child of node.childNodes) walk(child, isLinked || tagName === 'A')
    if (tagName === 'Q') open.text += '”'
    if (isBlock) close('paragraph')
    quotation = outer
  }
  walk(root, false)
  close('paragraph')
  return lines
}

/** "AT&amp;T", which readers would see where the page escaped it twice; but what tells of such marks stands in code. */
const ESCAPED = /&(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[\da-f]{2,4});/i

function unescaped(node: Node): string {
  const words = node.textContent ?? ''
  return ESCAPED.test(words) && !node.parentElement?.closest('pre, code') ? decoded(words) : words
}

/** The sixth power of ten is 10⁶, not 106. */
function raised(number: string): string {
  return number.trim().replace(/[−-]/g, '⁻').replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
}

/** What parts a capital in a new element from a small letter before it; "By" and a name belong together. */
function gapAfter(text: string): string {
  return /\bby$/i.test(text) ? ' ' : /\p{Ll}$/u.test(text) ? ' | ' : ''
}

/** A line longer than this is of the story, not about it. */
export const LONGEST_LINE = 140
/** Characters from which the beginning of a headline tells which it is. */
const CLEAR = 24
/** How many lines before and after the headline its date and author may stand. */
const [BEFORE, AFTER] = [6, 20]

/** Short lines around the headline, those after it first. */
export function linesNear(headline: string | undefined, document: Document): string[] {
  const lines = linesOf(document.body, true).filter(({ quotation }) => quotation === undefined).map(({ text }) => text)
  const told = bare(headline ?? '')
  const exact = headline ? lines.findIndex((line) => bare(line) === told) : 0
  // The heading may be a little longer or shorter than what the metadata say.
  const at = exact >= 0 || told.length < CLEAR ? exact : lines.findIndex((line) => line.length < 2 * LONGEST_LINE && line.length > CLEAR && (bare(line).startsWith(told) || told.startsWith(bare(line))))
  if (at < 0) return []
  // Between headline and byline stand buttons to share it, each a line.
  const after = lines.slice(at, at + 3 * AFTER).filter((line) => !isBoilerplate(line)).slice(0, AFTER)
  return [...after, ...lines.slice(Math.max(0, at - BEFORE), at).reverse()].filter((line) => line.length <= LONGEST_LINE)
}
