/**
 * The newsworthy happenings of an article, merged over their mentions, with who, where and when.
 *   "Fighter jets monitored the border after a bomb killed four people. … The strike …" → one attack, two triggers
 * In: a resolved article and its statements. Out: events in order of text.
 * Not handled: parts of a larger happening; happenings that no word names.
 */
import type { EventType, Evidence, NewsEvent, Resolved, Span, Statement, Time, Token } from '../model.js'
import { isAtWork } from './at-work.js'
import { referentsOf, type EventArguments, type Referents } from './event-arguments.js'
import { labelOf } from './event-labels.js'
import { eventMentions, type EventMention } from './event-mentions.js'
import { merged } from './event-merging.js'
import { eventIds } from './claim-ids.js'
import { withMain } from './main-event.js'
import { blockAt } from './passages.js'
import { withQuantities } from './quantities.js'
import type { Standing } from './said.js'
import { charactersOf, syntaxOf, type Syntax } from './syntax.js'
import { tokenFrom } from './token-places.js'

export function events(resolved: Resolved, statements: readonly Statement[]): NewsEvent[] {
  if (!isAtWork('event-head')) return []
  const syntax = syntaxOf(resolved)
  const referents = referentsOf(resolved)
  const mentions = eventMentions(resolved, statements, syntax, referents)
  const masters = new Map(resolved.entities.map(({ id, standsFor, kind, name }) => [id, standsFor ?? (kind === 'group' ? counted(name) : undefined) ?? id]))
  const idOf = eventIds(resolved.text)
  const named = new Set(resolved.entities.filter(({ isUnnamed, kind }) => !isUnnamed && kind !== 'group').map(({ id }) => id))
  const found = merged(mentions, { masterOf: (entity) => masters.get(entity) ?? entity, isNamed: (entity) => named.has(entity) })
    .map((group) => eventOf(group, idOf, { resolved, syntax, referents }))
    .map((event) => dated(event, resolved))
  return withMain(withQuantities(found, resolved, syntax), resolved)
}

/** "Four citizens" and "four people" are the same ones where the same was done to them. */
function counted(name: string): string | undefined {
  const count = /^(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands) /iu.exec(name)?.[1]
  return count && `group/${count.toLowerCase()}`
}

/**
 * A press conference that is reported without a day was held on the day of the news, and what a headline tells of in the
 * present tense ("Judge rejects request") happened on the day that the article's first paragraphs name.
 */
function dated(event: NewsEvent, resolved: Resolved): NewsEvent {
  const day = resolved.date?.slice(0, 10)
  if (event.startDate || event.factuality !== 'Asserted' || day?.length !== 10) return event
  const entry = entryOf(event, resolved)
  if (entry !== undefined) return { ...event, startDate: entry.slice(0, 10) }
  const isPress = event.type === 'press-conference'
  if (!isPress && !isHeadlineNews(event, resolved)) return event
  const until = isPress ? Infinity : (resolved.blocks.filter(({ kind }) => kind === 'paragraph')[LEAD - 1]?.end ?? Infinity)
  const days = resolved.times.filter(({ from, tokens }) => from.length >= 10 && from.slice(0, 10) <= day && resolved.tokens[tokens.start]!.start < until)
  const latest = days.map(({ from }) => from.slice(0, 10)).sort().at(-1)
  const isFresh = latest !== undefined && Date.parse(day) - Date.parse(latest) <= 2 * 86_400_000
  const found = isFresh ? latest : isPress ? day : undefined
  return found === undefined ? event : { ...event, startDate: found }
}

/** When the entry of a live blog was written whose own clause tells of it: "10:05 The mayor has arrived". */
function entryOf({ triggers }: NewsEvent, { blocks, tokens }: Resolved): string | undefined {
  if (!blocks.some(({ time }) => time !== undefined)) return undefined
  const isTold = ({ head, deprel }: Token): boolean => head < 0 || (deprel === 'conj' && (tokens[head]?.head ?? 0) < 0)
  const told = triggers.find(({ start, end }) => near(tokens, start).some((token) => token.end <= end && token.upos === 'VERB' && isTold(token)))
  return told && blocks[blockAt(blocks, told.start)]?.time
}

/** The first words from a character on: triggers are short. */
const near = (tokens: readonly Token[], from: number): readonly Token[] => tokens.slice(tokenFrom(tokens, from), tokenFrom(tokens, from) + 4)

/** Paragraphs in which an article tells what its headline is about. */
const LEAD = 4

/** Whether the headline tells of it by a verb in the present tense. */
function isHeadlineNews({ triggers }: NewsEvent, { blocks, tokens }: Resolved): boolean {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return headline !== undefined && tokens.some(({ start, end, xpos, upos }) => end <= headline.end && upos === 'VERB' && /^VB[ZP]$/u.test(xpos)
    && triggers.some((trigger) => trigger.start <= start && end <= trigger.end))
}

function eventOf(group: readonly EventMention[], idOf: ReturnType<typeof eventIds>, { resolved, syntax, referents }: { resolved: Resolved; syntax: Syntax; referents: Referents }): NewsEvent {
  const type = likeliest(group)
  const lead = group.filter((mention) => mention.type === type).reduce((best, mention) => (rank(mention) > rank(best) ? mention : best))
  const triggers = nonEmpty(group.map((mention) => charactersOf(resolved.tokens, mention.span)))
  const best = bestStanding(group, lead.type)
  const parts = together(group, ({ standing }) => standing.factuality === best.factuality, new Map(resolved.entities.map(({ id, standsFor }) => [id, standsFor])))
  const time = parts.time
  const field = [...parts.patients, ...parts.agents].find((id) => lead.type === 'war' && resolved.entities.some((entity) => entity.id === id && entity.kind === 'place'))
  return {
    kind: 'event', id: idOf(triggers[0]), type: lead.type, label: labelOf({ resolved, syntax, referents }, lead, parts),
    triggers, evidence: triggers,
    agents: parts.agents, patients: parts.patients, actors: parts.actors,
    places: parts.places.length > 0 || field === undefined ? parts.places : [field],
    ...(time && { startDate: time.from }), ...(time?.until && { endDate: time.until }),
    factuality: best.factuality, ...(best.accordingTo !== undefined && { accordingTo: best.accordingTo }),
    confidence: Math.max(...group.map(({ confidence }) => confidence)), rule: 'event-head',
  }
}

/** The kind that most of its mentions, by how sure they are, say it is. */
function likeliest(group: readonly EventMention[]): EventType {
  const sums = new Map<EventType, number>()
  for (const { type, typeConfidence } of group) sums.set(type, (sums.get(type) ?? 0) + (type === 'happening' ? 0.5 : 1) * typeConfidence)
  return [...sums].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

const rank = (mention: EventMention): number => mention.confidence + (mention.standing.factuality === 'Asserted' ? 0.2 : 0)

/**
 * Everything that the mentions say, each part played once; the first mention that gives a place counts. Russia goes before Moscow.
 * Who took part and where, those that `isOfIt` say: what is only said or planned of it is no fact of it. When, all of them.
 */
function together(told: readonly EventMention[], isOfIt: (mention: EventMention) => boolean, masters: ReadonlyMap<string, string | undefined>): EventArguments {
  const group = told.filter(isOfIt)
  const agents = new Set(group.flatMap((mention) => mention.arguments.agents))
  const patients = new Set(group.flatMap((mention) => mention.arguments.patients).filter((id) => !agents.has(id)))
  const actors = new Set(group.flatMap((mention) => mention.arguments.actors).filter((id) => !agents.has(id) && !patients.has(id)))
  const places = group.map((mention) => mention.arguments.places).find((each) => each.length > 0) ?? []
  const times = told.flatMap((mention) => mention.arguments.time ?? [])
  const time = times.reduce<Time | undefined>((best, each) => (!best || each.from.length > best.from.length ? each : best), undefined)
  for (const set of [agents, patients, actors]) for (const place of places) set.delete(place)
  const all = new Set([...agents, ...patients, ...actors])
  for (const set of [agents, patients, actors]) for (const id of set) if (all.has(masters.get(id) ?? '')) set.delete(id)
  return { agents: [...agents], patients: [...patients], actors: [...actors], places, ...(time && { time }) }
}

/** Kinds that are set for a day, so that they may be called off whatever was said of them before. */
const scheduled: ReadonlySet<EventType> = new Set<EventType>(['sports-match', 'meeting', 'conference', 'press-conference', 'ceremony', 'visit', 'election', 'vote', 'performance', 'negotiation', 'launch', 'broadcast'])

/** A happening that is asserted anywhere is asserted; one that is only reported rests on its first report. */
function bestStanding(group: readonly EventMention[], type: EventType): Standing {
  const order = scheduled.has(type) ? ['Negated', 'Asserted', 'Planned', 'Reported', 'Possible'] : ['Asserted', 'Planned', 'Reported', 'Negated', 'Possible']
  return group.map((mention) => mention.standing).reduce((best, each) => (order.indexOf(each.factuality) < order.indexOf(best.factuality) ? each : best))
}

function nonEmpty(spans: readonly Span[]): Evidence {
  const [first, ...rest] = [...spans].sort((a, b) => a.start - b.start)
  return [first!, ...rest]
}
