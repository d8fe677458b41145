/**
 * What the reporter adds behind a clause that somebody said.
 * In: an article, a cue before its content, the tokens of the content. Out: the content without it – "said it would cut jobs[, sending
 * its shares down]", "said it was balanced[, a claim that economists dispute]", "said it was over [but declined to say why]".
 * Not handled: what may as well have been said: ", but residents were not allowed home", "before leaving the court".
 */
import type { Article } from './article.js'
import type { Cue } from './candidates.js'
import { range } from './candidates.js'
import { nounSenses, saidNouns } from './cues.js'

/** What comes of news. */
const consequence = /^(?:anger|cause|delight|disappoint|draw|drive|earn|ease|end|fuel|give|infuriate|invite|lead|leave|lift|outrage|prompt|provoke|push|raise|send|set|spark|surprise|trigger|wipe)$/iu
/** What somebody does instead of saying more. */
const silence = /^(?:decline|refuse)$/iu

export function withoutReporters(article: Article, cue: Cue | undefined, content: readonly number[]): readonly number[] {
  const first = content[0]
  if (cue === undefined || first === undefined || first < cue.head || content.some((each) => article.quotedIn[each] !== -1)) return content
  // "said that if it failed, the firm could leave[, taking its debts along]": what may come is thought on by who said it.
  const isSupposed = content.some((each) => /^(?:if|could|might|may)$/iu.test(article.resolved.tokens[each]!.text) && article.resolved.tokens[each]!.upos !== 'PROPN')
  const cut = isSupposed ? undefined : content.find((each, at) => at > 2 && (isAside(article, each) || isSilence(article, each)))
  return cut === undefined ? content : content.filter((each) => each < cut)
}

/** A comma before what came of the words, or before a noun for the words with a clause of its own. */
function isAside({ resolved: { tokens } }: Article, comma: number): boolean {
  if (tokens[comma]!.text !== ',') return false
  const next = tokens[comma + 1]
  if (next?.xpos === 'VBG') return consequence.test(next.lemma) && /^(DET|PRON|NOUN|PROPN|ADJ|NUM)$/u.test(tokens[comma + 2]?.upos ?? '')
  if (!/^(?:an?|the)$/iu.test(next?.text ?? '')) return false
  const noun = range(comma + 2, comma + 5).find((each) => tokens[each]?.upos === 'NOUN')
  const after = noun === undefined ? '' : tokens[noun + 1]?.text ?? ''
  return noun !== undefined && isOfWords(tokens[noun]!.lemma) && (/^(?:that|which|he|she|they|disputed|denied|rejected|challenged|contradicted|echoed|contested|repeated|made|later)$/iu.test(after) || tokens[noun + 1]?.upos === 'PROPN')
}

const isOfWords = (lemma: string): boolean => saidNouns.has(lemma.toLowerCase()) || nounSenses.has(lemma.toLowerCase())

/** "[but] declined to comment" */
function isSilence({ resolved: { tokens } }: Article, link: number): boolean {
  const at = tokens[link]!.text === ',' ? link + 1 : link
  if (!/^(?:but|and)$/iu.test(tokens[at]?.text ?? '')) return false
  const verb = range(at + 1, at + 4).find((each) => tokens[each]?.upos === 'VERB')
  return verb !== undefined && silence.test(tokens[verb]!.lemma) && /^to$/iu.test(tokens[verb + 1]?.text ?? '')
    && /^(?:answer|comment|confirm|deny|discuss|disclose|elaborate|explain|give|identify|name|offer|provide|reveal|say|speculate|specify|take)$/iu.test(tokens[verb + 2]?.lemma ?? '')
    && range(at + 1, verb).every((each) => tokens[each]!.upos === 'ADV')
}
