/**
 * A knowledge base from an address, in the browser.
 * In: its address. Out: the base. Of a server that gives parts of files (HTTP ranges) only the blocks that are asked for are fetched, some hundred kilobytes for an
 * article; of another the whole file.
 */
import { Problem } from '../problem.js'
import { type BaseFile, type KnowledgeBase, openBase } from './kb-read.js'

/** More than head and index take: one request opens most bases. */
const START = 262_144

/** @throws Problem `input` when it is no base, of another version or damaged */
export async function openBaseFromWeb(address: string): Promise<KnowledgeBase> {
  const response = await fetch(address, { headers: { range: `bytes=0-${START - 1}` } })
  if (!response.ok) throw missing(address, response)
  const first = new Uint8Array(await response.arrayBuffer())
  const size = response.status === 206 ? Number(/\/(\d+)$/u.exec(response.headers.get('content-range') ?? '')?.[1]) : first.length
  return openBase({ place: address, size, read: reader(address, first), inflate })
}

function reader(address: string, first: Uint8Array): BaseFile['read'] {
  return async (from, to) => {
    if (to <= first.length) return first.subarray(from, to)
    const response = await fetch(address, { headers: { range: `bytes=${from}-${to - 1}` } })
    if (response.status !== 206) throw missing(address, response)
    return new Uint8Array(await response.arrayBuffer())
  }
}

function missing(address: string, { status, statusText }: Response): Problem {
  return new Problem('input', `The knowledge base ${address} cannot be fetched (${status} ${statusText})`, 'Serve the folder kb of the package, or leave the address out: then there are no links.')
}

/** Undoes raw deflate, as browsers do it. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
