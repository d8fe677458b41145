/**
 * Candidates of one cue become one draft of a statement, with exact content and speakers.
 * In: an article. Out: drafts in no order – the model marks "[said] [that it was over]", the tree shows the same:
 * one draft, surer than either. Drafts whose speaker nobody names are kept until the quotations are dealt out.
 */
import { areAllAtWork, isAtWork } from './at-work.js'
import { attributed, attributionRule, isHabit, isUttered } from './attributions.js'
import type { Article } from './article.js'
import type { Candidate, Cue } from './candidates.js'
import { clauseRules } from './clauses.js'
import type { Content } from './contents.js'
import { documentNouns } from './cues.js'
import { contentOf } from './contents.js'
import { wholeClause, withoutAddressee } from './extents.js'
import { innerQuotation } from './inner-quotations.js'
import { accordingRule, phraseRules } from './phrases.js'
import { prepositionRules } from './prepositions-of-saying.js'
import { quotationsFirst } from './quoting.js'
import { withoutReporters } from './reporters-words.js'
import { signed } from './signed-quotations.js'
import { spoken, spokenRule } from './spoken.js'
import { orderRules, quotedRules } from './word-order.js'
import { entityAt, speakersOf } from './speakers.js'

/** In order of trust: of two that find the same cue, the first has its words. */
export const statementRules = [spoken, innerQuotation, signed, ...quotedRules, ...clauseRules, ...phraseRules, ...prepositionRules, ...orderRules]

/** A statement before it has its number and what surrounds it. */
export interface Draft extends Content {
  readonly rule: string
  readonly confidence: number
  readonly speakers: readonly string[]
  readonly cue?: Cue
  /** The document that says it, as a lemma: "report". */
  readonly document?: string
  /** Entity id of the outlet that reports it. */
  readonly medium?: string
}

const draftsByArticle = new WeakMap<Article, readonly Draft[]>()

export function draftsOf(article: Article): readonly Draft[] {
  const known = areAllAtWork() ? draftsByArticle.get(article) : undefined
  if (known !== undefined) return known
  const found = withCarriers(article, withAuthors(article, proposed(article).flatMap((each) => drafted(article, each))))
  if (areAllAtWork()) draftsByArticle.set(article, found)
  return found
}

/** "a report in Der Spiegel … according to the report": who stands behind a document is told once. */
function withAuthors(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  if (!isAtWork('author-of-document')) return drafts
  const authors = new Map<string, readonly string[]>()
  return [...drafts].sort((a, b) => startOfCue(article, a) - startOfCue(article, b)).map((draft) => {
    if (draft.document === undefined) return draft
    if (draft.speakers.length > 0) authors.set(draft.document, draft.speakers)
    return draft.speakers.length > 0 ? draft : { ...draft, speakers: authors.get(draft.document) ?? [], confidence: draft.confidence * 0.9 }
  })
}

/** "According to Radio Vitosha, the mayor said …": the mayor's statement, reported by the radio. */
function withCarriers(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  if (!isAtWork('carrier-of-statement')) return drafts
  const outlets = new Set(article.resolved.entities.flatMap(({ id, kind }) => (kind === 'outlet' ? [id] : [])))
  const places = new Map(drafts.map((draft, at) => [draft, at]))
  const byCue = grouped(drafts.filter(({ cue }) => cue !== undefined), ({ cue }) => [cue!.head])
  const carried = new Map<Draft, Draft>()
  for (const outer of drafts.filter(({ rule, speakers }) => rule === accordingRule && outlets.has(speakers[0] ?? ''))) {
    const within = outer.tokens.flatMap((token) => byCue.get(token) ?? []).sort((a, b) => places.get(a)! - places.get(b)!)
    const inner = within.find((each) => each !== outer && each.tokens.length > outer.tokens.length / 2 && each.speakers.length > 0)
    if (inner !== undefined) carried.set(inner, outer)
  }
  const carriers = new Set(carried.values())
  return drafts.filter((each) => !carriers.has(each)).map((each) => {
    const carrier = carried.get(each)?.speakers[0]
    return carrier === undefined ? each : { ...each, medium: carrier }
  })
}

/** One candidate a cue: the model's content where the tree agrees, the surer of the two where it does not. */
function proposed(article: Article): Candidate[] {
  const ruled = statementRules.filter(({ name }) => isAtWork(name)).flatMap((rule) => rule.find(article).map((each): Candidate => ({ ...each, rule: rule.name, confidence: rule.confidence })))
  const byCue = new Map<number, Candidate>()
  for (const each of [...(isAtWork(attributionRule) ? attributed(article) : []), ...ruled]) {
    if (each.cue === undefined || !isUttered(article, each.cue) || isWithinSpeech(article, each.cue, each.content)) continue
    const other = byCue.get(each.cue.head)
    byCue.set(each.cue.head, other === undefined ? each : joined(other, each))
  }
  return quotationsFirst(article, [...byCue.values()])
}

/** "“He told me he was tired,” she said": what is told in somebody's speech is hers, unless words of it are quoted again. */
function isWithinSpeech({ quotedIn, quotations, resolved }: Article, cue: Cue, content: readonly number[]): boolean {
  const around = quotations[quotedIn[cue.head]!]
  if (around?.kind !== 'speech') return false
  return !quotations.some(({ depth, start, end }) => depth > 0 && content.some((each) => start <= resolved.tokens[each]!.start && resolved.tokens[each]!.end <= end))
}

/** Share of words from which two contents count as one. */
const AGREEMENT = 0.5
/** From here on the model's content goes before the tree's; chosen on annotated articles. */
const MODEL_SURE = 0.6

/**
 * Two views of one cue. The tree's words are taken before the model's, unless the two differ and the model is sure; two that
 * agree are surer than each alone.
 */
function joined(first: Candidate, second: Candidate): Candidate {
  const shared = first.content.filter((each) => second.content.includes(each)).length
  const agreement = (2 * shared) / (first.content.length + second.content.length || 1)
  const isModels = first.rule === attributionRule && second.rule !== attributionRule
  const isOverruled = second.rule !== spokenRule && agreement < AGREEMENT && first.confidence >= MODEL_SURE
  const better = isModels && !isOverruled ? second : first
  const sources = better.sources.length > 0 ? better.sources : isModels ? first.sources : second.sources
  const marked = first.marked ?? second.marked
  const carrier = first.carrier ?? second.carrier
  return {
    ...better, sources, ...(marked === undefined ? {} : { marked }), ...(first.cue === undefined ? {} : { cue: first.cue }),
    confidence: agreement > AGREEMENT ? 1 - (1 - first.confidence) * (1 - second.confidence) : better.confidence,
    ...(carrier === undefined ? {} : { carrier }),
  }
}

function drafted(article: Article, candidate: Candidate): Draft[] {
  const isClause = /^(clause-of-saying|attribution)$/u.test(candidate.rule) && candidate.cue?.sense.frames.includes('clause') === true
  const tokens = isClause ? wholeClause(article, candidate.cue!, candidate.content) : candidate.content
  const content = contentOf(article, candidate.cue, withoutReporters(article, candidate.cue, withoutAddressee(article, candidate.cue, tokens)))
  const speakers = speakersOf(article, candidate.cue?.head, candidate)
  const heads = candidate.sources.length > 0 ? candidate.sources : candidate.marked ?? []
  if (candidate.cue !== undefined && isHabit(article, candidate.cue, heads)) return []
  if (content === undefined) return []
  const { rule, confidence, cue, carrier } = candidate
  const medium = carrier === undefined ? undefined : entityAt(article, carrier)?.id
  const document = documentOf(article, candidate)
  return [{
    ...content, rule, confidence, speakers, ...(cue === undefined ? {} : { cue }), ...(medium === undefined ? {} : { medium }),
    ...(document === undefined ? {} : { document }),
  }]
}

/** "She said he had asked them to go": two acts of saying, one within the other. */
const isCueIn = (outer: Draft, inner: Draft): boolean => inner.cue !== undefined && outer.tokens.includes(inner.cue.head)

/** Of two statements of the same words, the surer: "Urin said: “I hope so,” Urin said." */
export function withoutRepeats(article: Article, drafts: readonly Draft[]): Draft[] {
  const bySureness = [...drafts].sort((a, b) => b.confidence - a.confidence || b.tokens.length - a.tokens.length || startOfCue(article, a) - startOfCue(article, b))
  const kept: Draft[] = []
  // Only statements that share words can be the same: others are not even looked at.
  const withToken = new Map<number, Draft[]>()
  for (const draft of bySureness) {
    const isRepeat = [...sharers(draft, withToken)].some(([other, shared]) => {
      if (isCueIn(draft, other) !== isCueIn(other, draft)) return false
      const isSameVoice = draft.form === 'direct' && other.form === 'direct' && draft.speakers.join() === other.speakers.join()
      const size = isSameVoice ? Math.min(draft.tokens.length, other.tokens.length) : Math.max(draft.tokens.length, other.tokens.length)
      return shared / size > 0.8
    })
    if (isRepeat) continue
    kept.push(draft)
    for (const token of new Set(draft.tokens)) withToken.set(token, [...(withToken.get(token) ?? []), draft])
  }
  return kept
}

/** Drafts that share words with one, and how many. */
function sharers({ tokens }: Draft, withToken: ReadonlyMap<number, readonly Draft[]>): Map<Draft, number> {
  const counts = new Map<Draft, number>()
  for (const token of tokens) for (const other of withToken.get(token) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1)
  return counts
}

function grouped<Item>(items: readonly Item[], keysOf: (item: Item) => readonly number[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) for (const key of keysOf(item)) {
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export const startOfCue = ({ resolved }: Article, { cue }: Draft): number => cue === undefined ? 0 : resolved.tokens[cue.head]!.start

/** The document that a candidate names for its source: "the [report]". */
function documentOf({ syntax }: Article, { sources, marked = [] }: Candidate): string | undefined {
  const lemmas = (sources.length > 0 ? sources : marked).map((each) => syntax.tokens[each]!.lemma.toLowerCase())
  return lemmas.find((each) => documentNouns.has(each))
}
