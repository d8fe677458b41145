import { DataFactory, Parser, type Quad } from 'n3'
import oxigraph from 'oxigraph'
import { canonize } from 'rdf-canonize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BASE, mint, type Kind } from '../../src/map/iri.js'
import { date, decimal, integer, text } from '../../src/map/literals.js'
import { rdfs, schema, skos } from '../../src/map/vocab.js'
import { mediaTypes, parse } from '../../src/store/load.js'
import { formatOf, formats, serialise, type Format } from '../../src/store/write.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'
import { harbourArticles, harbourQuads, harbourText } from '../fixtures/harbour-graph.js'

/** Quads as a sorted list of lines, without their graph where the format has none. */
async function canonical(quads: readonly Quad[], format: Format = 'n-quads'): Promise<string> {
  const hasGraphs = format === 'trig' || format === 'n-quads' || format === 'json-ld'
  const dataset = hasGraphs ? quads : quads.map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object))
  return canonize([...new Set(dataset.map((quad) => JSON.stringify(quad)))].map((json) => revive(json)), { algorithm: 'RDFC-1.0', format: 'application/n-quads' })
}

function revive(json: string): object {
  return JSON.parse(json, (key, value: unknown) => (key === 'language' && value === '' ? undefined : value)) as object
}

const readers: Record<string, (document: string, format: Format) => Quad[] | Promise<Quad[]>> = {
  n3: (document, format) => (format === 'json-ld' ? parse(document, format) : new Parser({ format: mediaTypes[format] }).parse(document)),
  oxigraph: (document, format) => {
    const store = new oxigraph.Store()
    store.load(document, { format: mediaTypes[format] })
    return new Parser({ format: mediaTypes['n-quads'] }).parse(store.dump({ format: mediaTypes['n-quads'] }))
  },
}

describe.each([...formats])('A graph written as %s', (format) => {
  it.each(Object.keys(readers))('is the same when %s reads it', async (reader) => {
    const read = await readers[reader]?.(harbourText(format), format)
    expect(await canonical(read ?? [], format)).toBe(await canonical(harbourQuads(), format))
    expect((await canonical(read ?? [], format)).split('\n').length).toBeGreaterThan(800)
  })

  it('is the same to the byte when made again, and whatever the order of the articles', () => {
    expect(harbourText(format)).toBe(harbourText(format, [radioArticle, courierArticle]))
  })
})

/** Strings that break careless writers. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 }),
  fc.array(fc.constantFrom('"', "'", '\\', '\n', '\r', '\t', '\u0000', '\u0007', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '<', '>', '{', '}', '|', '^', '`', '@en', '^^', '"""', '🐟', '\ud83d', '\udc1f', ' ', '.', ';', '%', '%zz', '#', '<!--', ']]>')).map((parts) => parts.join('')),
)
const kinds = fc.constantFrom<Kind>('person', 'title', 'evidence')
const nodes = fc.tuple(kinds, hostile).map(([kind, local]) => mint(DEFAULT_BASE, kind, local))
const literals = fc.oneof(hostile.map((value) => text(value)), hostile.map((value) => text(value, 'en-GB')), fc.double({ min: 0, max: 1, noNaN: true }).map(decimal), fc.nat().map(integer), hostile.map(date))
const graphs = fc.array(fc.tuple(nodes, fc.constantFrom(rdfs.label, skos.altLabel, schema.text), fc.oneof(literals, nodes)).map(([subject, predicate, object]) =>
  DataFactory.quad(subject, predicate, object, mint(DEFAULT_BASE, 'article', 'a1'))), { minLength: 1, maxLength: 12 })

describe.each(Object.keys(readers))('What %s reads', (reader) => {
  it.each([...formats])('is what was written as %s, however hostile the names and words', async (format) => {
    await fc.assert(fc.asyncProperty(graphs, async (quads) => {
      const document = [...serialise([quads], { format })].join('')
      expect(await canonical(await readers[reader]?.(document, format) ?? [], format)).toBe(await canonical(quads, format))
    }), { numRuns: 60 })
  }, 30_000)
})

describe('Turtle', () => {
  const turtle = harbourText()

  it('names things by prefix and groups what is known of each', () => {
    expect(turtle).toContain('person:mara-lindqvist a schema:Person ;\n    rdfs:label "Mara Lindqvist" ;\n    skos:altLabel "Lindqvist", "Mara Lindqvist" ;\n')
    const articles = [...serialise(harbourArticles().slice(0, -1))].join('')
    expect(articles.match(/<https?:/gu)).toHaveLength(articles.match(/^@prefix/gmu)?.length ?? 0)
  })

  it('writes the article first, then entities, claims and evidence', () => {
    const places = ['\narticle:', '\nrun:', '\nperson:mara-lindqvist a', '\nholding:', '\nstatement:', '\nevent:', '\nrelation:', '\nevidence:'].map((start) => turtle.indexOf(start))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('comes in pieces of about 64 kB', () => {
    const pieces = [...serialise(Array.from({ length: 5 }, () => harbourArticles().flat()))]
    expect(pieces.length).toBeGreaterThan(2)
    for (const piece of pieces.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(64 * 1024)
  })
})

it.each([['a.ttl', 'turtle'], ['b.TRIG', 'trig'], ['c.nt', 'n-triples'], ['d.nq', 'n-quads'], ['e.jsonld', 'json-ld'], ['f.txt', undefined]])('%s asks for %s', (path, format) => {
  expect(formatOf(path)).toBe(format)
})
