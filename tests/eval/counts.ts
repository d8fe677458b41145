/** Right, wrong and missed, as precision, recall and F1. */

export class Counts {
  right = 0
  found = 0
  gold = 0

  /** Adds two sets of keys: what was found and what should have been. Returns what was missed and what is too much. */
  add(found: Iterable<string>, gold: Iterable<string>): { misses: string[]; extras: string[] } {
    const [has, wants] = [new Set(found), new Set(gold)]
    const extras = [...has].filter((key) => !wants.has(key))
    this.right += has.size - extras.length
    this.found += has.size
    this.gold += wants.size
    return { misses: [...wants].filter((key) => !has.has(key)), extras }
  }

  get precision(): number { return this.found === 0 ? 0 : this.right / this.found }
  get recall(): number { return this.gold === 0 ? 0 : this.right / this.gold }
  get f1(): number {
    const sum = this.precision + this.recall
    return sum === 0 ? 0 : 2 * this.precision * this.recall / sum
  }
}

/** "P 81.2 R 79.0" */
export function precisionAndRecall(counts: Counts): string {
  return `P ${(100 * counts.precision).toFixed(1)} R ${(100 * counts.recall).toFixed(1)}`
}
