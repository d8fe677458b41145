/**
 * The files of model/ in, a checked description of the network out: label lists, temperatures, weights of the pair
 * scores. Where the bytes come from is the caller's: model-disk.ts in Node, model-web.ts in the browser. Every file is held
 * against its hash (intact.ts); that of the network is long and comes when the caller waits for it.
 */
import { Problem } from '../problem.js'
import type { CoreferenceWeights } from './decode-coreference.js'
import type { RelationWeights } from './decode-relations.js'
import type { ReferWeights } from './decode-references.js'
import type { SameWeights } from './decode-same.js'
import { checkDescription, checkIntact } from './intact.js'
import { parseVocabulary } from './wordpiece.js'

/** Reads one file of the model by its name. */
export type Loader = (file: string) => Promise<Uint8Array>

/** What is kept of the model beside its engine. */
export interface ModelFiles {
  /** Name, format and hash, as the graph's provenance gives it. */
  readonly name: string
  readonly vocabulary: ReadonlyMap<string, number>
  readonly limit: number
  readonly longestWord: number
  readonly labels: Readonly<Record<Head, readonly string[]>>
  readonly temperatures: Readonly<Record<string, number>>
  readonly coreference: CoreferenceWeights
  readonly relations: RelationWeights
  readonly same: SameWeights
  readonly refer: ReferWeights
}

/** The same, and the network for the engine, which copies what it needs: 28 MB that are let go. */
export interface LoadedModel extends ModelFiles {
  readonly network: Uint8Array
  /** Rejected with a Problem where the network is not the one that was made: to be waited for before anything is said with it. */
  readonly intact: Promise<void>
  /** Saved as ONNX Runtime would optimise it (training/optimise.py); it need not do it again. */
  readonly isOptimised: boolean
}

const HEADS = ['upos', 'xpos', 'lemma', 'deprel', 'ner', 'dwie', 'event', 'mention', 'cue', 'source', 'content', 'attribution',
  'happening', 'kind', 'standing', 'title', 'flag', 'parts', 'own'] as const
export type Head = (typeof HEADS)[number]

/** What the model is called, without its network. @throws Problem `model` */
export async function readModelName(load: Loader): Promise<string> {
  return nameOf(await describe(load))
}

async function describe(load: Loader): Promise<Described> {
  const bytes = await bytesOf(load, DESCRIPTION)
  const described = parse(bytes)
  if (described['format'] !== FORMAT) throw wrong(`format ${FORMAT}`)
  await checkDescription(bytes, object(described, 'sha256'))
  return described
}

function nameOf(described: Described): string {
  return `newsgraph-en format ${FORMAT} sha256:${text(object(described, 'sha256'), NETWORK)}`
}

export async function readModel(load: Loader): Promise<LoadedModel> {
  const described = await describe(load)
  const [network, vocabulary] = await Promise.all([bytesOf(load, NETWORK), bytesOf(load, VOCABULARY)])
  const hashes = object(described, 'sha256')
  await checkIntact(VOCABULARY, vocabulary, text(hashes, VOCABULARY))
  const intact = checkIntact(NETWORK, network, text(hashes, NETWORK))
  // Whoever waits for the engine first must not be told that this was never waited for.
  intact.catch(() => undefined)
  const labels = object(described, 'labels')
  const temperatures = numbersByName(object(described, 'temperatures'))
  return {
    name: nameOf(described),
    network, intact, isOptimised: described['optimised'] === true,
    vocabulary: parseVocabulary(new TextDecoder().decode(vocabulary)),
    limit: number(described, 'window'), longestWord: number(described, 'maxPiecesPerWord'),
    labels: Object.fromEntries(HEADS.map((head) => [head, strings(labels, head)])) as Record<Head, readonly string[]>,
    temperatures,
    coreference: coreferenceOf(object(described, 'coref')),
    relations: relationsOf(object(described, 'relations'), temperatures),
    same: { distance: numbers(object(described, 'same'), 'distance') },
    refer: { distance: numbers(object(described, 'refer'), 'distance') },
  }
}

/** Form of model.json that this version reads. */
const FORMAT = 4
const DESCRIPTION = 'model.json', NETWORK = 'model.onnx', VOCABULARY = 'vocab.txt'

function coreferenceOf(from: Described): CoreferenceWeights {
  return { edges: numbers(from, 'distanceEdges'), distance: numbers(from, 'distance'), match: numbers(from, 'match') }
}

function relationsOf(from: Described, temperatures: Readonly<Record<string, number>>): RelationWeights {
  const names = strings(from, 'names')
  // Capitals are the names of the facts learned from encyclopaedic passages; they are calibrated apart.
  const temperatureOf = (name: string): number =>
    temperatures[name === name.toUpperCase() ? 'relation-knowledgenet' : 'relation-dwie'] ?? 1
  return {
    names, weights: Float32Array.from(numbers(from, 'weight')), bias: numbers(from, 'bias'),
    temperatures: names.map(temperatureOf), threshold: number(from, 'threshold'),
  }
}

async function bytesOf(load: Loader, file: string): Promise<Uint8Array> {
  try {
    return await load(file)
  } catch (cause) {
    throw new Problem('model', `The language model's file ${file} cannot be read.`,
      'Install newsgraph again (npm install), or restore the folder model/ from the repository.', { cause })
  }
}

type Described = Readonly<Record<string, unknown>>

function parse(bytes: Uint8Array): Described {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Described
  } catch (cause) {
    throw new Problem('model', 'The language model\'s description, model.json, is not JSON.',
      'Restore the folder model/ from the repository.', { cause })
  }
}

function wrong(field: string): Problem {
  return new Problem('model', `The language model's description, model.json, lacks ${field} or gives it in another form.`,
    'Restore the folder model/ from the repository of this version.')
}

function text(from: Described, field: string): string {
  const value = from[field]
  if (typeof value !== 'string') throw wrong(field)
  return value
}

function number(from: Described, field: string): number {
  const value = from[field]
  if (typeof value !== 'number') throw wrong(field)
  return value
}

function object(from: Described, field: string): Described {
  const value = from[field]
  if (typeof value !== 'object' || value === null) throw wrong(field)
  return value as Described
}

function strings(from: Described, field: string): readonly string[] {
  const value = from[field]
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw wrong(field)
  return value
}

/** A list of numbers, or of lists of them row by row. */
function numbers(from: Described, field: string): readonly number[] {
  const value: unknown = from[field]
  if (!Array.isArray(value)) throw wrong(field)
  const flat: unknown[] = value.flat()
  if (!flat.every((item) => typeof item === 'number')) throw wrong(field)
  return flat
}

function numbersByName(from: Described): Readonly<Record<string, number>> {
  for (const name of Object.keys(from)) number(from, name)
  return from as Readonly<Record<string, number>>
}
