/**
 * A catalogue that is open for reading.
 * In: its folder. Out: a row an article at once; what things are called, and the articles themselves, when they are asked for.
 * Where the last snapshot is damaged, the one before it and the two journals since say the same.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../merge/decisions.js'
import type { Registry } from '../merge/registry.js'
import type { ArticleGraph, Block } from '../model.js'
import { Problem } from '../problem.js'
import { parseDecisions } from './decisions.js'
import { codeOf } from './durable.js'
import { generationFile, readManifest, type Manifest } from './folder.js'
import { replay } from './journal.js'
import { noNames, repeat, type Names } from './names.js'
import { openRecords } from './records.js'
import { readIndex, readNames } from './snapshot.js'
import { advance, emptyState, type Row, type State, type Step } from './state.js'

/** An article as it is kept: what the graph needs, and what reading it again needs. */
export interface Kept {
  readonly graph: ArticleGraph
  readonly blocks: readonly Block[]
}

export interface Catalogue {
  readonly folder: string
  readonly manifest: Manifest
  readonly rows: ReadonlyMap<string, Row>
  /** Number of steps ever taken: what changed since a step has a higher revision. */
  readonly revision: number
  /** What each thing is called; read when it is first asked for. */
  registry(): Registry
  decisions(): readonly Decision[]
  /** @throws Problem `input` when the record is damaged */
  article(row: Row): Kept
  close(): void
}

/** @throws Problem `input` when there is no catalogue, or it is damaged or of a newer version */
export function openCatalogue(folder: string): Catalogue {
  const { manifest, state } = load(folder)
  const records = openRecords(folder)
  const decided = decisionsOf(folder, manifest.base)
  let names: Registry | undefined
  const registry = (): Registry => {
    if (names) return names
    names = namesOf(folder, manifest.generation).registry
    // An edit that no writer has carried out yet holds for readers too.
    if (decided().text !== state.decided) names.decide(decided().decisions)
    return names
  }
  return {
    folder, manifest, rows: state.rows, revision: state.revision,
    registry,
    decisions: () => decided().decisions,
    article: ({ place }) => records.get(place) as Kept,
    close: () => records.close(),
  }
}

export interface Loaded {
  readonly manifest: Manifest
  readonly state: State
  /** Articles that the journal names, and the length of its whole lines. */
  readonly journalled: number
  readonly journalLength: number
  readonly isMended: boolean
}

export function load(folder: string): Loaded {
  for (let tries = 1; ; tries += 1) {
    const manifest = readManifest(folder)
    if (!manifest) throw new Problem('input', `There is no catalogue in ${folder}`, 'Check the path; newsgraph add makes one.')
    try {
      return loadGeneration(folder, manifest)
    } catch (cause) {
      // A writer may have gone on meanwhile, and taken away what we were about to read.
      if (tries === 3 || !hasMovedOn(folder, manifest.generation)) throw cause
    }
  }
}

function hasMovedOn(folder: string, generation: number): boolean {
  return readManifest(folder)?.generation !== generation
}

function loadGeneration(folder: string, manifest: Manifest): Loaded {
  const { generation } = manifest
  const { value: state, isMended } = mended(generation, emptyState, (number) => readIndex(folder, number), (state) => {
    replayWhole(folder, generation - 1, (step) => advance(state, step))
  })
  let journalled = 0
  const journalLength = replaySteps(folder, generation, (step) => {
    journalled += step.do === 'add' ? step.articles.length : 1
    advance(state, step)
  })
  return { manifest, state, journalled, journalLength, isMended }
}

/** The names with all that the journal says. */
export function namesOf(folder: string, generation: number): Names {
  try {
    return namesAt(folder, generation)
  } catch (cause) {
    if (!hasMovedOn(folder, generation)) throw cause
    throw new Problem('input', `The catalogue ${folder} was written to while it was read`, 'Run the command again.', { cause })
  }
}

function namesAt(folder: string, generation: number): Names {
  const { value } = mended(generation, noNames, (number) => readNames(folder, number), (names) => {
    replayWhole(folder, generation - 1, (step) => repeat(names, step))
  })
  replaySteps(folder, generation, (step) => repeat(value, step))
  return value
}

function replaySteps(folder: string, generation: number, take: (step: Step) => void): number {
  return replay(generationFile(folder, 'journal', generation), (entry) => take(entry as Step))
}

/** Of a generation that has ended: there was at least one step. */
function replayWhole(folder: string, generation: number, take: (step: Step) => void): void {
  if (replaySteps(folder, generation, take) > 0) return
  throw new Problem('input', `${generationFile(folder, 'journal', generation)} is missing`, 'Put it back from a copy.')
}

/** What a generation's snapshot says; of a damaged one, what the one before it and its journal say. */
function mended<Value>(
  generation: number, empty: () => Value, read: (generation: number) => Value, catchUp: (value: Value) => void,
): { value: Value; isMended: boolean } {
  const at = (number: number): Value => (number === 0 ? empty() : read(number))
  try {
    return { value: at(generation), isMended: false }
  } catch (damage) {
    try {
      const value = at(generation - 1)
      catchUp(value)
      return { value, isMended: true }
    } catch {
      throw damage
    }
  }
}

export interface Decided { readonly text: string; readonly decisions: readonly Decision[] }

/** The decisions as they stand in the file now, read once. */
export function decisionsOf(folder: string, base: string): () => Decided {
  const path = join(folder, 'decisions.txt')
  let found: Decided | undefined
  return () => {
    if (found) return found
    const text = readIfThere(path)
    return found = { text, decisions: parseDecisions(text, base, path) }
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return ''
    throw new Problem('input', `${path} cannot be read (${codeOf(cause) ?? String(cause)})`, 'Check its permissions.', { cause })
  }
}
