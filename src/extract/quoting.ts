/**
 * Speech in quotation marks that no rule has given to a cue yet.
 * In: an article and the drafts so far. Out: the drafts with every such quotation given to the cue beside it – "“We win,”
 * [said] the captain" –, or to the statement that it carries on: a direct one grows, after an indirect one the quotation
 * is a statement of its own with the same speaker. Drafts without speaker are dropped.
 */
import { isUttered } from './attributions.js'
import type { Article, Chain } from './article.js'
import { isAtWork } from './at-work.js'
import type { Candidate, Cue } from './candidates.js'
import { verbCueAt } from './candidates.js'
import type { Content } from './contents.js'
import { contentOf } from './contents.js'
import type { Draft } from './drafts.js'
import { speakersOf } from './speakers.js'
import { dependents } from './syntax.js'
import { isUnsourced } from './verbs-of-saying.js'

/** "“We win,” he said on the wireless": what stands in marks right before a cue is its content, whatever the tree says. */
export function quotationsFirst(article: Article, candidates: readonly Candidate[]): Candidate[] {
  const chains = article.chains.flatMap((chain) => {
    const cue = cueBeside(article, chain)
    return cue === undefined ? [] : [{ head: cue.head, tokens: chain.tokens }]
  })
  return candidates.map((each) => withoutOthers(each, chains)).map((each) => {
    const own = chains.find(({ head }) => head === each.cue?.head)
    // "Asked why, she said: “I know.”" – but in "He said it was over: “I know.”" the clause between stays.
    const isElsewhere = own !== undefined && !each.content.some((token) => own.tokens.includes(token))
      && (own.tokens[0]! < own.head || each.content.every((token) => token < own.head))
    return isElsewhere ? { ...each, content: own.tokens } : each
  })
}

/** "“We won,” Ely said, and “we lost,” Reed said": what another cue stands beside is not said by this one, if words of its own are left. */
function withoutOthers(candidate: Candidate, chains: readonly { readonly head: number; readonly tokens: readonly number[] }[]): Candidate {
  const { cue, content } = candidate
  const others = chains.filter(({ head, tokens }) => cue !== undefined && head !== cue.head && !content.includes(head) && !tokens.includes(cue.head) && tokens.some((each) => content.includes(each)))
  const isOwn = chains.some(({ head, tokens }) => head === cue?.head && tokens.some((each) => content.includes(each)))
  const rest = content.filter((each) => !others.some(({ tokens }) => tokens.includes(each)))
  return others.length > 0 && (isOwn || rest.length > 2) ? { ...candidate, content: rest } : candidate
}

/** Gives the quotations that are left over to a cue beside them or to the statement before them. */
export function withRunOns(article: Article, drafts: readonly Draft[]): Draft[] {
  const all = [...drafts]
  for (const chain of article.chains) {
    const { tokens } = chain
    if (tokens.length === 0 || all.some((draft) => draft.tokens.some((each) => tokens.includes(each)) && !isInside(article, draft, chain))) continue
    const cue = cueBeside(article, chain)
    if ((cue !== undefined && !isUttered(article, cue)) || !isAtWork(ruleOf(cue).name)) continue
    const at = cue === undefined ? lastBefore(article, all, chain) : all.findIndex((draft) => draft.cue?.head === cue.head)
    const before = all[at]
    if (before?.form === 'direct') all[at] = { ...before, ...extended(article, before, tokens) }
    else all.push(...runOn(article, before, cue, tokens))
  }
  return all.filter(({ speakers }) => speakers.length > 0)
}

/** Whether a draft's cue is itself spoken within the quotation: "“He said no,” she recalled". */
function isInside({ resolved }: Article, { cue }: Draft, chain: Chain): boolean {
  return cue !== undefined && chain.quotations.some(({ start, end }) => start <= resolved.tokens[cue.head]!.start && resolved.tokens[cue.head]!.end <= end)
}

function extended(article: Article, before: Draft, tokens: readonly number[]): Content {
  const more = contentOf(article, before.cue, tokens)
  return more === undefined ? before : { form: 'direct', spans: [...before.spans, ...more.spans], tokens: [...before.tokens, ...more.tokens] }
}

function runOn(article: Article, before: Draft | undefined, cue: Cue | undefined, tokens: readonly number[]): Draft[] {
  const own = cue ?? before?.cue
  const content = contentOf(article, own, tokens)
  const speakers = cue === undefined ? before?.speakers ?? [] : speakersOf(article, cue.head, { sources: [] })
  if (content === undefined || speakers.length === 0) return []
  const { name, confidence } = ruleOf(cue)
  return [{ ...content, rule: name, confidence, speakers, ...(own === undefined ? {} : { cue: own }) }]
}

/** By which of two rules a quotation is given to a statement: there is a cue beside it, or it carries on what was said before. */
const ruleOf = (cue: Cue | undefined): { readonly name: string; readonly confidence: number } =>
  cue === undefined ? { name: 'quotation-carried-on', confidence: 0.85 } : { name: 'quotation-beside-cue', confidence: 0.8 }

/** The draft that a quotation carries on; -1 if there is none. */
function lastBefore(article: Article, drafts: readonly Draft[], chain: Chain): number {
  const { start } = chain.quotations[0].outer
  let best = -1
  let bestEnd = -1
  drafts.forEach((draft, index) => {
    const end = extent(article, draft)
    if (end <= start && end >= bestEnd && draft.speakers.length > 0) [best, bestEnd] = [index, end]
  })
  return best >= 0 && carriesOn(article, bestEnd, start) ? best : -1
}

/** Where a statement's content or cue ends, whichever is later. */
function extent({ resolved }: Article, { spans, cue }: Draft): number {
  return Math.max(...spans.map(({ end }) => end), cue === undefined ? 0 : resolved.tokens[cue.span.end - 1]!.end)
}

/** The verb of saying right after a quotation, or right before it, within its sentence. */
function cueBeside(article: Article, chain: Chain): Cue | undefined {
  const last = chain.quotations.at(-1)!
  const follows = isOpenEnded(article, chain) ? cueAfter(article, last.outer.end) : undefined
  return follows ?? cueBefore(article, chain.quotations[0].outer.start)
}

/** A sentence that its marks do not end: "We win," but not "We win." */
const isOpenEnded = ({ resolved }: Article, chain: Chain): boolean =>
  /[,?!…—–-]\s*$/u.test(resolved.text.slice(chain.quotations.at(-1)!.start, chain.quotations.at(-1)!.end))

const reach = 14

function cueAfter(article: Article, end: number): Cue | undefined {
  const { tokens, text } = article.resolved
  const from = tokens.findIndex((token) => token.start >= end)
  // "said “yes,” [and] Okoro said": another clause.
  if (/^(?:and|but|or|while|whereas|;|which|who)$/iu.test(tokens[from]?.text ?? '')) return undefined
  if (from < 0 || /\n\s*$/u.test(text.slice(end, tokens[from]!.start))) return undefined
  for (let at = from; at < tokens.length && at < from + reach; at++) {
    const token = tokens[at]!
    if (article.quotedIn[at] !== -1 || /^[.;?!]$/u.test(token.text) || /\n/u.test(text.slice(tokens[at - 1]?.end ?? token.start, token.start))) return undefined
    const cue = verbCueAt(article, at)
    if (cue !== undefined && reports(cue) && hasSubjectNear(article, at)) return cue
    if (at === from && isInverted(article, at)) return { head: at, span: { start: at, end: at + 1 }, sense: { act: 'say', frames: ['quotation'] } }
  }
  return undefined
}

/** "“Enough,” [hissed] Councillor Ben Osei": a verb of the past right after what is quoted and right before a person. */
function isInverted({ resolved }: Article, at: number): boolean {
  const { tokens, references, entities } = resolved
  const isPast = tokens[at]?.upos === 'VERB' && /^VB[DZN]$/u.test(tokens[at]?.xpos ?? '')
  const named = references.find(({ start, form }) => start > at && start <= at + 3 && form === 'name' && tokens[start]!.sentence === tokens[at]!.sentence)
  const isNext = named !== undefined && tokens.slice(at + 1, named.start).every(({ upos }) => /^(DET|ADJ|NOUN|PROPN)$/u.test(upos))
  return isPast && isNext && entities.some(({ id, kind }) => id === named.entity && kind === 'person')
}

function cueBefore(article: Article, start: number): Cue | undefined {
  const { tokens, text } = article.resolved
  let at = tokens.findLastIndex((token) => token.end <= start)
  // A paragraph that ends in a colon leads up to the next.
  if (at < 0 || (/\n/u.test(text.slice(tokens[at]!.end, start)) && tokens[at]!.text !== ':')) return undefined
  const isLedUpTo = /\n/u.test(text.slice(tokens[at]!.end, start))
  const isIntroduced = /^[,:]$/u.test(tokens[at]!.text)
  for (let steps = 0; at >= 0 && steps < reach; at--, steps++) {
    const token = tokens[at]!
    if (article.quotedIn[at] !== -1 || (steps > 0 && /^[.;?!]$/u.test(token.text)) || (steps === 0 && /^[.;?!]$/u.test(token.text))) return undefined
    if (!(isLedUpTo && steps === 0) && /\n/u.test(text.slice(token.end, tokens[at + 1]?.start ?? token.end))) return undefined
    const cue = verbCueAt(article, at)
    if (cue !== undefined && reports(cue) && (isIntroduced || steps === 0)) return isUnsourced(article, at) ? undefined : cue
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
function carriesOn(article: Article, end: number, start: number): boolean {
  const { resolved } = article
  if (end > start) return false
  const last = resolved.tokens.findLastIndex((token) => token.end <= end)
  const next = resolved.tokens.findIndex((token) => token.start >= start)
  if (last < 0 || next < 0) return false
  const sentence = resolved.tokens[last]!.sentence
  const between = resolved.tokens.slice(last + 1, next).filter((token) => token.sentence !== sentence && /[\p{L}\p{N}]/u.test(token.text))
  return between.length === 0
}
