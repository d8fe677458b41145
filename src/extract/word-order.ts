/**
 * Statements that the order of words shows, for sentences whose tree is wrong.
 * In: an article. Out: candidates – "[It is safe], the mayor said.", "The mayor said [it was safe].", "Kurier quoted the
 * envoy as saying [it was safe]". Surer rules over the tree are in clauses.ts.
 */
import type { Article } from './article.js'
import type { StatementRule } from './candidates.js'
import { below, isPassive, range, verbCueAt } from './candidates.js'
import { caseOf, dependents } from './syntax.js'
import { subjectsAbove } from './speakers.js'
import { actors, eachCue, hasActor, takes } from './verbs-of-saying.js'

/** Verbs with which one voice passes on another. */
const passing = /^(quote|cite|paraphrase)$/iu

const quotedAs: StatementRule = {
  name: 'quoted-as-saying',
  confidence: 0.88,
  matches: [
    'The daily Kurier quoted the envoy as saying that the border would stay shut.',
    'The envoy was quoted as saying that the border would stay shut.',
    'The border would stay shut, the daily Kurier quoted the envoy as saying.',
    'The border would stay shut, the envoy was quoted as saying by the daily Kurier.',
  ],
  misses: ['The daily Kurier quoted the envoy.'],
  find: eachCue((article, cue) => {
    const { syntax, resolved } = article
    const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
    if (!/^as$/iu.test(syntax.tokens[cue.head - 1]?.text ?? '')) return undefined
    const verb = range(Math.max(sentence.start, cue.head - 16), cue.head).findLast((each) => passing.test(syntax.tokens[each]!.lemma))
    if (verb === undefined) return undefined
    const isQuoted = isPassive(syntax, verb)
    const own = dependents(syntax, verb, 'nsubj')
    const subject = own.length > 0 ? own : describedBefore(article, verb)
    const object = lastHead(article, verb + 1, cue.head - 1)
    const sources = isQuoted ? subject : object === undefined ? dependents(syntax, verb, 'obj') : [object]
    const carrier = isQuoted ? dependents(syntax, verb, 'obl').find((each) => /^(by|in)$/u.test(caseOf(syntax, each))) : subject.at(-1)
    const after = range(cue.span.end, sentence.end)
    // "was quoted as saying [by the agency]" names who quoted.
    const isCarrier = /^(by|in)$/iu.test(syntax.tokens[cue.span.end]?.text ?? '') && !after.some((each) => syntax.tokens[each]!.upos === 'VERB')
    const content = after.length > 3 && !isCarrier ? after : beforeClause(article, verb, subject[0])
    return { cue, sources, content, ...(carrier === undefined ? {} : { carrier }) }
  }),
}

/** Head of the last thing that is referred to between two words: "[Shen]" of "the Air Force spokesman Shen Jinke". */
function lastHead({ resolved }: Article, start: number, end: number): number | undefined {
  return resolved.references.findLast((each) => each.start >= start && each.end <= end && each.form !== 'adjective')?.head
}

/** "…, [Cao Qingyao], a spokesman for the state, was quoted": the name before the description that ends at a verb. */
function describedBefore({ resolved, syntax }: Article, verb: number): number[] {
  const last = range(verb - 3, verb).findLast((each) => syntax.tokens[each]?.text === ',')
  const { sentence } = syntax.tokens[verb]!
  const found = last === undefined ? undefined : resolved.references.findLast(({ start, end, form }) =>
    form === 'name' && end < last && syntax.tokens[start]!.sentence === sentence && syntax.tokens[end]?.text === ',')
  return found === undefined ? [] : [found.head]
}

/** All of a sentence before the clause of a verb at its end, if a comma parts the two: "[It is safe], the mayor said." */
function beforeClause({ resolved, syntax }: Article, verb: number, subject = dependents(syntax, verb, 'nsubj').find((each) => each < verb)): number[] {
  const sentence = resolved.sentences[syntax.tokens[verb]!.sentence]!
  const start = subject === undefined || subject > verb ? verb : Math.min(...below(syntax, [subject]).filter((each) => each < verb && syntax.tokens[each]!.upos !== 'PUNCT'))
  // Words between the comma and the subject that belong to it: "…, news agency DPA quoted".
  const before = [0, 1, 2, 3, 4].map((step) => start - step).find((each) => /^[,”"?!]$/u.test(syntax.tokens[each - 1]?.text ?? ''))
  if (before === undefined || before - sentence.start < 4) return []
  const content = range(sentence.start, before - 1)
  return content.some((each) => /^(VERB|AUX)$/u.test(syntax.tokens[each]!.upos)) && !content.includes(verb) ? content : []
}

/** The tree may take what was said for a sentence of its own, or the verb of saying for a part of it. */
const atTheEnd: StatementRule = {
  name: 'cue-at-the-end',
  confidence: 0.75,
  matches: ['Two men were hurt in the crash, police said.', 'The bridge had been closed for a year, the mayor added on Friday.'],
  misses: ['When the bridge fell, the mayor said nothing.'],
  find: eachCue((article, cue) => {
    const { syntax, resolved } = article
    if (!takes(cue, 'clause') || cue.sense.act === 'deny' || isPassive(syntax, cue.head) || !hasActor(article, cue.head)) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'xcomp', 'obj', 'advcl').some((each) => each > cue.head)) return undefined
    const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
    const after = range(cue.head + 1, sentence.end)
    // "A did this, and B responded:" leads up to what follows.
    if (after.some((each) => syntax.tokens[each]!.text === ':') || after.length > 12 || after.some((each) => /^(VERB|AUX|SCONJ)$/u.test(syntax.tokens[each]!.upos))) return undefined
    return { cue, sources: actors(article, cue.head), content: beforeClause(article, cue.head) }
  }),
}

/** A clause right after a verb of saying, which the tree hangs on something else. */
const rightAfter: StatementRule = {
  name: 'clause-right-after',
  confidence: 0.8,
  matches: ['The mayor said that the bridge would be closed for repairs.', 'Officials say they have not found the pilot.'],
  misses: ['The mayor said no.', 'The mayor said on Monday in the town hall.'],
  find: eachCue((article, cue) => {
    const { syntax, resolved } = article
    const isPlain = /^(say|add|note|argue|claim|insist|contend|explain|announce|assert|stress|state|reveal|suggest)$/iu.test(syntax.tokens[cue.head]!.lemma)
    const isShared = /^that$/iu.test(syntax.tokens[cue.span.end]?.text ?? '') && subjectsAbove(article, cue.head).length > 0
    if (!isPlain || isPassive(syntax, cue.head) || !(hasActor(article, cue.head) || isShared)) return undefined
    // "what he says it would do" is no clause after a cue.
    const isRelative = syntax.tokens[cue.head]!.deprel.startsWith('acl:relcl') || syntax.tokens.slice(Math.max(0, cue.head - 3), cue.head).some(({ text }) => /^(what|how|which|whom)$/iu.test(text))
    if (isRelative || dependents(syntax, cue.head, 'ccomp', 'parataxis').length > 0 || syntax.tokens[cue.head]!.deprel.startsWith('parataxis')) return undefined
    const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
    const after = range(cue.span.end, sentence.end)
    if (/^[,.;:“"]/u.test(syntax.tokens[cue.span.end]?.text ?? '.') || after.some((each) => article.quotedIn[each] !== -1 && article.quotations[article.quotedIn[each]!]!.kind === 'speech')) return undefined
    const that = after.slice(0, 8).findIndex((each) => /^that$/iu.test(syntax.tokens[each]!.text))
    const content = beforeNext(article, that >= 0 ? after.slice(that + 1) : after)
    const isStart = that >= 0 || /^(DET|PRON|PROPN|NOUN|NUM)$/u.test(syntax.tokens[after[0] ?? -1]?.upos ?? '')
    return isStart && !/^tell$/iu.test(syntax.tokens[cue.head]!.lemma) && isFinite(article, content) ? { cue, sources: actors(article, cue.head), content } : undefined
  }),
}

/** Words up to the next act of saying: "it was over[, adding that …]". */
function beforeNext(article: Article, words: readonly number[]): number[] {
  const next = words.findIndex((each) => /^(,|and)$/iu.test(article.syntax.tokens[each]!.text) && isParticiple(article, each + 1))
  return next < 0 ? [...words] : words.slice(0, next)
}

const isParticiple = (article: Article, token: number): boolean =>
  article.syntax.tokens[token]?.xpos === 'VBG' && verbCueAt(article, token) !== undefined

/** Whether some words hold a finite verb with a subject. */
function isFinite({ syntax }: Article, words: readonly number[]): boolean {
  return words.some((each) => /^(VBD|VBZ|VBP|MD)$/u.test(syntax.tokens[each]!.xpos)) && words.some((each) => /^(nsubj|expl)/u.test(syntax.tokens[each]!.deprel))
}

export const quotedRules: readonly StatementRule[] = [quotedAs]
export const orderRules: readonly StatementRule[] = [atTheEnd, rightAfter]
