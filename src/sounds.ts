/**
 * How names sound, whoever wrote them down.
 * In: a word of a name. Out: what is left of it in all its transliterations: "sergey", "sergei" → `sergi`. Two words that are spelled apart and
 * sound alike are one name; "miller" and "milner" are two.
 */

const sounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|č/gu, 'ch'], [/sch|sz|š/gu, 'sh'], [/kh/gu, 'h'], [/ph/gu, 'f'], [/gh/gu, 'g'], [/ck|q|c(?=[aou])/gu, 'k'], [/zh|dj|dzh/gu, 'ž'], [/dh/gu, 'd'],
  [/ou|oo/gu, 'u'], [/oe/gu, 'o'], [/ae/gu, 'e'], [/^ye/gu, 'e'], [/[jy](?=[aou])/gu, 'i'], [/[eiyj]*[iyj][eiyj]*/gu, 'i'], [/w/gu, 'v'], [/ff$/gu, 'v'], [/(.)\1+/gu, '$1'], [/-/gu, ''],
]
const known = new Map<string, string>()

/** What a name is in all its transliterations. @param word folded: small letters without marks */
export function skeleton(word: string): string {
  const found = known.get(word) ?? sounds.reduce((rest, [from, to]) => rest.replace(from, to), word)
  if (known.size > 20_000) known.clear()
  known.set(word, found)
  return found
}
