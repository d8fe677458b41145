import fc from 'fast-check'
import { DataFactory } from 'n3'
import { expect, it } from 'vitest'
import type { ArticleGraph } from '../../src/model.js'
import { parse } from '../../src/store/load.js'
import { loadShapes, validate } from '../../src/store/validate.js'
import { verify } from '../../src/store/verify.js'
import { courierArticle } from '../fixtures/harbour.js'
import { harbourQuads, harbourText } from '../fixtures/harbour-graph.js'

/** The article with other words in every place that holds words from outside. */
function withWords(words: string): ArticleGraph {
  const { article, entities, roles, events } = courierArticle
  return {
    ...courierArticle,
    article: { ...article, headline: { name: words }, url: words, source: words, publisher: { name: words }, authors: [{ name: words }], language: 'en' },
    entities: entities.map((entity) => ({ ...entity, name: words, names: [words], type: words, outletKind: words })),
    roles: roles.map((role) => ({ ...role, title: words, rule: words })),
    events: events.map((event) => ({ ...event, label: words, startDate: words })),
    model: words,
  }
}

const hostile = fc.oneof(
  fc.constantFrom('"""', '\\', '<script>alert(1)</script>', '> . <x:y> <x:z> "w', 'a\u0000b', '\ud83d', '🐟"', '{|}^`', '%', '..', 'http://[', '\u202e\u2028', "'; DROP TABLE", '@prefix x: <y> .', '\n# comment\n'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
)

it('Whatever words an article is made of, its graph says just that, conforms, and its evidence holds', async () => {
  const shapes = await loadShapes()
  await fc.assert(fc.asyncProperty(hostile, async (words) => {
    const graphs = [withWords(`x${words}`)]
    const quads = harbourQuads(graphs), read = await parse(harbourText('turtle', graphs))
    const lines = (from: typeof quads) => [...new Set(from.map(({ subject, predicate, object }) => JSON.stringify(DataFactory.quad(subject, predicate, object))))].toSorted()
    expect(lines(read)).toEqual(lines(quads))
    expect(verify(read).mismatches).toEqual([])
    const broken = (await validate(read, shapes)).filter(({ message }) => !message.includes('date'))
    expect(broken).toEqual([])
  }), { numRuns: 25 })
}, 120_000)
