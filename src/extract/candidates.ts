/**
 * What the rules for statements propose, and what they look for.
 * In: an article. Out: the cue of a word – "Scholz [called for] talks" → `{ head: called, span: called for, sense: demand }`.
 */
import type { Block, TokenSpan } from '../model.js'
import type { Article } from './article.js'
import type { CueSense } from './cues.js'
import { nounSenses, verbSenses } from './cues.js'
import type { Syntax } from './syntax.js'
import { caseOf, dependents } from './syntax.js'
import { words } from './word-lists.js'

/** The words that report. */
export interface Cue {
  readonly head: number
  readonly span: TokenSpan
  readonly sense: CueSense
}

/** A statement in the making: token indices in order of text. */
export interface Candidate {
  /** Name of the rule that proposes it. */
  readonly rule: string
  readonly confidence: number
  /** Absent for a run-on quotation. */
  readonly cue?: Cue
  /** Syntactic heads of those who said it; empty where the rule does not see them. */
  readonly sources: readonly number[]
  /** The same as the model marks them, for where the tree shows none. */
  readonly marked?: readonly number[]
  readonly content: readonly number[]
  /** Head of the outlet that reports it: "[DPA] quoted him as saying …". */
  readonly carrier?: number
}

/** A rule as a record: what it is called, what it finds and what it leaves alone. */
export interface StatementRule {
  readonly name: string
  /** How often it is right, measured on articles annotated by hand. */
  readonly confidence: number
  /** Sentences in which it finds a statement. */
  readonly matches: readonly string[]
  /** Sentences in which it finds none. */
  readonly misses: readonly string[]
  /** Where its examples stand; in a paragraph if it does not say. */
  readonly block?: Block['kind']
  readonly find: (article: Article) => readonly Omit<Candidate, 'rule' | 'confidence'>[]
}

/** The verb of saying that a token is, with its particle or preposition; undefined if it is none. */
export function verbCueOf(syntax: Syntax, head: number): Cue | undefined {
  const token = syntax.tokens[head]
  if (token === undefined || token.upos !== 'VERB') return undefined
  const lemma = knownLemma(token.lemma.toLowerCase())
  for (const part of partsOf(syntax, head)) {
    const sense = verbSenses.get(`${lemma}_${part.words}`)
    if (sense !== undefined) return { head, span: { start: head, end: part.end }, sense }
  }
  const sense = isCriticism(syntax, head) ? criticism : verbSenses.get(lemma)
  return sense === undefined ? undefined : { head, span: { start: head, end: head + 1 }, sense }
}

const criticism: CueSense = { act: 'criticise', frames: ['object'] }

/** What is attacked in words only. */
const criticised = /^(?:approach|argument|bill|budget|claim|decision|handling|idea|law|legislation|measure|motion|plan|policy|proposal|record|reform|remark|report|response|ruling|speech|statement|strategy|tactic|verdict)$/iu

/** "[attacked] the budget": an attack in words. */
export const isCriticism = (syntax: Syntax, head: number): boolean => /^attack$/iu.test(syntax.tokens[head]?.lemma ?? '') && syntax.tokens[head]!.upos === 'VERB'
  && dependents(syntax, head, 'obj', 'nsubj:pass').some((each) => criticised.test(syntax.tokens[each]!.lemma))

/** "quipp" of "quipped": a consonant that only the ending doubles. */
const knownLemma = (lemma: string): string => /([b-df-hj-np-tvwxz])\1$/u.test(lemma) && !verbSenses.has(lemma) && verbSenses.has(lemma.slice(0, -1)) ? lemma.slice(0, -1) : lemma

/** The verb of saying that a token of an article is. */
export const verbCueAt = ({ cues }: Article, head: number): Cue | undefined => cues[head]

/** What may stand right after a verb as part of it: particles, then the preposition of its first complement. */
function partsOf(syntax: Syntax, head: number): { words: string; end: number }[] {
  const after = (at: number) => syntax.tokens[at]?.text.toLowerCase() ?? ''
  const parts = [3, 2, 1].map((length) => ({
    words: Array.from({ length }, (_, step) => after(head + 1 + step)).join('_'), end: head + 1 + length,
  }))
  const particle = dependents(syntax, head, 'compound:prt')[0]
  if (particle !== undefined && particle > head) parts.push({ words: after(particle), end: particle === head + 1 ? particle + 1 : head + 1 })
  // "admitted to the paper that …" has its clause; "admitted to the theft" has none.
  if (dependents(syntax, head, 'ccomp').length > 0) return parts.filter(({ words }) => !/(?:^|_)(?:to|of|on|for|with|about|against|at|in)$/u.test(words))
  const prepositional = dependents(syntax, head, 'obl', 'advcl').filter((each) => each > head && caseOf(syntax, each) !== '')
  return [...parts, ...prepositional.map((each) => ({ words: caseOf(syntax, each), end: head + 1 }))]
}

/** The noun of saying that a token is: "declaration". */
export function nounCueAt({ syntax }: Article, head: number): Cue | undefined {
  const token = syntax.tokens[head]
  if (token === undefined || token.upos !== 'NOUN') return undefined
  const sense = isMet(syntax, head) ? undefined : nounSenses.get(token.lemma.toLowerCase())
  return sense === undefined ? undefined : { head, span: { start: head, end: head + 1 }, sense }
}

/** What others say of somebody: "The mayor drew [criticism] for naming him" is nothing that the mayor says. */
const met: ReadonlySet<string> = words('draw face attract receive meet spark prompt provoke earn invite suffer trigger get win hear encounter incur')

function isMet({ tokens }: Syntax, noun: number): boolean {
  const { deprel, head } = tokens[noun]!
  return deprel === 'obj' && head >= 0 && met.has(tokens[head]!.lemma.toLowerCase())
}

/** All tokens at or below some, in order of text, without those at or below others. */
export function below(syntax: Syntax, roots: readonly number[], without: readonly number[] = []): number[] {
  const found = new Set<number>()
  const queue = [...roots]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (without.includes(next) || found.has(next)) continue
    found.add(next)
    queue.push(...(syntax.children[next] ?? []))
  }
  return [...found].sort((a, b) => a - b)
}

/** "was told", "asked to explain, he …": the subject, if there is one, is not the one who speaks. */
export function isPassive(syntax: Syntax, verb: number): boolean {
  const { xpos, text, deprel } = syntax.tokens[verb]!
  if (isAskedFirst(syntax, verb)) return true
  if (dependents(syntax, verb, 'aux:pass').some((each) => each < verb)) return true
  // "Charged with theft were two men": turned round.
  if (/^VB[ND]$/u.test(xpos) && dependents(syntax, verb, 'aux:pass').length > 0 && dependents(syntax, verb, 'nsubj').every((each) => each > verb)) return true
  // "when he was asked", whatever the tree makes of it.
  let before = verb - 1
  while (syntax.tokens[before]?.upos === 'ADV') before--
  if (/^VB[ND]$/u.test(xpos) && /^(am|is|are|was|were|be|been|being)$/iu.test(syntax.tokens[before]?.text ?? '')) return true
  const subjects = dependents(syntax, verb, 'nsubj')
  if (subjects.length > 0 && subjects.every((each) => syntax.tokens[each]!.deprel === 'nsubj:pass' && each < verb) && !/^(VBZ|VBP|VBG)$/u.test(xpos)) return true
  const isParticiple = xpos === 'VBN' || (xpos === 'VBD' && /^Asked$/u.test(text)) || (xpos === 'VBD' && deprel.startsWith('advcl') && dependents(syntax, verb, 'mark').length === 0)
  return isParticiple && dependents(syntax, verb, 'aux').length === 0 && dependents(syntax, verb, 'nsubj').length === 0
    && deprel !== 'conj'
}

/** "[Asked] whether she would run, Senator Lima: “…”": whom the tree takes for the subject stands behind a comma and was asked. */
function isAskedFirst({ tokens, ...syntax }: Syntax, verb: number): boolean {
  const { text, xpos, sentence } = tokens[verb]!
  if (!/^VB[DN]$/u.test(xpos) || !/^\p{Lu}/u.test(text) || tokens[verb - 1]?.sentence === sentence) return false
  const [subject] = dependents({ tokens, ...syntax }, verb, 'nsubj')
  return subject !== undefined && subject > verb && tokens.slice(verb, subject).some((each) => each.text === ',')
}

/** Token indices `[start, end)`, one by one. */
export const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step)
