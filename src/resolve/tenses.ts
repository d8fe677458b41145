/**
 * Whether what is said at a time has happened, or is to come: weekdays and days without a year lie on that side of the article.
 * In: an analysed article, and the token that a time begins with. Out: "they met on Friday" → past, "is expected to meet on Friday" and
 * "the film opens on Friday" → future. Not handled: the present that tells a story ("On Friday he walks in").
 */
import type { Analysed } from '../model.js'
import type { Article } from './time-words.js'

const coming = new RegExp(`^(?:due|expect|expected|plan|planned|schedule|scheduled|set|slated|slate|want|hope|intend|agree|prepare
  |upcoming|next|will|going|arrange|propose|poised|forthcoming|aim|likely|tentatively|bound|ready)$`.replace(/\s+/gu, ''), 'u')

/** How far up the tree the verb may be. */
const MOST_STEPS = 8

/** The tense of the clause that the expression belongs to, or of one above it. */
export function tenseAround(analysed: Analysed, start: number): Article['tense'] {
  const { tokens } = analysed
  let tense: Article['tense'] | undefined
  let isAim = false
  for (let at = start, steps = 0; at >= 0 && steps < MOST_STEPS; at = tokens[at]?.head ?? -1, steps++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[start]?.sentence) break
    const helpers = auxiliariesOf(analysed, at)
    if (isToCome(helpers) || (coming.test(token.lemma) && at !== start)) return 'future'
    if (tense !== undefined || !/^(?:VERB|AUX)$/u.test(token.upos)) {
      // "The vote is on Friday": the day itself is what the clause says.
      const isNow = tense === undefined && token.upos !== 'VERB' && helpers.some(isPresentBe)
      if (isNow) return isTime(analysed, at, start) ? 'future' : 'present'
      continue
    }
    if (isTimetabled(analysed, at, helpers) || (/^VBG?$/u.test(token.xpos) && helpers.some(isPresentBe))) return 'future'
    tense = ofVerb(token.xpos, helpers)
    // "Seeks to meet on Friday": what a verb of now leads to is to come.
    if (tense === 'present' && isAim) return 'future'
    isAim ||= token.xpos === 'VB' && isMarkedTo(analysed, at)
    // What a clause of its own says is not put in the future by the verb above it: "will leave after he lost on Friday".
    if (tense === 'past' && !/^(?:xcomp|acl|advcl|amod|nmod)/u.test(token.deprel)) break
  }
  return tense ?? 'past'
}

const isPresentBe = (text: string): boolean => /^(?:is|are|'s|’s|'re|’re)$/u.test(text)
const isPerfect = (text: string): boolean => /^(?:has|have|'ve|’ve|had|having)$/u.test(text)

/** "Will meet", "may resign", but not "may have left". */
const isToCome = (helpers: readonly string[]): boolean =>
  helpers.some((text) => /^(?:will|wo|'ll|’ll|shall|would|may|might|must|should)$/u.test(text)) && !helpers.some(isPerfect)

function ofVerb(xpos: string, helpers: readonly string[]): Article['tense'] | undefined {
  if (!helpers.some(isPerfect) && (/^VB[ZP]$/u.test(xpos) || helpers.some(isPresentBe))) return 'present'
  return xpos === 'VB' ? undefined : 'past'
}

/** Whether the word is the time itself: of "is on [12 March]" it may be the month. */
const isTime = ({ tokens }: Analysed, at: number, start: number): boolean =>
  at >= start && at < start + 3 && /^(?:PROPN|NOUN|NUM)$/u.test(tokens[at]?.upos ?? '')

/** "The film opens on Friday": the present of timetables, which headlines use for what has happened. */
function isTimetabled({ tokens, sentences, blocks }: Analysed, at: number, helpers: readonly string[]): boolean {
  const token = tokens[at]!
  return helpers.length === 0 && /^(?:VB[ZP]|NNS)$/u.test(token.xpos) && timetabled.test(token.lemma)
    && (blocks.length === 1 || blocks[sentences[token.sentence]?.block ?? -1]?.kind !== 'headline')
}

const timetabled = new RegExp(`^(?:open|start|begin|close|sit|meet|end|return|reopen|resume|premiere|air|launch|expire|finish|take|run|kick
  |conclude|travel|fly|host|face|vote|arrive|depart|debut|convene|reconvene|come|go|leave|retire|play|appear|turn|step|hold|tour|fall|cease
  |elect|celebrate|mature)$`.replace(/\s+/gu, ''), 'u')

const isMarkedTo = ({ tokens }: Analysed, verb: number): boolean =>
  tokens.slice(Math.max(0, verb - 3), verb).some(({ text, head }) => head === verb && /^to$/iu.test(text))

function auxiliariesOf({ tokens }: Analysed, head: number): string[] {
  const found: string[] = []
  for (let at = Math.max(0, head - 8); at < head; at++) {
    if (tokens[at]?.head === head && /^(?:aux|cop)/u.test(tokens[at]?.deprel ?? '')) found.push(tokens[at]?.text.toLowerCase() ?? '')
  }
  return found
}
