/**
 * What may be asked for in the address of a REST request.
 * In: `?speaker=Sergey+Lavrov&from=2022-07&limit=10`. Out: checked values, `speaker` as the IRI that is meant; a Problem with one clear
 * sentence where a name fits nobody, or several.
 */
import { Problem } from '../problem.js'
import { entityKinds, meant } from './entities.js'
import type { Graph } from './graph.js'

export type ParameterShape = 'entity' | 'date' | 'text' | 'limit' | 'offset' | 'kind' | 'article' | 'sparql'

export interface Parameter {
  readonly shape: ParameterShape
  readonly says: string
}

export type Parameters = Readonly<Record<string, Parameter>>

export const paging: Parameters = {
  limit: { shape: 'limit', says: 'Items on a page.' },
  offset: { shape: 'offset', says: 'Items to pass over.' },
}

export const span: Parameters = {
  from: { shape: 'date', says: 'The first year, month or day: 2022, 2022-07, 2022-07-07.' },
  to: { shape: 'date', says: 'The last year, month or day.' },
}

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 100
const MAX_TEXT = 500

/** A field that was not given is not there. @throws Problem 'usage' */
export async function readParameters(
  graph: Graph,
  wanted: Parameters,
  given: Readonly<Partial<Record<string, string>>>,
): Promise<{ readonly page: { limit: number; offset: number }; readonly values: Readonly<Record<string, string>> }> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(wanted, name))
  if (unknown !== undefined)
    throw new Problem('usage', `There is no parameter ${JSON.stringify(unknown)} here.`, `Use ${Object.keys(wanted).join(', ')}.`)
  const values: Record<string, string> = {}
  for (const [name, { shape }] of Object.entries(wanted)) {
    const text = given[name]
    if (text !== undefined && text !== '') values[name] = await checked(graph, name, shape, text)
  }
  const { limit = DEFAULT_LIMIT, offset = 0, ...others } = values
  return { page: { limit: Number(limit), offset: Number(offset) }, values: others }
}

async function checked(graph: Graph, name: string, shape: ParameterShape, text: string): Promise<string> {
  if (shape === 'sparql') return text
  if (text.length > MAX_TEXT) throw new Problem('usage', `${name} has more than ${MAX_TEXT} characters.`, 'Shorten it.')
  switch (shape) {
    case 'text':
      return text
    case 'date':
      return require(name, text, /^\d{4}(?:-\d{2}){0,2}$/u.test(text), 'a year, month or day, such as 2022-07')
    case 'limit':
      return require(name, text, /^\d{1,3}$/u.test(text) &&
        Number(text) >= 1 &&
        Number(text) <= MAX_LIMIT, `a number from 1 to ${MAX_LIMIT}`)
    case 'offset':
      return require(name, text, /^\d{1,9}$/u.test(text), 'a number from 0')
    case 'kind':
      return require(name, text, (entityKinds as readonly string[]).includes(text), `one of ${entityKinds.join(', ')}`)
    case 'entity':
    case 'article':
      return nodeMeant(graph, name, text)
  }
}

function require(name: string, text: string, isFit: boolean, what: string): string {
  if (isFit) return text
  throw new Problem('usage', `${name} must be ${what}, not ${JSON.stringify(text)}.`, 'Mend it.')
}

/** @throws Problem 'usage' that names those who may be meant */
export async function nodeMeant(graph: Graph, name: string, text: string): Promise<string> {
  const { iri, near } = await meant(graph, text)
  if (iri !== undefined) return iri
  const guesses = near.map(({ id, label }) => `${label} (${id})`).join(', ')
  throw new Problem(
    'usage',
    guesses ? `${name} ${JSON.stringify(text)} is not clear: ${guesses}.` : `Nothing in the graph is called ${JSON.stringify(text)}.`,
    'Give the id of one of them.',
  )
}
