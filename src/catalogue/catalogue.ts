/**
 * A catalogue, as calls: a folder that remembers what was read, and what everything is called. The commands make the same calls.
 *
 *   await add(['today/'], 'news')          "Lavrov said …" is kept as person:sergey-lavrov, as he was called yesterday
 *   await write(await fromCatalogue('news'), 'news.nq')
 *
 * An article comes again by its address, or by its text where it has none: the same text is passed over, another replaces it.
 */
import { resolve } from 'node:path'
import type { Found } from '../batch.js'
import { mint } from '../map/iri.js'
import { presentBases } from '../linking.js'
import type { Built } from '../newsgraph.js'
import { type Options, resolveOptions } from '../options.js'
import { Problem } from '../problem.js'
import { version } from '../version.js'
import { idOf } from './decisions.js'
import type { CatalogueSource, OutOptions } from './graph.js'
import type { Additions, Taken } from './intake.js'
import { keepLinkDecisions, linkDecisions } from './link-decisions.js'
import { makerOf, presentModel } from './maker.js'
import { openCatalogue, type Catalogue } from './reading.js'
import { statusOf, type Status } from './status.js'
import { openForWriting } from './writing.js'

export type { CatalogueSource, OutOptions } from './graph.js'
export type { Additions, Taken } from './intake.js'
export type { Listed, Status } from './status.js'

/** What a caller of `add` may set: what `build` takes, and who is told. */
export interface AddOptions extends Partial<Options> {
  /** Called after every article, when the disk has it. Default: nothing happens. */
  readonly onTaken?: (taken: Taken) => void
}

/**
 * Reads articles into a catalogue, which is made where there is none yet.
 * @throws Problem when an option is wrong, the model is missing, or another process writes; a bad article only lands in `failures`
 */
export async function add(inputs: readonly string[], folder: string, options: AddOptions = {}): Promise<Additions> {
  const settled = settledFor(folder, options)
  const [{ readings }, { takeIn }, model] = await Promise.all([import('../batch.js'), import('./intake.js'), presentModel()])
  const maker = makerOf(model, await presentBases(settled))
  const writer = openForWriting(folder, { newsgraph: version, model }, settled.base)
  try {
    checkBase(writer, options.base)
    await keepLinkDecisions(folder, options.decisions)
    return await takeIn(readings(inputs, settled), writer, maker, settled)
  } finally {
    writer.close()
  }
}

/**
 * Extracts every kept article again with the present version and model. What things are called, and what people decided, stays.
 * Articles that this version has extracted are passed over, so that a rebuild that was stopped goes on where it was.
 */
export async function rebuild(folder: string, options: AddOptions = {}): Promise<Additions> {
  const settled = settledFor(folder, options)
  openCatalogue(folder).close()
  const [{ takeIn }, model] = await Promise.all([import('./intake.js'), presentModel()])
  const maker = makerOf(model, await presentBases(settled))
  const writer = openForWriting(folder, { newsgraph: version, model }, settled.base)
  try {
    await keepLinkDecisions(folder, options.decisions)
    writer.startFile()
    return await takeIn(keptReadings(writer), writer, maker, settled)
  } finally {
    writer.close()
  }
}

/** With what people decided about links, now or earlier. */
function settledFor(folder: string, options: AddOptions): AddOptions & Options {
  const decisions = linkDecisions(folder, options.decisions)
  return { ...options, ...resolveOptions({ ...options, ...(decisions !== undefined && { decisions }) }) }
}

async function* keptReadings(catalogue: Catalogue): AsyncGenerator<Found> {
  for (const row of catalogue.rows.values()) {
    const { graph, blocks } = catalogue.article(row)
    yield { source: row.source, outcome: { ...graph.article, blocks } }
  }
}

/** What came of removing. */
export interface Removal {
  /** IRIs of the articles that are gone. */
  readonly removed: readonly string[]
  /** IRIs of other articles' graphs that differ now. */
  readonly changed: readonly string[]
}

/** Forgets articles. @param names IRI, `article:…`, local name, address or source of each @throws Problem `input` when one is not there */
export function remove(names: readonly string[], folder: string): Removal {
  const { manifest, ...reading } = openCatalogue(folder)
  reading.close()
  const writer = openForWriting(folder, manifest, manifest.base)
  try {
    const ids = [...new Set(names.flatMap((name) => idsOf(name, writer)))]
    const changes = [writer.decide(), writer.remove(ids)]
    const changed = new Set(changes.flatMap(({ articles }) => articles))
    return {
      removed: ids.map((id) => mint(manifest.base, 'article', id).value),
      changed: [...changed].filter((id) => !ids.includes(id)).map((id) => mint(manifest.base, 'graph', id).value),
    }
  } finally {
    writer.close()
  }
}

function idsOf(name: string, { rows, manifest, folder }: Catalogue): string[] {
  const local = idOf(name, manifest.base)?.replace(/^article\//u, '') ?? name
  if (rows.has(local)) return [local]
  const path = resolve(name)
  const found = [...rows.values()].filter(({ url, source }) => url === name || source === name || resolve(source) === path)
  if (found.length > 0) return found.map(({ id }) => id)
  throw new Problem('input', `There is no article ${name} in the catalogue ${folder}`,
    'Give its IRI, its address or the file it was read from, as `newsgraph status --list` shows them.')
}

function checkBase({ manifest, folder }: Catalogue, asked: string | undefined): void {
  if (asked === undefined || asked === manifest.base) return
  throw new Problem('usage', `The IRIs of the catalogue ${folder} start with ${manifest.base}, not with ${asked}`,
    'Leave --base out, or make another catalogue.')
}

/** What a catalogue holds. @param options how links would be made now, by which it is known what `rebuild` would do again @throws Problem `input` when there is none or it is damaged */
export async function status(folder: string, options: Partial<Pick<Options, 'kb' | 'links' | 'reconcile'>> = {}): Promise<Status> {
  return statusOf(folder, makerOf(await presentModel(), await presentBases(settledFor(folder, options))))
}

/** The graph of a catalogue, as `build` gives it: for `write` and `serialise`. @throws Problem `input` when there is none or it is damaged */
export async function fromCatalogue(folder: string, options: OutOptions = {}): Promise<Built> {
  return (await import('./graph.js')).fromCatalogue(folder, options)
}

/** The graph of a catalogue by named graph, for `push`. @throws Problem `input` when there is none or it is damaged */
export async function pushSource(folder: string, options: OutOptions = {}): Promise<CatalogueSource> {
  return (await import('./graph.js')).pushSource(folder, options)
}
