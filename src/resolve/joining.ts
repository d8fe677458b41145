/**
 * Names that the analysis gave as two although marks or small words show that they are one. Occurrences go in, in order;
 * fewer and longer ones come out: "[Agency] for [International Development]", "[Washington], [D.C.]", "the [Prophet]'s
 * [Mosque]", "[African]-[Americans]". Two names that it took for one, "[Reuters/Ipsos]", come out as two.
 * Not handled: what only the tree holds together (see mending.ts).
 */
import type { Analysed } from '../model.js'
import { isHyphen } from './borders.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { fold } from './name-forms.js'
import { textOf, type Occurrence } from './occurrence.js'
import { knownOutlet } from './outlets.js'
import { isBody } from './person-nouns.js'
import { headOf, type Syntax } from './syntax.js'

type Join = (analysed: Analysed, last: Occurrence, next: Occurrence) => boolean

const joins: readonly Join[] = [isPartOfBody, isBodyOfTown, isStateOfCity, isOneCompound, isClub]

export function joined(analysed: Analysed, syntax: Syntax, sorted: readonly Occurrence[]): Occurrence[] {
  const found: Occurrence[] = []
  const names = new Map(sorted.map((each) => [fold(each.text), each]))
  for (const each of apart(analysed, sorted)) {
    const next = withOwner(analysed, withRest(analysed, withSecondWord(analysed, each)))
    while (next.start < (found.at(-1)?.end ?? 0) && next.start <= (found.at(-1)?.start ?? 0)) found.pop()
    const last = found.at(-1)
    if (last && next.start < last.end) continue
    const isSame = last !== undefined && analysed.tokens[last.start]?.sentence === analysed.tokens[next.start]?.sentence
    const span = { start: last?.start ?? next.start, end: next.end }
    // "[Helen] & [Douglas House]" where "[Helen & Douglas House]" stands elsewhere
    const whole = next.start === (last?.end ?? 0) + 1 && /^(&|and|of|for)$/.test(analysed.tokens[next.start - 1]?.text ?? '') ? names.get(fold(textOf(analysed, span))) : undefined
    if (!isSame || !whole && !joins.some((join) => join(analysed, last, next))) { found.push(next); continue }
    found[found.length - 1] = { ...(isBodyOfTown(analysed, last, next) || isClub(analysed, last, next) ? next : last), ...(isClub(analysed, last, next) && { kind: 'organization' as const }), ...(whole && { kind: whole.kind }), ...span, text: textOf(analysed, span), head: headOf(syntax, span) }
  }
  return found
}

/** Nouns that end the names of bodies and call for what the body is for. */
const body = /^(Agency|Agencies|Institute|Institution|Ministry|Department|Office|Centre|Center|Council|Committee|Commission|Bureau|Board|Authority|Association|Society|Federation|Foundation|Organi[sz]ation|Academy|Union|Fund|Secretariat|Directorate|Administration|Coalition|Alliance|Campaign|Initiative|Network|Party|Movement|Front|Confederation|Chamber|Conference|Court|Tribunal|Service|Corporation|Company|School|College|University|Faculty|Hospital|Presidency|Superintendency|Division)$/

/** Names that end so are of bodies of their own: "Committee of the [National Assembly]". */
const ownBody = /^(Assembly|House|Nations|States|Forces|Republic|Kingdom|City|County|State|Treasury|Kremlin|Group|Inc|Ltd|Corp|Airport|Airlines|Museum|Theat(er|re)|Guard|Army|Navy)$/

/** "[Spanish Agency] for [International Development Cooperation]": not where what follows is a body or a place of its own. */
function isPartOfBody(analysed: Analysed, last: Occurrence, next: Occurrence): boolean {
  const { tokens } = analysed
  const between = tokens.slice(last.end, next.start).map((token) => token.text.toLowerCase()).join(' ')
  if (last.kind !== 'organization' || !body.test(tokens[last.end - 1]?.text ?? '') || !/^(for|of|on|against)( the)?$/.test(between) || !/^\p{Lu}/u.test(next.text)) return false
  const ending = tokens[next.end - 1]?.text ?? ''
  if (countryNamed(next.text) || knownOutlet(next.text) || /^\p{Lu}[\p{Lu}.]+$/u.test(next.text)) return false
  return /^(organization|other|event|law|product)$/.test(next.kind) && next.text.includes(' ') && !isBody(ending) && !body.test(ending) && !ownBody.test(ending)
}

/** Bodies that every town has: "[Huntsville] [High School]". */
const townBody = /^((high|middle|elementary|primary|secondary|grammar|public) schools?|school (board|district)|(fire|police|health) department|police|(city|town|county|district|borough) (council|hall|court|commission|jail)|(district|superior|high) court|international airport|airport)$/i

/** A town's body is called after it. */
function isBodyOfTown(_: Analysed, last: Occurrence, next: Occurrence): boolean {
  return /^(city|region|place)$/.test(last.kind) && next.start === last.end && townBody.test(next.text)
}

/** "[New] York's legislature": no place is called by the first word of such a name alone. */
function withSecondWord(analysed: Analysed, each: Occurrence): Occurrence {
  const second = analysed.tokens[each.end]
  const isTorn = /^(New|San|Los|Las|Saint|Santa)$/.test(each.text) && second?.upos === 'PROPN' && /^\p{Lu}/u.test(second.text)
    && second.sentence === analysed.tokens[each.start]?.sentence
  return isTorn ? { ...each, end: each.end + 1, head: each.end, text: textOf(analysed, { start: each.start, end: each.end + 1 }) } : each
}

/** "[Department of] Presidente Hayes": where the analysis broke off after "of", the capitals that follow are the rest. */
function withRest(analysed: Analysed, each: Occurrence): Occurrence {
  const { tokens } = analysed
  const mention = each.mention === null ? undefined : analysed.mentions[each.mention]
  const isBroken = mention?.end === each.end + 1 && /^(of|for)$/.test(tokens[each.end]?.text ?? '') && body.test(tokens[each.end - 1]?.text ?? '')
  if (!isBroken) return each
  let end = each.end + 1
  while (end < each.end + 5 && tokens[end]?.sentence === tokens[each.start]?.sentence && /^(PROPN|ADJ|NOUN)$/.test(tokens[end]?.upos ?? '') && /^\p{Lu}\p{Ll}/u.test(tokens[end]?.text ?? '')) end += 1
  return end === each.end + 1 ? each : { ...each, end, text: textOf(analysed, { start: each.start, end }) }
}

/** "[Harford] [United]", "[Telda] [Rovers]". */
function isClub(_: Analysed, last: Occurrence, next: Occurrence): boolean {
  return next.start === last.end && /^(United|Rovers|Wanderers|Hotspur|Athletic|Albion|Calcio|Wednesday|Orient|Argyle|FC|AFC|SC)( FC)?$/.test(next.text) && !last.text.includes(' ')
}

/** "[Washington], [D.C.]", "[Charlotte], [N.C.]": a town with the letters of its state. */
function isStateOfCity({ tokens }: Analysed, last: Occurrence, next: Occurrence): boolean {
  const isTown = /^(city|place|region)$/.test(last.kind)
  return isTown && next.start === last.end + 1 && tokens[last.end]?.text === ',' && (/^(\p{Lu}\.){2,}$/u.test(next.text) && !/^(U\.S|U\.K|U\.N|E\.U)\.$/.test(next.text) || next.text === 'DC')
}

/** "the Prophet's [Mosque]": a building without a name of its own is named after whom it belongs to. */
function withOwner(analysed: Analysed, each: Occurrence): Occurrence {
  const { tokens } = analysed
  const isOwned = /^(facility|place|organization|work)$/.test(each.kind) && /^(Mosque|Church|Cathedral|Chapel|Temple|Shrine|Tomb|Palace|Gate|Castle|Abbey|Monastery|Synagogue|Bridge)$/.test(each.text) && /^['’]s?$/.test(tokens[each.start - 1]?.text ?? '')
  if (!isOwned) return each
  let start = each.start - 1
  while (start > each.start - 4 && tokens[start - 1]?.sentence === tokens[each.start]?.sentence && tokens[start - 1]?.upos === 'PROPN' && /^\p{Lu}/u.test(tokens[start - 1]?.text ?? '')) start -= 1
  if (start === each.start - 1) return each
  const isOfPlace = analysed.mentions.some((mention) => mention.end >= start && mention.start < each.start - 1 && mention.head >= start && mention.head < each.start - 1 && /^(city|country|region|nationality|organization|outlet)$/.test(mention.kind) && mention.form === 'name')
  return isOfPlace ? each : { ...each, start, text: textOf(analysed, { start, end: each.end }) }
}

/** "[African]-[Americans]", "[Mauricio Fraga]-[Rosenfeld]"; but "[Clinton]-[Trump] debate" and "[Russian]-[Turkish] talks". */
function isOneCompound({ tokens }: Analysed, last: Occurrence, next: Occurrence): boolean {
  if (next.start !== last.end + 1 || !isHyphen(tokens, last.end)) return false
  if (last.kind === 'nationality' && next.kind === 'nationality') return /S$/.test(tokens[next.end - 1]?.xpos ?? '') && /s$/.test(next.text) || /^(african|asian|latin|native)$/i.test(last.text) && countryOfDemonym(next.text) !== undefined
  return last.kind === 'person' && next.kind === 'person' && last.text.includes(' ') && !next.text.includes(' ')
}

/** "[Reuters/Ipsos]" → two, where one of them is an outlet or is named elsewhere. */
function apart(analysed: Analysed, sorted: readonly Occurrence[]): Occurrence[] {
  const names = new Set(sorted.map((each) => fold(each.text)))
  return sorted.flatMap((each): Occurrence[] => {
    const slashes = [each.start - 1, ...analysed.tokens.slice(each.start, each.end).flatMap((token, i) => (token.text === '/' ? [each.start + i] : [])), each.end]
    const parts = slashes.slice(1).map((end, i) => ({ start: (slashes[i] ?? 0) + 1, end })).filter(({ start, end }) => end > start)
    const isKnown = (name: string) => names.has(fold(name)) || knownOutlet(name)?.isSure === true
    if (parts.length < 2 || knownOutlet(each.text) || !parts.some((part) => isKnown(textOf(analysed, part)))) return [each]
    return parts.map((part) => ({ ...each, ...part, text: textOf(analysed, part), head: part.end - 1, mention: null }))
  })
}
