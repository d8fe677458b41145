/**
 * HTML to a DOM.
 *
 *   in:  the characters of a page – "<p>Russia on Wednesday slammed …"
 *   out: a document with html, head and body, without what is never read: scripts, styles, drawings, comments
 *
 * They are cut before parsing, which is faster than making nodes of them. So is what no article has and what would cost time without
 * end: elements within two hundred others, tags of thousands of attributes. Characters that are written as names ("&nbsp;") are put in their
 * place, since the parser makes a node of each; and nodes of text that stand beside each other become one.
 */
import { parseHTML } from 'linkedom'
import { shallow } from './shallow.js'
import { characterOf, decoded } from './wording.js'

const UNREAD = /<(?:(script|style|svg|noscript|template|iframe|object|math)\b|!--)/gi

export function parsePage(html: string): Document {
  const cut = withCharacters(shallow(withoutUnread(html)))
  const { document } = parseHTML(cut)
  return withWholeTexts(isWhole(document) ? document : parseHTML(`<html><head></head><body>${cut.replace(/<\/?(?:!doctype|html|head|body)\b[^<>]*>/gi, ' ')}</body></html>`).document)
}

/** All that mean nothing to a parser: "&lt;" and quotation marks of attributes stay as they are written. A no-break space is a space. */
function withCharacters(html: string): string {
  return html.replaceAll('\u00a0', ' ').replace(/&(?:#x([\da-f]{2,6})|#(\d{3,7})|(nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return decoded(whole)
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (code === NO_BREAK) return ' '
    return (code > NO_BREAK || (code >= 0x80 && code < 0xa0)) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? characterOf(code) : whole
  })
}

/** Below the no-break space are the letters of English, marks that HTML is written with, and control characters. */
const NO_BREAK = 160

function withWholeTexts(document: Document): Document {
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) walk(node)
      if (node.nodeType !== 3 || node.nextSibling?.nodeType !== 3) continue
      const parts = [node.textContent ?? '']
      for (let next = node.nextSibling; next?.nodeType === 3; next = node.nextSibling) {
        parts.push(next.textContent ?? '')
        parent.removeChild(next)
      }
      node.textContent = parts.join('')
    }
  }
  if (document.body) walk(document.body)
  return document
}

/** One html with one body, nothing beside them: what browsers make of any input, and the parser only of good ones. */
function isWhole({ documentElement, children }: Document): boolean {
  if (children.length !== 1 || documentElement?.tagName !== 'HTML') return false
  return [...documentElement.children].map(({ tagName }) => tagName).join(' ') === 'HEAD BODY'
}

function withoutUnread(html: string): string {
  let kept = ''
  let from = 0
  const next = finder(html)
  UNREAD.lastIndex = 0
  for (let match = UNREAD.exec(html); match; match = UNREAD.exec(html)) {
    const close = match[1] ? `</${match[1].toLowerCase()}` : '-->'
    // Where there is no end, the end of the tag itself need not be looked for.
    if (next(close, UNREAD.lastIndex) < 0) continue
    const inside = match[1] ? next('>', UNREAD.lastIndex) + 1 : UNREAD.lastIndex
    if (inside === 0 || (match[1] && /ld\+json/i.test(html.slice(UNREAD.lastIndex, Math.min(inside, UNREAD.lastIndex + 1000))))) continue
    const end = next(close, inside)
    if (end < 0) continue
    const after = match[1] ? next('>', end) + 1 || html.length : end + close.length
    kept += `${html.slice(from, match.index)} `
    from = after
    UNREAD.lastIndex = after
  }
  return kept + html.slice(from)
}

/** Looks for words from a place on, in any case; where there are none left it looks no second time. */
function finder(html: string): (what: string, from: number) => number {
  const patterns = new Map<string, RegExp | undefined>()
  return (what, from) => {
    if (!patterns.has(what)) patterns.set(what, new RegExp(what, 'gi'))
    const pattern = patterns.get(what)
    if (!pattern) return -1
    pattern.lastIndex = from
    const index = pattern.exec(html)?.index ?? -1
    if (index < 0) patterns.set(what, undefined)
    return index
  }
}
