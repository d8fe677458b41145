/**
 * How the commands fare on many articles: verify, validate and query, each in a process of its own.
 *
 *   in:  extracted articles, copied with a text, and so a name, of their own
 *   out: a table: seconds, articles a second, the most memory; a query beside what oxigraph alone takes to load the file
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Extracted } from '../../src/model.js'
import { merge, write } from '../../src/newsgraph.js'

export interface Run { readonly seconds: number; readonly megabytes: number }

/** A question that touches a part of the graph. */
const QUESTION = 'SELECT (COUNT(*) AS ?n) { ?s a ng:Statement ; schema:creator ?who }'

/** oxigraph and nothing else: the file in pieces into a store. */
const ALONE = `const { Store } = require('oxigraph'), { openSync, readSync } = require('node:fs')
function* pieces(file) { for (;;) { const bytes = Buffer.alloc(1 << 20), read = readSync(file, bytes); if (!read) return; yield bytes.subarray(0, read) } }
new Store().load(pieces(openSync(process.argv[1], 'r')), { format: 'text/turtle', no_transaction: true })`

/** @param run runs Node with arguments and tells how long it took and how much memory it had */
export async function benchSize(extracted: readonly Extracted[], count: number, folder: string, run: (args: readonly string[]) => Promise<Run>): Promise<void> {
  const rows: Record<string, object> = {}
  const take = async (name: string, args: readonly string[]): Promise<void> => {
    const { seconds, megabytes } = await run(args)
    rows[name] = { seconds: Number(seconds.toPrecision(3)), 'articles/s': Math.round(count / seconds), 'peak MB': megabytes }
  }
  process.env.NEWSGRAPH_CACHE = join(folder, 'cache')
  const built = await merge(copies(extracted, count))
  for (const ending of ['ttl', 'nq']) {
    const graph = join(folder, `many.${ending}`)
    await write(built, graph)
    await take(`verify .${ending}`, ['dist/cli.js', 'verify', graph])
    await take(`validate .${ending}`, ['dist/cli.js', 'validate', graph])
  }
  const graph = join(folder, 'many.ttl')
  await take('oxigraph alone, loading .ttl', ['-e', ALONE, graph])
  await take('query .ttl', ['dist/cli.js', 'query', QUESTION, graph])
  await take('query .ttl again', ['dist/cli.js', 'query', QUESTION, graph])
  console.log(`${count} articles, ${Math.round(statSync(graph).size / 1e6)} MB of Turtle`)
  console.table(rows)
}

/** Each with a text, a hash and so IRIs of its own, and evidence that still stands where it says. */
function* copies(extracted: readonly Extracted[], count: number): Generator<Extracted> {
  for (let number = 0; number < count; number += 1) {
    const article = extracted[number % extracted.length]
    if (!article) return
    const text = `${article.text}\n\nThis is copy number ${number}.`
    const textSha256 = createHash('sha256').update(text).digest('hex')
    yield { ...article, text, textSha256, id: textSha256.slice(0, 16) }
  }
}
