/**
 * What newsgraph does on a computer, as calls: files in, files out. The commands make the same calls.
 *
 *   const built = await build(['seeds/'])          "“We always say what we think,” Lavrov said"
 *   await write(built, 'graph.ttl')                statement:… schema:creator person:sergey-lavrov
 *
 * Everything heavy is loaded when it is first needed: asking a graph does not load the language model.
 */
import type { Made } from './batch.js'
import type { ArticleGraph, Extracted } from './model.js'
import { type Options, resolveOptions, type Stage } from './options.js'
import { Problem } from './problem.js'
import type { Served, ServeOptions } from './serve/serve.js'
import type { StoreLimits } from './store/standing-store.js'
import type { Explanation } from './store/explain.js'
import type { QueryResult } from './store/query.js'
import type { Finding } from './store/validate.js'
import type { Verification } from './store/verify.js'
import type { Format } from './store/write.js'
import { version } from './version.js'

/** A graph that was built, and what could not be read. */
export interface Built {
  /** Article by article, with entity ids that hold for the whole graph; may be gone through more than once. */
  readonly articles: Iterable<ArticleGraph>
  readonly failures: readonly Problem[]
  readonly options: Options
}

/**
 * Reads articles and merges what they say into one graph.
 * @param inputs files, folders, globs, or `-` for standard input
 * @throws Problem when an option is wrong or the model is missing; a bad article only lands in `failures`
 */
export async function build(inputs: readonly string[], options: Partial<Options> = {}): Promise<Built> {
  const failures: Problem[] = []
  const { articles } = await merge(successes(follow(inputs, 'extract', options), failures), options)
  return { articles, failures, options: resolveOptions(options) }
}

/** Merges articles that were followed to the end into one graph. The order in which they come makes no difference. */
export async function merge(articles: AsyncIterable<Extracted> | Iterable<Extracted>, options: Partial<Options> = {}): Promise<Built> {
  const settled = resolveOptions(options)
  const [main, { openShelf }] = await Promise.all([import('./build.js'), import('./store/shelf.js')])
  return { articles: await main.build(articles, settled.minConfidence, openShelf()), failures: [], options: settled }
}

async function* successes(results: AsyncIterable<Extracted | Problem>, failures: Problem[]): AsyncGenerator<Extracted> {
  for await (const result of results) {
    if (result instanceof Problem) failures.push(result)
    else yield result
  }
}

/** Takes articles as far as a stage, one after the other; in place of one that failed comes the problem. */
export async function* follow<S extends Stage>(inputs: readonly string[], until: S, options: Partial<Options> = {}): AsyncGenerator<Made<S> | Problem> {
  const batch = await import('./batch.js')
  yield* batch.follow(inputs, until, resolveOptions(options))
}

/** The graph as text, in pieces of about 64 kB. */
export async function serialise(built: Built, format: Format = 'turtle'): Promise<Iterable<string>> {
  const [{ graphQuads }, store] = await Promise.all([import('./map/quads.js'), import('./store/write.js')])
  const { base } = built.options
  return store.serialise(graphQuads(built.articles, { ...built.options, version }), { format, base })
}

/** Writes the graph to a file, whole or not at all; the file's ending tells the format unless one is given. */
export async function write(built: Built, path: string, format?: Format): Promise<void> {
  const [{ writeChunks }, { formatOf }] = await Promise.all([import('./store/files.js'), import('./store/write.js')])
  await writeChunks(path, await serialise(built, format ?? formatOf(path) ?? 'turtle'))
}

/** Checks graphs against the SHACL shapes of the ontology. @returns what does not conform; nothing when all does */
export async function validate(files: readonly string[]): Promise<readonly Finding[]> {
  const [{ load }, shacl] = await Promise.all([import('./store/load.js'), import('./store/validate.js')])
  return shacl.validate(await load(files), await shacl.loadShapes())
}

/** Asks graphs a SPARQL question. @param limits after how many milliseconds to give up; the default is 30,000 */
export async function query(files: readonly string[], sparql: string, limits: { readonly timeoutMs?: number } = {}): Promise<QueryResult> {
  const store = await import('./store/query.js')
  return store.query({ files }, sparql, limits)
}

/** Reads every piece of evidence again, character by character. @param articles files to take the texts from, for graphs without them */
export async function verify(files: readonly string[], articles: readonly string[] = []): Promise<Verification> {
  const [{ load }, store] = await Promise.all([import('./store/load.js'), import('./store/verify.js')])
  const texts: string[] = []
  for await (const reading of follow(articles, 'read', { strict: true })) if (!(reading instanceof Problem)) texts.push(reading.text)
  return store.verify(await load(files), texts)
}

/** What graphs know about an entity or claim, and from which words of which article. @param term name, IRI or prefixed name */
export async function explain(files: readonly string[], term: string): Promise<readonly Explanation[]> {
  const [{ load }, store] = await Promise.all([import('./store/load.js'), import('./store/explain.js')])
  return store.explain(await load(files), term)
}

/** Answers SPARQL, REST, reconciliation and MCP over graphs until it is closed. @param inputs graph files, or folders of them */
export async function serve(inputs: readonly string[], options: ServeOptions & StoreLimits = {}): Promise<Served> {
  const [service, server] = await Promise.all([import('./service.js'), import('./serve/serve.js')])
  server.checkOptions(options)
  const graph = await service.openGraph({ files: await service.graphFiles(inputs) }, options)
  return server.serve(graph, options)
}

/** Speaks the Model Context Protocol about graphs on standard input and output until the client goes. */
export async function serveMcp(inputs: readonly string[], limits: StoreLimits = {}): Promise<void> {
  const [service, { serveStdio }] = await Promise.all([import('./service.js'), import('./serve/mcp.js')])
  const graph = await service.openGraph({ files: await service.graphFiles(inputs) }, limits)
  await serveStdio(graph).finally(() => graph.close())
}

/** The forms that a graph can be given to others in. */
export const EXPORTS = ['html', 'graphml', 'gexf', 'turtle', 'trig', 'n-triples', 'n-quads', 'json-ld'] as const
export type ExportForm = (typeof EXPORTS)[number]

/** Graphs in another form, as text: a page that works without network, a graph of entities for Gephi and the like, or RDF. */
export async function convert(files: readonly string[], form: ExportForm): Promise<Iterable<string>> {
  const quads = await (await import('./store/load.js')).load(files)
  switch (form) {
    case 'html': {
      const [{ toViewGraph }, { page }] = await Promise.all([import('./view/graph.js'), import('./view/page.js')])
      return [page(toViewGraph(quads))]
    }
    case 'graphml': case 'gexf': {
      const [{ entityGraph }, { writeGraphml }, { writeGexf }] = await Promise.all([import('./store/entity-graph.js'), import('./store/graphml.js'), import('./store/gexf.js')])
      return [(form === 'gexf' ? writeGexf : writeGraphml)(entityGraph(quads))]
    }
    default: {
      const store = await import('./store/write.js')
      return store.serialise([quads], { format: form })
    }
  }
}

