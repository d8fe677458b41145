/**
 * Everything that can be wrong with a graph that somebody sent, found in one go.
 * In: the parts of a graph and SHACL shapes. Out: a list – texts that are not those that were read, evidence that does not match, what does
 * not have its shape, IRIs that lead to nothing, dates that never were: `evidence:76f4…-6-17` says "Lavrov said", the text "Lavrov sai".
 */
import type { Quad } from 'n3'
import { ng } from '../map/vocab.js'
import { startDangling } from './dangling.js'
import type { PartVisitor } from './parts.js'
import { unrealDates } from './real-dates.js'
import { validateParts, type Walk } from './validate.js'
import { startVerifying } from './verify.js'

/** One thing that is wrong with a graph. */
export interface Flaw {
  readonly kind: 'evidence' | 'shape' | 'dangling' | 'date'
  /** IRI of the node. */
  readonly node: string
  /** What is wrong, in a sentence. */
  readonly message: string
}

/** What `check` found, and how much it looked at. */
export interface Checked {
  readonly flaws: readonly Flaw[]
  readonly articles: number
  /** Pieces of evidence that were read again. */
  readonly spans: number
}

/** @param walk goes through the parts; for what the shapes need it is called more than once */
export async function check(walk: Walk, shapes: Iterable<Quad>): Promise<Checked> {
  let looked: Checked | undefined
  const findings = await validateParts(async (begin) => {
    if (looked) return walk(begin)
    const [result, found] = await walk(() => both(begin(), startLooking()))
    looked = found
    return result
  }, shapes)
  const { flaws, ...counts } = looked ?? { flaws: [], articles: 0, spans: 0 }
  const ofShape = findings.map(({ node, label, message, value }): Flaw => ({ kind: 'shape', node, message: `${label === node ? '' : `${label}: `}${message}${value ? ` (found: ${value})` : ''}` }))
  return { ...counts, flaws: [...flaws, ...ofShape] }
}

/** All but the shapes. */
function startLooking(): PartVisitor<Checked> {
  const evidence = startVerifying(), dangling = startDangling()
  const dates: Flaw[] = []
  let articles = 0
  return {
    async part(quads) {
      await Promise.all([evidence.part(quads), dangling.part(quads)])
      articles += quads.filter(({ object }) => object.value === ng.Article.value).length
      for (const { node, value } of unrealDates(quads)) dates.push({ kind: 'date', node, message: `There was never a day or time ${value}.` })
    },
    async end() {
      const { spans, mismatches } = await evidence.end()
      const missing = (await dangling.end()).map(({ node, from }): Flaw => ({ kind: 'dangling', node, message: `Nothing is said of it, though ${from} speaks of it.` }))
      return { articles, spans, flaws: [...mismatches.map((mismatch): Flaw => ({ kind: 'evidence', ...mismatch })), ...missing, ...dates] }
    },
  }
}

function both<A, B>(a: PartVisitor<A>, b: PartVisitor<B>): PartVisitor<[A, B]> {
  return {
    async part(quads) {
      await a.part(quads)
      await b.part(quads)
    },
    end: async () => [await a.end(), await b.end()],
  }
}
