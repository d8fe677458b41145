import { readFileSync } from 'node:fs'
import * as ort from 'onnxruntime-web/wasm'
import { expect, it } from 'vitest'
import { wordsOf } from '../../../src/analyse/analyse.js'
import type { Scores, WindowInputs, WindowScores } from '../../../src/analyse/engine.js'
import { engineOf, type Runtime } from '../../../src/analyse/engine-native.js'
import { wasmEngine } from '../../../src/analyse/engine-wasm.js'
import { loadFromDisk } from '../../../src/analyse/model-disk.js'
import { readModel } from '../../../src/analyse/model-files.js'
import { networkOf } from '../../../src/analyse/network.js'
import { read } from '../../../src/read/read.js'

/** Heads whose rows are scores of labels, for every word. */
const HEADS = ['upos', 'xpos', 'lemma', 'deprel', 'ner', 'dwie', 'event', 'mention', 'cue', 'source', 'content', 'arc', 'happening', 'title']

it('says of words what ONNX Runtime says, but for the few that small differences decide', async () => {
  const { network, isOptimised, ...files } = await readModel(loadFromDisk())
  ort.env.wasm.numThreads = 1
  const [own, other] = [await wasmEngine(network), await engineOf(ort as unknown as Runtime, network, isOptimised)]
  let same = 0, all = 0
  const compare = (one: Scores, two: Scores): void => {
    expect(one.dims).toEqual(two.dims)
    const [a, b] = [labelsOf(one), labelsOf(two)]
    all += a.length
    same += a.filter((label, i) => label === b[i]).length
  }
  const run = async (inputs: WindowInputs): Promise<WindowScores> => {
    const [one, two] = [await own.run(inputs), await other.run(inputs)]
    expect(Object.keys(one).sort()).toEqual(Object.keys(two).sort())
    for (const head of HEADS) compare(one[head]!, two[head]!)
    return one
  }
  const { scores } = networkOf(files, { name: 'wasm', run })
  const [reading] = await read({ bytes: readFileSync('seeds/000_76f42d9db3e3c83c.txt'), source: 'seed' })
  const { words, sentences } = wordsOf(reading!)
  for await (const _ of scores(words.map(({ text }) => text), sentences)) { /* compared above */ }
  expect(same / all).toBeGreaterThan(0.98)
}, 60_000)

function labelsOf({ data, dims: [rows = 0, labels = 1] }: Scores): number[] {
  return Array.from({ length: rows }, (_, row) => {
    const scores = data.subarray(row * labels, (row + 1) * labels)
    return scores.indexOf(Math.max(...scores))
  })
}
