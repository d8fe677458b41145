/**
 * What holding a title makes somebody to the body, place or person it is held for. A title with what it is held for goes in, a
 * predicate comes out, undefined if the title does not tell: "President" of France → headOf; "police chief" of Lagos → nothing.
 */
import type { Entity, Predicate, Reference, Resolved, RoleHolding } from '../model.js'

const roleWords: readonly { readonly predicate: Predicate; readonly heads: string }[] = [
  { predicate: 'spokespersonOf', heads: 'spokesman spokeswoman spokesperson' },
  { predicate: 'ministerOf', heads: 'minister secretary' },
  { predicate: 'adviserOf', heads: 'adviser advisor aide counsellor' },
  { predicate: 'represents', heads: 'lawyer attorney ambassador envoy representative surrogate lawmaker senator sen. rep. congressman congresswoman mp mla mep msp mlc councillor councilman delegate solicitor' },
  { predicate: 'founderOf', heads: 'founder cofounder' },
  { predicate: 'ownerOf', heads: 'owner' },
  { predicate: 'coachOf', heads: 'coach trainer' },
  { predicate: 'supporterOf', heads: 'supporter backer' },
  { predicate: 'opponentOf', heads: 'opponent critic rival challenger' },
  { predicate: 'allyOf', heads: 'ally' },
  { predicate: 'playsFor', heads: 'player defender goalkeeper striker midfielder forward winger quarterback captain' },
  { predicate: 'authorOf', heads: 'author writer' },
  { predicate: 'successorOf', heads: 'successor' },
  { predicate: 'educatedAt', heads: 'graduate student alumnus alumna' },
  { predicate: 'spouseOf', heads: 'wife husband spouse widow widower' },
  { predicate: 'parentOf', heads: 'father mother parent dad mom mum' },
  { predicate: 'siblingOf', heads: 'brother sister sibling' },
  { predicate: 'relativeOf', heads: 'son daughter nephew niece uncle aunt aunty cousin grandson granddaughter grandfather grandmother stepson stepdaughter' },
  {
    predicate: 'headOf',
    heads: 'president premier chancellor king queen emperor sultan emir prince mayor governor gov. chief head director ceo chairman chairwoman chair chairperson leader commissioner commander dictator boss principal dean rector executive',
  },
  { predicate: 'memberOf', heads: 'member official officer candidate nominee judge justice soldier deputy fighter militant' },
]

/** "German author": where somebody is from, unless the title is an office or a service of that state, as "French official" is. */
export const isNationalityOnly = (title: string): boolean => {
  const words = title.toLowerCase().split(/[\s-]+/u)
  return !offices.has(headOfTitle(words)) && !words.some((word) => /^(?:national|government|army|police|military|foreign|federal|state|opposition|presidential|prime)$/u.test(word))
}

/** Who serves a state, or leads or speaks for something of it. */
const offices: ReadonlySet<string> = new Set([
  ...roleWords.filter(({ predicate }) => /^(?:headOf|ministerOf|spokespersonOf|memberOf|represents)$/u.test(predicate)).flatMap(({ heads }) => heads.split(' ')).filter((head) => !/^(?:lawyer|attorney|solicitor|fighter|militant|director)$/u.test(head)),
  ...'general marshal admiral commander colonel diplomat consul lawmaker politician prosecutor princess prince duke pm foreign-minister vice-president coach captain'.split(' '),
])

/** What only persons are to each other. */
const kinship: ReadonlySet<Predicate> = new Set(['spouseOf', 'parentOf', 'siblingOf', 'relativeOf'])

/** Who heads a state; a "French director" does not. */
const stateHeads = /^(president|premier|chancellor|king|queen|emperor|empress|sultan|emir|dictator|leader|ruler|strongman)$/u

/** Words before "chief" or "director" that name a part: a campaign director does not direct the whole party. */
const parts = /^(parliament|parliamentary|senate|house|assembly|army|navy|force|police|military|security|intelligence|communications?|campaign|finance|financial|marketing|sales|operations|operating|technical|artistic|medical|sports?|sporting|research|science|scientific|design|creative|art|music|musical|news|legal|policy|project|programme?|committee|majority|minority|republican|democratic|conservative|labour|liberal|tax|film|commercial|political|editorial|digital|technology|information|trade|foreign|press|media|fire|asia|africa|europe|east|america|americas|pacific|regional|country|state|district|branch|local|campus|site|plant)$/u
/** Words that name a body in a place: its rebel leader does not lead the place. */
const bodiesInPlaces = /^(rebel|militia|gang|union|bank|party|community|tribal|church|youth|club|team|company|university|school|hospital|museum|theat(er|re)|airport|business)$/u
/** Titles that tie people to each other, in no way that the ontology names. */
const companions = /^(colleague|friend|mate|partner|counterpart|teammate|accomplice|victim|predecessor|fan|mentor|protege|protégé|boyfriend|girlfriend)$/u

/** Who belongs to a party; its consultants and voters need not. */
const partyPeople = /^(legislator|politician|whip|member|councillor|councilor|delegate|treasurer|activist|deputy|organiser|organizer|backbencher|frontbencher|minister|parliamentarian|veteran|stalwart|grandee)$/u

/** What somebody can be to a person; nobody is a member or the head of one. */
const ofPeople: ReadonlySet<Predicate> = new Set<Predicate>(['spokespersonOf', 'adviserOf', 'represents', 'supporterOf', 'opponentOf', 'allyOf', 'successorOf', 'spouseOf', 'parentOf', 'siblingOf', 'relativeOf', 'coachOf', 'employeeOf', 'agentOf'])

const headOfTitle = (words: readonly string[]): string => (words.at(-1) ?? '').replace(/(?<=[^s])s$/u, '')

/** What holding a title makes somebody to the body, person or place it is held for; undefined if the title does not tell. */
export function predicateOfTitle(title: string, of: Entity): Predicate | undefined {
  const words = (title.toLowerCase().split(/ (?:of|for|to|at|in|on) /u)[0] ?? '').split(/[\s-]+/u)
  const isCountry = of.kind === 'place' && of.type === 'Country'
  const found = predicateFor(title, words, of, isCountry)
  return of.kind === 'person' && found !== undefined && !ofPeople.has(found) ? undefined : found
}

function predicateFor(title: string, words: readonly string[], of: Entity, isCountry: boolean): Predicate | undefined {
  const head = headOfTitle(words)
  if (words.includes('opposition') && head === 'leader') return 'opponentOf'
  // A deputy prime minister heads nothing.
  if (/^(deputy|vice|former|ex)$/u.test(words[0] ?? '') && words.at(-2) === 'prime') return of.kind === 'place' ? 'ministerOf' : undefined
  if (words.at(-2) === 'prime' && head === 'minister') return 'headOf'
  if (words.at(-2) === 'press' && head === 'secretary') return 'spokespersonOf'
  if (/^(deputy|vice|assistant|under)$/u.test(words[0] ?? '') && head !== 'minister') return of.kind === 'place' ? 'agentOf' : 'employeeOf'
  if (/(secretary|director|governor|president) general$|general (secretary|manager)$/u.test(words.join(' ')) && of.kind !== 'place') return 'headOf'
  if (/^chief of staff\b/iu.test(title)) return of.kind === 'place' ? undefined : 'employeeOf'
  // The Speaker of a house heads it; a "foreign policy speaker" speaks for somebody, a "keynote speaker" only speaks.
  if (head === 'speaker' && words.length > 1 && !/^(parliament|parliamentary|house|assembly|senate|deputy|former|acting)$/u.test(words.at(-2)!)) return /^(policy|affairs|press|party|group)$/u.test(words.at(-2)!) ? 'spokespersonOf' : undefined
  if (/^chief executive( officer)?$/u.test(words.join(' '))) return of.kind === 'place' ? undefined : 'headOf'
  if (head === 'speaker') return of.kind === 'place' ? undefined : 'headOf'
  const named = roleWords.find(({ heads }) => heads.split(' ').includes(head))?.predicate
  if (of.kind === 'place' && named !== undefined && isOnlyFrom(named, head, isCountry)) return isCountry ? 'citizenOf' : undefined
  if (named === 'represents' && legislators.test(head) && /^(organization|outlet)$/u.test(of.kind) && of.type !== 'PoliticalParty') return houses.test(of.name) ? 'memberOf' : undefined
  // A commissioner of the Union is one of many, the commissioner of a police its head.
  if (head === 'commissioner' && /\b(?:union|commission)\b/iu.test(of.name)) return 'employeeOf'
  if (of.kind !== 'person' && kinship.has(named ?? 'memberOf')) return undefined
  const isOfPart = words.slice(0, -1).some((word) => parts.test(word) || of.kind === 'place' && bodiesInPlaces.test(word))
  if (named === 'headOf' && isOfPart) return isCountry ? 'citizenOf' : of.kind === 'place' ? undefined : 'employeeOf'
  if (isCountry && /^(founderOf|ownerOf)$/u.test(named ?? '') || named === undefined && companions.test(head)) return undefined
  if (named === 'represents' && of.type === 'PoliticalParty' && !/^(lawyer|attorney|solicitor|ambassador|envoy|representative|surrogate|delegate)$/u.test(head)) return 'partyOf'
  if (named === 'headOf' && isCountry && !stateHeads.test(head)) return 'citizenOf'
  if (/^(elder|chief|priest|imam|rabbi|pastor|bishop|monk|nun)$/u.test(head) && of.kind !== 'place' && named === undefined) return 'memberOf'
  // "writer" of a town wrote no town, a student of a country is its citizen, and clubs have secretaries who are no ministers.
  if (named === 'ministerOf' && head === 'secretary' && !isCountry && !isGovernment(of)) return of.kind === 'place' ? undefined : 'employeeOf'
  const hasOther = (named === 'authorOf' && of.kind !== 'work') || (named === 'educatedAt' && of.kind === 'place')
  if (hasOther) return isCountry ? 'citizenOf' : of.kind === 'place' ? undefined : 'employeeOf'
  if (head === 'politician') return of.kind === 'place' ? (isCountry ? 'citizenOf' : undefined) : 'memberOf'
  if (named === undefined && of.type === 'PoliticalParty') return partyPeople.test(head) ? 'memberOf' : undefined
  if (named === undefined || named === 'memberOf') return isCountry ? 'citizenOf' : of.kind === 'place' ? undefined : (named ?? 'employeeOf')
  return named
}

/** Who is at the head of a town or region; its "chief" or "leader" may lead anything there. */
const regionHeads = /^(mayor|governor|gov\.?|premier|president|king|queen|emperor|sultan|emir|minister)$/u

/** Who sits in a house, and what a house is called. */
const legislators = /^(lawmaker|senator|sen\.?|rep\.?|congressman|congresswoman|mp|mla|mep|msp|mlc|councillor|councilman)$/u
const houses = /\b(senate|parliament|assembly|congress|house|council|chamber|legislature|duma|bundestag|bundesrat|knesset|lok sabha|rajya sabha)\b/iu

/** A "Miami lawyer", a "US challenger", an "Asian leader", an "adviser in Leeds": the place says where from, not of what. */
function isOnlyFrom(named: Predicate, head: string, isCountry: boolean): boolean {
  if (named === 'represents') return /^(lawyer|attorney|solicitor)$/u.test(head)
  if (named === 'headOf') return !isCountry && !regionHeads.test(head)
  return named === 'opponentOf' || named === 'adviserOf' && !isCountry
}

const isGovernment = ({ type, name }: Entity): boolean => type === 'GovernmentOrganization' || /\b(department|ministry|government|cabinet|treasury)\b/iu.test(name)

const partNoun = /^(group|faction|caucus|committee|subcommittee|commission|council|board|house|chamber|unit|division|department|branch|wing|arm|chapter|office|section|bureau|desk|team|association|union|federation|league|society|foundation|club|affairs|operations|subsidiary|side|bench|campaign|delegation|fraction|section|party|programme|program|project|school|faculty|institute|hospital|army|police|forces?|parliament|senate|bank|court)$/iu

/** What may follow a body's name and say only what it is: "the Norvex group". */
const wholeNoun = /^(party|group|club|team|league|society|association|federation|union|foundation|side|bank|army|forces?|school|hospital|faction)$/iu

const territory = /^(district|state|county|provincial|regional|local|municipal|city|divisional|ward|branch)$/u

/** "leader of the Bundestag's committee", "speaker of the CDU group", "head of Norvex's chip unit": held for a part, which is not the whole. */
export function isOfAPart({ text, tokens, references, entities }: RoleHeld, { of, title, evidence }: RoleHolding): boolean {
  const noun = title.split(' ').at(-1)!.toLowerCase()
  return evidence.length > 0 && evidence.every(({ start, end }) => references.some((each) => {
    const first = tokens[each.start]!, next = tokens[each.end]
    if (each.entity !== of || each.form === 'pronoun' || first.start < start || first.start >= end || next === undefined) return false
    // "Turkey's EU Affairs Minister" is no minister of the Union.
    if (/^(?:Affairs|Relations|Policy)$/u.test(next.text)) return true
    // Before the title the owner is the whole: "the Bundestag's leader".
    // "president of the district Labour party" presides over a part.
    const before = tokens[each.start - 1]
    if (before !== undefined && before.start >= start && (territory.test(before.text) || isRegionBefore({ references, entities }, each))) return true
    const isAfterTitle = text.slice(start, first.start).toLowerCase().includes(noun)
    if (!isAfterTitle || next.sentence !== first.sentence) return false
    if (/^['’]s?$/u.test(next.text) || isRegionBehind({ tokens, references, entities }, each)) return true
    return each.form !== 'nominal' && [0, 1, 2].some((step) => {
      const words = tokens.slice(each.end, each.end + step + 1)
      return !(step === 0 && wholeNoun.test(words[0]?.text ?? '')) && words.every(({ upos, text: word }) => /^(NOUN|ADJ|PROPN)$/u.test(upos) || word === '/') && partNoun.test(words.at(-1)?.text ?? '')
    })
  }))
}

/** "the Telvar Party[’s youth wing]": whether what follows a body's name makes a part of it. */
export function isFollowedByPart(tokens: Resolved['tokens'], end: number): boolean {
  if (!/^['’]s?$/u.test(tokens[end]?.text ?? '')) return false
  const words = [1, 2, 3].map((step) => tokens[end + step]).filter((token) => token?.sentence === tokens[end]?.sentence)
  const noun = words.findIndex((token, at) => token?.upos === 'NOUN' && words[at + 1]?.upos !== 'NOUN')
  return noun >= 0 && partNoun.test(words[noun]!.text)
}

/** "[Ohio] Democratic Party". */
const isRegionBefore = ({ references, entities }: Pick<Resolved, 'references' | 'entities'>, { start, form, entity }: Reference): boolean => form === 'name'
  && references.some((each) => each.end === start && each.form === 'name' && each.entity !== entity && entities.some(({ id, kind, type }) => id === each.entity && kind === 'place' && type !== 'Country'))

/** "Telvar [Southern Africa]": what a body does in a region is a part of it. */
const isRegionBehind = ({ tokens, references, entities }: Pick<RoleHeld, 'tokens' | 'references' | 'entities'>, { end, form }: Reference): boolean => form === 'name'
  && references.some((each) => each.start >= end && each.start <= end + 3 && each.form === 'name' && entities.some(({ id, kind }) => id === each.entity && kind === 'place')
    && tokens.slice(end, each.start).every(({ upos, text: word }) => /^(NOUN|ADJ|PROPN)$/u.test(upos) || word === '-'))

type RoleHeld = Pick<Resolved, 'text' | 'tokens' | 'references' | 'entities'>

/** "ambassador to China", "envoy for Syria": neither represents where he is sent, nor is he a citizen of it. */
export function isSentThere({ text }: Resolved, { title, evidence }: RoleHolding, predicate: Predicate): boolean {
  const after = evidence.map(({ start, end }) => text.slice(start, end)).map((words) => words.slice(words.indexOf(title) + title.length))
  return (predicate === 'citizenOf' || predicate === 'agentOf' || predicate === 'represents' && !/(lawyer|attorney|solicitor)s?$/iu.test(title)) && after.every((words) => /^ (to|in|for) /u.test(words))
}
