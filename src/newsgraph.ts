/**
 * What newsgraph does on a computer, as calls: files in, files out. The commands make the same calls.
 *
 *   const built = await build(['seeds/'])          "“We always say what we think,” Lavrov said"
 *   await write(built, 'graph.ttl')                statement:… schema:creator person:sergey-lavrov
 *
 * Everything heavy is loaded when it is first needed: asking a graph does not load the language model.
 */
import type { Quad } from 'n3'
import type { Made } from './batch.js'
import { fromCatalogue, pushSource } from './catalogue/catalogue.js'
import { isCatalogue } from './catalogue/folder.js'
import { onlyCatalogue, openGraphs, withGraphFiles } from './catalogue/inputs.js'
import { CLAIM_FORMS, type ClaimForm } from './export/forms.js'
import type { KnowledgeOptions } from './knowing.js'
import type { LinkMaker } from './link/link.js'
import { linkTrouble, namesakesOf } from './linking.js'
import type { ArticleGraph, Extracted, Linked } from './model.js'
import { type Filter, type FilterOptions, type Options, resolveOptions, type Stage } from './options.js'
import { Problem } from './problem.js'
import type { GraphFile } from './store/load.js'
import type { Served, ServeOptions } from './serve/serve.js'
import type { Checked } from './store/check.js'
import type { StoreLimits } from './store/standing-store.js'
import type { Explanation } from './store/explain.js'
import type { PushOptions, Pushed } from './store/push.js'
import type { PushSource } from './store/push-source.js'
import type { QueryLimits, QueryResult } from './store/query.js'
import type { StoreOptions } from './store/remote/store.js'
import type { Finding } from './store/validate.js'
import type { Verification } from './store/verify.js'
import { formats, type Format } from './store/write.js'
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
  const trouble = await linkTrouble(resolveOptions(options))
  if (trouble) {
    failures.push(trouble)
    options.onArticle?.({ source: 'links', done: 0, failed: 1, problem: trouble })
  }
  const { articles } = await merge(successes(follow(inputs, 'link', options), failures), options)
  return { articles, failures, options: resolveOptions(options) }
}

/** Merges articles that were followed to the end – or, without links, to their claims – into one graph. The order in which they come makes no difference. */
export async function merge(articles: AsyncIterable<Extracted | Linked> | Iterable<Extracted | Linked>, options: Partial<Options> = {}): Promise<Built> {
  const settled = resolveOptions(options)
  const [main, { openShelf }] = await Promise.all([import('./build.js'), import('./store/shelf.js')])
  return { articles: await main.build(articles, settled.minConfidence, openShelf()), failures: [], options: settled }
}

async function* successes(results: AsyncIterable<Linked | Problem>, failures: Problem[]): AsyncGenerator<Linked> {
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

/** One step of a build as a filter: JSON Lines in, JSON Lines out (of `write`: N-Quads), for engines that spread articles over many machines. */
export async function* work(filter: Filter, bytes: AsyncIterable<Uint8Array>, options: Partial<FilterOptions> = {}): AsyncGenerator<string> {
  const filters = await import('./work/filters.js')
  yield* filters.work(filter, bytes, resolveOptions(options))
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

/** How graphs are read: files, or catalogues in their place. */
export interface GraphInput {
  /** The format of standard input, `-`, and of files whose ending tells none. */
  readonly inputFormat?: Format | undefined
}

/** Checks graphs against the SHACL shapes of the ontology. @returns what does not conform; nothing when all does */
export async function validate(files: readonly string[], input: GraphInput = {}): Promise<readonly Finding[]> {
  const [{ eachPart }, shacl] = await Promise.all([import('./store/parts.js'), import('./store/validate.js')])
  const graphs = await openGraphs(files, input)
  return shacl.validateParts((begin) => eachPart(graphs, begin), await shacl.loadShapes())
}

/** Everything that can be wrong with graphs that somebody sent: texts and hashes, evidence, shapes, IRIs that lead to nothing, unreal dates. */
export async function check(files: readonly string[], input: GraphInput = {}): Promise<Checked> {
  const [{ eachPart }, checking, { loadShapes }] = await Promise.all([import('./store/parts.js'), import('./store/check.js'), import('./store/validate.js')])
  const graphs = await openGraphs(files, input)
  return checking.check((begin) => eachPart(graphs, begin), await loadShapes())
}

/**
 * Asks graphs a SPARQL question.
 * @param limits after how many milliseconds to give up, by default 30,000, and whether graphs that took long to read are kept for the next question
 */
export async function query(files: readonly string[], sparql: string, limits: QueryLimits & GraphInput & { readonly isKept?: boolean } = {}): Promise<QueryResult> {
  const [store, { graphFiles }] = await Promise.all([import('./store/query.js'), import('./store/load.js')])
  // A catalogue comes as a file that is gone afterwards: nothing to keep.
  const isKept = limits.isKept ?? !files.some(isCatalogue)
  return withGraphFiles(files, async (paths) => store.query({ files: await graphFiles(paths, limits), isKept }, sparql, limits))
}

/** Asks a store somewhere else. @param to its address @throws Problem 'store' when it does not answer */
export async function queryStore(to: string, sparql: string, options: StoreOptions = {}): Promise<QueryResult> {
  const [{ queryEndpoint }, { credentialsFrom }] = await Promise.all([import('./store/remote/query.js'), import('./store/remote/credentials.js')])
  return queryEndpoint(to, sparql, { credentials: credentialsFrom(process.env), ...options })
}

/** Makes a store equal graphs: sends what changed, takes out what is gone. Name and password come from the environment. @param to the store's address */
export async function push(inputs: readonly string[], to: string, options: PushOptions & StoreOptions = {}): Promise<Pushed> {
  const [store, { openStore }, { credentialsFrom }] = await Promise.all([import('./store/push.js'), import('./store/remote/store.js'), import('./store/remote/credentials.js')])
  const opened = await openStore(to, { credentials: credentialsFrom(process.env), ...options })
  return store.push(await pushSourceOf(inputs), opened, options)
}

async function pushSourceOf(inputs: readonly string[]): Promise<PushSource> {
  const folder = onlyCatalogue(inputs)
  if (folder !== undefined) return pushSource(folder)
  const { pushFiles } = await import('./store/push-files.js')
  return pushFiles(await openGraphs(inputs))
}

/** Reads every piece of evidence again, character by character. @param articles files to take the texts from, for graphs without them */
export async function verify(files: readonly string[], articles: readonly string[] = [], input: GraphInput = {}): Promise<Verification> {
  const [{ eachPart }, { startVerifying }] = await Promise.all([import('./store/parts.js'), import('./store/verify.js')])
  const texts: string[] = []
  for await (const reading of follow(articles, 'read', { strict: true })) if (!(reading instanceof Problem)) texts.push(reading.text)
  return eachPart(await openGraphs(files, input), () => startVerifying(texts))
}

/** What graphs know about an entity or claim, and from which words of which article. @param term name, IRI or prefixed name */
export async function explain(files: readonly string[], term: string, { kb, ...input }: GraphInput & Partial<Pick<Options, 'kb'>> = {}): Promise<readonly Explanation[]> {
  const { explainIn } = await import('./store/explain-files.js')
  const found = await explainIn(await openGraphs(files, input), term)
  // A bare surname or given name leads to nobody, so nobody was rejected by it.
  const namesakes = ({ names, label, facts, kinds }: Explanation): Promise<readonly string[]> => namesakesOf([...new Set([label, ...names])].filter((name) => name === label || !kinds.includes('person') || name.includes(' ')), facts.map(({ value }) => value), { links: true, ...(kb && { kb }) })
  return Promise.all(found.map(async (one) => isThing(one) ? { ...one, namesakes: await namesakes(one) } : one))
}

export interface LinkGraphOptions extends Partial<Pick<Options, 'kb' | 'decisions' | 'reconcile'>> {
  /** Told when the service named by `reconcile` is of no use; the graph is linked without it. Default: nothing happens. */
  readonly onProblem?: (problem: Problem) => void
}

/** Graphs with what their entities are elsewhere, as text. @throws Problem `input` */
export async function linkGraphs(files: readonly string[], format: Format, { inputFormat, onProblem, ...given }: GraphInput & LinkGraphOptions = {}): Promise<Iterable<string>> {
  const options = resolveOptions(given)
  const [{ readSome }, { linkedGraph }, { openBases }, { baseIn }, store] = await Promise.all([
    import('./store/load.js'), import('./link-graph.js'), import('./linking.js'), import('./store/graph-names.js'), import('./store/write.js')])
  const quads = await readSome(await openGraphs(files, inputFormat === undefined ? {} : { inputFormat }), MOST_LINKED, 'Link its articles in parts, or build them again: build links as it reads.')
  const linker = await openBases({ ...options, links: true })
  const decided = options.decisions === undefined ? undefined : (await import('./link/decided-file.js')).readDecided(options.decisions)
  const linkAll = (made: LinkMaker): Promise<Quad[]> => linkedGraph(quads, made, decided)
  const linked = await (options.reconcile === undefined ? linkAll(linker) : (await import('./reconciling.js')).withReconciling(linker, options.reconcile, options, onProblem, linkAll))
  return store.serialise([linked], { format, base: baseIn(linked) ?? resolveOptions().base })
}

/** Quads that are linked in memory. */
const MOST_LINKED = 5_000_000

/** What a knowledge base may know. */
const isThing = ({ kinds }: Explanation): boolean => kinds.some((kind) => /^(?:person|organization|place|creative work|news media organization)$/u.test(kind))

/** Answers SPARQL, REST, reconciliation and MCP over graphs until it is closed. @param inputs graph files, folders of them, catalogues */
export async function serve(inputs: readonly string[], { kb, links = true, onProblem, ...options }: ServeOptions & StoreLimits & KnowledgeOptions = {}): Promise<Served> {
  const [service, server, { openKnowledge }] = await Promise.all([import('./service.js'), import('./serve/serve.js'), import('./knowing.js')])
  server.checkOptions(options)
  const known = links ? await openKnowledge({ ...(kb && { kb }), ...(onProblem && { onProblem }) }) : undefined
  return server.serve(await service.openGraphs(inputs, options, known), options)
}

/** Speaks the Model Context Protocol about graphs on standard input and output until the client goes. */
export async function serveMcp(inputs: readonly string[], limits: StoreLimits = {}): Promise<void> {
  const [service, { serveStdio }] = await Promise.all([import('./service.js'), import('./serve/mcp.js')])
  const graph = await service.openGraphs(inputs, limits)
  await serveStdio(graph).finally(() => graph.close())
}

/** Quads that a page can hold: with more, browsers give up. */
const PAGE_LIMIT = 2_000_000

/** The forms that a graph can be given to others in: a page, networks of entities, RDF, and what `src/export/` writes. */
export const EXPORTS = ['html', 'graphml', 'gexf', 'turtle', 'trig', 'n-triples', 'n-quads', 'json-ld', ...CLAIM_FORMS] as const
export type ExportForm = (typeof EXPORTS)[number]

/** What a page needs to answer SPARQL. */
async function carriedFor(graphs: readonly GraphFile[], body: boolean): Promise<{ triples: string; script: string; wasm: Uint8Array }> {
  const [{ convertRdf }, { askScript, oxigraphWasm }, { readFile }] = await Promise.all([import('./store/convert.js'), import('./view-files.js'), import('node:fs/promises')])
  let triples = ''
  for await (const piece of convertRdf(graphs, 'n-triples')) triples += piece
  if (!body) triples = triples.split('\n').filter((line) => !line.includes('> <https://schema.org/articleBody> ')).join('\n')
  const missing = (cause: unknown): never => { throw new Problem('output', 'The part of the viewer that answers SPARQL is not built.', 'Run "npm run build:view" in the folder of newsgraph.', { cause }) }
  return { triples, script: await readFile(askScript(), 'utf8').catch(missing), wasm: await readFile(oxigraphWasm()) }
}

function isRdf(form: ExportForm): form is Format {
  return (formats as readonly string[]).includes(form)
}

function isOfClaims(form: ExportForm): form is ClaimForm {
  return (CLAIM_FORMS as readonly string[]).includes(form)
}

export interface ConvertOptions extends GraphInput {
  /** False: pages leave out the texts of the articles; the words that claims rest on stay. */
  readonly body?: boolean
  /** Pages answer SPARQL by themselves; that makes them 1.4 MB and the graph larger. */
  readonly sparql?: boolean
  /** Told how many statements are read, while a page is made. */
  readonly onRead?: (quads: number) => void
}

/**
 * Graphs in another form, in pieces of text or bytes: a page that works without network, a graph of entities for Gephi and the like, RDF, or one of
 * the forms of claims that fit into one file (of `csv` and `parquet` the table of all claims).
 * @param files graph files, or a catalogue
 * @throws Problem `usage` for a form that takes a folder; `input` when a graph cannot be read
 * @example for await (const line of await convert(['news.ttl'], 'csv')) process.stdout.write(line)
 */
export async function convert(files: readonly string[], form: ExportForm, { body = true, sparql = false, onRead, ...input }: ConvertOptions = {}): Promise<Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>> {
  const folder = onlyCatalogue(files)
  // A catalogue is written as it is gone through, in the bytes that `build` writes.
  if (folder !== undefined && isRdf(form)) return serialise(await fromCatalogue(folder), form)
  const graphs = await openGraphs(files, input)
  if (isOfClaims(form)) return (await import('./export/export.js')).claimsAs(form, graphs)
  switch (form) {
    case 'html': {
      const [{ readSome }, { toViewGraph, withoutTexts }, { page }] = await Promise.all([import('./store/load.js'), import('./view/graph.js'), import('./view/page.js')])
      const graph = toViewGraph(await readSome(graphs, PAGE_LIMIT, 'A page holds all that it shows; for more use newsgraph view or serve, or ask with newsgraph query.', onRead))
      return [page(body ? graph : withoutTexts(graph), sparql ? { ask: await carriedFor(graphs, body) } : {})]
    }
    case 'graphml': case 'gexf': {
      const [{ readEntityGraph }, { writeGraphml }, { writeGexf }] = await Promise.all([import('./store/entity-graph.js'), import('./store/graphml.js'), import('./store/gexf.js')])
      return [(form === 'gexf' ? writeGexf : writeGraphml)(await readEntityGraph(graphs))]
    }
    default: return (await import('./store/convert.js')).convertRdf(graphs, form)
  }
}

/**
 * The same, written to a file or a folder, whole or not at all. `neo4j` and `obsidian` are folders; `csv` and `parquet` are one, with a table for each kind
 * of claim, unless the name ends in `.csv` or `.parquet`.
 * @param path where to write; a folder that is there is replaced only where newsgraph wrote it
 * @throws Problem `output` when that cannot be written; `input` when a graph cannot be read
 * @example await convertTo(['news.ttl'], 'obsidian', 'vault')
 */
export async function convertTo(files: readonly string[], form: ExportForm, path: string, options: ConvertOptions = {}): Promise<void> {
  if (isOfClaims(form)) return (await import('./export/export.js')).writeClaims(form, await openGraphs(files, options), path)
  const { writeChunks } = await import('./store/files.js')
  await writeChunks(path, await convert(files, form, options))
}
