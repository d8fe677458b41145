/**
 * Bytes to characters.
 *
 *   in:  the bytes of a file, perhaps with the charset that HTTP or the page declares
 *   out: its text without byte order mark – "LONDON, 7 July – “We always say …” – or a Problem for what is no text
 *
 * In order: byte order mark or UTF-16's zeros; UTF-8 if the bytes are valid as such, for declarations err more often;
 * the declaration; statistics (chardet). As in browsers, ISO-8859-1 is read as windows-1252.
 */
import { Problem } from '../problem.js'

/** More than this is refused before anything is decoded; a batch of many articles goes into JSONL or several files. */
const MEGABYTE = 1024 * 1024
export const LARGEST_FILE = 64 * MEGABYTE

/** What windows-1252 has at 0x80 to 0x9f. */
const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** First bytes, as windows-1252, of what people hand over by mistake, with what to do instead. */
const BINARY: readonly { readonly magic: string; readonly name: string; readonly advice: string }[] = [
  { magic: '%PDF', name: 'a PDF file', advice: 'Turn it into text first, for instance with pdftotext.' },
  { magic: 'PK\x03\x04', name: 'a ZIP archive or an Office document', advice: 'Unpack it, or save the document as plain text.' },
  { magic: '\x1f‹', name: 'a gzip file', advice: 'Unpack it first with gunzip.' },
  { magic: '‰PNG', name: 'an image (PNG)', advice: 'Give the article as text.' },
  { magic: 'ÿØÿ', name: 'an image (JPEG)', advice: 'Give the article as text.' },
  { magic: 'GIF8', name: 'an image (GIF)', advice: 'Give the article as text.' },
  { magic: 'ÐÏ\x11à', name: 'an old Office document', advice: 'Save it as plain text.' },
  { magic: '\x7fELF', name: 'a program', advice: 'Give the article as text.' },
  { magic: '{\\rtf', name: 'a rich text file', advice: 'Save it as plain text.' },
]

export async function decode(bytes: Uint8Array, source: string, declared?: string): Promise<string> {
  refuseBinary(bytes, source)
  const text = await charactersOf(bytes, declared)
  if (hasControls(text)) throw new Problem('input', `${source} is not text: it holds binary data`, 'Give the article as text.')
  if (text.trim() === '') throw new Problem('input', `${source} is empty`, 'Give a file with an article in it.')
  return text
}

async function charactersOf(bytes: Uint8Array, declared?: string): Promise<string> {
  const marked = markedCharset(bytes)
  if (marked) return decodeAs(bytes, marked, false) ?? ''
  const named = declared ?? charsetInPage(bytes)
  return decodeAs(bytes, 'utf-8', true) ?? (named && decodeAs(bytes, named, false)) ?? (await guess(bytes))
}

function refuseBinary(bytes: Uint8Array, source: string): void {
  if (bytes.length === 0) throw new Problem('input', `${source} is empty`, 'Give a file with an article in it.')
  if (bytes.length > LARGEST_FILE) throw tooLarge(source, bytes.length)
  const start = latin1(bytes.subarray(0, 8))
  const binary = BINARY.find(({ magic }) => start.startsWith(magic))
  if (binary) throw new Problem('input', `${source} is ${binary.name}, not text`, binary.advice)
}

export function tooLarge(source: string, size: number): Problem {
  return new Problem('input', `${source} is too large: ${Math.ceil(size / MEGABYTE)} MB, the limit is ${LARGEST_FILE / MEGABYTE} MB`, 'Split it into several files.')
}

/** A byte order mark, or a zero in every other byte as Latin text in UTF-16 has it. */
function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = { even: 0, odd: 0 }
  const sample = bytes.subarray(0, 1024)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1
  if (zeros.even + zeros.odd < sample.length / 4) return undefined
  return zeros.even === 0 ? 'utf-16le' : zeros.odd === 0 ? 'utf-16be' : undefined
}

/** `<meta charset=…>`, `<meta http-equiv … charset=…>` or `<?xml encoding=…?>` at the head of a page. */
function charsetInPage(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 8192))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
}

/** Undefined when the charset has no known name or, if asked to be strict, when the bytes are not of it. */
function decodeAs(bytes: Uint8Array, charset: string, fatal: boolean): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal })
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

async function guess(bytes: Uint8Array): Promise<string> {
  const { detect } = await import('chardet')
  const charset = detect(bytes.subarray(0, 100_000)) ?? 'windows-1252'
  return decodeAs(bytes, charset, false) ?? decodeAs(bytes, 'windows-1252', false) ?? ''
}

function hasControls(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return sample.includes('\0') || controls > sample.length / 20
}

function latin1(bytes: Uint8Array): string {
  return decodeAs(bytes, 'windows-1252', false) ?? ''
}
