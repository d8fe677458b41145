/**
 * Whom a definite description means among those who have a name: "the minister", "the French leader", "the club". The cast
 * and the titles found beside names go in; a draft comes out, or nothing. The analysis' scores are weighed with the title,
 * the state, nearness and gender. Not handled: descriptions that only knowledge of the world explains ("the property mogul").
 */
import type { TokenSpan } from '../model.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { distance, lastPlace, leaningsOf, scoresOf, type Cast } from './cast.js'
import type { Draft } from './drafts.js'
import { fold } from './name-forms.js'
import { singularOf } from './person-nouns.js'
import { corePhrase, fullPhrase } from './syntax.js'
import { contradicts } from './sorts-of-bodies.js'
import { countriesBefore, describes, speaksAgainst, type Description as Titled, type Titles } from './titles.js'

/** A phrase that describes people or a body, by its head. */
export interface Description {
  readonly head: number
  readonly word: string
  /** The noun with what makes a deputy of it: "vice president". */
  readonly title: string
  readonly isPlural: boolean
  readonly isBody: boolean
  readonly isDefinite: boolean
  readonly gender?: 'masculine' | 'feminine'
}

/** Who is called something is rather not meant by what is nothing alike. */
const OTHER = 2

/** Score that somebody needs to be meant; chosen, as the weight of the head beside it, on every second article annotated and kept aside. */
const LEAST = 1

/** The named person or body that a definite description means. */
export function meant(cast: Cast, titles: Titles, description: Description): Draft | undefined {
  const { head, isDefinite } = description
  const mention = cast.mentionAt.get(head)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  const leaning = leaningsOf(cast, head), own = fullPhrase(cast.syntax, head)
  let best: Draft | undefined, bestScore = LEAST
  const fitting = description.isBody ? 0 : Math.max(0, ...cast.drafts.map((draft) => (titles.has(draft) ? describes(description.title, titles.get(draft)!) : 0)))
  for (const draft of cast.drafts) {
    if (draft.isUnnamed || !fits(draft, description)) continue
    const score = (scores.has(draft) ? clamp(scores.get(draft) ?? 0, description.isBody ? -0.15 : -1.5) : 0) + (description.isBody ? bodyScore(cast, draft, description) : personScore(cast, titles, draft, description))
      + (isDefinite ? 0 : -2) + (fitting >= 1.6 && titles.has(draft) && describes(description.title, titles.get(draft)!) === 0 ? -2 : 0) - (isWithin(draft, own) ? 9 : 0) + leaning(draft)
    if (score > bestScore) [best, bestScore] = [draft, score]
  }
  // "the president" may stand before the name comes.
  const isOpening = (cast.analysed.tokens[head]?.sentence ?? 9) < 3
  return best ?? likeliest(cast, titles, description, scores) ?? (!description.isBody && (isDefinite || isOpening && /^(nsubj|obl:agent)/.test(cast.analysed.tokens[head]?.deprel ?? '')) ? laterNamed(cast, titles, description) : undefined)
}

/** Whom the model would rather have than nobody, where nothing that the person is called speaks against it: "the Republican front-runner". */
function likeliest(cast: Cast, titles: Titles, description: Description, scores: ReadonlyMap<Draft, number>): Draft | undefined {
  const [best] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best || best[1] <= 0 || description.isBody || !/^the$/i.test(cast.analysed.tokens[corePhrase(cast.syntax, description.head).start]?.text ?? '')) return undefined
  const [draft] = best, title = titles.get(draft)
  return !draft.isUnnamed && fits(draft, description) && !isWithin(draft, fullPhrase(cast.syntax, description.head)) && !(title && speaksAgainst(description.title, title)) ? draft : undefined
}

function fits(draft: Draft, { isBody, gender, isPlural, word }: Description): boolean {
  if (isBody) return (draft.kind === 'organization' || draft.kind === 'outlet') && !isPlural && !contradicts(word, draft.names.keys())
  return draft.kind === 'person' && (!gender || !draft.gender || gender === draft.gender)
}

function personScore(cast: Cast, titles: Titles, draft: Draft, { word, title: said, head }: Description): number {
  const title = titles.get(draft)
  if (!title) return 0
  const alike = describes(said, title)
  const countries = countriesBefore(cast.syntax, head)
  const isOther = countries.length > 0 && title.countries.size > 0 && !countries.some((name) => title.countries.has(name))
  const far = distance(cast, draft, head)
  const isOtherSort = alike >= 1.6 && countries.length === 0 && isOfOtherSort(cast, title, head)
  // "the president" is rather President Okoro than Judge President Lima.
  const isNarrower = title.pairs.size > 0 && alike === 2 && !title.bare.has(said) && countries.length === 0 && cast.drafts.some((other) => other !== draft && titles.get(other)?.bare.has(said))
  const isCounterpart = word === 'counterpart' && countries.some((name) => title.countries.has(name))
  const near = far === Infinity ? -4 : far <= 1 ? 1 : far <= 4 ? 0.5 : 0
  const isCalledOtherwise = alike === 0 && title.nouns.size > 0 ? -OTHER : 0
  const isPast = title.former.has(singularOf(word)) && !/^(former|ex)$/i.test(cast.analysed.tokens[head - 1]?.text ?? '') && !/^ex-/.test(word) ? -2.5 : 0
  const body = alike >= 1 ? sharedBody(cast, draft, head) : 0
  return isCalledOtherwise + isPast + body + (speaksAgainst(said, title) ? -5 : 0) + (isNarrower && !title.pairs.has(wordBefore(cast, head, said)) ? -1.5 : 0) + (alike === 2 ? 2.2 : alike) + (isOther ? -3 : 0) + (isOtherSort ? -1.8 : 0) + (isCounterpart ? 3 : 0) + (countries.length > 0 && !isOther && title.countries.size > 0 ? 0.8 : 0) + near
}

/** The description with the word before it: "prime minister". */
function wordBefore({ analysed: { tokens } }: Cast, head: number, said: string): string { return `${tokens[head - 1]?.text.toLowerCase() ?? ''} ${said}` }

/** Whether a description and a person's name stand beside the same body: "the head of the Bolshoi" – "the Bolshoi's director Iksanov". */
function sharedBody(cast: Cast, draft: Draft, head: number): number {
  const span = fullPhrase(cast.syntax, head)
  const bodies = bodiesIn(cast, span.start, span.end)
  if (bodies.size === 0) return 0
  const beside = draft.places.filter((place) => place.form === 'name').flatMap((place) => [...bodiesIn(cast, place.start - 7, place.end + 9)])
  return beside.some((body) => bodies.has(body)) ? 1.2 : beside.length > 0 ? -0.6 : 0
}

function bodiesIn(cast: Cast, start: number, end: number): Set<Draft> {
  const found = new Set<Draft>()
  for (let i = Math.max(0, start); i < end; i++) { const draft = cast.nameCovering.get(i); if (draft?.kind === 'organization' || draft?.kind === 'outlet') found.add(draft) }
  return found
}

/** "its artistic director" is not the director met before, unless he was called so. */
function isOfOtherSort({ analysed: { tokens } }: Cast, { pairs }: Titled, head: number): boolean {
  const before = tokens[head - 1], noun = tokens[head]?.text.toLowerCase() ?? ''
  if (!before || !/^(ADJ|NOUN)$/.test(before.upos) || pairs.has(`${before.text.toLowerCase()} ${noun}`) || /\d|award|current|former|late|veteran|longtime|senior|young|old|prime/.test(before.text)) return false
  return before.deprel === 'amod' ? !countryOfDemonym(before.text) : before.deprel === 'compound' && [...pairs].some((pair) => pair.endsWith(` ${noun}`))
}

function bodyScore(cast: Cast, draft: Draft, { word, head }: Description): number {
  const one = singularOf(word)
  const isInName = [...draft.names.keys()].some((name) => fold(name).split(' ').some((part) => singularOf(part) === one || part === 'theatre' && one === 'theater'))
  const far = distance(cast, draft, head)
  const isAgency = draft.kind === 'outlet' && isOutletOfSort(one, draft)
  const last = lastPlace(draft, head)
  const isMain = () => cast.drafts.every((other) => other.kind !== 'organization' || other.places.length <= draft.places.length)
  const isTopic = far <= 1 && draft.kind === 'organization' && last !== undefined && topics.test(one) && (/^nsubj/.test(cast.analysed.tokens[last.head]?.deprel ?? '') || isMain())
  return (isInName ? 1.8 : isTopic ? 1.1 : 0) + (isAgency ? 1.8 : 0) + strangeness(cast, draft, head, isInName) + (far === Infinity ? -4 : far <= 1 ? 0.6 : far <= 4 ? 0.2 : -0.8)
}

/** What a body that is spoken of is called, whatever its name. */
const topics = /^(carrier|airline|company|firm|manufacturer|automaker|carmaker|retailer|bank|lender|group|giant|maker|club|team|side|party|agency|organisation|organization|union|charity|foundation|network|corporation|insurer|publisher|watchdog|regulator)$/

/** "the Jordanian state agency" is no body that is called Jordanian nowhere; "the Bundestag's committee" and "its network" are parts of bodies. */
function strangeness(cast: Cast, draft: Draft, head: number, isInName: boolean): number {
  const { tokens } = cast.analysed
  const { start } = corePhrase(cast.syntax, head)
  const countries = countriesBefore(cast.syntax, head)
  const own = new Set(draft.places.flatMap((place) => (place.form === 'name' ? countriesOf(cast, place) : [])))
  const isForeign = countries.length > 0 && !countries.some((name) => own.has(name))
  const isOwned = !isInName && /^(its|their|his|her|our)$/i.test(tokens[start]?.text ?? '')
  return (isForeign ? -2.5 : 0) + (isOwned ? -1.5 : 0) + (hasOtherBody(cast, draft, { start, head, isInName }) ? -4 : 0)
}

/** States that stand in a name or right before it. */
function countriesOf(cast: Cast, { start, end }: TokenSpan): string[] {
  const words = cast.analysed.tokens.slice(start, end).map(({ text }) => (countryOfDemonym(text) ?? countryNamed(text))?.name ?? '')
  return [...countriesBefore(cast.syntax, start), ...words]
}

/** Whether another body's name stands in the phrase before its noun: "the [CDU] parliamentary group". */
function hasOtherBody({ nameCovering }: Cast, draft: Draft, { start, head, isInName }: { start: number; head: number; isInName: boolean }): boolean {
  for (let i = start; i < head; i++) { const other = nameCovering.get(i); if (other && other !== draft && (/^(organization|outlet)$/.test(other.kind) || other.kind === 'place' && !isInName && countryNamed(other.name) === undefined)) return true }
  return false
}

/** "the newspaper" may be any outlet of which no more is known, but no broadcaster. */
function isOutletOfSort(noun: string, { outletKind }: Draft): boolean {
  const sort = { newspaper: 'Newspaper', paper: 'Newspaper', magazine: 'Magazine', broadcaster: 'Broadcaster', agency: 'NewsAgency' }[noun]
  return sort !== undefined ? outletKind === undefined || outletKind === sort || outletKind === 'Website' : /^(outlet|website)$/.test(noun)
}

/** A person named only further on, as articles open: "A New York judge has … Justice Frank Nervo rejected …". */
function laterNamed(cast: Cast, titles: Titles, { word, title, head, gender }: Description): Draft | undefined {
  const sentence = cast.analysed.tokens[head]?.sentence ?? 0
  const next = (draft: Draft) => cast.analysed.tokens[Math.min(...draft.places.filter((place) => place.form === 'name').map((place) => place.start))]?.sentence ?? 0
  const coming = cast.drafts.filter((draft) => draft.kind === 'person' && !draft.isUnnamed && !isNamedBefore(draft, head) && next(draft) > sentence && next(draft) - sentence <= 3
    && (!gender || !draft.gender || gender === draft.gender))
  for (const least of [2, 1.6]) {
    const found = coming.filter((draft) => describes(title, titles.get(draft)!) >= least && !titles.get(draft)!.former.has(word) && !isOfOtherSort(cast, titles.get(draft)!, head))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  // "The nephew of the author says …" and then, with no title: "Matthew Salmons said".
  const isSpeaker = (draft: Draft) => draft.places.some((place) => cast.sources.has(place.head) && cast.analysed.tokens[place.head]?.sentence === next(draft))
  const first = coming.filter(isSpeaker).sort((a, b) => next(a) - next(b))[0]
  const aged = coming.filter((draft) => titles.get(draft)?.nouns.size === 0 && next(draft) - sentence <= 2 && isAged(cast, draft))
  if (sentence < 2 && cast.sources.has(head) && aged.length === 1) return aged[0]
  return sentence < 2 && cast.sources.has(head) && first && titles.get(first)?.nouns.size === 0 && next(first) - sentence <= 2 ? first : undefined
}

/** "Marcel Lazar, 44, said": so news introduces whom it has described. */
function isAged({ analysed: { tokens } }: Cast, draft: Draft): boolean {
  return draft.places.some(({ end, form }) => form === 'name' && tokens[end]?.text === ',' && /^\d{1,3}$/.test(tokens[end + 1]?.text ?? '') && /^[,.]$/.test(tokens[end + 2]?.text ?? ''))
}

function isNamedBefore(draft: Draft, token: number): boolean {
  return draft.places.some((place) => place.form === 'name' && place.start < token)
}

/** Whether the draft stands inside the description: "Macron's adviser" is not Macron. */
function isWithin(draft: Draft, { start, end }: TokenSpan): boolean {
  return draft.places.some((place) => place.start >= start && place.end <= end)
}

function clamp(score: number, least: number): number { return Math.max(least, Math.min(3, score)) }
