/**
 * The newsworthy happenings of an article, merged over their mentions, with who, where and when.
 *   "Fighter jets monitored the border after a bomb killed four people. … The strike …" → one attack, two triggers
 * In: a resolved article and its statements. Out: events in order of text.
 * Not handled: parts of a larger happening; happenings that no word names.
 */
import type { EventType, Evidence, NewsEvent, Resolved, Span, Statement, Time } from '../model.js'
import { referentsOf, type EventArguments, type Referents } from './event-arguments.js'
import { eventMentions, type EventMention } from './event-mentions.js'
import { merged } from './event-merging.js'
import { eventIds } from './claim-ids.js'
import { withMain } from './main-event.js'
import { withQuantities } from './quantities.js'
import type { Standing } from './said.js'
import { charactersOf, syntaxOf } from './syntax.js'

export function events(resolved: Resolved, statements: readonly Statement[]): NewsEvent[] {
  const syntax = syntaxOf(resolved)
  const referents = referentsOf(resolved)
  const mentions = eventMentions(resolved, statements, syntax, referents)
  const masters = new Map(resolved.entities.map(({ id, standsFor, kind, name }) => [id, standsFor ?? (kind === 'group' ? counted(name) : undefined) ?? id]))
  const idOf = eventIds(resolved.text)
  const named = new Set(resolved.entities.filter(({ isUnnamed, kind }) => !isUnnamed && kind !== 'group').map(({ id }) => id))
  const found = merged(mentions, { masterOf: (entity) => masters.get(entity) ?? entity, isNamed: (entity) => named.has(entity) })
    .filter((group) => isNewsworthy(group, (entity) => named.has(entity)))
    .map((group) => eventOf(group, idOf, resolved, referents))
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
  const isPress = event.type === 'press-conference'
  if (!isPress && !isHeadlineNews(event, resolved)) return event
  const until = isPress ? Infinity : (resolved.blocks.filter(({ kind }) => kind === 'paragraph')[LEAD - 1]?.end ?? Infinity)
  const days = resolved.times.filter(({ from, tokens }) => from.length >= 10 && from.slice(0, 10) <= day && resolved.tokens[tokens.start]!.start < until)
  const latest = days.map(({ from }) => from.slice(0, 10)).sort().at(-1)
  const isFresh = latest !== undefined && Date.parse(day) - Date.parse(latest) <= 2 * 86_400_000
  const found = isFresh ? latest : isPress ? day : undefined
  return found === undefined ? event : { ...event, startDate: found }
}

/** Paragraphs in which an article tells what its headline is about. */
const LEAD = 4

/** Whether the headline tells of it by a verb in the present tense. */
function isHeadlineNews({ triggers }: NewsEvent, { blocks, tokens }: Resolved): boolean {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return headline !== undefined && tokens.some(({ start, end, xpos, upos }) => end <= headline.end && upos === 'VERB' && /^VB[ZP]$/u.test(xpos)
    && triggers.some((trigger) => trigger.start <= start && end <= trigger.end))
}

/** How much must speak for a happening: the word itself, the model, and what the article says of who, where and when. */
const NEWSWORTHY = 0.8

/** Kinds that fill every day: they are news where somebody named takes part, or where or when is told. */
const everyday: ReadonlySet<EventType> = new Set<EventType>(['visit', 'movement', 'meeting', 'telephone-call', 'transaction', 'discovery', 'publication', 'performance', 'evacuation', 'award', 'broadcast', 'happening'])

/** Not every verb is news: there must be somebody, somewhere or some time, or the word must stand for itself. */
function isNewsworthy(group: readonly EventMention[], isNamed: (entity: string) => boolean): boolean {
  const best = Math.max(...group.map((mention) => worth(mention, isNamed)))
  return best + 0.08 * (group.length - 1) >= NEWSWORTHY
}

function worth({ arguments: found, confidence, isPlural, isDefinite, isGeneral, isVerb, standing, type }: EventMention, isNamed: (entity: string) => boolean): number {
  const filled = [found.agents.length, found.patients.length, found.actors.length, found.place ? 1 : 0, found.time ? 1 : 0].filter(Boolean).length
  const isAlone = filled === 0 && found.mates.length === 0
  // What is called off is a happening, so that a cancellation may stand without an entity.
  const isVague = filled === 0 && type !== 'cancellation' && (isVerb || (isPlural && !isDefinite))
  const isSupposed = standing.factuality === 'Possible' || (standing.factuality !== 'Asserted' && (type === 'happening' || isAlone)) || (isVerb && standing.factuality === 'Negated')
  const isEveryday = everyday.has(type) && !found.time && !found.place && ![...found.agents, ...found.patients, ...found.actors, ...found.mates].some(isNamed)
  return confidence + 0.1 * filled - (isVague ? 0.3 : 0) - (isSupposed ? 0.2 : 0) - (isGeneral && !found.time ? 0.2 : 0) - (isEveryday ? 0.2 : 0)
}

function eventOf(group: readonly EventMention[], idOf: ReturnType<typeof eventIds>, resolved: Resolved, referents: Referents): NewsEvent {
  const lead = group.reduce((best, mention) => (rank(mention) > rank(best) ? mention : best))
  const triggers = nonEmpty(group.map((mention) => charactersOf(resolved.tokens, mention.span)))
  const parts = together(group, new Map(resolved.entities.map(({ id, standsFor }) => [id, standsFor])))
  const time = parts.time
  const place = parts.place ?? [...parts.patients, ...parts.agents].find((id) => lead.type === 'war' && resolved.entities.some((entity) => entity.id === id && entity.kind === 'place'))
  const best = bestStanding(group, lead.type)
  return {
    kind: 'event', id: idOf(triggers[0]), type: lead.type, label: labelOf(lead, resolved, parts, referents),
    triggers, evidence: triggers,
    agents: parts.agents, patients: parts.patients, actors: parts.actors,
    ...(place && { place }),
    ...(time && { startDate: time.from }), ...(time?.until && { endDate: time.until }),
    factuality: best.factuality, ...(best.accordingTo !== undefined && { accordingTo: best.accordingTo }),
    confidence: sureness(group, parts, best), rule: lead.type === 'happening' ? 'event-trigger' : 'event-word',
  }
}

/**
 * How often such events are right, counted on articles annotated by hand: three of four with one of participants, place and
 * time, nine of ten with more or with several mentions; less where they are only reported, planned or supposed.
 */
function sureness(group: readonly EventMention[], found: EventArguments, { factuality }: Standing): number {
  const filled = [found.agents.length + found.patients.length + found.actors.length, found.place ? 1 : 0, found.time ? 1 : 0].filter(Boolean).length
  const base = 0.55 + 0.12 * Math.min(2, filled) + 0.08 * Math.min(2, group.length - 1) + 0.1 * (Math.max(...group.map(({ confidence }) => confidence)) - 0.8)
  return Math.max(0.2, Math.min(0.95, base - (factuality === 'Asserted' ? 0 : 0.2)))
}

const rank = (mention: EventMention): number => mention.confidence + (mention.type === 'happening' ? 0 : 0.5) + (mention.standing.factuality === 'Asserted' ? 0.2 : 0)

/** Kinds that take two: who marries whom, who is charged with whom. */
const ofTwo: ReadonlySet<EventType> = new Set<EventType>([
  'marriage', 'divorce', 'meeting', 'telephone-call', 'negotiation', 'agreement', 'sports-match', 'killing', 'shooting', 'attack', 'arrest', 'charge', 'trial', 'broadcast',
])

/** Where the tree finds who takes part, nobody else of the clause is taken for one. */
function isFilled({ type, arguments: { agents, patients, actors } }: EventMention): boolean {
  return agents.length + patients.length + actors.length >= (ofTwo.has(type) ? 2 : 1)
}

/** Everything that the mentions say, each part played once; the first mention that gives a place or time counts. Russia goes before Moscow. */
function together(group: readonly EventMention[], masters: ReadonlyMap<string, string | undefined>): EventArguments {
  const agents = new Set(group.flatMap((mention) => mention.arguments.agents))
  const patients = new Set(group.flatMap((mention) => mention.arguments.patients).filter((id) => !agents.has(id)))
  const actors = new Set(group.flatMap((mention) => [...mention.arguments.actors, ...(isFilled(mention) ? [] : mention.arguments.mates)]).filter((id) => !agents.has(id) && !patients.has(id)))
  const place = group.map((mention) => mention.arguments.place).find(Boolean)
  const times = group.flatMap((mention) => mention.arguments.time ?? [])
  const time = times.reduce<Time | undefined>((best, each) => (!best || each.from.length > best.from.length ? each : best), undefined)
  if (place) for (const set of [agents, patients, actors]) set.delete(place)
  const all = new Set([...agents, ...patients, ...actors])
  for (const set of [agents, patients, actors]) for (const id of set) if (all.has(masters.get(id) ?? '')) set.delete(id)
  return { agents: [...agents], patients: [...patients], actors: [...actors], mates: [], ...(place && { place }), ...(time && { time }) }
}

/** Kinds that are set for a day, so that they may be called off whatever was said of them before. */
const scheduled: ReadonlySet<EventType> = new Set<EventType>(['sports-match', 'meeting', 'conference', 'press-conference', 'ceremony', 'visit', 'election', 'vote', 'performance', 'negotiation', 'launch', 'broadcast'])

/** A happening that is asserted anywhere is asserted; one that is only reported rests on its first report. */
function bestStanding(group: readonly EventMention[], type: EventType): Standing {
  const order = scheduled.has(type) ? ['Negated', 'Asserted', 'Planned', 'Reported', 'Possible'] : ['Asserted', 'Planned', 'Reported', 'Negated', 'Possible']
  return group.map((mention) => mention.standing).reduce((best, each) => (order.indexOf(each.factuality) < order.indexOf(best.factuality) ? each : best))
}

/** "invasion of Ukraine", "Fiorentina match", "Macron visited Kyiv". */
function labelOf(lead: EventMention, resolved: Resolved, parts: EventArguments, referents: Referents): string {
  const { start, end } = charactersOf(resolved.tokens, lead.span)
  const word = resolved.text.slice(start, end).replace(/\s+/g, ' ')
  const name = (id: string | undefined): string | undefined => referents.entityAt.find((entity) => entity?.id === id)?.name
  const about = name(parts.patients[0] ?? parts.place)
  if (resolved.tokens[lead.head]!.upos === 'VERB') return [name(parts.agents[0]), word, name(parts.patients[0])].filter(Boolean).join(' ')
  const joint = parts.patients[0] ? 'of' : 'in'
  return about ? `${word} ${joint} ${about}` : word
}

function nonEmpty(spans: readonly Span[]): Evidence {
  const [first, ...rest] = [...spans].sort((a, b) => a.start - b.start)
  return [first!, ...rest]
}
