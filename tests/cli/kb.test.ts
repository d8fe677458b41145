import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newsgraph, temporaryFolder } from './run.js'

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
    expect((await newsgraph(['explain', 'Mara Lindqvist', at('story.ttl')])).stdout).toMatch(/linked to: http:\/\/www\.wikidata\.org\/entity\/Q101, the same/)
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

it('newsgraph link ties a graph that exists, and leaves links that are there', async () => {
  await newsgraph(['build', at('story.txt'), '--date', '2024-03-05', '--no-links', '-o', at('unlinked.ttl')])
  expect(await newsgraph(['link', at('unlinked.ttl'), '--kb', at('people.kb'), '-o', at('linked.ttl')])).toMatchObject({ code: 0 })
  expect(readFileSync(at('linked.ttl'), 'utf8')).toMatch(/owl:sameAs <http:\/\/www\.wikidata\.org\/entity\/Q101>/)
  expect((await newsgraph(['validate', at('linked.ttl')])).code).toBe(0)
  await newsgraph(['link', at('linked.ttl'), '--kb', at('people.kb'), '-o', at('again.ttl')])
  expect(readFileSync(at('again.ttl'), 'utf8')).toBe(readFileSync(at('linked.ttl'), 'utf8'))
})
