/**
 * What goes into a catalogue, from a reading to the line that says it is safe.
 * In: readings. Out: each is extracted, kept, and told of when the disk has it; at the end how many, and whose graphs differ now.
 * "ferry.txt – added". An article that the catalogue has as it stands is not extracted again.
 */
import { work, type Found } from '../batch.js'
import { mint } from '../map/iri.js'
import { keep } from '../merge/articles.js'
import type { Extracted, Linking } from '../model.js'
import type { Options, Progress } from '../options.js'
import { Problem } from '../problem.js'
import { fingerprint, makerOf } from './maker.js'
import type { Arrival, Writer } from './writing.js'

/** What became of an article, told when the disk has it. */
export interface Taken {
  /** IRI of the article. */
  readonly article: string
  readonly source: string
  readonly outcome: 'added' | 'replaced' | 'unchanged'
}

/** What came of adding: counts, articles that could not be read, and the graphs that differ now. */
export interface Additions {
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly failures: readonly Problem[]
  /** IRIs of the articles' graphs that differ now: those of the articles themselves, and of others that speak of the same things. */
  readonly changed: readonly string[]
}

export interface IntakeOptions extends Options {
  readonly onTaken?: (taken: Taken) => void
}

/** Articles that come fast share one wait for the disk: at most so many, or so many milliseconds. */
const TOGETHER = 64, PATIENCE = 100

/** Takes readings into a catalogue. @param maker who extracts now */
export async function takeIn(found: AsyncIterable<Found>, writer: Writer, maker: string, options: IntakeOptions): Promise<Additions> {
  const tally = startTally(writer, options)
  tally.changed(writer.decide().articles)
  const waiting: Arrival[] = []
  let since = performance.now()
  const settle = (): void => {
    if (waiting.length > 0) tally.arrived(waiting.splice(0))
    since = performance.now()
  }
  for await (const { source, made } of extracted(wanted(found, writer, maker, tally.unchanged), options)) {
    if (made instanceof Problem && options.strict) {
      settle()
      throw made
    }
    if (made instanceof Problem) tally.failed(source, made)
    else waiting.push(arrivalOf(made))
    if (waiting.length >= TOGETHER || performance.now() - since > PATIENCE) settle()
  }
  settle()
  return tally.end()
}

/** The model is loaded when there is something to extract. */
async function* extracted(found: AsyncGenerator<Found>, options: Options) {
  const first = await found.next()
  if (first.done) return
  yield* work((async function* whole() {
    yield first.value
    yield* found
  })(), 'link', options)
}

type Pass = (id: string, source: string) => void

async function* wanted(found: AsyncIterable<Found>, { rows }: Writer, maker: string, pass: Pass): AsyncGenerator<Found> {
  for await (const one of found) {
    const row = one.outcome instanceof Problem ? undefined : rows.get(one.outcome.id)
    if (row && !(one.outcome instanceof Problem) && row.maker === maker && row.readAs === fingerprint(one.outcome)) pass(row.id, one.source)
    else yield one
  }
}

export function arrivalOf(made: Extracted & Partial<Linking>): Arrival {
  return { graph: keep(made), blocks: made.blocks, maker: makerOf(made.model, made.knowledgeBase), readAs: fingerprint(made) }
}

function startTally(writer: Writer, { onArticle, onTaken }: IntakeOptions) {
  const counts = { added: 0, replaced: 0, unchanged: 0 }
  const failures: Problem[] = []
  const differing = new Set<string>()
  const { base } = writer.manifest
  const tell = (progress: Pick<Progress, 'source' | 'problem'>): void =>
    onArticle?.({ ...progress, done: counts.added + counts.replaced + counts.unchanged, failed: failures.length })
  const taken = (id: string, source: string, outcome: Taken['outcome']): void => {
    counts[outcome] += 1
    onTaken?.({ article: mint(base, 'article', id).value, source, outcome })
    tell({ source })
  }
  const changed = (ids: readonly string[]): void => { for (const id of ids) differing.add(id) }
  return {
    changed,
    unchanged: (id: string, source: string): void => taken(id, source, 'unchanged'),
    failed(source: string, problem: Problem): void {
      failures.push(problem)
      tell({ source, problem })
    },
    arrived(arrivals: readonly Arrival[]): void {
      const known = new Set(arrivals.flatMap(({ graph }) => (writer.rows.has(graph.article.id) ? [graph.article.id] : [])))
      changed(writer.add(arrivals).articles)
      for (const { graph: { article: { id, source } } } of arrivals) {
        taken(id, source, known.has(id) ? 'replaced' : 'added')
        known.add(id)
      }
    },
    end: (): Additions => ({ ...counts, failures, changed: [...differing].sort().map((id) => mint(base, 'graph', id).value) }),
  }
}
