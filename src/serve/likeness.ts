/**
 * How alike two names are.
 * In: "Sergei Lavrov", "Sergey Lavrov". Out: 0 to 1; 1 for the same name whatever its case, accents and punctuation.
 */

/** Small letters without accents, words with one space between them. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Both must be `plain`. */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  return Math.max(sharedPairs(a, b), 0.95 * sharedWords(a, b))
}

/** Every word of the shorter name finds its best counterpart: "lavrov" in "sergey lavrov". Missing words count against it. */
function sharedWords(a: string, b: string): number {
  const [few, many] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length)
  if (!few || !many || few.length === 0) return 0
  const found = few.reduce((sum, word) => sum + Math.max(...many.map((other) => sharedPairs(word, other))), 0)
  return (found / few.length) * (0.6 + 0.4 * (few.length / many.length))
}

/** Dice's coefficient over pairs of letters. */
function sharedPairs(a: string, b: string): number {
  if (a === b) return 1
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)]
  if (ofA.length === 0 || ofB.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of ofB) left.set(pair, (left.get(pair) ?? 0) + 1)
  const shared = ofA.filter((pair) => {
    const count = left.get(pair) ?? 0
    left.set(pair, count - 1)
    return count > 0
  })
  return (2 * shared.length) / (ofA.length + ofB.length)
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}
