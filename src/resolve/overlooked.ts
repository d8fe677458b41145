/**
 * Names that the analysis overlooked and that lists or their surroundings give away: states, their adjectives, outlets, laws,
 * members of a list of names, and what a title is of: "[Halden] mayor Ana Sol". The article and what is known go in, further occurrences come out.
 * "Chiang Mai, [Lampang], Uttaradit and Yala". Not handled: unknown names that stand alone.
 */
import type { Analysed, MentionKind } from '../model.js'
import { countryNamed, countryOfDemonym, isRegion } from './countries.js'
import { genderOfGivenName } from './given-names.js'
import { isNumbered, textOf, type Occurrence } from './occurrence.js'
import { knownOutlet, outletByNoun } from './outlets.js'

/** Countries, their adjectives and outlets that no mention covers. */
export function overlooked(analysed: Analysed, taken: readonly boolean[]): Occurrence[] {
  const found: Occurrence[] = []
  const { tokens } = analysed
  tokens.forEach((_, start) => {
    const span = { start, end: start + 2 }
    if (isMonthsName(analysed, start) && !taken[start] && !taken[start + 1]) found.push({ ...span, text: textOf(analysed, span), head: start + 1, kind: 'person', confidence: 0.7, mention: null })
  })
  for (const block of analysed.sentences) {
    for (let start = block.start; start < block.end; start++) {
      if (!/^\p{Lu}/u.test(tokens[start]?.text ?? '')) continue
      if (isSeat(analysed, start) && !taken[start]) found.push({ start, end: start + 1, text: tokens[start]!.text, head: start, kind: 'region', confidence: 0.9, mention: null })
      for (let end = Math.min(start + 4, block.end); end > (taken[start] ? start + 1 : start); end--) {
        if (/^(\p{P}|['’]s)$/u.test(tokens[end - 1]?.text ?? '')) continue
        const kind = known(textOf(analysed, { start, end }), tokens[start]?.upos ?? '', tokens[end]?.text ?? '') ?? (isLaw(analysed, start, end) ? 'law' : undefined)
        if (!kind || end - start > 1 && kind !== 'outlet' && taken.slice(start, end).some(Boolean) || isInsideName(analysed, start, end) || isNumbered(analysed, { start, end })) continue
        found.push({ start, end, text: textOf(analysed, { start, end }), head: end - 1, kind, confidence: kind === 'outlet' ? 0.9 : 0.7, mention: null })
        start = end - 1
        break
      }
    }
  }
  return found
}

/** "[April Summers] met May Winters": a month before another name, of which it is the given name. */
export function isMonthsName({ tokens }: Analysed, at: number): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!/^(April|May|June|August|January|March)$/.test(token?.text ?? '') || next?.sentence !== token?.sentence || next?.upos !== 'PROPN' || !/^\p{Lu}\p{Ll}{2,}$/u.test(next.text) || calendar.test(next.text)) return false
  const isTied = next.head === at && /^flat/.test(next.deprel) || token?.head === at + 1 && /^(compound|flat)/.test(token.deprel) && genderOfGivenName(token.text) !== undefined
  // At the opening of a sentence, with a verb right behind: "April Summers resigned."
  const isSubject = /^nsubj/.test(next.deprel) && after?.upos === 'VERB' && (at === 0 || tokens[at - 1]?.sentence !== token?.sentence)
  return isTied && !/^(in|last|this|next|since|until|by|of)$/i.test(tokens[at - 1]?.text ?? '') || isSubject
}

const calendar = /^(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Day|Fools?|Madness|Revolution|Uprising)$/

function known(text: string, upos: string, after: string): MentionKind | undefined {
  if (countryNamed(text) && text.length > 2 && upos === 'PROPN') return 'country'
  if (/^(US|UK|UN|EU)$/.test(text)) return /^U[SK]$/.test(text) ? 'country' : 'organization'
  if (isRegion(text) && upos === 'PROPN') return 'region'
  if (countryOfDemonym(text) && /ADJ|PROPN/.test(upos)) return 'nationality'
  const outlet = knownOutlet(text)
  // "Focus magazine said": the noun tells that the word is meant as a name.
  if (outlet && outletByNoun(after) === outlet.kind && /^(magazine|newspaper|daily|weekly|television|TV|radio|broadcaster|agency)$/.test(after)) return 'outlet'
  return outlet?.isSure && (text.length > 3 || /^[A-Z]{2,}$/.test(text)) && upos === 'PROPN' ? 'outlet' : undefined
}

/** "Sen. Alma Ruiz (D-[Wis.])", "…, R-[Texas]": the state behind the letter of a party. */
export const isSeat = ({ tokens }: Analysed, at: number): boolean => isRegion(tokens[at]?.text ?? '')
  && /^[-–]$/.test(tokens[at - 1]?.text ?? '') && /^[DRI]$/.test(tokens[at - 2]?.text ?? '') && /^[(,]$/.test(tokens[at - 3]?.text ?? '')

/** "Election Law", "Clean Air Act". */
function isLaw({ tokens }: Analysed, start: number, end: number): boolean {
  return end - start > 1 && /^(Act|Law|Treaty|Convention|Constitution|Accord|Accords|Protocol|Amendment)$/.test(tokens[end - 1]?.text ?? '') && tokens.slice(start, end).every((token) => /^\p{Lu}\p{L}/u.test(token.text) && token.upos !== 'DET')
}

/** Whether other capitalised words continue the stretch to a longer name: "China Evergrande". */
function isInsideName(analysed: Analysed, start: number, end: number): boolean {
  const joins = (at: number) => analysed.tokens[at]?.upos === 'PROPN' && /^\p{Lu}/u.test(analysed.tokens[at]?.text ?? '')
    && analysed.tokens[at]?.sentence === analysed.tokens[start]?.sentence && /^(flat|compound)/.test(analysed.tokens[start]?.deprel ?? '')
  return joins(end) || joins(start - 1)
}

/** Chance from which a word that a title is said to be of is a name, though nothing else takes it for one. */
const SURELY_OWNER = 0.6

/** "[South Carolina] Sen. Ana Sol", "former [Arvo-Benes] CEO": capitalised words that a title is of, and that no mention covers. */
export function ownersOfTitles(analysed: Analysed, taken: readonly boolean[]): Occurrence[] {
  const { tokens, titles } = analysed
  return titles.flatMap((title) => title.of.filter(({ confidence }) => confidence >= SURELY_OWNER).flatMap(({ token }): Occurrence[] => {
    const isPart = (at: number): boolean => tokens[at]?.sentence === tokens[token]!.sentence && !taken[at] && (at < title.start || at >= title.end)
      && (tokens[at]!.upos === 'PROPN' && /^\p{Lu}/u.test(tokens[at]!.text) || /^[-–]$/.test(tokens[at]!.text))
    if (!isPart(token)) return []
    let [start, end] = [token, token + 1]
    while (isPart(start - 1)) start -= 1
    while (isPart(end)) end += 1
    const text = textOf(analysed, { start, end })
    const kind = countryNamed(text) ? 'country' : isRegion(text) ? 'region' : 'organization'
    return /^[-–]|[-–]$/.test(text) ? [] : [{ start, end, text, head: end - 1, kind, confidence: 0.6, mention: null }]
  })).filter((each, i, all) => all.findIndex((other) => other.start === each.start) === i)
}

/** Capitalised words in a list of names that no mention covers: "Chiang Mai, [Lampang], Uttaradit and Yala". */
export function membersOfLists({ tokens, ...rest }: Analysed, sorted: readonly Occurrence[]): Occurrence[] {
  const startingAt = new Set(sorted.map((each) => each.start))
  const found: Occurrence[] = []
  for (const { end } of sorted) {
    for (let at = end; tokens[at]?.text === ',' && !startingAt.has(at + 1);) {
      let last = at + 1
      while (/^\p{Lu}\p{L}+$/u.test(tokens[last]?.text ?? '') && tokens[last]?.sentence === tokens[at]?.sentence && !startingAt.has(last)) last += 1
      const isName = last > at + 1 && last <= at + 4 && tokens[at + 1]?.upos === 'PROPN' && /^(,|and|&)$/.test(tokens[last]?.text ?? '') && (startingAt.has(last + 1) || tokens[last]?.text === ',' && /^\p{Lu}/u.test(tokens[last + 1]?.text ?? ''))
      if (!isName) break
      found.push({ start: at + 1, end: last, text: textOf({ tokens, ...rest }, { start: at + 1, end: last }), head: last - 1, kind: 'other', confidence: 0.4, mention: null })
      at = last
    }
  }
  return found.filter((each, i) => found.findIndex((other) => other.start === each.start) === i)
}
