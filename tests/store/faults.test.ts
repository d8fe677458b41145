import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '../../src/problem.js'

/** The disk fails at a call, the first being number 1; or it takes and gives half of what it is asked. */
const disk = vi.hoisted(() => {
  const state = { failsAt: 0, calls: 0, isStingy: false }
  const step = (name: string): void => {
    state.calls += 1
    if (state.calls === state.failsAt) throw Object.assign(new Error(`no ${name}`), { code: 'EIO' })
  }
  const failing = <Act extends (...args: never[]) => unknown>(name: string, act: Act): Act => ((...args: Parameters<Act>) => {
    step(name)
    return act(...args)
  }) as unknown as Act
  const failingLater = <Act extends (...args: never[]) => Promise<unknown>>(name: string, act: Act): Act => (async (...args: Parameters<Act>) => {
    step(name)
    return act(...args)
  }) as unknown as Act
  return { state, failing, failingLater }
})

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const half = (act: typeof fs.writeSync | typeof fs.readSync) => (file: number, bytes: Uint8Array, offset = 0, length = bytes.length - offset, position: number | null = null) =>
    (act as typeof fs.writeSync)(file, bytes, offset, disk.state.isStingy ? Math.max(1, length >> 1) : length, position)
  const names = ['openSync', 'fsyncSync', 'renameSync', 'mkdirSync', 'ftruncateSync', 'linkSync', 'readFileSync'] as const
  return {
    ...fs, ...Object.fromEntries(names.map((name) => [name, disk.failing(name, fs[name] as () => unknown)])),
    writeSync: disk.failing('writeSync', half(fs.writeSync)), readSync: disk.failing('readSync', half(fs.readSync)),
  }
})

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const open = disk.failingLater('open', async (...args: Parameters<typeof fs.open>) => {
    const file = await fs.open(...args)
    for (const name of ['appendFile', 'sync', 'close', 'chmod'] as const) Object.defineProperty(file, name, { value: disk.failingLater(name, file[name].bind(file) as () => Promise<unknown>) })
    return file
  })
  return { ...fs, open, rename: disk.failingLater('rename', fs.rename), mkdir: disk.failingLater('mkdir', fs.mkdir), readFile: disk.failingLater('readFile', fs.readFile as () => Promise<unknown>) }
})

const { writeChunks } = await import('../../src/store/files.js')
const { openShelf } = await import('../../src/store/shelf.js')
const { openCache } = await import('../../src/cache.js')
const { run, mayor, singer, idsIn } = await import('../catalogue/runs.js')
const { harbour } = await import('../fixtures/harbour-graph.js')

const root = mkdtempSync(join(tmpdir(), 'newsgraph-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = ''
beforeEach(() => { folder = mkdtempSync(join(root, 'x')) })

/** Lets the disk fail at every call in turn, until the act comes through. @param check what must hold after a failure */
async function withEveryFault(act: (round: number) => unknown, check: (error: unknown, round: number) => void): Promise<number> {
  for (let failsAt = 1; failsAt < 500; failsAt += 1) {
    let failure: unknown
    Object.assign(disk.state, { failsAt, calls: 0 })
    try {
      await act(failsAt)
    } catch (error) {
      failure = error
    }
    const isOver = disk.state.calls < failsAt
    disk.state.failsAt = 0
    if (failure !== undefined) check(failure, failsAt)
    if (isOver) {
      expect(failure).toBeUndefined()
      return failsAt - 1
    }
  }
  throw new Error('it never came through')
}

const isTold = (error: unknown): void => {
  expect(error).toBeInstanceOf(Problem)
  expect(['output', 'input']).toContain((error as Problem).code)
}

describe('Whichever call of the disk fails', () => {
  it('a file is the old one or the new one, and nothing lies beside it', async () => {
    const path = join(folder, 'graph.ttl')
    writeFileSync(path, 'old')
    const calls = await withEveryFault(() => writeChunks(path, ['new ', 'text']), (error) => {
      isTold(error)
      expect(['old', 'new text']).toContain(readFileSync(path, 'utf8'))
      expect(readdirSync(folder)).toEqual(['graph.ttl'])
      writeFileSync(path, 'old')
    })
    // open, mode, two pieces, sync, close, rename, and the folder's name for it.
    expect(calls).toBeGreaterThanOrEqual(8)
    expect(readFileSync(path, 'utf8')).toBe('new text')
  })

  it('an article on the shelf is whole, or it is said that it is not', async () => {
    const calls = await withEveryFault(() => {
      const shelf = openShelf(0)
      for (const one of harbour) shelf.put(one)
      expect(harbour.map((_, at) => shelf.get(at))).toEqual(harbour)
    }, isTold)
    expect(calls).toBeGreaterThanOrEqual(5)
  })

  it('a catalogue has what it told of, and takes the rest again', async () => {
    const calls = await withEveryFault((round) => {
      const here = join(folder, String(round))
      run(here, (writer) => writer.add([mayor('a')]))
      run(here, (writer) => writer.add([singer('b')]))
    }, (error, round) => {
      isTold(error)
      const here = join(folder, String(round))
      run(here, (writer) => writer.add([mayor('a'), singer('b')]))
      expect(Object.keys(idsIn(here))).toEqual(['a', 'b'])
    })
    expect(calls).toBeGreaterThan(20)
  })

  it('what was extracted is kept whole, or made again', async () => {
    const reading = { ...harbour[0]!.article, blocks: [] }
    const cache = await openCache(join(folder, 'cache'), 'wasm')
    const through = () => cache.through(reading, async () => ({ ...reading, claims: 'x'.repeat(9000) }))
    await withEveryFault(async () => { expect((await through()).claims).toHaveLength(9000) }, isTold)
    expect((await through()).claims).toHaveLength(9000)
  })
})

describe('Where the disk takes and gives half of what it is asked', () => {
  beforeEach(() => { disk.state.isStingy = true })
  afterAll(() => { disk.state.isStingy = false })

  it('everything is written and read to its end', () => {
    const shelf = openShelf(0)
    for (const one of harbour) shelf.put(one)
    expect(harbour.map((_, at) => shelf.get(at))).toEqual(harbour)
    const here = join(folder, 'catalogue')
    run(here, (writer) => writer.add([mayor('a')]))
    run(here, (writer) => writer.add([singer('b')]))
    expect(Object.keys(idsIn(here))).toEqual(['a', 'b'])
  })
})
