/**
 * Characters of bytes that are not what they are said to be.
 *
 *   in:  bytes that are not UTF-8, and the charset that HTTP or the page declares, if it does
 *   out: the text, and a note of what had to be done – "Mayor José Núñez" with one broken byte stays UTF-8, with U+FFFD in its place
 *
 * What is mostly UTF-8 is read as that: of a byte that does not belong there, quotation marks and dashes of windows-1252 are taken for what
 * they are. Else the declaration holds, unless it says UTF-8; else the charset whose letters and marks stand where such stand in words:
 * windows-1252, Mac Roman, or what statistics say.
 */
import type { Note } from '../model.js'

export interface Decoded { readonly text: string; readonly notes: readonly Note[] }

/** What windows-1252 has at 0x80 to 0x9f. */
export const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** So many good characters beyond ASCII to a bad byte, and it is UTF-8 with faults. */
const MOSTLY = 3

export async function notUtf8(bytes: Uint8Array, declared: string | undefined): Promise<Decoded> {
  const loose = decodeAs(bytes, 'utf-8') ?? ''
  const bad = loose.match(/\ufffd/g)?.length ?? 0
  const good = loose.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  // A file that was cut off ends within a character.
  if (good >= bad * MOSTLY || (bad === 1 && loose.endsWith('\ufffd'))) return { text: withMarks(bytes), notes: [BROKEN] }
  if (declared && !/^(?:utf-?8|unicode)/i.test(declared)) {
    const text = decodeAs(bytes, declared)
    if (text !== undefined) return { text, notes: [] }
  }
  const { text, name } = await guess(bytes)
  return { text, notes: [guessed(name, declared)] }
}

const BROKEN: Note = { code: 'charset-broken', message: 'The file is UTF-8 with bytes that are none; marks of windows-1252 among them were read as such, the others stand as “�”.' }

function guessed(name: string, declared: string | undefined): Note {
  return { code: 'charset-guessed', message: `${declared ? `The file is said to be ${declared} and is not` : 'The file does not say in which charset it is'}; it was read as ${name}.` }
}

/** Undefined when the charset has no known name or, if asked to be strict, when the bytes are not of it. */
export function decodeAs(bytes: Uint8Array, charset: string, isStrict = false): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: isStrict })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withWindowsMarks(text) : text
  } catch {
    return undefined
  }
}

/** Node's decoder takes windows-1252 for Latin-1: “ and ” come out as control characters. */
function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_MARKS[char.charCodeAt(0) - 0x80] ?? char)
}

/** UTF-8 in which lone bytes that are marks in windows-1252 are these marks. */
function withMarks(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  const decoder = new TextDecoder('utf-8')
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const length = byte < 0x80 ? 1 : wellFormed(bytes, at)
    const mark = length === 0 ? WINDOWS_MARKS[byte - 0x80] : undefined
    if (mark !== undefined && /[€‘’“”–—…•]/u.test(mark)) {
      parts.push(decoder.decode(bytes.subarray(from, at)), mark)
      from = at + 1
    }
    at += Math.max(1, length)
  }
  return parts.join('') + decoder.decode(bytes.subarray(from))
}

/** How many bytes the character has that begins here; 0 where none begins. */
function wellFormed(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

async function guess(bytes: Uint8Array): Promise<{ text: string; name: string }> {
  const sample = bytes.subarray(0, 200_000)
  const windows = decodeAs(sample, 'windows-1252') ?? '', mac = decodeAs(sample, 'macintosh') ?? ''
  const [ofWindows, ofMac] = [likeness(windows), likeness(mac)]
  if (ofMac > ofWindows && ofMac > 0) return { text: decodeAs(bytes, 'macintosh') ?? '', name: 'Mac Roman' }
  if (ofWindows > 0) return { text: decodeAs(bytes, 'windows-1252') ?? '', name: 'windows-1252' }
  const { detect } = await import('chardet')
  const name = detect(bytes.subarray(0, 100_000)) ?? 'windows-1252'
  // It cannot be what it is not.
  const text = /^utf-?8$/i.test(name) ? undefined : decodeAs(bytes, name)
  return text === undefined ? { text: decodeAs(bytes, 'windows-1252') ?? '', name: 'windows-1252' } : { text, name }
}

/** How well the characters beyond ASCII stand where such stand: “ before a word, ’ within or after one, é among small letters. Below 0 where they do not. */
function likeness(text: string): number {
  let sum = 0
  let count = 0
  for (const { index } of text.matchAll(/[^\0-\x7f]/gu)) {
    sum += fit(text[index] ?? '', text[index - 1] ?? ' ', text[index + 1] ?? ' ')
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

function fit(char: string, before: string, after: string): number {
  const isWithin = /[\p{L}]/u.test(before) || /[\p{L}]/u.test(after)
  if (/[“‘]/u.test(char)) return /[\s(—–[]/u.test(before) && /\S/u.test(after) ? 2 : -2
  if (/[”]/u.test(char)) return /\S/u.test(before) && !/\p{L}/u.test(after) ? 2 : -2
  if (char === '’') return /\S/u.test(before) ? 2 : -1
  if (/[–—…•€£§°\u00a0«»©®™½¼¾¿¡]/u.test(char)) return 0.5
  if (/\p{Ll}/u.test(char)) return isWithin && !/\p{Lu}/u.test(after) ? 1 : -1
  if (/\p{Lu}/u.test(char)) return /\p{L}/u.test(after) && !/\p{Ll}/u.test(before) ? 0.5 : /\p{Lu}/u.test(before) ? 0.5 : -2
  return -1
}

/** “ as â€œ: UTF-8 that was read as windows-1252 and written as UTF-8 again. */
const TWICE = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŽŸ]{1,3}/gu
const TELLTALE = /â€[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŽŸ]/u
/** One such sign may be a letter before a mark of its own: "IRMÃ”". */
const ENOUGH_SIGNS = 2

/** Turns back what was encoded twice; a note if there was any. */
export function mended(text: string): Decoded {
  let changed = 0
  const once = text.replace(TWICE, (signs) => {
    const bytes = Uint8Array.from([...signs], (sign) => (sign.charCodeAt(0) < 0x100 ? sign.charCodeAt(0) : 0x80 + WINDOWS_MARKS.indexOf(sign)))
    // The longest beginning that is one character.
    const length = wellFormed(bytes, 0)
    const character = length > 0 ? decodeAs(bytes.subarray(0, length), 'utf-8', true) : undefined
    if (character === undefined) return signs
    changed += 1
    return character + signs.slice(length)
  })
  if (changed === 0 || (changed < ENOUGH_SIGNS && !TELLTALE.test(text))) return { text, notes: [] }
  return { text: once, notes: [{ code: 'charset-mended', message: `The text was encoded twice: ${changed} ${changed === 1 ? 'character was' : 'characters were'} set right.` }] }
}
