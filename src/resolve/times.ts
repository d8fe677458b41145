/**
 * Times: date expressions resolved against the article's date. The article goes in, times come out.
 * "on Wednesday" in an article of Thursday 2022-07-07 → 2022-07-06; "last week" → 2022-W26; "in 2020" → 2020.
 * Without a date only absolute ones are resolved. What is no real day, as 31 June, is no time, nor is what belongs to a name
 * ("Black Friday", "Flight 1999"). Not handled: seasons, ages, durations without a day ("for two hours").
 */
import type { Analysed, Time } from '../model.js'
import { isReal } from './calendar.js'
import { isMonthsName } from './overlooked.js'
import { tenseAround } from './tenses.js'
import { timeRules } from './time-rules.js'
import type { Article } from './time-words.js'

/** Words that can begin a time expression: all others are passed over. */
const beginning = new RegExp(`^(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun
  |today|tonight|yesterday|tomorrow|last|next|this|these|early|late|mid|earlier|later|coming|past|noon|[’']
  |(?:q[1-4]|the|that|in|between|from|about|around|nearly|almost|some|just|more|over|shortly|midnight
  |an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty
  |first|second|third|fourth|fifth)$)`.replace(/\s+/gu, ''), 'iu')

/** As many words as a time has at most. */
const LONGEST = 14
/** A time is counted from one that was told so many sentences before it at most. */
const REACH = 2

/** Months and days that are somebody's or something's name: "June Carver" is no June. */
function namesIn({ mentions }: Analysed): ReadonlySet<number> {
  const isOther = /^(?:person|organization|outlet|work|facility|product)$/u
  const named = mentions.filter(({ form, kind, end, start }) => form === 'name' && end - start > 1 && isOther.test(kind))
  return new Set(named.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))
}

export function timesOf(analysed: Analysed): Time[] {
  const times: Time[] = []
  const isName = namesIn(analysed)
  const { tokens } = analysed
  for (const sentence of analysed.sentences) {
    for (let start = sentence.start; start < sentence.end;) {
      const isPossible = beginning.test(tokens[start]?.text ?? '') && !isName.has(start)
        && !isMonthsName(analysed, start) && !isNamedDay(analysed, start)
      const last = times.at(-1)
      const isNear = last !== undefined && tokens[start]!.sentence - tokens[last.tokens.start]!.sentence <= REACH
      const found = isPossible ? timeAt(analysed, start, sentence.end, isNear ? last.from : undefined) : undefined
      if (found && isReal(found.from) && (found.until === undefined || isReal(found.until))) times.push(found)
      start = found ? found.tokens.end : start + 1
    }
  }
  return times
}

/** "Black Friday", "Easter Monday", "Sheffield Wednesday", and programmes as "Monday Night Football". */
function isNamedDay({ tokens }: Analysed, at: number): boolean {
  const [before, token, next] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '', tokens[at + 1]?.text ?? '']
  return /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/u.test(token)
    && (namedDays.test(before) || /^(?:Night|Morning|Times|Mirror|Telegraph|Herald)$/u.test(next))
}

const namedDays = /^(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Whit|Maundy|Holy|Shrove|Cyber|Giving|Blue|Ruby|Sheffield|Man|Girl)$/u

/** The longest time expression that begins at a token. */
function timeAt(analysed: Analysed, start: number, limit: number, told: string | undefined): Time | undefined {
  const { tokens, text } = analysed
  const from = tokens[start]?.start ?? 0
  const stretch = text.slice(from, tokens[Math.min(limit, start + LONGEST) - 1]?.end ?? from)
  let best: { time: Time; length: number } | undefined
  for (const rule of timeRules) {
    const match = rule.pattern.exec(stretch)
    if (!match || match[0].length <= (best?.length ?? 0)) continue
    const end = endToken(analysed, start, from + match[0].length)
    const value = end === undefined ? undefined : rule.resolve(match, articleAt(analysed, start, end, told))
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
function articleAt(analysed: Analysed, start: number, end: number, told: string | undefined): Article {
  // "Today" in an entry of a live blog is the day of the entry.
  const written = analysed.blocks[analysed.sentences[analysed.tokens[start]?.sentence ?? -1]?.block ?? -1]?.time ?? analysed.date
  const date = /^\d{4}(-\d{2}(-\d{2})?)?/u.exec(written ?? '')?.[0]
  const [before, after] = [analysed.tokens[start - 1]?.text.toLowerCase() ?? '', analysed.tokens[end]?.text.toLowerCase() ?? '']
  // "Has led the bank since June": whatever the verb, it began before.
  const tense = before === 'since' ? 'past' : tenseAround(analysed, start)
  return { ...(date && { date }), ...(told && { told }), tense, isBeforeNoun: isBeforeNoun(analysed, start, end), before, after }
}

/** Whether all words of a time depend on one another or on a noun after them. */
function isBeforeNoun({ tokens }: Analysed, start: number, end: number): boolean {
  const above = tokens.slice(start, end).map(({ head }) => head).filter((head) => head < start || head >= end)
  return above.length > 0 && above.every((head) => head >= end && head < end + 4 && /^(?:NOUN|PROPN)$/u.test(tokens[head]?.upos ?? ''))
}
