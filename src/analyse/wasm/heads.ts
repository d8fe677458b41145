/**
 * The states of a window's pieces in, the scores of the heads over its words out. After training/model.py (Heads).
 *
 *   in:  384 numbers for each piece of "Lavrov said it was over"
 *   out: upos, arc, ner, cue, …: a row for each word
 */
import type { Scores, WindowInputs } from '../engine.js'
import type { Address } from './kernels.js'
import type { Machine } from './machine.js'
import { pairScores } from './pair-scores.js'
import { table } from './weights.js'

/** Words of other sentences are out of reach as heads. */
const FAR = -10_000

type Outputs = Record<string, Scores>

/** The words of a window: rows of floats, and the same quantised. */
export interface Words { readonly rows: Address; readonly quantised: Address; readonly count: number; readonly width: number }

export function wordsOf(machine: Machine, { states, width, first }: { states: Address; width: number; first: Int32Array }): Words {
  const rows = machine.rows(first.length, width)
  machine.gather(states, first, width, rows)
  return { rows, quantised: machine.quantised({ rows, count: first.length, length: width }), count: first.length, width }
}

export function heads(machine: Machine, words: Words, { sentence }: WindowInputs): Outputs {
  const { quantised, count } = words
  return {
    ...tags(machine, 'heads.tags.', words),
    ...machine.briefly(() => tree(machine, words, sentence)),
    attribution: machine.briefly(() => pairScores(machine, {
      row: machine.activated('heads.cue_row', quantised, count), rows: Array.from({ length: count }, (_, i) => i),
      column: machine.activated('heads.cue_column', quantised, count),
      keys: 'heads.cue_bilinear', plain: 'heads.cue_plain', distance: 'heads.cue_distance.weight',
    })),
    ...machine.briefly(() => vectors(machine, words, { inner: 'heads.coref.0', heads: { corefA: 'heads.coref_a', corefB: 'heads.coref_b' }, scaled: 'corefA' })),
    ...machine.briefly(() => vectors(machine, words, { inner: 'heads.relation.0', heads: { relationS: 'heads.relation_s', relationO: 'heads.relation_o' } })),
  }
}

/** Heads of one hidden layer, as many as there are: "heads.tags.upos.0" and ".2". */
export function tags(machine: Machine, prefix: string, { quantised, count }: Words): Outputs {
  const outputs: Outputs = {}
  for (const first of machine.weights.products.keys()) {
    if (!first.startsWith(prefix) || !first.endsWith('.0')) continue
    const head = first.slice(prefix.length, -'.0'.length)
    const last = `${prefix}${head}.2`
    outputs[head] = machine.briefly(() => {
      const inner = machine.quantised(machine.activated(first, quantised, count))
      return machine.scores(last, machine.product(last, inner, count), count)
    })
  }
  return outputs
}

interface VectorHeads { readonly inner: string; readonly heads: Readonly<Record<string, string>>; readonly scaled?: string }

/** Vectors that are compared with each other; one side is divided by the root of their length. */
function vectors(machine: Machine, { quantised, count }: Words, { inner, heads: named, scaled }: VectorHeads): Outputs {
  const hidden = machine.quantised(machine.activated(inner, quantised, count))
  return Object.fromEntries(Object.entries(named).map(([output, name]) => {
    const scores = machine.scores(name, machine.product(name, hidden, count), count)
    return [output, output === scaled ? divided(scores) : scores]
  }))
}

export function divided(scores: Scores): Scores {
  const root = Math.fround(Math.sqrt(scores.dims[1] ?? 1))
  return { dims: scores.dims, data: scores.data.map((value) => value / root) }
}

/** Which word hangs on which, and how. Candidates are the root and all words. */
function tree(machine: Machine, words: Words, sentence: Int32Array): Outputs {
  const { count, width } = words
  const candidates = machine.rows(count + 1, width)
  machine.memory.copy(table(machine.weights, 'root').address, candidates, 4 * width)
  machine.memory.copy(words.rows, candidates + 4 * width, 4 * count * width)
  const quantised = machine.quantised({ rows: candidates, count: count + 1, length: width })
  const arc = arcs(machine, words, quantised, sentence)
  const governors = machine.activated('heads.rel_head', quantised, count + 1).rows
  return { arc, deprel: deprels(machine, words, { governors, heads: highestOf(arc) }) }
}

/** The weights between words and heads have no name of their own but their step's. */
const ARC_WEIGHTS = '/MatMul_quant', REL_WEIGHTS = '/rel_bilinear/MatMul_quant'

function arcs(machine: Machine, { quantised, count }: Words, candidates: Address, sentence: Int32Array): Scores {
  const asking = machine.activated('heads.arc_word', quantised, count)
  const offering = machine.activated('heads.arc_head', candidates, count + 1)
  const asked = machine.product(ARC_WEIGHTS, machine.quantised(asking), count)
  const to = machine.memory.takeFloats(count * (count + 1))
  const { length } = offering
  machine.kernels.compare(asked, count, offering.rows, count + 1, length, length ** -0.5, to, count + 1)
  const data = machine.memory.floats(to, count * (count + 1)).slice()
  for (let word = 0; word < count; word += 1) {
    for (let head = 0; head < count; head += 1) if (sentence[word] !== sentence[head]) data[word * (count + 1) + head + 1]! += FAR
  }
  return { data, dims: [count, count + 1] }
}

/** Column of the highest number in each row, the first of several. */
export function highestOf({ data, dims: [rows = 0, columns = 0] }: Scores): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    let best = 0
    for (let i = 1; i < columns; i += 1) if (data[row * columns + i]! > data[row * columns + best]!) best = i
    return best
  })
}

/** Labels of each word's relation to its head: pair by pair, and of both beside each other. */
function deprels(machine: Machine, { quantised, count }: Words, { governors, heads: of }: { governors: Address; heads: Int32Array }): Scores {
  const dependents = machine.activated('heads.rel_word', quantised, count)
  const size = dependents.length
  const both = machine.rows(count, 2 * size)
  const chosen = machine.rows(count, size)
  machine.gather(governors, of, size, chosen)
  for (let word = 0; word < count; word += 1) {
    machine.memory.copy(dependents.rows + 4 * word * size, both + 8 * word * size, 4 * size)
    machine.memory.copy(chosen + 4 * word * size, both + 8 * word * size + 4 * size, 4 * size)
  }
  const linear = 'heads.rel_linear'
  const scores = machine.scores(linear, machine.product(linear, machine.quantised({ rows: both, count, length: 2 * size }), count), count)
  const mixed = machine.product(REL_WEIGHTS, machine.quantised(dependents), count)
  const labels = scores.dims[1] ?? 0
  const pairs = machine.memory.takeFloats(labels)
  for (let word = 0; word < count; word += 1) {
    machine.kernels.compare(chosen + 4 * word * size, 1, mixed + 4 * word * labels * size, labels, size, 1, pairs, labels)
    const found = machine.memory.floats(pairs, labels)
    for (let label = 0; label < labels; label += 1) scores.data[word * labels + label]! += found[label]!
  }
  return scores
}
