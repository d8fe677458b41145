/**
 * Names that no base has, but Wikipedia an article of: all that is known of them is the title.
 * In: an entity, and which names are titles. Out: the choice of that article: "Vera Holm" → Vera_Holm by `person-title-few`; nothing
 * for what many are called: "Constitutional Court", "Grant County". For people it says whether few, some or many may be called so.
 */
import type { Entity } from '../model.js'
import type { Choice, Choosing } from './choose.js'
import type { Entry } from './entry.js'

export function titledOnly(entity: Entity, { isTitled, shared, isSport }: Choosing): Choice | undefined {
  const { kind, name, isUnnamed } = entity
  if (isUnnamed || kind === 'work' || kind === 'group' || !isFull(name) || isGeneral(kind, name) || !isTitled(name)) return undefined
  // Of bodies, names of three words and more are hardly shared.
  const many = kind === 'person' ? shared(name) : kind === 'organization' && name.split(' ').length > 2 ? 'long' : undefined
  const { best } = titledAs(entity, name)
  const rule = [...(isSport ? ['sport'] : []), kind, 'title', ...(many ? [many] : [])].join('-')
  return { best: many === 'few' ? { ...best, facts: [FEW] } : best, rule, namesakes: [] }
}

/** Told as a reason. */
const FEW = 'few people can be called so'

/** An article of Wikipedia as a candidate. */
export function titledAs({ kind }: Pick<Entity, 'kind'>, title: string): Pick<Choice, 'best'> {
  const entry: Entry = {
    id: '', kind: kind === 'outlet' || kind === 'group' ? 'organization' : kind, label: title, title: title.replaceAll(' ', '_'), geonames: '',
    prior: 0, sources: 1, domain: '', facts: [],
  }
  const known = { isAlias: false, isLoose: false, score: 0, isOfKind: true, country: 0, isInRegion: false, isWithin: false, facts: [] } as const
  return { best: { entry, name: title, form: 'full', ...known } }
}

/** Two words or more, not all in capitals. */
function isFull(name: string): boolean {
  return /^\p{Lu}\S*(?: \S+){0,4} \p{Lu}\S*$/u.test(name) && /\p{Ll}/u.test(name)
}

const general = new RegExp(`^(?:${[
  'the of and for in on ministry department minister council court assembly committee commission force forces party front congress',
  'senate chamber deputies parliament parliamentary national international federal constitutional supreme high security foreign',
  'interior defen[cs]e health justice labour labor finance education affairs state islamic armed air navy army police audit office',
  'bank central red cross union association board agency service services executive family city university house commons lords',
  'representatives government opposition cabinet general attorney people republic democratic authority authorities movement league',
  'embassy us uk un eu',
].join(' ').replaceAll(' ', '|')})$`, 'iu')

/** A name that many bodies, or places, have. */
function isGeneral(kind: Entity['kind'], name: string): boolean {
  return kind === 'place' ? / County$/u.test(name) : kind === 'organization' && name.split(/[\s-]+/u).every((word) => general.test(word))
}
