/**
 * Times: date expressions resolved against the article's date. The article goes in, times come out.
 * "on Wednesday" in an article of Thursday 2022-07-07 → 2022-07-06; "last week" → 2022-W26; "in 2020" → 2020.
 * Without a date only absolute ones are resolved. What is no real day, as 31 June, is no time. Not handled: seasons, ages, durations ("for two hours").
 */
import type { Analysed, Time } from '../model.js'
import { isReal } from './calendar.js'
import { isMonthsName } from './overlooked.js'
import { timeRules, type Article } from './time-rules.js'

/** Words that can begin a time expression: all others are passed over. */
const beginning = /^(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|tonight|yesterday|tomorrow|last|next|this|these|early|late|mid|earlier|later|coming|the$|in$|between$|from$|about$|around$|nearly$|almost$|some$|just$|more$|over$|an?$|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|eleven$|twelve$|fifteen$|twenty$|thirty$|first$|second$|third$|fourth$)/i

/** Months and days that are somebody's or something's name: "June Carver" is no June. */
function namesIn({ mentions }: Analysed): ReadonlySet<number> {
  const named = mentions.filter(({ form, kind, end, start }) => form === 'name' && kind !== 'date' && end - start > 1 && /^(?:person|organization|outlet|work|facility)$/u.test(kind))
  return new Set(named.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))
}

export function timesOf(analysed: Analysed): Time[] {
  const times: Time[] = []
  const isName = namesIn(analysed)
  for (const sentence of analysed.sentences) {
    for (let start = sentence.start; start < sentence.end;) {
      const found = !isName.has(start) && !isMonthsName(analysed, start) && beginning.test(analysed.tokens[start]?.text ?? '') ? timeAt(analysed, start, sentence.end) : undefined
      if (found && isReal(found.from) && (found.until === undefined || isReal(found.until))) times.push(found)
      start = found ? found.tokens.end : start + 1
    }
  }
  return times
}

/** The longest time expression that begins at a token. */
function timeAt(analysed: Analysed, start: number, limit: number): Time | undefined {
  const { tokens, text } = analysed
  const from = tokens[start]?.start ?? 0
  const stretch = text.slice(from, tokens[Math.min(limit, start + 14) - 1]?.end ?? from)
  let best: { time: Time; length: number } | undefined
  for (const rule of timeRules) {
    const match = rule.pattern.exec(stretch)
    if (!match || match.index !== 0 || match[0].length <= (best?.length ?? 0)) continue
    const end = endToken(analysed, start, from + match[0].length)
    const value = end === undefined ? undefined : rule.resolve(match, articleAt(analysed, start, end))
    if (end !== undefined && value) best = { time: { tokens: { start, end }, ...value }, length: match[0].length }
  }
  return best?.time
}

/** The token after the one that ends at a character; undefined if the character lies inside a token. */
function endToken(analysed: Analysed, start: number, character: number): number | undefined {
  for (let i = start; i < analysed.tokens.length; i++) {
    const { end } = analysed.tokens[i]!
    if (end === character) return i + 1
    // "Saturday." kept its full stop, or "2022)" its bracket: the pattern may end at the word.
    if (end > character) return /^[\p{P}]+$/u.test(analysed.text.slice(character, end)) ? i + 1 : undefined
  }
  return undefined
}

/** What the rules need to know of the article around the expression. */
function articleAt(analysed: Analysed, start: number, end: number): Article {
  // "Today" in an entry of a live blog is the day of the entry.
  const written = analysed.blocks[analysed.sentences[analysed.tokens[start]?.sentence ?? -1]?.block ?? -1]?.time ?? analysed.date
  const day = /^\d{4}(-\d{2}(-\d{2})?)?/.exec(written ?? '')?.[0]
  return { ...(day && { date: day }), tense: tenseAround(analysed, start), isBeforeNoun: isBeforeNoun(analysed, start, end), before: analysed.tokens[start - 1]?.text.toLowerCase() ?? '', after: analysed.tokens[end]?.text.toLowerCase() ?? '' }
}

/** Whether all words of a time depend on one another or on a noun after them. */
function isBeforeNoun({ tokens }: Analysed, start: number, end: number): boolean {
  const above = tokens.slice(start, end).map(({ head }) => head).filter((head) => head < start || head >= end)
  return above.length > 0 && above.every((head) => head >= end && head < end + 4 && /^(?:NOUN|PROPN)$/u.test(tokens[head]?.upos ?? ''))
}

const coming = /^(due|expect|expected|plan|planned|schedule|scheduled|set|slated|slate|want|hope|intend|agree|prepare|upcoming|next|will|going|arrange|propose|poised)$/

/** The tense of the clause that the expression belongs to, or of one above it: "is expected to meet on Friday" is to come. */
function tenseAround(analysed: Analysed, start: number): Article['tense'] {
  const { tokens } = analysed
  let tense: Article['tense'] | undefined
  for (let at = start, steps = 0; at >= 0 && steps < 8; at = tokens[at]?.head ?? -1, steps++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[start]?.sentence) break
    const helpers = auxiliariesOf(analysed, at)
    if (helpers.some((text) => /^(will|wo|'ll|’ll|shall|would)$/.test(text)) || coming.test(token.lemma) && at !== start) return 'future'
    if (tense === undefined && /^(VERB|AUX)$/.test(token.upos)) {
      if (isTimetabled(analysed, at, helpers)) return 'future'
      if (token.xpos === 'VBG' && helpers.some((text) => /^(is|are|'s|’s|'re|’re)$/.test(text))) return 'future'
      const isPerfect = helpers.some((text) => /^(has|have|'ve|’ve|had)$/.test(text))
      tense = !isPerfect && (/^VB[ZP]$/.test(token.xpos) || helpers.some((text) => /^(is|are)$/.test(text))) ? 'present' : token.xpos === 'VB' ? undefined : 'past'
      // What a clause of its own says is not put in the future by the verb above it: "will leave after he lost on Friday".
      if (tense === 'past' && !/^(xcomp|acl|advcl|amod|nmod)/.test(token.deprel)) break
    }
  }
  return tense ?? 'past'
}

/** "The film opens on Friday": the present of timetables, which headlines use for what has happened. */
function isTimetabled({ tokens, sentences, blocks }: Analysed, at: number, helpers: readonly string[]): boolean {
  const token = tokens[at]!
  return helpers.length === 0 && /^VB[ZP]$/.test(token.xpos) && timetabled.test(token.lemma) && (blocks.length === 1 || blocks[sentences[token.sentence]?.block ?? -1]?.kind !== 'headline')
}

const timetabled = /^(open|start|begin|close|sit|meet|end|return|reopen|resume|premiere|air|launch|expire|finish|take|run|kick|conclude|travel|fly|host|face|vote|arrive|depart|debut|convene|reconvene)$/

function auxiliariesOf({ tokens }: Analysed, head: number): string[] {
  const found: string[] = []
  for (let i = Math.max(0, head - 8); i < head; i++) if (tokens[i]?.head === head && /^(aux|cop)/.test(tokens[i]?.deprel ?? '')) found.push(tokens[i]?.text.toLowerCase() ?? '')
  return found
}
