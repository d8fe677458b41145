/**
 * What each name of the article is a name of: one kind per name, by the votes of all its mentions, what lists know and
 * what stands beside it. Occurrences go in; kinds per folded name come out.
 * "told Radio Vitosha" → outlet; "the town of Pedro Juan Caballero" → place, whoever else bears such a name.
 * Not handled: one name that truly means two things in one article ("Cagliari", town and club).
 */
import type { Analysed, EntityKind, MentionKind } from '../model.js'
import { hintsBeside, listsOf } from './kind-hints.js'
import { countryNamed, countryOfDemonym, countryOfSeat, isContinent, isHouse, isRegion } from './countries.js'
import { genderOfGivenName } from './given-names.js'
import { fold, isAcronymOf } from './name-forms.js'
import type { Occurrence } from './occurrence.js'
import { isPaperWord, knownOutlet, outletByForm, type OutletKind } from './outlets.js'
import { isPartyPeople } from './peoples.js'
import { isBody } from './person-nouns.js'
import { wellKnown } from './well-known.js'

export interface Kind {
  /** Kind of entity; `adjective` for peoples and nationalities; null for what has no place in the graph. */
  readonly kind: EntityKind | 'adjective' | null
  /** The commonest finer kind. */
  readonly mentionKind: MentionKind
  readonly outletKind?: OutletKind
}

/** A name with all its occurrences and the votes on its kind. */
interface Ballot { readonly name: string; readonly all: readonly Occurrence[]; readonly votes: Map<MentionKind, number>; outletKind?: OutletKind }

const kindOf: Readonly<Record<MentionKind, Kind['kind']>> = {
  person: 'person', organization: 'organization', outlet: 'outlet', country: 'place', city: 'place', region: 'place', facility: 'place', place: 'place',
  nationality: 'adjective', role: null, work: 'work', product: null, law: 'work', event: null, date: null, money: null, other: null,
}

/** Words that end the names of bodies, and of places. */
const bodyNoun = /\b(school district|ministry|department|agency|commission|committee|council|court|tribunal|police|army|navy|air force|forces|party|union|association|federation|organi[sz]ation|bank|corp(oration)?|inc|ltd|llc|plc|gmbh|group|company|co|university|college|institute|school|hospital|clinic|club|fc|academy|foundation|fund|authority|bureau|office|parliament|congress|senate|assembly|front|movement|league|alliance|coalition|church|museum|theat(er|re)|orchestra|ballet|society|board|service|centre|center|embassy|command|brigade|battalion|guard|airlines|airways|motors|holdings|partners|administration|secretariat|chamber|initiative|network|trust|project)$/i
const sureBody = /\b(school district|school board|ministry|department|agency|commission|committee|council|court|tribunal|police|party|association|federation|bank|university|college|institute|hospital|clinic|foundation|parliament|congress|senate|assembly)$/i
const lawNoun = /\b(act|law|bill|treaty|convention|constitution|agreement|accord|directive|amendment|protocol|charter|code)( of \d{4})?$/i
/** What firms call themselves: "April Foods", "Morgan Capital". */
const trade = /\p{L} (foods|capital|systems|media|energy|motors|industries|technologies|airlines|airways|pharma|pharmaceuticals|labs|games|studios|pictures|partners|ventures|holdings|solutions|financial|insurance|records|entertainment|brands|resources|steel|markets|stores|logistics|telecom|software|securities|properties|mining|petroleum|chemicals|electronics|robotics|therapeutics|biosciences|cosmetics|breweries|pubs|hotels|cruises|railways|freight)$/iu
/** What only firms write behind their names. */
const firm = /[\p{L}\d] (corp|inc|ltd|llc|plc|gmbh|co|ag|nv|spa)\.?$/iu
const clubForm = /^(AC|AS|FC|SC|SS|CD|CF|RC|AJ|OGC|VfB|VfL|TSV|SV|BSC|FSV|FK|NK|HNK|CSKA|PSV|AFC|CA) \p{Lu}|\p{L} (FC|CF|AFC|SC|Calcio|United|City FC|Rovers|Wanderers|Athletic|Hotspur)$/u
/** "Helen & Douglas House", "Lucas Heights" are no people. */
const houseNoun = / & |\b(house|hall|heights|hotel|inn|centre|center|clinic|pub|café|cafe|building|tower|court|gardens?|mall|plaza|reactor|mine|garden|high|elementary)$/i
const placeNoun = /\b(city|province|county|(?<!school )district|state|island|islands|sea|ocean|gulf|river|lake|mountain|mountains|valley|bay|peninsula|street|avenue|road|square|bridge|airport|station|stadium|park|village|town|desert|coast|strait|canal|region|prefecture|oblast|hill|hills|beach|boulevard|highway|border)$/i
/** What analyses take for bodies and is none. */
const nothing = /^((roman|greek|eastern|russian|serbian|coptic|southern|free) (catholic|orthodox|baptist|presbyterian)s?|[rdi]-\p{L}.*|utc|gmt|est|edt|pst|cet|bst|covid|covid-19|gdp|vat|gps|dna|hiv|aids|ceo|pm|mp|ngo|ngos|twitter user|internet|god|holy (ghost|spirit)|reuters photo|file photo|photo|ww[i12]+|world war .*|cold war|lake|mount|sea|gulf coast|bay|river|lgbt\w*\+?|nazis?|ag|da|dag|dg|igp|democrat|republican|conservative|tory|socialist|communist|republic|kingdom|province|county|district|capital|\p{L}|(hurricane|typhoon|cyclone|storm|tropical storm|winter storm) \p{L}+|(uss|hms|mv|ss|rms|ins) \p{L}[\p{L} ]*)$/iu

/** Tongues that share their names with no state. */
const tongue = /^(inuktitut|hebrew|yiddish|hindi|urdu|tamil|telugu|bengali|punjabi|swahili|hausa|yoruba|igbo|zulu|xhosa|mandarin|cantonese|pashto|dari|farsi|latin|esperanto|tagalog|quechua|nahuatl|gaelic|amharic|sanskrit|aramaic|romani)$/i
/** What sorts of documents names may end in: "Tobacco Atlas" is published, and employs nobody. */
const documentNoun = /\b(atlas|yearbook|almanac|index|survey|report|manifesto|encyclop(a)?edia|handbook|barometer|declaration|white paper|factbook)$/i
/** What names of places on maps end in, whoever may be called so. */
const mapNoun = /\b(valley|island|islands|sea|ocean|gulf|lake|mountains|peninsula|strait|desert|street|avenue|boulevard|highway|beach|county|oblast|square|falls)$/i

export function kindsOf(analysed: Analysed, occurrences: readonly Occurrence[]): Map<string, Kind> {
  const byName = new Map<string, Occurrence[]>()
  for (const each of occurrences) {
    const name = fold(each.text), all = byName.get(name)
    if (all) all.push(each)
    else byName.set(name, [each])
  }
  const ballots = [...byName.values()].map((all) => ballotOf(analysed, all))
  for (const [name, kind] of pronounVotes(analysed, occurrences)) { const ballot = ballots.find((each) => fold(each.name) === name); if (ballot) add(ballot, kind, 0.5) }
  levelGlosses(analysed, occurrences, new Map(ballots.map((ballot) => [fold(ballot.name), ballot])))
  lendVotes(ballots)
  levelLists(listsOf(analysed, occurrences), new Map(ballots.map((ballot) => [fold(ballot.name), ballot])))
  return new Map(ballots.map((ballot) => [fold(ballot.name), outcome(ballot, ballots)]))
}

function ballotOf(analysed: Analysed, all: readonly Occurrence[]): Ballot {
  const name = all[0]?.text ?? '', total = all.length
  const votes = new Map<MentionKind, number>()
  const vote = (kind: MentionKind, weight: number) => votes.set(kind, (votes.get(kind) ?? 0) + weight)
  const has = (...kinds: MentionKind[]) => kinds.reduce((sum, kind) => sum + (votes.get(kind) ?? 0), 0)
  for (const { kind, confidence } of all) vote(kind, confidence)
  const isAcronym = /^[A-Z.]+$/.test(name)
  // "a New Yorker" is from there.
  const isSomebody = /er$/.test(name) && all.every(({ start }) => /^(an?|every|many|fellow)$/i.test(analysed.tokens[start - 1]?.text ?? ''))
  const [country, known, form] = [countryNamed(name), countryOfDemonym(name) || isSomebody ? undefined : knownOutlet(name), outletByForm(name)]
  if (isSomebody) vote('other', 3 * total)
  const isNamelike = has('organization', 'outlet', 'work', 'other', 'product') > 0
  if (country && (isAcronym || genderOfGivenName(name) === undefined || has('country', 'city', 'region', 'place', 'other', 'organization', 'nationality', 'work', 'product', 'event') > 0)) vote('country', 1.5 * total)
  if (isContinent(name)) vote('region', 2 * total)
  if (isRegion(name) && /\.$/.test(name)) vote('region', 2 * total)
  if (isRegion(name) && has('person') === 0) vote('region', 1.5 * total)
  if (isHouse(name)) vote('organization', 2 * total)
  else if (countryOfSeat(name) && has('city', 'country', 'region', 'place', 'organization') > 0 && has('person') === 0) vote('city', 0.5 * total)
  if (wellKnown(name) && !country) vote('organization', total)
  if (known?.isSure && has('person') < total) vote('outlet', 1.5 * total)
  else if (known && has('organization', 'outlet', 'work') > 0) vote('outlet', 0.5 * total)
  if (form && isNamelike) vote('outlet', 1.2 * total)
  if (bodyNoun.test(name)) vote('organization', (name.includes(' ') && sureBody.test(name) ? 1.2 : 0.4) * total)
  if (firm.test(name)) vote('organization', 2 * total)
  else if (trade.test(name)) vote('organization', 1.6 * total)
  if (documentNoun.test(name) && name.includes(' ')) vote('work', 1.5 * total)
  if (mapNoun.test(name) && name.includes(' ') && !bodyNoun.test(name) && !isHouse(name) && has('person', 'organization', 'work') > 0) vote('place', 1.2 * total)
  if (clubForm.test(name)) vote('organization', total)
  if (placeNoun.test(name) && has('facility', 'city', 'region', 'place') > 0) vote('place', 0.3 * total)
  if (lawNoun.test(name) && name.includes(' ')) vote('law', total)
  if (countryOfDemonym(name) && !known) vote('nationality', 1.5 * total)
  let outletKind: OutletKind | undefined
  for (const each of all) {
    for (const hint of hintsBeside(analysed, each)) {
      if (hint.kind === 'outlet' && (has('nationality') > 0 || !isNamelike && has('person', 'city', 'place', 'region', 'country') > total)) continue
      vote(hint.kind, hint.weight)
      outletKind ??= hint.outletKind
    }
  }
  const words = name.split(' ')
  if (words.length > 1 && words.length < 5 && !bodyNoun.test(name) && !houseNoun.test(name) && genderOfGivenName(words[0] ?? '') && !known && has('city', 'region', 'place', 'country') === 0) vote('person', 1.1 * total)
  outletKind ??= known?.kind ?? form
  return { name, all, votes, ...(outletKind && { outletKind }) }
}

/** "the Teaching Hospital (EFSTH)": letters in brackets are of the kind of what stands before; "the Inspector General of Police (IGP)" is an office. */
function levelGlosses({ tokens }: Analysed, occurrences: readonly Occurrence[], ballots: ReadonlyMap<string, Ballot>): void {
  for (const each of occurrences) {
    const ballot = ballots.get(fold(each.text))
    if (!ballot || tokens[each.start - 1]?.text !== '(' || tokens[each.end]?.text !== ')' || !/^\p{Lu}[\p{Lu}&.]{1,7}$/u.test(each.text)) continue
    const long = occurrences.find((other) => other.end === each.start - 1), before = long && ballots.get(fold(long.text))
    const words = [2, 3, 4, 5, 6].map((length) => tokens.slice(each.start - 1 - length, each.start - 1).map(({ text }) => text).join(' '))
    if (words.some((name) => officeOf.test(name) && isAcronymOf(each.text, name))) add(ballot, 'role', 6 * ballot.all.length)
    else if (before && kindOf[best(before)] !== null && kindOf[best(before)] !== 'adjective' && isAcronymOf(each.text, long.text)) add(ballot, best(before), 2 * ballot.all.length)
  }
}

const officeOf = /^(Inspector|Attorney|Director|Solicitor|Auditor|Secretary|Surgeon|Comptroller|Governor|Prime|Chief|Managing|Deputy|Public)\b.*\b(General|Minister|Executive|Director|Secretary|Justice|Officer|Prosecutor|Prosecutions)\b/

/** What pronouns say that surely mean a name: "its" no person, "she" no town. */
function pronounVotes({ mentions, antecedents, tokens }: Analysed, occurrences: readonly Occurrence[]): [string, MentionKind][] {
  const byMention = new Map(occurrences.flatMap((each) => (each.mention === null ? [] : [[each.mention, each] as const])))
  const decided = new Set<number>()
  return antecedents.flatMap(({ mention, antecedent, score }): [string, MentionKind][] => {
    const word = tokens[mentions[mention]?.head ?? -1]?.text.toLowerCase() ?? ''
    if (mentions[mention]?.form !== 'pronoun' || decided.has(mention)) return []
    decided.add(mention)
    const each = byMention.get(antecedent)
    if (!each || score < 1) return []
    if (/^(its|it|itself)$/.test(word) && each.kind === 'person') return [[fold(each.text), 'organization']]
    return /^(he|she|his|her|him|himself|herself)$/.test(word) && /^(organization|outlet|city|place|region|facility)$/.test(each.kind) ? [[fold(each.text), 'person']] : []
  })
}

/** Names that share words share their fate: a surname goes with the full name, an acronym with its long form. */
function lendVotes(ballots: readonly Ballot[]): void {
  const winners = new Map(ballots.map((ballot) => [ballot, kindOf[best(ballot)]]))
  const longer = ballots.map((ballot) => ({ ballot, words: fold(ballot.name).split(' ') })).filter(({ words }) => words.length > 1)
  for (const ballot of ballots) {
    const words = fold(ballot.name).split(' ')
    const looksLikeAcronym = words.length === 1 && /\p{Lu}.*\p{Lu}/u.test(ballot.name)
    for (const { ballot: other, words: long } of longer) {
      if (other === ballot) continue
      if (looksLikeAcronym && isAcronymOf(ballot.name, other.name)) for (const [kind, weight] of other.votes) add(ballot, kind, 0.8 * weight)
      // "the Post" in an article that quotes the New York Post.
      else if (winners.get(other) === 'outlet' && words.length === 1 && isPaperWord(words[0] ?? '') && words[0] === long.at(-1)) add(ballot, 'outlet', 1.2 * ballot.all.length)
      else if (words.length < long.length && long.length <= 4 && !bodyNoun.test(other.name)) lendToPart(ballot, other, { words, long, winners })
    }
    // News gives people two names; who has but one, and signs of a body, is one.
    const isAlone = words.length === 1 && winners.get(ballot) === 'person' && !longer.some(({ words: long }) => long.includes(words[0] ?? ''))
    if (isAlone && (ballot.votes.get('organization') ?? 0) >= 1) add(ballot, 'organization', ballot.all.length)
  }
}

/** "Trump" to "Donald Trump", "Ivana" to "Ivana Trump", and the other way round where the short name is surely a person's. */
function lendToPart(ballot: Ballot, other: Ballot, { words, long, winners }: { words: readonly string[]; long: readonly string[]; winners: ReadonlyMap<Ballot, Kind['kind']> }): void {
  const isSurname = words.every((word, i) => word === long[long.length - words.length + i])
  const isFirst = words.length === 1 && long[0] === words[0]
  const isPerson = winners.get(other) === 'person', isOnePerson = winners.get(ballot) === 'person'
  if (isPerson && isSurname) add(ballot, 'person', ballot.all.length * (words.length === 1 && long.length === 2 ? 2.2 : 1.2))
  else if (isPerson && isFirst && !isOnePerson) add(ballot, 'person', ballot.all.length)
  else if (isOnePerson && isSurname && !isPerson && words.length === 1 && long.length <= 3) add(other, 'person', 0.5 * other.all.length)
}

/** In "Lampang, Uttaradit, Khon Kaen and Yala" all are of one kind: what most of them seem to be. */
function levelLists(lists: readonly (readonly Occurrence[])[], ballots: ReadonlyMap<string, Ballot>): void {
  for (const list of lists) {
    const members = list.flatMap((each) => ballots.get(fold(each.text)) ?? [])
    const together: Ballot = { name: '', all: [], votes: new Map() }
    for (const { votes } of members) for (const [kind, weight] of votes) if (kindOf[kind] !== null) add(together, kind, weight)
    if (together.votes.size === 0) continue
    const kind = best(together)
    for (const member of members) add(member, kind, list.length > 4 ? 2 : 0.6)
  }
}

function add({ votes }: Ballot, kind: MentionKind, weight: number): void { votes.set(kind, (votes.get(kind) ?? 0) + weight) }

function outcome(ballot: Ballot, ballots: readonly Ballot[]): Kind {
  const mentionKind = best(ballot)
  // "the Act", "section 177" name no law.
  const isNumberOrSort = kindOf[mentionKind] === 'work' && /^(act|bill|law|treaty|section( \d+)?|s?\d+(\.\d+)*)$/iu.test(ballot.name) && mentionKind === 'law'
  const kind = isNumberOrSort || isNothing(ballot, ballots) ? null : kindOf[mentionKind]
  return { kind, mentionKind, ...(kind === 'outlet' && ballot.outletKind && { outletKind: ballot.outletKind }) }
}

/** Small letters throughout, or a common noun with a capital that no longer name ends in: "Government". */
function isNothing({ name, all }: Ballot, ballots: readonly Ballot[]): boolean {
  if (nothing.test(name) || tongue.test(name) || isPartyPeople(name.replace(/^fellow /i, ''))) return true
  if (!/[\p{Lu}\p{N}]/u.test(name)) return !ballots.some((other) => other.all !== all && fold(other.name).split(' ').includes(fold(name)))
  if (name.includes(' ') || /^(Congress|Senate)$/.test(name) || !isBody(name) || /^\p{Lu}+$/u.test(name)) return false
  return !ballots.some((other) => other.name.includes(' ') && fold(other.name).split(' ').at(-1) === fold(name))
}

/** The kind with most votes; places of all sorts stand together against the rest. */
function best({ votes, name }: Ballot): MentionKind {
  const classes = new Map<string, number>()
  for (const [kind, weight] of votes) classes.set(String(kindOf[kind]), (classes.get(String(kindOf[kind])) ?? 0) + weight)
  const winner = [...classes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const inside = [...votes].filter(([kind]) => String(kindOf[kind]) === winner).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return countryNamed(name) && winner === 'place' ? 'country' : inside[0]?.[0] ?? 'other'
}
