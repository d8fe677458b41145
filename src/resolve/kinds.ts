/**
 * What each name of the article is a name of: one kind per name, by the votes of all its mentions, what lists know and
 * what stands beside it. Occurrences go in; kinds per folded name come out.
 * "told Radio Vitosha" → outlet. Not handled: one name that truly means two things in one article ("Cagliari", town and club).
 */
import type { Analysed, EntityKind, MentionKind } from '../model.js'
import { countryNamed, countryOfSeat, isContinent, isHouse } from './countries.js'
import { fold } from './name-forms.js'
import type { Occurrence } from './occurrences.js'
import { knownOutlet, outletByForm, outletByNoun, type OutletKind } from './outlets.js'

export interface Kind {
  /** Kind of entity; `adjective` for peoples and nationalities; null for what has no place in the graph. */
  readonly kind: EntityKind | 'adjective' | null
  /** The commonest finer kind. */
  readonly mentionKind: MentionKind
  readonly outletKind?: OutletKind
}

const kindOf: Readonly<Record<MentionKind, Kind['kind']>> = {
  person: 'person', organization: 'organization', outlet: 'outlet', country: 'place', city: 'place', region: 'place', facility: 'place', place: 'place',
  nationality: 'adjective', role: null, work: 'work', product: null, law: 'work', event: null, date: null, money: null, other: null,
}

/** Words that end the names of bodies, and of places. */
const bodyNoun = /\b(ministry|department|agency|commission|committee|council|court|tribunal|police|army|navy|air force|forces|party|union|association|federation|organi[sz]ation|bank|corp(oration)?|inc|ltd|llc|plc|gmbh|group|company|co|university|college|institute|school|hospital|clinic|club|fc|united|academy|foundation|fund|authority|bureau|office|parliament|congress|senate|assembly|front|movement|league|alliance|coalition|campaign|church|museum|theat(er|re)|orchestra|ballet|society|board|service|centre|center|embassy|command|brigade|battalion|guard|airlines|airways|motors|holdings|partners|brothers|sons|administration|secretariat|chamber|conference|initiative|network|trust)$/i
const placeNoun = /\b(city|province|county|district|state|island|islands|sea|ocean|gulf|river|lake|mountain|mountains|valley|bay|peninsula|street|avenue|road|square|bridge|airport|station|stadium|park|village|town|desert|coast|strait|canal|region|prefecture|oblast|hill|hills|beach|boulevard|highway|border)$/i

export function kindsOf(analysed: Analysed, occurrences: readonly Occurrence[]): Map<string, Kind> {
  const byName = new Map<string, Occurrence[]>()
  for (const each of occurrences) byName.set(fold(each.text), [...byName.get(fold(each.text)) ?? [], each])
  return new Map([...byName].map(([name, all]) => [name, settle(analysed, all)]))
}

function settle(analysed: Analysed, all: readonly Occurrence[]): Kind {
  const votes = new Map<MentionKind, number>()
  const vote = (kind: MentionKind, weight: number) => votes.set(kind, (votes.get(kind) ?? 0) + weight)
  for (const { kind, confidence } of all) vote(kind, confidence)
  const name = all[0]?.text ?? ''
  const total = all.length
  const [country, known, form] = [countryNamed(name), knownOutlet(name), outletByForm(name)]
  const has = (...kinds: MentionKind[]) => kinds.reduce((sum, kind) => sum + (votes.get(kind) ?? 0), 0)
  const isAcronym = /^[A-Z.]+$/.test(name)
  if (country && (isAcronym || has('country', 'city', 'region', 'place', 'other') > 0)) vote('country', total)
  if (isContinent(name)) vote('region', 2 * total)
  if (isHouse(name)) vote('organization', 2 * total)
  else if (countryOfSeat(name) && has('city', 'country', 'region', 'place') > 0) vote('city', 0.5 * total)
  const nouns = all.map((each) => nounBeside(analysed, each)).find(Boolean)
  if (known?.isSure) vote('outlet', total)
  else if (known && has('organization', 'outlet', 'work') > 0) vote('outlet', 0.5 * total)
  if (form && has('organization', 'outlet', 'work', 'other', 'product') > 0) vote('outlet', 1.2 * total)
  if (nouns && has('organization', 'outlet', 'work', 'person', 'other', 'product', 'city', 'place', 'region') > 0) vote('outlet', 1.5 * total)
  if (bodyNoun.test(name)) vote('organization', 0.4 * total)
  if (placeNoun.test(name) && has('facility', 'city', 'region', 'place') > 0) vote('place', 0.3 * total)
  const mentionKind = best(votes, country !== undefined)
  const kind = kindOf[mentionKind]
  const outletKind = kind === 'outlet' ? nouns ?? known?.kind ?? form : undefined
  return { kind, mentionKind, ...(outletKind && { outletKind }) }
}

/** The kind with most votes; places of all sorts stand together against the rest. */
function best(votes: ReadonlyMap<MentionKind, number>, isCountry: boolean): MentionKind {
  const classes = new Map<string, number>()
  for (const [kind, weight] of votes) classes.set(String(kindOf[kind]), (classes.get(String(kindOf[kind])) ?? 0) + weight)
  const winner = [...classes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const inside = [...votes].filter(([kind]) => String(kindOf[kind]) === winner).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return isCountry && winner === 'place' ? 'country' : inside[0]?.[0] ?? 'other'
}

/** "the newspaper Trud", "Trud newspaper", "the Sofia-based broadcaster bTV", "France 2 television". */
function nounBeside(analysed: Analysed, { start, end }: Occurrence): OutletKind | undefined {
  const { tokens } = analysed
  const sentence = tokens[start]?.sentence
  const word = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i]?.text ?? '' : '')
  const before = word(start - 1), after = word(end)
  if (outletByNoun(before) && !/^['’]s$/.test(word(start - 2) || ' ')) return outletByNoun(before)
  if (/^(television|tv|radio|newspaper|daily|magazine|weekly|broadcaster|website|agency|newswire|channel)$/i.test(after)) {
    if (/^agency$/i.test(after)) return undefined
    return outletByNoun(after)
  }
  if (/^news$/i.test(after) && outletByNoun(`news ${word(end + 1)}`)) return outletByNoun(`news ${word(end + 1)}`)
  // "Trud, a daily in Sofia"
  if (after === ',' && /^(an?|the)$/i.test(word(end + 1))) {
    for (let i = end + 2; i < end + 7 && word(i) && word(i) !== ','; i++) {
      if (/^(newspaper|broadcaster|tabloid|broadsheet|magazine|website)$/i.test(word(i))) return outletByNoun(word(i))
      if (/^(of|for|in|that|which|who)$/i.test(word(i))) break
    }
  }
  return undefined
}
