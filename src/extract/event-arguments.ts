/**
 * Who takes part in a happening, where and when: "[Fighter jets](agent) hit [Lincang](patient) on [Saturday](time)".
 * In: the token that names it. Out: entity ids by part played, a place and a time. Arguments that stand outside the
 * clause of the trigger are not looked for, but for those of the verb that a naming noun depends on ("held a meeting in Minsk").
 */
import type { Entity, EventType, Resolved, Time } from '../model.js'
import { range } from './candidates.js'
import { verbSenses } from './cues.js'
import { apart, first, TimeFinder } from './event-times.js'
import { caseOf, dependents, withConjuncts, type Syntax } from './syntax.js'
import { words } from './word-lists.js'

export interface EventArguments {
  readonly agents: readonly string[]
  readonly patients: readonly string[]
  readonly actors: readonly string[]
  /** Where it was, the surest first: "in [Geneva]", "[Switzerland]". */
  readonly places: readonly string[]
  readonly time?: Time
}

/** What stands at each token: an entity or a time. */
export interface Referents {
  readonly entityAt: readonly (Entity | undefined)[]
  readonly timeAt: readonly (Time | undefined)[]
  /** Whether the word is of a state or its people and not its name: "Turkish", "Turks". */
  readonly isAdjectiveAt: readonly boolean[]
}

export function referentsOf(resolved: Resolved): Referents {
  const byId = new Map(resolved.entities.map((entity) => [entity.id, entity]))
  const entityAt: (Entity | undefined)[] = resolved.tokens.map(() => undefined)
  const isAdjectiveAt: boolean[] = resolved.tokens.map(() => false)
  const timeAt: (Time | undefined)[] = resolved.tokens.map(() => undefined)
  // Longer references come first in `references`, so that a head inside a shorter name keeps the shorter one's entity.
  for (const { start, end, head, form, entity } of resolved.references) {
    const named = byId.get(entity)
    if (form === 'name' || form === 'adjective') for (let at = start; at < end; at++) [entityAt[at], isAdjectiveAt[at]] = [named, form === 'adjective']
    else entityAt[head] ??= named
  }
  for (const time of resolved.times) for (let at = time.tokens.start; at < time.tokens.end; at++) timeAt[at] = time
  return { entityAt, timeAt, isAdjectiveAt }
}

const placeMarkers = new Set(['in', 'at', 'near', 'outside', 'inside', 'off', 'across', 'around', 'over', 'throughout', 'within', 'into', 'to', 'on', 'in front of', 'along'])
const togetherMarkers = new Set(['with', 'along with', 'together with', 'between', 'among', 'against', 'by', 'alongside'])
const ownerMarkers = new Set(['of', 'by', 'from', 'with', 'between', 'against'])

const happeningVerbs = new Set('happen occur take hold go begin start break stage organize organise schedule plan launch carry conduct attend undergo'.split(' '))

/** Nouns that act for the one whose they are: "Russian troops" act for Russia. */
const instruments = new Set('force troop army soldier military aircraft jet police government authority official navy warplane rebel militant fighter delegation team gunman ship plane tank'.split(' '))

/** Nouns that say what a body is whose name stands before them. */
const bodies = words('chain company group firm newspaper agency network giant club carrier airline maker bank broadcaster fund foundation union')

/** What states do: "the Russian invasion" is Russia's, but "the Russian election" is held there. */
const stateActs: ReadonlySet<EventType> = new Set<EventType>([
  'war', 'attack', 'killing', 'shooting', 'negotiation', 'visit', 'agreement', 'sanction', 'meeting', 'telephone-call', 'deployment', 'ceasefire', 'legislation', 'cancellation', 'sports-match', 'happening',
])
/** Whose these are, to them they are done: "his arrest", "Lima's dismissal". */
const undergone: ReadonlySet<EventType> = new Set<EventType>(['killing', 'shooting', 'death', 'injury', 'arrest', 'dismissal', 'charge', 'trial', 'rescue', 'birth'])
/** Whoever these are done to stands in the subject where there is no object: "Tourist killed in Jordan". */
const doneTo = words('kill arrest detain jail imprison injure wound apprehend sentence charge convict acquit indict hospitalize hospitalise evacuate rescue kidnap abduct deport '
  + 'extradite behead murder assassinate oust sack appoint elect suspend release free displace infect cancel postpone scrap')

/** Verbs whose object is to do what their infinitive says. */
const telling = words('tell ask urge order call appeal force allow help encourage persuade convince require instruct invite command press push want permit enable warn advise lead cause compel prompt')
/** Whoever "spoke at a meeting" or "died in a fire" took part in it; whoever "reacted to an attack" did not. */
const taking = /^(?:in|at|during|with|on|for|into|)$/u
/** Verbs that only tell, think or hear of their object: whoever "condemned the attack" took no part in it. */
const noticing = words('see hear watch witness investigate probe examine mourn fear mark remember commemorate recall monitor follow await regret survive study cause trigger prompt expose reveal uncover')
const tellsOf = (lemma: string): boolean => noticing.has(lemma) || (verbSenses.has(lemma) && !happeningVerbs.has(lemma))
const nominal = words('DET ADJ NOUN PROPN PRON PART')
const joints = /^(?:and|&)$/iu

export class ArgumentFinder {
  /** Ids of the article's places. */
  readonly places: ReadonlySet<string>
  readonly times: TimeFinder

  constructor(private readonly syntax: Syntax, private readonly referents: Referents) {
    this.times = new TimeFinder(syntax, referents.timeAt)
    this.places = new Set(referents.entityAt.flatMap((entity) => entity?.kind === 'place' ? entity.id : []))
  }

  /** Arguments of the happening that the token names. */
  of(trigger: number, type: EventType): EventArguments {
    const token = this.syntax.tokens[trigger]!
    const found = token.upos === 'VERB' ? this.ofVerb(trigger) : this.ofNoun(trigger, type)
    const scope = this.scope(trigger)
    const land = stateActs.has(type) ? undefined : this.landBefore(trigger)
    const place = first(scope, (node) => this.placeAt(node)) ?? land
    const time = (token.upos === 'VERB' ? undefined : this.sidesOf(trigger).time) ?? this.times.of(trigger, type, scope)
    const taken = new Set<string>(place ? [place] : [])
    const isPersonal = undergone.has(type)
    const keep = (ids: readonly string[]): string[] => ids.filter((id) => !taken.has(id) && taken.add(id))
    return { agents: keep(found.agents), patients: keep(isPersonal ? found.patients.filter((id) => !this.places.has(id)) : found.patients), actors: keep(found.actors), places: place === undefined ? [] : [place], ...(time && { time }) }
  }

  /** To whom a verb in the passive voice is done, by the words alone: "[Ana Sol] was released". */
  subjectsOfPassive(verb: number): string[] {
    const isDone = this.syntax.tokens[verb]!.upos === 'VERB' && dependents(this.syntax, verb, 'aux:pass').length > 0
    return isDone ? this.entities(dependents(this.syntax, verb, 'nsubj', 'nsubj:pass').filter((each) => each < verb)) : []
  }

  private ofVerb(verb: number): Omit<EventArguments, 'places' | 'time'> {
    const governor = this.syntax.tokens[verb]!
    const isPassive = this.isPassive(verb)
    const subjects = this.subjectsOf(verb).filter((each) => this.relation(each) === 'nsubj')
    // A tree may call the subject of "was arrested" a plain one: it was done to that one all the same.
    const doers = dependents(this.syntax, verb, 'obl:agent')
    const isDoer = (each: number): boolean => caseOf(this.syntax, each) === 'by' || (each > verb && caseOf(this.syntax, each) === '')
    const agents = this.entities([...(isPassive ? [] : subjects), ...doers.filter(isDoer)])
    const objects = [...dependents(this.syntax, verb, 'nsubj:pass'), ...(isPassive ? subjects : []), ...doers.filter((each) => each < verb && !isDoer(each)), ...dependents(this.syntax, verb, 'obj'), ...dependents(this.syntax, verb, 'iobj')]
    const patients = this.entities(objects)
    // "Rejected the newspaper's request": whose the request is takes part too.
    const owners = objects.flatMap((each) => (this.referents.entityAt[each] ? [] : this.ownersOf(each)))
    const together = dependents(this.syntax, verb, 'obl').filter((each) => togetherMarkers.has(caseOf(this.syntax, each)))
    const actors = this.entities([...together, ...owners])
    // "Died after being hit by a truck": it was done to whoever died.
    if (isPassive && patients.length === 0) patients.push(...this.sharedSubject(verb))
    else if (agents.length === 0 && patients.length === 0) agents.push(...this.sharedSubject(verb))
    else if (agents.length === 0 && governor.xpos !== 'VBN') agents.push(...this.sharedSubject(verb))
    if (governor.deprel === 'acl:relcl' || governor.deprel === 'acl') {
      // "Kest was the first to win": what is said of the predicate is said of its subject.
      const predicate = this.entities([governor.head])
      const modified = predicate.length > 0 || dependents(this.syntax, governor.head, 'cop').length === 0 ? predicate : this.entities(dependents(this.syntax, governor.head, 'nsubj'))
      if (governor.xpos === 'VBN') patients.push(...modified)
      else if (agents.length === 0) agents.push(...modified)
    }
    return { agents, patients, actors }
  }

  /** A verb has one subject: in "He died, the club said" the second is that of what follows, whatever the tree says. */
  private subjectsOf(verb: number): number[] {
    const all = dependents(this.syntax, verb, 'nsubj')
    return all.some((each) => each < verb) ? all.filter((each) => each < verb) : all
  }

  /** "Was shot and killed": the second verb is as passive as the first; "Tourist killed in Jordan" leaves "was" out. */
  private isPassive(verb: number): boolean {
    const { deprel, head, xpos, lemma } = this.syntax.tokens[verb]!
    const hasOwn = (...relations: string[]) => dependents(this.syntax, verb, ...relations).length > 0
    if (hasOwn('aux:pass')) return true
    if (hasOwn('obj', 'ccomp', 'xcomp') || !/^VB[DN]$/u.test(xpos)) return false
    if (doneTo.has(lemma.toLowerCase()) && !hasOwn('aux')) return true
    return deprel === 'conj' && xpos === 'VBN' && head >= 0 && !hasOwn('nsubj', 'aux') && dependents(this.syntax, head, 'aux:pass').length > 0
  }

  /** Whose a thing is: "the [newspaper's] request", "the request of the [newspaper]". */
  private ownersOf(noun: number): number[] {
    const tied = dependents(this.syntax, noun, 'nmod').filter((each) => ownerMarkers.has(caseOf(this.syntax, each)))
    return [...dependents(this.syntax, noun, 'nmod:poss', 'compound'), ...tied]
  }

  /** The subject that a coordinated or subordinate verb has in common with the one above it: "He came and (he) signed". */
  private sharedSubject(verb: number): string[] {
    for (let at = verb, steps = 0; steps < 3; steps++) {
      const { deprel, head } = this.syntax.tokens[at]!
      const isInfinitive = deprel === 'ccomp' && dependents(this.syntax, at, 'mark').some((each) => this.syntax.tokens[each]!.lemma === 'to')
      if (head < 0 || !(isInfinitive || ['xcomp', 'conj', 'advcl'].includes(deprel)) || (at !== verb && deprel === 'advcl')) return []
      const told = this.entities(this.toldTo(head, at))
      if (told.length > 0) return told
      const subjects = this.entities(dependents(this.syntax, head, 'nsubj'))
      if (subjects.length > 0) return subjects
      at = head
    }
    return []
  }

  /** "Told [the rebels] to leave", "called on [Myanmar] to investigate": they are to do it, not whoever says so. */
  private toldTo(verb: number, infinitive: number): number[] {
    const isInfinitive = dependents(this.syntax, infinitive, 'mark').some((each) => this.syntax.tokens[each]!.lemma === 'to')
    if (!isInfinitive || !telling.has(this.syntax.tokens[verb]!.lemma.toLowerCase())) return []
    const between = dependents(this.syntax, verb, 'obj', 'iobj', 'obl', 'nmod').filter((each) => verb < each && each < infinitive)
    return between.filter((each) => ['', 'on', 'upon', 'to', 'for'].includes(caseOf(this.syntax, each)))
  }

  /** "Talks (held) between [Lima] and [Arvo] on [Monday]", by order of words: whoever stands on either side of "and", and the time after them. */
  private sidesOf(noun: number): { sides: string[]; time?: Time } {
    const { tokens } = this.syntax
    const isHere = (at: number): boolean => tokens[at]?.sentence === tokens[noun]!.sentence
    const between = range(noun + 1, noun + 12).find((at) => isHere(at) && /^between$/iu.test(tokens[at]!.text))
    if (between === undefined || !(between === noun + 1 || /^(?:place|happen|occur|hold)$/u.test(tokens[between - 1]!.lemma))) return { sides: [] }
    const sides: string[][] = [[]]
    let at = between + 1
    for (; isHere(at) && (nominal.has(tokens[at]!.upos) || (sides.length === 1 && joints.test(tokens[at]!.text))); at++) {
      const entity = this.referents.entityAt[at]
      if (joints.test(tokens[at]!.text)) sides.push([])
      else if (entity) sides.at(-1)!.push(entity.id)
    }
    const time = this.referents.timeAt[tokens[at]?.upos === 'ADP' ? at + 1 : at]
    return sides.length < 2 ? { sides: [] } : { sides: sides.flatMap((side) => side.at(-1) ?? []), ...(time && isHere(time.tokens.start) && { time }) }
  }

  private ofNoun(noun: number, type: EventType): Omit<EventArguments, 'places' | 'time'> {
    const patients = this.entities(dependents(this.syntax, noun, 'nmod').filter((each) => ['of', 'on', 'against'].includes(caseOf(this.syntax, each))))
    const owners = this.entities(dependents(this.syntax, noun, 'nmod:poss'))
    const isUndergone = patients.length === 0 && (undergone.has(type) || /^assassination/u.test(this.syntax.tokens[noun]!.lemma.toLowerCase()) || this.syntax.tokens[noun - 1]?.lemma.toLowerCase() === 'assassination')
    if (isUndergone) patients.push(...owners)
    const agents = [
      ...(isUndergone ? [] : owners),
      ...this.entities([...dependents(this.syntax, noun, 'nmod'), ...dependents(this.syntax, noun, 'obl')].filter((each) => caseOf(this.syntax, each) === 'by')),
      ...this.entities(dependents(this.syntax, noun, 'amod', 'compound')).filter((id) => !this.isWhere(noun, id) && (stateActs.has(type) || !this.places.has(id))),
    ]
    const actors = [...this.sidesOf(noun).sides, ...this.entities(dependents(this.syntax, noun, 'nmod').filter((each) => ['with', 'between', 'among'].includes(caseOf(this.syntax, each))))]
    for (const clause of this.takingPlace(noun)) {
      actors.push(...this.entities(dependents(this.syntax, clause, 'obl').filter((each) => togetherMarkers.has(caseOf(this.syntax, each)))))
    }
    const governor = this.syntax.tokens[noun]!.head
    if (governor >= 0 && this.syntax.tokens[governor]!.upos === 'VERB') {
      const isSubject = this.relation(noun).startsWith('nsubj')
      const subjects = this.entities(dependents(this.syntax, governor, 'nsubj', 'obl:agent'))
      const isTaking = this.relation(noun) === 'obj' ? !tellsOf(this.syntax.tokens[governor]!.lemma.toLowerCase()) : taking.test(caseOf(this.syntax, noun))
      const isHolding = this.relation(noun) === 'obj' && happeningVerbs.has(this.syntax.tokens[governor]!.lemma.toLowerCase())
      if (!isSubject && isTaking) actors.push(...(subjects.length > 0 || !isHolding ? subjects : this.sharedSubject(governor)))
      // "Signed a ceasefire with Yangon": the tree may hang the other side on the verb.
      if (this.relation(noun) === 'obj') actors.push(...this.entities(dependents(this.syntax, governor, 'obl').filter((each) => caseOf(this.syntax, each) === 'with')))
      if (this.relation(noun) === 'obl') actors.push(...this.entities(dependents(this.syntax, governor, 'obj')))
    }
    return { agents, patients, actors }
  }

  /** Relative clauses that only tell where, when and between whom: "that happened between …", "held in Minsk". */
  private takingPlace(noun: number): number[] {
    return dependents(this.syntax, noun, 'acl').filter((clause) => happeningVerbs.has(this.syntax.tokens[clause]!.lemma))
  }

  /** "The Chelsea explosion" was in Chelsea; "the Yangon airstrike" and "the Russian invasion" are theirs who did it. */
  private isWhere(noun: number, id: string): boolean {
    return dependents(this.syntax, noun, 'compound').some((each) => {
      const entity = this.referents.entityAt[each]
      return entity?.id === id && entity.kind === 'place' && entity.standsFor === undefined && entity.type !== 'Country'
    })
  }

  /** The trigger, what a relative clause says of it ("the talks that took place in Minsk"), and for a noun the verb it depends on. */
  private scope(trigger: number): number[] {
    const scope = [trigger, ...this.takingPlace(trigger)]
    // "Four days before the invasion", "after the meeting": the verb's time and place are not those of what came before or after.
    if (apart.test(caseOf(this.syntax, trigger)) && !this.isDoer(trigger)) return scope
    for (let at = trigger, steps = 0; steps < 2; steps++) {
      const { deprel, head } = this.syntax.tokens[at]!
      if (head < 0 || !(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod', 'compound', 'xcomp', 'nmod:poss'].includes(deprel) || this.goesAlong(at))) break
      scope.push(head)
      at = head
    }
    return scope
  }

/** "Injured in Arvo on Monday by [an explosion]": when and where it did that, it was. */
  private isDoer(noun: number): boolean {
    const { head } = this.syntax.tokens[noun]!
    return caseOf(this.syntax, noun) === 'by' && this.relation(noun).startsWith('obl') && head >= 0 && this.isPassive(head)
  }

  /** "Fired on Sunday, [killing] four", "was arrested on Sunday and [charged]": when and where the verb above tells. */
  private goesAlong(verb: number): boolean {
    const { deprel, xpos, upos } = this.syntax.tokens[verb]!
    if (upos !== 'VERB' || dependents(this.syntax, verb, 'nsubj', 'nsubj:pass', 'mark', 'aux').length > 0) return false
    return (deprel === 'advcl' && xpos === 'VBG') || (deprel === 'conj' && /^VB[DN]$/u.test(xpos))
  }

  private placeAt(node: number): string | undefined {
    for (const child of dependents(this.syntax, node, 'obl', 'nmod', 'compound')) {
      const entity = this.referents.entityAt[child]
      if (entity && this.relation(child) === 'compound' && this.isWhere(node, entity.id)) return entity.id
      if (entity?.kind === 'place' && placeMarkers.has(caseOf(this.syntax, child))) return entity.id
      if (!entity && placeMarkers.has(caseOf(this.syntax, child))) {
        const deeper = this.placeAt(child)
        if (deeper) return deeper
      }
    }
    return undefined
  }

  /** The country named before a happening that takes place there: "the [US] election". */
  private landBefore(noun: number): string | undefined {
    if (this.syntax.tokens[noun]!.upos === 'VERB') return undefined
    return first(dependents(this.syntax, noun, 'amod', 'compound', 'nmod:poss'), (each) => {
      const entity = this.referents.entityAt[each]
      return entity?.kind === 'place' ? entity.id : undefined
    })
  }

  private entities(nodes: readonly number[]): string[] {
    const ids = nodes.flatMap((node) => [...withConjuncts(this.syntax, node), ...this.joinedTo(node)]).flatMap((node) => this.at(node) ?? [])
    return [...new Set(ids)]
  }

  /** "The Times [and] the newspaper chain": joined by its own "and", whatever the tree calls the tie. */
  private joinedTo(node: number): number[] {
    return dependents(this.syntax, node, 'nmod', 'compound', 'flat', 'appos').filter((each) => each > node && caseOf(this.syntax, each) === ''
      && dependents(this.syntax, each, 'cc').some((cc) => node < cc && joints.test(this.syntax.tokens[cc]!.text)))
  }

  /** The entity at a token, or the one for whom an instrument acts. */
  at(node: number): string | undefined {
    const entity = this.referents.entityAt[node]
    // The people of a state are not the state: "spied on [Turks]".
    if (entity && this.referents.isAdjectiveAt[node] && /^(?:NOUN|PROPN)$/u.test(this.syntax.tokens[node]!.upos) && !/^(?:amod|compound|nmod:poss)/u.test(this.relation(node))) return undefined
    if (entity) return entity.id
    // "Replaces director [Anatoly Iksanov]": a title that the tree takes for the head of the name.
    const named = dependents(this.syntax, node, 'flat', 'appos').map((child) => this.referents.entityAt[child]).find((each) => each?.kind === 'person')
    if (named) return named.id
    const { lemma } = this.syntax.tokens[node]!
    if (bodies.has(lemma.toLowerCase())) return this.bodyNamedBeside(node)
    if (!instruments.has(lemma)) return undefined
    // A town's police are not the town.
    return dependents(this.syntax, node, 'nmod:poss', 'amod', 'compound').flatMap((child) => {
      const owner = this.referents.entityAt[child]
      return owner && (owner.kind !== 'place' || owner.type === 'Country') ? [owner.id] : []
    })[0]
  }

  /** "The newspaper [Le Monde]", "the [Gannett] newspaper chain", by order of words. */
  private bodyNamedBeside(noun: number): string | undefined {
    const bodyAt = (at: number): string | undefined => {
      const entity = this.referents.entityAt[at]
      return entity?.kind === 'organization' || entity?.kind === 'outlet' ? entity.id : undefined
    }
    const isNoun = (at: number): boolean => /^(?:NOUN|PROPN)$/u.test(this.syntax.tokens[at]?.upos ?? '')
    if (isNoun(noun + 1) && bodyAt(noun + 1)) return bodyAt(noun + 1)
    let at = noun - 1
    while (isNoun(at) && !bodyAt(at)) at -= 1
    return isNoun(at) ? bodyAt(at) : undefined
  }

  private relation(node: number): string { return this.syntax.tokens[node]!.deprel }
}
