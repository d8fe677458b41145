import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'n3'
import { Store } from 'oxigraph'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLI, newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const graph = join(folder, 'sample.ttl')
const COMMANDS = ['build', 'validate', 'query', 'verify', 'check', 'explain', 'view', 'export', 'push', 'add', 'remove', 'status', 'rebuild', 'watch', 'work', 'serve', 'demo']

beforeAll(async () => {
  expect(await newsgraph(['build', SAMPLE, '-o', graph])).toEqual({ code: 0, stdout: '', stderr: '' })
})

describe('help', () => {
  it('lists every command', async () => {
    const { code, stdout } = await newsgraph(['--help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command} `)
  })

  it.each(COMMANDS)('of %s says what it does and gives an example', async (command) => {
    const { code, stdout } = await newsgraph([command, '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Examples?:\n {2}\$ .*newsgraph /)
    expect(stdout).toContain(command)
  })

  it('tells the version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(await newsgraph(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('comes as one line when no command is given, exit code 2', async () => {
    expect((await newsgraph([])).code).toBe(2)
  })
})

describe('build', () => {
  it('reads standard input and writes standard output', async () => {
    const { code, stdout } = await newsgraph(['build', '-'], { input: readFileSync(SAMPLE) })
    expect(code).toBe(0)
    expect(new Parser().parse(stdout).length).toBeGreaterThan(500)
  })

  it.each(['turtle', 'trig', 'n-triples', 'n-quads', 'json-ld'] as const)('writes %s that a store loads, with the same number of triples', async (format) => {
    const { code, stdout } = await newsgraph(['build', SAMPLE, '--format', format])
    expect(code).toBe(0)
    const types = { turtle: 'text/turtle', trig: 'application/trig', 'n-triples': 'application/n-triples', 'n-quads': 'application/n-quads', 'json-ld': 'application/ld+json' }
    expect(sizeOf(stdout, types[format])).toBe(sizeOf(readFileSync(graph, 'utf8'), types.turtle))
  })

  it('puts the data under another base', async () => {
    const { stdout } = await newsgraph(['build', SAMPLE, '--base', 'https://example.org/news/'])
    expect(stdout).toContain('<https://example.org/news/person/>')
    expect(stdout).not.toContain('w3id.org/newsgraph/data')
  })

  it('leaves out the text with --no-body', async () => {
    const { stdout } = await newsgraph(['build', SAMPLE, '--no-body'])
    expect(stdout).not.toContain('articleBody')
  })

  it('resolves dates against --date', async () => {
    const { stdout } = await newsgraph(['build', SAMPLE, '--date', '2023-07-13'])
    expect(stdout).toContain('2023-07-12')
    expect(stdout).not.toContain('2022-07-06')
  })

  it('leaves out uncertain claims with --min-confidence, and still conforms', async () => {
    const certain = join(folder, 'certain.ttl')
    await newsgraph(['build', SAMPLE, '--min-confidence', '0.9', '-o', certain])
    const confidences = [...readFileSync(certain, 'utf8').matchAll(/a ng:(?:\w+Statement|Relation|RoleHolding|Event)[^]*?ng:confidence ([\d.]+)/g)].map(([, value]) => Number(value))
    expect(Math.min(...confidences, 1)).toBeGreaterThanOrEqual(0.9)
    expect(await newsgraph(['validate', certain])).toMatchObject({ code: 0 })
  })

  it.each(['read', 'analyse', 'resolve', 'extract'])('prints what the stage %s made, as one line of JSON per article', async (stage) => {
    const { code, stdout } = await newsgraph(['build', SAMPLE, 'seeds/ferry-dispatch.txt', '--until', stage])
    expect(code).toBe(0)
    const articles = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(articles).toHaveLength(2)
    const field = { read: 'blocks', analyse: 'tokens', resolve: 'entities', extract: 'statements' }[stage]
    for (const article of articles) expect(article).toHaveProperty(field ?? '')
  })

  it('reads a folder, a pattern and a file that is named twice, each article once', async () => {
    const inside = join(folder, 'in')
    mkdirSync(inside)
    copyFileSync(SAMPLE, join(inside, 'a.txt'))
    copyFileSync('seeds/lost-symphony.md', join(inside, 'b.md'))
    const { stdout } = await newsgraph(['build', inside, join(inside, '*.txt'), join(inside, 'b.md')])
    expect(stdout.match(/a ng:Article/g)).toHaveLength(2)
  })

  it('takes an article that lies in two places once', async () => {
    copyFileSync(SAMPLE, join(folder, 'copy.txt'))
    expect((await newsgraph(['build', SAMPLE, join(folder, 'copy.txt')])).stdout).toBe((await newsgraph(['build', SAMPLE])).stdout)
  })

  it('reads one article per line of JSONL, and names the one that it cannot read', async () => {
    const path = join(folder, 'many.jsonl')
    const text = 'Foreign Minister Anna Berg said on Monday that the talks in Oslo had failed.'
    writeFileSync(path, [JSON.stringify({ headline: 'Talks fail', articleBody: text }), '{"no": "article"}', JSON.stringify({ title: 'Again', text: `${text} Again.` })].join('\n'))
    const { code, stdout, stderr } = await newsgraph(['build', path])
    expect(code).toBe(8)
    expect(stderr).toMatch(/many\.jsonl/)
    expect(stdout.match(/a ng:Article/g)).toHaveLength(2)
  })

  it('gives the same bytes from several workers', async () => {
    const [one, three] = [await newsgraph(['build', 'seeds/']), await newsgraph(['build', 'seeds/', '--workers', '3'])]
    expect(three).toEqual(one)
  })

  it('stops quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'build', 'seeds/', '--until', 'analyse'])
    let errors = ''
    child.stderr.on('data', (text: Buffer) => { errors += text.toString() })
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})

/** Triples or quads that a store counts. */
function sizeOf(text: string, format: string): number {
  const store = new Store()
  store.load(text, { format })
  return store.size
}

describe('query', () => {
  const QUESTION = 'SELECT DISTINCT ?who { ?s a ng:Statement ; schema:creator/rdfs:label ?who } ORDER BY ?who'

  it.each(['table', 'json', 'csv', 'tsv'])('answers as %s', async (format) => {
    const { code, stdout } = await newsgraph(['query', QUESTION, graph, '--format', format])
    expect(code).toBe(0)
    expect(stdout).toContain('Maria Zakharova')
  })

  it('knows the supplied questions by name', async () => {
    const { code, stdout } = await newsgraph(['query', 'roles-of-people', graph])
    expect(code).toBe(0)
    expect(stdout).toContain('Foreign Minister')
  })

  it('answers a CONSTRUCT with Turtle', async () => {
    const { stdout } = await newsgraph(['query', 'CONSTRUCT { ?p a schema:Person } { ?p a schema:Person }', graph, '--format', 'turtle'])
    expect(new Parser().parse(stdout).length).toBeGreaterThan(5)
  })
})

describe('explain', () => {
  it('tells what is known about a name, with the words of the article', async () => {
    const { code, stdout } = await newsgraph(['explain', 'Sergey Lavrov', graph])
    expect(code).toBe(0)
    expect(stdout).toContain('Foreign Minister')
    expect(stdout).toContain('always say what we think')
  })

  it('takes prefixed names', async () => {
    expect((await newsgraph(['explain', 'person:sergey-lavrov', graph])).stdout).toContain('Sergey Lavrov')
  })
})

describe('verify', () => {
  it('takes the texts from the articles when the graph has none', async () => {
    const bare = join(folder, 'bare.ttl')
    await newsgraph(['build', SAMPLE, '--no-body', '-o', bare])
    expect(await newsgraph(['verify', bare, '--articles', SAMPLE])).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('export', () => {
  it.each([['graphml', '<graphml'], ['gexf', '<gexf'], ['nq', '<https://'], ['jsonld', '@context'], ['html', '<!doctype html>']])('writes .%s', async (ending, start) => {
    const path = join(folder, `graph.${ending}`)
    expect(await newsgraph(['export', graph, '-o', path])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(path, 'utf8').toLowerCase()).toContain(start)
  })
})

describe('view', () => {
  it('serves the page on loopback until it is stopped', async () => {
    const child = spawn(process.execPath, [CLI, 'view', graph])
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const url = /http:\/\/\S+/.exec(line.toString())?.[0] ?? ''
    expect(new URL(url).hostname).toMatch(/^(?:127\.0\.0\.1|localhost|\[::1\])$/)
    await expect.poll(async () => (await fetch(`${url}part/0`)).text(), { timeout: 30_000 }).toContain('Sergey Lavrov')
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
  })
})
