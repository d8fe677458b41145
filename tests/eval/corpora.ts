/** Corpora as they lie in the data folder; offsets become UTF-16 units. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Reading } from '../../src/model.js'
import { paragraphsOf } from '../../src/read/paragraphs.js'

/** Where the data are, which part of them, how many documents of each corpus at most, a folder that keeps what the product made of them, and knowledge bases in place of the
 * shipped one. */
export interface Part { readonly data: string; readonly split: string; readonly sample?: number; readonly cache?: string; readonly kb?: readonly string[] }

export type Offsets = readonly [start: number, end: number]

/** Text of a packed file, or undefined where this data folder lacks it. */
export function unpacked(part: Part, file: string): string | undefined {
  const path = join(part.data, file)
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString('utf8') : undefined
}

/** Records of a packed JSONL file. */
export function records<T>(part: Part, file: string): T[] {
  const lines = unpacked(part, file)?.split('\n').filter((line) => line !== '') ?? []
  return sampled(lines, part.sample).map((line) => JSON.parse(line) as T)
}

/** Some of a list, spread evenly over it. */
export function sampled<T>(items: readonly T[], count: number | undefined): readonly T[] {
  if (count === undefined || count >= items.length) return items
  return Array.from({ length: count }, (_, i) => items[Math.floor(i * items.length / count)] as T)
}

/** Turns code point offsets of a text into UTF-16 ones. */
export function unitsOf(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset
  const units: number[] = []
  let at = 0
  for (const char of text) { units.push(at); at += char.length }
  units.push(at)
  return (offset) => units[offset] ?? text.length
}

/** A bare text in the paragraphs that the product reads. */
export function readingOf(id: string, text: string): Reading {
  const blocks = paragraphsOf(text).map((span) => ({ ...span, kind: 'paragraph' as const }))
  return { id, source: id, text, textSha256: '', blocks, authors: [], language: 'en', notes: [] }
}

/** The words that a stretch of text covers, as `start-end`; a span of words is compared in this form. */
export function wordKey(words: readonly { start: number; end: number }[], span: Offsets): string {
  let start = 0
  while (start < words.length && (words[start]?.end ?? 0) <= span[0]) start++
  let end = start
  while (end < words.length && (words[end]?.start ?? Infinity) < span[1]) end++
  return `${start}-${end}`
}
