/**
 * What is quoted within a quotation.
 * In: an article. Out: candidates for the inner words – "“[My father] [told] me, ‘[Never sell],’” she said". Who speaks there, where
 * it is only a pronoun, is in inner-voices.ts.
 * Not handled: what is only told in such words ("“He said he was tired,” she said"), which stays the outer speaker's.
 */
import type { Article } from './article.js'
import type { Candidate, Cue, StatementRule } from './candidates.js'
import { range, verbCueAt } from './candidates.js'
import type { Quotation } from './quotes.js'
import { actors } from './verbs-of-saying.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

export const innerQuotation: StatementRule = {
  name: 'quotation-within',
  confidence: 0.8,
  matches: ['“My father told me, ‘Never sell the farm,’” Angela Merkel said.', '“The judge looked at us and said: ‘You are free to go,’” recalled Angela Merkel.'],
  misses: ['“We read ‘Faust’ at school,” Angela Merkel said.'],
  find: (article) => article.quotations.flatMap((inner): Proposal[] => {
    const content = inner.depth === 0 ? [] : tokensIn(article, inner)
    if (content.length < 2) return []
    const cue = cueBefore(article, inner, content[0]!) ?? cueAfter(article, inner, content.at(-1)!)
    return cue === undefined ? [] : [{ cue, sources: actors(article, cue.head), content }]
  }),
}

const tokensIn = ({ resolved }: Article, { start, end }: Quotation): number[] =>
  resolved.tokens.flatMap((token, at) => token.start >= start && token.end <= end ? [at] : [])

/** "and [said]: ‘…’", "[told] me, ‘…’": a verb of saying shortly before the mark, which a comma or colon or nothing parts from it. */
function cueBefore(article: Article, inner: Quotation, first: number): Cue | undefined {
  const { tokens } = article.resolved
  const around = article.quotedIn[first]
  const open = tokens.findIndex(({ start }) => start >= inner.outer.start)
  for (const at of range(Math.max(0, open - 6), open).reverse()) {
    if (article.quotedIn[at] !== around || /^[.;?!]$/u.test(tokens[at]!.text)) return undefined
    const cue = verbCueAt(article, at)
    const isClose = at === open - 1 || /^[,:]$/u.test(tokens[open - 1]!.text)
    if (cue !== undefined && isClose && reports(cue)) return cue
  }
  return undefined
}

/** "‘Never,’ he [said]": within the outer quotation, after a comma or another mark that leaves the inner one open. */
function cueAfter(article: Article, inner: Quotation, last: number): Cue | undefined {
  const { tokens, text } = article.resolved
  if (!/[,?!]\s*$/u.test(text.slice(inner.start, inner.end))) return undefined
  const from = tokens.findIndex(({ start }) => start >= inner.outer.end)
  if (from < 0 || /^(?:and|but|or|so|while)$/iu.test(tokens[from]!.text)) return undefined
  for (const at of range(from, Math.min(tokens.length, from + 5))) {
    if (article.quotedIn[at] !== article.quotedIn[last] || /^\p{P}$/u.test(tokens[at]!.text)) return undefined
    const cue = verbCueAt(article, at)
    if (cue !== undefined && reports(cue)) return cue
  }
  return undefined
}

const reports = ({ sense }: Cue): boolean => sense.frames.some((frame) => /^(clause|quotation)$/u.test(frame))
