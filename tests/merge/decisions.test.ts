import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/merge/decisions.js'
import { digest } from '../../src/merge/digests.js'
import { editClaims } from '../../src/merge/edits.js'
import { readRegistry, startRegistry, type Registry } from '../../src/merge/registry.js'
import { courierArticle } from '../fixtures/harbour.js'
import { article, place } from './articles.js'

const mayor = article('a', { name: 'Paul Young', title: 'mayor', of: 'Sund' }, place('Sund'))
const mayorAgain = article('b', { name: 'Paul Young', title: 'mayor', of: 'Sund' }, place('Sund'))
const singer = article('c', { name: 'Paul Young', title: 'singer' })
const pseudonym = article('d', 'Ann Lee')
const all = [mayor, mayorAgain, singer, pseudonym]

function started(...decisions: Decision[]): Registry {
  const registry = startRegistry()
  for (const graph of all) registry.add(digest(graph))
  registry.decide(decisions)
  return registry
}
const idIn = (registry: Registry, id: string): string => registry.thingOf(id, 'person/local-0')?.id ?? 'none'
const ids = (registry: Registry): string[] => all.map(({ article: { id } }) => idIn(registry, id))

/** Every article read again by a newer model, which numbers its entities otherwise and sees more. */
function readAgain(registry: Registry): void {
  for (const graph of all) {
    const [first, ...others] = graph.entities
    registry.add(digest({ ...graph, entities: [{ ...first!, names: [first!.name, first!.name.toUpperCase()] }, ...others, { ...first!, id: 'person/new', name: `Kim ${graph.article.id.toUpperCase()}oe`, names: [`Kim ${graph.article.id.toUpperCase()}oe`] }] }))
  }
}

describe('A decision', () => {
  const merge: Decision = { decide: 'merge', things: ['person/paul-young-c', 'person/ann-lee'], by: 'ed', why: 'her stage name' }
  const split: Decision = { decide: 'split', thing: 'person/paul-young', articles: ['b'] }

  it('joins two things, and what is joined stays so when every article is read again', () => {
    const registry = started(merge)
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-c', 'person/paul-young-c'])
    expect(registry.replaced().get('person/ann-lee')).toBe('person/paul-young-c')
    readAgain(registry)
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-c', 'person/paul-young-c'])
  })

  it('splits a thing: one part keeps the id, the other has a new one, also when every article is read again', () => {
    const registry = started(split)
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young-b', 'person/paul-young-c', 'person/ann-lee'])
    readAgain(registry)
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young-b', 'person/paul-young-c', 'person/ann-lee'])
  })

  it('takes back another: what was joined by mistake has its id again', () => {
    const registry = started(merge, { decide: 'split', thing: 'person/paul-young-c', articles: ['d'], newId: 'person/ann-lee' })
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-c', 'person/ann-lee'])
    expect([...registry.replaced()]).toEqual([])
    readAgain(registry)
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-c', 'person/ann-lee'])
  })

  it('leaves the id to the larger part', () => {
    const registry = startRegistry()
    for (const id of ['a', 'b', 'c']) registry.add(digest(article(id, 'Ann Lee')))
    registry.decide([{ decide: 'split', thing: 'person/ann-lee', articles: ['a', 'b'], newId: 'person/ann-lee-painter' }])
    expect(['a', 'b', 'c'].map((id) => idIn(registry, id))).toEqual(['person/ann-lee', 'person/ann-lee', 'person/ann-lee-painter'])
  })

  it('gives a thing its label, whatever articles call it, and whatever id it had', () => {
    const registry = started(merge, { decide: 'rename', thing: 'person/ann-lee', label: 'Paul Ann Young' })
    expect(registry.thingOf('c', 'person/local-0')).toMatchObject({ name: 'Paul Ann Young', names: ['Ann Lee', 'Paul Ann Young', 'Paul Young'] })
    readAgain(registry)
    expect(registry.thingOf('d', 'person/local-0')?.name).toBe('Paul Ann Young')
  })

  it('keeps two things apart that a later article would join', () => {
    const story = (id: string, name: string) => article(id, name, 'Kim Oh', place('Sund'), place('Dover'))
    const registry = startRegistry()
    registry.add(digest(story('a', 'Sergey Lavrov')))
    registry.add(digest(article('b', 'Sergei Lavrov')))
    registry.decide([{ decide: 'different', things: ['person/sergey-lavrov', 'person/sergei-lavrov'] }])
    registry.add(digest(story('c', 'Sergei Lavrov')))
    expect(['a', 'b', 'c'].map((id) => idIn(registry, id))).toEqual(['person/sergey-lavrov', 'person/sergei-lavrov', 'person/sergei-lavrov'])
  })

  it('holds though it is taken before the articles come', () => {
    const registry = startRegistry()
    registry.decide([{ decide: 'merge', things: ['person/paul-young', 'person/ann-lee'] }, split, { decide: 'rename', thing: 'person/paul-young', label: 'P. Young' }])
    for (const graph of all) registry.add(digest(graph))
    expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young-b', 'person/paul-young-c', 'person/paul-young'])
    expect(registry.find('person/ann-lee')?.name).toBe('P. Young')
  })

  it('is taken once, and kept in what is written', () => {
    const registry = started(merge, split)
    expect(registry.decide([split, merge])).toEqual({ articles: [], entities: [] })
    const read = readRegistry(JSON.parse(JSON.stringify(registry.toJSON())), all.map(digest))
    expect(read.decide([merge, split])).toEqual({ articles: [], entities: [] })
    readAgain(read)
    expect(ids(read)).toEqual(ids(registry))
  })

  describe('that is taken back', () => {
    const undone = (...decisions: Decision[]): [Registry, Registry] => {
      const registry = started(...decisions)
      registry.decide([])
      return [registry, started()]
    }
    const split2: Decision = { decide: 'split', thing: 'person/paul-young', articles: ['a', 'b'], newId: 'person/p' }

    it.each<[string, Decision[]]>([
      ['merge', [merge]], ['split', [split]], ['split of the larger part', [split2]], ['rename', [{ decide: 'rename', thing: 'person/ann-lee', label: 'Annie' }]],
      ['merge and a split in it', [merge, { decide: 'split', thing: 'person/paul-young-c', articles: ['d'], newId: 'person/ann-lee' }]],
      ['merge and a rename of what was merged', [merge, { decide: 'rename', thing: 'person/ann-lee', label: 'Annie' }]],
    ])('leaves things as they were: %s', (_, decisions) => {
      const [registry, untouched] = undone(...decisions)
      expect(ids(registry)).toEqual(ids(untouched))
      expect(all.map(({ article: { id } }) => registry.thingOf(id, 'person/local-0'))).toEqual(all.map(({ article: { id } }) => untouched.thingOf(id, 'person/local-0')))
      readAgain(registry)
      readAgain(untouched)
      expect(ids(registry)).toEqual(ids(untouched))
    })

    it('changes what it had changed, and leads an id where it led', () => {
      const registry = started(merge)
      expect(registry.decide([])).toEqual({ articles: ['d'], entities: ['person/ann-lee', 'person/paul-young-c'] })
      expect([...registry.replaced()]).toEqual([])
      const renamed = started({ decide: 'rename', thing: 'person/ann-lee', label: 'Annie' }, { decide: 'rename', thing: 'person/ann-lee', label: 'A. Lee' })
      renamed.decide([{ decide: 'rename', thing: 'person/ann-lee', label: 'Annie' }])
      expect(renamed.find('person/ann-lee')?.name).toBe('Annie')
    })

    it('leaves the others: of two merges one stays', () => {
      const other: Decision = { decide: 'merge', things: ['person/paul-young', 'person/paul-young-c'] }
      const registry = started(merge, other)
      registry.decide([other])
      expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young', 'person/ann-lee'])
      registry.decide([other, merge])
      registry.decide([merge])
      expect(ids(registry)).toEqual(['person/paul-young', 'person/paul-young', 'person/paul-young-c', 'person/paul-young-c'])
    })

    it('lets the rules join what was said to be different', () => {
      const story = (id: string, name: string) => article(id, name, 'Kim Oh', place('Sund'), place('Dover'))
      const registry = startRegistry()
      registry.decide([{ decide: 'different', things: ['person/sergey-lavrov', 'person/sergei-lavrov'] }])
      for (const [id, name] of [['a', 'Sergey Lavrov'], ['b', 'Sergei Lavrov']] as const) registry.add(digest(story(id, name)))
      registry.decide([])
      expect(['a', 'b'].map((id) => idIn(registry, id))).toEqual(['person/sergey-lavrov', 'person/sergey-lavrov'])
    })

    it('holds for a registry that was written and read between', () => {
      const registry = started(merge, split)
      const read = readRegistry(JSON.parse(JSON.stringify(registry.toJSON())), all.map(digest))
      read.decide([])
      expect(ids(read)).toEqual(ids(started()))
    })
  })

  it('says what it changes', () => {
    expect(started().decide([merge])).toEqual({ articles: ['d'], entities: ['person/ann-lee', 'person/paul-young-c'] })
    expect(started().decide([split])).toEqual({ articles: ['b'], entities: ['person/paul-young-b'] })
  })
})

describe('A decision on a claim', () => {
  const [statement] = courierArticle.statements
  const [role] = courierArticle.roles

  it('drops it, and what points to it', () => {
    const edited = editClaims(courierArticle, [{ decide: 'drop', article: courierArticle.article.id, claim: statement?.id ?? '' }, { decide: 'drop', article: 'another', claim: role?.id ?? '' }])
    expect(edited.statements.map(({ id }) => id)).toEqual(courierArticle.statements.slice(1).map(({ id }) => id))
    expect(edited.roles).toEqual(courierArticle.roles)
    expect([...edited.statements, ...edited.events, ...edited.relations].flatMap((claim) => ('accordingTo' in claim ? [claim.accordingTo] : []))).not.toContain(statement?.id)
  })

  it('gives it the speaker', () => {
    const edited = editClaims(courierArticle, [{ decide: 'speaker', article: courierArticle.article.id, claim: statement?.id ?? '', speakers: ['person/ann-lee'] }])
    expect(edited.statements[0]?.speakers).toEqual(['person/ann-lee'])
  })

  it('adds a relation with the words that say so, between things that the article names, and nothing where it has not these words', () => {
    const [one, other] = courierArticle.entities.map(({ id }) => id)
    const words = courierArticle.article.text.slice(0, 20)
    const add: Decision = { decide: 'add', article: courierArticle.article.id, subject: one!, predicate: 'allyOf', object: other!, words }
    const { relations } = editClaims(courierArticle, [add])
    expect(relations.at(-1)).toMatchObject({ subject: one, predicate: 'allyOf', object: other, evidence: [{ start: 0, end: 20 }], confidence: 1, rule: 'decided-by-people' })
    for (const wrong of [{ ...add, words: 'no such words' }, { ...add, predicate: 'likes' }, { ...add, object: 'person/nobody' }]) {
      expect(editClaims(courierArticle, [wrong]).relations).toEqual(courierArticle.relations)
    }
  })
})
