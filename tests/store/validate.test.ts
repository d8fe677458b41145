import { DataFactory, type NamedNode, type Quad } from 'n3'
import { beforeAll, describe, expect, it } from 'vitest'
import { ng, oa, org, rdf, rdfs, schema, xsd } from '../../src/map/vocab.js'
import { parse } from '../../src/store/load.js'
import { loadShapes, validate } from '../../src/store/validate.js'
import { harbour, harbourArticles, harbourQuads, harbourText } from '../fixtures/harbour-graph.js'

const quads = harbourQuads()
let shapes: Quad[] = []
beforeAll(async () => { shapes = await loadShapes() })

const has = (predicate: NamedNode, object?: NamedNode) => (quad: Quad) => quad.predicate.equals(predicate) && (!object || quad.object.equals(object))
/** The graph without the first triple of a kind, or with its object replaced. */
function damaged(fits: (quad: Quad) => boolean, object?: Quad['object']): Quad[] {
  const victim = quads.find(fits)
  if (!victim) throw new Error('nothing to damage')
  const others = quads.filter((quad) => !quad.equals(victim))
  return object ? [...others, DataFactory.quad(victim.subject, victim.predicate, object, victim.graph)] : others
}
const literal = (value: string, type: NamedNode) => DataFactory.literal(value, type)
const messages = async (graph: Quad[]) => (await validate(graph, shapes)).map(({ message }) => message)

describe('The shapes', () => {
  it('fit a graph as it is written, with and without texts, and each article alone', async () => {
    expect(await validate(quads, shapes)).toEqual([])
    for (const format of ['turtle', 'trig'] as const) expect(await validate(await parse(harbourText(format), format), shapes)).toEqual([])
    expect(await validate(harbourArticles(undefined, false).flat(), shapes)).toEqual([])
    for (const article of harbour) expect(await validate(harbourQuads([article]), shapes)).toEqual([])
  }, 60_000)

  it.each<[string, (quad: Quad) => boolean, Quad['object'] | undefined, RegExp]>([
    ['a node without a label', (quad) => has(rdfs.label)(quad) && quad.subject.value.includes('/statement/'), undefined, /needs one label/u],
    ['a confidence above 1', has(ng.confidence), literal('1.5', xsd.decimal), /from 0 to 1/u],
    ['a confidence that is a string', (quad) => has(ng.confidence)(quad) && quad.subject.value.includes('/event/'), literal('0.5', xsd.string), /xsd:decimal/u],
    ['a statement without a speaker', has(schema.creator), undefined, /needs a speaker/u],
    ['a statement of no form', has(rdf.type, ng.DirectStatement), undefined, /just one of ng:DirectStatement/u],
    ['a speech act that does not exist', has(ng.speechAct), ng.Article, /speech act/u],
    ['a role without a holder', has(org.member), undefined, /held by one person/u],
    ['a claim without a rule', has(ng.rule), undefined, /names the one rule/u],
    ['an event that is neither fact nor fiction', has(ng.factuality), undefined, /one factuality/u],
    ['evidence that ends before it starts', has(oa.end), literal('0', xsd.integer), /starts before it ends/u],
    ['a publication date that is a word', has(schema.datePublished), literal('yesterday', xsd.string), /xsd:date or xsd:dateTime/u],
    ['a hash that is none', has(ng.textSha256), literal('beef', xsd.string), /64 hexadecimal/u],
    ['an outlet of unknown kind', has(ng.outletKind), ng.Article, /kind of an outlet/u],
  ])('find %s', async (_, fits, object, message) => {
    expect((await messages(damaged(fits, object))).join('\n')).toMatch(message)
  }, 60_000)

  it('find claims without evidence', async () => {
    const bare = quads.filter((quad) => !(quad.predicate.equals(ng.evidence) && /\/(?:holding|statement|event|relation)\//u.test(quad.subject.value)))
    expect((await messages(bare)).filter((message) => message.includes('needs evidence'))).toHaveLength(20)
  }, 60_000)

  it('find a property that claims do not have', async () => {
    const extra = DataFactory.quad(DataFactory.namedNode(quads.find(has(ng.cue))?.subject.value ?? ''), schema.headline, DataFactory.literal('x'))
    expect((await messages([...quads, extra])).join()).toMatch(/no properties but those of statements/u)
  }, 60_000)

  it('tell which node is at fault, and what it says', async () => {
    const [finding] = await validate(damaged(has(ng.confidence), literal('1.5', xsd.decimal)), shapes)
    expect(finding).toMatchObject({ label: 'Mara Lindqvist', path: ng.confidence.value, value: '1.5' })
  }, 60_000)
})
