/**
 * What a page marks as somebody's words without quotation marks.
 *
 *   in:  "The mayor said in a statement:" and, as a block quotation, "We had no choice."; or a post with "— Elena Brandt (@brandt)" below it
 *   out: the same with “ and ”, as they would stand in print; each paragraph but the last is left open
 *
 * Only where a colon or the name of who said it shows that it is speech: pages set off much else, too.
 */
import type { Line } from './lines.js'

/** "— Elena Brandt (@brandt) March 4, 2024". */
const SIGNED = /^[—–―-]{1,3}\s*\p{Lu}/u
const QUOTED = /^["“‘«'„]|["”’»]$/u

export function withQuotations(lines: readonly Line[]): Line[] {
  const marked: Line[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!
    let end = at + 1
    while (line.quotation !== undefined && lines[end]?.quotation === line.quotation) end += 1
    const part = lines.slice(at, end)
    marked.push(...(line.quotation === undefined ? part : quoted(part, marked.at(-1))))
    at = end
  }
  return marked
}

function quoted(part: readonly Line[], before: Line | undefined): Line[] {
  const last = part.at(-1)
  const isSigned = part.length > 1 && last !== undefined && SIGNED.test(last.text)
  const words = isSigned ? part.slice(0, -1) : part
  if (words.some(({ text }) => QUOTED.test(text)) || !(isSigned || /:$/.test(before?.text ?? ''))) return [...part]
  const said = words.map((line, index) => ({ ...line, text: `“${line.text}${index === words.length - 1 ? '”' : ''}` }))
  const end = said.at(-1)
  // Who said it stands on the line of what was said.
  return isSigned && end ? [...said.slice(0, -1), { ...end, text: `${end.text} ${last.text}`, linked: 0 }] : said
}
