/** Clusters from antecedent candidates alone: each mention joins its best antecedent if that beats having none. */
import type { Antecedent } from '../../src/model.js'

/** Cluster number of each mention. */
export function chainsOf(mentions: number, antecedents: readonly Antecedent[]): Int32Array {
  const best = new Map<number, Antecedent>()
  for (const candidate of antecedents) {
    if (candidate.score > 0 && candidate.score > (best.get(candidate.mention)?.score ?? -Infinity)) best.set(candidate.mention, candidate)
  }
  const cluster = new Int32Array(mentions)
  for (let i = 0; i < mentions; i++) {
    const antecedent = best.get(i)?.antecedent
    cluster[i] = antecedent === undefined ? i : cluster[antecedent] ?? i
  }
  return cluster
}
