/**
 * `newsgraph watch`: feeds in, a catalogue that grows.
 *
 *   $ newsgraph watch https://echo.example/feed --catalogue news
 *   2024-03-05T09:15Z: 1 feed read; 3 articles added
 */
import { Command } from '@commander-js/extra-typings'
import { leaveOnSignals } from '../leaving.js'
import { exitCodeOf, Problem } from '../problem.js'
import type { Store, WatchEvent, WatchTally } from '../watch/into-catalogue.js'
import { PARTIAL, printProblem } from './failure.js'
import { decisions, kb, noLinks } from './link-options.js'
import { print } from './print.js'
import { showStatus } from './progress.js'
import { runWithModel } from './webassembly.js'

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

export const watchCommand = new Command('watch')
  .description('Watch feeds and add every new article to a catalogue, by connections to the outside.')
  .argument('<feed...>', 'addresses of RSS, Atom, RDF or JSON feeds, or of news sitemaps')
  .requiredOption('--catalogue <dir>', 'folder of the catalogue; made where there is none')
  .option('--push <url>', 'SPARQL store to bring up to date after every round')
  .option('--once', 'one round and no more, for cron and the like')
  .option('--every <time>', 'from the start of a round to the next: 90s, 15m, 2h, 1d', '15m')
  .option('--max <number>', 'articles to fetch in one round at most, the newest first', Number)
  .addOption(noLinks())
  .addOption(kb())
  .addOption(decisions())
  .addHelpText('after', `
It asks the feeds, their hosts' robots.txt and the pages of new articles, nothing else, and names itself: newsgraph and its version.
It obeys robots.txt, asks a host for one thing at a time, and asks again only for what is new. Where a feed leads to an address within
this computer or network, it does not follow, unless the feed itself is there. What it has seen stands in watch.json in the catalogue.

Exit codes of --once: 0 done, 3 no feed could be read, 8 some feeds or articles could not.

Examples:
  $ newsgraph watch https://example.org/feed.xml https://example.org/news-sitemap.xml --catalogue news
  $ newsgraph watch https://example.org/feed.xml --catalogue news --once --max 50
  $ newsgraph watch https://example.org/feed.xml --catalogue news --every 1h --push http://localhost:3030/news`)
  .action(async (feeds, { catalogue, push, once = false, every, max, ...linking }) => {
    const everyMs = millisecondsOf(every)
    if (max !== undefined && !(Number.isInteger(max) && max > 0)) throw new Problem('usage', `There cannot be ${max} articles at most`, 'Give --max a whole number from 1 up.')
    const store = push === undefined ? undefined : await storeAt(push, catalogue)
    await runWithModel(async () => {
      const { signal, codeOf } = stopSignal()
      const status = showStatus()
      let code = 0
      const { watchInto } = await import('../watch/into-catalogue.js')
      await watchInto(feeds, catalogue, {
        ...linking, once, everyMs, signal, ...(store ? { store } : {}), ...(max === undefined ? {} : { max }),
        onEvent: (event) => {
          if (event.kind === 'problem') code = event.problem.code === 'store' ? exitCodeOf.store : code || PARTIAL
          show(event, status)
        },
        onRound: async (tally, startedAt) => {
          status.end()
          if (tally.feeds.read + tally.feeds.unchanged === 0) code = exitCodeOf.input
          await print([`${new Date(startedAt).toISOString().slice(0, 16)}Z: ${summaryOf(tally)}\n`])
        },
      })
      status.end()
      return codeOf() ?? code
    })
  })

/** @throws Problem 'usage' when it is no address */
async function storeAt(to: string, catalogue: string): Promise<Store> {
  const [{ push }, { storeAddress }] = await Promise.all([import('../newsgraph.js'), import('../store/remote/profiles.js')])
  storeAddress(to)
  return { to, push: async () => { await push([catalogue], to) } }
}

function show(event: WatchEvent, { end, show: write }: ReturnType<typeof showStatus>): void {
  if (event.kind === 'problem') {
    end()
    printProblem(event.problem)
  } else write(`${summaryOf(event.tally)} · ${event.url}`)
}

/** In place of leaving at once: what is known is written down first. A second signal leaves at once. */
function stopSignal(): { signal: AbortSignal; codeOf: () => number | undefined } {
  const stop = new AbortController()
  let code: number | undefined
  leaveOnSignals(false)
  for (const [name, number] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (code !== undefined) process.exit(number)
      code = number
      stop.abort()
    })
  }
  return { signal: stop.signal, codeOf: () => code }
}

/** "3 feeds read, 1 unchanged, 1 failed; 12 articles added, 2 left out" */
function summaryOf({ feeds, articles }: WatchTally): string {
  const parts = (counts: readonly (readonly [number, string])[], one: string): string => {
    const told = counts.filter(([count]) => count > 0).map(([count, word], index) => (index === 0 ? `${count} ${one}${count === 1 ? '' : 's'} ${word}` : `${count} ${word}`))
    return told.length > 0 ? told.join(', ') : `no ${one}s`
  }
  const ofFeeds = parts([[feeds.read, 'read'], [feeds.unchanged, 'unchanged'], [feeds.failed, 'failed'], [feeds.putOff, 'put off']], 'feed')
  const { added, replaced, unchanged, failed, waiting } = articles
  return `${ofFeeds}; ${parts([[added, 'added'], [replaced, 'replaced'], [unchanged, 'as before'], [failed, 'not read'], [waiting, 'waiting']], 'new article').replace(/^(\d+) new /, '$1 ')}`
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function millisecondsOf(written: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(written) ?? []
  const ms = Number(number) * (UNITS[unit] ?? Number.NaN)
  if (ms >= 1000 && ms <= 30 * 86_400_000) return ms
  throw new Problem('usage', `"${written}" is no time between two rounds`, 'Write it as 90s, 15m, 2h or 1d; at most 30d.')
}
