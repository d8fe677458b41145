/** What the tests of this folder share: reading from strings, and the words of blocks. */
import type { Reading } from '../../src/model.js'
import { Problem } from '../../src/problem.js'
import { read, type Input, type ReadOptions } from '../../src/read/read.js'

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export async function readAll(text: string | Uint8Array, source = 'story.txt', options: ReadOptions & Pick<Input, 'hint' | 'charset'> = {}): Promise<Reading[]> {
  const { hint, charset, ...rest } = options
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  return read({ bytes, source, ...(hint ? { hint } : {}), ...(charset ? { charset } : {}) }, rest)
}

export async function readOne(...args: Parameters<typeof readAll>): Promise<Reading> {
  const [reading, ...others] = await readAll(...args)
  if (!reading || others.length > 0) throw new Error('one article was expected')
  return reading
}

/** The message and advice of the Problem that reading must end in. */
export async function problemOf(...args: Parameters<typeof readAll>): Promise<string> {
  try {
    await readAll(...args)
  } catch (error) {
    if (error instanceof Problem && error.code === 'input') return `${error.message}. ${error.advice}`
    throw error
  }
  throw new Error('a Problem was expected')
}

/** Each block as "kind: words". */
export function blocksIn(reading: Reading): string[] {
  return reading.blocks.map(({ kind, start, end }) => `${kind}: ${reading.text.slice(start, end)}`)
}

export function sliceOf(reading: Reading, span: { start: number; end: number } | undefined): string | undefined {
  return span && reading.text.slice(span.start, span.end)
}
