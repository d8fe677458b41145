/**
 * When a happening was: "the attack [on Tuesday]", "the [2022] election", "the invasion" four days after [Feb 20].
 * In: the token that names it, its kind, and the words whose times are its own. Out: a time, the surest way first.
 * Not handled: days told in another sentence.
 */
import type { EventType, Time } from '../model.js'
import { range } from './candidates.js'
import { ancestors, caseOf, dependents, type Syntax } from './syntax.js'

const clauses = new Set(['ccomp', 'advcl', 'acl', 'parataxis', 'csubj'])

const numerals = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** What a numeral counts; 0 if the word is none. */
function countOf(word: string): number {
  const at = numerals.indexOf(word)
  return /^\d{1,3}$/u.test(word) ? Number(word) : Math.max(at, at === 0 ? 1 : 0)
}

/** What these lead to is at another time. */
export const apart = /\b(before|after|since|until|till|following|ahead|prior|despite|over|by)\b/u
/** Words that open another clause, whatever the tree makes of them. */
const opening = /^(after|before|when|since|until|while|because|as|which|who|whom|whose|that|where|if|although|though|:|;)$/iu

/** Kinds that bear the year of their name: "won the 1984 Book Award". */
const yearly: ReadonlySet<EventType> = new Set<EventType>(['award', 'election', 'sports-match'])

/** The word that heads the clause of a token. */
export function clauseOf(syntax: Syntax, token: number): number {
  const relation = (each: number): string => syntax.tokens[each]!.deprel
  return [token, ...ancestors(syntax, token)].find((each) => clauses.has(relation(each).split(':')[0]!) || relation(each) === 'root'
    || (relation(each) === 'conj' && syntax.tokens[each]!.upos === 'VERB')) ?? token
}

/** What is found first at the nodes, in their order. */
export function first<T>(nodes: readonly number[], find: (node: number) => T | undefined): T | undefined {
  for (const node of nodes) {
    const found = find(node)
    if (found !== undefined) return found
  }
  return undefined
}

export class TimeFinder {
  /** @param timeAtToken the time that each token belongs to */
  constructor(private readonly syntax: Syntax, private readonly timeAtToken: readonly (Time | undefined)[]) {}

  /** @param scope the word, and those above it whose time is its own */
  of(trigger: number, type: EventType, scope: readonly number[]): Time | undefined {
    return this.timeBeside(trigger) ?? this.timeApart(trigger) ?? this.timeOfClause(trigger) ?? first(scope, (node) => this.timeAt(node))
      ?? (yearly.has(type) ? this.timeOfObject(trigger) : undefined) ?? this.onlyTime(trigger)
  }

  /** "The attack on Tuesday", "the meeting last week", "the 2022 election", "Sunday's attacks": whatever the tree says, the time beside it is its own. */
  private timeBeside(trigger: number): Time | undefined {
    if (this.syntax.tokens[trigger]!.upos === 'VERB') return undefined
    const next = this.syntax.tokens[trigger + 1]
    const modifiers = dependents(this.syntax, trigger, 'compound', 'nummod', 'amod', 'nmod:poss', 'nmod:unmarked').filter((each) => each < trigger)
    return this.timeAtToken[trigger + (next?.upos === 'ADP' ? 2 : 1)] ?? first([...modifiers, trigger - 1], (each) => (this.syntax.tokens[each]?.sentence === this.syntax.tokens[trigger]!.sentence ? this.timeAtToken[each] : undefined))
  }

  /** "Since [January], when he was attacked": the time that "when" goes back to. */
  private timeOfClause(verb: number): Time | undefined {
    const when = dependents(this.syntax, verb, 'advmod', 'mark').find((each) => each < verb && /^when$/iu.test(this.syntax.tokens[each]!.text))
    if (when === undefined) return undefined
    const before = this.syntax.tokens[when - 1]?.text === ',' ? when - 2 : when - 1
    return this.syntax.tokens[before]?.sentence === this.syntax.tokens[verb]!.sentence ? this.timeAtToken[before] : undefined
  }

  /** "Won the [1984] Book Award". */
  private timeOfObject(verb: number): Time | undefined {
    const objects = dependents(this.syntax, verb, 'obj')
    return first(objects.flatMap((each) => this.syntax.children[each] ?? []), (each) => (each < (objects[0] ?? 0) ? this.timeAtToken[each] : undefined))
  }

  /** The one time that a clause gives, wherever the tree hangs it; none for what came before or after. */
  private onlyTime(trigger: number): Time | undefined {
    const clause = clauseOf(this.syntax, trigger)
    if (apart.test(caseOf(this.syntax, trigger))) return undefined
    const all = [...new Set(this.sentenceOf(trigger).flatMap((each) => this.timeAtToken[each] ?? []))]
    const time = all.length === 1 ? all[0] : undefined
    const own = time ? range(time.tokens.start, time.tokens.end) : []
    const inside = own.find((each) => !own.includes(this.syntax.tokens[each]!.head))
    if (!time || inside === undefined || apart.test(caseOf(this.syntax, inside)) || apart.test(this.syntax.tokens[time.tokens.start - 1]?.text.toLowerCase() ?? '')) return undefined
    const between = this.syntax.tokens.slice(Math.min(inside, trigger), Math.max(inside, trigger))
    return clauseOf(this.syntax, inside) === clause && !between.some(({ text }) => opening.test(text)) ? time : undefined
  }

  private sentenceOf(token: number): number[] {
    const { tokens } = this.syntax
    const isSame = (at: number): boolean => tokens[at]?.sentence === tokens[token]!.sentence
    let [start, end] = [token, token + 1]
    while (isSame(start - 1)) start--
    while (isSame(end)) end++
    return range(start, end)
  }

  private timeAt(node: number): Time | undefined {
    const isNoun = this.syntax.tokens[node]!.upos !== 'VERB'
    for (const child of this.syntax.children[node] ?? []) {
      const relation = this.relation(child).split(':')[0]!
      if (relation !== 'obl' && relation !== 'advmod' && !(isNoun && relation === 'nmod')) continue
      const found = this.timeWithin(child)
      if (found) return found
    }
    return undefined
  }

  /** "On Feb 20, four days before the invasion": the day that is so far from another one. */
  timeApart(trigger: number): Time | undefined {
    const { tokens } = this.syntax
    const start = Math.max(0, trigger - 9)
    const words = tokens.slice(start, trigger).map(({ text }) => text.toLowerCase())
    const at = words.findLastIndex((word) => word === 'before' || word === 'after')
    const unit = /^(day|week)s?$/u.exec(words[at - 1] ?? '')?.[1]
    const count = countOf(words[at - 2] ?? '')
    const from = this.timeAtToken.slice(Math.max(0, start + at - 10), start + at - 2).findLast((time) => time && /^\d{4}-\d\d-\d\d/u.test(time.from))
    if (at < 2 || !unit || !count || !from || tokens[start + at]!.sentence !== tokens[trigger]!.sentence) return undefined
    const days = count * (unit === 'week' ? 7 : 1) * (words[at] === 'before' ? 1 : -1)
    const day = new Date(Date.parse(from.from.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)
    return { tokens: { start: start + at - 2, end: start + at }, from: day }
  }

  /** A time in a phrase, but not deep inside it: "a policy of net zero by 2050" is not of 2050, nor "the day before he resigned in 2019" in 2019. */
  private timeWithin(node: number, depth = 1): Time | undefined {
    const here = this.timeAtToken[node]
    if (here || depth === 0) return here
    return first((this.syntax.children[node] ?? []).filter((child) => !clauses.has(this.relation(child).split(':')[0]!)), (child) => this.timeWithin(child, depth - 1))
  }

  private relation(node: number): string { return this.syntax.tokens[node]!.deprel }
}
