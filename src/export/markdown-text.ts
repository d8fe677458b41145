/**
 * Words of articles in Markdown, as words and nothing else.
 * In: `<script>`, `[[note]]`, `#tag`, "foo:: bar". Out: the same to a reader, without effect: no markup, link, tag, embed, comment,
 * formula,
 * HTML or field of Dataview, in CommonMark, GitHub's and Obsidian's dialects.
 */

const special = /[\\`*_{}[\]()#+!|~$%^=<>&:"'-]/gu

/** Escaped with a backslash where Markdown knows one, else as an entity. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(special, (character, at: number, whole: string) => {
      switch (character) {
        case '<':
          return '&lt;'
        case '>':
          return '&gt;'
        case '&':
          return '&amp;'
        // Only where they mean something: two colons are a field, a bar divides the cells of a table.
        case ':':
          return whole[at + 1] === ':' || whole[at - 1] === ':' || whole[at + 1] === '/' ? '&#58;' : ':'
        case '(':
        case ')':
        case '"':
        case "'":
        case '!':
          return character === '!' && whole[at + 1] === '[' ? '\\!' : character
        case '-':
        case '+':
        case '=':
          return at === 0 || whole[at + 1] === character ? `\\${character}` : character
        case '%':
        case '$':
        case '~':
        case '^':
        case '#':
        case '|':
        case '\\':
        case '`':
        case '*':
        case '_':
        case '{':
        case '}':
        case '[':
        case ']':
          return `\\${character}`
        default:
          return character
      }
    })
    .replace(/^(\d+)(?=[.)])/u, '$1\\')
    .replace(/\bwww\./giu, 'www&#46;')
    .replace(/@/gu, '&#64;')
}

export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}

/** A text for the head of a note (YAML): JSON is YAML, as long as it is of one line. */
export function yamlText(text: string): string {
  return JSON.stringify(oneLine(text)).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The words with what stands around them, the words themselves marked: "Estonia's **Transport Minister Liis Kaarep** told reporters". */
export function passage({ prefix, exact, suffix }: { prefix: string; exact: string; suffix: string }): string {
  const before = prefix.replace(/^\S*\s/u, ''),
    after = suffix.replace(/\s\S*$/u, '')
  const gap = (text: string, isBefore: boolean): string => ((isBefore ? /\s$/u : /^\s/u).test(text) ? ' ' : '')
  const marked = plain(exact)
  const shown = `${plain(before)}${gap(before, true)}${marked === '' ? '' : `<b>${marked}</b>`}${gap(after, false)}${plain(after)}`.trim()
  return `${before === '' ? '' : '… '}${shown}${after === '' ? '' : ' …'}`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "2023-03-14" → "14 March 2023"; a month, a year and what is no date stay as they are known. */
export function dayInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/u.exec(iso) ?? []
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (year === undefined || (month !== undefined && name === undefined)) return plain(iso)
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(' ')
}
