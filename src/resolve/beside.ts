/**
 * Who stands beside a description: "the minister, [Sergey Lavrov]", "[Lavrov], the minister", "police chief Lt-General [Surachate]".
 * The cast and a description go in; the person or body that syntax ties to it comes out, or `title` where it is part of a
 * name's phrase. Not handled: names in another sentence (see meanings.ts).
 */
import type { Cast } from './cast.js'
import type { Draft } from './drafts.js'
import type { Description } from './meanings.js'
import { isCourtesy } from './occurrence.js'
import { isBody, personNoun } from './person-nouns.js'
import { outletByNoun } from './outlets.js'
import { afterRank } from './ranks.js'
import { corePhrase, fullPhrase } from './syntax.js'

/** The person or body that the description is tied to by syntax: apposition, predicate; `title` if it is part of a name's phrase. */
export function namedBeside(cast: Cast, { head, isPlural, isBody: isOfBody }: Description): Draft | 'title' | undefined {
  const { tokens } = cast.analysed
  const token = tokens[head]
  const governor = token?.head ?? -1
  // "the interior minister of Saxony, Ralf Meier, said" where the tree does not tell.
  const full = fullPhrase(cast.syntax, head).end
  const end = tokens[full]?.text === ',' || tokens[full]?.text === '(' ? full : plainEnd(cast, head) ?? full
  // "the national soccer federation (FMF)"
  const gloss = tokens[end]?.text === '(' ? cast.nameCovering.get(end + 1) : undefined
  if (isOfBody && !isPlural && gloss?.kind === 'organization' && gloss.places.some((place) => place.start === end + 1 && tokens[place.end]?.text === ')')) return gloss
  const first = nameAfter(cast, end + 1)
  // "Adviser to the President of the Republic, [Abdelmadjid Chikhi]": not the President.
  const isInTitle = token?.deprel === 'nmod' && personNoun(tokens[governor]?.text ?? '')?.isPlural === false && /^(to|of)$/i.test(tokens[corePhrase(cast.syntax, head).start - 1]?.text ?? '')
  const name = tokens[end]?.text === ',' && !isInTitle && cast.personNameAt.has(first) ? cast.nameCovering.get(first) : undefined
  const after = name?.places.find((place) => place.start === first)?.end ?? 0
  if (name && !isPlural && !isOfBody && /^[,.]$/.test(tokens[after]?.text ?? '') && !isListed(cast, head)) return name
  const identified = isPlural || isOfBody ? undefined : identifiedAs(cast, head)
  if (identified) return identified
  const called = isPlural || isOfBody ? undefined : calledSo(cast, head)
  if (called) return called
  const ending = isPlural || isOfBody ? undefined : nameAtEnd(cast, head)
  if (ending) return ending
  const before = isPlural || isOfBody ? undefined : setOff(cast, head, end)
  if (before) return before
  const above = token?.deprel === 'appos' ? bearerAt(cast, governor) : undefined
  if (above && (above.kind === 'person') !== isOfBody && isApart(cast, governor, head)) return isPlural ? 'title' : above
  // "chancellor of Germany and leader of her party" is one person, not two.
  const joined = token?.deprel === 'conj' && !isPlural && !isOfBody ? cast.byHead.get(governor) : undefined
  if (joined?.kind === 'person' && !joined.isUnnamed && !cast.personNameAt.has(governor) && cast.nameCovering.get(governor) === undefined && (tokens[corePhrase(cast.syntax, head).start]?.upos !== 'DET' || isOneApposition(cast, governor, head))) return joined
  for (const child of cast.syntax.dependents[head] ?? []) {
    const draft = cast.byHead.get(child), deprel = tokens[child]?.deprel ?? ''
    if (draft && (deprel === 'appos' && isApart(cast, child, head) || child > head && /^(flat|compound|nmod:desc)/.test(deprel)) && draft.kind === 'person' && !isPlural) return child === head + 1 ? 'title' : draft
    // "He is the mayor": the predicate says what the subject is.
    if (/^nsubj/.test(deprel) && (cast.syntax.dependents[head] ?? []).some((i) => tokens[i]?.deprel === 'cop')) return cast.byHead.get(child) ?? 'title'
  }
  // "the newspaper Le Monde", "France 2 broadcaster"
  const isOf = (draft: Draft | undefined) => draft !== undefined && (draft.kind === 'outlet' || draft.kind === 'organization')
  for (const at of [head + 1, head - 1]) {
    const place = cast.nameCovering.get(at)
    // "Focus magazine cited": the noun speaks for the name.
    if (at === head - 1 && place?.kind === 'outlet' && !isPlural && outletByNoun(token?.text ?? '')) return place
    if (isOf(place) && !isPlural && (isBody(token?.text ?? '') || token?.text === 'news' || at === head + 1) && !/^['’]/.test(tokens[at]?.text ?? '')) return 'title'
  }
  // "Secretary of State John Kerry", "Justice Minister Christiane Taubira"
  if (/^of$/i.test(tokens[head + 1]?.text ?? '') && cast.personNameAt.has(head + 3) || token?.upos === 'PROPN' && personNoun(tokens[head + 1]?.text ?? '') && cast.personNameAt.has(head + 2)) return 'title'
  // "spokesman Shen Jinke" where the tree does not tell.
  return cast.personNameAt.has(nameAfter(cast, head + 1)) && !isPlural ? 'title' : undefined
}

/** "Lima, the head of the board and a member of the party": two descriptions after one name, with no comma between. */
function isOneApposition({ analysed: { tokens }, syntax }: Cast, first: number, second: number): boolean {
  const and = (syntax.dependents[second] ?? []).find((i) => tokens[i]?.deprel === 'cc')
  return tokens[first]?.deprel === 'appos' && and !== undefined && tokens[and - 1]?.text !== ','
}

/** "The suspect was identified as [Paul Block]", "police identified the man as [Paul Block]". */
export function identifiedAs(cast: Cast, head: number): Draft | undefined {
  const { tokens } = cast.analysed
  const verb = tokens[head]?.head ?? -1
  if (!/^(identified|named|identifies|identify)$/i.test(tokens[verb]?.text ?? '') || !/^(nsubj:pass|obj)$/.test(tokens[head]?.deprel ?? '')) return undefined
  for (let i = Math.max(verb, head) + 1; i < Math.max(verb, head) + 9 && tokens[i]?.sentence === tokens[head]?.sentence; i++) {
    const at = /^as$/i.test(tokens[i]?.text ?? '') ? nameAfter(cast, i + 1) : -1
    if (cast.personNameAt.has(at)) return cast.nameCovering.get(at)
  }
  return undefined
}

/** "[Tom Reed], its former director, left": a description between commas right after a name, whatever the tree makes of it. */
function setOff(cast: Cast, head: number, end: number): Draft | undefined {
  const { tokens } = cast.analysed
  const { start } = corePhrase(cast.syntax, head)
  const person = tokens[start - 1]?.text === ',' && tokens[start - 1]?.sentence === tokens[head]?.sentence ? cast.nameCovering.get(start - 2) : undefined
  const isEnd = tokens[end]?.sentence !== tokens[head]?.sentence || /^[,.]$/.test(tokens[end]?.text ?? '')
  // In "Reed, a nurse, and a guard" or "Ely, Reed, the mayor, met" there may be a list.
  const isList = tokens[end]?.text === ',' && /^(and|or|the|an?|\p{Lu}\p{L}*)$/u.test(tokens[end + 1]?.text ?? '') || cast.personNameAt.has((person?.places.find((place) => place.end === start - 1)?.start ?? 0) - 2)
  return person?.kind === 'person' && isEnd && !isList && person.places.some((place) => place.form === 'name' && place.end === start - 1) ? person : undefined
}

/** "Urin, Culture Minister [Medinsky], …": after a name and a comma a title may belong to whoever comes next; after "On Monday," it does not. */
function isListed({ analysed: { tokens }, nameCovering }: Cast, head: number): boolean {
  return /^[,.]$/.test(tokens[head - 1]?.text ?? '') && nameCovering.get(head - 2)?.kind === 'person'
}

/** "the rector of the University of Harvel, …": the comma after a noun and what it is of, where the tree hangs more on it. */
function plainEnd({ analysed: { tokens } }: Cast, head: number): number | undefined {
  if (!/^(of|for|at)$/i.test(tokens[head + 1]?.text ?? '')) return undefined
  for (let i = head + 2; i < head + 14 && tokens[i]?.sentence === tokens[head]?.sentence; i++) {
    if (tokens[i]?.text === ',') return i
    if (!/^(PROPN|NOUN|ADJ|DET)$/.test(tokens[i]?.upos ?? '') && !/^(of|for|and|the|&|-|['’]s?)$/i.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

/** "a street vendor who goes by the name “[Stretch]”", "a rapper known as [Lil Vee]". */
function calledSo(cast: Cast, head: number): Draft | undefined {
  const { tokens } = cast.analysed
  const word = (i: number) => (tokens[i]?.sentence === tokens[head]?.sentence ? tokens[i]?.text.toLowerCase() ?? '' : '')
  for (let i = head + 1; i < head + 7; i++) {
    const isNaming = /^(known|identified)$/.test(word(i - 1)) && word(i) === 'as' || /^(goes|went|known)$/.test(word(i - 1)) && word(i) === 'by' || /^(named|nicknamed|called|dubbed)$/.test(word(i))
    if (/^[.;]$/.test(word(i)) || !isNaming) continue
    const from = word(i + 1) === 'the' && /^(name|nickname|alias)$/.test(word(i + 2)) ? i + 3 : i + 1
    const at = nameAfter(cast, from)
    if (cast.personNameAt.has(at) && at <= from + 2 && tokens[i]?.sentence === tokens[at]?.sentence && tokens.slice(head + 1, i).every((token) => /^(who|is|was|only|also|be|,|goes|went|known|identified|himself|herself|a|[\p{Ll}]+)$/u.test(token.text))) return cast.nameCovering.get(at)
  }
  return undefined
}

/** Where a name may begin, past courtesy titles and ranks: "police chief Pol Lt-General [Surachate]". */
export function nameAfter({ analysed: { tokens }, personNameAt }: Cast, from: number): number {
  let at = from
  while (!personNameAt.has(at)) {
    const next = at === from && /^["“‘'`]+$/.test(tokens[at]?.text ?? '') || isCourtesy(tokens[at]?.text ?? '') ? at + 1 : afterRank(tokens, at)
    if (next === at) break
    at = next
  }
  return at
}

/** "Deputy director of the Department in Mymensingh [Nur Alam]": a person's name at the end of the phrase, right after where or what the office is of. */
function nameAtEnd(cast: Cast, head: number): Draft | undefined {
  const mention = cast.analysed.mentions[cast.mentionAt.get(head) ?? -1]
  const person = mention?.form === 'nominal' ? cast.nameCovering.get(mention.end - 1) : undefined
  const place = person?.kind === 'person' ? person.places.find(({ end, start }) => end === mention?.end && start > head + 1) : undefined
  return place && /^(place|organization|outlet)$/.test(cast.nameCovering.get(place.start - 1)?.kind ?? '') ? person : undefined
}

/** Whom a token names or leads up to: "[Rep.] G.K. Butterfield (D), head of the caucus". */
function bearerAt(cast: Cast, at: number): Draft | undefined {
  return cast.byHead.get(at) ?? (cast.personNameAt.has(at + 1) ? cast.nameCovering.get(at + 1) : undefined)
}

/** Whether a comma, dash or bracket stands between an apposition and what it is said of, or nothing at all. */
function isApart({ analysed: { tokens } }: Cast, a: number, b: number): boolean {
  const between = tokens.slice(Math.min(a, b) + 1, Math.max(a, b))
  return between.some((token) => /^[,–—():]$/.test(token.text)) || between.every((token) => /^(PROPN|DET|ADJ)$/.test(token.upos))
}
