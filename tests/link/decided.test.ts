import { expect, it } from 'vitest'
import { parseDecided } from '../../src/link/decided.js'
import { article } from './bases.js'

const one = (name: string, id?: string) => article([{ name, ...(id && { id }) }]).entities[0]!

it.each([
  ['name,id\nParis,Q830149\n', 'Q830149'],
  ['"name","wikidata_id"\r\n"Paris","http://www.wikidata.org/entity/Q830149"\r\n', 'Q830149'],
  ['label\tqid\nparis\tQ830149\n', 'Q830149'],
  ['Note,name,match\n"a, b\nc",PARIS,Q830149\n', 'Q830149'],
  ['name,id\nParis,https://sws.geonames.org/4717560/\n', 'geonames/4717560'],
  ['name;id\nParis;wd:Q830149\n', 'Q830149'],
  ['"name","Wikidata ID"\n"Paris","https://www.wikidata.org/wiki/Q830149"\n', 'Q830149'],
  ['name,id\nParis,https://viaf.org/viaf/123\n', 'https://viaf.org/viaf/123'],
  ['name,id\nParis,Q1\nParis,Q1\n', 'Q1'],
  ['name,id\nParis,-\n', null],
  ['name,id\nLondon,Q84\n', undefined],
  ['name,id\nParis,\n', undefined],
])('understands %j', (text, target) => {
  expect(parseDecided(text, 'd.csv')(one('Paris'))).toBe(target)
})

it('takes an entity by its IRI too', () => {
  const decided = parseDecided('name,id\nhttps://w3id.org/newsgraph/data/place/paris-2,Q1\n', 'd.csv')
  expect([decided(one('Paris', 'place/paris-2')), decided(one('Paris', 'place/paris')), decided(one('Paris', 'https://news.example/place/paris-2'))]).toEqual(['Q1', undefined, 'Q1'])
})

it.each([['name,id\nParis,Berlin\n', /line 2: "Berlin" is no id/], ['name,id,note\nParis,Q1,"a\nb"\nparis,-,\n', /line 4: "paris" is decided otherwise on line 2/], ['a,b\n1,2\n', /no columns of names and ids/], ['', /no columns/]])('says in a line what is wrong with %j', (text, message) => {
  expect(() => parseDecided(text, 'd.csv')).toThrow(message)
})
