/**
 * A knowledge base from an address, in the browser.
 * In: its address. Out: the base. Of a server that gives parts of files (HTTP ranges) only the blocks that are asked for are fetched, some hundred kilobytes for an
 * article; of another the whole file.
 */
import { Problem } from '../problem.js'
import { damaged } from './kb-format.js'
import { type BaseFile, type KnowledgeBase, openBase } from './kb-read.js'

/** More than head and index take: one request opens most bases. */
const START = 262_144

/** @throws Problem `input` when it is no base, of another version or damaged */
export async function openBaseFromWeb(address: string): Promise<KnowledgeBase> {
  const { status, bytes: first, range } = await fetched(address, 0, START)
  const size = status === 206 ? Number(/\/(\d+)$/u.exec(range)?.[1]) : first.length
  // A server that does not say how large the file is gives parts of who knows what.
  if (Number.isNaN(size)) throw damaged(address)
  return openBase({ place: address, size, read: reader(address, first), inflate })
}

function reader(address: string, first: Uint8Array): BaseFile['read'] {
  return async (from, to) => {
    if (to <= first.length) return first.subarray(from, to)
    const { status, bytes } = await fetched(address, from, to)
    if (status !== 206 || bytes.length !== to - from) throw damaged(address)
    return bytes
  }
}

async function fetched(address: string, from: number, to: number): Promise<{ readonly status: number; readonly bytes: Uint8Array; readonly range: string }> {
  try {
    const response = await fetch(address, { headers: { range: `bytes=${from}-${to - 1}` } })
    if (!response.ok) throw missing(address, `${response.status} ${response.statusText}`)
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), range: response.headers.get('content-range') ?? '' }
  } catch (cause) {
    throw cause instanceof Problem ? cause : missing(address, cause instanceof Error ? cause.message : String(cause))
  }
}

function missing(address: string, why: string): Problem {
  return new Problem('input', `The knowledge base ${address} cannot be fetched (${why.trim()})`, 'Serve the folder kb of the package, or leave the address out: then there are no links.')
}

/** Undoes raw deflate, as browsers do it. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
