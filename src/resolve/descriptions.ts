/**
 * Descriptions of people and bodies: "the minister", "a police spokesman", "Macron's diplomatic adviser", "the club".
 * The cast goes in; each description is tied to the person or body it means, or becomes an unnamed source of its own.
 * "The city", "the country" are tied to the place that is meant, if it has a name. Not handled: descriptions of things ("the accident").
 */
import type { Place, Draft } from './drafts.js'
import { newDraft } from './drafts.js'
import type { Mention, Token } from '../model.js'
import { lastPlace, leaningsOf, merge, refer, scoresOf, type Cast } from './cast.js'
import { identifiedAs, nameAfter, namedBeside } from './beside.js'
import { compoundAt } from './borders.js'
import { fold } from './name-forms.js'
import { textOf } from './occurrence.js'
import { isBody, isSuperlative, personNoun, singularOf } from './person-nouns.js'
import { typeNamed } from './quoted-titles.js'
import { corePhrase, fullPhrase, headOf } from './syntax.js'
import { wellKnown } from './well-known.js'
import { deputyBefore, type Titles } from './titles.js'
import { isAnother, isWorthANode } from './worth.js'
import { kinsman } from './kin.js'
import { mayBeOne } from './sorts-of-bodies.js'
import { meant, type Description } from './meanings.js'


export function resolveDescriptions(cast: Cast, titles: Titles): void {
  const { tokens } = cast.analysed
  tieTitles(cast)
  const inName = tokens.map(() => false)
  for (const draft of cast.drafts) for (const { start, end, form } of draft.places) if (form === 'name') inName.fill(true, start, end)
  tokens.forEach((_, head) => {
    if (inName[head] || cast.byHead.has(head)) return
    const found = descriptionAt(cast, head)
    if (found) settle(cast, titles, found)
    else placeMeant(cast, head)
  })
}

/** "The [city] declared a curfew": the place that has a name, where the analysis would rather have it than none. */
function placeMeant(cast: Cast, head: number): void {
  const mention = cast.mentionAt.get(head), { kind, form } = cast.analysed.mentions[mention ?? -1] ?? {}
  if (mention === undefined || kind !== 'place' || form !== 'nominal' || cast.analysed.tokens[head]?.upos !== 'NOUN' || !/^(the|this|that|its|their|our)$/i.test(tokensBefore(cast, head))) return
  const leaning = leaningsOf(cast, head), { start, end } = fullPhrase(cast.syntax, head)
  const [draft] = cast.drafts.filter((each) => each.kind === 'place' && leaning(each) > SURE_OF_PLACE && !each.places.some((place) => place.start >= start && place.end <= end)).sort((a, b) => leaning(b) - leaning(a))
  if (draft) refer(cast, draft, { start, end, head, form: 'nominal', confidence: 0.8, mention })
}

/** Odds, as a logarithm, that this place is meant and not one without a name. */
const SURE_OF_PLACE = 0.5

/** "Liberal leader Peter Dutton … the Opposition leader": what the analysis ties to the title is tied to its bearer. */
function tieTitles(cast: Cast): void {
  cast.analysed.mentions.forEach(({ kind, end }, i) => {
    const at = kind === 'role' && !cast.byMention.has(i) ? nameAfter(cast, end) : -1
    const bearer = cast.personNameAt.has(at) ? cast.nameCovering.get(at) : undefined
    if (bearer) cast.titleOf.set(i, bearer)
  })
}

/** What a token describes, if it heads a phrase about people or a body. */
function descriptionAt(cast: Cast, head: number): Description | undefined {
  const token = cast.analysed.tokens[head]
  if (!token || !/^(NOUN|PROPN|ADJ|NUM|PRON|DET)$/.test(token.upos)) return undefined
  const mention = cast.analysed.mentions[cast.mentionAt.get(head) ?? -1]
  if (mention?.form === 'pronoun' || token.upos === 'PRON') return undefined
  const word = nounAt(cast, head)
  if (word === undefined) return undefined
  const isThing = isNoPerson(cast, head, word, mention)
  const noun = isThing ? undefined : personNoun(word)
  const body = isBody(word) || (!noun && mention?.kind === 'organization' && token.upos === 'NOUN' && !isDocument(word))
  if (!noun && !body) return undefined
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && !cast.sources.has(head)) return undefined
  if (/^(compound|flat|amod|nmod:desc|case|cop|fixed)/.test(token.deprel) && !cast.sources.has(head)) return undefined
  // "Under-Secretary-General Saad bin Mohammed" where the tree ties the title to the name.
  if (token.deprel === 'nmod:desc' && cast.nameCovering.get(token.head)?.kind === 'person') return undefined
  // "our next president" is nobody yet.
  if (/^(next|future|potential|prospective|would-be|ideal|possible|hypothetical|any|every|each)$/i.test(modifierOf(cast, head)) && !cast.sources.has(head)) return undefined
  // "as secretary of state" says what somebody is; nobody new.
  if (isOffice(cast, head) && !cast.sources.has(head)) return undefined
  const first = tokensBefore(cast, head)
  const isDefinite = /^(the|this|that|these|those|its|his|her|their|our|my|your|both)$/i.test(first) || /^['’]s?$/.test(first)
  const isPlural = noun?.isPlural === true || token.xpos === 'NNS' && singularOf(word.toLowerCase()) !== word.toLowerCase()
  return { head, word: word.toLowerCase(), title: word.includes('-') ? word.toLowerCase() : `${deputyBefore(cast.syntax, head)}${word.toLowerCase()}`, isPlural, isBody: body && !(noun && mention?.kind === 'person'), isDefinite, ...(noun?.gender && { gender: noun.gender }) }
}

/** The first adjective or determiner of a phrase: "next" in "our next president". */
function modifierOf({ analysed: { tokens }, syntax }: Cast, head: number): string {
  const { start } = corePhrase(syntax, head)
  const words = tokens.slice(start, head)
  return words.find((token) => /^(next|future|potential|prospective|would-be|ideal|possible|hypothetical|any|every|each)$/i.test(token.text))?.text ?? ''
}

/** "as secretary of state", "as a teacher, an assistant principal", "the position of superintendent": what somebody is or may become. */
function isOffice({ analysed: { tokens }, syntax, nameCovering }: Cast, head: number): boolean {
  const { start } = corePhrase(syntax, head)
  // In "as Turkey accused" it opens a clause.
  const isAs = (i: number) => /^as$/i.test(tokens[i]?.text ?? '') && tokens[i]?.deprel !== 'mark'
  if (isAs(start - 1) || /^of$/i.test(tokens[start - 1]?.text ?? '') && /^(position|post|office|job|role|title|rank)$/i.test(tokens[start - 2]?.text ?? '')) return true
  if (isElection(tokens, start, head)) return true
  const first = /^(conj|appos)$/.test(tokens[head]?.deprel ?? '') ? tokens[head]?.head ?? -1 : -1
  return first >= 0 && first < head && !nameCovering.has(first) && isAs(corePhrase(syntax, first).start - 1)
}

/** "was elected governor", "became mayor", "the governor's race": an office, not who holds it. */
function isElection(tokens: readonly Token[], start: number, head: number): boolean {
  const isBare = !/^(DET|PRON)$/.test(tokens[start]?.upos ?? '') && !/^['’]s?$/.test(tokens[head - 1]?.text ?? '')
  const verb = tokens[start - 1]?.lemma.toLowerCase() ?? ''
  if (isBare && /^(elect|re-elect|reelect|appoint|name|become|crown|nominate|run|stay|remain|turn)$/.test(verb) || isBare && /^for$/i.test(tokens[start - 1]?.text ?? '') && /^(run|stand|nominate|race|bid|candidate|nomination|nominee|running)$/.test(tokens[start - 2]?.lemma.toLowerCase() ?? '')) return true
  return /^['’]s?$/.test(tokens[head + 1]?.text ?? '') && /^(race|mansion|residence|job|seat|election|salary|chair|term|primary|license|licence)$/i.test(tokens[head + 2]?.text ?? '')
}

/** The noun that a token is: of a compound as much as is known, "secretary-general", else its last part; nothing where the token is another part. */
function nounAt({ analysed, syntax }: Cast, head: number): string | undefined {
  const word = compoundAt(analysed.tokens, head)
  if (word.end === word.start + 1) return analysed.tokens[head]?.text
  if (/^per$/i.test(analysed.tokens[word.start]?.text ?? '')) return undefined
  for (let { start } = word; start < word.end - 1; start += 2) {
    const compound = textOf(analysed, { start, end: word.end })
    if (personNoun(compound)) return headOf(syntax, word) === head ? compound : undefined
  }
  return head === word.end - 1 ? analysed.tokens[head]?.text : undefined
}

/** Nouns for people that mean a thing here: "Saturday's fundraiser", "restorative justice", "a driver's license", "per-pupil". */
function isNoPerson(cast: Cast, head: number, word: string, mention: Mention | undefined): boolean {
  const { tokens } = cast.analysed
  const before = (back: number) => tokens[head - back]?.upos ?? ''
  if (/^sources?$/i.test(word)) return !isInformant(cast, head)
  if (word === 'justice') return !/^(DET|PRON|PROPN)$/.test(before(1)) && !(before(1) === 'ADJ' && before(2) === 'DET')
  if (isSuperlative(tokens, head)) return true
  // "bought a rival": a firm.
  if (/^(rivals?|competitors?|suppliers?|lenders?|developers?|publishers?|retailers?)$/i.test(word) && /^(buy|acquire|purchase|merge|take)$/.test(tokens[tokens[head]?.head ?? -1]?.lemma ?? '') && /^(obj|obl)/.test(tokens[head]?.deprel ?? '')) return true
  // An honour guard is many.
  if (/^guards?$/i.test(word) && /^(honou?r|colou?r|national|coast|home|revolutionary)$/i.test(tokens[head - 1]?.text ?? '')) return true
  if (/^driver$/i.test(word) && /^licen[sc]es?$/i.test(tokens[head + 2]?.text ?? '')) return true
  return /^(event|product)$/.test(mention?.kind ?? '') && mention?.form === 'nominal' && !cast.sources.has(head)
}

/** Of sources only those who speak or are close to somebody: "a source of tension" is nobody. */
function isInformant({ analysed: { tokens }, sources }: Cast, head: number): boolean {
  return sources.has(head) || /^(close|familiar|near|inside|within|at|briefed|involved|who|cited|quoted)$/i.test(tokens[head + 1]?.text ?? '')
    || /^(police|government|diplomatic|military|security|intelligence|official|anonymous|unnamed|party|judicial|medical|hospital)$/i.test(tokens[head - 1]?.text ?? '')
}

/** Polls and reports may be taken for bodies, since they show and say things. */
function isDocument(word: string): boolean {
  const one = singularOf(word.toLowerCase())
  return typeNamed(one) !== undefined || /^(poll|opinion-poll|census|index|document|statement|release|bulletin|advisory|affidavit|lawsuit|complaint|share|stock|letter|memo|email|tweet|post|ranking|research|data|figure|statistic|finding|headline|website)$/.test(one)
}

/** The first word of the phrase, which says whether it is definite. */
function tokensBefore(cast: Cast, head: number): string {
  const { tokens } = cast.analysed
  const core = corePhrase(cast.syntax, head)
  const possessive = tokens.slice(core.start, head).find((token) => /^['’]s?$/.test(token.text))
  return possessive?.text ?? tokens[core.start]?.text ?? ''
}

function settle(cast: Cast, titles: Titles, description: Description): void {
  const beside = namedBeside(cast, description)
  if (beside === 'title') return
  // "a source … another source" are two.
  const isNew = !beside && (isAnother(cast, description.head) || isPickedOut(cast, description))
  if (isNew) return isWorthANode(cast, description.head, description.isBody) ? refer(cast, unnamed(cast, description, placeOf(cast, description)), placeOf(cast, description)) : undefined
  // "the Finnish seafarers' union … the union": what was described before is nearer than what is named.
  const last = beside ? undefined : sameAsLast(cast, description)
  if (last) return refer(cast, last, { ...placeOf(cast, description), form: 'nominal' })
  const before = description.isBody && !beside ? sameDescription(cast, description) : undefined
  const described = before && fold(before.name).includes(' ') && headWord(before.name) === singularOf(description.word) ? before : undefined
  const known = beside ?? described ?? kinsman(cast, titles, description) ?? (description.isPlural && !description.isBody ? undefined : meant(cast, titles, description))
  const place = placeOf(cast, description)
  // "A suspect was held … the suspect was identified as Paul Block": he is whom the article spoke of all the time.
  const unknown = known && identifiedAs(cast, description.head) === known ? sameDescription(cast, description) : undefined
  if (known && unknown?.kind === 'person') merge(cast, unknown, known)
  if (known) return refer(cast, known, { ...place, form: 'nominal' })
  const again = wellKnownBody(cast, coreName(cast, description.head)) ?? sameDescription(cast, description)
  if (again) return refer(cast, again, { ...place, form: 'nominal' }, again.isUnnamed || wellKnown(again.name) ? nameOf(cast, place.start, place.end) : undefined)
  if (isWorthANode(cast, description.head, description.isBody)) refer(cast, unnamed(cast, description, place), place, nameOf(cast, place.start, place.end))
}

/** "The same official stressed": the one who was spoken of last, as the subject of the sentence before. */
function sameAsLast(cast: Cast, { head, isPlural, isBody: isOfBody, gender }: Description): Draft | undefined {
  const { tokens } = cast.analysed
  const { start } = corePhrase(cast.syntax, head)
  if (isPlural || isOfBody || !/^the$/i.test(tokens[start]?.text ?? '') || !/^same$/i.test(tokens[start + 1]?.text ?? '')) return undefined
  const sentence = tokens[head]?.sentence ?? 0
  return [1, 2].flatMap((far) => cast.bySentence.get(sentence - far) ?? []).find(({ draft, place }) => draft.kind === 'person' && !draft.isPlural && /^nsubj/.test(tokens[place.head]?.deprel ?? '') && (!gender || !draft.gender || gender === draft.gender))?.draft
}

/** "the man who killed Winters": told apart by what he did, not met before. */
function isPickedOut({ analysed: { tokens }, syntax }: Cast, { head, word }: Description): boolean {
  return /^(man|woman|boy|girl|person)$/.test(word) && /^(who|that)$/i.test(tokens[head + 1]?.text ?? '') && (syntax.dependents[head] ?? []).some((child) => child > head && /^acl:relcl/.test(tokens[child]?.deprel ?? ''))
}

/** "the German military" is the Bundeswehr. */
function wellKnownBody(cast: Cast, name: string): Draft | undefined {
  const usual = wellKnown(name)
  return usual ? cast.drafts.find((draft) => draft.kind === 'organization' && [...draft.names.keys()].some((other) => wellKnown(other) === usual)) : undefined
}

/** The same unnamed people met before: "Myanmar officials … Myanmar officials", "a masked man … the man". */
function sameDescription(cast: Cast, description: Description): Draft | undefined {
  const { head, word, isDefinite } = description
  const place = placeOf(cast, description)
  const name = fold(nameOf(cast, place.start, place.end))
  const core = fold(coreName(cast, head))
  const mention = cast.mentionAt.get(head)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  const unnamedOnes = cast.drafts.filter((draft) => draft.isUnnamed && draft.isPlural === (description.isPlural || description.isBody))
  // "members of both parties" are not "members of the government".
  const isEqual = (draft: Draft) => [...draft.names.keys()].some((other) => fold(other) === name || fold(other) === core && (name === core || fold(draft.name) === core))
  const equal = unnamedOnes.find(isEqual)
  if (equal && (isDefinite || description.isPlural || description.isBody || core.includes(' ') || name.includes(' '))) return equal
  const sameNoun = unnamedOnes.filter((draft) => [...draft.names.keys()].some((other) => headWord(other) === singularOf(word)))
  if (!isDefinite) return sameNoun.find((draft) => (scores.get(draft) ?? 0) > 2.5 && isOfHeadline(cast, draft, head))
  if (core === fold(word) && sameNoun.length > 0) return sameNoun.sort((a, b) => (lastPlace(b, head)?.start ?? -1) - (lastPlace(a, head)?.start ?? -1))[0]
  const isOwned = description.isPlural && !description.isBody && /^(his|her|its|their|our|my|your|['’]s?)$/i.test(tokensBefore(cast, head))
  // "her students" are hardly those who were called otherwise before, and a court is no bank.
  const others = description.isBody ? unnamedOnes.filter((draft) => mayBeOne(word, headWord(draft.name))) : unnamedOnes
  return others.find((draft) => (scores.get(draft) ?? 0) > (isOwned && !sameNoun.includes(draft) ? 3 : 1.5))
}

/** "German-Iraqi boy tried to bomb market … A 12-year-old boy": the opening says again, as if it were new, what the headline said. */
function isOfHeadline({ analysed: { tokens } }: Cast, draft: Draft, head: number): boolean {
  return (tokens[head]?.sentence ?? 9) < 4 && tokens[head]?.sentence !== 0 && draft.places.every((place) => tokens[place.head]?.sentence === 0)
}

function headWord(name: string): string {
  return singularOf(fold(name).split(/ (?:of|for|in|from|at|with|familiar|who) /)[0]?.split(' ').at(-1) ?? '')
}

function unnamed(cast: Cast, description: Description, place: Place): Draft {
  const isGroup = description.isPlural || description.isBody
  const draft = newDraft(isGroup ? 'group' : 'person', nameOf(cast, place.start, place.end), isGroup ? 'organization' : 'person', true)
  draft.isPlural = isGroup
  if (description.gender) draft.gender = description.gender
  draft.names.set(coreName(cast, description.head), 0)
  return draft
}

function placeOf(cast: Cast, { head }: Description): Place {
  const full = fullPhrase(cast.syntax, head)
  return { start: full.start, end: full.end, head, form: 'nominal', confidence: 0.8, mention: cast.mentionAt.get(head) ?? null }
}

/** The phrase without what follows its noun. */
function coreName(cast: Cast, head: number): string {
  const { start, end } = corePhrase(cast.syntax, head)
  return nameOf(cast, start, end)
}

/** The phrase as written, without its article. */
function nameOf(cast: Cast, start: number, end: number): string {
  let first = start
  while (first < end - 1 && /^(the|a|an|this|that|these|those|["“‘])$/i.test(cast.analysed.tokens[first]?.text ?? '')) first += 1
  return textOf(cast.analysed, { start: first, end })
}
