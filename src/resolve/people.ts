/**
 * Persons by name: occurrences of people's names go in, one draft a person comes out.
 * "Emmanuel Macron … Macron … Mr Macron" → one; "Donald Trump … Ivana Trump … Trump" → two, the bare surname with whom it
 * was first used for. Another spelling is the same name where it sounds alike; one letter that is heard is a slip only where nothing speaks
 * against it: "John Miller" and "John Milner" are two. Not handled: persons who share given name and surname.
 */
import type { Analysed } from '../model.js'
import { addPlace, newDraft, type Draft } from './drafts.js'
import { genderOfGivenName, type Gender } from './given-names.js'
import { fold, likePerson, likeWord, unshouted } from './name-forms.js'
import type { Occurrence } from './occurrence.js'
import { nameIndex, type NameIndex } from './people-index.js'

const suffix = /,? \b(jr|sr|ii|iii|iv)\.?$/i

/** What tells father from son: "jr" of "George Falk Jr.". */
const suffixOf = (name: string): string => suffix.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * Full names of which the article has a younger one as well as the bare one, as in "Falk praised his son, George Falk Jr."; or the bare one
 * first: who is one person has the longest name where he is named first, but for headlines.
 */
function sharedNames({ tokens, blocks }: Analysed, full: readonly Occurrence[]): ReadonlySet<string> {
  const suffixed = full.filter(({ text }) => suffixOf(text) !== '')
  if (suffixed.length === 0) return new Set()
  const isKin = ({ start }: Occurrence) => tokens.slice(Math.max(0, start - 4), start).some(({ text }) => /^(son|grandson|nephew|father|grandfather|daughter|namesake|younger|elder)$/i.test(text))
  const isOther = (each: Occurrence) => suffixed.some((other) => bare(other.text) === bare(each.text) && suffixOf(other.text) !== suffixOf(each.text))
  const isHeadline = ({ start }: Occurrence) => blocks.some((block) => block.kind === 'headline' && block.start <= (tokens[start]?.start ?? 0) && (tokens[start]?.start ?? 0) < block.end)
  const firstBare = new Map<string, number>()
  for (const each of full) if (suffixOf(each.text) === '' && !isHeadline(each)) firstBare.set(fold(each.text), Math.min(each.start, firstBare.get(fold(each.text)) ?? each.start))
  const isLater = ({ text, start }: Occurrence) => (firstBare.get(bare(text)) ?? start) < start && !suffixed.some((other) => bare(other.text) === bare(text) && other.start < (firstBare.get(bare(text)) ?? 0))
  return new Set(suffixed.filter((each) => isKin(each) || isOther(each) || isLater(each)).map(({ text }) => bare(text)))
}

const bare = (name: string): string => fold(name.replace(suffix, ''))

export function peopleOf(analysed: Analysed, occurrences: readonly Occurrence[]): Draft[] {
  const clusters: Draft[] = []
  const index = nameIndex()
  const full = occurrences.filter((each) => wordsOf(each.text).length > 1)
  const shared = sharedNames(analysed, full)
  const isSlip = slipsIn(analysed, occurrences)
  const isOne = (name: string, text: string) => {
    const like = likePerson(name, text)
    return (like === 'same' || (like === 'typo' && isSlip(name, text))) && (suffixOf(name) === suffixOf(text) || !shared.has(bare(name)) && !shared.has(bare(text)))
  }
  const put = (known: Draft | undefined, each: Occurrence): void => {
    const cluster = known ?? start(clusters, each)
    add(cluster, each)
    index.put(cluster, [...cluster.names.keys()])
  }
  for (const each of [...full].sort((a, b) => wordsOf(b.text).length - wordsOf(a.text).length || a.start - b.start)) {
    const near = index.near(each.text)
    put(near.find((cluster) => cluster.names.has(each.text) && agrees(cluster, each))
      ?? near.find((cluster) => agrees(cluster, each) && [...cluster.names.keys()].some((name) => isOne(name, each.text))), each)
  }
  const said = spoken(occurrences)
  for (const each of occurrences.filter(({ text }) => wordsOf(text).length === 1)) put(bearer(each, index, said, generationOf(analysed, each)), each)
  for (const cluster of clusters) cluster.name = bestName(cluster)
  return clusters
}

/** Occurrences by what they are called, folded. */
type Spoken = ReadonlyMap<string, readonly Occurrence[]>

function spoken(occurrences: readonly Occurrence[]): Spoken {
  const said = new Map<string, Occurrence[]>()
  for (const each of occurrences) {
    const name = fold(each.text), known = said.get(name)
    if (known) known.push(each)
    else said.set(name, [each])
  }
  return said
}

/** Whether one of two names is the other with a slip: said once where the other is said again and again, and never in one sentence with it. */
function slipsIn({ tokens }: Analysed, occurrences: readonly Occurrence[]): (a: string, b: string) => boolean {
  const sentences = new Map<string, number[]>()
  for (const { text, start } of occurrences) for (const name of new Set([bare(text), bare(text).split(' ').at(-1) ?? ''])) {
    const found = sentences.get(name)
    if (found) found.push(tokens[start]?.sentence ?? -1)
    else sentences.set(name, [tokens[start]?.sentence ?? -1])
  }
  // By surname alone, too, where that is what differs.
  const placesOf = (name: string, other: string) => {
    const last = bare(name).split(' ').at(-1) ?? ''
    return sentences.get(last === bare(other).split(' ').at(-1) ? bare(name) : last) ?? []
  }
  return (a, b) => {
    const [rare = [], common = []] = [placesOf(a, b), placesOf(b, a)].sort((x, y) => x.length - y.length)
    return rare.length === 1 && common.length > 1 && !common.includes(rare[0] ?? -1)
  }
}

function start(clusters: Draft[], occurrence: Occurrence): Draft {
  const draft = newDraft('person', occurrence.text, 'person')
  const words = wordsOf(occurrence.text)
  const gender = occurrence.gender ?? genderOfGivenName(words[0] ?? '')
  if (gender) draft.gender = gender
  clusters.push(draft)
  return draft
}

function add(draft: Draft, occurrence: Occurrence): void {
  addPlace(draft, { ...occurrence, form: 'name' }, occurrence.text)
  if (occurrence.gender) draft.gender = occurrence.gender
  if (!occurrence.byname) return
  // A byname of one word is no name by itself: bulls are many.
  for (const name of [occurrence.byname, occurrence.written ?? '']) if (name.includes(' ') && !draft.names.has(name)) draft.names.set(name, 0)
}

/** "[the younger] Falk", "Reed [Jr.]": which of two of a name. */
function generationOf({ tokens }: Analysed, { start, text }: Occurrence): string {
  const before = tokens[start - 1]?.text.toLowerCase() ?? ''
  return suffixOf(text) || (before === 'younger' ? 'jr' : /^(elder|older)$/.test(before) ? 'sr' : '')
}

/** The person whom a single name means: "Macron", "Keri", "Xi". */
function bearer(each: Occurrence, index: NameIndex, said: Spoken, generation: string): Draft | undefined {
  const word = bare(each.text)
  const people = index.near(each.text)
  // A letter that is heard makes another name, unless it was a slip.
  const isLike = (last: string) => likeWord(last, word) === 'same' || (likeWord(last, word) === 'typo' && said.get(fold(each.text))?.length === 1)
  const isSo = (draft: Draft) => generation === 'sr' ? !/^(jr|ii|iii|iv)$/.test(suffixOf(draft.name)) : suffixOf(draft.name) !== '' && suffixOf(draft.name) !== 'sr'
  const clusters = generation !== '' && people.some(isSo) ? people.filter(isSo) : people
  const forms = clusters.filter((cluster) => agrees(cluster, each)).flatMap((cluster) => [...cluster.names.keys()].map((name) => ({ cluster, name: wordsOf(bare(name)) })))
  const fits = (test: (name: string[]) => boolean) => [...new Set(forms.filter(({ name }) => test(name)).map(({ cluster }) => cluster))]
  const tests: readonly ((name: string[]) => boolean)[] = [
    (name) => name.length > 1 && name.at(-1) === word,
    (name) => name.length > 1 && name[0] === word,
    (name) => name.length > 1 && name.includes(word),
    (name) => name.length === 1 && name[0] === word,
    (name) => name.length > 1 && name.slice(1).some((_, i) => name.slice(i + 1).join(' ') === word),
    (name) => isLike(name.at(-1) ?? '') || name.some((part) => part.split('-').includes(word)),
  ]
  let ranked: Draft[] = []
  for (const test of tests) { ranked = fits(test); if (ranked.length > 0) break }
  return ranked.length < 2 ? ranked[0] : closest(each, ranked, said)
}

/** Of namesakes, the one whom the bare name was used for first, else the one who is not called by the given name, else the foremost. */
function closest(each: Occurrence, namesakes: readonly Draft[], said: Spoken): Draft | undefined {
  const word = fold(each.text)
  const metBefore = (before: number) => namesakes.filter((draft) => draft.places.some((place) => place.form === 'name' && place.end - place.start > 1 && place.start < before))
  // A headline may have the bare name before anybody is introduced.
  const atFirstBare = (said.get(word) ?? []).map((other) => metBefore(other.start)).find((met) => met.length > 0) ?? []
  if (atFirstBare.length === 1) return atFirstBare[0]
  const met = metBefore(each.start)
  const pool = met.length > 0 ? met : namesakes
  return foremost(bySurname(pool, said))
}

/** In an article on "Melania" and Donald Trump, "Trump" is Donald: those who are called by the given name, unless all are, stand back. */
function bySurname(namesakes: readonly Draft[], singles: Pick<Spoken, 'has'>): readonly Draft[] {
  const others = namesakes.filter((draft) => ![...draft.names.keys()].some((name) => name.includes(' ') && singles.has(fold(name).split(' ')[0] ?? '')))
  return others.length > 0 ? others : namesakes
}

/** Of namesakes, the one introduced first, unless another is met far more often. */
export function foremost(namesakes: readonly Draft[]): Draft | undefined {
  const count = (draft: Draft) => draft.places.filter((place) => place.form === 'name').length
  const start = (draft: Draft) => Math.min(...draft.places.map((place) => place.start))
  const first = [...namesakes].sort((a, b) => start(a) - start(b))[0]
  return first && (namesakes.filter((draft) => count(draft) > 3 * count(first) + 1).sort((a, b) => count(b) - count(a))[0] ?? first)
}

/** Whether courtesy titles and given names do not speak against it: "Mrs Trump" is not Donald. */
function agrees(cluster: Draft, occurrence: Occurrence): boolean {
  const words = wordsOf(occurrence.text)
  const gender: Gender | undefined = occurrence.gender ?? (words.length > 1 ? genderOfGivenName(words[0] ?? '') : undefined)
  return !gender || !cluster.gender || gender === cluster.gender
}

/** The fullest form; of equally full ones the commonest, then the first. */
function bestName(draft: Draft): string {
  // "MAYOR ELENA BRANDT RESIGNS": a headline's capitals are no spelling of a name.
  const isShouted = (name: string) => Number(name.length > 3 && name === name.toUpperCase() && /\p{Lu}{3}/u.test(name))
  const unmarked = [...draft.names].filter(([name]) => !/["“”‘`]/.test(name))
  const best = (unmarked.length > 0 ? unmarked : [...draft.names]).sort((a, b) => wordsOf(b[0]).length - wordsOf(a[0]).length || isShouted(a[0]) - isShouted(b[0]) || b[1] - a[1])[0]?.[0] ?? draft.name
  return isShouted(best) && best.includes(' ') ? unshouted(best) : best
}

function wordsOf(name: string): string[] {
  return name.replace(suffix, '').trim().split(' ').filter(Boolean)
}
