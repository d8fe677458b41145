/**
 * Where a reported clause begins and ends, when the tree leaves words of it out.
 * In: an article, a cue, the tokens taken for its content. Out: the tokens with gaps closed and the clause carried on to
 * the next mark – "said it was dark [when he left]." –, and back to where it starts: "said [the] mayor was safe".
 * Quotations are left alone; they have marks of their own (contents.ts).
 */
import type { Article } from './article.js'
import type { Cue } from './candidates.js'
import { range, verbCueAt } from './candidates.js'

const BOUNDARY = /^[,;:.?!()[\]“”"–—-]+$/u

export function wholeClause(article: Article, cue: Cue, content: readonly number[]): number[] {
  const { tokens } = article.resolved
  const { sentence } = tokens[cue.head]!
  const near = content.filter((each) => tokens[each]!.sentence === sentence)
  const after = near.filter((each) => each > cue.head)
  const before = near.filter((each) => each < cue.head)
  if (near.length < content.length || near.length === 0 || near.some((each) => article.quotedIn[each] !== -1)) return [...content]
  if (before.length > 0 && after.length > 0) return [...content]
  return after.length > 0 ? following(article, cue, after) : preceding(article, cue, before)
}

/** A clause after its cue: from "that", or right after the cue, to the next mark. */
function following(article: Article, cue: Cue, content: readonly number[]): number[] {
  const { tokens, sentences } = article.resolved
  const { end: limit } = sentences[tokens[cue.head]!.sentence]!
  let start = content[0]!
  let end = content.at(-1)! + 1
  const isTime = (each: number) => article.resolved.times.some((time) => time.tokens.start <= each && each < time.tokens.end)
  const gap = range(cue.span.end, start)
  // "announced Tuesday [that] it is …": what stands before "that" is time or addressee, however the tree has it.
  const that = range(cue.span.end, start + 5).findLast((each) => /^that$/iu.test(tokens[each]?.text ?? '') && (each < start || range(start, each).every(isTime)))
  if (that !== undefined) start = that + 1
  else if (isBegunBefore(article, gap, content)) start = cue.span.end
  else if (gap.length <= 4 && gap.every((each) => /^(DET|ADJ|NOUN|PROPN|PRON|NUM|AUX)$/u.test(tokens[each]!.upos) && tokens[each]!.deprel !== 'iobj' && !isTime(each))) start = cue.span.end
  // "said that [since she was ill], she would stay": the comma ends the clause before, not what was said.
  const isLed = /^(since|if|when|while|although|though|as|after|before|because|despite|unless|until|once|given|unlike)$/iu.test(tokens[start]!.text)
  if (isLed && /^,$/u.test(tokens[end]?.text ?? '')) end++
  while (end < limit && !BOUNDARY.test(tokens[end]!.text) && verbCueAt(article, end) === undefined && article.quotedIn[end] === -1) end++
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

/** "confirmed [to Radio Vitosha] the losses": without whom it was said to, where the tree puts that into the content. */
export function withoutAddressee(article: Article, tokens: readonly number[]): readonly number[] {
  const { tokens: all, references } = article.resolved
  const first = tokens[0]
  if (first === undefined || !/^to$/iu.test(all[first]!.text) || all[first]!.upos !== 'ADP') return tokens
  const addressee = references.find(({ start, head }) => (start === first + 1 || start === first + 2) && head < first + 6)
  const rest = addressee === undefined ? [] : tokens.filter((each) => each >= addressee.end)
  return rest.length >= 3 ? rest : tokens
}
