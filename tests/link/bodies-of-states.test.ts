import { expect, it } from 'vitest'
import { linkerOf } from '../../src/link/link.js'
import { readTitles, writeTitles } from '../../src/link/titles.js'
import { article, base, country, entry } from './bases.js'

const kb = await base(
  country('Q1', 'Atlantis', 'AT', 'Atlantean'), country('Q2', 'Ruritania', 'RU', 'Ruritanian'),
  entry('Q50', 'Atlantis Department of Fish', { kind: 'organization', title: 'Atlantis_Department_of_Fish' }), entry('Q51', 'Supreme Court of Ruritania', { kind: 'organization' }),
)
const titles = readTitles(Buffer.concat(writeTitles(['Ruritania Senate'], { name: 't', version: '1', licence: '', attribution: [] })), 't')
const { link } = linkerOf({ bases: [kb], titles: [titles] })
const state = (name: string, ...names: readonly string[]) => ({ name, kind: 'place' as const, type: 'Country', names: [name, ...names] })
const body = (name: string) => ({ name, kind: 'organization' as const })

it('ties the ministry of a state by its name in full', async () => {
  const links = await link(article([body('Fish Department'), state('Atlantis')]))
  expect(links['organization/0']?.map(({ predicate, target }) => `${predicate} ${target}`)).toEqual(['closeMatch http://www.wikidata.org/entity/Q50', 'closeMatch http://dbpedia.org/resource/Atlantis_Department_of_Fish'])
})

it('takes the state from the name of the body, else from what is said of it', async () => {
  const relation = { kind: 'relation', id: 'r', subject: 'organization/0', object: 'place/2', predicate: 'agencyOf', confidence: 1, rule: 'r', evidence: [{ start: 0, end: 1 }] } as never
  const [named, said, neither] = await Promise.all([
    link(article([body('Ruritanian Supreme Court'), state('Atlantis'), state('Ruritania', 'Ruritanian')])),
    link(article([body('Supreme Court'), state('Atlantis'), state('Ruritania')], { relations: [relation] })),
    link(article([body('Supreme Court'), state('Atlantis'), state('Ruritania')])),
  ])
  expect([named, said, neither].map((links) => links['organization/0']?.[0]?.target)).toEqual(['http://www.wikidata.org/entity/Q51', 'http://www.wikidata.org/entity/Q51', undefined])
})

it('ties to the article of Wikipedia where no base knows the body', async () => {
  const links = await link(article([body('Senate'), state('Ruritania')]))
  expect(links['organization/0']?.[0]).toMatchObject({ predicate: 'closeMatch', target: 'http://dbpedia.org/resource/Ruritania_Senate', rule: 'link-body-of-state' })
})
