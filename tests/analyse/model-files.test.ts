import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealOf } from '../../src/analyse/intact.js'
import { type Loader, readModel, readModelName } from '../../src/analyse/model-files.js'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'

const HEADS = ['upos', 'xpos', 'lemma', 'deprel', 'ner', 'dwie', 'event', 'mention', 'cue', 'source', 'content', 'attribution',
  'happening', 'kind', 'standing', 'title', 'flag', 'parts', 'own']
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const contents = { 'model.onnx': 'network', 'vocab.txt': '[UNK]\nthe\n' } as const
const described = {
  format: 4, window: 254, maxPiecesPerWord: 8, sha256: { 'model.onnx': hashOf(contents['model.onnx']), 'vocab.txt': hashOf(contents['vocab.txt']) }, temperatures: { ner: 1.5, 'relation-dwie': 2 },
  labels: Object.fromEntries(HEADS.map((head) => [head, ['O', 'B-x', 'I-x']])),
  coref: { distanceEdges: [0, 1], distance: [0, 1, 2], match: [0, 0, 0, 1] },
  relations: { names: ['in', 'CEO'], weight: [[1, 2], [3, 4]], bias: [0, 0], threshold: 0.1 }, same: { distance: Array(8).fill(0) }, refer: { distance: Array(16).fill(0) },
}
const loaderOf = (description: unknown): Loader => async (file) =>
  encode(file === 'model.json' ? typeof description === 'string' ? description : JSON.stringify(description) : contents[file as keyof typeof contents])

describe('model files', () => {
  it('are read as they are described', async () => {
    const files = await readModel(loaderOf(described))
    expect(files).toMatchObject({ limit: 254, longestWord: 8, isOptimised: false, name: `newsgraph-en format 4 sha256:${hashOf('network')}` })
    await expect(files.intact).resolves.toBeUndefined()
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

describe('the shipped model', () => {
  const FILES = ['model.json', 'model.onnx', 'vocab.txt'] as const
  const shipped = Object.fromEntries(FILES.map((file) => [file, readFileSync(new URL(`../../model/${file}`, import.meta.url))])) as Record<(typeof FILES)[number], Buffer>
  const withFile = (changed: string, bytes: Uint8Array): Loader => async (file) => (file === changed ? bytes : shipped[file as keyof typeof shipped])
  /** What loading it says up to the moment when it would be used. */
  const load = async (loader: Loader): Promise<void> => { await (await readModel(loader)).intact }
  const damaged = { name: 'Problem', code: 'model', advice: expect.stringMatching(/model\//) as string }

  it('is whole, and says so of its description, too', async () => {
    await expect(load(withFile('', shipped['model.json']))).resolves.toBeUndefined()
    expect(sealOf(shipped['model.json'].toString()), 'run training/seal.py model').toBeDefined()
  })

  it.each(FILES)('is refused with one bit of %s changed, wherever it is', async (file) => {
    await fc.assert(fc.asyncProperty(fc.nat(shipped[file].length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const bytes = Buffer.from(shipped[file])
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      await expect(load(withFile(file, bytes))).rejects.toMatchObject(damaged)
    }), { numRuns: file === 'model.onnx' ? 4 : 40 })
  })

  it('is refused with one bit of its own hash changed, or of the words before that', async () => {
    const from = shipped['model.json'].indexOf('"model.json"')
    for (let at = from; at < from + 80; at += 1) for (const bit of [0, 1, 5]) {
      const bytes = Buffer.from(shipped['model.json'])
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      await expect(load(withFile('model.json', bytes)), `byte ${at}`).rejects.toMatchObject({ code: 'model' })
    }
  })

  it.each(FILES)('is refused where %s is cut short', async (file) => {
    for (const part of [0, 0.5, 0.999]) await expect(load(withFile(file, shipped[file].subarray(0, shipped[file].length * part)))).rejects.toMatchObject(damaged)
  })

  it('is not even named where its labels are others than those that were made', async () => {
    const description = JSON.parse(shipped['model.json'].toString()) as { labels: { ner: string[] } }
    description.labels.ner.reverse()
    await expect(readModelName(withFile('model.json', encode(JSON.stringify(description, null, 1))))).rejects.toMatchObject(damaged)
  })

  it('is refused with a changed byte by whoever analyses with it', async () => {
    const bytes = Buffer.from(shipped['model.onnx'])
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await expect(createAnalyser({ engine: 'wasm', loader: withFile('model.onnx', bytes) })).rejects.toMatchObject({ ...damaged, message: expect.stringContaining('model.onnx is damaged') as string })
  })
})
