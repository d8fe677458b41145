/**
 * Mends names that the analysis broke or cut. Occurrences go in, in order; fewer and longer ones come out:
 * "[Disaster Prevention] and [Mitigation Department]" → one, "Phone [Kya Shin]" → "Phone Kya Shin".
 * Not handled: names cut where the tree sees no tie.
 */
import { isHyphen } from './borders.js'
import type { Analysed } from '../model.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { isCourtesy, textOf, type Occurrence } from './occurrence.js'
import { isBody, personNoun } from './person-nouns.js'

export function mended(analysed: Analysed, sorted: readonly Occurrence[]): Occurrence[] {
  const { tokens } = analysed
  const joined: Occurrence[] = []
  for (const each of sorted) {
    const last = joined.at(-1)
    const isSplit = last !== undefined && last.kind === each.kind && tokens[last.start]?.sentence === tokens[each.start]?.sentence && /^(person|organization|outlet|facility)$/.test(each.kind)
      && (each.start === last.end && (each.kind === 'person' || /^(flat|compound)/.test(tokens[last.head]?.deprel ?? '')) || each.start === last.end + 1 && each.kind === 'organization' && /^(and|&|of|for)$/.test(tokens[last.end]?.text ?? '') && isHalf(analysed, last, each))
    const isTorn = last !== undefined && !isSplit && each.start === last.end && isTied(analysed, last, each)
    if (isSplit) joined[joined.length - 1] = widened(analysed, last, last.start, each.end)
    else if (isTorn) joined[joined.length - 1] = widened(analysed, each.confidence > last.confidence ? { ...each, head: last.head } : last, last.start, each.end)
    else joined.push(each)
  }
  return joined.map((each, i) => withOwner(analysed, grown(analysed, each, joined[i - 1]?.end ?? 0, joined[i + 1]?.start ?? tokens.length)))
}

/** "[New] [York]", "[Pedro] [Juan Caballero]": places and persons torn apart although the tree holds them together. */
function isTied({ tokens }: Analysed, a: Occurrence, b: Occurrence): boolean {
  const isFit = ({ kind, text }: Occurrence) => /^(person|city|place|region|country|facility)$/.test(kind) && countryNamed(text) === undefined
  if (!isFit(a) || !isFit(b) || tokens[a.start]?.sentence !== tokens[b.start]?.sentence) return false
  // "mayor of Florence Matteo Renzi" names a town and a person.
  if ((a.kind === 'person') !== (b.kind === 'person') && tokens[a.start - 1]?.text === 'of' && personNoun(tokens[a.start - 2]?.text ?? '')) return false
  const links = (from: Occurrence, to: Occurrence, form: RegExp) => tokens.slice(from.start, from.end).some((token) => token.head >= to.start && token.head < to.end && form.test(token.deprel))
  return links(b, a, /^flat/) || links(a, b, /^(flat|compound|amod)/)
}

/** Bodies that every state has: only with the state's name do they say whose they are. */
const stateBody = /(^| )(ministry|army|navy|air force|armed forces|forces|parliament|senate|congress|government|police|supreme court|constitutional court|high court|embassy|central bank|communist party|socialist party|labou?r party|foreign office|treasury|national assembly|coast ?guard|intelligence service|red cross|football association|olympic committee|defen[cs]e department)$/i

/** "[Chinese] Air Force", "[Russia's] Foreign Ministry": the state's adjective or possessive joins the name. */
function withOwner(analysed: Analysed, each: Occurrence): Occurrence {
  const { tokens } = analysed
  if (each.kind !== 'organization' || !stateBody.test(each.text) || isState(each.text.split(' ')[0] ?? '')) return each
  const before = (i: number) => (tokens[i]?.sentence === tokens[each.start]?.sentence ? tokens[i]?.text ?? '' : '')
  const isPossessive = /^['’]s?$/.test(before(each.start - 1))
  for (const length of [2, 1]) {
    const start = each.start - length - (isPossessive ? 1 : 0)
    const words = start < 0 ? '' : textOf(analysed, { start, end: start + length })
    if (start >= 0 && before(start) && !/^(the|a|an)$/i.test(before(start)) && (isPossessive ? countryNamed(words) : countryOfDemonym(words) ?? countryNamed(words))) return widened(analysed, each, start, each.end)
  }
  return each
}

function isState(word: string): boolean { return countryOfDemonym(word) !== undefined || countryNamed(word) !== undefined }

/** "Disaster Prevention and Mitigation Department": the second half ends in the noun that the first half lacks. */
function isHalf({ tokens }: Analysed, first: Occurrence, second: Occurrence): boolean {
  return isBody(tokens[second.end - 1]?.text ?? '') && !isBody(tokens[first.end - 1]?.text ?? '') && /^(compound|conj|nmod|flat)/.test(tokens[first.head]?.deprel ?? '') && first.end - first.start < 4
}

const bodyWord = /^(School|Board|Office|Service|Bureau|College|Project|Institute|Center|Centre|Foundation|Group|Council|Party|University|Society|Fund|Corporation|Committee|Agency|Ministry|Department|Association|Commission|Court|Bank|Club|Academy|Clinic|Hospital|Federation|Authority|Movement|Front|Alliance|Company|Trust|Network|Caucus)$/

/** What a name with a hyphen begins with: "Al-", "Fraga-", "Baden-"; but "Anti-Trump", "US-Boeing". */
const isFirstPart = /^(?!(Anti|Pro|Post|Pre|Non|Ex|Pan|Trans|Mid|Neo|Co|Vice|Under|Deputy|Inter|Sub|Super|Multi|Mini|Semi|Half|All|Self|Arch|Then)$)\p{Lu}\p{Ll}+$/u

/** Takes in the capitalised words that the tree ties to a name. */
function grown(analysed: Analysed, each: Occurrence, after: number, before: number): Occurrence {
  const { tokens } = analysed
  if (!/^(person|organization|facility|place|city|region|law|work)$/.test(each.kind)) return each
  let { start, end } = each
  const isIn = (i: number) => i >= start && i < end
  const isCapital = (i: number) => tokens[i]?.upos === 'PROPN' && /^\p{Lu}\p{L}+$/u.test(tokens[i]?.text ?? '') && tokens[i]?.sentence === tokens[each.start]?.sentence
  while (start > after && isCapital(start - 1) && isIn(tokens[start - 1]?.head ?? -1) && /^(compound|flat)/.test(tokens[start - 1]?.deprel ?? '') && !(each.kind === 'person' && (personNoun(tokens[start - 1]?.text ?? '') || isBody(tokens[start - 1]?.text ?? '') || isCourtesy(tokens[start - 1]?.text ?? '')))) start -= 1
  while (start > after && each.kind === 'person' && isCapital(start - 1) && tokens[start]?.head === start - 1 && /^flat/.test(tokens[start]?.deprel ?? '') && !personNoun(tokens[start - 1]?.text ?? '') && !isCourtesy(tokens[start - 1]?.text ?? '')) start -= 1
  if (end < before && /^(facility|place|city|region)$/.test(each.kind) && /^(Street|Avenue|Road|Boulevard|Square|Bridge|Island|River|Lake|Bay|Airport|County|Province|District|Highway|Canal|Stadium|Park|Station|Prison|Sea|Ocean|Mountains|Mountain|Islands|Peninsula|Valley|Strait|Gulf|Coast|Desert|Region|State|City)$/.test(tokens[end]?.text ?? '')) {
    end += 1
  }
  if (start > after && /^\d+$/.test(tokens[start - 1]?.text ?? '') && /^(Street|Avenue|Road|Boulevard)$/.test(tokens[end - 1]?.text ?? '')) start -= 1
  if (end === start + 1 && /^(Lake|Mount|Cape|Fort|Port|San|Santa|Saint|St\.|Los|Las|Rio|Gulf|Bay|River|Camp)$/.test(tokens[start]?.text ?? '')) while (end < before && isCapital(end)) end += 1
  while (end < before && isCapital(end) && !personNoun(tokens[end]?.text ?? '') && (/^flat/.test(tokens[end]?.deprel ?? '') && isIn(tokens[end]?.head ?? -1) || /^compound/.test(tokens[end - 1]?.deprel ?? '') && tokens[end - 1]?.head === end && each.kind !== 'person')) end += 1
  // "[Arakan] Project", "[Nirta]-Strangio"
  while (each.kind === 'organization' && end < before && bodyWord.test(tokens[end]?.text ?? '') && tokens[end]?.sentence === tokens[start]?.sentence && (!bodyWord.test(tokens[end - 1]?.text ?? '') || /^(School|College)$/.test(tokens[end - 1]?.text ?? '')) && !/^of$/i.test(tokens[end + 1]?.text ?? '')) end += 1
  if (/^(person|organization)$/.test(each.kind) && end + 1 < before && /^[-–]$/.test(tokens[end]?.text ?? '') && tokens[end - 1]?.end === tokens[end]?.start && tokens[end]?.end === tokens[end + 1]?.start && /^\p{Lu}\p{Ll}{3,}/u.test(tokens[end + 1]?.text ?? '')) end += 2
  if (each.kind !== 'law' && start - 1 > after && isHyphen(tokens, start - 1) && isFirstPart.test(tokens[start - 2]?.text ?? '')) start -= 2
  return start === each.start && end === each.end ? each : widened(analysed, each, start, end)
}

function widened(analysed: Analysed, each: Occurrence, start: number, end: number): Occurrence {
  return { ...each, start, end, text: textOf(analysed, { start, end }) }
}
