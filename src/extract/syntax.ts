/**
 * Walks over the dependency tree of an analysed article: "Lavrov ←nsubj– said –ccomp→ slammed".
 * In: tokens with heads and Universal Dependencies relations. Out: token indices and token spans.
 */
import type { Analysed, Span, Token, TokenSpan } from '../model.js'

/** The dependency tree with its edges turned round, so that children are found in constant time. */
export interface Syntax {
  readonly tokens: readonly Token[]
  /** Token indices that depend on a token, in order of text. */
  readonly children: readonly (readonly number[])[]
}

export function syntaxOf(analysed: Pick<Analysed, 'tokens'>): Syntax {
  const children: number[][] = analysed.tokens.map(() => [])
  analysed.tokens.forEach((token, index) => { if (token.head >= 0) children[token.head]?.push(index) })
  return { tokens: analysed.tokens, children }
}

/** Children whose relation is one of `relations`; `obl` also stands for its subtypes unless they are asked for by name. */
export function dependents(syntax: Syntax, token: number, ...relations: readonly string[]): number[] {
  return (syntax.children[token] ?? []).filter((child) => {
    const { deprel } = syntax.tokens[child]!
    return relations.includes(deprel) || relations.includes(deprel.split(':')[0]!)
  })
}

/** The token and its coordinated fellows: "Macron" → "Macron", "Scholz" in "Macron and Scholz". */
export function withConjuncts(syntax: Syntax, token: number): number[] {
  return [token, ...dependents(syntax, token, 'conj').flatMap((each) => withConjuncts(syntax, each))]
}

/** The heads above a token, nearest first, itself left out. */
export function ancestors(syntax: Syntax, token: number): number[] {
  const above: number[] = []
  for (let head = syntax.tokens[token]?.head ?? -1; head >= 0 && above.length < 100; head = syntax.tokens[head]?.head ?? -1) above.push(head)
  return above
}

/** The word of a span that hangs on a word outside it: as it stands, so stands the whole. */
export function headOf(tokens: readonly Token[], { start, end }: TokenSpan): number {
  const at = tokens.slice(start, end).findIndex(({ head }) => head < start || head >= end)
  return start + Math.max(0, at)
}

/** Lower-case preposition or case marker of a nominal: "in" for "Vietnam" in "in Vietnam"; "" if there is none. */
export function caseOf(syntax: Syntax, token: number): string {
  return dependents(syntax, token, 'case').map((each) => syntax.tokens[each]!.text.toLowerCase()).join(' ')
}

/** The characters of a token span. */
export function charactersOf(tokens: readonly Token[], span: TokenSpan): Span {
  return { start: tokens[span.start]!.start, end: tokens[span.end - 1]!.end }
}
