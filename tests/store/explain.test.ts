import { describe, expect, it } from 'vitest'
import { explain, formatExplanation } from '../../src/store/explain.js'
import { harbourQuads } from '../fixtures/harbour-graph.js'

const quads = harbourQuads()
const nodes = (term: string) => explain(quads, term).map(({ node }) => node.replace('https://w3id.org/newsgraph/data/', ''))

describe('Explaining', () => {
  it.each([
    ['Viktor Dahl', ['person/viktor-dahl']],
    ['viktor dahl', ['person/viktor-dahl']],
    ['Dahl', ['person/viktor-dahl']],
    ['person:viktor-dahl', ['person/viktor-dahl']],
    ['https://w3id.org/newsgraph/data/person/viktor-dahl', ['person/viktor-dahl']],
    ['Salt', ['work/salt-and-iron']],
    ['nobody at all', []],
  ])('finds %s', (term, found) => {
    expect(nodes(term)).toEqual(found)
  })

  it('tells of all that fit', () => {
    expect(nodes('meeting in Halden').length).toBe(2)
  })

  it('tells what is known of a person, and from which words of which article', () => {
    const [explanation] = explain(quads, 'Viktor Dahl')
    expect(explanation?.kinds).toEqual(['person'])
    const facts = explanation?.facts.map(({ relation, value }) => `${relation}: ${value}`)
    expect(facts).toEqual(expect.arrayContaining([
      'holds the role: President of Ostania', 'holds the role: admiral (former)', 'said: Viktor Dahl promised: “not one 🐟 less” would be landed',
      'relation: Dahl’s brother-in-law relative of Viktor Dahl (reported)', 'took part in: meeting in Halden (planned)',
    ]))
    const role = explanation?.facts.find(({ value }) => value === 'President of Ostania')
    expect(role).toMatchObject({ confidence: 0.9, rule: 'title-before-name', passages: [{ exact: 'Ostanian President Viktor Dahl', articleLabel: 'Lindqvist and Dahl meet over harbour', start: 121, end: 151 }] })
  })

  it('reads well', () => {
    const [explanation] = explain(quads, 'Norland')
    expect(explanation && formatExplanation(explanation)).toBe(`Norland (place, country)
  https://w3id.org/newsgraph/data/place/norland
  from:
    Lindqvist and Dahl meet over harbour 76–86: …, 3 May 2021 (Halden Courier) — [Norlandian] Prime Minister Mara Lindqvist m…
  confidence: 0.97
  has the role: Prime Minister: Mara Lindqvist
    0.90, title-before-name · Lindqvist and Dahl meet over harbour 76–116: …, 3 May 2021 (Halden Courier) — [Norlandian Prime Minister Mara Lindqvist] met Ostanian President Viktor D…
  has the role: Foreign Minister: Tomas Reyk
    0.90, title-before-name · Lindqvist and Dahl meet over harbour 426–453: …had paid Dahl’s brother-in-law. [Foreign Minister Tomas Reyk] denied the payment. The film “S…
  relation: Mara Lindqvist head of Norland
    0.90, title · Lindqvist and Dahl meet over harbour 76–116: …, 3 May 2021 (Halden Courier) — [Norlandian Prime Minister Mara Lindqvist] met Ostanian President Viktor D…
`)
  })
})
