/** Which of many places of a name is meant: by what stands behind it, by what else the article names, by what it is called on the map. */
import { describe, expect, it } from 'vitest'
import { linkerOf } from '../../src/link/link.js'
import type { Entity, Extracted, Link, Reference } from '../../src/model.js'
import { article, base, country, entry, region, town } from './bases.js'

const kb = await base(
  country('Q1', 'Atlantis', 'AT', 'Atlantean'), country('Q2', 'Ruritania', 'RU', 'Ruritanian'), country('Q3', 'Lebanan', 'LE', 'Lebanese'),
  region('Q10', 'Northmark', 'AT', 'N', ['Nmk']), region('Q11', 'Southmark', 'AT', 'S'),
  town('Q20', 'Strelsau', 'RU', 'C', 2_000_000, { title: 'Strelsau' }), town('Q21', 'Strelsau', 'AT', 'N', 9000), town('Q22', 'Lebanan', 'AT', 'N', 4000),
  town('Q23', 'Zenda', 'AT', 'S', 30_000), town('Q24', 'Zenda', 'AT', 'N', 20_000),
  entry('Q30', 'Eastmark', { kind: 'place', title: 'Eastmark', facts: ['state', 'Atlantis'], prior: 3 }),
  entry('', 'Ostmark', { kind: 'place', geonames: '930', aliases: ['Eastmark'], sources: 1, situation: { feature: 'A.ADM1', country: 'AT', region: 'E', inhabitants: 0, lat: 1, long: 2 } }),
  entry('Q40', 'Europe', { kind: 'place', title: 'Europe', facts: ['continent'], prior: 5 }),
  entry('Q41', 'European Union', { kind: 'organization', title: 'European_Union', prior: 5 }),
  entry('Q42', 'Castle', { kind: 'place', title: 'Castle', facts: ['palace'], prior: 3 }),
)
const { link } = linkerOf({ bases: [kb] })

/** An article of one sentence: names in it are references of the entities of that name. */
function told(words: string, entities: readonly (Partial<Entity> & { name: string })[], rest: Partial<Extracted> = {}): Extracted {
  const tokens = words.split(' ').map((text, at) => ({ text, lemma: text, upos: 'X', xpos: 'X', head: -1, deprel: 'dep', sentence: 0, start: at, end: at + 1 }))
  const made = article(entities)
  const references = made.entities.flatMap(({ id, name }): Reference[] => tokens.flatMap(({ text }, at) => text === name ? [{ start: at, end: at + 1, head: at, form: 'name' as const, entity: id }] : []))
  return { ...made, tokens, sentences: [{ start: 0, end: tokens.length, block: 0 }], references, ...rest }
}

const place = (name: string, type?: string): Partial<Entity> & { name: string } => ({ name, kind: 'place', ...(type && { type }) })
const targetOf = (links: Readonly<Record<string, readonly Link[]>>, id: string): string | undefined => links[id]?.[0]?.target.replace(/.*\//u, '')

describe('a town of which there are several', () => {
  it('is the one in the region that stands behind its name, also shortened', async () => {
    const [full, short] = [await link(told('police in Strelsau , Northmark said', [place('Strelsau')])), await link(told('STRELSAU , Nmk. – police said', [{ ...place('STRELSAU, Nmk.'), names: ['STRELSAU, Nmk.'] }]))]
    expect([targetOf(full, 'place/0'), targetOf(short, 'place/0')]).toEqual(['Q21', 'Q21'])
  })

  it('is none, where the base knows no such town in that region', async () => {
    expect(targetOf(await link(told('police in Strelsau , Southmark said', [place('Strelsau')])), 'place/0')).toBeUndefined()
  })

  it('is the one in a region that the article names elsewhere, or a body in it', async () => {
    const named = await link(told('in Zenda and all of Northmark', [place('Zenda'), place('Northmark')]))
    const body = await link(told('in Zenda the police came', [place('Zenda'), { name: 'Southmark State Police', kind: 'organization' }]))
    expect([targetOf(named, 'place/0'), targetOf(body, 'place/0')]).toEqual(['Q24', 'Q23'])
  })

  it('is surely the metropolis, unless all else is of where another lies', async () => {
    const [world, local] = [await link(told('in Strelsau', [place('Strelsau')])), await link(told('in Strelsau , said Southmark and Northmark', [place('Strelsau'), place('Southmark'), place('Northmark')]))]
    expect([world['place/0']?.[0]?.predicate, targetOf(world, 'place/0')]).toEqual(['sameAs', 'Q20'])
    expect(local['place/0']?.[0]?.predicate).not.toBe('sameAs')
  })
})

it('does not say for sure that a state is meant where a town of its name lies in the region that the article is about', async () => {
  const links = await link(told('in Lebanan , said Northmark', [place('Lebanan'), place('Northmark')]))
  expect(links['place/0']?.[0]?.predicate).not.toBe('sameAs')
})

it('joins what is known by id alone and by place alone, if the one can be the other', async () => {
  const links = await link(told('in Eastmark in Atlantis', [place('Eastmark'), place('Atlantis', 'Country')]))
  expect(links['place/0']?.map(({ target }) => target)).toEqual(['http://www.wikidata.org/entity/Q30', 'http://dbpedia.org/resource/Eastmark', 'https://sws.geonames.org/930/'])
  expect(links['place/0']?.[0]?.location).toMatchObject({ lat: 1, long: 2, within: 'http://www.wikidata.org/entity/Q1' })
})

it('takes Europe for the continent where it is a place, for the Union where it acts beside it', async () => {
  const union = { name: 'EU', kind: 'organization' as const, names: ['EU'] }
  const [continent, acts, either] = [await link(told('across Europe and in Europe', [place('Europe'), union])), await link(told('now Europe must act', [place('Europe'), union])), await link(told('now Europe must act', [place('Europe')]))]
  expect([targetOf(continent, 'place/0'), targetOf(acts, 'place/0'), targetOf(either, 'place/0')]).toEqual(['Q40', 'Q41', undefined])
  expect(acts['place/0']?.[0]?.predicate).toBe('closeMatch')
})

it('links a house that speaks for a state as the place that it is', async () => {
  const links = await link(told('the Castle said', [{ name: 'Castle', kind: 'organization', standsFor: 'place/1' }, place('Ruritania', 'Country')]))
  expect([links['organization/0']?.[0]?.predicate, targetOf(links, 'organization/0')]).toEqual(['closeMatch', 'Q42'])
})
