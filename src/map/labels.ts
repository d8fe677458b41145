/**
 * Labels for people: short, on one line.
 * In: words of the article. Out: "Sergey Lavrov said: “We always say what we think”".
 */

/** Text on one line: runs of white space become one space. */
export function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

/** At most `limit` characters, cut at a word if there is one near the end. */
export function shorten(words: string, limit = 60): string {
  const characters = [...oneLine(words)]
  if (characters.length <= limit) return characters.join('')
  const head = characters.slice(0, limit - 1).join('')
  const lastSpace = head.lastIndexOf(' ')
  return `${lastSpace > limit / 2 ? head.slice(0, lastSpace) : head}…`
}

/** "Macron, Scholz and Draghi". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
