/**
 * Names as they stand in the text, one by one: the analysis' name mentions go in, cleaned and with what was missed; names
 * come out. "President Emmanuel Macron's" → "Emmanuel Macron"; a country that the analysis overlooked is added.
 * Not handled: names that the analysis does not see and that no list knows.
 */
import type { Analysed, Mention, MentionKind, TokenSpan } from '../model.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { knownOutlet } from './outlets.js'
import { personNoun } from './person-nouns.js'
import { headOf, type Syntax } from './syntax.js'
import { quotedTitles } from './quoted-titles.js'

/** A name at one place of the text. */
export interface Occurrence extends TokenSpan {
  readonly text: string
  readonly head: number
  readonly kind: MentionKind
  readonly confidence: number
  /** Index of the mention it comes from; null if it was found by rule. */
  readonly mention: number | null
  /** "Mr", "Mrs": what the courtesy title before it says. */
  readonly gender?: 'masculine' | 'feminine'
}

const named: ReadonlySet<MentionKind> = new Set<MentionKind>(['person', 'organization', 'outlet', 'country', 'city', 'region', 'facility', 'place', 'nationality', 'work', 'product', 'law', 'event', 'other'])
const determiner = /^(the|a|an|this|that|these|those|its|his|her|their|our|my|your)$/i
const courtesy = /^(mr|mrs|ms|miss|mx|sir|dame|lord|lady|dr|prof|professor|madam|madame|mme|monsieur|herr|frau|señor|señora|don|doña|rev|reverend|fr|sen|rep|gov|gen|lt|col|maj|capt|sgt|cpl|adm|brig|cmdr|pres|hon|messrs|king|queen|prince|princess|pope|saint|sheikh|sheik|ayatollah|rabbi|imam|judge|justice|officer)\.?$/i
const masculineCourtesy = /^(mr|sir|lord|monsieur|herr|señor|don|king|prince|pope|sheikh|sheik|ayatollah|rabbi|imam)\.?$/i
const feminineCourtesy = /^(mrs|ms|miss|dame|lady|madam|madame|mme|frau|señora|doña|queen|princess)\.?$/i
/** Titles that stay part of the name of those who have no other: "Pope Francis", "King Charles". */
const keptTitle = /^(king|queen|prince|princess|pope|saint|sheikh|lord|lady)$/i

export function occurrencesOf(analysed: Analysed, syntax: Syntax): Occurrence[] {
  const titles = quotedTitles(analysed)
  const found: Occurrence[] = [...titles.map((span): Occurrence => ({ ...span, text: textOf(analysed, span), head: span.end - 1, kind: 'work', confidence: 0.8, mention: null })),
    // Names inside a title or a longer outlet's name are no mentions of their own.
    ...analysed.mentions.flatMap((mention, i) => clean(analysed, syntax, mention, i)).filter((each) => each.kind === 'work' || !titles.some((span) => span.start <= each.start && each.end <= span.end))]
  const taken = analysed.tokens.map(() => false)
  for (const { start, end } of found) taken.fill(true, start, end)
  for (const extra of overlooked(analysed, taken)) found.push(extra)
  const sorted = withoutOverlaps(found.sort((a, b) => a.start - b.start || b.end - a.end))
  return [...sorted, ...listed(analysed, sorted)].sort((a, b) => a.start - b.start)
}

/** One mention without determiner, possessive, courtesy and titles. */
function clean(analysed: Analysed, syntax: Syntax, mention: Mention, index: number): Occurrence[] {
  if (mention.form !== 'name' || !named.has(mention.kind)) return []
  const { tokens } = analysed
  let { start, end } = mention
  let gender: 'masculine' | 'feminine' | undefined
  while (end > start + 1 && /^(['’]s?|,|\.|[)\]"”“'’])$/.test(tokens[end - 1]?.text ?? '') && !/\.$/.test(tokens[end - 2]?.text ?? '')) end -= 1
  while (start < end - 1 && /^["“”'‘’([]$/.test(tokens[start]?.text ?? '')) start += 1
  if (mention.kind !== 'work') while (start < end - 1 && determiner.test(tokens[start]?.text ?? '')) start += 1
  if (mention.kind === 'person') {
    const before = tokens[start - 1]?.text ?? ''
    while (start < end - 1 && isTitleBefore(analysed, start, end)) {
      const title = tokens[start]?.text ?? ''
      gender ??= courtesyGender(title)
      if (keptTitle.test(title) && end - start === 2) break
      start += 1
    }
    if (start === mention.start) gender = courtesyGender(before)
  }
  const text = textOf(analysed, { start, end })
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const head = mention.head >= start && mention.head < end ? mention.head : headOf(syntax, { start, end })
  return [{ start, end, text, head, kind: mention.kind, confidence: mention.confidence, mention: index, ...(gender && { gender }) }]
}

/** Whether the first token of a person's name is a title: "Mr", "President". */
function isTitleBefore(analysed: Analysed, start: number, end: number): boolean {
  const word = analysed.tokens[start]?.text ?? ''
  if (courtesy.test(word)) return true
  if (end - start < 2) return false
  // "Mayor Bill de Blasio" carries a title, "Judge Reinhold" a name: titles are person nouns that are not all there is.
  return /^\p{Lu}/u.test(word) && personNoun(word)?.isPlural === false && !/^(king|prince|duke|earl|baron|bishop|pope|abbot|knight|miller|baker|cook|hunter|fisher|archer|carpenter|mason|porter|parker|miner|farmer|driver|gardener|shepherd|page|major|dean|marshal|noble|star|head|cardinal|constable|warden|usher|guy|christian|sailor|singer|rector|saint|child|priest|monk|butcher|smith|judge|justice|general|private|young|minor|model|guard|heir|fan|host|mayor|ward|ranger|prior|parson)$/i.test(word)
    || /^(mayor|general|judge|justice|major|bishop|cardinal|king|prince)$/i.test(word)
}

function courtesyGender(title: string): 'masculine' | 'feminine' | undefined {
  return masculineCourtesy.test(title) ? 'masculine' : feminineCourtesy.test(title) ? 'feminine' : undefined
}

/** Countries, their adjectives and outlets that no mention covers. */
function overlooked(analysed: Analysed, taken: readonly boolean[]): Occurrence[] {
  const found: Occurrence[] = []
  const { tokens } = analysed
  for (const block of analysed.sentences) {
    for (let start = block.start; start < block.end; start++) {
      if (!/^\p{Lu}/u.test(tokens[start]?.text ?? '')) continue
      for (let end = Math.min(start + 4, block.end); end > (taken[start] ? start + 1 : start); end--) {
        const kind = known(textOf(analysed, { start, end }), tokens[start]?.upos ?? '')
        if (!kind || end - start > 1 && kind !== 'outlet' && taken.slice(start, end).some(Boolean) || isInsideName(analysed, start, end)) continue
        found.push({ start, end, text: textOf(analysed, { start, end }), head: end - 1, kind, confidence: kind === 'outlet' ? 0.9 : 0.7, mention: null })
        start = end - 1
        break
      }
    }
  }
  return found
}

function known(text: string, upos: string): MentionKind | undefined {
  if (countryNamed(text) && text.length > 2 && upos === 'PROPN') return 'country'
  if (/^(US|UK|UN|EU)$/.test(text)) return /^U[SK]$/.test(text) ? 'country' : 'organization'
  if (countryOfDemonym(text) && /ADJ|PROPN/.test(upos)) return 'nationality'
  const outlet = knownOutlet(text)
  return outlet?.isSure && (text.length > 3 || /^[A-Z]{3,}$/.test(text)) && upos === 'PROPN' ? 'outlet' : undefined
}

/** Whether other capitalised words continue the stretch to a longer name: "China Evergrande". */
function isInsideName(analysed: Analysed, start: number, end: number): boolean {
  const joins = (at: number) => analysed.tokens[at]?.upos === 'PROPN' && /^\p{Lu}/u.test(analysed.tokens[at]?.text ?? '')
    && analysed.tokens[at]?.sentence === analysed.tokens[start]?.sentence && /^(flat|compound)/.test(analysed.tokens[start]?.deprel ?? '')
  return joins(end) || joins(start - 1)
}

/** Capitalised words in a list of names that no mention covers: "Chiang Mai, [Lampang], Uttaradit and Yala". */
function listed({ tokens, ...rest }: Analysed, sorted: readonly Occurrence[]): Occurrence[] {
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

function withoutOverlaps(sorted: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = []
  for (const next of sorted) {
    const last = kept.at(-1)
    if (!last || next.start >= last.end) kept.push(next)
    else if (next.confidence * (next.end - next.start) > last.confidence * (last.end - last.start)) kept[kept.length - 1] = next
  }
  return kept
}

/** The text of tokens as written, with white space made single. */
export function textOf(analysed: Analysed, span: TokenSpan): string {
  const start = analysed.tokens[span.start]?.start ?? 0
  return analysed.text.slice(start, analysed.tokens[span.end - 1]?.end ?? start).replace(/\s+/g, ' ')
}
