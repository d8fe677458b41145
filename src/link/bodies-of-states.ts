/**
 * Bodies that every state has, by their names in full.
 * In: an article and one of its bodies, "the Commerce Department". Out: what it may be called in full: "United States Department of
 * Commerce", "Supreme Court of India", "Israel Air Force". The state is the one in its name, else the one that it is said to be of,
 * else the one that the article names far more often than any other.
 * Not handled: regions' bodies; states whose body is called otherwise ("Bundestag").
 */
import type { Entity, Extracted } from '../model.js'
import type { Entry } from './entry.js'

const body = new RegExp('\\b(?:ministry|department|court|parliament|senate|army|air force|navy|police|assembly|congress|commission|agency|'
  + 'forces|central bank|red cross)\\b', 'iu')
/** How fields of government are called in the names of ministries. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  foreign: ['Foreign Affairs'], defense: ['Defence', 'Defense'], defence: ['Defence', 'Defense'],
  interior: ['the Interior', 'Interior', 'Internal Affairs'], home: ['Home Affairs'],
}
/** How much oftener than the next a state must be named. */
const FAR = 2

export interface StateBody { readonly state: Entity; /** Its name without that of the state. */ readonly bare: string }

/** By entity of which state a body is; undefined for what no state's bodies are called. */
export function bodiesOfStates({ entities, references, relations }: Extracted): (entity: Entity) => StateBody | undefined {
  const states = new Map(entities.filter(({ kind, type }) => kind === 'place' && type === 'Country').map((entity) => [entity.id, entity]))
  const byName = new Map([...states.values()].flatMap((state) => state.names.map((name) => [name, state] as const)))
  const said = new Map(relations.filter(({ object }) => states.has(object)).map(({ subject, object }) => [subject, states.get(object)]))
  const main = mainOf(states, references)
  return (entity) => {
    if (entity.kind !== 'organization' || entity.isUnnamed || !body.test(entity.name)) return undefined
    const words = entity.name.split(' '), start = (count: number): string => words.slice(0, count).join(' ')
    const length = [3, 2, 1].find((count) => count < words.length && byName.has(start(count))) ?? 0
    const state = length > 0 ? byName.get(start(length)) : said.get(entity.id) ?? main
    return state && { state, bare: words.slice(length).join(' ') }
  }
}

/** @param state what is known of the state @returns the likelier first */
export function namesInFull(bare: string, { label, title, situation }: Entry): string[] {
  const name = title === '' ? label : title.replace(/_\(.*$/u, '').replaceAll('_', ' '), adjective = situation?.adjective ?? ''
  const all = [...officesOf(bare, name), `${bare} of the ${name}`, `${bare} of ${name}`, `${name} ${bare}`]
  return adjective === '' ? all : [...all, `${adjective} ${bare}`]
}

function officesOf(bare: string, state: string): string[] {
  const [, ministry] = /^(.+) Ministry$/iu.exec(bare) ?? /^Ministry (?:of|for) (?:the )?(.+)$/iu.exec(bare) ?? []
  const [, department] = /^(.+) Department$/iu.exec(bare) ?? /^Department (?:of|for) (?:the )?(.+)$/iu.exec(bare) ?? []
  const fields = (field: string | undefined): readonly string[] => field === undefined ? [] : FIELDS[field.toLowerCase()] ?? [field]
  return [
    ...fields(ministry).flatMap((field) => [`Ministry of ${field} (${state})`, `Ministry of ${field} of ${state}`, `Federal Ministry of ${field} (${state})`]),
    ...fields(department).flatMap((field) => [`${state} Department of ${field}`, `${state} Department of the ${field}`]),
  ]
}

function mainOf(states: ReadonlyMap<string, Entity>, references: Extracted['references']): Entity | undefined {
  const times = new Map([...states.keys()].map((id) => [id, 0]))
  for (const { entity } of references) if (times.has(entity)) times.set(entity, (times.get(entity) ?? 0) + 1)
  const [first, second] = [...times].toSorted((a, b) => b[1] - a[1])
  return first && first[1] >= FAR * (second?.[1] ?? 0) ? states.get(first[0]) : undefined
}
