/**
 * The digests of all articles – what merging needs of each – in a file that only grows.
 * In: digests, as articles come. Out: all of them again, the last of each article. A line a digest, as in the journal, without the
 * names of its fields: `["76f4…","2022-07-07","seeds/….txt",[[0,"person/sergey-lavrov","Sergey Lavrov",…],…]]`. Opening a catalogue to
 * write reads every line, so they are short.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Digest, Occurrence } from '../merge/digests.js'
import { writeAll } from '../store/bytes.js'
import { attempt, syncFolder } from './durable.js'
import { lineOf, replay } from './journal.js'

/** Which file, how many bytes of it, and in how many lines. */
export interface DigestsEnd { readonly file: number; readonly bytes: number; readonly lines: number }

export const NO_DIGESTS: DigestsEnd = { file: 1, bytes: 0, lines: 0 }

export function digestsFile(folder: string, number: number): string {
  return join(folder, `digests-${String(number).padStart(4, '0')}.jsonl`)
}

/** Lines of articles that were replaced or removed are carried along until they are this part of all. */
const WASTE = 0.5

/**
 * Writes what is new after the end; begins another file where too much of this one is waste.
 * @returns the new end, when the disk has it
 */
export function appendDigests(folder: string, end: DigestsEnd, fresh: Iterable<Digest>, all: ReadonlyMap<string, Digest>): DigestsEnd {
  const added = [...fresh]
  if (added.length === 0) return end
  const isWasteful = end.lines + added.length > 1000 + all.size / WASTE
  return isWasteful ? write(folder, { file: end.file + 1, bytes: 0, lines: 0 }, all.values()) : write(folder, end, added)
}

function write(folder: string, end: DigestsEnd, digests: Iterable<Digest>): DigestsEnd {
  const path = digestsFile(folder, end.file)
  return attempt(path, () => {
    const file = openSync(path, end.bytes > 0 ? 'r+' : 'w', 0o644)
    try {
      // What a killed writer left.
      ftruncateSync(file, end.bytes)
      let { bytes, lines } = end
      for (const digest of digests) {
        const line = Buffer.from(lineOf(packed(digest)))
        writeAll(file, line, bytes)
        bytes += line.length
        lines += 1
      }
      fsyncSync(file)
      syncFolder(dirname(path))
      return { file: end.file, bytes, lines }
    } finally {
      closeSync(file)
    }
  })
}

/** @throws Problem `input` when the file is damaged */
export function readDigests(folder: string, { file, lines }: DigestsEnd): Map<string, Digest> {
  const digests = new Map<string, Digest>()
  if (lines === 0) return digests
  replay(digestsFile(folder, file), (line) => {
    const digest = unpacked(line as Packed)
    digests.set(digest.articleId, digest)
  }, lines)
  return digests
}

type Packed = readonly [articleId: string, date: string | 0, source: string, occurrences: readonly PackedOccurrence[]]
/** 0 stands for what is not there, or, as local name, for the key. */
type PackedOccurrence = readonly [local: string | 0, key: string, name: string, confidence: number, kind: Occurrence['kind'] | 0,
  isTied: 0 | 1, names: readonly string[] | 0, marks: readonly string[] | 0, rest: object | 0]

function packed({ articleId, date, source, occurrences }: Digest): Packed {
  return [articleId, date ?? 0, source, occurrences.map(packedOccurrence)]
}

function packedOccurrence({ local, key, name, confidence, kind, isTied, names, marks, ...rest }: Occurrence): PackedOccurrence {
  return [
    local === key ? 0 : local, key, name, confidence, kind === kindIn(key) ? 0 : kind, isTied ? 1 : 0,
    names ?? 0, marks ?? 0, Object.keys(rest).length > 0 ? rest : 0,
  ]
}

function unpacked([articleId, date, source, occurrences]: Packed): Digest {
  return { articleId, source, occurrences: occurrences.map(unpackedOccurrence), ...(date !== 0 && { date }) }
}

function unpackedOccurrence([local, key, name, confidence, kind, isTied, names, marks, rest]: PackedOccurrence): Occurrence {
  return {
    local: local === 0 ? key : local, kind: kind === 0 ? kindIn(key) : kind, key, name, confidence,
    ...(isTied === 1 && { isTied: true as const }), ...(names !== 0 && { names }), ...(marks !== 0 && { marks }), ...(rest !== 0 && rest),
  }
}

function kindIn(key: string): Occurrence['kind'] {
  return key.slice(0, key.indexOf('/')) as Occurrence['kind']
}
