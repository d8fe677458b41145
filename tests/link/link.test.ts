import { expect, it } from 'vitest'
import { parseDecided } from '../../src/link/decided.js'
import { linkerOf } from '../../src/link/link.js'
import { readTitles, writeTitles } from '../../src/link/titles.js'
import { SHARED_BY, sharedName } from '../../src/link/surnames.js'
import type { Link } from '../../src/model.js'
import { article, base, country, entry, role, town } from './bases.js'

const kb = await base(
  country('Q1', 'Atlantis', 'AT', 'Atlantean'), country('Q2', 'Ruritania', 'RU', 'Ruritanian'),
  town('Q11', 'Springfield', 'AT', 'N', 160_000), town('Q12', 'Springfield', 'RU', 'S', 120_000),
  entry('Q21', 'Mara Lindqvist', { title: 'Mara_Lindqvist', facts: ['Minister of Fisheries', 'Atlantis'], prior: 2 }),
  entry('Q22', 'Jonas Weld', { to: 1901, prior: 3, title: 'Jonas_Weld' }),
  entry('Q31', 'Atlas Works', { kind: 'organization', title: 'Atlas_Works', facts: ['company', 'Atlantis'], aliases: ['AW'] }),
  entry('Q32', 'The Port Echo', { kind: 'organization', title: 'The_Port_Echo' }),
)
const { link } = linkerOf({ bases: [kb] })
const targets = (links: Readonly<Record<string, readonly Link[]>>, id: string): string[] => (links[id] ?? []).map(({ predicate, target }) => `${predicate} ${target}`)

it('ties a minister to the person of that name and office, and says by which facts', async () => {
  const links = await link(article([{ name: 'Mara Lindqvist' }, { name: 'Atlantis', kind: 'place', type: 'Country' }], { roles: [role('person/0', 'Fisheries Minister', 'place/1')] }))
  expect(targets(links, 'person/0')).toEqual(['sameAs http://www.wikidata.org/entity/Q21', 'sameAs http://dbpedia.org/resource/Mara_Lindqvist'])
  expect(links['person/0']?.[0]).toMatchObject({ rule: 'link-person', namesakes: 0, facts: ['Minister of Fisheries', 'Atlantis'], knowledgeBase: expect.stringMatching(/^small 1 sha256:[0-9a-f]{16}$/) })
})

it('ties a town to the one in the state that the article names, with coordinates and the state', async () => {
  const links = await link(article([{ name: 'Springfield', kind: 'place', type: 'City' }, { name: 'Ruritania', kind: 'place', type: 'Country' }]))
  expect(links['place/0']?.[0]).toMatchObject({ target: 'http://www.wikidata.org/entity/Q12', namesakes: 1, location: { lat: 10.5, long: -20.25, within: 'http://www.wikidata.org/entity/Q2' } })
})

it('ties nobody where two fit alike, nor by a surname', async () => {
  expect(await link(article([{ name: 'Springfield', kind: 'place' }, { name: 'Lindqvist' }]))).toEqual({})
})

it('does not let the dead speak, nor a place be a person', async () => {
  const dated = { date: '2024-03-05', statements: [{ kind: 'statement', speakers: ['person/0'], addressees: [], about: [] }] as never }
  expect(await link(article([{ name: 'Jonas Weld' }, { name: 'Atlas Works', kind: 'place' }], dated))).toEqual({})
})

it('does not take Ruritania for the state when it plays', async () => {
  const words = ['Ruritania', '3', 'Atlantis', '1', 'in', 'the', 'cup', 'match', '.']
  const tokens = words.map((text, at) => ({ text, lemma: text, upos: 'X', xpos: 'X', head: -1, deprel: 'dep', sentence: 0, start: at, end: at + 1 }))
  const playing = { tokens, sentences: [{ start: 0, end: words.length, block: 0 }], references: [{ start: 0, end: 1, head: 0, form: 'name', entity: 'place/0' }, { start: 2, end: 3, head: 2, form: 'name', entity: 'place/1' }] as never }
  expect(await link(article([{ name: 'Ruritania', kind: 'place', type: 'Country' }, { name: 'Atlantis', kind: 'place', type: 'Country' }], playing))).toEqual({})
})

it('ties a name that is only known as a title to that title, and says that it may be so', async () => {
  const titles = readTitles(Buffer.concat(writeTitles(['Vera Holm'], { name: 't', version: '1', licence: '', attribution: [] })), 't')
  const links = await linkerOf({ bases: [kb], titles: [titles] }).link(article([{ name: 'Vera Holm' }, { name: 'Vera Holt' }]))
  expect([targets(links, 'person/0'), targets(links, 'person/1')]).toEqual([['closeMatch http://dbpedia.org/resource/Vera_Holm'], []])
})

it('says that it is that person where few can be called so, and nothing where many are', async () => {
  const list = (names: readonly string[]) => readTitles(Buffer.concat(writeTitles(names, { name: 't', version: '1', licence: '', attribution: [] })), 't')
  const shared = SHARED_BY.flatMap((least) => [sharedName('smith', 'last', least), sharedName('john', 'first', least)])
  const links = await linkerOf({ bases: [kb], titles: [list(['Vera Holm', 'John Smith'])], surnames: list(shared) }).link(article([{ name: 'Vera Holm' }, { name: 'John Smith' }]))
  expect([targets(links, 'person/0'), targets(links, 'person/1')]).toEqual([['sameAs http://dbpedia.org/resource/Vera_Holm'], []])
  expect(links['person/0']?.[0]?.facts).toEqual(['few people can be called so'])
})

it('lets people decide, against every rule', async () => {
  const decided = parseDecided('name,id\nMara Lindqvist,-\nSpringfield,Q11\n', 'd.csv')
  const links = await linkerOf({ bases: [kb], decided }).link(article([{ name: 'Mara Lindqvist' }, { name: 'Springfield', kind: 'place' }]))
  expect([targets(links, 'person/0'), targets(links, 'place/1')[0], links['place/1']?.[0]?.rule]).toEqual([[], 'sameAs http://www.wikidata.org/entity/Q11', 'link-decided'])
})

it('gives the same links whatever the order of the entities', async () => {
  const named = [{ id: 'a', name: 'Mara Lindqvist' }, { id: 'b', name: 'Atlas Works', kind: 'organization' as const }, { id: 'c', name: 'Atlantis', kind: 'place' as const }]
  const [there, back] = [await link(article(named)), await link(article(named.toReversed()))]
  expect(Object.keys(there).toSorted().map((id) => targets(there, id))).toEqual(Object.keys(back).toSorted().map((id) => targets(back, id)))
})
