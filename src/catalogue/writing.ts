/**
 * A catalogue that is open for writing, by one process at a time.
 * In: articles as they were extracted, articles to forget, people's decisions. Out: which articles' graphs differ now. When a call
 * returns, the disk has what it did: power may go at any moment.
 *
 * Order: the records are on disk before the journal names them, and the journal before the caller is told. A snapshot counts when
 * `catalogue.json` names it; until then the last one and its journal do.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../merge/decisions.js'
import { digest } from '../merge/digests.js'
import type { Change, Registry } from '../merge/registry.js'
import { Problem } from '../problem.js'
import { parseDecisions, TEMPLATE } from './decisions.js'
import { digestsFile } from './digests.js'
import { writeDurably } from './durable.js'
import { FORMAT, generationFile, isCatalogue, makeFolder, tidy, writeManifest, type Manifest } from './folder.js'
import { openJournal } from './journal.js'
import { lock } from './lock.js'
import { decisionsOf, load, namesOf, type Catalogue, type Decided, type Kept, type Loaded } from './reading.js'
import { dropDigest, keepDigest, type Names } from './names.js'
import { growRecords, type GrowingRecords } from './records.js'
import { writeSnapshot } from './snapshot.js'
import { advance, type Added, type State, type Step } from './state.js'

/** An article to keep, what it was read as, and who extracted it. */
export interface Arrival extends Kept { readonly readAs: string; readonly maker: string }

export interface Writer extends Catalogue {
  /** An article that is there already is replaced. @returns whose graphs differ now */
  add(arrivals: readonly Arrival[]): Change
  remove(ids: readonly string[]): Change
  /** Carries out the decisions as they stand in the file, if that was edited. */
  decide(): Change
  /** Records written from now on go to files of their own. */
  startFile(): void
}

export interface Makers { readonly newsgraph: string; readonly model: string }

/** Opens the catalogue, or makes one where there is none yet. @param base of a new one @throws Problem `output` when another process writes */
export function openForWriting(folder: string, makers: Makers, base: string): Writer {
  if (!isCatalogue(folder)) makeFolder(folder)
  const unlock = lock(folder)
  try {
    if (!isCatalogue(folder)) found(folder, makers, base)
    return writerOf(folder, makers, unlock)
  } catch (cause) {
    unlock()
    throw cause
  }
}

function found(folder: string, makers: Makers, base: string): void {
  const decisions = join(folder, 'decisions.txt')
  if (!existsSync(decisions)) writeDurably(decisions, [TEMPLATE])
  writeManifest(folder, { format: FORMAT, base, ...makers, generation: 0 })
}

/**
 * A snapshot is due when the journal has grown by this part of the whole: it costs as much as the whole is large, though little an
 * article, and taking an article of the journal up again costs as much as adding it.
 */
const PART = 0.001

function writerOf(folder: string, makers: Makers, unlock: () => void): Writer {
  const loaded = load(folder)
  const { state } = loaded
  const records = growRecords(folder, state.end)
  tidy(folder, loaded.manifest.generation, (number) => isNeeded(state, number))
  const journal = openJournal(generationFile(folder, 'journal', loaded.manifest.generation), loaded.journalLength)
  const decided = decisionsOf(folder, loaded.manifest.base)
  let found: Names | undefined
  let news = 0
  let isBroken = false
  const names = (): Names => {
    if (found) return found
    found = namesOf(folder, loaded.manifest.generation)
    for (const id of found.digests.keys()) if (!state.rows.has(id)) dropDigest(found, id)
    return found
  }

  /** What fails half-way leaves the disk as it was, but not what is in memory. */
  const take = (plan: () => { readonly step: Step; readonly change: Change }): Change => {
    if (isBroken) throw new Problem('output', `Writing to the catalogue ${folder} failed before`, 'Open it again.')
    isBroken = true
    const { step, change } = plan()
    journal.append(step)
    advance(state, step)
    news += step.do === 'add' ? step.articles.length : 1
    isBroken = false
    return change
  }
  return {
    folder, manifest: loaded.manifest, rows: state.rows,
    registry: () => names().registry,
    get revision() { return state.revision },
    decisions: () => decided().decisions,
    article: ({ place }) => records.get(place) as Kept,
    add: (arrivals) => take(() => addition(arrivals, records, names())),
    remove: (ids) => take(() => removal(ids, names())),
    decide: () => (decided().text === state.decided ? NOTHING : take(() => decision(decided(), state, names().registry, loaded.manifest.base))),
    startFile: () => records.startFile(),
    close() {
      try {
        journal.close()
        if (!isBroken && isDue(loaded, news, state)) snapshot(folder, loaded.manifest, makers, state, names())
      } finally {
        records.close()
        unlock()
      }
    },
  }
}

const NOTHING: Change = { articles: [], entities: [] }

function isDue({ journalled, isMended }: Loaded, news: number, state: State): boolean {
  return isMended || (news > 0 && journalled + news > PART * state.rows.size)
}

function snapshot(folder: string, manifest: Manifest, makers: Makers, state: State, names: Names): void {
  const generation = manifest.generation + 1
  const { file } = writeSnapshot(folder, generation, state, names)
  writeManifest(folder, { ...manifest, ...makers, generation })
  tidy(folder, generation, (number) => isNeeded(state, number))
  // The generation before this one may still need the file before this one.
  rmSync(digestsFile(folder, file - 2), { force: true })
}

function isNeeded({ rows, end }: State, file: number): boolean {
  if (file === end.file) return true
  for (const { place } of rows.values()) if (place[0] === file) return true
  return false
}

function addition(arrivals: readonly Arrival[], records: GrowingRecords, names: Names): { step: Step; change: Change } {
  const changes: Change[] = []
  const articles = arrivals.map(({ graph, blocks, readAs, maker }): Added => {
    const kept: Kept = { graph, blocks }
    const place = records.put(kept)
    const { id, source, url, headline, date, textSha256 } = graph.article
    const one = digest(graph)
    keepDigest(names, one)
    changes.push(names.registry.add(one), { articles: [id], entities: [] })
    return {
      digest: one,
      row: {
        id, source, textSha256, readAs, maker, place,
        ...(url && { url }), ...(headline && { headline: headline.name }), ...(date && { date }),
      },
    }
  })
  records.sync()
  const change = joined(changes)
  return { step: { do: 'add', articles, end: records.end(), changed: change.articles }, change }
}

function removal(ids: readonly string[], names: Names): { step: Step; change: Change } {
  const change = joined(ids.map((id) => names.registry.remove(id)))
  for (const id of ids) dropDigest(names, id)
  const gone = new Set(ids)
  const articles = change.articles.filter((id) => !gone.has(id))
  return { step: { do: 'remove', ids, changed: articles }, change: { articles, entities: change.entities } }
}

function decision({ text, decisions }: Decided, state: State, registry: Registry, base: string): { step: Step; change: Change } {
  const before = parseDecisions(state.decided, base, 'decisions.txt')
  const edited = articlesOf(before, decisions).filter((id) => state.rows.has(id))
  const change = joined([registry.decide(decisions), { articles: edited, entities: [] }])
  return { step: { do: 'decide', text, decisions, changed: change.articles }, change }
}

/** Articles about whose claims something is decided otherwise than before. */
function articlesOf(before: readonly Decision[], now: readonly Decision[]): string[] {
  const byText = (all: readonly Decision[]) => new Map(all.flatMap((one) => ('article' in one ? [[JSON.stringify(one), one.article] as const] : [])))
  const old = byText(before), present = byText(now)
  return [...old, ...present].flatMap(([text, article]) => (old.has(text) && present.has(text) ? [] : [article]))
}

function joined(changes: readonly Change[]): Change {
  return {
    articles: [...new Set(changes.flatMap(({ articles }) => articles))],
    entities: [...new Set(changes.flatMap(({ entities }) => entities))],
  }
}
