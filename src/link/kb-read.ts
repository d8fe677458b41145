/**
 * Looks things up in a knowledge base.
 * In: the bytes of its file, by ranges. Out: for names, the entries that have them: "paris" → Paris in France, Paris in Texas.
 * Opening reads head and index, some 60 kB; a look-up reads one or two blocks of about 1 kB, which are kept for the next one.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { crc32 } from './checksum.js'
import { entryOf, type Entry } from './entry.js'
import { type BlockPlace, type Country, damaged, type Head, LINES, LONGEST_HEAD, parseHead, parseIndex } from './kb-format.js'
import { nameKey } from './name-keys.js'

/** Where the bytes are: a file, an address. The one port of this stage; see kb-disk.ts and kb-web.ts. */
export interface BaseFile {
  /** For problems. */
  readonly place: string
  readonly size: number
  readonly read: (from: number, to: number) => Uint8Array | Promise<Uint8Array>
  readonly inflate: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
  /** Lower-case hex, and a number, where the machine has a faster way than this package's. */
  readonly sha256?: (bytes: Uint8Array) => string
  readonly crc32?: (bytes: Uint8Array) => number
}

/** An entry that has a name, as its label or otherwise. */
export interface Found { readonly entry: Entry; readonly isAlias: boolean }

export interface KnowledgeBase {
  readonly head: Head
  /** Name, version and hash: "newsgraph 2026.11 sha256:76f4c0de". */
  readonly name: string
  readonly countries: readonly Country[]
  /** The entries of some names, by the names' keys; best known first. @throws Problem `input` where it is damaged */
  readonly find: (names: Iterable<string>) => Promise<ReadonlyMap<string, readonly Found[]>>
  /** The entry of a number, from 0; the best known come first. @throws Problem `input` where there is none, or it is damaged */
  readonly at: (number: number) => Promise<Entry>
  /** Everything, in order: for checking and comparing. */
  readonly all: () => AsyncGenerator<Entry>
  readonly names: () => AsyncGenerator<string>
}

/** Blocks that are kept, about 5 kB each. */
const MOST_BLOCKS = 4000

/** @throws Problem `input` when it is no base, of another version, cut off or damaged */
export async function openBase(file: BaseFile): Promise<KnowledgeBase> {
  const { head, end } = parseHead(await file.read(0, Math.min(LONGEST_HEAD, file.size)), file.place)
  const start = end + head.index.bytes
  if (file.size !== start + head.blocks) throw damaged(file.place)
  const text = await inflated(file, end, start)
  const hash = file.sha256?.(text) ?? bytesToHex(sha256(text))
  if (hash !== head.index.sha256) throw damaged(file.place)
  const index = parseIndex(new TextDecoder().decode(text), start)
  const linesOf = keptBlocks(file)
  const entryAt = async (number: number): Promise<Entry> => {
    const line = (await linesOf(index.entries.at(Math.floor(number / LINES))))[number % LINES]
    if (line === undefined) throw damaged(file.place)
    return entryOf(line)
  }
  const postingsOf = async (key: string): Promise<string[]> => {
    const lines = await linesOf(index.names.holding(key))
    return lines.find((line) => line.startsWith(`${key}\t`))?.slice(key.length + 1).split(',') ?? []
  }
  const findOne = async (key: string): Promise<Found[]> => {
    const found: Found[] = []
    for (const posting of await postingsOf(key)) {
      found.push({ entry: await entryAt(Number.parseInt(posting.replace('~', ''), 36)), isAlias: posting.startsWith('~') })
    }
    return found
  }
  return {
    head, countries: index.countries,
    name: `${head.name} ${head.version} sha256:${head.index.sha256.slice(0, 16)}`,
    async find(names) {
      const found = new Map<string, readonly Found[]>()
      for (const name of names) {
        const key = nameKey(name)
        if (key !== '' && !found.has(key)) found.set(key, await findOne(key))
      }
      return found
    },
    at: entryAt,
    async* all() { for (let at = 0; at < index.entries.length; at += 1) for (const line of await linesOf(index.entries.at(at))) yield entryOf(line) },
    async* names() { for (let at = 0; at < index.names.length; at += 1) yield* await linesOf(index.names.at(at)) },
  }
}

async function inflated(file: BaseFile, from: number, to: number): Promise<Uint8Array> {
  try {
    return await file.inflate(await file.read(from, to))
  } catch (cause) {
    throw damaged(file.place, cause)
  }
}

/** The lines of blocks, of which those asked for last are kept. */
function keptBlocks(file: BaseFile): (block: BlockPlace | undefined) => Promise<readonly string[]> {
  const kept = new Map<number, readonly string[]>()
  return async (block) => {
    if (!block) return []
    const known = kept.get(block.offset)
    if (known) return known
    const bytes = await inflated(file, block.offset, block.offset + block.bytes)
    if ((file.crc32 ?? crc32)(bytes) !== block.crc) throw damaged(file.place)
    const lines = new TextDecoder().decode(bytes).split('\n')
    if (kept.size >= MOST_BLOCKS) kept.delete(kept.keys().next().value ?? -1)
    kept.set(block.offset, lines)
    return lines
  }
}
