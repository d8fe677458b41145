/**
 * How the sentence treats a word: as denied, as planned, as merely possible.
 * In: a word, given as token index, and the dependency tree. Out: its attitude, undefined if nothing keeps it from being
 * stated – "failed to [attack]" → Negated; "called off the [match]" → Cancelled; "plans to [visit]" → Planned; "may [resign]", "if they [attack]",
 * "threat of [war]", "Did he [call]?" → Possible. Goes from the word upwards; the nearest word that decides wins.
 * Not handled: irony, and doubts raised in another sentence.
 */
import type { Factuality, Resolved } from '../model.js'
import { stems } from './lemmas.js'
import type { Syntax } from './syntax.js'
import { ancestors, caseOf, dependents } from './syntax.js'
import { words } from './word-lists.js'

export type Attitude = Exclude<Factuality, 'Asserted' | 'Reported'>

const negators = words("not n't n’t never no neither nor hardly scarcely barely without nobody none nothing")
/** Those of the preventers that call off what was planned. */
const cancellers = words('cancel call_off scrap shelve abort abandon cancellation')
/** Verbs and nouns whose complement did not come about. */
const preventers = words(
  'fail refuse decline avoid prevent cancel abandon avert foil thwart stop block forgo postpone scrap shelve abort deny reject '
  + 'rule_out call_off clear acquit exonerate absolve lack absence failure refusal cancellation prevention denial lack_of hold_off refrain neglect forget put_off postponement adjourn',
)
/** Verbs, adjectives and nouns whose complement is still to come. */
const planners = words(
  'plan intend schedule prepare aim expect set due slate decide agree promise vow pledge arrange propose announce about will '
  + 'plan_to intention preparation agreement_to upcoming forthcoming planned scheduled future coming postponed delayed delay push_back proposed expected intended '
  + 'ready poised want hope wish seek request demand call order urge ask invite instruct tell aim_to commitment promise_to',
)
/** Words whose complement may or may not be so. */
const supposers = words(
  'possible potential likely unlikely probable alleged suspected apparent purported supposed attempted feared threatened would-be '
  + 'hypothetical eventual claim allegation accusation suspicion fear threat risk possibility chance prospect danger likelihood '
  + 'rumor rumour speculation suggestion idea question attempt try attempt_to bid effort suspect suppose imagine consider doubt '
  + 'threaten fear worry seem appear accuse charge encourage allow enable help seek_to call_for warning warn hypothesis scenario '
  + 'plot conspire conspiracy chance',
)
/** Verbs that only say that something takes place: what is negated is the happening itself. */
const bringers = words(
  'hold happen occur take take_place place be begin start break have make carry conduct launch stage sign reach erupt do commit '
  + 'give go perform exist lead ensue follow come suffer',
)
/** Before a verb: it did not come to that. */
const nearMisses = words('nearly almost narrowly')
/** Convicted so, or accused so, one did not do it. */
const wrongful = words('wrongly wrongfully falsely mistakenly')
const doubters = words('perhaps maybe possibly probably likely potentially apparently supposedly presumably allegedly purportedly seemingly')
const hearsay = words('reportedly')
const possibilities = words("may might could would should can must ’d 'd shall ought")
const futures = words("will 'll ’ll wo going gonna")
/** "Was due to play": the tree may hang these on the infinitive instead of the other way round. */
const imminent = words('due slated scheduled poised')
const conditions = words('if unless whether lest in_case provided supposing')

/** What the words around and above one make of it; undefined if nothing keeps it from being stated. */
export function attitude(resolved: Resolved, syntax: Syntax, token: number): Attitude | undefined {
  const path = [token, ...ancestors(syntax, token)]
  for (const [step, each] of path.entries()) {
    const child = path[step - 1]
    // A relative clause, an apposition or a parenthesis does not inherit the attitude of what it is attached to,
    // nor does the second of two coordinated clauses with a subject of its own.
    const found = child !== undefined && isApart(syntax, child) ? undefined : attitudeAt(syntax, each, child)
    if (found !== undefined) return found
    if (isApart(syntax, each)) return undefined
  }
  return isAsked(resolved, token) ? 'Possible' : undefined
}

function isApart(syntax: Syntax, token: number): boolean {
  const { deprel } = syntax.tokens[token]!
  if (/^(acl:relcl|parataxis|appos|list|discourse|vocative|dep$)/u.test(deprel)) return true
  // "is expected to win after he said …": what is told in the past tense is not part of what is expected.
  if (/^advcl/u.test(deprel)) return [token, ...dependents(syntax, token, 'aux', 'cop')].some((each) => syntax.tokens[each]!.xpos === 'VBD')
  return deprel === 'conj' && dependents(syntax, token, 'nsubj').length > 0
}

/** The attitude that `token` takes, to itself (`child` undefined) or to the part of the sentence that `child` heads. */
function attitudeAt(syntax: Syntax, token: number, child: number | undefined): Attitude | undefined {
  if (child === undefined) return modality(syntax, token)
  const { deprel } = syntax.tokens[child]!
  if (/^(obl:tmod|nmod:poss|nmod:tmod|det|amod|advmod|case|mark|punct|cc$)/u.test(deprel)) return undefined
  if (deprel === 'conj') return /^(but|yet)$/iu.test(joining(syntax, child)) ? undefined : modality(syntax, token)
  if (deprel.startsWith('advcl') && !isComplement(deprel, syntax, child)) return undefined
  const governed = isComplement(deprel, syntax, child) ? government(syntax, token, child) : undefined
  if (governed !== undefined) return governed
  const mood = modality(syntax, token)
  // "The attack did not kill anyone" says that there was an attack; "no talks were held" says that there were none.
  const isOwn = /^(xcomp|ccomp|csubj|cop|aux|root|fixed|flat|compound)/u.test(deprel)
  return mood === 'Negated' && !isOwn && !bringers.has(syntax.tokens[token]!.lemma.toLowerCase()) ? undefined : mood
}

/** What a word makes of its complement: "[fail] to attack", "[plan] to visit", "[threat] of war". */
function government(syntax: Syntax, token: number, child: number): Attitude | undefined {
  const own = baseForms(syntax, token)
  const particle = dependents(syntax, token, 'compound:prt')[0]
  const whole = particle === undefined ? [] : own.map((each) => `${each}_${syntax.tokens[particle]!.text.toLowerCase()}`)
  const isIn = (list: ReadonlySet<string>) => [...whole, ...own].some((each) => list.has(each))
  if (isIn(cancellers)) return 'Cancelled'
  if (isIn(preventers) || dependents(syntax, token, 'advmod').some((each) => wrongful.has(syntax.tokens[each]!.text.toLowerCase()))) return 'Negated'
  if (whole.some((each) => planners.has(each)) || own.some((each) => planners.has(each) && isOpen(syntax, child, each))) return 'Planned'
  return isIn(supposers) ? 'Possible' : undefined
}

/** The lemma, and what a verb may be a form of: the model now and then makes "postpon" of "postponed". */
function baseForms(syntax: Syntax, token: number): string[] {
  const { lemma, text, upos } = syntax.tokens[token]!
  return [lemma.toLowerCase(), ...(upos === 'VERB' ? stems(text.toLowerCase()) : [])]
}

/** The word that coordinates a conjunct with the one before it. */
function joining(syntax: Syntax, child: number): string {
  const cc = dependents(syntax, child, 'cc')[0]
  return cc === undefined ? '' : syntax.tokens[cc]!.text
}

const isComplement = (deprel: string, syntax: Syntax, child: number): boolean =>
  /^(xcomp|ccomp|obj|nsubj:pass|acl$|csubj)/u.test(deprel)
  || (/^(nmod|obl|advcl)/u.test(deprel)
    && dependents(syntax, child, 'case', 'mark').some((each) => /^(of|for|from|about|with|against)$/iu.test(syntax.tokens[each]!.text)))
  || (/^(nmod|obl)/u.test(deprel) && (caseOf(syntax, child) === 'to' || isTakenAlong(syntax, child)))

/** "The match was called off [along with the derby]" calls off both, wherever the tree hangs the words between. */
function isTakenAlong(syntax: Syntax, child: number): boolean {
  const first = Math.min(child, ...(syntax.children[child] ?? []))
  return /\b(?:(?:along|together) with|alongside|as well as)\b/iu.test(syntax.tokens.slice(Math.max(0, first - 2), child).map(({ text }) => text).join(' '))
}

/** Plans are infinitives or nouns; "expects that it fell" is no plan. */
function isOpen(syntax: Syntax, child: number, planner: string): boolean {
  const { upos } = syntax.tokens[child]!
  if (upos !== 'VERB' && upos !== 'AUX') return !/^(announce|decide|tell|ask|agree)$/u.test(planner)
  return dependents(syntax, child, 'mark').some((each) => syntax.tokens[each]!.text.toLowerCase() === 'to')
}

/** Negation, mood and doubt among the words that hang on one. */
function modality(syntax: Syntax, token: number): Attitude | undefined {
  const below = (...relations: string[]) => dependents(syntax, token, ...relations).map((each) => syntax.tokens[each]!)
  const has = (list: ReadonlySet<string>, ...relations: string[]) =>
    below(...relations).some(({ text, lemma }) => list.has(text.toLowerCase()) || list.has(lemma.toLowerCase()))
  // "not only … but" denies nothing.
  const isDenied = dependents(syntax, token, 'advmod', 'det', 'case', 'mark', 'cc', 'nsubj', 'cc:preconj').some((each) =>
    negators.has(syntax.tokens[each]!.text.toLowerCase()) && !/^(only|just|merely)$/iu.test(syntax.tokens[each + 1]?.text ?? ''))
  if (isDenied) return 'Negated'
  if (dependents(syntax, token, 'nsubj').some((each) => dependents(syntax, each, 'det').some((det) => /^(no|neither)$/iu.test(syntax.tokens[det]!.text)))) return 'Negated'
  // "Nearly killed" killed nobody.
  if (syntax.tokens[token]!.upos === 'VERB' && has(nearMisses, 'advmod')) return 'Negated'
  if (has(conditions, 'mark', 'advmod')) return 'Possible'
  if (has(doubters, 'advmod', 'amod') || has(supposers, 'amod') || has(hearsay, 'advmod')) return 'Possible'
  if (has(possibilities, 'aux')) return 'Possible'
  if (has(futures, 'aux') || has(planners, 'amod')) return 'Planned'
  if (syntax.tokens[token]!.xpos === 'VB' && has(imminent, 'mark', 'advmod')) return 'Planned'
  return undefined
}

/** Whether a token's sentence is a question. */
/** "“Good morning,” she [said], “how is the river?”": what is asked in the words quoted is not asked of the one who speaks. */
function isQuotedAfter({ tokens }: Resolved, token: number, mark: number): boolean {
  const between = tokens.slice(token + 1, mark)
  return between.filter(({ xpos }) => xpos === '``').length > between.filter(({ xpos }) => xpos === "''").length
}

function isAsked(resolved: Resolved, token: number): boolean {
  const sentence = resolved.sentences[resolved.tokens[token]!.sentence]
  if (sentence === undefined) return false
  for (let index = sentence.end - 1; index >= sentence.start; index--) {
    const { text } = resolved.tokens[index]!
    if (text.startsWith('?')) return !isQuotedAfter(resolved, token, index)
    if (/[\p{L}\p{N}]/u.test(text)) return false
  }
  return false
}
