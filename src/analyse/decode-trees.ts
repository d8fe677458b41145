/**
 * Scores of every word as head of every other in, one tree a sentence out: "Lavrov ← said → over". Mostly each word's
 * best head already makes a tree; where it does not, the best tree is sought (Chu and Liu 1965, Edmonds 1967) with
 * exactly one root.
 */
import { type Scores, widthOf } from './engine.js'

/** Head of each word of `[start, end)` as a row number; -1 for the root. Column 0 of `arc` is the root, then the words. */
export function bestTree(arc: Scores, start: number, end: number): Int32Array {
  const size = end - start + 1
  const scores = new Float64Array(size * size)
  const width = widthOf(arc)
  for (let d = 1; d < size; d++) {
    const row = (start + d - 1) * width
    scores[d * size] = arc.data[row] ?? 0
    for (let h = 1; h < size; h++) scores[d * size + h] = h === d ? -Infinity : arc.data[row + start + h] ?? 0
  }
  let heads = greedy(scores, size)
  if (!isTree(heads)) heads = singleRooted(scores, size)
  return heads.slice(1).map((head) => head === 0 ? -1 : start + head - 1)
}

function greedy(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1)
  for (let d = 1; d < size; d++) {
    let best = 0
    for (let h = 1; h < size; h++) if ((scores[d * size + h] ?? 0) > (scores[d * size + best] ?? 0)) best = h
    heads[d] = best
  }
  return heads
}

/** One root, and every word reaches it. */
function isTree(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length)
  state[0] = 2
  let roots = 0
  for (let d = 1; d < heads.length; d++) {
    if (heads[d] === 0) roots++
    const path: number[] = []
    let at = d
    while (state[at] === 0) { state[at] = 1; path.push(at); at = heads[at] ?? 0 }
    if (state[at] === 1) return false
    for (const word of path) state[word] = 2
  }
  return roots === 1
}

/** The best tree of those with one root: a root so dear that a second is never worth it. */
function singleRooted(scores: Float64Array, size: number): Int32Array {
  let low = Infinity
  let high = -Infinity
  for (let d = 1; d < size; d++) for (let h = 0; h < size; h++) {
    const score = scores[d * size + h] ?? 0
    if (h === d || score === -Infinity) continue
    low = Math.min(low, score)
    high = Math.max(high, score)
  }
  const priced = scores.slice()
  for (let d = 1; d < size; d++) priced[d * size] = (priced[d * size] ?? 0) - (high - low + 1) * size
  return spanningTree(priced, size)
}

/** Best spanning tree from node 0: contract each cycle of best heads into one node, solve, then open it again. */
function spanningTree(scores: Float64Array, size: number): Int32Array {
  const heads = greedy(scores, size)
  const cycle = cycleIn(heads)
  if (cycle.length === 0) return heads
  const isInCycle = new Uint8Array(size)
  for (const word of cycle) isInCycle[word] = 1
  const kept: number[] = []
  for (let node = 0; node < size; node++) if (isInCycle[node] === 0) kept.push(node)
  return expand(contract(scores, heads, { size, cycle, kept }), heads, { size, cycle, kept })
}

interface Cycle { readonly size: number; readonly cycle: readonly number[]; readonly kept: readonly number[] }
interface Contracted { readonly scores: Float64Array; readonly size: number; readonly enter: Int32Array; readonly leave: Int32Array }

function contract(scores: Float64Array, heads: Int32Array, { size, cycle, kept }: Cycle): Contracted {
  const small = kept.length + 1
  const merged = kept.length
  const result = new Float64Array(small * small).fill(-Infinity)
  const enter = new Int32Array(small)
  const leave = new Int32Array(small)
  for (let i = 0; i < kept.length; i++) {
    const a = kept[i] ?? 0
    for (let j = 0; j < kept.length; j++) if (i !== j) result[i * small + j] = scores[a * size + (kept[j] ?? 0)] ?? 0
    for (const word of cycle) {
      const out = scores[a * size + word] ?? 0
      if (i > 0 && out > (result[i * small + merged] ?? 0)) { result[i * small + merged] = out; leave[i] = word }
      const gain = (scores[word * size + a] ?? 0) - (scores[word * size + (heads[word] ?? 0)] ?? 0)
      if (gain > (result[merged * small + i] ?? 0)) { result[merged * small + i] = gain; enter[i] = word }
    }
  }
  return { scores: result, size: small, enter, leave }
}

function expand(contracted: Contracted, heads: Int32Array, { size, cycle, kept }: Cycle): Int32Array {
  const inner = spanningTree(contracted.scores, contracted.size)
  const merged = kept.length
  const result = new Int32Array(size).fill(-1)
  for (const word of cycle) result[word] = heads[word] ?? 0
  for (let i = 1; i < kept.length; i++) {
    const head = inner[i] ?? 0
    result[kept[i] ?? 0] = head === merged ? contracted.leave[i] ?? 0 : kept[head] ?? 0
  }
  const into = inner[merged] ?? 0
  result[contracted.enter[into] ?? 0] = kept[into] ?? 0
  return result
}

/** The nodes of some cycle, or none. */
function cycleIn(heads: Int32Array): number[] {
  const state = new Int32Array(heads.length)
  for (let d = 1; d < heads.length; d++) {
    let at = d
    while (at > 0 && state[at] === 0) { state[at] = d; at = heads[at] ?? 0 }
    if (at <= 0 || state[at] !== d) continue
    const cycle = [at]
    for (let next = heads[at] ?? 0; next !== at; next = heads[next] ?? 0) cycle.push(next)
    return cycle
  }
  return []
}
