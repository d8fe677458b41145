/**
 * Words as feeds hold them, escaped once too often or too rarely.
 *
 *   in:  "A &lt;b&gt;big&lt;/b&gt; day &amp;amp; night", "&lt;![CDATA[Russia on Wednesday …]]&gt;"
 *   out: "A big day & night"; the text or HTML that was meant
 */
import { decoded, plain } from './html/wording.js'

const TAG = /<\/?[a-z][^<>]*>/gi

/** One line without tags; nothing where nothing is left. */
export function titleOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  return plain(plain(withoutCdata(written).replace(TAG, '')).replace(TAG, '')) || undefined
}

/** HTML or plain text, with what was escaped twice unescaped. */
export function markupOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const text = withoutCdata(written)
  if (text.trim() === '') return undefined
  return text.search(TAG) < 0 ? withoutCdata(decoded(text)) : text
}

/** The marks of a section that were escaped along with it. */
function withoutCdata(text: string): string {
  return text.replace(/<!\[CDATA\[([^]*?)(?:\]\]>|$)/g, '$1').replace(/\]\]>\s*$/, '')
}
