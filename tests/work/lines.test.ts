import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, linesOf } from '../../src/work/lines.js'

async function read(pieces: readonly Uint8Array[], longest?: number): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of linesOf(pieces, longest)) lines.push(line)
  return lines
}

describe('Lines of standard input', () => {
  it('are numbered from 1, empty ones counted and left out, the last with or without its end', async () => {
    expect(await read([Buffer.from('a\n\n b\nc')])).toEqual([{ number: 1, text: 'a' }, { number: 3, text: ' b' }, { number: 4, text: 'c' }])
    expect(await read([])).toEqual([])
  })

  it('end at line feeds alone, wherever the bytes are cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.stringMatching(/^[a\u2028\u0085\r€🐟]+x$/u)), fc.integer({ min: 1, max: 9 }), async (texts, size) => {
      const bytes = Buffer.from(texts.join('\n'))
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
      expect((await read(pieces)).map(({ text }) => text)).toEqual(texts)
    }))
  })

  it('that are too long come as a problem, and the next one is read', async () => {
    const [long, next] = await read([Buffer.from('aaaa'), Buffer.from('aaaa\nb')], 6)
    expect(long).toMatchObject({ number: 1, text: '', problem: { code: 'input', message: expect.stringContaining('Line 1 is too long') as string } })
    expect(next).toEqual({ number: 2, text: 'b' })
  })
})
