/**
 * Words that were broken where a line ended.
 *
 *   in:  "The minis-\nter said that the long-\nterm plan …"
 *   out: "The minister said that the long-term plan …", and how often
 *
 * A hyphen stays where the word has it elsewhere in the text, or where its first part is one that compounds begin with. Without a hyphen a
 * word is joined only where the text has it whole elsewhere, and neither part of it.
 */

const HYPHEN = /(?<=\p{L}{2})[-‐]\r?\n[^\S\n]*(?=\p{Ll}{2})/gu
const BREAK = /(?<=\p{L})\r?\n(?=\p{Ll})/gu
const COMPOUND = /^(?:well|ill|long|short|self|non|ex|co|anti|pro|pre|post|mid|vice|half|high|low|so|part|full|first|second|third|two|three|four|five|six|ten|old|new|all|cross|left|right|far|near|early|late|then|now|world|state|year|month|week|day)$/i

export function withWholeWords(text: string): { readonly text: string; readonly count: number } {
  if (!/\p{L}[-‐]?\r?\n[^\S\n]*\p{Ll}/u.test(text)) return { text, count: 0 }
  const known = new Map<string, number>()
  for (const word of text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) known.set(word, (known.get(word) ?? 0) + 1)
  let count = 0
  const whole = text.replace(HYPHEN, (mark, index: number) => {
    const [first, second] = partsAt(text, index, index + mark.length)
    count += 1
    return COMPOUND.test(first) || known.has(`${first}-${second}`) ? '-' : ''
  }).replace(BREAK, (mark, index: number, all: string) => {
    const [first, second] = partsAt(all, index, index + mark.length)
    const isWord = first.length + second.length > 4 && known.has(first + second) && known.get(first) === 1 && known.get(second) === 1
    if (isWord) count += 1
    return isWord ? '' : mark
  })
  return { text: whole, count }
}

/** The letters before and after a break, in lower case. */
function partsAt(text: string, start: number, end: number): [string, string] {
  return [/\p{L}+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].toLowerCase() ?? '', /^\p{L}+/u.exec(text.slice(end, end + 40))?.[0].toLowerCase() ?? '']
}
