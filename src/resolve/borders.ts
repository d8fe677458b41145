/**
 * Where a stretch of words may begin and end: not in the middle of a word that is written with hyphens, nor inside a
 * bracket that it does not hold whole. "[Under-Secretary-General] for Affairs"; "Butterfield (D-N.C.), [head of the caucus]".
 * Tokens and a stretch go in, a stretch comes out. Not handled: dashes that stand between two things ("2012–2017").
 */
import type { Token, TokenSpan } from '../model.js'

/** The whole word that a token is part of: "African-Americans" for "Americans". */
export function compoundAt(tokens: readonly Token[], at: number): TokenSpan {
  let start = at, end = at + 1
  if (isHyphen(tokens, at)) [start, end] = [at - 1, at + 2]
  while (isHyphen(tokens, start - 1)) start -= 2
  while (isHyphen(tokens, end)) end += 2
  return { start, end }
}

/** A stretch with the whole of the words that it begins and ends with. */
export function wholeWords(tokens: readonly Token[], { start, end }: TokenSpan): TokenSpan {
  return { start: compoundAt(tokens, start).start, end: compoundAt(tokens, end - 1).end }
}

/** Whether a token is a hyphen with a word on either side and no white space between. */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1], hyphen = tokens[at], after = tokens[at + 1]
  if (!before || !hyphen || !after || !/^[-‐‑]$/.test(hyphen.text)) return false
  return before.end === hyphen.start && hyphen.end === after.start && before.sentence === after.sentence && /[\p{L}\d.]$/u.test(before.text) && /^[\p{L}\d]/u.test(after.text)
}

/** The part of a stretch around its head that lies on one side of every bracket that is opened or closed only outside it. */
export function withinBrackets<S extends TokenSpan>(tokens: readonly Token[], span: S, head: number): S {
  const open: number[] = [], loose: number[] = []
  for (let i = span.start; i < span.end; i++) {
    if (/^[([]$/.test(tokens[i]?.text ?? '')) open.push(i)
    else if (/^[)\]]$/.test(tokens[i]?.text ?? '') && open.pop() === undefined) loose.push(i)
  }
  const cuts = [...loose, ...open]
  const start = Math.max(span.start, ...cuts.filter((i) => i < head).map((i) => i + 1))
  const end = Math.min(span.end, ...cuts.filter((i) => i > head))
  return start === span.start && end === span.end ? span : { ...span, start, end }
}
