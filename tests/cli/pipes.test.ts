import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLI, newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const story = readFileSync(SAMPLE, 'utf8').slice(0, 600)
let turtle = ''
beforeAll(async () => { turtle = (await newsgraph(['build', SAMPLE])).stdout })

describe('a graph on standard input', () => {
  it.each([['validate'], ['verify'], ['check'], ['explain', 'Sergey Lavrov'], ['query', 'roles-of-people'], ['export', '--format', 'n-quads']])('is read by %s', async (command, ...words) => {
    const run = await newsgraph([command, ...words.filter((word) => !word.startsWith('--') && word !== 'n-quads'), '-', ...words.filter((word) => word.startsWith('--') || word === 'n-quads')], { input: turtle })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout.length).toBeGreaterThan(20)
  })

  it('is told of where it is none', async () => {
    expect(await newsgraph(['check', '-'], { input: story })).toMatchObject({ code: 3, stderr: expect.stringContaining('standard input is not valid turtle') as string })
  })

  it('keeps its evidence where a checkout gave it other line ends', async () => {
    expect(await newsgraph(['verify', '-'], { input: turtle.replaceAll('\n', '\r\n') })).toMatchObject({ code: 0 })
  })
})

describe('articles on standard input', () => {
  it('may be many, a line each, however long the first is', async () => {
    const long = `${story} `.repeat(20)
    const run = await newsgraph(['build', '-', '--until', 'read'], { input: `${JSON.stringify({ title: 'First', text: long })}\n${JSON.stringify({ title: 'Second', text: story })}\n` })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { headline: { name: string } }).headline.name)).toEqual(['First', 'Second'])
  })

  it('come out as they come in, before the last is there', async () => {
    const child = spawn(process.execPath, [CLI, 'build', '-', '--until', 'read', '--input-format', 'jsonl'])
    child.stdin.write(`${JSON.stringify({ text: story })}\n`)
    expect(String((await once(child.stdout, 'data'))[0])).toContain('"textSha256"')
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })
})

describe('what is not as it should be', () => {
  it.each<[string, string[], number, RegExp]>([
    ['a graph for an article', ['build', join(folder, 'graph.ttl')], 3, /graph\.ttl is a graph, not an article/u],
    ['a question of no such name', ['query', 'roles-of-peple', join(folder, 'graph.ttl')], 5, /no question named roles-of-peple\. Supplied are .*roles-of-people/u],
    ['an output of no form', ['build', SAMPLE, '-o', join(folder, 'graph.xyz')], 2, /graph\.xyz does not tell which form/u],
    ['an unknown form of articles', ['build', SAMPLE, '--input-format', 'pdf'], 2, /input-format/u],
  ])('gets one line: %s', async (_, args, code, line) => {
    writeFileSync(join(folder, 'graph.ttl'), turtle)
    const run = await newsgraph(args)
    expect(run.code).toBe(code)
    expect(run.stderr).toMatch(line)
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('is no mark of the byte order in a question', async () => {
    writeFileSync(join(folder, 'graph.ttl'), turtle)
    writeFileSync(join(folder, 'bom.rq'), '\uFEFFASK { ?a a ng:Article }')
    expect(await newsgraph(['query', join(folder, 'bom.rq'), join(folder, 'graph.ttl')])).toEqual({ code: 0, stdout: 'yes\n', stderr: '' })
  })
})

describe('a command that is stopped while it waits', () => {
  it.each([['check', '-', '--input-format', 'turtle'], ['build', '-', '--input-format', 'jsonl', '-o', 'out.nq']])('leaves nothing behind: %s', async (...args) => {
    const here = mkdtempSync(join(folder, 'stop'))
    const child = spawn(process.execPath, [CLI, ...args], { cwd: here, env: { ...process.env, TMPDIR: here } })
    child.stdin.on('error', () => undefined)
    child.stdin.write(args[0] === 'check' ? turtle : `${JSON.stringify({ text: story })}\n`)
    await new Promise((done) => { setTimeout(done, 1500) })
    child.kill('SIGTERM')
    const [code, signal] = await once(child, 'close') as [number | null, string | null]
    expect(code === 143 || signal === 'SIGTERM').toBe(true)
    expect(readdirSync(here)).toEqual([])
  })
})

describe('a batch with --cache', () => {
  it('that was killed goes on where it was, and gives the graph of one that was not', async () => {
    const cache = join(folder, 'cache'), whole = join(folder, 'whole.nq'), resumed = join(folder, 'resumed.nq')
    const records = (): string[] => (existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz')) : [])
    const child = spawn(process.execPath, [CLI, 'build', 'seeds', '-o', resumed, '--cache', cache])
    while (records().length === 0 && child.exitCode === null) await new Promise((done) => { setTimeout(done, 20) })
    child.kill('SIGKILL')
    await once(child, 'close')
    const before = new Map(records().map((name) => [name, statSync(join(cache, name)).mtimeMs]))
    expect(before.size).toBeGreaterThan(0)
    expect(await newsgraph(['build', 'seeds', '-o', resumed, '--cache', cache])).toMatchObject({ code: 0 })
    for (const [name, time] of before) expect(statSync(join(cache, name)).mtimeMs).toBe(time)
    expect(await newsgraph(['build', 'seeds', '-o', whole])).toMatchObject({ code: 0 })
    expect(readFileSync(resumed, 'utf8')).toBe(readFileSync(whole, 'utf8'))
  })
})
