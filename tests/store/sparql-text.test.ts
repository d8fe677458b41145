import { describe, expect, it } from 'vitest'
import { readSparql } from '../../src/store/sparql-text.js'

describe('A SPARQL text', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'], ['# ASK\nPREFIX select: <http://x#y> BASE <http://z/> construct WHERE { ?s ?p ?o }', 'construct'], ['ask{}', 'ask'], ['DESCRIBE <x>', 'describe'],
    ['INSERT DATA { }', 'update'], ['PREFIX a: <b:> WITH <g> DELETE { } WHERE { }', 'update'], ['LOAD <http://x>', 'update'], ['clear all', 'update'], ['', undefined], ['nonsense', undefined],
    ['"SELECT"', undefined],
  ])('%s is %s', (text, form) => {
    expect(readSparql(text).form).toBe(form)
  })

  it('tells what it declares, whatever stands in comments, IRIs and quotes', () => {
    const text = readSparql('# PREFIX no: <x>\nPREFIX a: <http://x/#PREFIX> prefix : <y>\nSELECT * { ?s ?p "PREFIX b: <z>" }')
    expect([...text.prefixes]).toEqual(['a', ''])
  })

  it('asks other services and chooses its data only where it says so', () => {
    for (const text of ['SELECT * { ?s ?p "SERVICE <x>" }', "SELECT * { ?s ?p '''FROM\n'SERVICE' ''' }", 'SELECT * { ?service a:service <#SERVICE> } # SERVICE FROM', 'SELECT ?from { ?from a:FROM :FROM }']) {
      expect(readSparql(text), text).toMatchObject({ hasService: false, hasDataset: false })
    }
    expect(readSparql('SELECT * { { service silent <x> { } } }').hasService).toBe(true)
    expect(readSparql('SELECT * from named <x> { }').hasDataset).toBe(true)
    expect(readSparql('PREFIX a: <b> SELECT * FROM <x> # FROM <y>\nFROM NAMED a:z { ?s a "FROM <z>" }')).toMatchObject({ datasets: ['<x>', 'a:z'], prologue: 'PREFIX a: <b> ' })
  })

  it.each([
    ['SELECT * { ?s ?p ?o }', 'SELECT * { ?s ?p ?o }\nLIMIT 100\n'],
    ['SELECT * { ?s ?p ?o } # all', 'SELECT * { ?s ?p ?o } # all\nLIMIT 100\n'],
    ['SELECT * { ?s ?p ?o } limit 100000 offset 5', 'SELECT * { ?s ?p ?o } limit 100 offset 5'],
    ['SELECT * { ?s ?p ?o } OFFSET 5 LIMIT 7', 'SELECT * { ?s ?p ?o } OFFSET 5 LIMIT 7'],
    ['SELECT * { { SELECT * { ?s ?p "}" } LIMIT 5 } }', 'SELECT * { { SELECT * { ?s ?p "}" } LIMIT 5 } }\nLIMIT 100\n'],
    ['SELECT (EXISTS { ?a ?b ?c } AS ?x) { ?s ?p ?o } ORDER BY ?limit VALUES ?s { <a> }', 'SELECT (EXISTS { ?a ?b ?c } AS ?x) { ?s ?p ?o } ORDER BY ?limit \nLIMIT 100\nVALUES ?s { <a> }'],
    ['SELECT * { ?s ?p """ a " } "" LIMIT 3""" }', 'SELECT * { ?s ?p """ a " } "" LIMIT 3""" }\nLIMIT 100\n'],
    ['SELECT * { ?s ?p ?o FILTER(?o < 5 && ?o > 3) } HAVING(?o > 7)', 'SELECT * { ?s ?p ?o FILTER(?o < 5 && ?o > 3) } HAVING(?o > 7)\nLIMIT 100\n'],
    ['ASK { ?s ?p ?o }', 'ASK { ?s ?p ?o }'], ['SELECT {', 'SELECT {'], ['SELECT * { ?s ?p ?o } LIMIT GROUP BY ?s', 'SELECT * { ?s ?p ?o } LIMIT GROUP BY ?s\nLIMIT 100\n'],
  ])('%s is limited from outside', (text, limited) => {
    expect(readSparql(text).limitedTo(100)).toBe(limited)
  })
})

describe('A hostile text', () => {
  it.each([
    '"', "'", '"""', "'''", '\\"', '"\\', '<', '<a', '>', 'é', 'a', 'a.', 'a-', ':', 'a:', '1', '1.', '{', '}', '(', '#', '?', '?é', 'PREFIX ', 'prefix  ', ' ', '\n', '\\', '%', '"\n', '"""a', '<<', '\u{1f41f}', 'LIMIT ', '@',
  ])('of %j takes at most in proportion to how often it stands there', (piece) => {
    for (const head of ['', 'SELECT * { ', '"', '"""', '<', 'PREFIX ']) expect(isInProportion(head, piece), head).toBe(true)
  })
})

/** Characters. */
const FEW = 8000
/** Sixteen times the text: where each character is compared with each it takes 256 times as long, which no other work of the machine hides. */
const TIMES = 16
const BETWEEN = 64
/** Milliseconds below which a measure says nothing. */
const NOISE = 4

function isInProportion(head: string, piece: string): boolean {
  const text = (length: number): string => head + piece.repeat(Math.floor(length / piece.length))
  const isSo = (): boolean => workOf(text(FEW * TIMES)) < BETWEEN * Math.max(workOf(text(FEW)), NOISE)
  return isSo() || isSo()
}

/** Milliseconds of processor time, whatever else the machine does. */
function workOf(text: string): number {
  const start = process.cpuUsage()
  readSparql(text).limitedTo(10)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
