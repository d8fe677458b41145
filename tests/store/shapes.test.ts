import fc from 'fast-check'
import { DataFactory, Store, type Quad } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { beforeAll, describe, expect, it } from 'vitest'
import { ng, rdf, rdfs, schema, xsd } from '../../src/map/vocab.js'
import { loadShapes, validate, validateParts, type Finding, type Walk } from '../../src/store/validate.js'
import { harbourArticles } from '../fixtures/harbour-graph.js'

/** What a complete implementation of SHACL finds in the whole graph at once. */
async function reference(quads: readonly Quad[]): Promise<string[]> {
  const union = quads.map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object))
  const report = await validator.validate(new Store(union))
  return report.results.map(({ focusNode, message, path, value }) => keyOf({
    node: focusNode?.value ?? '', label: '', message: message.map((one) => one.value).join(' '),
    ...(path?.termType === 'NamedNode' && { path: path.value }), ...(value && { value: value.value }),
  })).filter(unique).toSorted()
}

function keyOf({ node, message, path, value }: Finding): string {
  return JSON.stringify([node, message, path, value])
}

const unique = (key: string, at: number, keys: readonly string[]) => keys.indexOf(key) === at
const keysOf = (findings: readonly Finding[]) => findings.map(keyOf).filter(unique).toSorted()

function walkOver(parts: readonly (readonly Quad[])[]): Walk {
  return async (begin) => {
    const visitor = begin()
    for (const part of parts) await visitor.part(part)
    return visitor.end()
  }
}

let shapes: Quad[] = []
let validator: SHACLValidator
const parts = harbourArticles()
beforeAll(async () => {
  shapes = await loadShapes()
  validator = new SHACLValidator(new Store(shapes))
})

/** A place in the graph, and what is done to the quad there. */
type Damage = readonly [part: number, at: number, kind: 'drop' | 'twice' | 'other' | 'type' | 'strange', other: number]

function damaged(damages: readonly Damage[]): Quad[][] {
  const copies = parts.map((part) => [...part])
  for (const [part, at, kind, other] of damages) {
    const quads = copies[part % copies.length] ?? [], place = at % quads.length
    const quad = quads[place], donor = quads[other % quads.length]
    if (!quad || !donor) continue
    const { subject, predicate, graph, object } = quad
    if (kind === 'drop') quads.splice(place, 1)
    else if (kind === 'twice') quads.push(DataFactory.quad(subject, predicate, donor.object, graph))
    else if (kind === 'other') quads[place] = DataFactory.quad(subject, predicate, donor.object, graph)
    else if (kind === 'strange') quads.push(DataFactory.quad(subject, donor.predicate, donor.object, graph))
    else quads[place] = DataFactory.quad(subject, predicate, object.termType === 'Literal' ? DataFactory.literal(object.value, xsd.date) : ng.Article, graph)
  }
  return copies
}

const damages = fc.array(fc.tuple(fc.nat(10), fc.nat(5000), fc.constantFrom('drop', 'twice', 'other', 'type', 'strange'), fc.nat(5000)), { minLength: 1, maxLength: 5 })

describe('The shapes, checked article by article,', () => {
  it('find in a damaged graph just what a complete implementation of SHACL finds in the whole', async () => {
    await fc.assert(fc.asyncProperty(damages as fc.Arbitrary<Damage[]>, async (made) => {
      const graph = damaged(made)
      const expected = await reference(graph.flat())
      expect(keysOf(await validate(graph.flat(), shapes))).toEqual(expected)
      expect(keysOf(await validateParts(walkOver(graph), shapes))).toEqual(expected)
      expect(keysOf(await validateParts(walkOver(graph.toReversed()), shapes))).toEqual(expected)
    }), { numRuns: 15 })
  }, 300_000)

  it('find nothing where two files describe the same things, and two labels where they differ', async () => {
    expect(await validateParts(walkOver([...parts, ...parts]), shapes)).toEqual([])
    const label = parts.flat().find(({ subject, predicate }) => predicate.equals(rdfs.label) && subject.value.includes('/person/'))
    if (!label) throw new Error('no person')
    const other = [DataFactory.quad(label.subject, rdf.type, schema.Person), DataFactory.quad(label.subject, rdfs.label, DataFactory.literal('Somebody'))]
    expect((await validateParts(walkOver([...parts, other]), shapes)).map(({ message }) => message)).toEqual([expect.stringContaining('one label')])
  }, 60_000)

  it('are refused where they ask what is not understood', async () => {
    const shape = DataFactory.namedNode('https://example.org/shape'), sh = (name: string) => DataFactory.namedNode(`http://www.w3.org/ns/shacl#${name}`)
    await expect(validate([], [DataFactory.quad(shape, sh('targetClass'), ng.Article), DataFactory.quad(shape, sh('sparql'), shape)])).rejects.toThrow('sh:sparql')
  })
})
