import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { articlesOf } from '../../src/catalogue/articles.js'
import { openCatalogue } from '../../src/catalogue/reading.js'
import { numbered } from './numbered.js'
import { graphsIn, idsIn, mayor, run, singer, temporaryFolders } from './runs.js'

const folder = temporaryFolders()

/** The driver as one file of JavaScript: starts in a tenth of the time. */
async function bundled(): Promise<string> {
  const outDir = folder()
  await build({ configFile: false, logLevel: 'silent', ssr: { noExternal: true }, build: { ssr: new URL('driver.ts', import.meta.url).pathname, outDir, rollupOptions: { output: { entryFileNames: 'driver.mjs' } } } })
  return join(outDir, 'driver.mjs')
}

/** Lets the driver add articles and kills it, some milliseconds after its first report. @returns what it reported */
function killedAfter(milliseconds: number, driver: string, here: string): Promise<number[]> {
  const child = spawn(process.execPath, [driver, here], { stdio: ['ignore', 'pipe', 'inherit'] })
  let reported = ''
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds))
  child.stdout.on('data', (text: Buffer) => { reported += text.toString() })
  return new Promise((done) => child.on('close', () => done(reported.slice(0, reported.lastIndexOf('\n') + 1).split(/\s+/u).filter(Boolean).map(Number))))
}

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
/** The newest file of a kind. */
const newest = (here: string, kind: string): string => join(here, readdirSync(here).filter((name) => name.startsWith(`${kind}-`)).sort().at(-1) ?? '')
const idOf = (number: number): string => number.toString(16).padStart(16, '0')

describe('A writer that is killed', () => {
  it('at fifty random moments loses nothing that it reported', { timeout: 600_000 }, async () => {
    const driver = await bundled()
    const here = folder()
    const reported: number[] = []
    for (let round = 0; round < 50; round += 1) {
      reported.push(...await killedAfter(Math.random() * 100, driver, here))
      const catalogue = openCatalogue(here)
      const missing = reported.filter((number) => !catalogue.rows.has(idOf(number)))
      expect(missing, `round ${round}`).toEqual([])
      if (round % 10 === 0) for (const _ of articlesOf(catalogue)) { /* every record is read */ }
      catalogue.close()
    }
    expect(new Set(reported).size).toBe(reported.length)
    run(here, (writer) => writer.add([numbered(1_000_000)]))
    expect(readdirSync(here).filter((name) => name.endsWith('.part') || name === 'lock')).toEqual([])
    const unharmed = folder()
    const kept = graphsIn(here).length - 1
    run(unharmed, (writer) => {
      writer.add(Array.from({ length: kept }, (_, number) => numbered(number)))
      writer.add([numbered(1_000_000)])
    })
    expect(digestOf(graphsIn(here))).toBe(digestOf(graphsIn(unharmed)))
  })
})

describe('Two writers at once', () => {
  const lockOf = (pid: number, host = hostname()) => JSON.stringify({ pid, host, started: '1' })

  it('are one too many: the second gets one line', () => {
    const here = folder()
    run(here, () => {
      expect(() => run(here, (writer) => writer.add([mayor('a')]))).toThrow(expect.objectContaining({ code: 'output', message: expect.stringMatching(/Somebody else is writing to the catalogue/u) as string }))
    })
    run(here, (writer) => writer.add([mayor('a')]))
  })

  it('are not, when the first is dead, or its number is another process’s now', () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    for (const pid of [2 ** 22 + 1, process.pid]) {
      writeFileSync(join(here, 'lock'), lockOf(pid))
      run(here, (writer) => writer.add([mayor('a')]))
      expect(existsSync(join(here, 'lock'))).toBe(false)
    }
  })

  it('may be on two machines: then the lock holds', () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    writeFileSync(join(here, 'lock'), lockOf(1, 'elsewhere.example'))
    expect(() => run(here, () => undefined)).toThrow(/process 1 on elsewhere\.example/u)
  })

  it('do not keep readers out', () => {
    const here = folder()
    run(here, (writer) => {
      writer.add([mayor('a')])
      expect(Object.keys(idsIn(here))).toEqual(['a'])
    })
  })
})

describe('A catalogue', () => {
  const filled = () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    run(here, (writer) => writer.add([singer('b')]))
    return here
  }

  it('of a newer version is left alone', () => {
    const here = filled()
    const path = join(here, 'catalogue.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"format": 1', '"format": 2'))
    const newer = expect.objectContaining({ code: 'input', message: expect.stringMatching(/written by a newer newsgraph/u) as string }) as Error
    expect(() => idsIn(here)).toThrow(newer)
    expect(() => run(here, () => undefined)).toThrow(newer)
    expect(existsSync(join(here, 'lock'))).toBe(false)
  })

  it('whose journal is damaged says where, and changes nothing', () => {
    const here = filled()
    const catalogue = JSON.parse(readFileSync(join(here, 'catalogue.json'), 'utf8')) as { generation: number }
    const path = join(here, `journal-${String(catalogue.generation).padStart(6, '0')}.jsonl`)
    run(here, (writer) => {
      writer.add([mayor('d')])
      copyFileSync(path, `${path}.copy`)
    })
    renameSync(`${path}.copy`, path)
    writeFileSync(join(here, 'catalogue.json'), JSON.stringify(catalogue))
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('Paul', 'Saul'))
    expect(() => idsIn(here)).toThrow(expect.objectContaining({ code: 'input', message: expect.stringMatching(/journal-.*jsonl is damaged in line 1/u) as string }))
    expect(() => run(here, (writer) => writer.add([mayor('c')]))).toThrow(/damaged in line 1/u)
    writeFileSync(path, text)
    expect(Object.keys(idsIn(here))).toEqual(['a', 'b', 'd'])
  })

  it('passes over a line that was never finished, and what was written for it', () => {
    const here = filled()
    appendFileSync(newest(here, 'journal'), '01234567 {"do":"add","articles":[')
    appendFileSync(join(here, 'articles-0001.jsonl.gz'), 'half a record')
    run(here, (writer) => writer.add([mayor('c')]))
    expect(Object.keys(idsIn(here))).toEqual(['a', 'b', 'c'])
  })

  it('tells of a damaged record which it is, and takes its article again', () => {
    const here = filled()
    const path = join(here, 'articles-0001.jsonl.gz')
    const bytes = readFileSync(path)
    bytes.fill(0, 40, 60)
    writeFileSync(path, bytes)
    expect(() => idsIn(here)).toThrow(expect.objectContaining({ code: 'input', message: expect.stringMatching(/record .* of .*articles-0001\.jsonl\.gz is damaged/u) as string }))
    run(here, (writer) => writer.add([mayor('a')]))
    expect(Object.keys(idsIn(here))).toEqual(['a', 'b'])
  })

  it('mends itself when its last snapshot is damaged', () => {
    const here = folder()
    run(here, (writer) => writer.add(Array.from({ length: 70 }, (_, number) => numbered(number))))
    run(here, (writer) => writer.add(Array.from({ length: 70 }, (_, number) => numbered(100 + number))))
    const whole = digestOf(graphsIn(here))
    for (const kind of ['index', 'names']) {
      const path = newest(here, kind)
      truncateSync(path, Math.floor(readFileSync(path).length / 2))
    }
    expect(digestOf(graphsIn(here))).toBe(whole)
    run(here, (writer) => writer.add([numbered(500)]))
    expect(newest(here, 'index')).toMatch(/000003/u)
    expect(graphsIn(here)).toHaveLength(141)
  })

  it('is never made in a folder that holds something else', () => {
    const here = folder()
    run(here, () => undefined)
    const other = join(here, '..')
    expect(() => run(other, () => undefined)).toThrow(/is no catalogue and not empty/u)
  })
})

describe('A reader', () => {
  it('that a writer has left far behind is told to begin again', () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    const catalogue = openCatalogue(here)
    for (const id of ['b', 'c']) run(here, (writer) => writer.add([singer(id)]))
    expect(() => catalogue.registry()).toThrow(/was written to while it was read/u)
    expect(Object.keys(idsIn(here))).toEqual(['a', 'b', 'c'])
  })

  it('goes on with what it has opened while others write', () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    const catalogue = openCatalogue(here)
    catalogue.registry()
    for (const id of ['b', 'c']) run(here, (writer) => writer.add([singer(id)]))
    expect([...articlesOf(catalogue)].map(({ article }) => article.id)).toEqual(['a'])
  })
})
