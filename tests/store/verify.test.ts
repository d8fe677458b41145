import { DataFactory, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { ng, oa, schema } from '../../src/map/vocab.js'
import { verify } from '../../src/store/verify.js'
import { harbour, harbourArticles, harbourQuads } from '../fixtures/harbour-graph.js'

const quads = harbourQuads()

function replace(predicate: Quad['predicate'], value: string): Quad[] {
  const victim = quads.find((quad) => quad.predicate.equals(predicate))
  return quads.map((quad) => (quad === victim && quad.object.termType === 'Literal'
    ? DataFactory.quad(quad.subject, quad.predicate, DataFactory.literal(value, quad.object.language || quad.object.datatype), quad.graph) : quad))
}

describe('Verifying a graph', () => {
  it('finds every span at its place', () => {
    expect(verify(quads)).toEqual({ spans: 39, mismatches: [] })
  })

  it('takes texts that the graph does not carry from outside, by their hash', () => {
    const bare = harbourArticles(harbour, false).flat()
    expect(verify(bare, harbour.map(({ article }) => article.text)).mismatches).toEqual([])
    expect(verify(bare).mismatches.map(({ message }) => message)).toEqual([expect.stringContaining('is not in the graph'), expect.stringContaining('is not in the graph')])
  })

  it.each([
    [oa.exact, 'other words', /says “other words”, but characters/u],
    [oa.start, '3', /but characters 3 to/u],
    [oa.end, '99999', /but characters/u],
    [oa.start, 'x', /has no position/u],
    [oa.prefix, 'other', /other words around/u],
    [ng.textSha256, '00', /its SHA-256 is [0-9a-f]{64}, the graph says 00/u],
    [schema.articleBody, 'A different text', /is not the one that was read/u],
  ])('lists a wrong %s', (predicate, value, message) => {
    expect(verify(replace(predicate, value)).mismatches.map((mismatch) => mismatch.message).join('\n')).toMatch(message)
  })
})
