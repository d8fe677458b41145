/**
 * The body of a request as text, if it is not too large.
 * In: a request, whether it says its length or comes in chunks. Out: its text; undefined when it has more than a megabyte, without reading on.
 */
import type { Context } from 'hono'

/** Bytes; no question that people or programs ask is longer. */
const MAX_BODY = 1024 * 1024

export async function bodyOf(context: Context): Promise<string | undefined> {
  const { body } = context.req.raw
  if (!body) return ''
  if (Number(context.req.header('content-length') ?? 0) > MAX_BODY) return undefined
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > MAX_BODY) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}

export function tooLarge(context: Context): Response {
  return context.text('The question is too large.\n', 413)
}
