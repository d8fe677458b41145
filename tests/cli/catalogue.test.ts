import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLI, newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const news = join(folder, 'news')
const page = join(folder, 'story.json')

const story = (last: string) => JSON.stringify({
  url: 'https://courier.example/bridge', headline: 'Bridge at Sund stays open', datePublished: '2021-05-04',
  articleBody: `The bridge at Sund stays open, the mayor of Sund, Mara Lindqvist, said on Tuesday.\n\n“We will not close it,” Lindqvist told reporters.\n\n${last}`,
})

beforeAll(async () => {
  writeFileSync(page, story('Ships pass on Friday.'))
  expect(await newsgraph(['add', SAMPLE, page, '--catalogue', news])).toEqual({ code: 0, stdout: '2 added, 0 replaced, 0 unchanged; the graphs of 2 articles differ now.\n', stderr: '' })
})

describe('newsgraph add', () => {
  it('passes over what the catalogue has, and tells of every article when it is safe', async () => {
    const { code, stdout } = await newsgraph(['add', SAMPLE, '--catalogue', news, '--json'])
    expect(code).toBe(0)
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as object)
    expect(lines).toEqual([
      { article: expect.stringMatching(/\/article\/[0-9a-f]{16}$/u) as string, source: SAMPLE, outcome: 'unchanged' },
      { added: 0, replaced: 0, unchanged: 1, failed: 0, changed: [] },
    ])
  })

  it('makes the graph that build makes', async () => {
    const built = join(folder, 'built.nq')
    await newsgraph(['build', SAMPLE, page, '-o', built])
    const { code, stdout } = await newsgraph(['export', news, '--format', 'n-quads'])
    expect(code).toBe(0)
    expect(stdout).toBe(readFileSync(built, 'utf8'))
  })

  it('replaces a corrected article under the same address; claims that stayed keep their IRIs', async () => {
    const here = join(folder, 'corrected')
    await newsgraph(['add', page, '--catalogue', here])
    const before = await statements(here)
    writeFileSync(page, story('Ships pass on Saturday.'))
    expect((await newsgraph(['add', page, '--catalogue', here])).stdout).toBe('0 added, 1 replaced, 0 unchanged; the graphs of 1 articles differ now.\n')
    writeFileSync(page, story('Ships pass on Friday.'))
    expect(before.length).toBeGreaterThan(0)
    expect(await statements(here)).toEqual(before)
  })

  it('leaves out what cannot be read: exit code 8, or 3 when nothing can', async () => {
    expect((await newsgraph(['add', SAMPLE, 'missing.txt', '--catalogue', news])).code).toBe(8)
    expect(await newsgraph(['add', 'missing.txt', '--catalogue', news])).toMatchObject({ code: 3, stderr: 'newsgraph: There is no file missing.txt. Check the path.\n' })
  })

  it('of a second writer ends with one line and exit code 4', async () => {
    const here = join(folder, 'busy')
    await newsgraph(['add', page, '--catalogue', here])
    const stat = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8') : ''
    const started = stat.split(') ').at(-1)?.split(' ')[19] ?? ''
    writeFileSync(join(here, 'lock'), JSON.stringify({ pid: process.pid, host: hostname(), started }))
    const { code, stderr } = await newsgraph(['add', SAMPLE, '--catalogue', here])
    expect(code).toBe(4)
    expect(stderr).toMatch(/^newsgraph: Somebody else is writing to the catalogue .*\n$/u)
  })

  it('does not touch a catalogue of a newer version: exit code 3', async () => {
    const here = join(folder, 'newer')
    mkdirSync(here)
    writeFileSync(join(here, 'catalogue.json'), '{"format": 99, "generation": 3}')
    const { code, stderr } = await newsgraph(['add', SAMPLE, '--catalogue', here])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^newsgraph: The catalogue .* was written by a newer newsgraph .*\n$/u)
  })

  it('keeps to the base of the catalogue', async () => {
    expect(await newsgraph(['add', SAMPLE, '--catalogue', news, '--base', 'https://other.example/'])).toMatchObject({ code: 2 })
  })

  it('that is killed keeps what it reported', async () => {
    const here = join(folder, 'killed')
    const child = spawn(process.execPath, [CLI, 'add', page, SAMPLE, '--catalogue', here, '--json'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const reported = await new Promise<string>((done) => child.stdout.once('data', (text: Buffer) => {
      child.kill('SIGKILL')
      done(text.toString())
    }))
    const { article } = JSON.parse(reported.split('\n')[0] ?? '') as { article: string }
    const { stdout } = await newsgraph(['status', '--catalogue', here, '--list'])
    expect(stdout).toContain(article.slice(article.lastIndexOf('/') + 1))
    expect((await newsgraph(['add', page, SAMPLE, '--catalogue', here])).code).toBe(0)
  })
})

describe('Every command that takes graphs', () => {
  it.each([['validate', [news]], ['verify', [news]], ['explain', ['Sergey Lavrov', news]], ['query', ['roles-of-people', news]], ['export', [news, '--html']], ['export', [news, '--format', 'gexf']]])('%s takes a catalogue', async (command, args) => {
    const { code, stderr, stdout } = await newsgraph([command, ...args])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.length).toBeGreaterThan(20)
  })
})

describe('newsgraph status, remove and rebuild', () => {
  it('tell what there is, take it out by its address, and pass over what this version extracted', async () => {
    const here = join(folder, 'other')
    await newsgraph(['add', SAMPLE, page, '--catalogue', here])
    expect((await newsgraph(['status', '--catalogue', here, '--list'])).stdout).toMatch(/Articles {4}2, 2021-05-04 to 2022-07-07[^]*https:\/\/courier\.example\/bridge/u)
    expect((await newsgraph(['rebuild', '--catalogue', here])).stdout).toBe('0 added, 0 replaced, 2 unchanged; the graphs of 0 articles differ now.\n')
    expect((await newsgraph(['remove', 'https://courier.example/bridge', '--catalogue', here])).stdout).toBe('1 removed; the graphs of 0 other articles differ now.\n')
    const built = await newsgraph(['build', SAMPLE, '--format', 'n-quads'])
    expect((await newsgraph(['export', here, '--format', 'n-quads'])).stdout).toBe(built.stdout)
    expect(await newsgraph(['remove', 'article:0000000000000000', '--catalogue', here])).toMatchObject({ code: 3 })
  })

  it('say where there is no catalogue: exit code 3', async () => {
    for (const args of [['status'], ['remove', 'x'], ['rebuild']]) {
      expect(await newsgraph([...args, '--catalogue', folder])).toMatchObject({ code: 3, stderr: `newsgraph: There is no catalogue in ${folder}. Check the path; newsgraph add makes one.\n` })
    }
  })
})

async function statements(catalogue: string): Promise<string[]> {
  const { stdout } = await newsgraph(['query', 'SELECT ?s { ?s a ng:Statement } ORDER BY ?s', catalogue, '--format', 'csv'])
  return stdout.trim().split(/\r?\n/u).slice(1)
}
