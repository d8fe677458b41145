/**
 * Happenings beside the annotation of `claims`. An event finds what a trigger of it touches, each once. Found rightly are kind and
 * standing ("resigned" → resignation, asserted); right in all that it says is one whose named people, places and day are right too.
 */
import type { NewsEvent, Resolved, Span } from '../../src/model.js'
import type { ClaimedArticle, ClaimedEvent } from './claimed.js'
import { type Offsets, unitsOf } from './corpora.js'
import { entitiesById, judged, type Judged } from './judged.js'
import { isCalled, isNamed } from './same-names.js'

/** Which standings of the annotation each of ours may be, as in the corpus' scorer. */
const STANDINGS: Readonly<Record<string, readonly string[]>> = {
  Asserted: ['asserted'], Planned: ['planned'], Negated: ['denied', 'cancelled'], Cancelled: ['cancelled'], Possible: ['possible'], Reported: ['said', 'possible', 'planned'],
}

/** @param isWhole whether all that an event says must be right, or that it is one, its kind and its standing alone */
export function judgeEvents(resolved: Resolved, article: ClaimedArticle, events: readonly NewsEvent[], isWhole = true): Judged[] {
  const found = matched(article, events)
  const entity = entitiesById(resolved)
  return events.map((event) => {
    const gold = found.get(event)
    const isFound = gold !== undefined && gold.type === event.type && STANDINGS[event.factuality]?.includes(gold.status) === true
    const names = [...event.agents, '→', ...event.patients, '+', ...event.actors, '@', ...event.places].map((id) => entity.get(id)?.name ?? id).join(' ')
    const says = `${event.type} ${event.factuality}: ${event.label} (${names} ${event.startDate ?? ''})${gold ? ` for ${gold.type} ${gold.status}` : ''}`
    return judged(event, isFound && (!isWhole || isTold(resolved, event, gold, article.date !== null)), says, gold && `${gold.type} ${gold.triggers[0]?.[0]}`)
  })
}

/** Whether nothing that it says of who, where and when is wrong. What names nobody cannot be compared. */
function isTold(resolved: Resolved, event: NewsEvent, gold: ClaimedEvent, isDated: boolean): boolean {
  const entity = entitiesById(resolved)
  const areIn = (ids: readonly string[], names: readonly string[]): boolean =>
    ids.every((id) => !entity.get(id) || !isNamed(entity.get(id)!) || names.some((name) => isCalled(entity.get(id), name)))
  const { agents, patients, participants, places } = gold
  return areIn(event.agents, agents) && areIn(event.patients, [...patients, ...participants]) && areIn(event.actors, [...agents, ...patients, ...participants])
    && areIn(event.places, places) && (!isDated || event.startDate === undefined || isSameDay(event.startDate, gold.date))
}

function isSameDay(ours: string, theirs: string | undefined): boolean {
  const day = theirs?.split('/')[0]
  return day !== undefined && (ours.slice(0, Math.min(10, day.length)) === day.slice(0, ours.length) || ours.startsWith(day))
}

const touch = ({ start, end }: Span, [from, to]: Offsets): boolean => start < to && from < end

/** Each event and the annotated one that it tells of, the clearest pairs first. */
function matched({ text, events: wanted }: ClaimedArticle, events: readonly NewsEvent[]): Map<NewsEvent, ClaimedEvent> {
  const unit = unitsOf(text)
  const pairs = wanted.flatMap((gold) => {
    const triggers = gold.triggers.map(([start, end]): Offsets => [unit(start), unit(end)])
    return events.map((event) => ({
      gold, event, shared: triggers.filter((each) => event.evidence.some((span) => touch(span, each))).length,
      isFirst: triggers[0] !== undefined && event.evidence.some((span) => touch(span, triggers[0]!)),
    }))
  }).filter(({ shared }) => shared > 0).sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.shared - a.shared)
  const found = new Map<NewsEvent, ClaimedEvent>()
  const used = new Set<ClaimedEvent>()
  for (const { gold, event } of pairs) if (!found.has(event) && !used.has(gold)) { found.set(event, gold); used.add(gold) }
  return found
}
