import fc from 'fast-check'
import { DataFactory, Parser } from 'n3'
import oxigraph from 'oxigraph'
import { describe, expect, it } from 'vitest'
import { iriOf, sha256Of, textOf, triplesOf } from '../../../src/store/remote/triples.js'

const { namedNode, literal, quad, blankNode } = DataFactory
const s = namedNode('https://example.org/s'), p = namedNode('https://example.org/p')

describe('Triples to send', () => {
  it('bring any text through Turtle and SPARQL as it is, and nothing else with it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 'en', 'zh-hant'), (text, language) => {
      const lines = triplesOf([quad(s, p, literal(text, language))])
      expect(lines).toHaveLength(1)
      expect(lines[0]?.match(/\n/gu)).toHaveLength(1)
      expect(new Parser({ format: 'text/turtle' }).parse(lines.join(''))[0]?.object.equals(literal(text.toWellFormed(), language))).toBe(true)
      const store = new oxigraph.Store()
      store.update(`INSERT DATA { GRAPH <https://example.org/g> { ${lines.join('')} } }`)
      expect(store.size).toBe(1)
      expect(store.match()[0]?.object.value).toBe(text.toWellFormed())
    }), { numRuns: 100 })
  })

  it('have no name that ends early, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const iri = iriOf(`https://example.org/${text}`)
      expect(iri.slice(1, -1)).not.toMatch(/[\u0000-\u0020<>"{}|^`\\]/u)
    }))
    expect(iriOf('https://example.org/a> } ; DROP ALL #')).toBe('<https://example.org/a%3E%20%7D%20;%20DROP%20ALL%20#>')
    expect(iriOf('https://example.org/é/𝒳')).toBe('<https://example.org/é/𝒳>')
  })

  it('are the same lines and the same hash in any order', () => {
    const some = [quad(s, p, literal('b')), quad(s, p, literal('a')), quad(s, p, literal('b'))]
    expect(triplesOf(some)).toEqual(triplesOf(some.toReversed()))
    expect(triplesOf(some)).toHaveLength(2)
    expect(sha256Of(triplesOf(some))).toBe(sha256Of(triplesOf(some.toReversed())))
    expect(sha256Of(triplesOf(some))).not.toBe(sha256Of(triplesOf(some.slice(0, 1))))
  })

  it('have no nodes without names', () => {
    expect(() => triplesOf([quad(blankNode('x'), p, s)])).toThrow('A node without a name (_:x) cannot be pushed')
  })

  it('have half a character replaced, as no transport takes it', () => {
    expect(textOf('a\uD800b')).toBe('"a\uFFFDb"')
  })
})
