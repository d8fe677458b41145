/**
 * Where a reported clause begins and ends, when the tree leaves words of it out.
 * In: an article, a cue, the tokens taken for its content. Out: the tokens with gaps closed and the clause carried on to
 * the next mark – "said it was dark [when he left]." –, and back to where it starts: "said [the] mayor was safe".
 * Quotations are left alone; they have marks of their own (contents.ts).
 */
import type { Article } from './article.js'
import type { Cue } from './candidates.js'
import { range, verbCueAt } from './candidates.js'
import { entityAt } from './speakers.js'
import { actors } from './verbs-of-saying.js'

const BOUNDARY = /^[,;:.?!()[\]“”"–—-]+$/u

export function wholeClause(article: Article, cue: Cue, found: readonly number[]): number[] {
  const { tokens } = article.resolved
  const { sentence } = tokens[cue.head]!
  const content = withoutScene(article, cue, withoutSubject(article, cue, found))
  const near = content.filter((each) => tokens[each]!.sentence === sentence)
  const after = near.filter((each) => each > cue.head)
  const before = near.filter((each) => each < cue.head)
  if (near.length < content.length || near.length === 0) return [...content]
  if (near.some((each) => article.quotedIn[each] !== -1)) return before.length > 0 || isSpeech(article, near) ? [...content] : fromItsBeginning(article, cue, content)
  if (before.length > 0 && after.length > 0) return [...content]
  return after.length > 0 ? following(article, cue, after) : preceding(article, cue, before)
}

const isSpeech = ({ quotedIn, quotations }: Article, some: readonly number[]): boolean =>
  some.some((each) => quotations[quotedIn[each]!]?.kind === 'speech')

/** A clause some words of which are quoted, with the words before it that the tree left out. */
function fromItsBeginning(article: Article, cue: Cue, content: readonly number[]): number[] {
  const first = content.find((each) => /[\p{L}\p{N}]/u.test(article.resolved.tokens[each]!.text)) ?? content[0]!
  const gap = range(cue.span.end, first)
  const rest = content.filter((each) => each >= first)
  return isBegunBefore(article, gap, rest) ? [...gap, ...rest] : [...content]
}

/**
 * Without the words before a cue that belong to its subject, where what was said comes after it: "[Okoro, who left early,]
 * said [it was over]". Words before a cue can be said only if a mark parts them from it: "[It was over], Okoro said".
 */
function withoutSubject(article: Article, cue: Cue, content: readonly number[]): readonly number[] {
  const { tokens } = article.resolved
  const before = content.filter((each) => each < cue.head && tokens[each]!.sentence === tokens[cue.head]!.sentence)
  const after = content.filter((each) => each > cue.head)
  const [first, last] = [before[0], before.at(-1)]
  if (first === undefined || last === undefined || after.length < 2 || before.some((each) => article.quotedIn[each] !== -1)) return content
  const isParted = range(last, cue.head).some((each) => /^[,;:.?!”"’'–—-]+$/u.test(tokens[each]!.text))
  const subject = actors(article, cue.head)[0]
  // "It was over[, the club] said": only the words after the last mark are the subject's, if a clause stands before it.
  const comma = isParted ? undefined : before.findLast((each) => tokens[each]!.text === ',')
  const clause = comma === undefined ? [] : before.filter((each) => each < comma)
  if (comma !== undefined && clause.length > 3 && clause.some((each) => /^(VBD|VBZ|VBP|MD)$/u.test(tokens[each]!.xpos)) && !range(comma, cue.head).some((each) => /^(VERB|AUX)$/u.test(tokens[each]!.upos))) {
    return content.filter((each) => each < comma || each > cue.head)
  }
  return !isParted || (subject !== undefined && subject < first) ? content.filter((each) => !before.includes(each)) : content
}

/** "It was an insult, lawmakers said[, as they left the room]": what the speaker did meanwhile is told by the reporter. */
function withoutScene(article: Article, cue: Cue, content: readonly number[]): readonly number[] {
  const { tokens, references } = article.resolved
  const after = content.filter((each) => each > cue.head && /[\p{L}\p{N}]/u.test(tokens[each]!.text))
  const [first, subject] = [after[0], actors(article, cue.head)[0]]
  if (first === undefined || subject === undefined || after.length === content.length || article.quotedIn[first] !== -1) return content
  if (!/^(as|while|when|after|before)$/iu.test(tokens[first]!.text) || tokens[first - 1]?.text !== ',') return content
  const speaker = entityAt(article, subject)?.id
  const isSpeakers = references.some((each) => each.form === 'pronoun' && each.head === first + 1 && each.entity === speaker)
  return isSpeakers ? content.filter((each) => each < cue.head) : content
}

/** A clause after its cue: from "that", or right after the cue, to the next mark. */
function following(article: Article, cue: Cue, content: readonly number[]): number[] {
  const { tokens, sentences } = article.resolved
  const { end: limit } = sentences[tokens[cue.head]!.sentence]!
  let start = content[0]!
  let end = content.at(-1)! + 1
  const isTime = (each: number) => /^(the|that|this|same|following|next|previous|day|week|month|year|morning|afternoon|evening|night|later|earlier)$/iu.test(tokens[each]!.text)
    || article.resolved.times.some((time) => time.tokens.start <= each && each < time.tokens.end)
  const gap = range(cue.span.end, start)
  // "announced Tuesday [that] it is …": what stands before "that" is time or addressee, however the tree has it.
  const that = range(cue.span.end, start + 5).findLast((each) => /^that$/iu.test(tokens[each]?.text ?? '') && (each < start || range(start, each).every(isTime)))
  if (that !== undefined) start = that + 1
  else if (isBegunBefore(article, gap, content)) start = cue.span.end
  else if (gap.length <= 4 && gap.every((each) => /^(DET|ADJ|NOUN|PROPN|PRON|NUM|AUX)$/u.test(tokens[each]!.upos) && tokens[each]!.deprel !== 'iobj' && !isTime(each))) start = cue.span.end
  // "said that [since she was ill], she would stay": the comma ends the clause before, not what was said.
  const isLed = /^(since|if|when|while|although|though|as|after|before|because|despite|unless|until|once|given|unlike)$/iu.test(tokens[start]!.text)
  if (isLed && /^,$/u.test(tokens[end]?.text ?? '')) end++
  const isFree = (each: number) => !BOUNDARY.test(tokens[each]!.text) && verbCueAt(article, each) === undefined && article.quotedIn[each] === -1
  // "complained that it was late[, but that] nobody came": a second clause of what was said.
  const isNextThat = (each: number) => tokens[each]!.text === ',' && /^(and|but|or)$/iu.test(tokens[each + 1]?.text ?? '') && /^that$/iu.test(tokens[each + 2]?.text ?? '')
    && tokens[each + 2]?.upos === 'SCONJ' && !/^(AUX|VERB|ADV)$/u.test(tokens[each + 3]?.upos ?? '')
  // "provided 18 billion dollars [(13.5 billion euros)] in subsidies"
  const bracketed = (each: number) => {
    const length = tokens[each]!.text === '(' ? range(each, Math.min(limit, each + 9)).findIndex((inner) => tokens[inner]!.text === ')') : -1
    return length > 0 && each + length + 1 < limit && isFree(each + length + 1) ? length + 1 : 0
  }
  while (end < limit && (isFree(end) || isNextThat(end) || bracketed(end) > 0)) end += isNextThat(end) ? 3 : Math.max(1, bracketed(end))
  return range(start, end)
}

/**
 * Whether the words between a cue and the content that the tree gives begin it: a clause before "and", or the subject
 * that the content lacks – "said [interest in the game was] growing", "said [it was late and] he was tired".
 */
function isBegunBefore(article: Article, gap: readonly number[], content: readonly number[]): boolean {
  const { tokens } = article.resolved
  const first = gap[0]
  if (first === undefined || gap.some((each) => article.cues[each] !== undefined || /^[,;:.–—-]$/u.test(tokens[each]!.text))) return false
  if (!/^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/u.test(tokens[first]!.upos) || article.resolved.times.some((time) => time.tokens.start <= first && first < time.tokens.end)) return false
  const hasSubject = (some: readonly number[]) => some.some((each) => /^(nsubj|expl|csubj)/u.test(tokens[each]!.deprel))
  const isFinite = (some: readonly number[]) => some.some((each) => /^(VBD|VBZ|VBP|MD)$/u.test(tokens[each]!.xpos))
  if (/^(and|but|or)$/iu.test(tokens[content[0]!]!.text)) return hasSubject(gap) && isFinite(gap)
  return !hasSubject(content) && isFinite(content) && tokens[first]!.deprel !== 'iobj'
}

/** A clause before its cue: from the start of the sentence to the mark before the subject. */
function preceding(article: Article, cue: Cue, content: readonly number[]): number[] {
  const { tokens, sentences } = article.resolved
  const { start: first } = sentences[tokens[cue.head]!.sentence]!
  const comma = range(content.at(-1)!, cue.head).findLast((each) => tokens[each]!.text === ',')
  const hasCue = range(first, content[0]!).some((each) => verbCueAt(article, each) !== undefined || article.quotedIn[each] !== -1)
  const start = hasCue ? content[0]! : first
  const end = comma === undefined || range(content.at(-1)!, comma).some((each) => verbCueAt(article, each) !== undefined) ? content.at(-1)! + 1 : comma
  return range(start, end)
}

/** "confirmed [to Radio Vitosha] the losses", "told [relatives] they had no choice": without whom it was said to, where the tree puts that into the content. */
export function withoutAddressee(article: Article, cue: Cue | undefined, tokens: readonly number[]): readonly number[] {
  const { tokens: all, references } = article.resolved
  const first = tokens[0]
  if (first === undefined) return tokens
  if (cue !== undefined && first === cue.span.end && /^tell$/iu.test(all[cue.head]!.lemma)) {
    const told = references.find(({ start, form }) => start === first && form !== 'adjective')
    return told !== undefined && /^(they|he|she|it|we|I|you|there|that)$/iu.test(all[told.end]?.text ?? '') ? tokens.filter((each) => each >= told.end) : tokens
  }
  if (!/^to$/iu.test(all[first]!.text) || all[first]!.upos !== 'ADP') return tokens
  const addressee = references.find(({ start, head }) => (start === first + 1 || start === first + 2) && head < first + 6)
  const rest = addressee === undefined ? [] : tokens.filter((each) => each >= addressee.end)
  return rest.length >= 3 ? rest : tokens
}
