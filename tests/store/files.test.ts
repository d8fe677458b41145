import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftOf } from '../../src/store/drafts.js'
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

describe('Writing where a link stands', () => {
  it('writes what it leads to, over any number of steps, and leaves the links', async () => {
    await mkdir(join(folder, 'far'))
    const target = join(folder, 'far', 'graph.ttl'), near = join(folder, 'near.ttl'), link = join(folder, 'link.ttl')
    await symlink('far/graph.ttl', near)
    await symlink('near.ttl', link)
    // What it leads to may not be there yet.
    for (const text of ['first', 'second']) {
      await writeChunks(link, [text])
      expect(await readFile(target, 'utf8')).toBe(text)
      expect([await readlink(link), await readlink(near)]).toEqual(['near.ttl', 'far/graph.ttl'])
      expect(await readdir(join(folder, 'far'))).toEqual(['graph.ttl'])
    }
  })

  it('says so where links lead in a circle', async () => {
    await symlink('b.ttl', join(folder, 'a.ttl'))
    await symlink('a.ttl', join(folder, 'b.ttl'))
    await expect(writeChunks(join(folder, 'a.ttl'), ['x'])).rejects.toMatchObject({ code: 'output', message: expect.stringContaining('its links lead in a circle') as string })
    expect((await lstat(join(folder, 'a.ttl'))).isSymbolicLink()).toBe(true)
  })
})

describe.skipIf(process.platform === 'win32')('Who may read a file', () => {
  it.each([0o600, 0o640, 0o664, 0o755])('may read what replaces it, and no other: %o', async (mode) => {
    const path = join(folder, 'graph.ttl')
    await writeFile(path, 'old')
    await chmod(path, mode)
    await writeChunks(path, ['new'])
    expect((await stat(path)).mode & 0o777).toBe(mode)
    expect(await readFile(path, 'utf8')).toBe('new')
  })
})

describe('What killed writers left', () => {
  it('goes when the file is written again; of writers at work, of other files and of others it stays', async () => {
    const path = join(folder, 'graph.ttl')
    // A process that is no more.
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const living = draftOf(path), dead = living.replace(`-${process.pid}-`, `-${pid}-`)
    const others = [living, draftOf(join(folder, 'other.ttl')).replace(`-${process.pid}-`, `-${pid}-`), join(folder, '.graph.ttl.part'), join(folder, '.graph.ttl.zzzz-1-00000000.part')]
    for (const one of [dead, ...others]) await writeFile(one, 'half')
    await writeChunks(path, ['whole'])
    expect((await readdir(folder)).sort()).toEqual(['graph.ttl', ...others.map((one) => one.slice(folder.length + 1))].sort())
  })
})
