/**
 * Bytes to characters.
 *
 *   in:  the bytes of a file, perhaps with the charset that HTTP or the page declares
 *   out: its text without byte order mark – "LONDON, 7 July – “We always say …” – or a Problem for what is no text
 *
 * In order: byte order mark or UTF-16's zeros; UTF-8 if the bytes are valid as such, for declarations err more often; what charset.ts
 * makes of others. As in browsers, ISO-8859-1 is read as windows-1252. Every repair is a note.
 */
import { Problem } from '../problem.js'
import { decodeAs, mended, notUtf8, type Decoded } from './charset.js'

/** More than this is refused before anything is decoded; a batch of many articles goes into JSONL or several files. */
const MEGABYTE = 1024 * 1024
export const LARGEST_FILE = 64 * MEGABYTE

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
  return (await decodeWithNotes(bytes, source, declared)).text
}

export async function decodeWithNotes(bytes: Uint8Array, source: string, declared?: string): Promise<Decoded> {
  refuseBinary(bytes, source)
  const { text, notes } = await charactersOf(bytes, declared)
  if (hasControls(text)) throw new Problem('input', `${source} is not text: it holds binary data`, 'Give the article as text.')
  if (text.trim() === '') throw new Problem('input', `${source} is empty`, 'Give a file with an article in it.')
  return { text, notes }
}

async function charactersOf(bytes: Uint8Array, declared?: string): Promise<Decoded> {
  const marked = markedCharset(bytes)
  if (marked) return { text: decodeAs(bytes, marked) ?? '', notes: [] }
  const utf8 = decodeAs(bytes, 'utf-8', true)
  if (utf8 !== undefined) return mended(utf8)
  const { text, notes } = await notUtf8(bytes, declared ?? charsetInPage(bytes))
  return { text, notes }
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

function hasControls(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return sample.includes('\0') || controls > sample.length / 20
}

function latin1(bytes: Uint8Array): string {
  return decodeAs(bytes, 'windows-1252') ?? ''
}
