/**
 * What `watch` remembers: DIR/watch.json, for people to read, written whole or not at all.
 *
 *   in:  the folder of a catalogue
 *   out: each feed's version and place, each host's robots.txt, each article that was seen and what became of it
 *
 * The catalogue knows what it holds; this only keeps from asking twice. Without the file everything is looked at once more and
 * nothing is added twice.
 */
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../problem.js'
import type { Validators } from './answers.js'
import type { Item } from './listing.js'
import type { Reach } from './reach.js'
import { DAY, type KeptRobots } from './robots.js'

export interface SeenMap { validators?: Validators; changed?: string; isNews: boolean }

export interface SeenFeed {
  /** Where it moved for good. */
  movedTo?: string
  validators?: Validators
  /** Whom it reached when it was first read; later it may not be more private. */
  reach?: Reach
  leads?: Reach
  /** ISO times: when it was last read, and before when it is not asked again. */
  read?: string
  notBefore?: string
  /** Rounds that failed, one after the other. */
  failures?: number
  /** For an index: its sitemaps. */
  maps?: Record<string, SeenMap>
}

/** `waiting` to be fetched, `added` to the catalogue, or `left out`, with `why`. */
export interface SeenArticle extends Omit<Item, 'url'> {
  state: 'waiting' | 'added' | 'left out'
  feed: string
  mark: string
  /** The day on which a feed last listed it. */
  seen: string
  /** How often it was tried in vain; how often it was fetched again because the feed said that it changed, and when last. */
  tries?: number
  changes?: number
  fetched?: string
  why?: string
}

export interface State {
  readonly feeds: Map<string, SeenFeed>
  readonly articles: Map<string, SeenArticle>
  readonly robots: Map<string, KeptRobots>
  /** Store → the revision of the catalogue that it was brought to. */
  readonly pushed: Map<string, number>
  /** Host → when it may be asked again, in milliseconds since 1970. */
  readonly rests: Map<string, number>
}

const VERSION = 1
const NAME = 'watch.json'
/** What no feed has listed for so long is forgotten. */
const KEPT = 60 * DAY

/** @throws Problem when the file is there and cannot be read */
export async function loadState(folder: string): Promise<State> {
  const path = join(folder, NAME)
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}'
    throw new Problem('input', `${path} cannot be read (${cause.code})`, 'Check its permissions.', { cause })
  })
  const { version, feeds, articles, robots, rests, pushed } = parsed(text, path)
  if (typeof version === 'number' && version > VERSION) throw new Problem('input', `${path} was written by a newer newsgraph`, 'Use that one.')
  return {
    feeds: mapOf<SeenFeed>(feeds), articles: mapOf<SeenArticle>(articles), robots: mapOf<KeptRobots>(robots), pushed: mapOf<number>(pushed),
    rests: new Map([...mapOf<string>(rests)].map(([host, time]) => [host, Date.parse(time)])),
  }
}

/** @throws Problem 'output' when it cannot be written; what stood there before stays */
export async function saveState(folder: string, state: State, now: number): Promise<void> {
  const path = join(folder, NAME)
  const draft = `${path}.${process.pid}.part`
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(textOf(state, now))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined)
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new Problem('output', `${path} cannot be written (${code === 'ENOSPC' ? 'the disk is full' : code})`, 'Free some space and check its permissions; what was done is remembered until then.', { cause })
  }
}

function textOf({ feeds, articles, robots, rests, pushed }: State, now: number): string {
  for (const [url, { seen }] of articles) if (now - Date.parse(seen) > KEPT) articles.delete(url)
  for (const [origin, { asked }] of robots) if (now - Date.parse(asked) > KEPT) robots.delete(origin)
  const times = [...rests].filter(([, time]) => time > now).map(([host, time]) => [host, new Date(time).toISOString()] as const)
  const plain = {
    version: VERSION, feeds: Object.fromEntries(feeds), articles: Object.fromEntries(articles), robots: Object.fromEntries(robots), rests: Object.fromEntries(times), pushed: Object.fromEntries(pushed),
  }
  return `${JSON.stringify(plain, undefined, 1)}\n`
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // Said below.
  }
  throw new Problem('input', `${path} is damaged`, 'Delete it: every feed is then read anew, and nothing is added twice.')
}

function mapOf<T>(value: unknown): Map<string, T> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).filter(([, entry]) => entry !== null) as [string, T][])
}
