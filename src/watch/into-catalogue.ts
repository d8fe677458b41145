/**
 * Feeds into a catalogue, with a store kept up to date: what the command and the library call.
 *
 *   in:  ["https://echo.example/feed"], the catalogue "news/", a store's address
 *   out: "The bridge will be closed," the mayor said, in the catalogue as it is from any other source; then in the store
 *
 * Articles are read in a thread of their own, so that the signal is heard at once while one is worked on.
 */
import { arrivalOf } from '../catalogue/intake.js'
import { keepLinkDecisions, linkDecisions } from '../catalogue/link-decisions.js'
import { fingerprint, makerOf, presentModel } from '../catalogue/maker.js'
import { openForWriting, type Writer } from '../catalogue/writing.js'
import { presentBases } from '../linking.js'
import type { Linked, Reading } from '../model.js'
import { resolveOptions, type Options } from '../options.js'
import { Problem } from '../problem.js'
import { articleId } from '../read/identity.js'
import { openReadingRoom, type ReadingRoom } from '../reading-room.js'
import { version } from '../version.js'
import type { Workshop } from '../workshop.js'
import type { Tally, WatchEvent } from './parts.js'
import type { Outcome, Page, Session, Sink } from './sink.js'
import type { Store } from './store.js'
import { watch } from './watch.js'

export type { Tally as WatchTally, WatchEvent } from './parts.js'
export type { Store } from './store.js'

/** What a caller of `watch` may set: what `build` takes, and how often and how much is fetched. */
export interface WatchingOptions extends Partial<Options> {
  /** One round and no more. Default: false. */
  readonly once?: boolean
  /** Milliseconds from the start of a round to the start of the next. Default: a quarter of an hour. */
  readonly everyMs?: number
  /** Articles to fetch in one round at most, the newest first. Default: all. */
  readonly max?: number
  /** A store that is brought up to date after every round that found the catalogue changed. Default: none. */
  readonly store?: Store
  /** Ends all within a second. Default: it never does. */
  readonly signal?: AbortSignal
  /** Called when something was fetched, taken or failed. Default: nothing happens. */
  readonly onEvent?: (event: WatchEvent) => void
  /** Called after every round, with when it started. */
  readonly onRound?: (tally: Tally, startedAt: number) => Promise<void>
}

/** @throws Problem when an option is wrong, the model is missing or the catalogue cannot be written; a bad feed or article is only told */
export async function watchInto(feeds: readonly string[], folder: string, options: WatchingOptions): Promise<void> {
  const { once = false, everyMs = 900_000, max, store, signal = new AbortController().signal, onEvent, onRound } = options
  const decisions = linkDecisions(folder, options.decisions)
  const { sink, end } = catalogueSink(folder, resolveOptions({ ...options, ...(decisions !== undefined && { decisions }) }))
  try {
    await watch(feeds, {
      folder, sink, once, everyMs, signal, ...(max === undefined ? {} : { max }), ...(store ? { store } : {}), ...(onEvent ? { onEvent } : {}), ...(onRound ? { onRound } : {}),
    })
  } finally {
    await end()
  }
}

/** A catalogue as a place for articles. The model is loaded with the first, and kept for the rounds to come. */
function catalogueSink(folder: string, options: Options): { sink: Sink; end: () => Promise<void> } {
  let workshop: Workshop<'link'> | undefined
  let session: OpenSession | undefined
  const room = openReadingRoom(options)
  const make = async (reading: Reading): Promise<Linked> => {
    const { startWorkshop } = await import('../workshop.js')
    workshop ??= startWorkshop('link', { ...options, workers: Math.max(2, options.workers) })
    return await workshop.make(reading)
  }
  return {
    sink: {
      async open() {
        const model = await presentModel()
        const writer = openForWriting(folder, { newsgraph: version, model }, options.base)
        await keepLinkDecisions(folder, options.decisions)
        session = sessionOf(writer, makerOf(model, await presentBases(options)), room, make)
        writer.decide()
        return session
      },
    },
    // After the signal an article may still be worked on; the catalogue does not wait for it.
    async end() {
      session?.leave()
      await Promise.all([workshop?.close(), room.close()])
    },
  }
}

/** One article that newsgraph cannot take never stops the others. */
function stumbled(at: string, cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  return new Problem('input', `${at} made newsgraph stumble (${cause instanceof Error ? cause.message : String(cause)})`, 'Please report it with the article.', { cause })
}

interface OpenSession extends Session {
  /** Closes at once. */
  leave(): void
}

function sessionOf(writer: Writer, maker: string, room: ReadingRoom, make: (reading: Reading) => Promise<Linked>): OpenSession {
  let last: Promise<unknown> = Promise.resolve()
  let broken: Problem | undefined
  let isOpen = true
  const add = async ({ at, bytes, charset, hints }: Page): Promise<Outcome> => {
    // What the disk refused once, it would have to be opened anew for.
    if (broken) throw broken
    const { value: reading } = await room.each({ bytes, source: at, ...(charset ? { charset } : {}) }, { hints }).next()
    if (reading instanceof Problem) throw reading
    if (!reading) throw new Problem('input', `No article was found in ${at}`, 'It is left out.')
    const before = writer.rows.get(reading.id)
    if (before?.maker === maker && before.readAs === fingerprint(reading)) return 'unchanged'
    const arrival = arrivalOf(await make(reading).catch((cause: unknown) => { throw stumbled(at, cause) }))
    try {
      if (isOpen) writer.add([arrival])
    } catch (cause) {
      if (cause instanceof Problem) broken = cause
      throw cause
    }
    return before ? 'replaced' : 'added'
  }
  const session: OpenSession = {
    get revision() { return writer.revision },
    has: (url) => writer.rows.has(articleId(url, '')),
    // One after the other: in the order in which they came, they are the catalogue's history.
    add(page) {
      const turn = last.then(() => add(page))
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await last
      session.leave()
    },
    leave() {
      if (isOpen) writer.close()
      isOpen = false
    },
  }
  return session
}
