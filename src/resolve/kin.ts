/**
 * Relatives by their surname: "her husband" in an article on Donald and Ivana Trump. The cast and a description go in, the
 * person meant comes out, if the surname leaves one. Not handled: relatives of another name.
 */
import type { Cast } from './cast.js'
import type { Draft } from './drafts.js'
import type { Description } from './meanings.js'
import { fold } from './name-forms.js'
import { personNoun } from './person-nouns.js'
import type { Description as Titled, Titles } from './titles.js'

const kin = /^(ex-)?(wife|husband|brother|sister|father|mother|son|daughter|cousin)$/

/** "her husband" in an article on Donald and Ivana Trump: whoever shares the surname of the possessor, if that leaves one. */
export function kinsman(cast: Cast, titles: Titles, { head, word, isPlural, gender }: Description): Draft | undefined {
  const { tokens } = cast.analysed
  const isHis = (i: number) => /^(his|her)$/i.test(tokens[i]?.text ?? '')
  const owner = (cast.syntax.dependents[head] ?? []).find((i) => tokens[i]?.deprel === 'nmod:poss') ?? [head - 1, head - 2].find(isHis)
  const possessor = owner === undefined ? undefined : ownerOf(cast, owner)
  if (isPlural || !possessor || possessor.isUnnamed || possessor.kind !== 'person' || !kin.test(word)) return undefined
  const surname = fold(possessor.name).split(' ').at(-1)
  const namesakes = cast.drafts.filter((draft) => draft !== possessor && draft.kind === 'person' && !draft.isUnnamed && fold(draft.name).split(' ').at(-1) === surname && draft.name.includes(' ')
    && (!gender || draft.gender === gender) && !isOtherKin(titles.get(draft), word))
  return namesakes.length > 1 && word !== 'brother' && word !== 'sister' ? undefined : namesakes.sort((a, b) => b.places.length - a.places.length)[0]
}

/** Who is called a daughter is no wife; whose wife is spoken of beside him may be a husband. */
function isOtherKin(title: Titled | undefined, word: string): boolean {
  const said = word.replace(/^ex-/, ''), gender = personNoun(said)?.gender
  return title !== undefined && !title.nouns.has(said) && [...title.nouns].some((noun) => kin.test(noun) && personNoun(noun)?.gender === gender)
}

/** Whom a possessive means, before pronouns are resolved: the name, or for "his" the subject named last. */
function ownerOf(cast: Cast, i: number): Draft | undefined {
  const known = cast.byHead.get(i)
  if (known || !/^(his|her)$/i.test(cast.analysed.tokens[i]?.text ?? '')) return known
  const wanted = /^his$/i.test(cast.analysed.tokens[i]?.text ?? '') ? 'masculine' : 'feminine'
  for (let far = 0; far <= 2; far++) {
    const there = cast.bySentence.get((cast.analysed.tokens[i]?.sentence ?? 0) - far) ?? []
    const found = there.findLast(({ draft, place }) => draft.kind === 'person' && place.start < i && draft.gender === wanted)
    if (found) return found.draft
  }
  return undefined
}
