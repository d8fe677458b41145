/**
 * How the commands fare on many articles, each in a process of its own: build (without the model), verify, validate, query.
 *
 *   in:  extracted articles, one JSON a line, copied with a text and with names of their own (copies.ts)
 *   out: a table: seconds, articles a second, the most memory; a query beside what oxigraph alone takes to load the file
 *
 * Of more than 20,000 articles the graph is built, written and verified only, once, as Turtle: 100,000 are some 5 GB.
 */
import { rmSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** Seconds on the clock, and of processors: the second tell more where others work on the same machine. */
export interface Run { readonly seconds: number; readonly work: number; readonly megabytes: number }

/** A question that touches a part of the graph. */
const QUESTION = 'SELECT (COUNT(*) AS ?n) { ?s a ng:Statement ; schema:creator ?who }'

/** oxigraph and nothing else: the file in pieces into a store. */
const ALONE = `const { Store } = require('oxigraph'), { openSync, readSync } = require('node:fs')
function* pieces(file) { for (;;) { const bytes = Buffer.alloc(1 << 20), read = readSync(file, bytes); if (!read) return; yield bytes.subarray(0, read) } }
new Store().load(pieces(openSync(process.argv[1], 'r')), { format: 'text/turtle', no_transaction: true })`

const ALL_COMMANDS = 20_000

/** @param run runs Node with arguments and tells how long it took and how much memory it had */
export async function benchSize(extracted: string, counts: readonly number[], folder: string, run: (args: readonly string[]) => Promise<Run>): Promise<void> {
  process.env.NEWSGRAPH_CACHE = join(folder, 'cache')
  for (const count of counts) {
    const rows: Record<string, object> = {}
    const take = async (name: string, args: readonly string[]): Promise<void> => {
      const { seconds, work, megabytes } = await run(args)
      rows[name] = { 'work s': Number(work.toPrecision(3)), 'clock s': Number(seconds.toPrecision(3)), 'articles/s': Math.round(count / work), 'peak MB': megabytes }
    }
    const build = (graph: string) => take(`build and write ${extname(graph)}, without the model`, ['--import', 'tsx', 'tests/bench/write-many.ts', extracted, String(count), graph])
    const graph = join(folder, 'many.ttl'), quads = join(folder, 'many.nq')
    await build(graph)
    await take('verify .ttl', ['dist/cli.js', 'verify', graph])
    if (count <= ALL_COMMANDS) {
      await take('validate .ttl', ['dist/cli.js', 'validate', graph])
      await take('oxigraph alone, loading .ttl', ['-e', ALONE, graph])
      await take('query .ttl', ['dist/cli.js', 'query', QUESTION, graph])
      await take('query .ttl again', ['dist/cli.js', 'query', QUESTION, graph])
      await build(quads)
      await take('verify .nq', ['dist/cli.js', 'verify', quads])
      await take('validate .nq', ['dist/cli.js', 'validate', quads])
    }
    console.log(`${count} articles, ${Math.round(statSync(graph).size / 1e6)} MB of Turtle`)
    console.table(rows)
    for (const file of [graph, quads]) rmSync(file, { force: true })
  }
}
