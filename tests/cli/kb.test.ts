import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '../../src/newsgraph.js'
import { CLI, newsgraph, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
writeFileSync(at('people.csv'), 'item,itemLabel,kind,prior,title,facts\nQ101,Mara Lindqvist,person,3,Mara_Lindqvist,minister|Atlantis\nQ102,Atlas Works,org,3,Atlas_Works,company\n')
writeFileSync(at('bare.csv'), 'a,b\n1,2\n')
writeFileSync(at('story.txt'), 'PORT ATLAS, March 5 (Echo) - Fisheries Minister Mara Lindqvist said on Tuesday that the port would be closed.\n\nLindqvist told reporters that Atlas Works would repair it.\n')

describe('newsgraph kb', () => {
  it('makes a base from a table, tells what it is, checks and compares it', async () => {
    expect(await newsgraph(['kb', 'build', at('people.csv'), '-o', at('people.kb'), '--columns', 'id=item,label=itemLabel', '--name', 'people', '--licence', 'CC0'])).toMatchObject({ code: 0, stdout: '' })
    expect(await newsgraph(['kb', 'info', at('people.kb')])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^people 1\n.*2 entries.*\nlicence: CC0\nsha256: [0-9a-f]{64}\n$/) })
    expect(await newsgraph(['kb', 'check', at('people.kb')])).toMatchObject({ code: 0, stdout: 'Nothing is wrong: 2 entries and 2 names were read.\n' })
    expect(await newsgraph(['kb', 'diff', at('people.kb'), at('people.kb')])).toMatchObject({ code: 0, stdout: '' })
  })

  it('tells what comes with newsgraph', async () => {
    expect(await newsgraph(['kb', 'info', '--json'])).toMatchObject({ code: 0, stdout: expect.stringContaining('"name":"newsgraph-kb"') })
  })

  it('ends in one line and a code where something is wrong', async () => {
    writeFileSync(at('broken.kb'), readFileSync(at('people.kb')).subarray(0, -20))
    writeFileSync(at('foreign.kb'), 'PK\u0003\u0004')
    for (const [args, code, line] of [
      [['kb', 'info', at('broken.kb')], 3, /is damaged/], [['kb', 'check', at('foreign.kb')], 3, /is no knowledge base/], [['kb', 'info', at('none.kb')], 3, /cannot be read/],
      [['kb', 'build', at('bare.csv'), '-o', at('x.kb')], 3, /has no columns/], [['kb', 'build', at('people.csv'), '-o', at('x.kb'), '--columns', 'what=item'], 2, /does not say what a column is/],
      [['kb', 'build'], 2, /--output/],
    ] as const) {
      const { code: got, stderr } = await newsgraph(args)
      expect([got, stderr.trim().split('\n').length], stderr).toEqual([code, 1])
      expect(stderr).toMatch(line)
    }
  })
})

describe('newsgraph build', () => {
  it('ties names to the bases that it is given, and says why', async () => {
    expect(await newsgraph(['build', at('story.txt'), '--date', '2024-03-05', '--kb', at('people.kb'), '-o', at('story.ttl')])).toMatchObject({ code: 0 })
    expect(readFileSync(at('story.ttl'), 'utf8')).toMatch(/owl:sameAs <http:\/\/www\.wikidata\.org\/entity\/Q101>/)
    expect((await newsgraph(['validate', at('story.ttl')])).code).toBe(0)
    expect((await newsgraph(['verify', at('story.ttl')])).code).toBe(0)
    expect((await newsgraph(['check', at('story.ttl')])).code).toBe(0)
    expect((await newsgraph(['explain', 'Mara Lindqvist', at('story.ttl')])).stdout).toMatch(/linked to: http:\/\/www\.wikidata\.org\/entity\/Q101, http:\/\/dbpedia\.org\/resource\/Mara_Lindqvist, the same; the article's words match: minister\n/)
  })

  it('ties nothing when it is told so, and what people decided before all', async () => {
    writeFileSync(at('decided.csv'), 'name,id\nMara Lindqvist,Q999\n')
    expect((await newsgraph(['build', at('story.txt'), '--no-links'])).stdout).not.toMatch(/owl:sameAs|ng:Link/)
    expect((await newsgraph(['build', at('story.txt'), '--kb', at('people.kb'), '--decisions', at('decided.csv')])).stdout).toMatch(/Q999>/)
  })

  it('stops with one line at a base that is none, and writes nothing', async () => {
    for (const file of ['foreign.kb', 'broken.kb', 'none.kb']) {
      const { code, stdout, stderr } = await newsgraph(['build', at('story.txt'), '--kb', at(file)])
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([3, '', 1])
    }
  })
})

it('writes the graph without links where the base that comes with newsgraph is broken, and says so in a line', async () => {
  const copy = at('copy')
  cpSync(join(CLI, '..'), join(copy, 'dist'), { recursive: true })
  const own = (name: string): string => join(CLI, '..', '..', name)
  for (const name of ['kb', 'node_modules']) mkdirSync(join(copy, name))
  // Nothing that would stand in for it.
  const packages = readdirSync(own('node_modules')).filter((name) => !name.startsWith('.') && !name.startsWith('newsgraph-'))
  for (const name of ['model', 'ontology', 'package.json', ...packages.map((each) => `node_modules/${each}`)]) symlinkSync(own(name), join(copy, name))
  for (const [bytes, why] of [['newsgraph-kb 1\n{"name', /is damaged/], ['newsgraph-kb 7\n', /of format 7/]] as const) {
    writeFileSync(join(copy, 'kb/newsgraph.kb'), bytes)
    const { code, stdout, stderr } = await newsgraph(['build', at('story.txt'), '--date', '2024-03-05'], { cli: join(copy, 'dist/cli.js') })
    expect([code, stderr.trim().split('\n').length, /rdf:type|a schema:Person/.test(stdout), /owl:sameAs/.test(stdout)]).toEqual([8, 1, true, false])
    expect(stderr).toMatch(why)
    expect(stderr).toMatch(/the graph has no links/)
  }
})

it('newsgraph link ties a graph that exists, and leaves links that are there', async () => {
  await newsgraph(['build', at('story.txt'), '--date', '2024-03-05', '--no-links', '-o', at('unlinked.ttl')])
  expect((await newsgraph(['explain', 'Mara Lindqvist', at('unlinked.ttl'), '--kb', at('people.kb')])).stdout).toMatch(/linked to nothing, though of that name are known:\n {4}Q101 Mara Lindqvist \(minister, Atlantis\)\n/)
  expect(await newsgraph(['link', at('unlinked.ttl'), '--kb', at('people.kb'), '-o', at('linked.ttl')])).toMatchObject({ code: 0 })
  expect(readFileSync(at('linked.ttl'), 'utf8')).toMatch(/owl:sameAs <http:\/\/www\.wikidata\.org\/entity\/Q101>/)
  expect((await newsgraph(['validate', at('linked.ttl')])).code).toBe(0)
  await newsgraph(['link', at('linked.ttl'), '--kb', at('people.kb'), '-o', at('again.ttl')])
  expect(readFileSync(at('again.ttl'), 'utf8')).toBe(readFileSync(at('linked.ttl'), 'utf8'))
  writeFileSync(at('never.csv'), 'name,id\nMara Lindqvist,-\n')
  await newsgraph(['link', at('linked.ttl'), '--kb', at('people.kb'), '--decisions', at('never.csv'), '-o', at('undone.ttl')])
  expect(readFileSync(at('undone.ttl'), 'utf8')).not.toMatch(/Q101/)
  expect((await newsgraph(['validate', at('undone.ttl')])).code).toBe(0)
})

describe('newsgraph add', () => {
  const lines = async () => (await newsgraph(['export', at('news'), '--format', 'n-quads'])).stdout

  it('keeps what people decided with the catalogue, for all later builds', async () => {
    writeFileSync(at('links.csv'), 'name,id\nMara Lindqvist,Q999\n')
    expect(await newsgraph(['add', at('story.txt'), '--catalogue', at('news'), '--kb', at('people.kb'), '--decisions', at('links.csv')])).toMatchObject({ code: 0 })
    expect(await lines()).toMatch(/sameAs> <http:\/\/www\.wikidata\.org\/entity\/Q999>/)
    expect((await newsgraph(['rebuild', '--catalogue', at('news'), '--kb', at('people.kb')])).stdout).toMatch(/^0 added, 0 replaced, 1 unchanged/)
    writeFileSync(join(at('news'), 'links.csv'), 'name,id\nMara Lindqvist,-\n')
    expect((await newsgraph(['rebuild', '--catalogue', at('news'), '--kb', at('people.kb')])).stdout).toMatch(/^0 added, 1 replaced, 0 unchanged/)
    expect(await lines()).not.toMatch(/Q999|Q101/)
  })

  it('is told in one line what is wrong with decisions, and leaves the catalogue as it was', async () => {
    const { code, stderr } = await newsgraph(['rebuild', '--catalogue', at('news'), '--decisions', at('bare.csv')])
    expect([code, stderr.trim().split('\n').length]).toEqual([3, 1])
    expect(stderr).toMatch(/no columns of names and ids/)
    expect(readFileSync(join(at('news'), 'links.csv'), 'utf8')).toMatch(/Lindqvist,-/)
  })
})

describe('--reconcile', () => {
  const env = { NEWSGRAPH_CACHE: at('cache') }

  it('asks another newsgraph for what no base knows, and its answers are kept', async () => {
    writeFileSync(at('known.ttl'), '<https://w3id.org/newsgraph/data/person/mara-lindqvist> a <https://schema.org/Person> ; <http://www.w3.org/2000/01/rdf-schema#label> "Mara Lindqvist" .\n')
    const { url, close } = await serve([at('known.ttl')], { port: 0, links: false })
    const build = (output: string) => newsgraph(['build', at('story.txt'), '--date', '2024-03-05', '--base', 'https://news.example/', '--reconcile', `${url}reconcile`, '-o', at(output)], { env })
    expect(await build('first.ttl')).toMatchObject({ code: 0, stderr: '' })
    await close()
    expect(await build('second.ttl')).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(at('first.ttl'), 'utf8')).toMatch(/skos:closeMatch <https:\/\/w3id\.org\/newsgraph\/data\/person\/mara-lindqvist>/)
    expect(readFileSync(at('second.ttl'), 'utf8')).toBe(readFileSync(at('first.ttl'), 'utf8'))
    expect((await newsgraph(['check', at('first.ttl')])).code).toBe(0)
    const { stdout, stderr } = await newsgraph(['link', at('unlinked.ttl'), '--reconcile', `${url}reconcile`], { env })
    expect([stderr, /closeMatch <?\S*mara-lindqvist/.test(stdout)]).toEqual(['', true])
  })

  it('is never required: one line, and the graph is the same as without it', async () => {
    const { code, stdout, stderr } = await newsgraph(['build', at('story.txt'), '--date', '2024-03-05', '--reconcile', 'http://127.0.0.1:9/'], { env })
    expect([code, stderr.trim().split('\n').length]).toEqual([0, 1])
    expect(stderr).toMatch(/cannot be reached .*: the rest is done without it\./)
    expect(stdout).toBe((await newsgraph(['build', at('story.txt'), '--date', '2024-03-05'])).stdout)
    expect((await newsgraph(['build', at('story.txt'), '--reconcile', 'harbour'])).code).toBe(2)
  })
})
