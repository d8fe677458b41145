import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { find } from '../../src/read/files.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgraph-'))
  await mkdir(join(folder, 'news/deep'), { recursive: true })
  await mkdir(join(folder, 'news/node_modules'), { recursive: true })
  await mkdir(join(folder, 'empty'))
  for (const name of ['news/b.txt', 'news/a.html', 'news/deep/c.JSONL', 'news/Z.md', 'news/picture.png', 'news/.hidden.txt', 'news/node_modules/x.txt']) await writeFile(join(folder, name), name)
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

async function found(...names: string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const item of find(names.map((name) => join(folder, name)))) {
    const source = item.source.replace(folder, '').replaceAll('\\', '/')
    lines.push('problem' in item ? `${source}: ${item.problem.message.replaceAll(folder, '')}` : source)
  }
  return lines
}

test('a folder gives its files of known formats, to any depth, sorted by path', async () => {
  expect(await found('news')).toEqual(['/news/Z.md', '/news/a.html', '/news/b.txt', '/news/deep/c.JSONL'])
})

test('a glob gives what it matches, sorted', async () => {
  expect(await found('news/**/*.{txt,html}')).toEqual(['/news/a.html', '/news/b.txt'])
})

test('a file named twice is read once, in the place where it was named first', async () => {
  expect(await found('news/b.txt', 'news')).toEqual(['/news/b.txt', '/news/Z.md', '/news/a.html', '/news/deep/c.JSONL'])
})

test('what is missing comes as a problem between the others', async () => {
  expect(await found('no.txt', 'news/b.txt', 'no/*.txt', 'empty')).toEqual([
    '/no.txt: There is no file /no.txt', '/news/b.txt', '/no/*.txt: No file matches /no/*.txt', '/empty: There is no article in the folder /empty',
  ])
})

test('an address of the web is no file', async () => {
  for await (const item of find(['https://echo.example/a'])) expect('problem' in item && item.problem.message).toBe('https://echo.example/a is an address, not a file')
})

test.skipIf(process.getuid?.() === 0)('a folder or file that may not be read is a problem', async () => {
  const locked = join(folder, 'news/b.txt')
  await chmod(locked, 0)
  expect(await found('news/b.txt')).toEqual(['/news/b.txt: /news/b.txt may not be read'])
  await chmod(locked, 0o644)
})
