/**
 * What the rules for statements ask about a verb of saying: who acts, whether anybody does, what it takes.
 * In: an article and a cue. Out: token indices – "The firm was accused by [officials] of lying" → officials.
 */
import type { Article } from './article.js'
import type { Candidate, Cue } from './candidates.js'
import { isPassive } from './candidates.js'
import { besideCue, entityAt, likeliest } from './speakers.js'
import { saidNouns } from './cues.js'
import { caseOf, dependents } from './syntax.js'

export type Proposal = Omit<Candidate, 'rule' | 'confidence'>

/** Runs a finder over every verb of saying. */
export const eachCue = (find: (article: Article, cue: Cue) => Proposal | undefined) => (article: Article): Proposal[] =>
  article.cues.flatMap((cue) => {
    const proposal = cue === undefined ? undefined : find(article, cue)
    return proposal === undefined || proposal.content.length === 0 ? [] : [proposal]
  })

export const takes = ({ sense }: Cue, ...frames: Cue['sense']['frames'][number][]): boolean => frames.some((frame) => sense.frames.includes(frame))

/** Who acts: subjects of the verb's own, or the agent of a passive; those shared with another verb are found in speakers.ts. */
export function actors(article: Article, head: number): number[] {
  const { syntax } = article
  const subjects = dependents(syntax, head, 'nsubj')
  if (!isPassive(syntax, head)) {
    // "“No,” said the mayor": a subject may follow its verb only where something is quoted or set off before it.
    const isInverted = /^[,”"’'?!.–—-]$/u.test(syntax.tokens[head - 1]?.text ?? '') || syntax.tokens[head - 1]?.sentence !== syntax.tokens[head]!.sentence
    const inverted = isInverted ? invertedSubject(article, head) : undefined
    if (inverted !== undefined) return [inverted]
    const own = subjects.filter((each) => each < head || isInverted)
    return own.length === 0 ? [] : [likeliest(syntax, own, head)]
  }
  return dependents(syntax, head, 'obl').filter((each) => /^by\b/u.test(caseOf(syntax, each)))
}


/** Whether somebody is seen to act, by the tree or by the order of words. */
export const hasActor = (article: Article, head: number): boolean => actors(article, head).length > 0 || besideCue(article, head) !== undefined
/** "They had no choice, said [his wife]": someone right after the verb, whom the tree takes for an object, as all that was said stands before it. */
function invertedSubject(article: Article, head: number): number | undefined {
  const { syntax } = article
  const clauses = dependents(syntax, head, 'ccomp')
  const [object, ...others] = dependents(syntax, head, 'obj', 'iobj')
  if (object === undefined || others.length > 0 || object < head || object > head + 6 || clauses.length === 0 || clauses.some((each) => each > head)) return undefined
  if (!/^(say|add|write|explain|recall|note|announce)$/iu.test(syntax.tokens[head]!.lemma) || !/^(VBD|VBZ)$/u.test(syntax.tokens[head]!.xpos)) return undefined
  const named = [object, ...dependents(syntax, object, 'appos', 'flat')].flatMap((each) => entityAt(article, each) ?? [])
  return named.some(({ kind }) => /^(person|organization|outlet|group)$/u.test(kind)) ? object : undefined
}

/** "It was reported that …": nobody says it. */
export const isUnsourced = (article: Article, head: number): boolean => isPassive(article.syntax, head) && actors(article, head).length === 0

/** What can be told without being told to anybody. */
const tellable = /^(?:anecdote|falsehood|fib|joke|lie|secret|story|tale|truth|untruth)$/iu

/**
 * Whether a clause that begins with a word says something else than what was said: what came of it, "told so many lies
 * [that nobody listened]", or what a noun names, "responded to reports [that the bridge had fallen]".
 */
export function isAnothers(article: Article, cue: Cue, first: number): boolean {
  const { syntax } = article
  if (first < cue.span.end) return false
  const that = [first, first - 1].find((each) => /^that$/iu.test(syntax.tokens[each]!.text))
  const between = syntax.tokens.slice(cue.span.end, that ?? first)
  if (that !== undefined && between.some(({ text }) => /^(so|such)$/iu.test(text)) && between.some(({ upos }) => upos === 'NOUN')) return true
  if (/^tell$/iu.test(syntax.tokens[cue.head]!.lemma) && dependents(syntax, cue.head, 'obj').some((each) => each < first && tellable.test(syntax.tokens[each]!.lemma))) return true
  if (cue.sense.act !== 'answer' || that === undefined || !/^to$/iu.test(between[0]?.text ?? '')) return false
  const noun = dependents(syntax, cue.head, 'obl').find((each) => each > cue.head && each < first && caseOf(syntax, each) === 'to')
  return noun !== undefined && !/^(person|organization|outlet|group|place)$/u.test(entityAt(article, noun)?.kind ?? '')
}

/** Whether a word stands in a quotation that its cue does not stand in. */
export function isQuoted({ quotations, resolved }: Article, cue: Cue, token: number): boolean {
  const [{ start }, said] = [resolved.tokens[token]!, resolved.tokens[cue.head]!]
  return quotations.some((each) => each.kind !== 'title' && each.start <= start && start < each.end && !(each.start <= said.start && said.start < each.end))
}

/** The prepositions and conjunctions that introduce a word: "as" of "as a coup". */
export const markerOf = ({ syntax }: Article, token: number): string =>
  dependents(syntax, token, 'case', 'mark').map((each) => syntax.tokens[each]!.text.toLowerCase()).join(' ')

/** What can be rejected without repeating it: "rejected the allegations". */
const accusations = /^(accusation|allegation|charge|claim|criticism|report|rumou?r|speculation|suggestion)$/iu

/** Whether a noun names words: "the suggestion that he lied", "the allegations", but not "that argument". */
export function isSomethingSaid({ syntax }: Article, noun: number): boolean {
  const { lemma } = syntax.tokens[noun]!
  if (!saidNouns.has(lemma.toLowerCase())) return false
  return accusations.test(lemma) || dependents(syntax, noun, 'acl', 'ccomp').some((each) => dependents(syntax, each, 'mark').length > 0)
    || dependents(syntax, noun, 'nmod').some((each) => caseOf(syntax, each) === 'of')
}
