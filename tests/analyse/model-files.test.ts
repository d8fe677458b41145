import { describe, expect, it } from 'vitest'
import { type Loader, readModel } from '../../src/analyse/model-files.js'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'

const HEADS = ['upos', 'xpos', 'lemma', 'deprel', 'ner', 'dwie', 'event', 'mention', 'cue', 'source', 'content', 'attribution',
  'happening', 'kind', 'standing', 'title', 'flag', 'parts', 'own']
const described = {
  format: 2, window: 254, maxPiecesPerWord: 8, sha256: { 'model.onnx': 'abc' }, temperatures: { ner: 1.5, 'relation-dwie': 2 },
  labels: Object.fromEntries(HEADS.map((head) => [head, ['O', 'B-x', 'I-x']])),
  coref: { distanceEdges: [0, 1], distance: [0, 1, 2], match: [0, 0, 0, 1] },
  relations: { names: ['in', 'CEO'], weight: [[1, 2], [3, 4]], bias: [0, 0], threshold: 0.1 }, same: { distance: [0, 0, 0, 0, 0, 0, 0, 0] },
}
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const loaderOf = (description: unknown): Loader => async (file) =>
  encode(file === 'model.json' ? typeof description === 'string' ? description : JSON.stringify(description) : file === 'vocab.txt' ? '[UNK]\nthe\n' : 'network')

describe('model files', () => {
  it('are read as they are described', async () => {
    const files = await readModel(loaderOf(described))
    expect(files).toMatchObject({ limit: 254, longestWord: 8, isOptimised: false, name: 'newsgraph-en format 2 sha256:abc' })
    expect([...files.relations.weights]).toEqual([1, 2, 3, 4])
    expect(files.relations.temperatures).toEqual([2, 1])
    expect(files.vocabulary.get('the')).toBe(1)
  })

  it('say whether the network was optimised when it was saved', async () => {
    expect(await readModel(loaderOf({ ...described, optimised: true }))).toMatchObject({ isOptimised: true })
  })

  it.each([
    ['another format', { ...described, format: 1 }], ['no labels', { ...described, labels: {} }], ['a text for a number', { ...described, window: 'x' }],
    ['words for numbers', { ...described, coref: { ...described.coref, match: ['a'] } }], ['no temperatures', { ...described, temperatures: null }], ['no JSON', '{'],
  ])('that are damaged are a problem with the model: %s', async (_, description) => {
    await expect(readModel(loaderOf(description))).rejects.toMatchObject({ name: 'Problem', code: 'model' })
  })

  it('that are missing are a problem with the model', async () => {
    await expect(createAnalyser({ engine: 'wasm', loader: loadFromDisk('/nowhere') })).rejects.toMatchObject({ code: 'model', advice: expect.stringContaining('npm install') as string })
  })

  it('that hold no network are a problem with the model', async () => {
    await expect(createAnalyser({ engine: 'wasm', loader: loaderOf(described) })).rejects.toMatchObject({ code: 'model' })
  })
})
