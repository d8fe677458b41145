/**
 * Words that name a happening, each with who takes part, where, when, and how it stands: "the [strike](attack, asserted) on [Lincang](place)".
 * In: a resolved article and its statements. Out: mentions in order of text, not yet merged.
 * The model says what is a happening, of what kind, and which words are its parts; the tree is asked where the model names nobody, and
 * for the firewall: what somebody only says stays said, whatever the model thinks of it.
 * Not handled: happenings that no word names.
 */
import type { EventType, Factuality, Happening, Resolved, Statement, TokenSpan } from '../model.js'
import { isCriticism } from './candidates.js'
import { ArgumentFinder, type EventArguments, type Referents } from './event-arguments.js'
import { standing, type Standing } from './said.js'
import { apart } from './event-times.js'
import { ancestors, caseOf, dependents, type Syntax } from './syntax.js'

/** One mention of a happening, before mentions of the same one are merged. */
export interface EventMention {
  readonly span: TokenSpan
  readonly head: number
  /** Token that the naming word depends on; -1 for none. */
  readonly governor: number
  readonly type: EventType
  readonly typeConfidence: number
  readonly lemma: string
  readonly isVerb: boolean
  readonly isPlural: boolean
  readonly isDefinite: boolean
  readonly isInHeadline: boolean
  /** In one of the first sentences, which tell what the headline is about. */
  readonly isInLead: boolean
  /** "The bombings and [the] attack" are two happenings, "shelling and bombardment" may be one. */
  readonly isJoinedNoun: boolean
  readonly arguments: EventArguments
  readonly standing: Standing
  readonly confidence: number
  /** Index of an earlier mention that the model takes for the same happening. */
  readonly same?: number
  readonly sameConfidence?: number
}

/** Sentences, with the headline, in which an article says what it is about. */
const LEAD = 5
/** Plurals that are one happening: "the talks". */
const oneInPlural = new Set(['talk', 'exchange', 'hostility', 'fighting', 'rain'])

export function eventMentions(resolved: Resolved, statements: readonly Statement[], syntax: Syntax, referents: Referents): EventMention[] {
  const finder = new ArgumentFinder(syntax, referents)
  const isInHeadline = (head: number): boolean => resolved.blocks[resolved.sentences[resolved.tokens[head]!.sentence]!.block]?.kind === 'headline'
  // "Attacked the budget" in words is a statement, and no event.
  return settled(resolved.happenings.filter(({ head }) => !isCriticism(syntax, head)).map((happening) => {
    const { head, start, end, type, typeConfidence, confidence, same, sameConfidence } = happening
    const token = resolved.tokens[head]!
    const lemma = token.lemma.toLowerCase()
    return {
      span: { start, end }, head, governor: token.head, type, typeConfidence, lemma,
      isVerb: token.upos === 'VERB',
      isPlural: token.upos === 'NOUN' && token.xpos === 'NNS' && !oneInPlural.has(lemma),
      isDefinite: isDefinite(syntax, head),
      isInHeadline: isInHeadline(head), isInLead: !isInHeadline(head) && token.sentence < LEAD,
      isJoinedNoun: token.upos !== 'VERB' && token.deprel === 'conj' && dependents(syntax, head, 'det', 'nmod:poss').length > 0,
      arguments: undergoing(type, argumentsOf(happening, finder, referents)),
      standing: standingOf(happening, standing(resolved, statements, head)),
      confidence, ...(same !== undefined && { same, sameConfidence: sameConfidence ?? 0 }),
    }
  }), syntax)
}

/** What hangs on another happening was there and then, where nothing else is said: "[hit](in Arvo, on Monday) the port, [killing] two". */
function settled(mentions: readonly EventMention[], syntax: Syntax): EventMention[] {
  const byHead = new Map(mentions.map((mention) => [mention.head, mention.arguments]))
  return mentions.map((mention) => {
    const above = ancestors(syntax, mention.head).flatMap((each) => byHead.get(each) ?? [])
    const own = mention.arguments
    const isFree = (id: string): boolean => ![...own.agents, ...own.patients, ...own.actors].includes(id)
    const places = own.places.length > 0 ? own.places : above.map((each) => each.places.filter(isFree)).find((each) => each.length > 0) ?? []
    const time = own.time ?? (apart.test(caseOf(syntax, mention.head)) ? undefined : above.map((each) => each.time).find(Boolean))
    return { ...mention, arguments: { ...own, places, ...(time && { time }) } }
  })
}

/** What a plain triple may follow from must be likelier than not; chosen on articles set aside. */
const LEAST: Readonly<Record<string, number>> = { agent: 0.45, patient: 0.45 }

/** Parts as the model sees them, and those that the tree shows where it sees none. */
function argumentsOf({ parts, head, type }: Happening, finder: ArgumentFinder, { timeAt }: Referents): EventArguments {
  const { places } = finder, tied = finder.of(head, type)
  const of = (part: string) => parts.filter((each) => each.part === part && each.confidence >= (LEAST[part] ?? 0)).toSorted((a, b) => b.confidence - a.confidence)
  const entities = (part: string): string[] => [...new Set(of(part).flatMap(({ token }) => finder.at(token) ?? []))]
  const seen = entities('place').filter((id) => places.has(id)), where = seen.length > 0 ? seen : tied.places
  // Nobody but the calendar can tell what is "four days before".
  const time = finder.times.timeApart(head) ?? of('time').flatMap(({ token }) => timeAt[token] ?? [])[0] ?? tied.time
  // Nobody does what the voice of the verb says is done to him.
  const undergoers = finder.subjectsOfPassive(head), doers = entities('agent')
  const agents = doers.filter((id) => !undergoers.includes(id))
  const patients = [...new Set([...entities('patient'), ...doers.filter((id) => undergoers.includes(id))])]
  const isTaker = (id: string): boolean => !places.has(id)
  const taken = new Set<string>()
  const keep = (ids: readonly string[]): string[] => ids.filter((id) => !taken.has(id) && taken.add(id))
  const found = {
    agents: keep(agents.length > 0 ? agents : tied.agents.filter(isTaker)),
    // Where the model names whoever does it and nobody to whom it is done, there is none.
    patients: keep(patients.length > 0 || agents.length > 0 ? patients : tied.patients.filter((id) => !where.includes(id))),
    actors: keep([...entities('participant'), ...tied.actors.filter(isTaker)]),
  }
  return { ...found, places: where.filter((id) => !taken.has(id)), ...(time && { time }) }
}

/** What nobody does: whoever dies, falls ill or is hurt is the one to whom it happens, whatever the words say ("[Ana Sol] died"). */
const befalling: ReadonlySet<EventType> = new Set<EventType>(['death', 'injury', 'disease', 'accident', 'economic-change'])

function undergoing(type: EventType, found: EventArguments): EventArguments {
  return befalling.has(type) && found.patients.length === 0 ? { ...found, agents: [], patients: found.agents } : found
}

const FACTUALITY: Readonly<Record<string, Factuality>> = { asserted: 'Asserted', planned: 'Planned', cancelled: 'Cancelled', denied: 'Negated', possible: 'Possible', said: 'Reported' }

/** What is said stays said, and what the words around it deny, plan or suppose stays so; of the rest the model may have its doubts. */
function standingOf({ standing: seen }: Happening, told: Standing): Standing {
  // "He is accused of [spying]": not sure, because somebody only says so.
  if (told.factuality === 'Possible' && seen === 'said') return { ...told, factuality: 'Reported' }
  // What stands in the words of an attribution of which no statement came is seldom hearsay: "survived the [bombing] of Arvo".
  if (told.factuality === 'Reported' && told.isOnlyAttributed && seen === 'asserted') return { ...told, factuality: 'Asserted' }
  return told.factuality === 'Asserted' ? { ...told, factuality: FACTUALITY[seen] ?? 'Asserted' } : told
}

function isDefinite(syntax: Syntax, head: number): boolean {
  return dependents(syntax, head, 'det').some((each) => ['the', 'this', 'that', 'these', 'those'].includes(syntax.tokens[each]!.text.toLowerCase()))
}
