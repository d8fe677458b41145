import { describe, expect, it } from 'vitest'
import { formatOfStart } from '../../src/store/format-of-text.js'
import { formats } from '../../src/store/write.js'
import { harbourText } from '../fixtures/harbour-graph.js'

describe('The form of a graph', () => {
  it.each(formats)('is known by its beginning, wherever that ends: %s', (format) => {
    const text = harbourText(format)
    for (const end of [text.length, 8000, 7001, 6500]) expect(formatOfStart(text.slice(0, end)), `${end}`).toBe(format)
  })

  it.each([
    ['comments first', '# by hand\n\n# {\n@prefix a: <urn:a> .\na:a a a:b .', 'turtle'], ['braces in strings', '<urn:a> <urn:b> """{ " } \\""" , "{", \'{\' .', 'turtle'],
    ['a brace in a string that is cut', '<urn:a> <urn:b> """ and { then', 'turtle'], ['a graph block', '@prefix g: <urn:g> .\ng:g { g:a g:b "}" }', 'trig'],
    ['a blank node', '[ a <urn:b> ] .', 'turtle'], ['a list of JSON', ' [{"@id": "urn:a"}]', 'json-ld'], ['an empty list', '[]', 'json-ld'], ['nothing', '', 'turtle'],
    ['a quad', '<urn:a> <urn:b> "c"@en <urn:g> .\n', 'n-quads'], ['a triple', '<urn:a> <urn:b> "\\"."^^<urn:t>.', 'n-triples'], ['a triple with a prefix', '<urn:a> a <urn:c> .', 'turtle'],
  ] as const)('is known in odd cases: %s', (_, text, format) => {
    expect(formatOfStart(text)).toBe(format)
  })
})
