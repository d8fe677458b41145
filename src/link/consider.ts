/**
 * What may be meant by each entity of an article, and what is.
 * In: an article, and a way to look names up. Out: by entity the candidates, best first, and the choice. Twice: first each by itself,
 * then with the regions and towns that the others were found to be – "Lima" beside "Toledo" and "Ohio State University" is the one in
 * Ohio.
 */
import type { Entity, Extracted } from '../model.js'
import { type Candidate, candidatesOf, namesAsked } from './candidates.js'
import { bodiesOfStates, namesInFull, type StateBody } from './bodies-of-states.js'
import { choose, type Choice, type Choosing } from './choose.js'
import { type Codes, codesBut, either, noCodes } from './codes.js'
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
  const behind = phrasesBehind(article)
  const names = subjects.flatMap((entity) => namesAsked(entity).map(({ key }) => key))
  const found = await find([...names, ...bodies, ...[...behind.values()].flat(), ...(subjects.some(isEurope) ? [UNION] : [])])
  const setting = settingOf(article, states), isSport = isOfSport(article)
  const all = subjects.map((entity) => ({ entity, candidates: candidatesIn(article, entity, found, setting) }))
  const told = (entity: Entity): Place => {
    const phrases = behind.get(entity.id) ?? []
    return { behind: phrases, within: areasOf(phrases, found), states: setting.statesBut(entity), ...nothing }
  }
  const first = all.map(({ entity, candidates }) => ({ entity, best: scored(entity, candidates, setting, told(entity))[0] }))
  const areas = areasTold(first, codesBut([...areasOf(bodies, found, LEAST_LETTERS)])(undefined))
  const choosing = { ...asking, isSport }
  const chosen = all.map(({ entity, candidates }): Considered => {
    const inOrder = scored(entity, candidates, setting, { ...told(entity), ...areas(entity) })
    const choice = standsForTeam(article, entity, isSport) ? undefined : choose(entity, inOrder, choosing)
    return { entity, candidates: inOrder, ...(choice && { choice }) }
  })
  const bodiesOf = bodiesOfStates(article), byId = new Map(chosen.map(({ entity, choice }) => [entity.id, choice]))
  return Promise.all(chosen.map(async (each) => {
    if (each.choice) return each
    const choice = await ofState(each.entity, { find, setting, place: told(each.entity), choosing, bodies: bodiesOf, chosen: byId })
    return { ...each, ...(choice && { choice }) }
  }))
}

type Told = Pick<Place, 'regions' | 'neighbours' | 'villages'>
const nothing: Told = { regions: noCodes, neighbours: noCodes, villages: noCodes }
/** Letters of the shortest name of a region that is believed within the name of a body. */
const LEAST_LETTERS = 4

interface Known {
  readonly find: Find
  readonly setting: Setting
  readonly place: Place
  readonly choosing: Choosing
  readonly bodies: (entity: Entity) => StateBody | undefined
  readonly chosen: ReadonlyMap<string, Choice | undefined>
}

/** A body whose name in full is one that the base, or Wikipedia, knows. */
async function ofState(entity: Entity, { find, setting, place, choosing, bodies, chosen }: Known): Promise<Choice | undefined> {
  const body = bodies(entity), state = chosen.get(body?.state.id ?? '')?.best.entry
  if (!body || !state?.situation?.feature.startsWith('A.PCL')) return undefined
  const names = namesInFull(body.bare, state), found = await find(names)
  for (const name of names) {
    const candidates = (found.get(nameKey(name)) ?? []).map((each): Candidate => ({ ...each, name, form: 'composed', isLoose: false }))
    const choice = candidates.length === 0 ? undefined : choose(entity, scored(entity, candidates, setting, place), choosing)
    if (choice?.best.form === 'composed') return choice
  }
  const title = names.find((name) => !name.includes('(') && choosing.isTitled(name))
  return title === undefined ? undefined : { ...titledAs(entity, title), rule: 'organization-composed-title', namesakes: [] }
}

function candidatesIn(article: Extracted, entity: Entity, found: Names, setting: Setting): Candidate[] {
  const meaning = isEurope(entity) ? meaningOfEurope(article, entity, setting.names) : undefined
  const union = meaning === 'union' ? found.get(UNION) ?? [] : undefined
  if (union) return union.map((each): Candidate => ({ ...each, name: entity.name, form: 'other', isLoose: false }))
  return isEurope(entity) && meaning === undefined ? [] : withoutTwins(candidatesOf(entity, found), setting.statesIn)
}

/** Regions that are named, and those in which towns lie, as far as other entities than one tell. */
function areasTold(all: readonly { readonly entity: Entity; readonly best: Scored | undefined }[], ofBodies: Codes): (but: Entity) => Told {
  const told = new Map(all.flatMap(({ entity, best }) => {
    const where = entity.kind === 'place' ? best?.entry.situation : undefined
    if (!best || !where || where.region === '') return []
    const sort = where.feature.startsWith('A.') ? 'region' : isMetropolis(best.entry) ? 'metropolis' : 'village'
    return [[entity.id, { code: `${where.country}.${where.region}`, sort }] as const]
  }))
  const of = (...sorts: readonly string[]) => {
    const but = codesBut([...told.values()].flatMap(({ code, sort }) => sorts.includes(sort) ? [code] : []))
    return ({ id }: Entity) => {
      const own = told.get(id)
      return but(own && sorts.includes(own.sort) ? own.code : undefined)
    }
  }
  const regions = of('region'), neighbours = of('metropolis', 'village'), villages = of('village')
  return (but) => ({ regions: either(regions(but), ofBodies), neighbours: neighbours(but), villages: villages(but) })
}
