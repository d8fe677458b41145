import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFolder } from '../../src/store/folders.js'
import { temporaryFolder } from '../cli/run.js'

const folder = temporaryFolder()
let count = 0
const place = (): string => join(folder, `f${(count += 1)}`)

async function* pieces(files: Readonly<Record<string, string>>, failAt?: string) {
  for (const [file, text] of Object.entries(files)) {
    if (file === failAt) throw new Error('no more')
    yield { file, chunk: text.slice(0, 1) }
    yield { file, chunk: text.slice(1) }
  }
}

describe('A folder', () => {
  it('is written with all its files, in folders of their own', async () => {
    const path = place()
    await writeFolder(path, pieces({ 'a.md': 'one', 'in/b.md': 'two' }))
    expect([readFileSync(join(path, 'a.md'), 'utf8'), readFileSync(join(path, 'in/b.md'), 'utf8')]).toEqual(['one', 'two'])
  })

  it('is not there, and what was there is untouched, when its writing fails', async () => {
    const path = place()
    await expect(writeFolder(path, pieces({ 'a.md': 'one', 'b.md': 'two' }, 'b.md'))).rejects.toThrow('no more')
    expect(existsSync(path)).toBe(false)
    await writeFolder(path, pieces({ 'a.md': 'one' }))
    await expect(writeFolder(path, pieces({ 'a.md': 'other', 'b.md': 'two' }, 'b.md'))).rejects.toThrow('no more')
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe('one')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is replaced where newsgraph wrote it: what is gone goes, what people added stays', async () => {
    const path = place()
    await writeFolder(path, pieces({ 'a.md': 'one', 'old.md': 'gone' }))
    mkdirSync(join(path, '.obsidian'))
    writeFileSync(join(path, '.obsidian/app.json'), '{}')
    await writeFolder(path, pieces({ 'a.md': 'new' }))
    expect([
      existsSync(join(path, 'old.md')),
      readFileSync(join(path, 'a.md'), 'utf8'),
      readFileSync(join(path, '.obsidian/app.json'), 'utf8'),
    ]).toEqual([false, 'new', '{}'])
  })

  it('that is somebody else’s, or in which somebody changed a file of ours, is left alone', async () => {
    const [theirs, changed] = [place(), place()]
    mkdirSync(theirs)
    writeFileSync(join(theirs, 'thesis.md'), 'years of work')
    await expect(writeFolder(theirs, pieces({ 'a.md': 'one' }))).rejects.toThrow('holds files that newsgraph did not write')
    await writeFolder(changed, pieces({ 'a.md': 'one' }))
    writeFileSync(join(changed, 'a.md'), 'one, with a remark')
    await expect(writeFolder(changed, pieces({ 'a.md': 'new' }))).rejects.toThrow(/Somebody changed .*a\.md/u)
    expect(readFileSync(join(changed, 'a.md'), 'utf8')).toBe('one, with a remark')
  })

  it('that a link leads to is written, and the link stays', async () => {
    const [real, link] = [place(), place()]
    mkdirSync(real)
    symlinkSync(real, link)
    await writeFolder(link, pieces({ 'a.md': 'one' }))
    expect(readFileSync(join(real, 'a.md'), 'utf8')).toBe('one')
  })
})
