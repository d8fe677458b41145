/**
 * Words as pages hold them.
 *
 *   in:  "Harry &amp; Meghan&#39;s\n  interview"
 *   out: plain: "Harry & Meghan's interview"; bare, for comparing: "harry meghan s interview"
 */

import { WINDOWS_MARKS } from '../charset.js'
import { visible } from '../invisible.js'

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' }

/** One line, with the entities resolved that metadata hold twice encoded. */
export function plain(text: string): string {
  return visible(decoded(text)).replace(/\s+/g, ' ').trim()
}

/** The same, with its lines as they are. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? characterOf(code) : whole
  })
}

/** Numbers from 128 to 159 are no letters: whoever writes them, as browsers know, means those of windows-1252. */
export function characterOf(code: number): string {
  return WINDOWS_MARKS[code - 0x80] ?? String.fromCodePoint(code)
}

/** Letters and numbers only, in lower case. */
export function bare(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Words of any headline and any text. */
const COMMON = /^(?:about|after|again|also|been|before|being|could|does|down|ever|every|from|have|here|into|just|like|made|make|many|more|most|much|must|only|other|over|said|says|should|some|still|such|than|that|their|them|then|there|these|they|this|those|through|under|very|want|were|what|when|where|which|while|will|with|would|years?|your)$/

/** Has a text one of the longer words of a headline, compared by their first five letters, as "closes" and "closed"? A headline of few such words tells nothing. */
export function belongs(headline: string | undefined, text: string): boolean {
  const told = bare(headline ?? '').split(' ').filter((word) => word.length > 3 && !COMMON.test(word)).map((word) => word.slice(0, 5))
  if (told.length < 3) return true
  const held = new Set(bare(text).split(' ').map((word) => word.slice(0, 5)))
  return told.some((word) => held.has(word))
}
