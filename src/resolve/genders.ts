/**
 * What pronouns tell of the gender of people whose given name tells nothing. The cast goes in; the gender of named persons is
 * set: where the analysis takes "he … his … he" back to Tran, "her husband" is not his. Descriptions are read with this known.
 * What stands in quotation marks does not count: pronouns there lead astray. Not handled: people of whom one pronoun only speaks.
 */
import type { Cast } from './cast.js'
import type { Draft } from './drafts.js'
import type { Gender } from './given-names.js'

const genderOf: Readonly<Record<string, Gender>> = { he: 'masculine', him: 'masculine', his: 'masculine', himself: 'masculine', she: 'feminine', her: 'feminine', hers: 'feminine', herself: 'feminine' }

interface Told { masculine: number; feminine: number }

/** What those say of themselves who are neither "he" nor "she". */
const neutral = /^(nonbinary|non-binary|enby|genderqueer|agender|genderfluid)$/i

/** "Alex Rivers, a [nonbinary] poet": whom "they" may mean. */
function learnNeutrals({ analysed: { tokens }, drafts }: Cast): void {
  for (const draft of drafts) {
    const isNeutral = draft.kind === 'person' && draft.places.some(({ start, end, form }) => form === 'name' && [...tokens.slice(Math.max(0, start - 3), start), ...tokens.slice(end, end + 5)]
      .some((token, i, near) => token.sentence === tokens[start]?.sentence && (neutral.test(token.text) || /^binary$/i.test(token.text) && /^non$/i.test(near[i - 2]?.text ?? ''))))
    if (isNeutral) draft.isNeutral = true
  }
}

export function learnGenders(cast: Cast): void {
  learnNeutrals(cast)
  const told = new Map<Draft, Told>()
  cast.analysed.mentions.forEach((mention, i) => {
    const gender = cast.isQuoted[mention.head] ? undefined : genderOf[wordAt(cast, mention.head)]
    const person = gender && mention.form === 'pronoun' ? personBehind(cast, i, gender) : undefined
    if (!person || !gender) return
    const known = told.get(person) ?? { masculine: 0, feminine: 0 }
    known[gender] += 1
    told.set(person, known)
  })
  for (const [person, { masculine, feminine }] of told) {
    if (person.gender) continue
    if (masculine > 1 && masculine > 3 * feminine) person.gender = 'masculine'
    else if (feminine > 1 && feminine > 3 * masculine) person.gender = 'feminine'
  }
}

/** Whom the analysis takes a pronoun back to, through the pronouns of the same gender before it. */
function personBehind(cast: Cast, mention: number, gender: Gender): Draft | undefined {
  for (let at = mention, steps = 0; steps < 20; steps++) {
    const [next, score] = (cast.antecedents.get(at) ?? []).find(([other]) => isPossible(cast, other, gender)) ?? []
    if (next === undefined || score === undefined || score < 1) return undefined
    const draft = cast.byMention.get(next)
    if (draft) return draft
    at = next
  }
  return undefined
}

/** A pronoun of the gender, or a person by name of whom nothing else is known. */
function isPossible(cast: Cast, mention: number, gender: Gender): boolean {
  const draft = cast.byMention.get(mention)
  if (draft) return draft.kind === 'person' && !draft.isUnnamed && (draft.gender ?? gender) === gender
  return cast.analysed.mentions[mention]?.form === 'pronoun' && genderOf[wordAt(cast, cast.analysed.mentions[mention]?.head ?? -1)] === gender
}

function wordAt(cast: Cast, token: number): string { return cast.analysed.tokens[token]?.text.toLowerCase() ?? '' }
