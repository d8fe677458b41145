/**
 * Which candidate is meant, and by which rule.
 * In: an entity's candidates, scored. Out: the best with the name of the rule that chose it, or nothing where two fit alike: "Sergey Lavrov", the only one
 * of that full name, Wikipedia's article of that name and an office of his in the text → `person-full-only-two`.
 *
 * A rule's name says what was seen: what it is, how it is named, how far ahead of its namesakes (only, clear, close), how many witnesses there are beside
 * the name (three, two, one, none): Wikipedia calls it so, two sources know it, the article names its state, its office.
 */
import type { Entity } from '../model.js'
import { nameKey } from './name-keys.js'
import type { Entry } from './entry.js'
import type { Scored } from './score.js'

export interface Choice {
  readonly best: Scored
  readonly rule: string
  /** How many others of that name were rejected. */
  readonly namesakes: readonly Scored[]
}

const LEVELS = ['none', 'one', 'two', 'three'] as const

/** A full name that no base has, but Wikipedia an article of: all that is known of it is its title. */
function titledOnly({ kind, name, isUnnamed }: Entity, isTitled: (name: string) => boolean, isSport: boolean): Choice | undefined {
  const isFull = /^\p{Lu}\S*(?: \S+){0,4} \p{Lu}\S*$/u.test(name) && /\p{Ll}/u.test(name)
  if (isUnnamed || !isFull || !(kind === 'person' || kind === 'organization' || kind === 'outlet' || kind === 'place') || kind === 'organization' && isGeneral(name) || !isTitled(name)) return undefined
  const entry: Entry = { id: '', kind: kind === 'outlet' ? 'organization' : kind, label: name, title: name.replaceAll(' ', '_'), geonames: '', prior: 0, sources: 1, domain: '', facts: [] }
  return { best: { entry, name, form: 'full', isAlias: false, isLoose: false, score: 0, isOfKind: true, country: 0, isInRegion: false, facts: [] }, rule: `${isSport ? 'sport-' : ''}${kind}-title`, namesakes: [] }
}

const general = /^(?:the|of|and|for|in|on|ministry|department|minister|council|court|assembly|committee|commission|force|forces|party|front|congress|senate|chamber|deputies|parliament|parliamentary|national|international|federal|constitutional|supreme|high|security|foreign|interior|defen[cs]e|health|justice|labour|labor|finance|education|affairs|state|islamic|armed|air|navy|army|police|audit|office|bank|central|red|cross|union|association|board|agency|service|services|executive|family|city|university|house|commons|lords|representatives|government|opposition|cabinet|general|attorney|people|republic|democratic|authority|authorities|movement|league|embassy|us|uk|un|eu)$/iu

/** A name that many bodies have: "Constitutional Court". */
function isGeneral(name: string): boolean {
  return name.split(/[\s-]+/u).every((word) => general.test(word))
}

/** Points between the best and the next. */
const CLEAR = 2, CLOSE = 0.8

export interface Choosing {
  /** Whether a name is a title of Wikipedia, by a list of them. */
  readonly isTitled: (name: string) => boolean
  /** In reports of sport namesakes are many, and what a name stands for is often a team: rules for them are measured apart. */
  readonly isSport: boolean
}

export function choose(entity: Entity, candidates: readonly Scored[], { isTitled, isSport }: Choosing): Choice | undefined {
  const [best, ...namesakes] = candidates
  if (!best) return titledOnly(entity, isTitled, isSport)
  const margin = best.score - (namesakes[0]?.score ?? Number.NEGATIVE_INFINITY)
  if (margin < CLOSE) return undefined
  const lead = namesakes.length === 0 ? 'only' : margin >= CLEAR ? 'clear' : 'close'
  const witnesses = LEVELS[Math.min(3, witnessesOf(best, isTitled))] ?? 'none'
  const rule = [...(isSport ? ['sport'] : []), sortOf(entity, best), best.form, lead, witnesses].join('-')
  return { best, rule, namesakes }
}

function sortOf(entity: Entity, { entry, isOfKind }: Scored): string {
  if (!isOfKind) return 'unknown'
  if (entity.kind !== 'place') return entity.kind
  const feature = entry.situation?.feature ?? ''
  if (feature === '' && entry.facts.includes('continent')) return 'continent'
  return feature.startsWith('A.PCL') ? 'state' : feature.startsWith('A.ADM') ? 'region' : feature.startsWith('P') ? 'town' : 'place'
}

function witnessesOf(candidate: Scored, isTitled: (name: string) => boolean): number {
  return [isTitle(candidate) || candidate.entry.title === '' && isTitled(candidate.name), candidate.entry.sources >= 2, candidate.facts.length > 0 || candidate.isInRegion, candidate.country > 0].filter(Boolean).length
}

/** Whether Wikipedia's article of this very name, nothing in brackets behind it, is on it. */
export function isTitle({ entry, name }: Pick<Scored, 'entry' | 'name'>): boolean {
  return entry.title !== '' && nameKey(entry.title.replaceAll('_', ' ')) === nameKey(name)
}
