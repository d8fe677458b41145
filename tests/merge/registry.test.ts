import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/merge/digests.js'
import { readRegistry, startRegistry, type Registry } from '../../src/merge/registry.js'
import type { ArticleGraph } from '../../src/model.js'
import { article, body, dated, ordersOf, place, type Named } from './articles.js'

function registryOf(...graphs: ArticleGraph[]): Registry {
  const registry = startRegistry()
  for (const graph of graphs) registry.add(digest(graph))
  return registry
}

/** The id of an article's first entity. */
const idIn = (registry: Registry, id: string, at = 0, kind = 'person'): string => registry.thingOf(id, `${kind}/local-${at}`)?.id ?? 'none'
const isOne = (registry: Registry, kind: string, ...ids: string[]): boolean => new Set(ids.map((id) => idIn(registry, id, 0, kind))).size === 1

const mayor = article('mayor', { name: 'Paul Young', title: 'mayor', of: 'Memphis' }, place('Memphis'))
const singer = article('singer', { name: 'Paul Young', title: 'singer' }, 'Kim Oh')
const mayorAgain = article('mayor2', { name: 'Paul Young', title: 'mayor', of: 'Memphis' }, place('Memphis'), 'Ann Lee')

describe('Two people of one name', () => {
  it.each(ordersOf([mayor, singer, mayorAgain]).map((order) => [order.map((graph) => graph.article.id).join(', '), order] as const))('are two, added as %s', (_, order) => {
    const registry = registryOf(...order)
    expect(idIn(registry, 'mayor')).toBe(idIn(registry, 'mayor2'))
    expect(idIn(registry, 'singer')).not.toBe(idIn(registry, 'mayor'))
  })

  it('keep their ids when the registry is written and read between', () => {
    const first = registryOf(mayor)
    const second = readRegistry(JSON.parse(JSON.stringify(first.toJSON())), [digest(mayor)])
    second.add(digest(singer))
    expect([idIn(first, 'mayor'), idIn(second, 'mayor'), idIn(second, 'singer')]).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-singer'])
  })

  it('are two where they are mayors of two towns', () => {
    const other = article('other', { name: 'Paul Young', title: 'mayor', of: 'Dover' }, place('Dover'))
    expect(isOne(registryOf(mayor, other), 'person', 'mayor', 'other')).toBe(false)
  })

  it('are one where roles may go together', () => {
    const lawyer = article('lawyer', { name: 'Paul Young', title: 'lawyer' })
    expect(isOne(registryOf(mayor, lawyer), 'person', 'mayor', 'lawyer')).toBe(true)
  })
})

/** Two articles of one story, and a third that shares nothing with them. */
const story = (id: string, thing: Named | string) => article(id, thing, 'Ann Lee', body('Northern Union'), place('Sund'))
const elsewhere = (id: string, thing: Named | string) => article(id, thing, 'Kim Oh', place('Dover'))

describe('In one story', () => {
  it.each([
    ['another spelling', 'Sergey Lavrov', 'Sergei Lavrov'], ['a transliteration', 'Volodymyr Zelenskyy', 'Vladimir Zelensky'],
    ['a nickname and a middle initial', 'Joe Biden', 'Joseph R. Biden'], ['initials', 'J. R. Biden', 'Joseph R. Biden'], ['a surname', 'Barack Obama', 'Obama'],
    ['the end of a name', 'Aung San Suu Kyi', 'Suu Kyi'], ['a nickname in quotation marks', 'Vincent “The Chin” Marlo', 'Vincent Marlo'],
  ])('%s is the same person, whichever comes first', (_, one, other) => {
    expect(isOne(registryOf(story('a', one), story('b', other)), 'person', 'a', 'b')).toBe(true)
    expect(isOne(registryOf(story('a', other), story('b', one)), 'person', 'a', 'b')).toBe(true)
  })

  it.each([
    ['the legal form', 'Acme', 'Acme Inc.'], ['a shorter name', 'Acme', 'Acme Computer'], ['legal form and plural', 'Acme Computer', 'Acme Computers Corp.'],
    ['initials', 'SFDA', 'Sund Food and Drug Agency'], ['a name without its town', 'Sund Rovers', 'Rovers'],
  ])('%s makes no other organisation, whichever comes first', (_, one, other) => {
    expect(isOne(registryOf(story('a', body(one)), story('b', body(other))), 'organization', 'a', 'b')).toBe(true)
    expect(isOne(registryOf(story('a', body(other)), story('b', body(one))), 'organization', 'a', 'b')).toBe(true)
  })

  it('a surname in the third article is the one person of that name', () => {
    const registry = registryOf(story('a', 'Barack Obama'), story('b', 'Barack Obama'), story('c', 'Obama'), elsewhere('d', 'Obama'))
    expect([idIn(registry, 'c'), idIn(registry, 'd')]).toEqual(['person/barack-obama', 'person/obama-d'])
  })

  it('a surname that came before the full name is replaced by it', () => {
    const registry = registryOf(story('a', 'Obama'), story('b', 'Barack Obama'))
    expect(idIn(registry, 'a')).toBe('person/barack-obama')
    expect([...registry.replaced()]).toEqual([['person/obama-a', 'person/barack-obama']])
    expect(registry.find('person/obama-a')?.id).toBe('person/barack-obama')
  })

  it('a surname that two people there have is neither', () => {
    const both = article('b', 'Barack Obama', 'Michelle Obama', 'Ann Lee', body('Northern Union'), place('Sund'))
    const registry = registryOf(both, story('c', 'Obama'))
    expect(idIn(registry, 'c')).toBe('person/obama-c')
  })

  it('a surname is no bridge between two people', () => {
    const registry = registryOf(story('a', 'Barack Obama'), story('b', 'Obama'), story('c', 'Michelle Obama'))
    expect([idIn(registry, 'b'), idIn(registry, 'c')]).toEqual(['person/barack-obama', 'person/michelle-obama'])
  })

  it('a part of a body is not the body', () => {
    expect(isOne(registryOf(story('a', body('Acme')), story('b', body('Acme Board of Trustees'))), 'organization', 'a', 'b')).toBe(false)
    expect(isOne(registryOf(story('a', body('Tulane')), story('b', body('Tulane University'))), 'organization', 'a', 'b')).toBe(true)
  })

  it('the ministry is that of the country which another article names', () => {
    const owned: ArticleGraph = { ...story('a', body('Foreign Ministry')), relations: [] }
    const [subject = ''] = owned.entities.map(({ id }) => id)
    const graph: ArticleGraph = {
      ...owned, entities: [...owned.entities, { ...owned.entities[3]!, id: 'place/norland', name: 'Norland', names: ['Norland'], type: 'Country' }],
      relations: [{ kind: 'relation', id: 'r', subject, object: 'place/norland', predicate: 'partOf', factuality: 'Asserted', isFormer: false, confidence: 1, rule: 'r', evidence: [{ start: 0, end: 1 }] }],
    }
    expect(idIn(registryOf(graph, story('b', body('Foreign Ministry'))), 'b', 0, 'organization')).toBe('organization/foreign-ministry-norland')
  })
})

describe('An outlet', () => {
  const outlet = (name: string): Named => ({ name, kind: 'outlet' })

  it('is known by its letters in every story, where they have one meaning', () => {
    for (const [one, other] of [['Sund Welle', 'SW'], ['SW', 'Sund Welle']] as const) {
      expect(isOne(registryOf(story('a', outlet(one)), elsewhere('b', outlet(other))), 'outlet', 'a', 'b')).toBe(true)
    }
    expect(isOne(registryOf(story('a', outlet('Sund Welle')), story('c', outlet('Southern Wire')), elsewhere('b', outlet('SW'))), 'outlet', 'a', 'b')).toBe(false)
    expect(isOne(registryOf(story('a', body('Sund Welle')), elsewhere('b', body('SW'))), 'organization', 'a', 'b')).toBe(false)
  })
})

describe('What stays apart', () => {
  it.each([
    ['names that differ by a letter', 'John Miller', 'John Milner'], ['other middle names', 'George W. Bush', 'George H. W. Bush'],
    ['father and son', 'Hans Falk', 'Hans Falk Jr.'], ['another given name', 'Barack Obama', 'Michelle Obama'],
  ])('%s, even in one story', (_, one, other) => {
    expect(isOne(registryOf(story('a', one), story('b', other)), 'person', 'a', 'b')).toBe(false)
  })

  it.each([['a spelling', 'Sergey Lavrov', 'Sergei Lavrov'], ['a nickname', 'Joe Biden', 'Joseph R. Biden'], ['a surname', 'Obama', 'Barack Obama']])('%s without a story', (_, one, other) => {
    expect(isOne(registryOf(story('a', one), elsewhere('b', other)), 'person', 'a', 'b')).toBe(false)
  })

  it('a surname years later', () => {
    const old = { ...story('a', 'Barack Obama'), article: dated('a', '1996-05-01').article }
    const now = { ...story('b', 'Obama'), article: dated('b', '2024-05-01').article }
    expect(isOne(registryOf(old, now), 'person', 'a', 'b')).toBe(false)
  })

  it('kinds that exclude each other', () => {
    const registry = registryOf(story('a', 'Washington'), story('b', place('Washington')), story('c', body('Washington')))
    expect([idIn(registry, 'a'), idIn(registry, 'b', 0, 'place'), idIn(registry, 'c', 0, 'organization')]).toEqual(['person/washington-a', 'place/washington', 'organization/washington'])
  })

  it('what one article names apart', () => {
    const apart = story('b', 'Sergei Lavrov')
    const both: ArticleGraph = { ...apart, entities: [...apart.entities, { ...apart.entities[0]!, id: 'person/other', name: 'Sergey Lavrov', names: ['Sergey Lavrov'] }] }
    const registry = registryOf(both, story('a', 'Sergey Lavrov'))
    expect(idIn(registry, 'b')).not.toBe(idIn(registry, 'a'))
  })
})

describe('A registry', () => {
  const names = fc.constantFrom('Paul Young', 'Ann Lee', 'Lee', 'Anne Lee', 'A. Lee', 'P. Young', 'Young')
  const graphs = fc.array(fc.uniqueArray(fc.record({ name: names, title: fc.option(fc.constantFrom('mayor', 'singer'), { nil: undefined }) }), { maxLength: 4, selector: ({ name }) => name }), { minLength: 2, maxLength: 8 })
    .map((all) => all.map((things, at) => article(`a${at}`, ...things.map(({ name, title }) => ({ name, ...(title && { title }) })))))
  const idsOf = (registry: Registry, graph: ArticleGraph) => graph.entities.map(({ id }) => registry.thingOf(graph.article.id, id)?.id ?? '')

  it('never renames a thing: an id once given stays or is replaced', () => {
    fc.assert(fc.property(graphs, (all) => {
      const registry = startRegistry()
      const given = new Map<string, string[]>()
      for (const graph of all) {
        registry.add(digest(graph))
        given.set(graph.article.id, idsOf(registry, graph))
        for (const earlier of all.filter(({ article: { id } }) => given.has(id))) {
          const before = given.get(earlier.article.id) ?? []
          expect(idsOf(registry, earlier)).toEqual(before.map((id) => registry.replaced().get(id) ?? id))
        }
      }
    }))
  })

  it('is the same after it was written and read', () => {
    fc.assert(fc.property(graphs, fc.nat({ max: 7 }), (all, cut) => {
      const whole = registryOf(...all)
      const begun = registryOf(...all.slice(0, cut))
      const read = readRegistry(JSON.parse(JSON.stringify(begun.toJSON())), all.slice(0, cut).map(digest).toReversed())
      for (const graph of all.slice(cut)) read.add(digest(graph))
      expect(JSON.stringify(read.toJSON())).toBe(JSON.stringify(whole.toJSON()))
    }))
  })

  it('says what changed', () => {
    const registry = registryOf(story('a', 'Obama'))
    expect(registry.add(digest(story('b', 'Barack Obama')))).toEqual({ articles: ['a', 'b'], entities: ['person/barack-obama', 'person/obama-a'] })
    expect(registry.remove('b')).toEqual({ articles: ['b'], entities: ['person/barack-obama'] })
    expect(registry.remove('b')).toEqual({ articles: [], entities: [] })
  })

  it('describes what the articles that are left say, and knows again what had gone', () => {
    const registry = registryOf(article('a', { name: 'Ann Lee', confidence: 0.8 }), article('b', { name: 'ANN LEE', confidence: 0.9 }), article('c', { name: 'ANN LEE' }))
    expect(registry.thingOf('a', 'person/local-0')).toMatchObject({ name: 'ANN LEE', names: ['ANN LEE', 'Ann Lee'], confidence: 0.9 })
    registry.remove('b')
    registry.remove('c')
    expect(registry.thingOf('a', 'person/local-0')).toEqual({ id: 'person/ann-lee', kind: 'person', name: 'Ann Lee', names: ['Ann Lee'], confidence: 0.8 })
    registry.remove('a')
    expect(registry.find('person/ann-lee')).toBeUndefined()
    registry.add(digest(article('z', 'Ann Lee')))
    expect(idIn(registry, 'z')).toBe('person/ann-lee')
  })

  it('takes a corrected article for the old one', () => {
    const registry = registryOf(story('a', 'Barack Obama'), story('b', 'Obama'))
    registry.add(digest(story('a', 'Barack H. Obama')))
    expect(idIn(registry, 'a')).toBe('person/barack-obama')
    expect(registry.find('person/barack-obama')?.names).toEqual(['Barack H. Obama', 'Obama'])
  })

  it('does not read what a newer version wrote, nor without its digests', () => {
    expect(() => readRegistry({ version: 99 }, [])).toThrow(/newer newsgraph/u)
    expect(() => readRegistry(registryOf(mayor).toJSON(), [])).toThrow(/digest of article mayor/u)
    expect(() => readRegistry([], [])).toThrow(/no registry/u)
  })

  it('keeps of an article a few kilobytes at most', () => {
    const big = article('big', ...Array.from({ length: 40 }, (_, at) => ({ name: `Given${at} Family${at}`, title: 'mayor', of: 'Sund' })), place('Sund'))
    expect(JSON.stringify(digest(big)).length).toBeLessThan(41 * 220)
  })
})
