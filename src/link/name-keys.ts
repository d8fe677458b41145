/**
 * How names are looked up: without case, accents, points, hyphens and a leading article.
 * In: a name as written. Out: its key: "The U.S." → `us`, "Côte d’Ivoire" → `cote divoire`, "al-Qaeda" → `al qaeda`.
 * The same function makes the names of a knowledge base and looks for them, so a change of it is a new version of the format.
 * Not handled: other scripts than Latin, which stay as they are; spelling of Arabic or Russian names.
 */

const letters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ʼ: '', ʻ: '', '‘': '' }

/** Keys that were made, for the same names are asked again and again. */
const made = new Map<string, string>()
const MOST_KEYS = 20_000

export function nameKey(name: string): string {
  const known = made.get(name)
  if (known !== undefined) return known
  if (made.size >= MOST_KEYS) made.clear()
  const key = keyOf(name)
  made.set(name, key)
  return key
}

function keyOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[øłđðþßæœıʼʻ‘]/gu, (letter) => letters[letter] ?? letter)
  const words = plain.replace(/['’`´.]/gu, '').replace(/&/gu, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words.startsWith('the ') ? words.slice(4) : words
}
