/**
 * Names as they stand in the text, one by one: the analysis' name mentions go in, cleaned and with what was missed; names
 * come out. "President Emmanuel Macron's" → "Emmanuel Macron"; a country that the analysis overlooked is added.
 * Not handled: names that the analysis does not see and that no list knows.
 */
import { withinBrackets } from './borders.js'
import type { Analysed, Mention, MentionKind, Token, TokenSpan } from '../model.js'
import { countryOfDemonym } from './countries.js'
import { joined } from './joining.js'
import { genderOfGivenName } from './given-names.js'
import { mended } from './mending.js'
import { isSeat, membersOfLists, overlooked, ownersOfTitles } from './overlooked.js'
import { isBody, isSuperlative, personNoun } from './person-nouns.js'
import { isCourtesy, isNumbered, textOf, type Occurrence } from './occurrence.js'
import { withNicknames } from './nicknames.js'
import { headOf, type Syntax } from './syntax.js'
import { quotedTitles } from './quoted-titles.js'
import { afterRank } from './ranks.js'

const named: ReadonlySet<MentionKind> = new Set<MentionKind>(['person', 'organization', 'outlet', 'country', 'city', 'region', 'facility', 'place', 'nationality', 'work', 'product', 'law', 'event', 'other'])
const determiner = /^(the|a|an|this|that|these|those|its|his|her|their|our|my|your)$/i
const office = /^(President|Minister|Governor|Senator|Chancellor|Secretary|Mayor|Ambassador|Spokesman|Spokeswoman|Spokesperson|Director|Chairman|Chairwoman|Commissioner|Representative|Congressman|Congresswoman|Premier|Councillor|Councilman|Professor|Inspector|Sergeant|Colonel|Lieutenant)$/
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
  for (const extra of overlooked(analysed, taken)) {
    found.push(extra)
    taken.fill(true, extra.start, extra.end)
  }
  found.push(...ownersOfTitles(analysed, taken))
  const sorted = mended(analysed, joined(analysed, syntax, withoutOverlaps(withNicknames(analysed, found).sort((a, b) => a.start - b.start || b.end - a.end))))
  return [...sorted, ...membersOfLists(analysed, sorted)].sort((a, b) => a.start - b.start)
}

/** One mention without determiner, possessive, courtesy and titles. */
function clean(analysed: Analysed, syntax: Syntax, mention: Mention, index: number): Occurrence[] {
  if (mention.form === 'pronoun' || !named.has(mention.kind) || mention.form === 'nominal' && !isNameAfterAll(analysed, mention)) return []
  const { tokens } = analysed
  let { start, end } = withinMarks(analysed, mention)
  if (isNumbered(analysed, mention)) return []
  // "Sen. Alma Ruiz ([D-Wis.])": the letter is her party's.
  if (isSeat(analysed, mention.start + 2)) return [{ start: mention.start + 2, end: mention.start + 3, text: tokens[mention.start + 2]!.text, head: mention.start + 2, kind: 'region', confidence: 0.9, mention: index }]
  let gender: 'masculine' | 'feminine' | undefined
  while (end > start + 1 && /^(['’]s?|,|\.|[)\]"”“'’])$/.test(tokens[end - 1]?.text ?? '') && !/\.$/.test(tokens[end - 2]?.text ?? '')) end -= 1
  while (start < end - 1 && /^["“”'‘’([]$/.test(tokens[start]?.text ?? '')) start += 1
  if (mention.kind !== 'work') while (start < end - 1 && determiner.test(tokens[start]?.text ?? '')) start += 1
  // "the National Front party", "east Jerusalem"
  if (/^(organization|outlet)$/.test(mention.kind)) while (end > start + 1 && /^(party|group|company|newspaper|agency|chain|movement|militia|club|team|magazine|network|broadcaster)$/.test(tokens[end - 1]?.text ?? '')) end -= 1
  if (/^(place|region|city|country)$/.test(mention.kind)) while (start < end - 1 && /^(east|west|north|south|eastern|western|northern|southern|central|downtown|nearby|neighbou?ring)$/.test(tokens[start]?.text ?? '')) start += 1
  if (/^(organization|outlet|law)$/.test(mention.kind)) while (start < end - 1 && /^\p{Ll}/u.test(tokens[start]?.text ?? '') && /^\p{Lu}/u.test(tokens[start + 1]?.text ?? '') && !/^(al|el|la|le|de|di|von|van|du|des|der)$/.test(tokens[start]?.text ?? '')) start += 1
  // "NYPD Commissioner" is the NYPD's.
  if (mention.kind === 'organization' && end > start + 1 && office.test(tokens[end - 1]?.text ?? '') && tokens[end - 2]?.text !== 'of') end -= 1
  while (end > start + 1 && /^(and|of|for|the|in|&)$/.test(tokens[end - 1]?.text ?? '')) end -= 1
  // Ranks are nobody's name, and no body's: "Pol Lt-General", "Air Vice-Marshal".
  const rank = afterRank(tokens, start)
  if (rank >= end && (end > start + 1 || rank > end) && /^(person|organization)$/.test(mention.kind)) return []
  if (mention.kind === 'person') {
    // "Harry Potter books"
    while (end > start + 1 && /^\p{Ll}{3,}/u.test(tokens[end - 1]?.text ?? '') && /^\p{Lu}/u.test(tokens[end - 2]?.text ?? '') && tokens[end - 1]?.upos === 'NOUN') end -= 1
    start = Math.min(rank, end - 1)
    const before = tokens[start - 1]?.text ?? ''
    while (start < end - 1 && isTitleBefore(analysed, start, end)) {
      // "Prince of Wales" is called so.
      if (tokens[start + 1]?.text === 'of') break
      const title = tokens[start]?.text ?? ''
      gender ??= courtesyGender(title)
      if (keptTitle.test(title) && end - start === 2) break
      start += 1
    }
    // "Wisconsin Governor Scott Walker"
    for (let i = end - 2; i > start; i--) if (office.test(tokens[i]?.text ?? '')) { start = i + 1; break }
    if (start === mention.start) gender = courtesyGender(before)
  }
  const text = textOf(analysed, { start, end })
  if (mention.kind !== 'person' && !/[\p{Lu}\p{N}]/u.test(text) || determiner.test(text)) return []
  if (mention.kind === 'person' && end > start + 1 && (office.test(tokens[end - 1]?.text ?? '') || isDescription(analysed, start, end)) && !isCourtesy(tokens[start]?.text ?? '')) return []
  if (mention.kind === 'person' && isSuperlative(tokens, start)) return []
  // "Mr. King" is called so, whatever kings there are.
  const isAddressed = /^(mr|mrs|ms|miss)\.?$/i.test(tokens[start - 1]?.text ?? '')
  if (mention.kind === 'person' && end === start + 1 && !isAddressed && (isCourtesy(text) || office.test(text) || personNoun(text) && text !== 'Pope' && tokens[start]?.upos !== 'PROPN')) return []
  if (!/[\p{L}\p{N}]/u.test(text) || /^st\.?$/i.test(text) || end === start + 1 && tokens[start]?.upos === 'PRON' || isBareAdjective(analysed, start, end, mention.kind)) return []
  const head = mention.head >= start && mention.head < end ? mention.head : headOf(syntax, { start, end })
  return [{ start, end, text, head, kind: mention.kind, confidence: mention.confidence, mention: index, ...(gender && { gender }) }]
}

/** "ST. [PARIS]" where the analysis ended a sentence at the point; but "11690 Main St. [Paris]". */
function withSaint(tokens: readonly Token[], start: number): number {
  const at = tokens[start - 1]?.text === '.' ? start - 2 : start - 1
  const isSaint = /^(St|ST)\.?$/.test(tokens[at]?.text ?? '') && (tokens[start]?.start ?? 0) - (tokens[at]?.end ?? 0) <= 2 && (at < start - 1 || /\.$/.test(tokens[at]?.text ?? ''))
  return isSaint && !/^[\p{Lu}\d]/u.test(tokens[at - 1]?.text ?? '') ? at : start
}

/** The stretch of a mention within its brackets; of a work's title up to the mark that closes it: "How to Date in a Post-Dating World". */
function withinMarks({ tokens }: Analysed, mention: Mention): TokenSpan {
  const { start, end } = withinBrackets(tokens, mention, mention.head)
  if (mention.kind !== 'work') return { start: withSaint(tokens, start), end }
  if (!/^["“‘]$/.test(tokens[start - 1]?.text ?? '')) return { start, end }
  const close = tokens.findIndex((token, i) => i >= end && i < start + 12 && /^["”’]$/.test(token.text) && token.sentence === tokens[start]?.sentence)
  return { start, end: close < 0 ? end : close }
}

/** "Republican" in "Republican nominee" names nobody. */
function isBareAdjective({ tokens }: Analysed, start: number, end: number, kind: MentionKind): boolean {
  const token = tokens[start]
  if (end !== start + 1 || !token || !/^(organization|outlet|place|region|city|country|other|nationality)$/.test(kind) ||/^(other|nationality)$/.test(kind) && !/^(hindu|sikh|buddhist)$/i.test(token.text) || countryOfDemonym(token.text) || /^\p{Lu}{2}/u.test(token.text)) return false
  // "Democratic [Women's Caucus]" is the beginning of a name.
  if (/^\p{Lu}/u.test(tokens[token.head]?.text ?? '') && token.head >= end && isBody(tokens[token.head]?.text ?? '')) return false
  // "Democrat Hillary Clinton", "Libertarian Gary Johnson"
  if (/^(Democrat|Republican|Libertarian|Conservative|Socialist|Communist|Liberal|Independent|Tory)$/.test(token.text) && /^\p{Lu}/u.test(tokens[end]?.text ?? '') && tokens[end]?.upos === 'PROPN') return true
  return token.upos === 'ADJ' && token.head >= end || /^(republican|democratic|conservative|socialist|communist|liberal|presidential|federal|catholic|christian|islamic|muslim|jewish|hindu|sikh|buddhist|nazi|fascist|soviet|jihadist|islamist)$/i.test(token.text) && (/^(NOUN|ADJ)$/.test(tokens[end]?.upos ?? '') || /^\p{Ll}{3}/u.test(tokens[end]?.text ?? ''))
}

/** "the State Department" that the analysis took for a description: all capitals but the article. */
function isNameAfterAll({ tokens }: Analysed, { start, end, head, kind }: Mention): boolean {
  if (!/^(organization|person|place|city)$/.test(kind) || tokens[head]?.upos !== 'PROPN' || end - start > 6) return false
  const words = tokens.slice(start, end).map((token) => token.text)
  const rest = determiner.test(words[0] ?? '') ? words.slice(1) : words
  // "the US Secretary of State" is an office.
  if (kind === 'person' && rest.some((word) => office.test(word))) return false
  return rest.length > 1 && rest.every((word) => /^\p{Lu}/u.test(word) || /^(of|and|for|de|the|&)$/.test(word)) && /^\p{Lu}/u.test(rest.at(-1) ?? '')
}

/** "Gold Star Mom", "Islamic Terrorist": capitals of a headline, but a noun for people at the end and no given name before it. */
function isDescription({ tokens }: Analysed, start: number, end: number): boolean {
  const last = tokens[end - 1]?.text ?? ''
  return personNoun(last)?.isPlural === false && !surnameLike.test(last) && !/man$/i.test(last) && !tokens.slice(start, end - 1).some((token) => genderOfGivenName(token.text)) && tokens.slice(start, end - 1).every((token) => /^\p{L}{2,}$/u.test(token.text))
}

/** Nouns for people that are surnames as well. */
const surnameLike = /^(king|prince|duke|earl|baron|bishop|pope|abbot|knight|miller|baker|cook|hunter|fisher|archer|carpenter|mason|porter|parker|miner|farmer|driver|gardener|shepherd|page|major|dean|marshal|noble|star|head|cardinal|constable|warden|usher|guy|christian|sailor|singer|rector|saint|child|priest|monk|butcher|smith|judge|justice|general|private|young|minor|model|guard|heir|fan|host|mayor|ward|ranger|prior|parson|skipper|rider|rower|diver|cousin|lover|love|rich|press|public|grower|planter|hawker|merchant|pilgrim|captain|speaker|chancellor|couple|chief|friend|pastor|peer|pilot|pirate|squire|steward|sheriff|twin|rival|speed|fighter|winner|walker|palmer|potter)$/i

/** Whether the first token of a person's name is a title: "Mr", "President". */
function isTitleBefore(analysed: Analysed, start: number, end: number): boolean {
  const word = analysed.tokens[start]?.text ?? ''
  if (isCourtesy(word)) return true
  if (end - start < 2) return false
  // "Mayor Bill de Blasio" carries a title, "Judge Reinhold" a name: titles are person nouns that are not all there is.
  return /^\p{Lu}/u.test(word) && personNoun(word)?.isPlural === false && !surnameLike.test(word)
    || /^(mayor|general|judge|justice|major|bishop|cardinal|king|prince)$/i.test(word)
}

function courtesyGender(title: string): 'masculine' | 'feminine' | undefined {
  return masculineCourtesy.test(title) ? 'masculine' : feminineCourtesy.test(title) ? 'feminine' : undefined
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
