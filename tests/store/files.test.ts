import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeChunks } from '../../src/store/files.js'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'newsgraph-')) })

describe('Writing a file', () => {
  it('leaves the whole text and nothing else', async () => {
    await writeChunks(join(folder, 'graph.ttl'), ['one ', 'two'])
    expect(await readFile(join(folder, 'graph.ttl'), 'utf8')).toBe('one two')
    expect(await readdir(folder)).toEqual(['graph.ttl'])
  })

  it('leaves what stood there if it breaks off', async () => {
    const path = join(folder, 'graph.ttl')
    await writeFile(path, 'old')
    function* broken() { yield 'new'; throw new Error('no more') }
    await expect(writeChunks(path, broken())).rejects.toThrow('no more')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['graph.ttl'])
  })

  it('says what is wrong when it cannot', async () => {
    await expect(writeChunks(join(folder, 'none', 'graph.ttl'), ['x'])).rejects.toMatchObject({ code: 'output', message: expect.stringContaining('the folder does not exist') as string })
    await expect(writeChunks(folder, ['x'])).rejects.toMatchObject({ code: 'output', message: expect.stringContaining('it is a folder') as string })
  })
})
