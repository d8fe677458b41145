/**
 * Words that name a happening, each with its arguments and standing: "the [strike](trigger) on Lincang".
 * In: a resolved article and its statements. Out: mentions in order of text, not yet merged.
 * Not handled: happenings that no word names.
 */
import type { EventType, Resolved, Statement, TokenSpan, Trigger } from '../model.js'
import { ArgumentFinder, type EventArguments, type Referents } from './event-arguments.js'
import { eventLemma } from './event-types.js'
import { type Around, type Beside, eventTypeIn, type Tied } from './event-senses.js'
import { isTitleNoun } from './role-nouns.js'
import { standing, type Standing } from './said.js'
import { ancestors, caseOf, dependents, type Syntax } from './syntax.js'
import { words } from './word-lists.js'

/** One mention of a happening, before mentions of the same one are merged. */
export interface EventMention {
  readonly span: TokenSpan
  readonly head: number
  /** Token that the naming word depends on; -1 for none. */
  readonly governor: number
  readonly type: EventType
  readonly lemma: string
  readonly isVerb: boolean
  readonly isPlural: boolean
  readonly isDefinite: boolean
  /** It tells of what is done in general, or only describes another word: "trucks [visit] the area at night", "a [meeting] place". */
  readonly isGeneral: boolean
  readonly isInHeadline: boolean
  /** In one of the first sentences, which tell what the headline is about. */
  readonly isInLead: boolean
  /** "The bombings and [the] attack" are two happenings, "shelling and bombardment" may be one. */
  readonly isJoinedNoun: boolean
  readonly arguments: EventArguments
  readonly standing: Standing
  readonly confidence: number
}

/** Words of plural form for one happening: "the talks", "telephone exchanges". */
const oneInPlural = words('talk exchange hostility fighting rain')

/** Sentences, with the headline, in which an article says what it is about. */
const LEAD = 5

export function eventMentions(resolved: Resolved, statements: readonly Statement[], syntax: Syntax, referents: Referents): EventMention[] {
  const triggerAt = new Map(resolved.triggers.map((trigger) => [trigger.head, trigger]))
  const isTaken = takenTokens(resolved, statements)
  // Whoever tells of it does not take part in it for that.
  const taking = resolved.participants.map(({ head }) => head).filter((head) => !isTaken(resolved.tokens[head]!.head))
  const finder = new ArgumentFinder(syntax, referents, new Set(taking))
  const lemmas = resolved.tokens.map(({ lemma }) => lemma.toLowerCase())
  const article = new Set(lemmas)
  const sentences = resolved.sentences.map(({ start, end }) => new Set(lemmas.slice(start, end)))
  const isInHeadline = (head: number): boolean => resolved.blocks[resolved.sentences[resolved.tokens[head]!.sentence]!.block]?.kind === 'headline'
  const found: EventMention[] = []
  for (let head = 0; head < resolved.tokens.length; head++) {
    if (isTaken(head)) continue
    const sentence = sentences[resolved.tokens[head]!.sentence] ?? article
    const named = namedAt(syntax, referents, head, { trigger: triggerAt.get(head), around: { article, sentence } })
    if (!named) continue
    const token = resolved.tokens[head]!
    found.push({
      ...named, head, governor: token.head, lemma: eventLemma(token),
      isVerb: token.upos === 'VERB',
      isPlural: token.upos === 'NOUN' && token.xpos === 'NNS' && !oneInPlural.has(eventLemma(token)),
      isDefinite: isDefinite(syntax, head),
      isGeneral: isGeneral(syntax, head, isInHeadline(head)),
      isInHeadline: isInHeadline(head),
      isInLead: !isInHeadline(head) && token.sentence < LEAD,
      isJoinedNoun: token.upos !== 'VERB' && token.deprel === 'conj' && dependents(syntax, head, 'det', 'nmod:poss').length > 0,
      arguments: finder.of(head, named.type),
      standing: standing(resolved, statements, head),
    })
  }
  return found.filter((mention) => !found.some((other) => other !== mention && covers(other.span, mention.span))).map((mention) => withSidesOf(syntax, mention, found))
}

/** Whoever was to take part in what is called off takes part in its cancellation: "the match between [Lima] and [Arvo] was called off". */
function withSidesOf(syntax: Syntax, mention: EventMention, all: readonly EventMention[]): EventMention {
  if (mention.type !== 'cancellation' || !mention.isVerb) return mention
  const calledOff = all.filter(({ head, standing: { factuality } }) => factuality === 'Negated' && ancestors(syntax, head).includes(mention.head))
  const { agents, patients, actors } = mention.arguments
  const sides = calledOff.flatMap(({ arguments: its }) => [...its.agents, ...its.patients, ...its.actors]).filter((id) => !agents.includes(id) && !patients.includes(id))
  return { ...mention, arguments: { ...mention.arguments, actors: [...new Set([...actors, ...sides])] } }
}

/** "Assassination" is no happening beside that of the "assassination attempt". */
const covers = (outer: TokenSpan, inner: TokenSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start

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

/** Words that tell too little by themselves to be a happening of their own. */
const colourless = words(
  'be have do make take get give go come see say tell know think want need use help support include happen occur begin start stop end continue keep '
  + 'become remain stay follow lead leave bring put set show find play work live look read write receive provide offer allow let try face cause create '
  + 'spend hold move turn change add call name trust inform ask believe hope expect plan deny accuse urge oppose back speak talk discuss respond react '
  + 'return prevent ensure wait prevail train cover event incident situation scandal growth combat announcement move activity work performance',
)

/** What the word at `head` names: by phrase ("press conference"), by word, or by the model alone. */
function namedAt(syntax: Syntax, referents: Referents, head: number, { trigger, around }: { trigger: Trigger | undefined; around: Around }): Pick<EventMention, 'span' | 'type' | 'confidence'> | undefined {
  const token = syntax.tokens[head]!
  const support = trigger?.kind === 'occurrence' ? trigger.confidence : 0
  for (const { span, phrase } of phrasesAt(syntax, head)) {
    const type = eventTypeIn(phrase, token.upos, around, () => besides(syntax, referents, head))
    if (type === 'none') return undefined
    if (type) return { span, type, confidence: phrase.includes(' ') ? Math.max(0.8, support) : 0.45 + 0.5 * support }
  }
  // A verb that no list knows tells of a happening only where it tells of the past.
  const isTold = token.upos === 'NOUN' || (token.upos === 'VERB' && /^VB[DN]$/u.test(token.xpos))
  if (support < 0.8 || !trigger || colourless.has(token.lemma) || !isTold) return undefined
  return { span: { start: trigger.start, end: trigger.end }, type: 'happening', confidence: 0.6 * support }
}

/** What the tree ties to a word, and what stands beside it. */
function besides(syntax: Syntax, { entityAt }: Referents, head: number): Beside {
  const { tokens } = syntax
  const tied = (each: number): Tied => {
    const { lemma, upos } = tokens[each]!
    const isPerson = upos === 'PRON' ? !/^(it|this|that|which|what)$/iu.test(lemma) : isTitleNoun(tokens[each]!.text)
    // "Replaces director Anatoly Iksanov": a title stands for whoever bears it.
    const kind = entityAt[each]?.kind ?? (isPerson ? 'person' : undefined)
    return { lemma: lemma.toLowerCase(), ...(kind && { kind }) }
  }
  const isNoun = tokens[head]!.upos !== 'VERB'
  const objects = isNoun
    ? dependents(syntax, head, 'nmod', 'compound', 'nmod:poss').filter((each) => ['of', ''].includes(caseOf(syntax, each)))
    : [...dependents(syntax, head, 'obj', 'nsubj:pass'), ...(tokens[head]!.deprel === 'acl' ? [tokens[head]!.head] : [])]
  return {
    subjects: dependents(syntax, head, 'nsubj').filter((each) => tokens[each]!.deprel === 'nsubj').map(tied),
    objects: objects.map(tied),
    isPlural: isNoun && tokens[head]!.xpos === 'NNS',
    hasClause: dependents(syntax, head, 'ccomp', 'xcomp').length > 0,
    particle: dependents(syntax, head, 'compound:prt').map((each) => tokens[each]!.lemma.toLowerCase()).join(' '),
    before: caseOf(syntax, head),
    next: tokens[head + 1]?.text.toLowerCase() ?? '',
  }
}

/** The word with its modifiers or particles, longest first: "press conference", "go off", then the word alone. */
function phrasesAt(syntax: Syntax, head: number): { span: TokenSpan; phrase: string }[] {
  const { tokens } = syntax
  const lemma = (at: number): string => (at === head ? eventLemma(tokens[at]!) : tokens[at]!.lemma.toLowerCase())
  const phrases: { span: TokenSpan; phrase: string }[] = []
  for (let start = Math.max(0, head - 2); start < head; start++) {
    const inside = Array.from({ length: head - start + 1 }, (_, offset) => start + offset)
    if (inside.every((at) => tokens[at]!.sentence === tokens[head]!.sentence)) phrases.push({ span: { start, end: head + 1 }, phrase: inside.map(lemma).join(' ') })
  }
  for (const particle of dependents(syntax, head, 'compound:prt', 'obj')) {
    if (particle > head && particle - head < 4) phrases.push({ span: { start: head, end: particle + 1 }, phrase: `${lemma(head)} ${lemma(particle)}` })
  }
  const tied = tokens[head]!.upos === 'VERB' ? tiedPhrases(syntax, head) : []
  return [...phrases, ...tied, { span: { start: head, end: head + 1 }, phrase: lemma(head) }]
}

/** Headlines tell of single happenings in the present tense, and leave out articles. */
function isGeneral(syntax: Syntax, head: number, inHeadline: boolean): boolean {
  const { upos, xpos, deprel } = syntax.tokens[head]!
  const below = (...relations: string[]) => dependents(syntax, head, ...relations)
  if (inHeadline) return false
  if (upos !== 'VERB') return deprel === 'compound' || (upos === 'NOUN' && xpos === 'NN' && below('det', 'nmod:poss', 'amod', 'compound', 'nummod', 'nmod').length === 0)
  const isPresent = /^VB[ZP]$/u.test(xpos) && below('aux', 'aux:pass').length === 0
  // "Accused of [selling] drugs", but "after [killing] four".
  // "Pardoned the [jailed] president" tells of a pardon.
  return isPresent || deprel === 'amod' || (xpos === 'VBG' && below('mark', 'case').some((each) => /^(of|for|in|by|to|against|from|about|without)$/iu.test(syntax.tokens[each]!.text)))
}

/** A verb with what completes it near by: "take his place", "taken to hospital", "found dead". */
function tiedPhrases(syntax: Syntax, verb: number): { span: TokenSpan; phrase: string }[] {
  const { tokens } = syntax
  return dependents(syntax, verb, 'obj', 'obl', 'xcomp').filter((each) => each > verb && each - verb < 7).map((each) => {
    const owned = dependents(syntax, each, 'nmod:poss').length > 0 ? ["one's"] : []
    const between = [caseOf(syntax, each), ...(tokens[each]!.deprel === 'obj' ? owned : [])].filter(Boolean)
    return { span: { start: verb, end: each - verb < 4 ? each + 1 : verb + 1 }, phrase: [eventLemma(tokens[verb]!), ...between, tokens[each]!.lemma].join(' ').toLowerCase() }
  })
}

function isDefinite(syntax: Syntax, head: number): boolean {
  return dependents(syntax, head, 'det').some((each) => ['the', 'this', 'that', 'these', 'those'].includes(syntax.tokens[each]!.text.toLowerCase()))
}
