/**
 * A label in, at most two lines out: "Macron's diplomatic adviser" is written under its point as "Macron's diplomatic"
 * and "adviser". Used by the layout, which keeps room for it, and by the page, which draws it.
 */

const maxLine = 20

/** Breaks at spaces; what does not fit ends in an ellipsis. */
export function labelLines(label: string): string[] {
  const words = label.trim().split(/\s+/)
  let first = ''
  while (words.length > 0 && (first === '' || first.length + 1 + (words[0] ?? '').length <= maxLine)) {
    first = `${first} ${words.shift() ?? ''}`.trim()
  }
  const second = words.join(' ')
  return second === '' ? [shorten(first)] : [shorten(first), shorten(second)]
}

function shorten(line: string): string {
  const characters = [...line]
  return characters.length <= maxLine + 2 ? line : `${characters.slice(0, maxLine).join('').trimEnd()}…`
}
