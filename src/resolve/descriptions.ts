/**
 * Descriptions of people and bodies: "the minister", "a police spokesman", "Macron's diplomatic adviser", "the club".
 * The cast goes in; each description is tied to the person or body it means, or becomes an unnamed source of its own.
 * Not handled: descriptions of things and places ("the city", "the accident").
 */
import type { Place, Draft } from './drafts.js'
import { newDraft } from './drafts.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { distance, lastPlace, refer, scoresOf, type Cast } from './cast.js'
import { fold } from './name-forms.js'
import { textOf } from './occurrences.js'
import { isBody, personNoun, singularOf } from './person-nouns.js'
import { corePhrase, fullPhrase, headOf } from './syntax.js'
import { wellKnown } from './well-known.js'
import { countriesBefore, describes, type Description as Titled, type Titles } from './titles.js'

interface Description { readonly head: number; readonly word: string; readonly isPlural: boolean; readonly isBody: boolean; readonly isDefinite: boolean; readonly gender?: 'masculine' | 'feminine' }

export function resolveDescriptions(cast: Cast, titles: Titles): void {
  const { tokens } = cast.analysed
  const inName = tokens.map(() => false)
  for (const draft of cast.drafts) for (const { start, end, form } of draft.places) if (form === 'name') inName.fill(true, start, end)
  tokens.forEach((_, head) => {
    if (inName[head] || cast.byHead.has(head)) return
    const found = descriptionAt(cast, head)
    if (found) settle(cast, titles, found)
  })
}

/** What a token describes, if it heads a phrase about people or a body. */
function descriptionAt(cast: Cast, head: number): Description | undefined {
  const token = cast.analysed.tokens[head]
  if (!token || !/^(NOUN|PROPN|ADJ|NUM|PRON|DET)$/.test(token.upos)) return undefined
  const mention = cast.analysed.mentions[cast.mentionAt.get(head) ?? -1]
  if (mention?.form === 'pronoun' || token.upos === 'PRON') return undefined
  const noun = personNoun(token.text)
  const body = isBody(token.text) || (!noun && mention?.kind === 'organization' && token.upos === 'NOUN')
  if (!noun && !body) return undefined
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && !cast.sources.has(head)) return undefined
  if (/^(compound|flat|amod|nmod:desc|case|cop|fixed)/.test(token.deprel) && !cast.sources.has(head)) return undefined
  const first = tokensBefore(cast, head)
  const isDefinite = /^(the|this|that|these|those|its|his|her|their|our|my|your|both)$/i.test(first) || /^['’]s?$/.test(first)
  const isPlural = noun ? noun.isPlural || token.xpos === 'NNS' : token.xpos === 'NNS'
  return { head, word: token.text.toLowerCase(), isPlural, isBody: body && !(noun && mention?.kind === 'person'), isDefinite, ...(noun?.gender && { gender: noun.gender }) }
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
  const known = beside ?? kinsman(cast, description) ?? (description.isPlural && !description.isBody ? undefined : meant(cast, titles, description))
  const place = placeOf(cast, description)
  if (known) return refer(cast, known, { ...place, form: 'nominal' })
  const again = wellKnownBody(cast, nameOf(cast, corePhrase(cast.syntax, description.head).start, description.head + 1)) ?? sameDescription(cast, description)
  if (again) return refer(cast, again, { ...place, form: 'nominal' }, again.isUnnamed || wellKnown(again.name) ? nameOf(cast, place.start, place.end) : undefined)
  if (isWorthANode(cast, description.head, description.isBody)) refer(cast, unnamed(cast, description, place), place, nameOf(cast, place.start, place.end))
}

/** The person or body that the description is tied to by syntax: apposition, predicate; `title` if it is part of a name's phrase. */
function namedBeside(cast: Cast, { head, isPlural }: Description): Draft | 'title' | undefined {
  const { tokens } = cast.analysed
  const token = tokens[head]
  const governor = token?.head ?? -1
  if (token?.deprel === 'appos' && cast.byHead.get(governor) && isApart(cast, governor, head)) return isPlural ? 'title' : cast.byHead.get(governor)
  for (const child of cast.syntax.dependents[head] ?? []) {
    const draft = cast.byHead.get(child), deprel = tokens[child]?.deprel ?? ''
    if (draft && (deprel === 'appos' || child > head && /^(flat|compound|nmod:desc)/.test(deprel)) && draft.kind === 'person' && !isPlural) return child === head + 1 ? 'title' : draft
    // "He is the mayor": the predicate says what the subject is.
    if (/^nsubj/.test(deprel) && (cast.syntax.dependents[head] ?? []).some((i) => tokens[i]?.deprel === 'cop')) return cast.byHead.get(child) ?? 'title'
  }
  // "the interior minister of Saxony, Ralf Meier, said" where the tree does not tell.
  const { end } = fullPhrase(cast.syntax, head)
  const name = tokens[end]?.text === ',' && cast.personNameAt.has(end + 1) ? cast.nameCovering.get(end + 1) : undefined
  const after = name?.places.find((place) => place.start === end + 1)?.end ?? 0
  if (name && !isPlural && /^[,.]$/.test(tokens[after]?.text ?? '') && !/^[,.]$/.test(tokens[head - 1]?.text ?? '')) return name
  // "the newspaper Le Monde", "France 2 broadcaster"
  const isOf = (draft: Draft | undefined) => draft !== undefined && (draft.kind === 'outlet' || draft.kind === 'organization')
  for (const at of [head + 1, head - 1]) {
    const place = cast.nameCovering.get(at)
    if (isOf(place) && !isPlural && isBody(token?.text ?? '') && !/^['’]/.test(tokens[at]?.text ?? '')) return 'title'
  }
  // "spokesman Shen Jinke" where the tree does not tell.
  return cast.personNameAt.has(head + 1) && !isPlural ? 'title' : undefined
}

/** "her husband" in an article on Donald and Ivana Trump: whoever shares the surname of the possessor, if that leaves one. */
function kinsman(cast: Cast, { head, word, isPlural, gender }: Description): Draft | undefined {
  const { tokens } = cast.analysed
  const owner = (cast.syntax.dependents[head] ?? []).find((i) => tokens[i]?.deprel === 'nmod:poss')
  const possessor = owner === undefined ? undefined : ownerOf(cast, owner)
  if (isPlural || !possessor || possessor.isUnnamed || possessor.kind !== 'person' || !/^(ex-)?(wife|husband|brother|sister|father|mother|son|daughter|cousin)$/.test(word)) return undefined
  const surname = fold(possessor.name).split(' ').at(-1)
  const namesakes = cast.drafts.filter((draft) => draft !== possessor && draft.kind === 'person' && !draft.isUnnamed && fold(draft.name).split(' ').at(-1) === surname && draft.name.includes(' ')
    && (!gender || draft.gender === gender))
  return namesakes.length > 1 && word !== 'brother' && word !== 'sister' ? undefined : namesakes.sort((a, b) => b.places.length - a.places.length)[0]
}

/** Whom a possessive means, before pronouns are resolved: the name, or for "his" the subject named last. */
function ownerOf(cast: Cast, i: number): Draft | undefined {
  const known = cast.byHead.get(i)
  if (known || !/^(his|her)$/i.test(cast.analysed.tokens[i]?.text ?? '')) return known
  const wanted = /^his$/i.test(cast.analysed.tokens[i]?.text ?? '') ? 'masculine' : 'feminine'
  for (let far = 0; far <= 2; far++) {
    const there = cast.bySentence.get((cast.analysed.tokens[i]?.sentence ?? 0) - far) ?? []
    const found = there.filter(({ draft, place }) => draft.kind === 'person' && place.start < i && draft.gender === wanted).at(-1)
    if (found) return found.draft
  }
  return undefined
}

/** Whether a comma, dash or bracket stands between an apposition and what it is said of, or nothing at all. */
function isApart({ analysed: { tokens } }: Cast, a: number, b: number): boolean {
  const between = tokens.slice(Math.min(a, b) + 1, Math.max(a, b))
  return between.some((token) => /^[,–—():]$/.test(token.text)) || between.every((token) => /^(PROPN|DET|ADJ)$/.test(token.upos))
}

/** The named person or body that a definite description means. */
function meant(cast: Cast, titles: Titles, description: Description): Draft | undefined {
  const { head, isDefinite } = description
  const mention = cast.mentionAt.get(head)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  let best: Draft | undefined, bestScore = 1.5
  for (const draft of cast.drafts) {
    if (draft.isUnnamed || !fits(draft, description)) continue
    const score = (scores.has(draft) ? clamp(scores.get(draft) ?? 0) : 0) + (description.isBody ? bodyScore(cast, draft, description) : personScore(cast, titles, draft, description))
      + (isDefinite ? 0 : -2) - (ownPhrase(cast, draft, head) ? 9 : 0)
    if (score > bestScore) [best, bestScore] = [draft, score]
  }
  // "the president" may stand before the name comes.
  const isOpening = (cast.analysed.tokens[head]?.sentence ?? 9) < 3
  return best ?? (!description.isBody && (isDefinite || isOpening && /^(nsubj|obl:agent)/.test(cast.analysed.tokens[head]?.deprel ?? '')) ? laterNamed(cast, titles, description) : undefined)
}

function fits(draft: Draft, { isBody, gender, isPlural }: Description): boolean {
  if (isBody) return (draft.kind === 'organization' || draft.kind === 'outlet') && !isPlural
  return draft.kind === 'person' && (!gender || !draft.gender || gender === draft.gender)
}

function personScore(cast: Cast, titles: Titles, draft: Draft, { word, head }: Description): number {
  const title = titles.get(draft)
  if (!title) return 0
  const alike = describes(word, title)
  const countries = countriesBefore(cast.syntax, head)
  const isOther = countries.length > 0 && title.countries.size > 0 && !countries.some((name) => title.countries.has(name))
  const far = distance(cast, draft, head)
  const isOtherSort = alike >= 1.6 && countries.length === 0 && isOfOtherSort(cast, title, head)
  const isCounterpart = word === 'counterpart' && countries.some((name) => title.countries.has(name))
  const near = far === Infinity ? -4 : far <= 1 ? 1 : far <= 4 ? 0.5 : 0
  return (alike === 2 ? 2.2 : alike) + (isOther ? -3 : 0) + (isOtherSort ? -1.8 : 0) + (isCounterpart ? 3 : 0) + (countries.length > 0 && !isOther && title.countries.size > 0 ? 0.8 : 0) + near
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
  const isAgency = /^(newspaper|magazine|broadcaster|paper|agency|outlet|website)$/.test(one) && draft.kind === 'outlet'
  return (isInName ? 1.8 : 0) + (isAgency ? 1.8 : 0) + (far === Infinity ? -4 : far <= 1 ? 0.6 : far <= 4 ? 0.2 : -0.8)
}

/** A person named only further on, as articles open: "A New York judge has … Justice Frank Nervo rejected …". */
function laterNamed(cast: Cast, titles: Titles, { word, head, gender }: Description): Draft | undefined {
  const sentence = cast.analysed.tokens[head]?.sentence ?? 0
  const next = (draft: Draft) => cast.analysed.tokens[Math.min(...draft.places.filter((place) => place.form === 'name').map((place) => place.start))]?.sentence ?? 0
  const coming = cast.drafts.filter((draft) => draft.kind === 'person' && !draft.isUnnamed && !isNamedBefore(draft, head) && next(draft) > sentence && next(draft) - sentence <= 3
    && (!gender || !draft.gender || gender === draft.gender))
  for (const least of [2, 1.6]) {
    const found = coming.filter((draft) => describes(word, titles.get(draft)!) >= least && !isOfOtherSort(cast, titles.get(draft)!, head))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  // "The nephew of the author says …" and then, with no title: "Matthew Salmons said".
  const first = coming.sort((a, b) => next(a) - next(b))[0]
  const isSpeaker = first?.places.some((place) => cast.sources.has(place.head) && cast.analysed.tokens[place.head]?.sentence === next(first))
  return sentence < 2 && cast.sources.has(head) && first && isSpeaker && titles.get(first)?.nouns.size === 0 && next(first) - sentence <= 2 ? first : undefined
}

function isNamedBefore(draft: Draft, token: number): boolean {
  return draft.places.some((place) => place.form === 'name' && place.start < token)
}

/** Whether the draft stands inside the description: "Macron's adviser" is not Macron. */
function ownPhrase(cast: Cast, draft: Draft, head: number): boolean {
  const { start, end } = fullPhrase(cast.syntax, head)
  return draft.places.some((place) => place.start >= start && place.end <= end)
}

function clamp(score: number): number { return Math.max(-1.5, Math.min(3, score)) }

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
  const core = fold(nameOf(cast, corePhrase(cast.syntax, head).start, head + 1))
  const mention = cast.mentionAt.get(head)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  const unnamedOnes = cast.drafts.filter((draft) => draft.isUnnamed && draft.isPlural === (description.isPlural || description.isBody))
  const equal = unnamedOnes.find((draft) => [...draft.names.keys()].some((other) => fold(other) === name || fold(other) === core))
  if (equal && (isDefinite || description.isPlural || description.isBody || core.includes(' '))) return equal
  if (!isDefinite) return undefined
  const sameNoun = unnamedOnes.filter((draft) => [...draft.names.keys()].some((other) => headWord(other) === singularOf(word)))
  if (core === fold(word) && sameNoun.length > 0) return sameNoun.sort((a, b) => (lastPlace(b, head)?.start ?? -1) - (lastPlace(a, head)?.start ?? -1))[0]
  return unnamedOnes.find((draft) => (scores.get(draft) ?? 0) > 1.5)
}

function headWord(name: string): string {
  return singularOf(fold(name).split(/ (?:of|for|in|from|at|with|familiar|who) /)[0]?.split(' ').at(-1) ?? '')
}

/** Sources, and those who do something or have something done to them; of bodies only sources and subjects. */
function isWorthANode(cast: Cast, head: number, body: boolean): boolean {
  const { tokens } = cast.analysed
  const deprel = tokens[head]?.deprel ?? ''
  // "the German parliament": a body of a state is as good as named.
  if (body && /^(parliament|government|military|army|navy|police|embassy|cabinet|senate|congress|legislature|ministry|forces|authorities|intelligence|administration)$/i.test(tokens[head]?.text ?? '') && countriesBefore(cast.syntax, head).length > 0) return true
  if (/^(no|any|each|every|what|which|whatever|another|either|neither)$/i.test(tokens[corePhrase(cast.syntax, head).start]?.text ?? '')) return false
  if (cast.sources.has(head)) return true
  if (body) return /^(nsubj$|obl:agent)/.test(deprel) && tokens[tokens[head]?.head ?? -1]?.upos === 'VERB'
  if (/^(nsubj|obj|iobj|obl:agent|nmod:poss|appos)/.test(deprel)) return true
  if (deprel === 'obl' || deprel === 'nmod') return (cast.syntax.dependents[head] ?? []).some((i) => /^(by|to|with|against|from|of|for|on|between|among)$/.test(tokens[i]?.text ?? '') && tokens[i]?.deprel === 'case')
  if (deprel === 'conj') return isWorthANode(cast, tokens[head]?.head ?? -1, body)
  return deprel === 'root'
}

function unnamed(cast: Cast, description: Description, place: Place): Draft {
  const isGroup = description.isPlural || description.isBody
  const draft = newDraft(isGroup ? 'group' : 'person', nameOf(cast, place.start, place.end), isGroup ? 'organization' : 'person', true)
  draft.isPlural = isGroup
  if (description.gender) draft.gender = description.gender
  const core = nameOf(cast, corePhrase(cast.syntax, description.head).start, description.head + 1)
  draft.names.set(core, 0)
  return draft
}

function placeOf(cast: Cast, { head }: Description): Place {
  const full = fullPhrase(cast.syntax, head)
  return { start: full.start, end: full.end, head, form: 'nominal', confidence: 0.8, mention: cast.mentionAt.get(head) ?? null }
}

/** The phrase as written, without its article. */
function nameOf(cast: Cast, start: number, end: number): string {
  const isArticle = /^(the|a|an|this|that|these|those)$/i.test(cast.analysed.tokens[start]?.text ?? '')
  return textOf(cast.analysed, { start: isArticle && end > start + 1 ? start + 1 : start, end })
}

/** Peoples as actors: "Russians", "the Israelis"; the state's people, as a group. */
export function resolvePeoples(cast: Cast): void {
  for (const mention of cast.analysed.mentions) {
    const token = cast.analysed.tokens[mention.head]
    if (mention.kind !== 'nationality' || !token || !/S$/.test(token.xpos) || cast.byHead.has(mention.head)) continue
    const span = { start: mention.start, end: mention.end }
    if (headOf(cast.syntax, span) !== mention.head || countryNamed(textOf(cast.analysed, span))) continue
    const name = textOf(cast.analysed, span).replace(/^(the) /i, '')
    const known = cast.drafts.find((draft) => draft.isUnnamed && draft.kind === 'group' && fold(draft.name) === fold(name))
    const draft = known ?? newDraft('group', name, countryOfDemonym(name) ? 'nationality' : 'organization', true)
    refer(cast, draft, { ...span, head: mention.head, form: 'nominal', confidence: mention.confidence, mention: cast.analysed.mentions.indexOf(mention) }, name)
  }
}
