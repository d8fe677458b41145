/**
 * The reconciliation service of a run, where the user named one.
 * In: articles with their links. Out: the same with what the service adds. It is never required: when it lies, hangs or is not there, that is said once, and the rest
 * goes on without it. What it answered is kept, so that a second run asks nothing and gives the same.
 */
import { readDecided } from './link/decided-file.js'
import type { LinkMaker } from './link/link.js'
import { withService } from './linking.js'
import type { Entity, Linked } from './model.js'
import type { Options } from './options.js'
import { Problem } from './problem.js'
import { answersOf } from './reconcile/answers.js'
import { linkFrom, type Question, questionsOf } from './reconcile/reconcile.js'
import { type Candidate, type Manifest, serviceAt, type ServiceOptions } from './reconcile/service.js'

export interface Reconciling {
  readonly reconcile: (article: Linked) => Promise<Linked>
  readonly close: () => Promise<void>
}

/** Answers that are not on the disk yet. */
const MOST_UNSAVED = 200

/** @param tell told once, when the service is of no more use */
export function openReconciling(address: string, { decisions }: Pick<Options, 'decisions'>, tell: (problem: Problem) => void, options: ServiceOptions = {}): Reconciling {
  const service = serviceAt(address, options), answers = answersOf(address)
  const decided = decisions === undefined ? undefined : readDecided(decisions), isDecided = (entity: Entity): boolean => decided?.(entity) !== undefined
  let isOff = false, unsaved = 0, turn: Promise<unknown> = Promise.resolve()
  const manifest = async (): Promise<Manifest> => answers.manifest ??= await service.manifest()
  const fill = async (questions: readonly Question[], { batchSize }: Manifest): Promise<void> => {
    const open = new Map(questions.filter(({ query }) => !answers.get(query)).map(({ query }) => [JSON.stringify(query), query]))
    if (open.size === 0 || isOff) return
    const queries = [...open.values()]
    for (const [at, result] of (await service.ask(queries, batchSize)).entries()) {
      const query = queries[at]
      if (query) answers.put(query, result)
    }
    unsaved += queries.length
    if (unsaved < MOST_UNSAVED) return
    unsaved = 0
    await answers.save()
  }
  const reconciled = async (article: Linked): Promise<Linked> => {
    const said = await manifest(), questions = questionsOf(article, said, isDecided)
    // What is known already is used also when the rest cannot be had.
    const failure = await fill(questions, said).then(() => undefined, (cause: unknown) => cause)
    const found = questions.flatMap((question) => {
      const candidates: readonly Candidate[] | undefined = answers.get(question.query), link = candidates && linkFrom(question, candidates, said, address)
      return link ? [[question.entity.id, [link]] as const] : []
    })
    if (failure !== undefined) give(failure)
    const links = { ...article.links, ...Object.fromEntries(found) }
    return isOff ? { ...article, links } : { ...article, links, knowledgeBase: withService(article.knowledgeBase, address) }
  }
  const give = (cause: unknown): void => {
    if (!(cause instanceof Problem)) throw cause
    if (!isOff) tell(new Problem(cause.code, `${cause.message}: the rest is done without it`, cause.advice, { cause }))
    isOff = true
  }
  return {
    // One article after the other: in the order in which they come, and one request at a time.
    reconcile: (article) => {
      const made = turn.then(() => isOff && !answers.manifest ? article : reconciled(article)).catch((cause: unknown) => {
        give(cause)
        return article
      })
      turn = made.catch(() => undefined)
      return made
    },
    close: () => answers.save(),
  }
}

/** The same for what links graphs: what comes of an act with it. */
export async function withReconciling<Made>(linker: LinkMaker, address: string, options: Pick<Options, 'decisions'>, tell: ((problem: Problem) => void) | undefined, act: (linker: LinkMaker) => Promise<Made>): Promise<Made> {
  const { reconcile, close } = openReconciling(address, options, tell ?? (() => undefined))
  try {
    return await act({ ...linker, link: async (article) => (await reconcile({ ...article, links: await linker.link(article) })).links })
  } finally {
    await close()
  }
}
