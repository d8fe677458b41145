/**
 * Titles that the model sees, each with its holder and what it is held for: "[Lima](of)'s [mayor](title), [Ana Sol](holder)".
 * The article goes in; roles come out, not yet merged with those that the rules find. Only named people hold them.
 */
import type { Reference, TitleMention } from '../model.js'
import { isTitleNoun, singular } from './role-nouns.js'
import { caseOf, withConjuncts } from './syntax.js'
import type { FoundRole, Scene } from './role-scene.js'

export function titlesSeen(scene: Scene): FoundRole[] {
  return whole(scene).flatMap((seen) => {
    if (!endsPhrase(scene, seen.end - 1)) return []
    const holders = holdersOf(scene, seen).filter((holder) => !isBesideInClause(scene, seen.head, holder))
    if (seen.flag === 'denied' || seen.flag === 'planned' || seen.flag === 'said') return []
    const of = ownerOf(scene, seen)
    const { start, end, head } = seen
    const phrase = { start: Math.min(start, of?.start ?? start), end: Math.max(end, of?.end ?? end) }
    const { text, written, isThen } = wordsOf(scene, seen)
    const isFormer = seen.flag === 'former' || isThen
    return holders.map((holder) => ({ holder, title: { text, ...(written && { written }), tokens: { start, end }, head, ...(of && { of: of.entity }), isFormer, phrase }, isFormer }))
  })
}

/** A title ends in a noun that no further one carries on: neither "longtime" nor "[Emmy-award] nominee". */
function endsPhrase({ resolved: { tokens }, endingAt, startingAt, kindOf }: Scene, last: number): boolean {
  const { upos, text, deprel, head } = tokens[last]!
  const isName = (each: Reference) => each.form === 'name' && kindOf.get(each.entity) === 'person'
  const isBeforeName = (startingAt.get(last + 1) ?? []).some(isName)
  const isCarriedOn = /^(?:amod|compound|nummod)/u.test(deprel) && head > last && !isBeforeName && !(endingAt.get(head + 1) ?? []).some(isName)
  return (/^(?:NOUN|PROPN)$/u.test(upos) || isTitleNoun(text)) && !isCarriedOn
}

/** "[Former] [secretary of state]" is one title: an adjective before a title belongs to it; "[father] [Prince]" are two. */
function whole({ resolved: { tokens, titles } }: Scene): TitleMention[] {
  const joined: TitleMention[] = []
  for (const title of titles) {
    const before = joined.at(-1)
    if (before?.end === title.start && !isTitleNoun(tokens[before.end - 1]!.text)) joined.splice(-1, 1, { ...before, ...title, start: before.start, flag: before.flag === 'held' ? title.flag : before.flag })
    else joined.push(title)
  }
  return joined
}

/** Whoever is named as its holder; of a title of several, all that "and" joins; of a description, whom it means: "the [Vermont senator] said". */
function holdersOf(scene: Scene, { holders, head }: TitleMention): Reference[] {
  const { tokens } = scene.resolved
  const isOfSeveral = /^NNP?S$/u.test(tokens[head]!.xpos) || /^(?:Sen|Rep|Gov)s\.?$/u.test(tokens[head]!.text)
  const named = (isOfSeveral ? holders : holders.slice(0, 1)).flatMap((token) => holderAt(scene, token) ?? [])
  const joined = isOfSeveral ? named.flatMap((each) => withConjuncts(scene.syntax, each.head).flatMap((token) => holderAt(scene, token) ?? [])) : []
  const meant = named.length === 0 ? holderAt(scene, head) : undefined
  return [...new Map([...named, ...joined, ...(meant && isSurelyMeant(scene, head, meant.entity) ? [meant] : [])].map((each) => [each.entity, each])).values()]
}

/** Chosen on `claims` train, kept part. */
const LEAST_MEANT = 0.4

/** Whether a description makes a role: likelier this one by far than all others and nobody. */
export function isSurelyMeant({ resolved: { entityOf }, meaningAt }: Scene, head: number, entity: string, least = LEAST_MEANT): boolean {
  const chances = meaningAt.get(head)?.candidates ?? []
  return chances.reduce((sum, { mention, chance }) => sum + (entityOf[mention] === entity ? chance : 0), 0) > least
}

/** The named person whom the words at a token mean. */
function holderAt({ resolved, kindOf, unnamed }: Scene, token: number): Reference | undefined {
  return resolved.references.filter((each) => each.start <= token && token < each.end && kindOf.get(each.entity) === 'person' && !unnamed.has(each.entity))
    .sort((a, b) => rank(b) - rank(a) || (b.head === token ? 1 : 0) - (a.head === token ? 1 : 0))[0]
}

const rank = ({ form }: Reference): number => (form === 'name' ? 2 : form === 'pronoun' ? 1 : 0)

/** Chance that a title is of what a word names for it to be believed: what merely stands near is not it. Chosen on articles set aside. */
const LEAST_OF = 0.6
/** And at one of its places at least. */
const LEAST_AT_ONE = 0.4

/** What a title is held for: the likeliest that is named, counted over all its places. */
function ownerOf(scene: Scene, title: TitleMention): Reference | undefined {
  // Of a name of several words the surest counts.
  const found = new Map<Reference, number>()
  for (const { token, confidence } of title.of) {
    const reference = ownerAt(scene, token, title)
    if (reference) found.set(reference, Math.max(confidence, found.get(reference) ?? 0))
  }
  const away = new Set([...found.keys()].filter((each) => isWayTo(scene, each)).map(({ entity }) => entity))
  const surest = [...found].filter(([{ entity }]) => !away.has(entity)).sort((a, b) => b[1] - a[1])
  const chances = new Map<string, number>()
  for (const [{ entity }, chance] of surest) chances.set(entity, (chances.get(entity) ?? 0) + chance)
  const [best, chance] = [...chances].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  const place = surest.find(([{ entity }]) => entity === best)
  return chance < LEAST_OF || !place || place[1] < LEAST_AT_ONE ? undefined : place[0]
}

/** "Mayor Ana Sol flew to [Halden]": where somebody goes or comes from tells of no office there. */
function isWayTo({ syntax, kindOf }: Scene, { entity, head }: Reference): boolean {
  const { deprel, head: verb } = syntax.tokens[head]!
  return kindOf.get(entity) === 'place' && deprel.startsWith('obl') && syntax.tokens[verb]?.upos === 'VERB' && /^(?:to|into|from|through|towards?)$/u.test(caseOf(syntax, head))
}

function ownerAt({ resolved }: Scene, of: number, { start, end }: TitleMention): Reference | undefined {
  return resolved.references.filter((each) => each.start <= of && of < each.end && (each.end <= start || each.start >= end || each.end - each.start < end - start))
    .sort((a, b) => (b.head === of ? 1 : 0) - (a.head === of ? 1 : 0) || (b.end - b.start) - (a.end - a.start))[0]
}

/** "The [senator] forced [Stumpf] out": who does something to somebody is not he; but "backers include [Ely]". */
function isBesideInClause({ resolved: { tokens } }: Scene, title: number, { head }: Reference): boolean {
  const parts = [title, head].map((at) => tokens[at]!.deprel)
  return title !== head && tokens[title]!.head === tokens[head]!.head && tokens[tokens[head]!.head]?.upos === 'VERB' && !/^(?:include|be|become|remain)$/u.test(tokens[tokens[head]!.head]!.lemma) && parts.includes('nsubj') && parts.some((part) => /^i?obj$/u.test(part))
}

/** "leading rivals, [Cruz] and [Rubio]": each is a leading rival. "then-Senator" is what somebody was. */
function wordsOf(scene: Scene, { start, end, head }: TitleMention): { text: string; written?: string; isThen: boolean } {
  const written = textOf(scene, start, end), now = written.replace(/^(?:then|ex)-\s?/iu, '')
  const text = head === end - 1 && /^NNP?S$/u.test(scene.resolved.tokens[head]!.xpos) || /^(?:Sen|Rep|Gov)s\.$/u.test(now) ? singular(now) : now
  return { text, ...(text !== now && { written }), isThen: now !== written }
}

function textOf({ resolved }: Scene, start: number, end: number): string {
  const from = resolved.tokens[start]?.start ?? 0
  return resolved.text.slice(from, resolved.tokens[end - 1]?.end ?? from).replace(/\s+/g, ' ')
}
