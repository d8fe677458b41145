/**
 * How long it takes to bring articles into a store, and to see that nothing is to be done.
 *
 *   in:  a graph's file and how many articles are in it
 *   out: a table: Fuseki and oxigraph, a first push, the same again, and one with a sixteenth of the articles changed
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { writeChunks } from '../../src/store/files.js'
import { graphFiles } from '../../src/store/load.js'
import { push, type Pushed } from '../../src/store/push.js'
import { pushFiles } from '../../src/store/push-files.js'
import { openStore } from '../../src/store/remote/store.js'
import { servers } from '../stores/servers.js'

/** @param path N-Quads, article by article */
export async function benchPush(path: string, articles: number): Promise<void> {
  const changed = path.replace(/\.nq$/u, '-changed.nq')
  await writeChunks(changed, corrected(path))
  const rows: Record<string, object> = {}
  for (const name of ['fuseki', 'oxigraph'] as const) {
    const { missing, start } = servers[name]
    if (missing) {
      console.log(`Pushing is not measured with ${name}: ${missing}`)
      continue
    }
    const server = await start()
    try {
      const runs = [['first', path], ['again', path], ['a sixteenth changed', changed]] as const
      for (const [run, file] of runs) rows[`${name} ${server.version}, ${run}`] = await timed(articles, async () => push(await pushFiles(await graphFiles([file])), await openStore(server.to, server)))
    } finally {
      await server.stop()
    }
  }
  console.log(`Pushing ${articles} articles to a store on this machine, from an N-Quads file`)
  console.table(rows)
}

/** Some articles with another headline: of sixteen, one. */
async function* corrected(path: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    yield `${line.replace(/^(<[^>]*\/article\/\w*0> <[^>]*#label> ")/u, '$1Corrected: ')}\n`
  }
}

async function timed(articles: number, act: () => Promise<Pushed>): Promise<object> {
  const start = performance.now()
  const { articles: { sent, same }, triples } = await act()
  const seconds = (performance.now() - start) / 1000
  return { seconds: Number(seconds.toPrecision(3)), sent, same, 'articles/s': Math.round(articles / seconds), triples, 'triples/s': Math.round(triples / seconds), 'peak MB': Math.round(process.resourceUsage().maxRSS / 1024) }
}
