/**
 * Small orders and groups that merging is made of; all of them the same on every machine, whatever its language.
 */

/** By code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Items by key, in order of first appearance. (`Map.groupBy` needs Node 21.) */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The most frequent word; of equals the longest, then the first in the alphabet. */
export function commonest(words: readonly string[]): string | undefined {
  const counts = [...groupBy(words, (word) => word)].map(([word, all]) => ({ word, count: all.length }))
  return counts.toSorted((a, b) => b.count - a.count || b.word.length - a.word.length || compare(a.word, b.word))[0]?.word
}

/** Groups of items that share a label, however indirectly, in order of first appearance. */
export function connected<Item>(items: readonly Item[], labelsOf: (item: Item) => readonly string[]): Item[][] {
  const parent = items.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] ?? root
    parent[at] = root
    return root
  }
  const firstWith = new Map<string, number>()
  for (const [at, item] of items.entries()) {
    for (const label of labelsOf(item)) {
      const first = firstWith.get(label)
      if (first === undefined) firstWith.set(label, at)
      else parent[rootOf(at)] = rootOf(first)
    }
  }
  const numbered = items.map((item, at) => ({ item, root: rootOf(at) }))
  return [...groupBy(numbered, ({ root }) => root).values()].map((group) => group.map(({ item }) => item))
}
