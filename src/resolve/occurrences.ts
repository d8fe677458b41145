/**
 * Names as they stand in the text, one by one: the analysis' name mentions go in, cleaned and with what was missed; names
 * come out. "President Emmanuel Macron's" → "Emmanuel Macron"; a country that the analysis overlooked is added.
 * Not handled: names that the analysis does not see and that no list knows.
 */
import type { Analysed, Mention, MentionKind, TokenSpan } from '../model.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { knownOutlet } from './outlets.js'
import { isBody, personNoun } from './person-nouns.js'
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
  const sorted = mended(analysed, withoutOverlaps(found.sort((a, b) => a.start - b.start || b.end - a.end)))
  return [...sorted, ...listed(analysed, sorted)].sort((a, b) => a.start - b.start)
}

/** One mention without determiner, possessive, courtesy and titles. */
function clean(analysed: Analysed, syntax: Syntax, mention: Mention, index: number): Occurrence[] {
  if (mention.form === 'pronoun' || !named.has(mention.kind) || mention.form === 'nominal' && !isNameAfterAll(analysed, mention)) return []
  const { tokens } = analysed
  let { start, end } = mention
  let gender: 'masculine' | 'feminine' | undefined
  while (end > start + 1 && /^(['’]s?|,|\.|[)\]"”“'’])$/.test(tokens[end - 1]?.text ?? '') && !/\.$/.test(tokens[end - 2]?.text ?? '')) end -= 1
  while (start < end - 1 && /^["“”'‘’([]$/.test(tokens[start]?.text ?? '')) start += 1
  if (mention.kind !== 'work') while (start < end - 1 && determiner.test(tokens[start]?.text ?? '')) start += 1
  if (/^(organization|outlet|law)$/.test(mention.kind)) while (start < end - 1 && /^\p{Ll}/u.test(tokens[start]?.text ?? '') && /^\p{Lu}/u.test(tokens[start + 1]?.text ?? '') && !/^(al|el|la|le|de|di|von|van|du|des|der)$/.test(tokens[start]?.text ?? '')) start += 1
  while (end > start + 1 && /^(and|of|for|the|in|&)$/.test(tokens[end - 1]?.text ?? '')) end -= 1
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
  if (!/[\p{L}\p{N}]/u.test(text) || end === start + 1 && tokens[start]?.upos === 'PRON' || isBareAdjective(analysed, start, end, mention.kind)) return []
  const head = mention.head >= start && mention.head < end ? mention.head : headOf(syntax, { start, end })
  return [{ start, end, text, head, kind: mention.kind, confidence: mention.confidence, mention: index, ...(gender && { gender }) }]
}

/** "Republican" in "Republican nominee" names nobody. */
function isBareAdjective({ tokens }: Analysed, start: number, end: number, kind: MentionKind): boolean {
  const token = tokens[start]
  if (end !== start + 1 || !token || !/^(organization|outlet|place|region|city|country)$/.test(kind) || countryOfDemonym(token.text) || /^\p{Lu}{2}/u.test(token.text)) return false
  return token.upos === 'ADJ' && token.head >= end || /^(republican|democratic|conservative|socialist|communist|liberal|presidential|federal|catholic|christian|islamic|muslim|jewish)$/i.test(token.text) && /^(NOUN|ADJ)$/.test(tokens[end]?.upos ?? '')
}

/** "the State Department" that the analysis took for a description: all capitals but the article. */
function isNameAfterAll({ tokens }: Analysed, { start, end, head, kind }: Mention): boolean {
  if (!/^(organization|person|place|city)$/.test(kind) || tokens[head]?.upos !== 'PROPN' || end - start > 6) return false
  const words = tokens.slice(start, end).map((token) => token.text)
  const rest = determiner.test(words[0] ?? '') ? words.slice(1) : words
  return rest.length > 1 && rest.every((word) => /^\p{Lu}/u.test(word) || /^(of|and|for|de|the|&)$/.test(word)) && /^\p{Lu}/u.test(rest.at(-1) ?? '')
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
        const kind = known(textOf(analysed, { start, end }), tokens[start]?.upos ?? '') ?? (isLaw(analysed, start, end) ? 'law' : undefined)
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

/** Names that the analysis broke or cut: "[Disaster Prevention] and [Mitigation Department]", "Phone [Kya Shin]", "West [23rd] Street". */
function mended(analysed: Analysed, sorted: readonly Occurrence[]): Occurrence[] {
  const { tokens } = analysed
  const joined: Occurrence[] = []
  for (const each of sorted) {
    const last = joined.at(-1)
    const isSplit = last !== undefined && last.kind === each.kind && tokens[last.start]?.sentence === tokens[each.start]?.sentence && /^(person|organization|outlet|facility)$/.test(each.kind)
      && (each.start === last.end && /^(flat|compound)/.test(tokens[each.kind === 'person' ? each.head : last.head]?.deprel ?? '') || each.start === last.end + 1 && each.kind === 'organization' && /^(and|&|of|for)$/.test(tokens[last.end]?.text ?? '') && isHalf(analysed, last, each))
    if (isSplit) joined[joined.length - 1] = widened(analysed, last, last.start, each.end)
    else joined.push(each)
  }
  return joined.map((each, i) => grown(analysed, each, joined[i - 1]?.end ?? 0, joined[i + 1]?.start ?? tokens.length))
}

/** "Disaster Prevention and Mitigation Department": the second half ends in the noun that the first half lacks. */
function isHalf({ tokens }: Analysed, first: Occurrence, second: Occurrence): boolean {
  return isBody(tokens[second.end - 1]?.text ?? '') && !isBody(tokens[first.end - 1]?.text ?? '') && /^(compound|conj|nmod|flat)/.test(tokens[first.head]?.deprel ?? '') && first.end - first.start < 4
}

/** Takes in the capitalised words that the tree ties to a name. */
function grown(analysed: Analysed, each: Occurrence, after: number, before: number): Occurrence {
  const { tokens } = analysed
  if (!/^(person|organization|facility|place|city|region|law|work)$/.test(each.kind)) return each
  let { start, end } = each
  const isIn = (i: number) => i >= start && i < end
  const isCapital = (i: number) => tokens[i]?.upos === 'PROPN' && /^\p{Lu}\p{L}+$/u.test(tokens[i]?.text ?? '') && tokens[i]?.sentence === tokens[each.start]?.sentence
  while (start > after && isCapital(start - 1) && isIn(tokens[start - 1]?.head ?? -1) && /^(compound|flat)/.test(tokens[start - 1]?.deprel ?? '') && !(each.kind === 'person' && (personNoun(tokens[start - 1]?.text ?? '') || isBody(tokens[start - 1]?.text ?? '') || courtesy.test(tokens[start - 1]?.text ?? '')))) start -= 1
  while (start > after && each.kind === 'person' && isCapital(start - 1) && tokens[start]?.head === start - 1 && /^flat/.test(tokens[start]?.deprel ?? '') && !personNoun(tokens[start - 1]?.text ?? '') && !courtesy.test(tokens[start - 1]?.text ?? '')) start -= 1
  if (end < before && /^(facility|place|city|region)$/.test(each.kind) && /^(Street|Avenue|Road|Boulevard|Square|Bridge|Island|River|Lake|Bay|Airport|County|Province|District)$/.test(tokens[end]?.text ?? '')) {
    end += 1
    if (start > after && /^\d+$/.test(tokens[start - 1]?.text ?? '') && /^(Street|Avenue|Road|Boulevard)$/.test(tokens[end - 1]?.text ?? '')) start -= 1
  }
  while (end < before && isCapital(end) && (/^flat/.test(tokens[end]?.deprel ?? '') && isIn(tokens[end]?.head ?? -1) || /^compound/.test(tokens[end - 1]?.deprel ?? '') && tokens[end - 1]?.head === end && each.kind !== 'person')) end += 1
  return start === each.start && end === each.end ? each : widened(analysed, each, start, end)
}

function widened(analysed: Analysed, each: Occurrence, start: number, end: number): Occurrence {
  return { ...each, start, end, text: textOf(analysed, { start, end }) }
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
