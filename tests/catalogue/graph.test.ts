import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { partsOf, pushSource } from '../../src/catalogue/graph.js'
import { nQuad } from '../../src/store/n-quads.js'
import { arrival } from './arrival.js'
import { mayor, run, singer, temporaryFolders } from './runs.js'

const folder = temporaryFolders()
const BASE = 'https://w3id.org/newsgraph/data/'

function filled(): string {
  const here = folder()
  run(here, (writer) => writer.add([mayor('a'), arrival('c', [{ name: 'Paula Youngson' }, { name: 'Kim Oh' }])]))
  run(here, (writer) => writer.add([singer('b')]))
  return here
}

const decide = (here: string, line: string) => {
  const path = join(here, 'decisions.txt')
  writeFileSync(path, `${readFileSync(path, 'utf8')}${line}\n`)
}

const lines = (quads: Iterable<Quad>): string[] => Array.from(quads, (quad) => nQuad(quad, false)).sort()
const linesIn = (here: string, graph: string): string[] => lines([...partsOf(here)].flat().filter((quad) => quad.graph.value === `${BASE}graph/${graph}`))

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('The graph of a catalogue', () => {
  it('leads from an id that was given up to the one that took its place', () => {
    const here = filled()
    decide(here, 'merge person:paul-young person:paula-youngson')
    run(here, (writer) => writer.decide())
    const entities = linesIn(here, 'entities').join('')
    expect(entities).toContain(`<${BASE}person/paula-youngson> <http://purl.org/dc/terms/isReplacedBy> <${BASE}person/paul-young> .`)
    expect(entities).toContain(`<${BASE}person/paula-youngson> <http://www.w3.org/2002/07/owl#sameAs> <${BASE}person/paul-young> .`)
    expect(linesIn(here, 'c').join('')).not.toContain('paula-youngson')
  })

  it('goes to a store graph by graph: the same quads as in a file, each thing described once', async () => {
    const here = filled()
    const source = pushSource(here)
    const articles = await all(source.articles())
    expect(articles.map(({ articleId, graph }) => [articleId, graph])).toEqual(['a', 'b', 'c'].map((id) => [id, `${BASE}graph/${id}`]))
    for (const { articleId, quads } of articles) expect(lines(quads())).toEqual(linesIn(here, articleId))
    const entities = await all(source.entities())
    expect(new Set(entities.map(({ entity }) => entity)).size).toBe(entities.length)
    expect(entities.flatMap(({ quads }) => lines(quads())).sort()).toEqual(linesIn(here, 'entities'))
    expect(lines(source.dataset())).toEqual(linesIn(here, 'dataset'))
  })

  it('tells which articles’ graphs differ since a revision', async () => {
    const here = filled()
    const { revision } = pushSource(here)
    expect(await all(pushSource(here).articlesSince(revision))).toEqual([])
    decide(here, 'rename person:kim-oh Kim A. Oh')
    const { articles } = run(here, (writer) => writer.decide())
    run(here, (writer) => writer.add([arrival('d', [{ name: 'Ann Lee' }, { name: 'Mara Lindqvist' }])]))
    const differing = await all(pushSource(here).articlesSince(revision))
    expect(differing.map(({ articleId }) => articleId)).toEqual([...articles, 'd'].sort())
  })

  it('follows decisions that no writer has carried out yet', () => {
    const here = filled()
    decide(here, 'rename person:kim-oh Kim A. Oh')
    expect(linesIn(here, 'entities').join('')).toContain('"Kim A. Oh"')
  })
})
