/**
 * What a SPARQL text is, without answering it.
 * In: `SELECT ?who { ?s schema:creator ?who }`. Out: that it is a SELECT, which prefixes it declares, whether it names data sets or other
 * services, and the same text with at most so many rows. Not handled: whether it is valid; the store says that, and where it is not.
 */

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe' | 'update'

export interface SparqlText {
  /** Undefined when the text begins as no query does. */
  readonly form: QueryForm | undefined
  readonly prefixes: ReadonlySet<string>
  /** It says FROM: its data set is its own choice. */
  readonly hasDataset: boolean
  /** The graphs that it chooses, as they are written: `<https://…>` or `graph:entities`. */
  readonly datasets: readonly string[]
  /** What stands before SELECT, ASK and so on: prefixes, base. */
  readonly prologue: string
  /** It asks another endpoint. */
  readonly hasService: boolean
  /** The text with a LIMIT of at most `rows` around its whole answer; SELECT only. */
  readonly limitedTo: (rows: number) => string
}

/** A word, bracket or other piece; comments and what stands in quotes or in `<…>` are no pieces that matter here. */
interface Piece {
  readonly text: string
  readonly at: number
  readonly isWord: boolean
  readonly isIri: boolean
  readonly depth: number
}

/**
 * Every alternative takes all that it looks at, or stops at once, so that the time grows with the length of the text and no faster.
 * What is not closed ends where its line or the text does.
 */
const pieces = new RegExp(
  [
    /#[^\n\r]*/u, // a comment
    /(?<iri><[^<>"{}|^`\\\u0000-\u0020]*>)/u,
    /"""(?:"{0,2}(?:[^"\\]|\\[^]))*(?:"{3})?/u,
    /'''(?:'{0,2}(?:[^'\\]|\\[^]))*(?:'{3})?/u,
    /"(?:[^"\\\n\r]|\\.)*"?/u,
    /'(?:[^'\\\n\r]|\\.)*'?/u,
    /[?$@][\p{L}\p{N}_-]+/u, // a variable, a language tag
    /(?<name>(?:[\p{L}_][\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_:%.-]|\\.)*)/u, // a prefixed name
    /(?<word>[A-Za-z]+|\d+)(?![\p{L}\p{N}_.-])/u,
    /[\p{L}\p{N}_.-]+/u, // a number with a point, or nothing that SPARQL knows
    /(?<mark>[{}()])/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

const forms: Readonly<Record<string, QueryForm>> = {
  SELECT: 'select',
  ASK: 'ask',
  CONSTRUCT: 'construct',
  DESCRIBE: 'describe',
  ...Object.fromEntries(
    ['INSERT', 'DELETE', 'WITH', 'LOAD', 'CLEAR', 'DROP', 'CREATE', 'ADD', 'MOVE', 'COPY'].map((word) => [word, 'update'] as const),
  ),
}

export function readSparql(text: string): SparqlText {
  const found = piecesOf(text)
  const words = found.filter(({ isWord }) => isWord)
  const first = words.find((word) => !is(word, /^(?:PREFIX|BASE|VERSION)$/iu))
  const form = forms[first?.text.toUpperCase() ?? '']
  return {
    form,
    prefixes: new Set(
      found.flatMap(({ text: name }, at) => (name.endsWith(':') && is(found[at - 1], /^PREFIX$/iu) ? [name.slice(0, -1)] : [])),
    ),
    hasDataset: words.some((word) => word.depth === 0 && is(word, /^FROM$/iu)),
    datasets: found.flatMap((piece, at) => (piece.depth === 0 && (piece.isIri || isName(piece)) && (is(found[at - 1], /^FROM$/iu) || (is(found[at - 1], /^NAMED$/iu) && is(found[at - 2], /^FROM$/iu))) ? [piece.text] : [])),
    prologue: text.slice(0, first?.at ?? 0),
    hasService: words.some((word) => is(word, /^SERVICE$/iu)),
    limitedTo: (rows) => (form === 'select' ? limit(text, found, rows) : text),
  }
}

function is(piece: Piece | undefined, word: RegExp): boolean {
  return piece?.isWord === true && word.test(piece.text)
}

const isName = ({ text }: Piece): boolean => /^[^{}()<]*:/u.test(text)

function piecesOf(text: string): Piece[] {
  const found: Piece[] = []
  let depth = 0
  for (const match of text.matchAll(pieces)) {
    const { word, mark, name, iri } = match.groups ?? {}
    if (mark === '}' || mark === ')') depth -= 1
    if ((word ?? mark ?? name ?? iri) !== undefined) found.push({ text: match[0], at: match.index, isWord: word !== undefined, isIri: iri !== undefined, depth })
    if (mark === '{' || mark === '(') depth += 1
  }
  return found
}

/** The modifiers stand behind the first group that is in no brackets; what else is in brackets there has limits of its own. */
function limit(text: string, found: readonly Piece[], rows: number): string {
  const close = found.findIndex(({ text: mark, depth }) => mark === '}' && depth === 0)
  if (close < 0) return text
  const modifiers = found.slice(close + 1).filter(({ isWord, depth }) => isWord && depth === 0)
  const own = modifiers.findIndex(({ text: word }, at) => /^LIMIT$/iu.test(word) && /^\d+$/u.test(modifiers[at + 1]?.text ?? ''))
  const number = modifiers[own + 1]
  if (own >= 0 && number) {
    return Number(number.text) <= rows ? text : `${text.slice(0, number.at)}${rows}${text.slice(number.at + number.text.length)}`
  }
  const at = modifiers.find(({ text: word }) => /^VALUES$/iu.test(word))?.at ?? text.length
  return `${text.slice(0, at)}\nLIMIT ${rows}\n${text.slice(at)}`
}
