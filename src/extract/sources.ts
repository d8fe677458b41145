/**
 * The words that name a speaker, and the name that they lead to.
 *   "Lavrov arrived. “It is over,” [he added]." → source and cue "he added", antecedent "Lavrov"
 *
 * In: an article, a statement's cue, its content and the entity that speaks. Out: the reference nearest to the cue in its
 * sentence, outside what is said; where that is no name, or where there is none, the last name before.
 */
import type { Evidence, Reference, Span } from '../model.js'
import type { Article } from './article.js'
import { charactersOf } from './syntax.js'

export interface Source {
  /** "he": absent where no word of the sentence stands for the speaker. */
  readonly words?: Span
  /** "Lavrov": absent where the words are a name themselves. */
  readonly antecedent?: Span
}

/** @param at token at which to look: the cue's head, or the first of the content where there is no cue */
export function sourceOf({ resolved }: Article, at: number, content: readonly number[], speaker: string): Source {
  const { tokens, references } = resolved
  const sentence = tokens[at]?.sentence
  const said = new Set(content)
  const own = references.filter(({ entity }) => entity === speaker)
  const near = own.filter(({ head }) => tokens[head]!.sentence === sentence && !said.has(head))
  const nearest = near.toSorted((a, b) => distance(a, at) - distance(b, at) || (b.end - b.start) - (a.end - a.start))[0]
  const words = nearest && charactersOf(tokens, nearest)
  if (nearest?.form === 'name') return { words: words! }
  const names = own.filter(({ form, head }) => form === 'name' && !said.has(head))
  const name = names.findLast(({ start }) => start < (nearest?.start ?? at)) ?? names[0]
  return { ...(words && { words }), ...(name && { antecedent: charactersOf(tokens, name) }) }
}

const distance = ({ start, end }: Reference, at: number): number => (at < start ? start - at : at >= end ? at - end + 1 : 0)

/** Characters between two spans that stand together: "Lavrov, 72, [said]". */
const BESIDE = 40

/** The content, the cue and the words for the speakers, in order of text; what stands side by side is one span. */
export function evidenceOf(content: Evidence, cue: Span | undefined, sources: readonly Span[]): Evidence {
  const reporting = [...(cue ? [cue] : []), ...sources].toSorted((a, b) => a.start - b.start || a.end - b.end)
  const joined: Span[] = []
  for (const span of reporting) {
    const last = joined.at(-1)
    const isBeside = last !== undefined && span.start - last.end <= BESIDE && !content.some(({ start, end }) => start < span.start && end > last.end)
    if (isBeside) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  const [first, ...rest] = [...content, ...joined].toSorted((a, b) => a.start - b.start || a.end - b.end)
  return [first!, ...rest]
}
