/**
 * HTML to a DOM.
 *
 *   in:  the characters of a page – "<p>Russia on Wednesday slammed …"
 *   out: a document with html, head and body, without what is never read: scripts, styles, drawings, comments
 *
 * They are cut before parsing, which is faster than making nodes of them. So is what no article has and what would cost time without
 * end: elements within two hundred others, tags of thousands of attributes.
 */
import { parseHTML } from 'linkedom'
import { shallow } from './shallow.js'

const UNREAD = /<(?:(script|style|svg|noscript|template|iframe|object|math)\b|!--)/gi

export function parsePage(html: string): Document {
  const cut = shallow(withoutUnread(html))
  const { document } = parseHTML(cut)
  return isWhole(document) ? document : parseHTML(`<html><head></head><body>${cut.replace(/<\/?(?:!doctype|html|head|body)\b[^<>]*>/gi, ' ')}</body></html>`).document
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
