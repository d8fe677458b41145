import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { openCache } from '../src/cache.js'
import type { Reading } from '../src/model.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-cache-'))
afterAll(() => rmSync(folder, { recursive: true }))
const reading: Reading = {
  id: 'a', source: 'a.txt', text: 'The mayor left.', textSha256: 'f00', blocks: [{ kind: 'paragraph', start: 0, end: 15 }], authors: [], language: 'en', notes: [],
}
const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz')).map((name) => join(folder, name))

/** Takes readings through a cache that is opened anew; tells which had to be made. */
async function made(...readings: Reading[]): Promise<string[]> {
  const cache = await openCache(folder, 'wasm')
  const now: string[] = []
  for (const one of readings) {
    const result = await cache.through(one, async () => { now.push(one.id); return { ...one, claims: [`of ${one.id}`] } })
    expect(result).toEqual({ ...one, claims: [`of ${one.id}`] })
  }
  return now
}

it('What was extracted is not extracted again, though it was found elsewhere', async () => {
  expect(await made(reading, { ...reading, id: 'b' })).toEqual(['a', 'b'])
  expect(await made({ ...reading, source: 'copy.txt', notes: [{ code: 'no-date', message: 'No date.' }] }, { ...reading, id: 'b' })).toEqual([])
})

it('Another text, date or headline is another article', async () => {
  expect(await made({ ...reading, textSha256: 'f01' }, { ...reading, date: '2024-03-05' }, { ...reading, headline: { name: 'The mayor' } })).toEqual(['a', 'a', 'a'])
})

it('A record that is cut, empty or another’s is made again', async () => {
  const [path = ''] = files()
  const record = readFileSync(path)
  const { id } = JSON.parse(gunzipSync(record).toString()) as Reading
  const again = { ...reading, ...(JSON.parse(gunzipSync(record).toString()) as Reading) }
  for (const bytes of [record.subarray(0, 40), Buffer.alloc(0), Buffer.alloc(record.length), gzipSync('{}'), gzipSync(JSON.stringify({ ...again, textSha256: 'other' }))]) {
    writeFileSync(path, bytes)
    await made(reading, { ...reading, id: 'b' }, { ...reading, textSha256: 'f01' }, { ...reading, date: '2024-03-05' }, { ...reading, headline: { name: 'The mayor' } })
    expect((JSON.parse(gunzipSync(readFileSync(path)).toString()) as Reading).id).toBe(id)
  }
  expect(files().filter((file) => statSync(file).size === 0)).toEqual([])
})

it('A folder that cannot be made is a problem of the output', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const cache = await openCache(join(file, 'x'), 'wasm')
  await expect(cache.through(reading, async () => reading)).rejects.toMatchObject({ code: 'output' })
})
