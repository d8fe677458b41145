/**
 * Whom a pronoun that reports stands for, by the manner of news: "Okoro said … “No,” he added." – Okoro.
 * In: drafts of statements. Out: the same in order of their cues, such pronouns given to the last speaker.
 * "They" is in they-who-report.ts. Not handled: speakers described anew ("the minister"), which resolve finds.
 */
import type { Article } from './article.js'
import { isAtWork } from './at-work.js'
import type { Draft } from './drafts.js'
import { startOfCue } from './drafts.js'
import { entityAt, subjectsAbove } from './speakers.js'
import { dependents } from './syntax.js'
import { theyWhoReport } from './they-who-report.js'

/**
 * "Okoro said … “No,” he added.": a pronoun that reports is taken for the last speaker, if that was just before and a
 * person whom no other pronoun contradicts, or for "it" a body. Those who deny or admit may be whom the last speaker spoke about.
 */
export function withPronouns(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  if (!isAtWork('last-speaker')) return drafts
  const { tokens } = article.resolved
  const inOrder = [...drafts].sort((a, b) => startOfCue(article, a) - startOfCue(article, b))
  let last: { readonly speaker: string; readonly end: number } | undefined
  return inOrder.map((draft) => {
    // What is quoted within somebody's words has its speaker from there.
    if (isInWords(article, draft)) return draft
    const they = draft.cue === undefined || draft.speakers.length > 0 ? undefined : subjectsAbove(article, draft.cue.head).find((each) => /^they$/iu.test(tokens[each]!.text))
    const several = they === undefined ? [] : theyWhoReport(article, they)
    if (several.length > 0) return { ...draft, speakers: several, confidence: draft.confidence * 0.8 }
    const pronoun = draft.cue === undefined ? undefined : subjectsAbove(article, draft.cue.head).find((each) => /^(he|she|it)$/iu.test(tokens[each]!.text))
    const ahead = draft.cue === undefined || pronoun === undefined ? undefined : subjectAhead(article, draft.cue.head)
    if (ahead !== undefined) last = { speaker: ahead, end: tokens[draft.tokens[0]!]!.sentence }
    const isNear = last !== undefined && pronoun !== undefined && isJustAfter(article, last, tokens[draft.tokens[0]!]!.sentence) && isConsistent(article, last.speaker, tokens[pronoun]!.text)
    const isIt = pronoun !== undefined && /^it$/iu.test(tokens[pronoun]!.text)
    const suits = last !== undefined && isIt !== isPerson(article, last.speaker)
    const isPlain = draft.speakers.length === 0 || (draft.cue !== undefined && !/^(deny|apologise|accuse|refuse|thank)$/u.test(draft.cue.sense.act))
    const found = isNear && suits && isPlain && !(isIt && draft.speakers.length > 0) && last !== undefined && draft.speakers[0] !== last.speaker
      ? { ...draft, speakers: [last.speaker], confidence: draft.confidence * 0.85 } : draft
    const [speaker] = found.speakers
    if (found.speakers.length === 1 && speaker !== undefined && (isPerson(article, speaker) || isBody(article, speaker))) last = { speaker, end: tokens[Math.max(found.tokens.at(-1)!, found.cue?.head ?? 0)]!.sentence }
    else if (found.speakers.length > 0) last = undefined
    return found
  })
}

/** Whether a draft's cue is itself spoken in somebody's words. */
export const isInWords = ({ quotations, quotedIn }: Article, { cue }: Draft): boolean => cue !== undefined && quotations[quotedIn[cue.head]!]?.kind === 'speech'

/** Whether a sentence is the next, or the next but one where nobody else is spoken of between. */
function isJustAfter({ resolved }: Article, last: { readonly speaker: string; readonly end: number }, sentence: number): boolean {
  const others = resolved.references.some(({ head, entity }) => {
    const at = resolved.tokens[head]!.sentence
    return at > last.end && at < sentence && entity !== last.speaker && resolved.entities.some(({ id, kind }) => id === entity && kind === 'person')
  })
  return sentence - last.end <= (others ? 1 : 2)
}

/** "Though he admitted …, [Rajoy] insisted …": the name that a pronoun in a clause before it stands for. */
function subjectAhead(article: Article, cue: number): string | undefined {
  const { deprel, head } = article.syntax.tokens[cue]!
  if (!deprel.startsWith('advcl') || head < cue) return undefined
  const [id] = dependents(article.syntax, head, 'nsubj').flatMap((each) => each > cue && article.syntax.tokens[each]!.upos === 'PROPN' ? entityAt(article, each)?.id ?? [] : [])
  return id !== undefined && isPerson(article, id) ? id : undefined
}

const isPerson = ({ resolved }: Article, id: string): boolean => resolved.entities.some((each) => each.id === id && each.kind === 'person')

const isBody = ({ resolved }: Article, id: string): boolean => resolved.entities.some((each) => each.id === id && /^(organization|outlet|group)$/u.test(each.kind))

/** Whether nobody calls an entity "she" where "he" is meant. */
export function isConsistent({ resolved }: Article, id: string, pronoun: string): boolean {
  const other = /^he$/iu.test(pronoun) ? /^(she|her|hers|herself)$/iu : /^(he|him|his|himself)$/iu
  const isOther = resolved.references.filter((each) => each.entity === id && each.form === 'pronoun' && other.test(resolved.tokens[each.head]!.text))
  const isSame = resolved.references.filter((each) => each.entity === id && each.form === 'pronoun' && !other.test(resolved.tokens[each.head]!.text))
  return isOther.length <= isSame.length
}
