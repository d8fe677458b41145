import { describe, expect, it } from 'vitest'
import { analyserOf } from '../src/analyse/analyse.js'
import type { Engine, WindowInputs, WindowScores } from '../src/analyse/engine.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { type Head, readModel } from '../src/analyse/model-files.js'
import { networkOf } from '../src/analyse/network.js'
import { kept, build } from '../src/build.js'
import { extract } from '../src/extract/extract.js'
import { graphQuads } from '../src/map/quads.js'
import type { ArticleGraph } from '../src/model.js'
import { read } from '../src/read/read.js'
import { resolve } from '../src/resolve/resolve.js'
import { serialise } from '../src/store/write.js'

const files = await readModel(loadFromDisk())

/**
 * In place of the network, whose work grows with the text by design: scores that depend on each word's pieces alone, so that words come out as
 * names, verbs, cues and events here and there. What is measured is all that is done with them.
 */
const engine: Engine = {
  name: 'wasm',
  async run({ first, pieces }: WindowInputs): Promise<WindowScores> {
    const words = first.length
    const table = (width: number, salt: number) => {
      const data = new Float32Array(words * width)
      for (let word = 0; word < words; word++) {
        const seed = Math.imul((pieces[first[word] ?? 0] ?? 0) + 1, 2_654_435_761) >>> 0
        data[word * width] = 2
        data[word * width + (seed >>> (salt % 13)) % width] = 3
      }
      return { data, dims: [words, width] }
    }
    const heads = Object.entries(files.labels) as [Head, readonly string[]][]
    const vectors = ['corefA', 'corefB', 'relationS', 'relationO', 'sameA', 'sameB'].map((name, at) => [name, table(32, at)] as const)
    const arcs = { data: new Float32Array(words * (words + 1)).map((_, at) => ((at * 7919) % 101) / 10 - Math.abs(at % (words + 1) - Math.floor(at / (words + 1))) / 4), dims: [words, words + 1] }
    return { ...Object.fromEntries([...heads.map(([head, labels], at) => [head, table(labels.length, at)] as const), ...vectors]), arc: arcs }
  },
}
const analyse = analyserOf(networkOf({ ...files, relations: { ...files.relations, weights: new Float32Array(files.relations.names.length * 32) } }, engine))

const word = (at: number, list: string): string => list.split(' ')[at % list.split(' ').length] ?? ''
const name = (at: number): string => `${word(at, 'Anna Paul Lucy Omar Elena Jim')} ${word(at >> 1, 'B D F K L M N P R S T V')}${word(at, 'a e i o u')}${word(at >> 3, 'l m n r s t')}${word(at >> 2, 'do ka me ni')}${word(at >> 5, 'r n k s')}${at}`
  .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
const times = (count: number, make: (at: number) => string, between = ' '): string => Array.from({ length: count }, (_, at) => make(at)).join(between)

/** Texts that grow with a number; of each, about 800 words at 100. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one sentence of names': (size) => `The mayor met ${times(size * 4, name, ', ')}.`,
  'that the man said': (size) => `Anna Berg said ${times(size * 2, () => 'that the man said ')}it was over.`,
  'words without an end': (size) => times(size * 8, (at) => word(at * 7 + (at >> 3), 'bridge river old mayor harbour of the Paris')),
  'spaces': (size) => `The mayor${' '.repeat(size * 500)}said on Monday that it was over.`,
  'line breaks': (size) => `The mayor said so.${'\n'.repeat(size * 200)}She left.`,
  'a paragraph a word': (size) => times(size * 4, (at) => `${name(at)} left.`, '\n\n'),
  'short sentences': (size) => times(size * 2, (at) => `${name(at % 40)} left.`),
  'quotations': (size) => times(size, (at) => `“We will close it,” said ${name(at)}.`),
  'one quotation of many paragraphs': (size) => times(size, () => '“It was the bridge that we wanted.', '\n\n'),
  'quotation marks': (size) => `She said ${'“'.repeat(size * 5)} no.`,
  'quotation marks in turn': (size) => `She said ${'“a” '.repeat(size * 4)} no.`,
  'closing brackets': (size) => `She said so${')'.repeat(size * 20)}. He left.`,
  'full stops': (size) => `She said so${'. '.repeat(size * 8)}He left.`,
  'initials': (size) => `${'A. '.repeat(size * 4)}Berg said it was over.`,
  'hyphens': (size) => `The ${'a-'.repeat(size * 30)}b bridge was closed.`,
  'dots within a word': (size) => `The ${'a.b'.repeat(size * 20)} bridge was closed.`,
  'one long word': (size) => `The ${'abcdefg'.repeat(size * 100)} bridge was closed.`,
  'digits and marks': (size) => `The ${'1,2.3:4-'.repeat(size * 20)} bridge was closed.`,
  'addresses': (size) => times(size * 2, (at) => `https://example.org/${at}/a.b-c_d`),
  'at signs': (size) => `The ${'a@b.'.repeat(size * 20)} bridge was closed.`,
  'one name again and again': (size) => times(size * 2, (at) => `${at % 2 ? 'Paul' : 'Mr'} Denny met Denny.`),
  'namesakes': (size) => times(size * 2, (at) => `${name(at).split(' ')[1]} Berg spoke to Berg.`),
  'ministries': (size) => times(size, (at) => `The ${name(at).split(' ')[1]} Ministry of Trade said that the ministry would close.`),
  'days and dates': (size) => times(size, (at) => `On Monday, ${1 + at % 28} March 2024, they met.`),
  'numbers of the dead': (size) => times(size, (at) => `At least ${at} people were killed and ${at} injured in Paris.`),
  'titles': (size) => times(size, (at) => `Foreign Minister ${name(at)}, president of the bank, resigned.`),
  'he and she': (size) => times(size * 2, (at) => (at % 9 ? 'He said she had left.' : `${name(at)} spoke.`)),
  'according to': (size) => times(size, (at) => `The bridge, according to ${name(at)}, is old.`),
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function timesOf(text: string): Promise<Record<string, number>> {
  const took: Record<string, number> = {}
  const timed = async <Made>(stage: string, act: () => Made | Promise<Made>): Promise<Made> => {
    const start = processorTime()
    const made = await act()
    took[stage] = processorTime() - start
    return made
  }
  const [reading] = await read({ bytes: Buffer.from(text), source: '-', hint: 'text' }, { language: 'en', date: '2024-03-05' })
  if (!reading) throw new Error('nothing was read')
  const analysis = await timed('analyse', () => analyse(reading))
  const resolved = await timed('resolve', () => resolve({ ...reading, ...analysis }))
  const extracted = await timed('extract', () => extract(resolved))
  const shelf: ArticleGraph[] = []
  await timed('merge', async () => [...await build([extracted], 0, { put: (graph) => void shelf.push(graph), get: (at) => shelf[at] ?? kept(extracted, 0) })])
  await timed('write', () => [...serialise(graphQuads(shelf, { base: 'https://example.org/', version: '1' }))].length)
  return took
}

/** The least of what it took: what else the machine does only adds. */
async function leastOf(text: string, rounds: number): Promise<Record<string, number>> {
  const all = [await timesOf(text)]
  for (let round = 1; round < rounds; round++) all.push(await timesOf(text))
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((stage) => [stage, Math.min(...all.map((one) => one[stage] ?? 0))]))
}

/** Below this, in milliseconds, a doubling says nothing. */
const NOISE = 60

describe.each(Object.keys(shapes))('%s', (shape) => {
  it('takes each stage at most twice as long where there are twice as many', async () => {
    const make = shapes[shape] ?? String
    let slow: string[] = []
    // A stage is slow where it is so every time: at growing sizes, and by the least of several tries.
    for (const size of [30, 60, 120]) {
      const [once, twice] = [await leastOf(make(size), 2), await leastOf(make(2 * size), 2)]
      slow = Object.keys(once).filter((stage) => (twice[stage] ?? 0) > NOISE && (twice[stage] ?? 0) / Math.max(once[stage] ?? 0, 1) > 2.5)
        .map((stage) => `${stage}: ${once[stage]?.toFixed()} ms, then ${twice[stage]?.toFixed()} ms at ${2 * size}`)
      if (slow.length === 0) return
    }
    expect(slow).toEqual([])
  })
})
