/**
 * Bodies that every state has, by their names in full.
 * In: an article and one of its bodies, "the Commerce Department". Out: what it may be called in full: "United States Department of Commerce", "Supreme Court of India",
 * "Israel Air Force". The state is the one in its name, else the one that it is said to be of, else the one that the article names far more often than any other.
 * Not handled: regions' bodies; states whose body is called otherwise ("Bundestag").
 */
import type { Entity, Extracted } from '../model.js'
import type { Entry } from './entry.js'

const body = /\b(?:ministry|department|court|parliament|senate|army|air force|navy|police|assembly|congress|commission|agency|forces|central bank|red cross)\b/iu
/** How fields of government are called in the names of ministries. */
const FIELDS: Readonly<Record<string, readonly string[]>> = { foreign: ['Foreign Affairs'], defense: ['Defence', 'Defense'], defence: ['Defence', 'Defense'], interior: ['the Interior', 'Interior', 'Internal Affairs'], home: ['Home Affairs'] }
/** How much oftener than the next a state must be named. */
const FAR = 2

export interface StateBody { readonly state: Entity; /** Its name without that of the state. */ readonly bare: string }

/** Of which state a body is; undefined for what no state's bodies are called. */
export function bodyOfState(article: Extracted, entity: Entity): StateBody | undefined {
  if (entity.kind !== 'organization' || entity.isUnnamed || !body.test(entity.name)) return undefined
  const states = article.entities.filter(({ kind, type }) => kind === 'place' && type === 'Country')
  const own = states.flatMap((state) => state.names.flatMap((word) => entity.name.startsWith(`${word} `) ? [{ state, bare: entity.name.slice(word.length + 1) }] : []))[0]
  const state = own?.state ?? stateOf(article, entity, states)
  return state && { state, bare: own?.bare ?? entity.name }
}

/** @param state what is known of the state @returns the likelier first */
export function namesInFull(bare: string, { label, title, situation }: Entry): string[] {
  const name = title === '' ? label : title.replace(/_\(.*$/u, '').replaceAll('_', ' '), adjective = situation?.adjective ?? ''
  return [...officesOf(bare, name), `${bare} of the ${name}`, `${bare} of ${name}`, `${name} ${bare}`, ...(adjective === '' ? [] : [`${adjective} ${bare}`])]
}

function officesOf(bare: string, state: string): string[] {
  const [, ministry] = /^(.+) Ministry$/iu.exec(bare) ?? /^Ministry (?:of|for) (?:the )?(.+)$/iu.exec(bare) ?? []
  const [, department] = /^(.+) Department$/iu.exec(bare) ?? /^Department (?:of|for) (?:the )?(.+)$/iu.exec(bare) ?? []
  const fields = (field: string): readonly string[] => FIELDS[field.toLowerCase()] ?? [field]
  return [
    ...(ministry === undefined ? [] : fields(ministry).flatMap((field) => [`Ministry of ${field} (${state})`, `Ministry of ${field} of ${state}`, `Federal Ministry of ${field} (${state})`])),
    ...(department === undefined ? [] : fields(department).flatMap((field) => [`${state} Department of ${field}`, `${state} Department of the ${field}`])),
  ]
}

function stateOf({ relations, references }: Extracted, { id }: Entity, states: readonly Entity[]): Entity | undefined {
  const said = relations.flatMap(({ subject, object }) => subject === id ? states.filter((state) => state.id === object) : [])[0]
  if (said) return said
  const counted = states.map((state) => ({ state, times: references.filter(({ entity }) => entity === state.id).length })).toSorted((a, b) => b.times - a.times)
  const [first, second] = counted
  return first && first.times >= FAR * (second?.times ?? 0) ? first.state : undefined
}
