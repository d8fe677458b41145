/**
 * Speech in quotation marks that no rule has given to a cue yet.
 * In: an article, a chain of quotations, the statements found so far. Out: the cue that reports it, found by its place –
 * "“We win,” [said] the captain, who was hurt" –, or the statement that it carries on.
 */
import type { Article, Cue } from './candidates.js'
import { verbCueAt } from './candidates.js'
import { dependents } from './syntax.js'
import type { Quotation } from './quotes.js'

/** The verb of saying right after a quotation, or right before it, within its sentence. */
export function cueBeside(article: Article, chain: readonly Quotation[]): Cue | undefined {
  const last = chain.at(-1)!
  const isOpenEnded = /[,?!…—–-]\s*$/u.test(article.resolved.text.slice(last.start, last.end))
  const follows = isOpenEnded ? cueAfter(article, last.outer.end) : undefined
  return follows ?? cueBefore(article, chain[0]!.outer.start)
}

const reach = 14

function cueAfter(article: Article, end: number): Cue | undefined {
  const { tokens, text } = article.resolved
  const from = tokens.findIndex((token) => token.start >= end)
  if (from < 0 || /\n\s*$/u.test(text.slice(end, tokens[from]!.start))) return undefined
  for (let at = from; at < tokens.length && at < from + reach; at++) {
    const token = tokens[at]!
    if (article.quotedIn[at] !== -1 || /^[.;?!]$/u.test(token.text) || /\n/u.test(text.slice(tokens[at - 1]?.end ?? token.start, token.start))) return undefined
    const cue = verbCueAt(article, at)
    if (cue !== undefined && reports(cue) && hasSubjectNear(article, at)) return cue
  }
  return undefined
}

function cueBefore(article: Article, start: number): Cue | undefined {
  const { tokens, text } = article.resolved
  let at = tokens.findLastIndex((token) => token.end <= start)
  if (at < 0 || /\n/u.test(text.slice(tokens[at]!.end, start))) return undefined
  const isIntroduced = /^[,:]$/u.test(tokens[at]!.text)
  for (let steps = 0; at >= 0 && steps < reach; at--, steps++) {
    const token = tokens[at]!
    if (article.quotedIn[at] !== -1 || (steps > 0 && /^[.;?!]$/u.test(token.text)) || (steps === 0 && /^[.;?!]$/u.test(token.text))) return undefined
    if (/\n/u.test(text.slice(token.end, tokens[at + 1]?.start ?? token.end))) return undefined
    const cue = verbCueAt(article, at)
    if (cue !== undefined && reports(cue) && (isIntroduced || steps === 0)) return cue
  }
  return undefined
}

const reports = ({ sense }: Cue): boolean => sense.frames.includes('clause') || sense.frames.includes('quotation')

const hasSubjectNear = ({ syntax }: Article, verb: number): boolean =>
  dependents(syntax, verb, 'nsubj').length > 0 || /^(VBG|VBD|VBZ|VBP)$/u.test(syntax.tokens[verb]!.xpos)

/**
 * Whether a quotation carries on what was said up to `end`: nothing but the rest of that sentence and the paragraph's
 * break stands between.
 */
export function carriesOn(article: Article, end: number, start: number): boolean {
  const { resolved } = article
  if (end > start) return false
  const last = resolved.tokens.findLastIndex((token) => token.end <= end)
  const next = resolved.tokens.findIndex((token) => token.start >= start)
  if (last < 0 || next < 0) return false
  const sentence = resolved.tokens[last]!.sentence
  const between = resolved.tokens.slice(last + 1, next).filter((token) => token.sentence !== sentence && /[\p{L}\p{N}]/u.test(token.text))
  return between.length === 0
}
