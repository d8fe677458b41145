/**
 * What the words beside a name say of its kind: "the town of X" → place, "Mayor X" → person, "the newspaper X" → outlet.
 * One occurrence goes in; hints with weights come out. A weight of 1 counts as much as one sure mention.
 */
import type { Analysed, MentionKind } from '../model.js'
import type { Occurrence } from './occurrence.js'
import { outletByNoun, type OutletKind } from './outlets.js'
import { genderOfGivenName } from './given-names.js'
import { personNoun } from './person-nouns.js'

export interface Hint { readonly kind: MentionKind; readonly weight: number; readonly outletKind?: OutletKind }

const placeSort = /^(city|town|village|province|state|region|district|county|island|department|municipality|suburb|area|port|hamlet|prefecture|governorate|peninsula|enclave|territory|neighbou?rhood|provinces|cities|towns|villages|districts|regions|islands|states|capital|republic)$/i
const areaSort = /^(province|state|region|district|county|department|prefecture|governorate|territory|provinces|districts|regions|states|capital|republic)$/i
const ruled = /^(mayor|governor|residents?|people|outskirts|citizens|streets|north|south|east|west|northeast|northwest|southeast|southwest|centre|center|coast|bishop|archbishop|duke)$/i

const companySort = /^(movement|forum|organi[sz]ation|association|alliance|coalition|federation|band|quartet|trio|duo|ensemble|orchestra|operator|manufacturer|maker|retailer|carrier|airline|company|firm|giant|bank|lender|club|union|charity|publisher|insurer|startup|start-up|developer|provider|supplier|brand|chain|carmaker|automaker|subsidiary|conglomerate|foundation|militia|contractor|utility|producer|think-tank|giants|firms|companies|carriers|airlines|retailers|banks|lenders|carmakers|groups|makers|manufacturers|operators)$/i
const craft = /^(ship|vessel|ferry|boat|submarine|frigate|yacht|tanker|trawler|aircraft|rocket|satellite|telescope|spacecraft|freighter|warship|destroyer|cruiser)$/i

/** What a firm may be as well as a person: "its joint venture partner General Electric". */
const eitherSort = /^(partner|owner|co-owner|rival|competitor|supplier|developer|publisher|shareholder|investor|backer|sponsor|member|employer|ally|dealer|trader|creditor|host|client|customer|defendant|plaintiff|contractor|builder|distributor)$/i

/** What an apposition says of a name: "Morgan Stanhope, a bank", "the Sandra Ruiz, a ferry". */
const apposed: readonly (readonly [RegExp, MentionKind])[] = [
  [/^(ship|vessel|ferry|boat|submarine|frigate|yacht|tanker|trawler|freighter|warship|destroyer|cruiser|satellite|spacecraft|dog|cat|horse|bear|elephant|whale)$/i, 'product'],
  [/^(bank|lender|insurer|company|firm|retailer|airline|carrier|charity|union|nonprofit|non-profit|think-tank|startup|start-up|club|university|college|hospital|museum|foundation|subsidiary|conglomerate|carmaker|automaker|brewery|supermarket)$/i, 'organization'],
  [/^(town|city|village|suburb|hamlet|province|island|municipality)$/i, 'city'],
]

/** Words of parties that may stand before a member: "Labour MP", "Green leader". */
const party = /^(Labour|Conservative|Tory|Liberal|Liberal Democrat|Lib Dem|Green|SNP|DUP|SDLP|UKIP|UUP|NDP|CDU|SPD|FDP|AfD|Plaid Cymru|Sinn F[eé]in|Fine Gael|Fianna F[aá]il|Reform UK|Likud|PSOE|Podemos|ANC|BJP)s?$/

const given = (word: string): boolean => genderOfGivenName(word) !== undefined

/** What only firms and bodies do, or have done to them: "Norvex bought Telda". */
const dealing = /^(buy|acquire|purchase|sue|launch|merge|outsource|manufacture|lay_off|rebrand)$/

/** A single word that buys, sues or is bought is rather a firm than a person without a given name. */
function isDealing({ tokens }: Analysed, { start, end, head, kind }: Occurrence): boolean {
  const { deprel = '', head: above = -1 } = tokens[head] ?? {}
  if (end !== start + 1 || kind !== 'person' || given(tokens[start]?.text ?? '') || /^(NOUN|PROPN)$/.test(tokens[start - 1]?.upos ?? '')) return false
  const { lemma = '', upos = '' } = tokens[above] ?? {}
  return upos === 'VERB' && (deprel === 'nsubj' && dealing.test(lemma) || deprel === 'obj' && /^(buy|acquire|purchase|join)$/.test(lemma))
}

/** What stands in apposition behind a name. */
function appositionHint(word: (i: number) => string, end: number): Hint | undefined {
  if (word(end) !== ',' || !/^(an?|the)$/i.test(word(end + 1))) return undefined
  for (let i = end + 2; i < end + 6 && word(i) && !/^(,|of|for|in|that|which|who|['’]s?)$/i.test(word(i)); i++) {
    const found = /^(,|\.|of|in|that|which|based|with|and)$/i.test(word(i + 1)) ? apposed.find(([form]) => form.test(word(i))) : undefined
    if (found) return { kind: found[1], weight: found[1] === 'product' ? 3 : 2 }
  }
  return undefined
}

/** "[The] Maria Rosa": people have no article, ships and horses have. But "the Ann Ely campaign", "the Tom Reed who". */
function isWithArticle({ tokens }: Analysed, { start, end, kind }: Occurrence): boolean {
  const next = tokens[end]
  return kind === 'person' && end - start === 2 && /^the$/i.test(tokens[start - 1]?.text ?? '') && tokens[start - 1]?.sentence === tokens[start]?.sentence
    && (next?.sentence !== tokens[start]?.sentence || !/^(NOUN|PROPN|ADJ|PART|PRON|PUNCT)$/.test(next?.upos ?? '') || /^[,.]$/.test(next?.text ?? ''))
}

export function hintsBeside(analysed: Analysed, occurrence: Occurrence): Hint[] {
  const { start, end, kind, text } = occurrence
  const { tokens } = analysed
  const sentence = tokens[start]?.sentence
  const word = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i]?.text ?? '' : '')
  const before = word(start - 1), two = word(start - 2), after = word(end)
  const hints: Hint[] = []
  const outlet = outletBeside(word, { start, end })
  if (outlet) hints.push({ kind: 'outlet', weight: 1.5, outletKind: outlet })
  // "The Nation has established that …"
  if (before === 'The' && kind !== 'person' && /^(has|have|had|understands|can|could)$/.test(after) && /^(established|learned|learnt|reliably|obtained|reveal|confirm|seen|been|exclusively)$/.test(word(end + 1)) && !/^been$/.test(word(end + 1))) hints.push({ kind: 'outlet', weight: 1.5 })
  if (/^(clan|mafia|cartel|crime|syndicate|mob)$/i.test(after)) hints.push({ kind: 'organization', weight: 1.5 })
  if (isDealing(analysed, occurrence)) hints.push({ kind: 'organization', weight: 1.5 })
  const apposition = appositionHint(word, end)
  if (apposition) hints.push(apposition)
  if (isWithArticle(analysed, occurrence)) hints.push({ kind: 'product', weight: 2.5 })
  if (/^(by the name|nicknamed|alias)$/i.test(`${word(start - 3)} ${two} ${before}`.trim()) || /^by the name ["“‘'`]+$/i.test(`${word(start - 4)} ${word(start - 3)} ${two} ${before}`)) hints.push({ kind: 'person', weight: 2 })
  if (/^of$/i.test(before) && placeSort.test(two)) hints.push({ kind: areaSort.test(two) ? 'region' : 'city', weight: 1.5 })
  if (/^of$/i.test(before) && ruled.test(two)) hints.push({ kind: 'city', weight: 1.1 })
  if (placeSort.test(after) && kind !== 'person' && kind !== 'nationality' && !/^(state|states|department|area|capital|republic)$/i.test(after)) hints.push({ kind: areaSort.test(after) ? 'region' : 'city', weight: 1 })
  if (/^in$/i.test(before) && kind !== 'person' && !/^\p{Lu}{3,}$/u.test(text)) hints.push({ kind: 'city', weight: 0.35 })
  if (companySort.test(before) && !/^(a|an|his|her)$/i.test(before)) hints.push({ kind: 'organization', weight: text.includes(' ') ? 0.8 : 1.5 })
  else if (craft.test(before)) hints.push({ kind: 'product', weight: 1.5 })
  else if (kind !== 'nationality' && personNoun(before)?.isPlural === false && !eitherSort.test(before) && /^\p{L}/u.test(before) && !/['’]/.test(two.slice(-1)) && !/^(the|a)$/i.test(before) && tokens[start - 1]?.upos !== 'VERB') hints.push({ kind: 'person', weight: /^\p{Lu}/u.test(before) ? 0.5 : 0.7 })
  // "Brant MPP Dave Levac", "Renfrew Mayor Ann Lee"
  if (party.test(text) && (personNoun(after)?.isPlural === false || /^(MP|MPP|MLA|MSP|TD|MEP)s?$/.test(after))) hints.push({ kind: 'organization', weight: 1.8 })
  else if (/^(Gov|Sen|Rep|Atty|Lt|Mayor|Congressman)\.?$/.test(after) && /^[\p{Lu}.]/u.test(word(end + 1)) && !text.includes(' ')) hints.push({ kind: 'region', weight: 1.5 })
  else if (/^(MP|MPP|MLA|MNA|MSP|Mayor|Governor|Senator|Councill?or|Alderman|Congressman|Congresswoman)$/.test(after) && /^\p{Lu}/u.test(word(end + 1)) && !text.includes(' ')) hints.push({ kind: 'region', weight: 1.1 })
  if (/^(captain|coach|manager|striker|midfielder|defender|goalkeeper|winger|forward|fans|players?)$/.test(after)) hints.push({ kind: 'organization', weight: 0.8 })
  if (/^['’]s?$/.test(after) && /^(match|game|squad|season|captain|coach|players|shares|headquarters|board|ceo|fans|members|website|customers|employees)$/i.test(word(end + 1))) hints.push({ kind: 'organization', weight: 0.6 })
  if (/^(join|joined|joins|joining)$/.test(before) || /^against$/.test(before) && /^(match|game|win|defeat|draw|tie|victory)$/.test(two)) hints.push({ kind: 'organization', weight: 0.4 })
  if (/^(mr|mrs|ms|dr|sen|rep|gov|gen)\.?$/i.test(before)) hints.push({ kind: 'person', weight: 1.5 })
  if (/^,$/.test(after) && /^\d\d$/.test(word(end + 1)) && word(end + 2) === ',') hints.push({ kind: 'person', weight: 1 })
  if (after === ':' && /^(work|law|event|product|other)$/.test(kind) && isOpening(analysed, start)) hints.push({ kind: 'city', weight: 0.8 })
  // "Philip Bareham of Lansing, who" is who is from there.
  if (/^who$/i.test(after === ',' ? word(end + 1) : after) && !/^(of|in|from|at|near|for|with)$/i.test(kind === 'person' ? '' : before)) hints.push({ kind: 'person', weight: 0.6 })
  return hints
}

/** "Makkah: The ministry said …": what a paragraph opens with is where the news comes from. */
function isOpening({ tokens, sentences, blocks }: Analysed, start: number): boolean {
  const block = sentences[tokens[start]?.sentence ?? -1]?.block ?? -1
  return blocks[block]?.kind === 'paragraph' && tokens[start]?.start === blocks[block]?.start && !sentences.some((sentence) => sentence.block < block && blocks[sentence.block]?.kind === 'paragraph')
}

/** Names that follow each other with nothing but commas and "and" between them: three or more. */
export function listsOf({ tokens }: Analysed, occurrences: readonly Occurrence[]): Occurrence[][] {
  const lists: Occurrence[][] = []
  let list: Occurrence[] = []
  for (const each of occurrences) {
    const last = list.at(-1)
    const between = last ? tokens.slice(last.end, each.start) : []
    const isNext = last !== undefined && tokens[last.start]?.sentence === tokens[each.start]?.sentence && between.length > 0 && between.length <= 2 && between.every((token) => /^(,|and|&|or)$/.test(token.text))
    if (isNext) { list.push(each); continue }
    if (list.length > 2) lists.push(list)
    list = [each]
  }
  return list.length > 2 ? [...lists, list] : lists
}

/** "the newspaper Trud", "Trud newspaper", "the Sofia-based broadcaster bTV", "France 2 television", "Trud, a daily". */
function outletBeside(word: (i: number) => string, { start, end }: { start: number; end: number }): OutletKind | undefined {
  const before = word(start - 1), after = word(end)
  const isOwner = /^['’]s?$/.test(word(start - 2))
  if (!isOwner && /^agency$/i.test(before)) return /^(news|press)$/i.test(word(start - 2)) ? 'NewsAgency' : undefined
  if (!isOwner && outletByNoun(before) && !/^(network|platform|station|paper|journal|weekly|channel|agencies|site|outlet)$/i.test(before)) return outletByNoun(before)
  if (!isOwner && /^(station|channel|network|weekly|paper|site|outlet)$/i.test(before) && /^(tv|television|radio|news|broadcasting|german|french|news|local|private|state)$/i.test(word(start - 2))) return outletByNoun(before)
  if (/^(television|tv|radio|newspaper|magazine|broadcaster|newswire)$/i.test(after)) return outletByNoun(after)
  if (/^news$/i.test(after) && /^(agency|website|site|portal|channel|service|magazine)$/i.test(word(end + 1))) return outletByNoun(/agency|service/i.test(word(end + 1)) ? 'news agency' : word(end + 1))
  if (after === ',' && /^(an?|the)$/i.test(word(end + 1))) {
    for (let i = end + 2; i < end + 7 && word(i) && word(i) !== ','; i++) {
      if (/^(newspaper|broadcaster|tabloid|broadsheet|magazine|website)$/i.test(word(i))) return outletByNoun(word(i))
      if (/^(of|for|in|that|which|who|['’]s?)$/i.test(word(i))) break
    }
  }
  return undefined
}
