/**
 * Words as pages hold them.
 *
 *   in:  "Harry &amp; Meghan&#39;s\n  interview"
 *   out: plain: "Harry & Meghan's interview"; bare, for comparing: "harry meghan s interview"
 */

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' }

/** One line, with the entities resolved that metadata hold twice encoded. */
export function plain(text: string): string {
  return decoded(text).replace(/\s+/g, ' ').trim()
}

/** The same, with its lines as they are. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Letters and numbers only, in lower case. */
export function bare(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
