import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, startMerge } from '../../src/merge/merge.js'
import type { ArticleGraph, Entity, RoleHolding } from '../../src/model.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'

type Person = Partial<Entity> & { name: string; title?: string; of?: string }

let count = 0
/** An article of which only entities and roles matter. */
function article(id: string, ...things: Person[]): ArticleGraph {
  const entities = things.map(({ title: _title, of: _of, ...thing }): Entity => {
    const kind = thing.kind ?? 'person'
    return { id: `${kind}/local-${count++}`, kind, names: [thing.name], isUnnamed: false, confidence: 0.9, evidence: [{ start: 0, end: 1 }], ...thing }
  })
  const roles = things.flatMap(({ title, of }, at): RoleHolding[] => {
    const holder = entities[at]?.id
    const place = entities.find(({ name }) => name === of)?.id
    return title && holder ? [{ kind: 'role', id: `r${at}`, holder, title, isFormer: false, confidence: 1, rule: 'r', evidence: [{ start: 0, end: 1 }], ...(place && { of: place }) }] : []
  })
  return { article: { id, source: `${id}.txt`, text: 'x', textSha256: id, authors: [], language: 'en', notes: [] }, entities, roles, statements: [], events: [], relations: [], model: 'm' }
}

/** Graph-wide ids by article id. */
function idsOf(...graphs: ArticleGraph[]): Record<string, string[]> {
  return Object.fromEntries(merge(graphs).articles.map((graph) => [graph.article.id, graph.entities.map(({ id }) => id)]))
}

describe('Merging', () => {
  it('makes one node of a person with the same full name', () => {
    expect(idsOf(article('a', { name: 'Ann Lee' }), article('b', { name: 'Ann Lee' }))).toEqual({ a: ['person/ann-lee'], b: ['person/ann-lee'] })
  })

  it('does not mind honorifics, middle initials, accents and case', () => {
    const ids = idsOf(article('a', { name: 'José Q. Marín' }), article('b', { name: 'Mr José Marín' }), article('c', { name: 'Jose Marin' }))
    expect(new Set(Object.values(ids).flat())).toEqual(new Set(['person/jose-marin']))
  })

  it('knows a person by another full name that one of the articles gives', () => {
    const both = article('a', { name: 'Joseph R. Biden', names: ['Biden', 'Joe Biden', 'Joseph R. Biden'] })
    expect(idsOf(both, article('b', { name: 'Joe Biden' }), article('c', { name: 'Joe Biden' }))).toEqual({ a: ['person/joseph-biden'], b: ['person/joseph-biden'], c: ['person/joseph-biden'] })
    expect(idsOf(both, article('b', { name: 'Joe Biden' }, { name: 'Joseph Biden' })).b).toEqual(['person/joe-biden', 'person/joseph-biden'])
  })

  it.each<[string, Person]>([
    ['a bare surname', { name: 'Lee' }],
    ['a surname with an honorific', { name: 'President Lee' }],
    ['an unnamed person', { name: 'police spokesman', isUnnamed: true }],
    ['an unnamed group', { name: 'two officials', kind: 'group', isUnnamed: true }],
    ['a work without a title', { name: 'report', kind: 'work' }],
    ['a body that every country has', { name: 'Foreign Ministry', kind: 'organization' }],
  ])('keeps %s to its article', (_, thing) => {
    const { a, b } = idsOf(article('a', thing), article('b', thing))
    expect(a?.[0]).toMatch(/-a$/u)
    expect(b?.[0]).toMatch(/-b$/u)
  })

  it('gives a body that every country has to the country that the article names', () => {
    const ministry = (id: string): ArticleGraph => {
      const graph = article(id, { name: 'Foreign Ministry', kind: 'organization' }, { name: 'Norland', kind: 'place', type: 'Country' })
      const [subject = '', object = ''] = graph.entities.map((entity) => entity.id)
      return { ...graph, relations: [{ kind: 'relation', id: 'r', subject, object, predicate: 'partOf', factuality: 'Asserted', isFormer: false, confidence: 1, rule: 'r', evidence: [{ start: 0, end: 1 }] }] }
    }
    expect(idsOf(ministry('a'), ministry('b'))).toEqual({ a: ['organization/foreign-ministry-norland', 'place/norland'], b: ['organization/foreign-ministry-norland', 'place/norland'] })
  })

  it('leads a short name to the long one, if only one thing has it', () => {
    const long = (id: string, name: string) => article(id, { name, kind: 'organization', names: [name, 'NU'] })
    expect(idsOf(long('a', 'Northern Union'), article('b', { name: 'NU', kind: 'organization' })).b).toEqual(['organization/northern-union'])
    expect(idsOf(long('a', 'Northern Union'), long('b', 'Norland University'), article('c', { name: 'NU', kind: 'organization' })).c).toEqual(['organization/nu'])
  })

  it('takes an organisation that is an outlet in another article for an outlet', () => {
    const graph = merge([article('a', { name: 'Radio Sund', kind: 'outlet' }), article('b', { name: 'Radio Sund', kind: 'organization' })])
    expect(graph.articles.map(({ entities }) => [entities[0]?.id, entities[0]?.kind])).toEqual([['outlet/radio-sund', 'outlet'], ['outlet/radio-sund', 'outlet']])
  })

  it('joins two entities of one article that turn out to be the same', () => {
    const { articles } = merge([article('a', { name: 'NU', kind: 'organization' }, { name: 'Northern Union', kind: 'organization', names: ['Northern Union'] }), article('b', { name: 'Northern Union', kind: 'organization', names: ['NU', 'Northern Union'] })])
    expect(articles[0]?.entities).toMatchObject([{ id: 'organization/northern-union', names: ['NU', 'Northern Union'] }])
  })

  it('names a thing alike everywhere: as most articles do', () => {
    const graph = merge([article('a', { name: 'ANN LEE' }), article('b', { name: 'Ann Lee' }), article('c', { name: 'Ann Lee' })])
    expect(graph.articles.map(({ entities }) => entities[0]?.name)).toEqual(['Ann Lee', 'Ann Lee', 'Ann Lee'])
  })

  it('changes the ids in every claim', () => {
    const radio = merge([courierArticle, radioArticle]).articles.find(({ article: { id } }) => id === radioArticle.article.id)
    expect(radio?.roles[0]?.holder).toBe('person/tomas-reyk')
    expect(radio?.statements[0]).toMatchObject({ speakers: ['person/tomas-reyk'], addressees: ['outlet/radio-sund'], about: ['outlet/halden-courier', 'person/viktor-dahl'], medium: 'outlet/radio-sund' })
    expect(radio?.events[0]).toMatchObject({ actors: ['person/viktor-dahl'], places: ['place/halden'] })
  })
})

describe('Namesakes', () => {
  const mayor = article('a', { name: 'Paul Young', title: 'mayor', of: 'Sund' }, { name: 'Sund', kind: 'place' }, { name: 'Ann Lee' })
  const singer = article('b', { name: 'Paul Young', title: 'singer' }, { name: 'Kim Oh' })
  const mayorAgain = article('c', { name: 'Paul Young', title: 'politician', of: 'Sund' }, { name: 'Sund', kind: 'place' })

  it('stay two people if they are different things for different bodies, in different company', () => {
    const ids = idsOf(mayor, singer, mayorAgain)
    expect([ids.a?.[0], ids.b?.[0], ids.c?.[0]]).toEqual(['person/paul-young', 'person/paul-young-b', 'person/paul-young'])
  })

  it('are one if their articles name the same people', () => {
    expect(idsOf(mayor, article('b', { name: 'Paul Young', title: 'singer' }, { name: 'Ann Lee' })).b?.[0]).toBe('person/paul-young')
  })

  it('without a role join the one in whose company they are', () => {
    expect(idsOf(mayor, mayorAgain, singer, article('d', { name: 'Paul Young' }, { name: 'Kim Oh' })).d?.[0]).toBe('person/paul-young-b')
  })

  it('in one article stay apart', () => {
    expect(new Set(idsOf(article('a', { name: 'Paul Young' }, { name: 'Paul Young' })).a).size).toBe(2)
  })

  it('that are a country and a region stay apart', () => {
    const place = (id: string, type?: string) => article(id, { name: 'Georgia', kind: 'place', ...(type && { type }) })
    const ids = idsOf(place('a', 'Country'), place('b', 'AdministrativeArea'), place('c', 'Country'), place('d'))
    expect(ids).toEqual({ a: ['place/georgia'], b: ['place/georgia-b'], c: ['place/georgia'], d: ['place/georgia'] })
  })
})

describe('The order of articles', () => {
  const names = ['Paul Young', 'Ann Lee', 'Lee', 'NU', 'Northern Union']
  const things = fc.record({
    name: fc.constantFrom(...names), kind: fc.constantFrom('person', 'organization', 'outlet', 'place'),
    title: fc.option(fc.constantFrom('mayor', 'singer'), { nil: undefined }), type: fc.option(fc.constantFrom('Country', 'City'), { nil: undefined }),
  }).map(({ name, kind, title, type }): Person => ({ name, kind, ...(title && { title }), ...(type && { type }), names: name === 'Northern Union' ? [name, 'NU'] : [name] }))
  const articles = fc.array(fc.array(things, { maxLength: 4 }), { minLength: 2, maxLength: 6 })
    .map((all) => all.map((those, at) => article(`a${at}`, ...those)))

  it('is of no account', () => {
    fc.assert(fc.property(articles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
      expect(JSON.stringify(merge(shuffled))).toBe(JSON.stringify(merge(all)))
    }))
  })

  it('follows dates, then texts; what was read twice is written once', () => {
    const again = { ...courierArticle, article: { ...courierArticle.article, source: 'zzz' } }
    expect(merge([radioArticle, again, courierArticle, radioArticle]).articles.map(({ article: { date } }) => date)).toEqual(['2021-05-03', '2021-05-05T07:30'])
    const merging = startMerge()
    for (const graph of [radioArticle, courierArticle, radioArticle]) merging.add(graph)
    expect(merging.order()).toEqual([1, 0])
  })

  it('of two texts under one address keeps the same one, wherever each was read', () => {
    const under = (textSha256: string, source: string) => ({ ...courierArticle, article: { ...courierArticle.article, url: 'https://courier.example/1', textSha256, source } })
    const kept = (first: string, second: string) => [[under('b1', first), under('a2', second)], [under('a2', second), under('b1', first)]].map((all) => merge(all).articles.map(({ article }) => article.textSha256))
    expect([...kept('x', 'y'), ...kept('y', 'x')]).toEqual([['a2'], ['a2'], ['a2'], ['a2']])
  })
})
