/**
 * The newsworthy happenings of an article, merged over their mentions, with who, where and when.
 *   "Fighter jets monitored the border after a bomb killed four people. … The strike …" → one attack, two triggers
 * In: a resolved article and its statements. Out: events numbered in order of text.
 * Not handled: parts of a larger happening; happenings that no word names.
 */
import type { Evidence, EventType, NewsEvent, Resolved, Span, Statement, Time, TokenSpan, Trigger } from '../model.js'
import { ArgumentFinder, referentsOf, type EventArguments, type Referents } from './event-arguments.js'
import { eventTypeOf, kinship } from './event-types.js'
import { standing, type Standing } from './said.js'
import { charactersOf, dependents, syntaxOf, type Syntax } from './syntax.js'

/** One mention of a happening, before mentions of the same one are merged. */
interface EventMention {
  readonly span: TokenSpan
  readonly head: number
  readonly type: EventType
  readonly lemma: string
  readonly isPlural: boolean
  readonly isDefinite: boolean
  readonly arguments: EventArguments
  readonly standing: Standing
  readonly confidence: number
}

export function events(resolved: Resolved, statements: readonly Statement[]): NewsEvent[] {
  const syntax = syntaxOf(resolved)
  const referents = referentsOf(resolved)
  const mentions = eventMentions(resolved, statements, syntax, referents)
  return merged(mentions)
    .filter(isNewsworthy)
    .map((group, index) => eventOf(group, index + 1, resolved, referents))
}

// ------------------------------------------------------------------------------------------------ finding mentions

function eventMentions(resolved: Resolved, statements: readonly Statement[], syntax: Syntax, referents: Referents): EventMention[] {
  const finder = new ArgumentFinder(syntax, referents)
  const triggerAt = new Map(resolved.triggers.map((trigger) => [trigger.head, trigger]))
  const isTaken = takenTokens(resolved, statements)
  const found: EventMention[] = []
  for (let head = 0; head < resolved.tokens.length; head++) {
    if (isTaken(head)) continue
    const named = namedAt(syntax, head, triggerAt.get(head))
    if (!named) continue
    const token = resolved.tokens[head]!
    found.push({
      ...named, head, lemma: token.lemma,
      isPlural: token.upos === 'NOUN' && token.xpos === 'NNS',
      isDefinite: isDefinite(syntax, head),
      arguments: finder.of(head),
      standing: standing(resolved, statements, head),
    })
  }
  return found
}

/** Tokens that cannot name an event: cues of statements, names of persons and bodies, role titles. */
function takenTokens(resolved: Resolved, statements: readonly Statement[]): (token: number) => boolean {
  const taken = new Set<number>()
  for (const mention of resolved.mentions) {
    if (mention.form !== 'name' || mention.kind === 'event') continue
    for (let at = mention.start; at < mention.end; at++) taken.add(at)
  }
  const cues = statements.flatMap((statement) => statement.cue ?? [])
  resolved.tokens.forEach((token, index) => {
    if (cues.some((cue) => cue.start <= token.start && token.end <= cue.end)) taken.add(index)
  })
  return (token) => taken.has(token)
}

/** What the word at `head` names: by phrase ("press conference"), by word, or by the model alone. */
function namedAt(syntax: Syntax, head: number, trigger: Trigger | undefined): Pick<EventMention, 'span' | 'type' | 'confidence'> | undefined {
  const token = syntax.tokens[head]!
  const support = trigger?.kind === 'occurrence' ? trigger.confidence : 0
  for (const { span, phrase } of phrasesAt(syntax, head)) {
    const type = eventTypeOf(phrase, token.upos)
    if (type) return { span, type, confidence: phrase.includes(' ') ? Math.max(0.8, support) : 0.45 + 0.5 * support }
  }
  if (support > 0.6 && trigger) return { span: { start: trigger.start, end: trigger.end }, type: 'happening', confidence: 0.7 * support }
  return undefined
}

/** The word with its modifiers or particles, longest first: "press conference", "go off", then the word alone. */
function phrasesAt(syntax: Syntax, head: number): { span: TokenSpan; phrase: string }[] {
  const { tokens } = syntax
  const lemma = (at: number): string => tokens[at]!.lemma.toLowerCase()
  const phrases: { span: TokenSpan; phrase: string }[] = []
  for (let start = Math.max(0, head - 2); start < head; start++) {
    const words = Array.from({ length: head - start + 1 }, (_, offset) => start + offset)
    if (words.every((at) => tokens[at]!.sentence === tokens[head]!.sentence)) phrases.push({ span: { start, end: head + 1 }, phrase: words.map(lemma).join(' ') })
  }
  for (const particle of dependents(syntax, head, 'compound:prt', 'obj')) {
    if (particle > head && particle - head < 4) phrases.push({ span: { start: head, end: particle + 1 }, phrase: `${lemma(head)} ${lemma(particle)}` })
  }
  return [...phrases, { span: { start: head, end: head + 1 }, phrase: lemma(head) }]
}

function isDefinite(syntax: Syntax, head: number): boolean {
  return dependents(syntax, head, 'det').some((each) => ['the', 'this', 'that', 'these', 'those'].includes(syntax.tokens[each]!.text.toLowerCase()))
}

// ------------------------------------------------------------------------------------------------- merging mentions

function merged(mentions: readonly EventMention[]): EventMention[][] {
  const groups: EventMention[][] = []
  for (const mention of mentions) {
    const home = groups.findLast((group) => belongs(mention, group))
    if (home) home.push(mention)
    else groups.push([mention])
  }
  return groups
}

/** The same happening: the same or a kindred kind, nothing that contradicts, and something that ties them together. */
function belongs(mention: EventMention, group: readonly EventMention[]): boolean {
  const closeness = Math.max(...group.map((other) => kinship(mention.type, other.type)))
  if (closeness === 0 || mention.type === 'happening') return mention.type === 'happening' && group.some((other) => other.lemma === mention.lemma && !contradicts(mention, other))
  if (group.some((other) => contradicts(mention, other))) return false
  const sharesWord = group.some((other) => other.lemma === mention.lemma && other.isPlural === mention.isPlural)
  return sharesWord || (closeness === 2 && mention.isDefinite) || group.some((other) => sharesArgument(mention, other))
}

function contradicts(a: EventMention, b: EventMention): boolean {
  const [x, y] = [a.arguments, b.arguments]
  const differ = (p: readonly string[], q: readonly string[]): boolean => p.length > 0 && q.length > 0 && !p.some((id) => q.includes(id))
  if (x.time && y.time && !sameTime(x.time, y.time)) return true
  if (x.place && y.place && x.place !== y.place && a.isPlural !== b.isPlural) return true
  return differ([...x.patients, ...x.actors], [...y.patients, ...y.actors]) && differ([...x.agents], [...y.agents])
}

function sharesArgument(a: EventMention, b: EventMention): boolean {
  const all = ({ agents, patients, actors, place }: EventArguments): string[] => [...agents, ...patients, ...actors, ...(place ? [place] : [])]
  const others = new Set(all(b.arguments))
  return all(a.arguments).some((id) => others.has(id))
}

function sameTime(a: Time, b: Time): boolean {
  return a.from.startsWith(b.from) || b.from.startsWith(a.from) || (a.until !== undefined && a.from <= b.from && b.from <= a.until) || (b.until !== undefined && b.from <= a.from && a.from <= b.until)
}

// -------------------------------------------------------------------------------------------------- making the event

/** Not every verb is news: there must be somebody, somewhere or some time, or the word must stand for itself. */
function isNewsworthy(group: readonly EventMention[]): boolean {
  const score = group.reduce((best, { arguments: found, confidence, isPlural, isDefinite }) => {
    const filled = [found.agents.length, found.patients.length, found.actors.length, found.place ? 1 : 0, found.time ? 1 : 0].filter(Boolean).length
    return Math.max(best, confidence + 0.12 * filled - (isPlural && !isDefinite && filled === 0 ? 0.3 : 0))
  }, 0)
  return score + 0.08 * (group.length - 1) >= 0.75
}

function eventOf(group: readonly EventMention[], number: number, resolved: Resolved, referents: Referents): NewsEvent {
  const lead = group.reduce((best, mention) => (rank(mention) > rank(best) ? mention : best))
  const triggers = group.map((mention) => charactersOf(resolved.tokens, mention.span))
  const parts = together(group)
  const time = parts.time
  const place = parts.place ?? [...parts.patients, ...parts.agents].find((id) => lead.type === 'war' && resolved.entities.some((entity) => entity.id === id && entity.kind === 'place'))
  const best = bestStanding(group)
  return {
    kind: 'event', number, type: lead.type, label: labelOf(lead, resolved, parts, referents),
    triggers: nonEmpty(triggers), evidence: nonEmpty(triggers),
    agents: parts.agents, patients: parts.patients, actors: parts.actors,
    ...(place && { place }),
    ...(time && { startDate: time.from }), ...(time?.until && { endDate: time.until }),
    factuality: best.factuality, ...(best.accordingTo !== undefined && { accordingTo: best.accordingTo }),
    confidence: Math.min(0.99, lead.confidence + 0.05 * (group.length - 1)), rule: lead.type === 'happening' ? 'event-trigger' : 'event-word',
  }
}

const rank = (mention: EventMention): number => mention.confidence + (mention.type === 'happening' ? 0 : 0.5) + (mention.standing.factuality === 'Asserted' ? 0.2 : 0)

/** Everything that the mentions say, each part played once; the first mention that gives a place or time counts. */
function together(group: readonly EventMention[]): EventArguments {
  const agents = new Set(group.flatMap((mention) => mention.arguments.agents))
  const patients = new Set(group.flatMap((mention) => mention.arguments.patients).filter((id) => !agents.has(id)))
  const actors = new Set(group.flatMap((mention) => mention.arguments.actors).filter((id) => !agents.has(id) && !patients.has(id)))
  const place = group.map((mention) => mention.arguments.place).find(Boolean)
  const times = group.flatMap((mention) => mention.arguments.time ?? [])
  const time = times.reduce<Time | undefined>((best, each) => (!best || each.from.length > best.from.length ? each : best), undefined)
  if (place) for (const set of [agents, patients, actors]) set.delete(place)
  return { agents: [...agents], patients: [...patients], actors: [...actors], ...(place && { place }), ...(time && { time }) }
}

/** A happening that is asserted anywhere is asserted; one that is only reported rests on its first report. */
function bestStanding(group: readonly EventMention[]): Standing {
  const order = ['Negated', 'Asserted', 'Planned', 'Reported', 'Possible'] as const
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
