import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLI, newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const TEXT = 'Foreign Minister Anna Berg said on Monday that the talks in Oslo had failed.'

interface Made { readonly problem?: { readonly message: string }; readonly line?: number; readonly starts?: string; readonly article?: { readonly id: string; readonly text: string; readonly url?: string; readonly date?: string } }

function rowsOf(text: string): Made[] {
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as Made)
}

async function extract(...lines: string[]): Promise<Made[]> {
  const { code, stdout, stderr } = await newsgraph(['work', 'extract'], { input: lines.join('\n') })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return rowsOf(stdout)
}

describe('work extract', () => {
  it('puts a problem in the place of a line that it cannot work on, and keeps the order', async () => {
    const rows = await extract(JSON.stringify({ text: TEXT }), 'oops', '["a", "list"]', '', '{"no": "article"}', JSON.stringify({ text: `${TEXT} Again.`, url: 'https://example.org/again' }))
    expect(rows.map(({ article, problem }) => article?.text ?? problem?.message)).toEqual([
      TEXT, 'Line 2 is not valid JSON', 'Line 3 is no JSON object', expect.stringContaining('No article text was found in line 5'), `${TEXT} Again.`])
    expect(rows[1]).toMatchObject({ line: 2, starts: 'oops' })
  })

  it('reads fields, whole pages byte by byte, and what was read before', async () => {
    const page = `<html><head><link rel="canonical" href="https://example.org/talks"></head><body><article><h1>Talks fail</h1><p>${TEXT}</p><p>${TEXT} Nobody was surprised, he said.</p></article></body></html>`
    const reading = (await newsgraph(['build', SAMPLE, '--until', 'read'])).stdout.trimEnd()
    const [fields, whole, before] = await extract(
      JSON.stringify({ body: TEXT, date: '2023-05-04' }), JSON.stringify({ base64: Buffer.from(page).toString('base64'), source: 'https://example.org/x' }), reading)
    expect(fields?.article).toMatchObject({ text: TEXT, date: '2023-05-04' })
    expect(whole?.article).toMatchObject({ url: 'https://example.org/talks' })
    expect(before?.article?.id).toBe((JSON.parse(reading) as { id: string }).id)
  })

  it('refuses what was read before when the text is another by now', async () => {
    const reading = JSON.parse((await newsgraph(['build', SAMPLE, '--until', 'read'])).stdout) as { text: string }
    const [row] = await extract(JSON.stringify({ ...reading, text: `${reading.text}.` }))
    expect(row?.problem?.message).toMatch(/not the one that was read/)
  })

  it('gives each article as soon as it is made, before the next line comes', async () => {
    const child = spawn(process.execPath, [CLI, 'work', 'extract'])
    child.stdin.write(`${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ text: `${TEXT} Again.` })}\n`)
    const [first] = (await once(child.stdout, 'data')) as [Buffer]
    expect(first.toString()).toContain('Anna Berg')
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })
})

describe('the filters one after the other', () => {
  const paths = { extracted: join(folder, 'extracted.jsonl'), placed: join(folder, 'placed.jsonl'), sorted: join(folder, 'sorted.tsv') }
  const shuffled = join(folder, 'articles.jsonl')
  let graph = ''

  beforeAll(async () => {
    const { stdout } = await newsgraph(['build', 'seeds/', '--until', 'read'])
    const lines = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { text: string; date?: string }).map(({ text, date }) => JSON.stringify({ text, date }))
    writeFileSync(shuffled, [...lines.toReversed(), 'oops', lines[0]].join('\n'))
    graph = (await newsgraph(['build', shuffled, '--format', 'n-quads'])).stdout
    const extracted = await newsgraph(['work', 'extract'], { input: readFileSync(shuffled) })
    const digests = await newsgraph(['work', 'digest'], { input: extracted.stdout })
    const placed = await newsgraph(['work', 'settle'], { input: digests.stdout })
    writeFileSync(paths.extracted, extracted.stdout)
    writeFileSync(paths.placed, placed.stdout)
  })

  it('give the bytes of build, articles that come twice and lines that are bad left out', async () => {
    const sorted = execFileSync('sh', ['-c', 'paste "$1" "$2" | LC_ALL=C sort -t: -k2,2n', 'sh', paths.placed, paths.extracted])
    writeFileSync(paths.sorted, sorted)
    const counted = await newsgraph(['work', 'count'], { input: sorted })
    const first = await newsgraph(['work', 'first'], { input: counted.stdout })
    const pasted = execFileSync('paste', [paths.sorted, '-'], { input: first.stdout })
    expect(await newsgraph(['work', 'write'], { input: pasted })).toEqual({ code: 0, stdout: graph, stderr: '' })
  })

  it('hand problems on in their places', () => {
    const [extracted, placed] = [readFileSync(paths.extracted, 'utf8'), readFileSync(paths.placed, 'utf8')]
    expect(placed.split('\n')[4]).toBe(extracted.split('\n')[4])
    expect(rowsOf(placed)).toHaveLength(rowsOf(extracted).length)
  })

  it('say what is missing where a line is not what it should be', async () => {
    for (const [filter, input, problem] of [['digest', '{}', /Line 1 holds no article that was extracted/], ['settle', '[]', /Line 1 is no JSON object/]] as const) {
      const { code, stdout } = await newsgraph(['work', filter], { input })
      expect(code).toBe(0)
      expect(rowsOf(stdout)[0]?.problem?.message).toMatch(problem)
    }
  })

  it('stop where an article is missing, as a hole in a graph would not be seen', async () => {
    const { code, stderr } = await newsgraph(['work', 'write'], { input: '{"order":0,"things":{}}\t{"article":\t[]' })
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/^newsgraph: Line 1 is not valid JSON/) as string })
    expect((await newsgraph(['work', 'write'], { input: '{}' })).code).toBe(3)
  })
})
