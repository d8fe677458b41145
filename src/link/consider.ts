/**
 * What may be meant by each entity of an article, and what is.
 * In: an article, and a way to look names up. Out: by entity the candidates, best first, and the choice. Twice: first each by itself, then with the regions and towns that the
 * others were found to be – "Lima" beside "Toledo" and "Ohio State University" is the one in Ohio.
 */
import type { Entity, Extracted } from '../model.js'
import { type Candidate, candidatesOf, namesAsked } from './candidates.js'
import { bodyOfState, namesInFull } from './bodies-of-states.js'
import { choose, type Choice, type Choosing } from './choose.js'
import { isEurope, meaningOfEurope, UNION } from './europe.js'
import type { Found } from './kb-read.js'
import { nameKey } from './name-keys.js'
import { isMetropolis, type Place } from './place.js'
import { scored, type Scored } from './score.js'
import { type Setting, settingOf, type StateWords } from './setting.js'
import { isOfSport, standsForTeam } from './teams.js'
import { titledAs } from './titled-only.js'
import { withoutTwins } from './twins.js'
import { areasOf, phrasesBehind, wordsOfBodies } from './whereabouts.js'

export interface Considered { readonly entity: Entity; readonly candidates: readonly Scored[]; readonly choice?: Choice }

type Names = ReadonlyMap<string, readonly Found[]>
export type Find = (names: readonly string[]) => Promise<Names>

export interface Asking extends Omit<Choosing, 'isSport'> { readonly find: Find; readonly states: StateWords }

export async function considered(article: Extracted, { find, states, ...asking }: Asking): Promise<Considered[]> {
  const subjects = article.entities.filter((entity) => namesAsked(entity).length > 0), bodies = wordsOfBodies(article)
  const behind = new Map(subjects.map((entity) => [entity.id, phrasesBehind(article, entity)]))
  const found = await find([
    ...subjects.flatMap((entity) => namesAsked(entity).map(({ key }) => key)), ...bodies, ...[...behind.values()].flat(), ...(subjects.some(isEurope) ? [UNION] : []),
  ])
  const setting = settingOf(article, states), isSport = isOfSport(article)
  const all = subjects.map((entity) => ({ entity, candidates: candidatesIn(article, entity, found, setting) }))
  const told = (entity: Entity): Place => {
    const phrases = behind.get(entity.id) ?? []
    return { behind: phrases, within: areasOf(phrases, found), states: setting.statesBut(entity), regions: none, neighbours: none, villages: none }
  }
  const areas = areasTold(all.map(({ entity, candidates }) => ({ entity, best: scored(entity, candidates, setting, told(entity))[0] })), areasOf(bodies, found, LEAST_LETTERS))
  const choosing = { ...asking, isSport }
  const chosen = all.map(({ entity, candidates }): Considered => {
    const inOrder = scored(entity, candidates, setting, { ...told(entity), ...areas(entity) })
    const choice = standsForTeam(article, entity, isSport) ? undefined : choose(entity, inOrder, choosing)
    return { entity, candidates: inOrder, ...(choice && { choice }) }
  })
  return Promise.all(chosen.map(async (each) => each.choice ? each : { ...each, ...(await ofState(article, each.entity, chosen, { find, setting, place: told(each.entity), choosing })) }))
}

const none: ReadonlySet<string> = new Set()
/** Letters of the shortest name of a region that is believed within the name of a body. */
const LEAST_LETTERS = 4

interface Known { readonly find: Find; readonly setting: Setting; readonly place: Place; readonly choosing: Choosing }

/** A body whose name in full is one that the base, or Wikipedia, knows. */
async function ofState(article: Extracted, entity: Entity, all: readonly Considered[], { find, setting, place, choosing }: Known): Promise<Pick<Considered, 'choice'>> {
  const body = bodyOfState(article, entity), state = all.find((each) => each.entity === body?.state)?.choice?.best.entry
  if (!body || !state?.situation?.feature.startsWith('A.PCL')) return {}
  const names = namesInFull(body.bare, state), found = await find(names)
  for (const name of names) {
    const candidates = (found.get(nameKey(name)) ?? []).map(({ entry, isAlias }): Candidate => ({ entry, name, form: 'composed', isAlias, isLoose: false }))
    const choice = candidates.length === 0 ? undefined : choose(entity, scored(entity, candidates, setting, place), choosing)
    if (choice?.best.form === 'composed') return { choice }
  }
  const title = names.find((name) => !name.includes('(') && choosing.isTitled(name))
  return title === undefined ? {} : { choice: { ...titledAs(entity, title), rule: 'organization-composed-title', namesakes: [] } }
}

function candidatesIn(article: Extracted, entity: Entity, found: Names, setting: Setting): Candidate[] {
  const meaning = isEurope(entity) ? meaningOfEurope(article, entity, setting.names) : undefined
  if (meaning === 'union') return (found.get(UNION) ?? []).map(({ entry, isAlias }): Candidate => ({ entry, name: entity.name, form: 'other', isAlias, isLoose: false }))
  return isEurope(entity) && meaning === undefined ? [] : withoutTwins(candidatesOf(entity, found), setting.statesIn)
}

/** Regions that are named, and those in which towns lie, as far as other entities than one tell. */
function areasTold(all: readonly { readonly entity: Entity; readonly best: Scored | undefined }[], ofBodies: ReadonlySet<string>): (but: Entity) => Pick<Place, 'regions' | 'neighbours' | 'villages'> {
  const named = all.flatMap(({ entity, best }) => {
    const where = entity.kind === 'place' ? best?.entry.situation : undefined
    if (!best || !where || where.region === '') return []
    return [{ id: entity.id, code: `${where.country}.${where.region}`, isRegion: where.feature.startsWith('A.'), isLarge: isMetropolis(best.entry) }]
  })
  return (but) => {
    const others = named.filter(({ id }) => id !== but.id), towns = others.filter(({ isRegion }) => !isRegion)
    const codes = (list: typeof named): Set<string> => new Set(list.map(({ code }) => code))
    return { regions: new Set([...ofBodies, ...codes(others.filter(({ isRegion }) => isRegion))]), neighbours: codes(towns), villages: codes(towns.filter(({ isLarge }) => !isLarge)) }
  }
}
