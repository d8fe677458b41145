/**
 * The numbers that belong to happenings: how many died, what was paid, who won by how much.
 *   "The blast killed four people and wounded a dozen." → explosion: 4 people killed, 12 injured
 *
 * In: a resolved article and its events. Out: the events with their numbers. A number belongs to the happening that its own
 * verb names, or else to the nearest one of its sentence that such numbers are told of.
 * Not handled: ranges ("between 20 and 30"), corrections ("not 20 but 30"), numbers in tables.
 */
import type { EventType, NewsEvent, Quantity, QuantityKind, Resolved } from '../model.js'
import { ancestors, charactersOf, dependents, syntaxOf, type Syntax } from './syntax.js'
import { words } from './word-lists.js'

const FATES: readonly (readonly [QuantityKind, ReadonlySet<string>])[] = [
  ['killed', words('kill murder die perish massacre execute drown dead death fatality')],
  ['injured', words('injure wound hurt injured wounded injury')],
  ['arrested', words('arrest detain jail arrested detained')],
  ['missing', words('missing unaccounted')],
  ['displaced', words('displace evacuate flee displaced homeless evacuated')],
]
/** Verbs whose subject it befalls; of the others it befalls the object, or the subject of the passive. */
const BEFALLING = words('die perish drown flee')

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALES: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 }

/** ISO 4217 by sign and by name; a bare "$" is the United States' as news write it. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD', us$: 'USD', dollar: 'USD', '€': 'EUR', euro: 'EUR', '£': 'GBP', '¥': 'JPY', yen: 'JPY', '₹': 'INR', rupee: 'INR', ruble: 'RUB', rouble: 'RUB', yuan: 'CNY', franc: 'CHF',
}

const PAID: ReadonlySet<EventType> = new Set<EventType>(['transaction', 'acquisition', 'award', 'ruling', 'sanction', 'agreement', 'crime', 'bankruptcy', 'trial', 'charge'])
const COUNTED: ReadonlySet<EventType> = new Set<EventType>(['election', 'vote'])
const PLAYED: ReadonlySet<EventType> = new Set<EventType>(['sports-match', 'award'])

interface Found extends Quantity {
  /** Token of the number, and of the word that says what befell those counted. */
  readonly at: number
  readonly fate?: number
}

export function withQuantities(events: readonly NewsEvent[], resolved: Resolved, syntax: Syntax = syntaxOf(resolved)): NewsEvent[] {
  const isTime = new Set(resolved.times.flatMap(({ tokens }) => Array.from({ length: tokens.end - tokens.start }, (_, n) => tokens.start + n)))
  const found = resolved.tokens.flatMap((_, at) => (isTime.has(at) ? [] : quantityAt(resolved, syntax, at) ?? []))
  const owners = new Map<NewsEvent, Quantity[]>()
  for (const { at, fate, ...quantity } of found) {
    const owner = ownerOf(events, resolved, quantity.of, fate ?? at)
    const known = owner && (owners.get(owner) ?? [])
    if (known && !known.some((other) => other.of === quantity.of && other.value === quantity.value)) owners.set(owner, [...known, quantity])
  }
  return events.map((event) => ({ ...event, ...(owners.has(event) && { quantities: owners.get(event)! }) }))
}

function ownerOf(events: readonly NewsEvent[], { tokens, sentences }: Resolved, of: QuantityKind, at: number): NewsEvent | undefined {
  const sentence = sentences[tokens[at]!.sentence]!
  const [from, until] = [tokens[sentence.start]!.start, tokens[sentence.end - 1]!.end]
  const near = events.flatMap((event) => event.triggers.filter(({ start }) => start >= from && start < until).map((trigger) => ({ event, trigger })))
  const place = tokens[at]!
  const own = near.find(({ trigger }) => trigger.start <= place.start && place.end <= trigger.end)
  const fits = near.filter(({ event: { type } }) => of === 'amount' ? PAID.has(type) : of === 'votes' || of === 'share' ? COUNTED.has(type) : of === 'score' ? PLAYED.has(type) : true)
  if (own && fits.includes(own)) return own.event
  return fits.toSorted((a, b) => Math.abs(a.trigger.start - place.start) - Math.abs(b.trigger.start - place.start))[0]?.event
}

function quantityAt(resolved: Resolved, syntax: Syntax, at: number): Found | undefined {
  const token = syntax.tokens[at]!
  const score = /^(\d{1,3})[-–:](\d{1,3})$/u.exec(token.text)
  if (score) return { of: 'score', value: Number(score[1]), unit: token.text, at, evidence: [charactersOf(syntax.tokens, { start: at, end: at + 1 })] }
  const number = numberAt(syntax, at)
  return number && (moneyAt(syntax, at, number) ?? tallyAt(syntax, at, number) ?? victimsAt(resolved, syntax, at, number))
}

interface Numeral { readonly value: number; readonly end: number }

/** "four", "1,200", "3.5 million", "two dozen": its value and where it ends; undefined inside a longer one. */
function numberAt({ tokens }: Syntax, at: number): Numeral | undefined {
  const own = valueOf(tokens[at]!.text)
  const before = tokens[at - 1]?.text === '-' ? tokens[at - 2] : tokens[at - 1]
  const isInside = before !== undefined && before.sentence === tokens[at]!.sentence && valueOf(before.text) !== undefined
  if (own === undefined || isInside) return undefined
  // "Thirty-two" in three tokens.
  const isCompound = own >= 20 && own < 100 && tokens[at + 1]?.text === '-' && (valueOf(tokens[at + 2]?.text ?? '') ?? 10) < 10
  let value = isCompound ? own + valueOf(tokens[at + 2]!.text)! : own, end = at + (isCompound ? 3 : 1)
  for (; end < tokens.length && SCALES[tokens[end]!.lemma.toLowerCase()]; end += 1) value *= SCALES[tokens[end]!.lemma.toLowerCase()]!
  return { value, end }
}

function valueOf(word: string): number | undefined {
  const plain = word.toLowerCase()
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain.replace(/,/gu, ''))
  if (plain === 'dozen') return 12
  const [ten = '', unit] = plain.split('-')
  if (TENS.includes(ten)) return 20 + 10 * TENS.indexOf(ten) + Math.max(0, UNITS.indexOf(unit ?? ''))
  return UNITS.includes(plain) ? UNITS.indexOf(plain) : undefined
}

/** "$3.5 million", "2 billion euros". */
function moneyAt({ tokens }: Syntax, at: number, { value, end }: Numeral): Found | undefined {
  const sign = tokens[at - 1]?.text.toLowerCase() ?? '', name = tokens[end]?.lemma.toLowerCase() ?? ''
  const currency = CURRENCIES[sign] ?? CURRENCIES[name]
  if (!currency) return undefined
  const span = { start: CURRENCIES[sign] ? at - 1 : at, end: CURRENCIES[sign] ? end : end + 1 }
  return { of: 'amount', value, currency, unit: CURRENCIES[sign] ? tokens[at - 1]!.text : tokens[end]!.text, at, evidence: [charactersOf(tokens, span)] }
}

/** "52 per cent", "213 votes". */
function tallyAt({ tokens }: Syntax, at: number, { value, end }: Numeral): Found | undefined {
  const next = `${tokens[end]?.text ?? ''} ${tokens[end + 1]?.text ?? ''}`.toLowerCase()
  const words = /^(?:%|percent|per cent)|^votes?\b/u.exec(next)?.[0]
  if (!words) return undefined
  const span = { start: at, end: end + (words === 'per cent' ? 2 : 1) }
  return { of: words.startsWith('vote') ? 'votes' : 'share', value, unit: words, at, evidence: [charactersOf(tokens, span)] }
}

/** "killed four people", "four were wounded", "four dead". */
function victimsAt({ text }: Resolved, syntax: Syntax, at: number, { value, end }: Numeral): Found | undefined {
  if (!Number.isInteger(value)) return undefined
  const noun = syntax.tokens[at]!.deprel.startsWith('nummod') ? syntax.tokens[at]!.head : at
  const found = fateOf(syntax, noun) ?? fateOf(syntax, at)
  if (!found) return undefined
  const unit = noun === at ? '' : text.slice(syntax.tokens[end]?.start ?? 0, Math.max(syntax.tokens[end]?.start ?? 0, syntax.tokens[noun]!.end))
  const span = { start: Math.min(at, found.fate), end: Math.max(noun + 1, end, found.fate + 1) }
  return { ...found, value, unit: unit.length <= 40 ? unit : syntax.tokens[noun]!.text, at, evidence: [charactersOf(syntax.tokens, span)] }
}

/** What befell whom a noun counts: the verb that it is the object or the suffering subject of, or the word that describes it. */
function fateOf(syntax: Syntax, noun: number): { readonly of: QuantityKind; readonly fate: number } | undefined {
  const { deprel, head } = syntax.tokens[noun]!
  const kindOf = (at: number): QuantityKind | undefined => FATES.find(([, lemmas]) => lemmas.has(syntax.tokens[at]!.lemma.toLowerCase()) || lemmas.has(syntax.tokens[at]!.text.toLowerCase()))?.[0]
  const asked = [noun, ...dependents(syntax, noun, 'amod', 'acl', 'advmod')].find((each) => kindOf(each) && !syntax.tokens[each]!.deprel.startsWith('acl:relcl'))
  if (asked !== undefined) return { of: kindOf(asked)!, fate: asked }
  const above = deprel === 'conj' ? ancestors(syntax, noun)[1] : head
  if (above === undefined || above < 0) return undefined
  const kind = kindOf(above)
  const isSubject = deprel === 'nsubj', befalls = BEFALLING.has(syntax.tokens[above]!.lemma.toLowerCase()) || syntax.tokens[above]!.upos === 'ADJ'
  return kind && (/^(?:obj|nsubj:pass|nmod)/u.test(deprel) || (isSubject && befalls)) ? { of: kind, fate: above } : undefined
}
