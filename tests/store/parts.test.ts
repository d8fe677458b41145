import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataFactory, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { ng, rdf, schema } from '../../src/map/vocab.js'
import { convertRdf } from '../../src/store/convert.js'
import { graphFiles, parse, type GraphFile } from '../../src/store/load.js'
import { nQuad } from '../../src/store/n-quads.js'
import { eachPart, partsOf } from '../../src/store/parts.js'
import { validateParts, loadShapes } from '../../src/store/validate.js'
import { startVerifying } from '../../src/store/verify.js'
import { formats, type Format } from '../../src/store/write.js'
import { harbourQuads, harbourText } from '../fixtures/harbour-graph.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-parts-'))
const endings: Readonly<Record<Format, string>> = { turtle: 'ttl', trig: 'trig', 'n-triples': 'nt', 'n-quads': 'nq', 'json-ld': 'jsonld' }

async function fileOf(name: string, text: string): Promise<GraphFile[]> {
  writeFileSync(join(folder, name), text)
  return graphFiles([join(folder, name)])
}

const written = (format: Format) => fileOf(`graph.${endings[format]}`, harbourText(format))
const line = (quad: Quad) => nQuad(quad, false)
const linesOf = (quads: Iterable<Quad>) => [...new Set(Array.from(quads, line))].toSorted()

/** The quads as another tool might write them: sorted by their text, or back to front. */
const disorders: Readonly<Record<string, (quads: readonly Quad[]) => readonly Quad[]>> = {
  'sorted by their text': (quads) => quads.toSorted((a, b) => (line(a) < line(b) ? -1 : 1)),
  'back to front': (quads) => quads.toReversed(),
  'all types first': (quads) => [...quads.filter(({ predicate }) => predicate.equals(rdf.type)), ...quads.filter(({ predicate }) => !predicate.equals(rdf.type))],
}

describe('The parts of a graph', () => {
  it.each([...formats])('are its articles, as %s has them, with nothing lost', async (format) => {
    const parts: (readonly Quad[])[] = []
    for await (const part of partsOf(await written(format))) parts.push(part)
    expect(parts.map((part) => part.filter(({ object }) => object.equals(ng.Article)).length).filter((articles) => articles > 0)).toEqual([1, 1])
    expect(linesOf(parts.flat())).toEqual(linesOf(harbourQuads()))
  })

  it.each(Object.keys(disorders).flatMap((order) => [[order, 'nq'], [order, 'nt']] as const))('come together again from a file whose quads are %s (.%s)', async (order, ending) => {
    const quads = disorders[order]?.(harbourQuads()) ?? []
    const files = await fileOf(`disorder.${ending}`, quads.map((quad) => nQuad(quad, ending === 'nq')).join(''))
    const parts: (readonly Quad[])[] = []
    for await (const part of partsOf(files)) parts.push(part)
    expect(linesOf(parts.flat())).toEqual(linesOf(harbourQuads()))
    expect(await eachPart(files, () => startVerifying())).toEqual({ spans: 39, mismatches: [] })
    const shapes = await loadShapes()
    expect(await validateParts((begin) => eachPart(files, begin), shapes)).toEqual([])
  }, 30_000)

  it('of two files are those of both', async () => {
    const files = [...await written('turtle'), ...await written('n-quads')]
    expect((await eachPart(files, () => startVerifying())).spans).toBe(2 * 39)
  })
})

describe('A graph in another form', () => {
  it.each([...formats])('says the same, from %s to any', async (from) => {
    for (const to of formats) {
      let text = ''
      for await (const piece of convertRdf(await written(from), to)) text += piece
      expect(linesOf(await parse(text, to)), to).toEqual(linesOf(harbourQuads()))
    }
  })

  it('has its article graphs again when it comes from Turtle', async () => {
    let text = ''
    for await (const piece of convertRdf(await written('turtle'), 'n-quads')) text += piece
    const withGraph = (quads: readonly Quad[]) => [...new Set(quads.map((quad) => nQuad(quad, true)))].toSorted()
    expect(withGraph(await parse(text, 'n-quads'))).toEqual(withGraph(harbourQuads()))
  })
})

describe('A graph whose lines end as on Windows', () => {
  it.each([...formats])('says the same, and its evidence holds, as %s', async (format) => {
    const files = await fileOf(`windows.${endings[format]}`, harbourText(format).replaceAll('\n', '\r\n'))
    expect(readFileSync(files[0]?.path ?? '', 'utf8')).toContain('\r\n')
    expect(await eachPart(files, () => startVerifying())).toEqual({ spans: 39, mismatches: [] })
    const parts: (readonly Quad[])[] = []
    for await (const part of partsOf(files)) parts.push(part)
    expect(linesOf(parts.flat())).toEqual(linesOf(harbourQuads()))
  })
})

describe('Reading', () => {
  it('tells the line of a fault, in every format that has lines', async () => {
    await expect(parse('<a:a> <a:b> <a:c> .\n<a:a> <a:b> "x .\n', 'n-quads', 'x.nq')).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/x\.nq is not valid n-quads.*line 2/u) as string })
    await expect(parse('<a:a> <a:b> <a:c> .\n<a:a> <a:b> .\n', 'turtle', 'x.ttl')).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/line 2/u) as string })
    await expect(parse('{"@context": {"a": "https://example.org/"}, "@graph": [{"@id": "a:b", "a:c": ["d"]}', 'json-ld')).rejects.toMatchObject({ code: 'input', message: expect.stringContaining('ends too early') as string })
  })

  it('takes lines that are not of the plain form', async () => {
    const text = '\ufeff# comment\n<a:a>\t<a:b> <a:\\u00e9> .\n\n_:x <a:b> "\\u00e9\\n"@en-GB <g:g> .\r\n<a:a> <a:b> "1"^^<a:int> . # end\n<a:a> <a:b> _:x .'
    const quads = await parse(text.slice(1), 'n-quads')
    expect(quads.map(({ object }) => object.value.replace(/^.*_x$/u, '_:x'))).toEqual(['a:é', 'é\n', '1', '_:x'])
    expect(quads[1]?.subject.value === quads[3]?.object.value && quads[1]?.graph.value === 'g:g').toBe(true)
  })

  it('takes JSON-LD that newsgraph did not write', async () => {
    const nested = '{"@context": {"s": "https://schema.org/", "name": "s:name"}, "@id": "https://example.org/a", "@type": "s:Person", "name": "Ann", "s:knows": {"@id": "https://example.org/b"}}'
    expect(linesOf(await parse(nested, 'json-ld'))).toHaveLength(3)
    const listed = '{"@context": {"s": "https://schema.org/"}, "@graph": [{"@id": "s:a", "s:n": 1}, {"@id": "s:b", "s:knows": {"@id": "s:c", "s:name": "C"}}]}'
    expect(linesOf(await parse(listed, 'json-ld'))).toHaveLength(3)
  })
})

it('Verifying adds up over the parts of a graph', async () => {
  const [first] = [await parse(harbourText('n-quads'), 'n-quads')]
  const verifier = startVerifying()
  const body = first.filter(({ predicate }) => predicate.equals(schema.articleBody))
  expect(body).toHaveLength(2)
  for (let round = 0; round < 100; round += 1) void verifier.part(first.map((quad) => DataFactory.quad(quad.subject, quad.predicate, quad.object)))
  expect(await verifier.end()).toEqual({ spans: 3900, mismatches: [] })
})
