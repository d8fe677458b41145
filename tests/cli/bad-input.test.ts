import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newsgraph, SAMPLE, temporaryFolder, type Run } from './run.js'

const folder = temporaryFolder()
const isRoot = process.getuid?.() === 0

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** One line that starts with the program's name, names the place, and shows nothing of the program's inside. */
function expectOneLine({ stderr }: Run, ...mentions: (string | RegExp)[]): void {
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(/^newsgraph: .+\. .+\.$/m)
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d+|undefined|\[object/)
  for (const mention of mentions) expect(stderr).toMatch(mention)
}

describe('an article that cannot be read', () => {
  const sample = readFileSync(SAMPLE, 'utf8')
  const cases: [string, string | Uint8Array, string | RegExp][] = [
    ['empty.txt', '', /empty\.txt/],
    ['blank.txt', ' \n\t\n', /blank\.txt/],
    ['binary.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256), /binary\.txt/],
    ['picture.html', Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex'), /picture\.html/],
    ['huge.txt', sample.repeat(8_000), /huge\.txt/],
    ['french.txt', 'Le ministre des Affaires étrangères a déclaré mercredi que les négociations avec ses homologues européens se poursuivraient la semaine prochaine à Bruxelles, malgré les critiques de plusieurs députés.', /french\.txt.*French|French.*french\.txt|fr\b/],
    ['broken.json', '{"headline": "Ferry boss resigns", "articleBody": ', /broken\.json/],
    ['no-text.json', '{"a": 1}', /no-text\.json/],
    ['empty-page.html', '<!doctype html><html><head><title>Nothing</title></head><body><nav>Home</nav></body></html>', /empty-page\.html/],
  ]
  it.each(cases)('%s: one line, exit code 3, nothing written', async (name, content, mention) => {
    const output = join(folder, `${name}.ttl`)
    const run = await newsgraph(['build', file(name, content), '-o', output])
    expectOneLine(run, mention)
    expect(run.code).toBe(3)
    expect(run.stdout).toBe('')
    expect(existsSync(output)).toBe(false)
  })

  it('a missing file: one line, exit code 3', async () => {
    const run = await newsgraph(['build', join(folder, 'missing.txt')])
    expectOneLine(run, /missing\.txt/)
    expect(run.code).toBe(3)
  })

  it('a pattern that matches nothing: one line, exit code 3', async () => {
    const run = await newsgraph(['build', join(folder, '*.nothing')])
    expectOneLine(run, /\*\.nothing/)
    expect(run.code).toBe(3)
  })

  it.skipIf(isRoot)('an unreadable folder: one line, exit code 3', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0)
    const run = await newsgraph(['build', closed])
    chmodSync(closed, 0o700)
    expectOneLine(run, /closed/)
    expect(run.code).toBe(3)
  })

  it('a name with a line break and colours in it still gives one line', async () => {
    const run = await newsgraph(['build', join(folder, 'no\nsuch\u001B[31mfile.txt')])
    expectOneLine(run)
    expect(run.stderr).not.toContain('\u001B')
  })

  it('never stops the others: the graph is written, exit code 8', async () => {
    const output = join(folder, 'partial.ttl')
    const run = await newsgraph(['build', file('void.txt', ''), SAMPLE, join(folder, 'missing.txt'), '-o', output])
    expect(run.code).toBe(8)
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(2)
    expect(readFileSync(output, 'utf8')).toContain('Sergey Lavrov')
  })

  it('stops everything with --strict: exit code 3, nothing written', async () => {
    const output = join(folder, 'strict.ttl')
    const run = await newsgraph(['build', SAMPLE, file('void.txt', ''), '--strict', '-o', output])
    expectOneLine(run, /void\.txt/)
    expect(run.code).toBe(3)
    expect(existsSync(output)).toBe(false)
  })
})

describe('an odd article that can be read', () => {
  const story = 'Foreign Minister Anna Berg said on Monday that the talks in Oslo had failed. “We tried everything," she told reporters.'
  const cases: [string, string | Uint8Array][] = [
    ['utf-16.txt', Buffer.from(`\uFEFF${story}`, 'utf16le')],
    ['windows-1252.txt', Buffer.from(story.replace('“', '\u0093').replace('Berg', 'B\u00E9rg'), 'latin1')],
    ['no-date.txt', `${story} Nobody was surprised.`],
    ['unbalanced.txt', `“${story} ‘They “never’ answered. "”`],
    ['broken.html', `<html><body><article><h1>Talks fail<p>${story}</b></i><div><p>${story.repeat(3)}<table></article>`],
    ['crlf.txt', `Talks fail\r\n\r\n${story}\r\n`],
    ['emoji.txt', `🇳🇴 ${story} 👩‍👩‍👧 “É\u0301 👍," said Berg.`],
    ['one-line.txt', `${story} `.repeat(40)],
  ]
  const output = join(folder, 'odd.ttl')
  it(`is part of the graph: ${cases.map(([name]) => name).join(', ')}`, async () => {
    expect(await newsgraph(['build', ...cases.map(([name, content]) => file(name, content)), '-o', output])).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(output, 'utf8').match(/a ng:Article/g)).toHaveLength(cases.length)
  })

  it.each(['verify', 'validate'])('gives a graph that passes %s', async (command) => {
    expect(await newsgraph([command, output])).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('an output that cannot be written', () => {
  it('a folder that does not exist: one line, exit code 4', async () => {
    const run = await newsgraph(['build', SAMPLE, '-o', join(folder, 'no', 'such', 'folder.ttl')])
    expectOneLine(run, /folder\.ttl/)
    expect(run.code).toBe(4)
  })

  it('a folder in place of a file: one line, exit code 4, and no temporary file stays behind', async () => {
    const taken = join(folder, 'taken.ttl')
    mkdirSync(taken)
    const before = readdirSync(folder)
    const run = await newsgraph(['build', SAMPLE, '-o', taken])
    expectOneLine(run, /taken\.ttl/)
    expect(run.code).toBe(4)
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('an output that is no file', () => {
  it.skipIf(!existsSync('/dev/full'))('a full device: one line, exit code 4, and the device stays one', async () => {
    const graph = join(folder, 'small.ttl')
    writeFileSync(graph, '<urn:a> <urn:b> <urn:c> .')
    const run = await newsgraph(['export', graph, '--format', 'n-triples', '-o', '/dev/full'])
    expectOneLine(run, /\/dev\/full/)
    expect(run.code).toBe(4)
    expect(statSync('/dev/full').isFile()).toBe(false)
  })

  it('demo in the place of a file: one line, exit code 4', async () => {
    const run = await newsgraph(['demo', '-o', file('in-the-way', 'x')])
    expectOneLine(run, /in-the-way/)
    expect(run.code).toBe(4)
  })
})

describe('a program that is stopped while it writes', () => {
  it('leaves no half file behind', async () => {
    const path = join(folder, 'stopped.ttl')
    const before = readdirSync(folder)
    const script = `process.on('SIGTERM', () => process.exit(143))
      const { writeChunks } = await import(${JSON.stringify(new URL('../../dist/store/files.js', import.meta.url).href)})
      await writeChunks(${JSON.stringify(path)}, (async function* () {
        for (;;) { yield 'x'; console.log('written'); await new Promise((done) => setTimeout(done, 5)) }
      })())`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([143, null])
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('a graph or question that makes no sense', () => {
  const graph = file('graph.ttl', '@prefix schema: <https://schema.org/> . <https://example.org/a> a schema:Person .')

  it('bad SPARQL: one line, exit code 5', async () => {
    const run = await newsgraph(['query', 'SELECT ?x WHERE { ?x', graph])
    expectOneLine(run)
    expect(run.code).toBe(5)
  })

  it('a question file that is missing: one line, exit code 5', async () => {
    const run = await newsgraph(['query', join(folder, 'missing.rq'), graph])
    expectOneLine(run, /missing\.rq/)
    expect(run.code).toBe(5)
  })

  it('a query that takes too long is stopped: one line, exit code 5', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `<urn:a:${at}> <urn:p> <urn:b:${at}> .`).join('\n')
    const run = await newsgraph(['query', 'SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }', file('many.nt', lines), '--timeout', '1'])
    expectOneLine(run)
    expect(run.code).toBe(5)
  })

  it.each(['validate', 'verify', 'export'])('%s of Turtle that does not parse: one line, exit code 3', async (command) => {
    const broken = file('broken.ttl', '@prefix a: <b> . a:c a:d')
    const run = await newsgraph([command, broken, ...(command === 'export' ? ['--html'] : [])])
    expectOneLine(run, /broken\.ttl/)
    expect(run.code).toBe(3)
  })

  it('view of Turtle that does not parse says so in one line below its address, and ends with exit code 3', async () => {
    const run = await newsgraph(['view', file('unended.ttl', '@prefix a: <b> . a:c a:d')])
    expect(run.stdout).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/ [^\n]*\n$/)
    expectOneLine({ ...run, stdout: '' }, /unended\.ttl/)
    expect(run.code).toBe(3)
  })

  it('validate and verify of a missing graph: one line, exit code 3', async () => {
    for (const command of ['validate', 'verify']) {
      const run = await newsgraph([command, join(folder, 'missing.ttl')])
      expectOneLine(run, /missing\.ttl/)
      expect(run.code).toBe(3)
    }
  })

  it('validate tells what does not conform: exit code 1', async () => {
    const run = await newsgraph(['validate', graph])
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/https:\/\/example\.org\/a/)
  })

  it('verify tells what does not match: exit code 1', async () => {
    const output = join(folder, 'tampered.ttl')
    await newsgraph(['build', SAMPLE, '-o', output])
    writeFileSync(output, readFileSync(output, 'utf8').replace('unilateral leaking of such', 'unilateral leeking of such'))
    const run = await newsgraph(['verify', output])
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/do not match/)
  })

  it('explain of a name that is not there: one line, exit code 5', async () => {
    const run = await newsgraph(['explain', 'Nobody Atall', graph])
    expectOneLine(run, /Nobody Atall/)
    expect(run.code).toBe(5)
  })
})

describe('a command line that is not understood', () => {
  it.each([
    [['build']],
    [['build', SAMPLE, '--date', 'yesterday']],
    [['build', SAMPLE, '--date', '2023-02-29']],
    [['build', SAMPLE, '--base', 'not an iri']],
    [['build', SAMPLE, '--min-confidence', '2']],
    [['build', SAMPLE, '--min-confidence', 'high']],
    [['build', SAMPLE, '--format', 'pdf']],
    [['build', SAMPLE, '--engine', 'steam']],
    [['build', SAMPLE, '--workers', '0']],
    [['build', SAMPLE, '--no-such-option']],
    [['query', 'SELECT * {}', SAMPLE, '--timeout', 'soon']],
    [['view', SAMPLE, '--port', '99999']],
    [['export', SAMPLE, '-o', 'graph.docx']],
    [['paint']],
  ])('%j: one line, exit code 2', async (args) => {
    const run = await newsgraph(args)
    expectOneLine(run)
    expect(run.code).toBe(2)
  })
})
