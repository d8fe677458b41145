import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readings, type Found } from '../../src/batch.js'
import { resolveOptions } from '../../src/options.js'
import { Problem } from '../../src/problem.js'
import { formatOf, type Format } from '../../src/read/formats.js'
import { readLines } from '../../src/read/read.js'
import { readStream } from '../../src/read/streams.js'

const STORY = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'
const recordOf = (words: number, title = 'Bridge to close'): string => JSON.stringify({ title, text: `${STORY} `.repeat(words) })

async function* pieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function headlines(text: string | Uint8Array, size = 1000, format?: Format): Promise<string[] | 'whole'> {
  const streamed = await readStream(pieces(text, size), '-', format)
  if ('bytes' in streamed) return 'whole'
  const found: string[] = []
  for await (const outcome of readLines(streamed.lines, '-')) found.push(outcome instanceof Problem ? `problem: ${outcome.message}` : outcome.headline?.name ?? '')
  return found
}

describe('what comes through a pipe', () => {
  it('is articles a line where two objects stand on lines of their own, however long they are and wherever they are cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 2, maxLength: 4 }), fc.integer({ min: 7, max: 9000 }), async (sizes, cut) => {
      expect(await headlines(sizes.map((size, at) => recordOf(size, `Story ${at}`)).join('\n'), cut)).toEqual(sizes.map((_, at) => `Story ${at}`))
    }), { numRuns: 25 })
  })

  it.each([
    ['one object alone, which may hold many articles', recordOf(50)], ['one object on many lines', JSON.stringify({ text: STORY, a: { b: 1 } }, null, 1)],
    ['prose', `${STORY}\n\n${STORY}\n`], ['prose after a brace', `{Reuters} ${STORY}\n\n${STORY}`], ['a page', `<html>\n<p>${STORY}`], ['UTF-16', Buffer.from(`\uFEFF${recordOf(1)}\n${recordOf(1)}`, 'utf16le')],
  ])('is taken as a whole where it is %s', async (_, text) => {
    expect(await headlines(text)).toBe('whole')
  })

  it('is articles a line where that is said, even of one line', async () => {
    expect(await headlines(recordOf(1), 100, 'jsonl')).toEqual(['Bridge to close'])
  })

  it('tells of a damaged line and of one in another charset, and goes on', async () => {
    const text = Buffer.concat([Buffer.from(`${recordOf(60, 'First')}\n{"text": "cut\n`), Buffer.from(`${recordOf(1, 'Caf\u00E9')}\n`, 'latin1'), Buffer.from(recordOf(1, 'Last'))])
    expect(await headlines(text)).toEqual(['First', 'problem: -, line 2 is not valid JSON', 'Caf\u00E9', 'Last'])
  })

  it('is read no further than it is asked for', async () => {
    let given = 0
    const streamed = await readStream((async function* endless() { for (;;) { given += 1; yield Buffer.from(`${recordOf(1)}\n`) } })(), '-')
    if (!('lines' in streamed)) throw new Error('not streamed')
    for await (const outcome of readLines(streamed.lines, '-')) {
      expect(outcome).not.toBeInstanceOf(Problem)
      if (given > 20) break
    }
    expect(given).toBeLessThan(30)
  })
})

describe('the form of a text', () => {
  it.each<[string, string, Format]>([
    ['a long first object', `${recordOf(400)}\n${recordOf(1)}\n`, 'jsonl'], ['a long object', recordOf(400), 'json'], ['a page behind a long comment', `<!-- ${'x'.repeat(20_000)} --><!doctype html><p>`, 'html'],
    ['a page behind much space', `${' '.repeat(9000)}<!doctype html><p>`, 'html'], ['a feed that says so at its end', JSON.stringify({ title: 'x'.repeat(5000), items: [], version: 'https://jsonfeed.org/version/1.1' }), 'feed'],
    ['a damaged first line before a whole one', `{"text": "a b"\n${recordOf(1)}\n${recordOf(1)}`, 'jsonl'], ['a cut object', '{"text": "The mayor', 'json'], ['prose after a brace', `{Reuters} ${STORY}`, 'text'],
  ])('is told by all of it: %s', (_, text, format) => {
    expect(formatOf('-', text)).toBe(format)
  })
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-streams-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const readAll = async (path: string, inputFormat?: Format): Promise<Found[]> => {
    const found: Found[] = []
    for await (const one of readings([path], resolveOptions(inputFormat ? { inputFormat } : {}))) found.push(one)
    return found
  }

  it('are read in the form that is said, whatever their name', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, `${recordOf(1)}\n${recordOf(1)}`)
    expect(await readAll(path, 'text')).toHaveLength(1)
    expect(await readAll(path, 'jsonl')).toHaveLength(2)
    expect(() => resolveOptions({ inputFormat: 'pdf' as Format })).toThrow('There is no form of articles')
  })

  it('of more JSON Lines than one file may have otherwise are read line by line', async () => {
    const path = join(folder, 'many.jsonl')
    writeFileSync(path, Array.from({ length: 70 }, () => JSON.stringify({ text: STORY, pictures: 'x'.repeat(1_000_000) })).join('\n'))
    const found = await readAll(path)
    expect(found).toHaveLength(70)
    expect(found.filter(({ outcome }) => outcome instanceof Problem)).toEqual([])
  })

  it('that are links to nothing are told to be links', async () => {
    const path = join(folder, 'link.txt')
    symlinkSync(join(folder, 'nothing'), path)
    expect((await readAll(path))[0]?.outcome).toMatchObject({ message: `${path} is a link that leads nowhere` })
  })
})
