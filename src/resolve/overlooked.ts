/**
 * Names that the analysis overlooked and that lists or their surroundings give away: states, their adjectives, outlets, laws,
 * and members of a list of names. The article and what is known go in, further occurrences come out.
 * "Chiang Mai, [Lampang], Uttaradit and Yala". Not handled: unknown names that stand alone.
 */
import type { Analysed, MentionKind } from '../model.js'
import { countryNamed, countryOfDemonym, isRegion } from './countries.js'
import { isNumbered, textOf, type Occurrence } from './occurrence.js'
import { knownOutlet, outletByNoun } from './outlets.js'

/** Countries, their adjectives and outlets that no mention covers. */
export function overlooked(analysed: Analysed, taken: readonly boolean[]): Occurrence[] {
  const found: Occurrence[] = []
  const { tokens } = analysed
  for (const block of analysed.sentences) {
    for (let start = block.start; start < block.end; start++) {
      if (!/^\p{Lu}/u.test(tokens[start]?.text ?? '')) continue
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
