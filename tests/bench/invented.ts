/**
 * Names as they come in the news: some again and again, new ones every day.
 * In: numbers. Out: words, "Fadomi"; the same number, the same word.
 */
const syllables = 'ba be bo da de di fa fi ga go ha he ji ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa za ze'.split(' ')

export function word(number: number, length: number): string {
  let rest = (number + 7) * 7919 % 6_700_417
  let made = ''
  for (let at = 0; at < length; at++) {
    made += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length) + number * 31
  }
  return made.charAt(0).toUpperCase() + made.slice(1)
}

/** A number below `most`; small ones come far more often. @param chance from 0 to 1 */
export function often(most: number, chance: number): number {
  return Math.floor(most ** chance) - 1
}

/** A day of the news on which 60 articles came each day. */
export function dayOf(article: number): string {
  return new Date(Date.UTC(2020, 0, 1) + Math.floor(article / 60) * 86_400_000).toISOString().slice(0, 10)
}
