/**
 * HTML to a DOM.
 *
 *   in:  the characters of a page – "<p>Russia on Wednesday slammed …"
 *   out: a document with html, head and body, without what is never read: scripts, styles, drawings, comments
 *
 * They are cut before parsing, which is faster than making nodes of them.
 */
import { parseHTML } from 'linkedom'

const UNREAD = /<(?:(script|style|svg|noscript|template|iframe|object|math)\b([^>]*)>|!--)/gi

export function parsePage(html: string): Document {
  const cut = withoutUnread(html)
  const { document } = parseHTML(cut)
  return isWhole(document) ? document : parseHTML(`<html><head></head><body>${cut.replace(/<\/?(?:!doctype|html|head|body)\b[^>]*>/gi, ' ')}</body></html>`).document
}

/** One html with one body, nothing beside them: what browsers make of any input, and the parser only of good ones. */
function isWhole({ documentElement, children }: Document): boolean {
  if (children.length !== 1 || documentElement?.tagName !== 'HTML') return false
  return [...documentElement.children].map(({ tagName }) => tagName).join(' ') === 'HEAD BODY'
}

function withoutUnread(html: string): string {
  let kept = ''
  let from = 0
  UNREAD.lastIndex = 0
  for (let match = UNREAD.exec(html); match; match = UNREAD.exec(html)) {
    if (/ld\+json/i.test(match[2] ?? '')) continue
    const close = match[1] ? `</${match[1]}` : '-->'
    const end = indexOfAnyCase(html, close, UNREAD.lastIndex)
    if (end < 0) continue
    const after = match[1] ? html.indexOf('>', end) + 1 || html.length : end + close.length
    kept += `${html.slice(from, match.index)} `
    from = after
    UNREAD.lastIndex = after
  }
  return kept + html.slice(from)
}

function indexOfAnyCase(html: string, what: string, from: number): number {
  const exact = html.indexOf(what, from)
  const other = exact < 0 ? html.indexOf(what.toUpperCase(), from) : -1
  return exact < 0 ? other : exact
}
