/**
 * What statements of one passage share.
 * In: statements in order of text. Out: the same with date, place and occasion handed on – "At a news conference in
 * Hanoi on Monday, Lavrov said … “We never lied,” he added" – and with the statement that each is nested in.
 */
import type { EventType, NewsEvent, Resolved, Statement } from '../model.js'
import type { Article } from './article.js'
import { articleOf } from './article.js'
import { nounCueAt, verbCueAt } from './candidates.js'
import { circumstances } from './surroundings.js'
import { caseOf } from './syntax.js'
import { tokenAt, tokenFrom } from './token-places.js'

/** The parts of a statement that hold for what the same speaker says next. */
type Shared = Pick<Statement, 'date' | 'place' | 'occasion'>

/** Copies of the statements in which what one says of date, place and occasion holds for the next of the same speaker. */
export function handedOn(resolved: Resolved, list: readonly Statement[]): Statement[] {
  const result: Statement[] = []
  for (const statement of list) {
    const before = result.at(-1)
    const isGoingOn = before !== undefined && isSamePassage(resolved, before, statement)
    const medium = statement.medium ?? (isGoingOn && isSameSentence(resolved, before, statement) ? before.medium : undefined)
    result.push({ ...(isGoingOn ? sharedOf(before) : {}), ...statement, ...(medium === undefined ? {} : { medium }) })
  }
  return result
}

const sharedOf = ({ date, place, occasion }: Statement): Shared =>
  ({ ...(date === undefined ? {} : { date }), ...(place === undefined ? {} : { place }), ...(occasion === undefined ? {} : { occasion }) })

/** The same speakers, at most one paragraph further on, and no other time or place named. */
function isSamePassage({ blocks }: Resolved, before: Statement, next: Statement): boolean {
  const block = (at: number) => blockAt(blocks, at)
  return before.speakers.join() === next.speakers.join()
    && block(next.content[0].start) - block(before.content.at(-1)!.end - 1) <= 1
    && (next.date === undefined || next.date === before.date) && (next.place === undefined || next.place === before.place)
}

/** The number of the block that a character is in, -1 outside. Blocks stand in order of text. */
export function blockAt(blocks: Resolved['blocks'], at: number): number {
  const found = tokenFrom(blocks, at + 1) - 1
  return found >= 0 && at < blocks[found]!.end ? found : -1
}

function isSameSentence({ tokens }: Resolved, before: Statement, next: Statement): boolean {
  const sentence = ({ cue }: Statement) => tokens[tokenAt(tokens, cue?.start)]?.sentence
  return sentence(before) !== undefined && sentence(before) === sentence(next)
}

/** "The mayor said the bishop had asked them to pray": the inner statement is within the outer one. */
export function nested(list: readonly Statement[]): Statement[] {
  const size = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0)
  const spans = list.flatMap((statement, order) => statement.content.map((span) => ({ ...span, statement, order, size: size(statement) }))).sort((a, b) => a.start - b.start)
  // The farthest that any span reaches which begins no later: where that is not far enough, none before is either.
  const reaches: number[] = []
  for (const { end } of spans) reaches.push(Math.max(end, reaches.at(-1) ?? 0))
  return list.map((statement) => {
    const { cue } = statement
    if (cue === undefined) return statement
    const own = size(statement)
    const outer: typeof spans = []
    for (let at = tokenFrom(spans, cue.start + 1) - 1; at >= 0 && reaches[at]! >= cue.end; at--) {
      const span = spans[at]!
      if (span.end >= cue.end && span.statement.id !== statement.id && span.size > own) outer.push(span)
    }
    const nearest = outer.sort((a, b) => a.size - b.size || a.order - b.order)[0]
    return nearest === undefined ? statement : { ...statement, within: nearest.statement.id }
  })
}

/** Happenings at which people speak. */
const occasions: ReadonlySet<EventType> = new Set([
  'meeting', 'press-conference', 'conference', 'negotiation', 'visit', 'ceremony', 'campaign', 'telephone-call', 'trial',
  'broadcast', 'performance', 'protest', 'election',
])

/** Gives statements the event they were made at: "said [in a press conference] in Vietnam". */
export function placeOccasions(resolved: Resolved, list: readonly Statement[], events: readonly NewsEvent[]): Statement[] {
  const article = articleOf(resolved)
  const places = events.filter(({ type }) => occasions.has(type))
  return handedOn(resolved, list.map((statement) => {
    const around = statement.cue === undefined ? [] : aroundCue(article, statement)
    const event = places.find(({ triggers }) => around.some((each) => {
      const { start, end } = resolved.tokens[each]!
      return triggers.some((trigger) => trigger.start <= start && end <= trigger.end) && /^(in|at|during|on)$/u.test(caseOf(article.syntax, each))
    }))
    return event === undefined ? statement : { ...statement, occasion: event.id }
  }))
}

function tokensIn(tokens: Resolved['tokens'], { start, end }: { readonly start: number; readonly end: number }): number[] {
  const found: number[] = []
  for (let at = tokenFrom(tokens, start); at < tokens.length && tokens[at]!.end <= end; at++) found.push(at)
  return found
}

/** The words around a statement's cue, its content apart. */
function aroundCue(article: Article, { cue, content }: Statement): number[] {
  const { tokens } = article.resolved
  const head = tokenAt(tokens, cue!.start)
  const found = verbCueAt(article, head) ?? nounCueAt(article, head)
  if (found === undefined) return []
  return circumstances(article, found, content.flatMap((span) => tokensIn(tokens, span)))
}
