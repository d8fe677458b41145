/**
 * The article's dependency trees seen from above: dependents, subtrees, noun phrases. Token indices go in and come out.
 * "[two officials familiar with the talks] said" – the phrase of "officials". Reads every tree once.
 */
import { compoundAt, isHyphen, withinBrackets } from './borders.js'
import type { Analysed, Span, Token, TokenSpan } from '../model.js'
import { personNoun } from './person-nouns.js'

export interface Syntax {
  readonly tokens: readonly Token[]
  /** Direct dependents of each token, in order. */
  readonly dependents: readonly (readonly number[])[]
  /** Phrases found so far, by head: they are asked for again and again. */
  readonly phrases: Map<number, TokenSpan>
}

export function syntaxOf(analysed: Analysed): Syntax {
  const dependents: number[][] = analysed.tokens.map(() => [])
  analysed.tokens.forEach((token, i) => { if (token.head >= 0 && token.head !== i) dependents[token.head]?.push(i) })
  return { tokens: analysed.tokens, dependents, phrases: new Map() }
}

const before = new Set(['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'flat', 'advmod', 'case', 'det:predet', 'nmod', 'compound:prt', 'nmod:npmod', 'obl:npmod', 'obl:unmarked', 'nmod:unmarked', 'punct', 'conj', 'cc', 'appos', 'acl'])

/** The noun phrase of a head without what follows it: "Macron's diplomatic [adviser]". */
export function corePhrase(syntax: Syntax, head: number): TokenSpan {
  const known = syntax.phrases.get(head)
  if (known) return known
  const found = phraseUpTo(syntax, head)
  syntax.phrases.set(head, found)
  return found
}

function phraseUpTo(syntax: Syntax, head: number): TokenSpan {
  const { tokens } = syntax
  const word = compoundAt(tokens, head)
  let { start } = word
  for (let i = start - 1; i >= 0; i--) {
    if (tokens[i]?.sentence !== tokens[head]?.sentence || !belongsBefore(syntax, i, head)) break
    start = i
  }
  start = compoundAt(tokens, beginning(syntax, { start: fromArticle(syntax, start, head), end: word.end }, head)).start
  const text = (i: number) => tokens[i]?.text.toLowerCase()
  // "Myanmar's forces": the owner belongs to it, whatever the tree says; in "it's voters" nothing is owned.
  if (/^['’]s$/.test(text(start - 1) ?? '') && tokens[start - 1]?.upos === 'PART' && tokens[start - 1]?.sentence === tokens[head]?.sentence) {
    start -= 2
    while (tokens[start]?.upos === 'PROPN' && tokens[start - 1]?.upos === 'PROPN' && tokens[start - 1]?.sentence === tokens[head]?.sentence) start -= 1
  }
  if (/^(up to|at least|at most)$/.test(`${text(start - 1)} ${text(start)}`)) start -= 1
  // "President General", "Director General": the noun stands before, whatever the tree says.
  if (start === head && text(head) === 'general' && tokens[start - 1]?.sentence === tokens[head]?.sentence && personNoun(text(start - 1) ?? '')?.isPlural === false) start -= 1
  return { start, end: word.end }
}

/** Where a phrase begins that should not begin with a mark, a conjunction or the rest of a bracket. */
function beginning(syntax: Syntax, span: TokenSpan, head: number): number {
  const { start } = withinBrackets(syntax.tokens, span, head)
  const isNone = start < compoundAt(syntax.tokens, head).start && isNoBeginning(syntax, start)
  return isNone ? beginning(syntax, { ...span, start: start + 1 }, head) : start
}

/** What stands apart before the article of a noun is none of its phrase, "Srinagar: [A woman]"; "all the", "such a" stay. */
function fromArticle({ tokens, dependents }: Syntax, start: number, head: number): number {
  const article = (dependents[head] ?? []).findLast((i) => i > start && i < head && /^(the|an?)$/i.test(tokens[i]?.text ?? ''))
  const isApart = tokens.slice(start, article).some((token, i) => /^(VERB|AUX|SCONJ|PUNCT)$/.test(token.upos) && !isHyphen(tokens, start + i))
  return article !== undefined && isApart ? article : start
}

/** Adverbs that point at a phrase from outside: "not just lazy voters", "only officials". */
const pointing = /^(not|just|only|even|also|especially|particularly|notably|mainly|mostly|largely|simply|merely|perhaps|maybe|chiefly|namely)$/i

/** Marks, conjunctions and prepositions do not begin a phrase, nor does an adverb before its article; "at least six" does. */
function isNoBeginning({ tokens }: Syntax, i: number): boolean {
  const { upos = '', text = '', deprel = '' } = tokens[i] ?? {}, next = tokens[i + 1]
  // "including British actor Michael Caine", "posed by criminals"
  if (upos === 'VERB' && (deprel === 'case' || next?.deprel === 'case')) return true
  if (/^(PUNCT|CCONJ|SCONJ)$/.test(upos) || /^(ADV|PART)$/.test(upos) && pointing.test(text)) return true
  if (upos === 'ADV') return next?.upos === 'DET' || next?.upos === 'PRON'
  return upos === 'ADP' && !/^(at least|at most|up to)$/i.test(`${text} ${next?.text ?? ''}`)
}

/** Whether token `i` is part of the phrase that leads up to `head`, through links that stay left of it. */
function belongsBefore(syntax: Syntax, i: number, head: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 8; steps++) {
    if (at === head) return true
    const token = syntax.tokens[at]
    if (!token || at > head || !before.has(token.deprel)) return false
    at = token.head
  }
  return false
}

/** The phrase with its prepositional complement: "officials familiar with the talks", "head of the union". */
export function fullPhrase(syntax: Syntax, head: number): TokenSpan {
  const core = corePhrase(syntax, head)
  let end = core.end
  for (const i of syntax.dependents[head] ?? []) {
    const token = syntax.tokens[i]
    if (!token || i < head || !['nmod', 'amod', 'acl', 'obl'].includes(token.deprel)) continue
    const part = beforeClause(syntax, subtree(syntax, i), end)
    if (part.end > end && part.start <= end + 1 && part.end - core.start <= 14 && !hasClauseMark(syntax, { start: end, end: part.end })) end = Math.max(end, compoundAt(syntax.tokens, part.end - 1).end)
  }
  return { start: core.start, end }
}

/** What comes before a clause of its own: "a member [of the staff] was dismissed by". */
function beforeClause({ tokens }: Syntax, part: TokenSpan, from: number): TokenSpan {
  const clause = tokens.slice(from, part.end).findIndex((token) => token.upos === 'AUX' || /^(who|which)$/i.test(token.text))
  let end = from + clause
  while (end > from && /^(PART|ADP|SCONJ|CCONJ|ADV|PRON|PUNCT|DET)$/.test(tokens[end - 1]?.upos ?? '')) end -= 1
  return clause < 0 ? part : { start: part.start, end }
}

function hasClauseMark(syntax: Syntax, span: TokenSpan): boolean {
  for (let i = span.start; i < span.end; i++) if (/^[,;:"“”()]$/.test(syntax.tokens[i]?.text ?? '')) return true
  return false
}

/** Everything that hangs on a token, as one stretch. */
export function subtree(syntax: Syntax, root: number): TokenSpan {
  let start = root, end = root + 1
  const stack = [root]
  for (let steps = 0; stack.length > 0 && steps < 400; steps++) {
    const at = stack.pop() ?? root
    start = Math.min(start, at)
    end = Math.max(end, at + 1)
    stack.push(...(syntax.dependents[at] ?? []))
  }
  return { start, end }
}

/** The token that is the syntactic head of a stretch: the one whose own head lies outside. */
export function headOf(syntax: Syntax, span: TokenSpan): number {
  for (let i = span.start; i < span.end; i++) {
    const head = syntax.tokens[i]?.head ?? -1
    if ((head < span.start || head >= span.end) && syntax.tokens[i]?.upos !== 'PUNCT') return i
  }
  return span.end - 1
}

/** The characters of a stretch of tokens. */
export function charactersOf(tokens: readonly Token[], span: TokenSpan): Span {
  return { start: tokens[span.start]?.start ?? 0, end: tokens[span.end - 1]?.end ?? 0 }
}
