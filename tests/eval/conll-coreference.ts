/** MUC, B³ and CEAFe of clusters, and their mean, as in CoNLL 2012. A cluster is a set of mention keys. */

export type Clusters = readonly ReadonlySet<string>[]

/** Numerators and denominators of recall and precision, summed over documents. */
export class CoreferenceCounts {
  private readonly sums = { muc: [0, 0, 0, 0], b3: [0, 0, 0, 0], ceafe: [0, 0, 0, 0] }

  add(found: Clusters, gold: Clusters): void {
    const parts = {
      muc: [...muc(gold, found), ...muc(found, gold)],
      b3: [...bCubed(gold, found), ...bCubed(found, gold)],
      ceafe: ceafe(found, gold),
    }
    for (const metric of ['muc', 'b3', 'ceafe'] as const) parts[metric].forEach((value, i) => { this.sums[metric][i]! += value })
  }

  f1(metric: 'muc' | 'b3' | 'ceafe'): number {
    const [right = 0, gold = 0, rightFound = 0, found = 0] = this.sums[metric]
    const recall = gold === 0 ? 0 : right / gold
    const precision = found === 0 ? 0 : rightFound / found
    return recall + precision === 0 ? 0 : 2 * recall * precision / (recall + precision)
  }

  get conll(): number { return (this.f1('muc') + this.f1('b3') + this.f1('ceafe')) / 3 }
}

function ownerOf(clusters: Clusters): Map<string, number> {
  return new Map(clusters.flatMap((cluster, number) => [...cluster].map((mention) => [mention, number] as const)))
}

/** Links of the key clusters that the other side keeps. */
function muc(key: Clusters, other: Clusters): [number, number] {
  const owner = ownerOf(other)
  let kept = 0
  let all = 0
  for (const cluster of key) {
    const parts = new Set<number>()
    let alone = 0
    for (const mention of cluster) {
      const number = owner.get(mention)
      if (number === undefined) alone++
      else parts.add(number)
    }
    kept += cluster.size - parts.size - alone
    all += cluster.size - 1
  }
  return [kept, all]
}

function bCubed(key: Clusters, other: Clusters): [number, number] {
  const owner = ownerOf(other)
  let sum = 0
  let all = 0
  for (const cluster of key) {
    const shared = new Map<number, number>()
    for (const mention of cluster) {
      const number = owner.get(mention)
      if (number !== undefined) shared.set(number, (shared.get(number) ?? 0) + 1)
    }
    for (const count of shared.values()) sum += count * count / cluster.size
    all += cluster.size
  }
  return [sum, all]
}

/** The best one-to-one assignment of clusters by φ4. */
function ceafe(found: Clusters, gold: Clusters): number[] {
  const owner = ownerOf(gold)
  const shares = found.map((cluster) => {
    const shared = new Map<number, number>()
    for (const mention of cluster) {
      const number = owner.get(mention)
      if (number !== undefined) shared.set(number, (shared.get(number) ?? 0) + 1)
    }
    return new Map([...shared].map(([number, count]) => [number, 2 * count / (cluster.size + (gold[number]?.size ?? 0))]))
  })
  const total = bestAssignment(shares, gold.length)
  return [total, gold.length, total, found.length]
}

/** Largest sum of shares with each row and column used once (Hungarian method; rows and columns padded to a square). */
export function bestAssignment(shares: readonly ReadonlyMap<number, number>[], columns: number): number {
  const n = Math.max(shares.length, columns)
  const cost = (i: number, j: number): number => -(shares[i - 1]?.get(j - 1) ?? 0)
  const rowPrice = new Float64Array(n + 1)
  const columnPrice = new Float64Array(n + 1)
  const rowOf = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i
    const least = new Float64Array(n + 1).fill(Infinity)
    const isUsed = new Uint8Array(n + 1)
    const way = new Int32Array(n + 1)
    let column = 0
    do {
      isUsed[column] = 1
      const row = rowOf[column]!
      let step = Infinity
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (isUsed[j]) continue
        const slack = cost(row, j) - rowPrice[row]! - columnPrice[j]!
        if (slack < least[j]!) { least[j] = slack; way[j] = column }
        if (least[j]! < step) { step = least[j]!; next = j }
      }
      for (let j = 0; j <= n; j++) {
        if (isUsed[j]) { rowPrice[rowOf[j]!]! += step; columnPrice[j]! -= step }
        else least[j]! -= step
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!
  }
  let sum = 0
  for (let j = 1; j <= n; j++) sum -= cost(rowOf[j]!, j)
  return sum
}
