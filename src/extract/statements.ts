/**
 * Who said what to whom, when, where and through which outlet.
 * In: a resolved article. Out: statements in order of text – "“We win,” the captain told Radio Vitosha on Monday." →
 * direct, speaker: the captain, addressee and medium: Radio Vitosha, date: that Monday, content: `We win`.
 *
 * Candidates come from the model's attributions and from rules over the dependency tree (clauses.ts, phrases.ts); those
 * of one cue are one statement. Quotations left over go to the cue beside them, or carry on what was said before
 * (quoting.ts). What nobody is named for is no statement. Free indirect speech is left out.
 */
import type { Evidence, NewsEvent, Resolved, Span, Statement } from '../model.js'
import { attributed, attributionRule, isUttered } from './attributions.js'
import type { Article, Candidate, Cue } from './candidates.js'
import { articleOf } from './candidates.js'
import { clauseRules } from './clauses.js'
import type { Content } from './contents.js'
import { chainsOf, contentOf, tokensIn } from './contents.js'
import { phraseRules } from './phrases.js'
import { carriesOn, cueBeside } from './quoting.js'
import type { Quotation } from './quotes.js'
import { entityAt, speakersOf } from './speakers.js'
import { circumstances, surroundingsOf } from './surroundings.js'
import { charactersOf } from './syntax.js'

export const statementRules = [...clauseRules, ...phraseRules]

/** A statement before it has its number and what surrounds it. */
interface Draft extends Content {
  readonly rule: string
  readonly confidence: number
  readonly speakers: readonly string[]
  readonly cue?: Cue
  readonly carrier?: number
}

export function statements(resolved: Resolved): Statement[] {
  const article = articleOf(resolved)
  const drafts = withRunOns(article, proposed(article).flatMap((each) => drafted(article, each)))
  const sorted = withoutRepeats(article, drafts).sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || startOfCue(article, a) - startOfCue(article, b))
  return nested(article, handedOn(article, sorted, sorted.map((draft, index) => numbered(article, draft, index + 1))))
}

const startOfCue = ({ resolved }: Article, { cue }: Draft): number => cue === undefined ? 0 : resolved.tokens[cue.head]!.start

/** One candidate a cue: the model's content where the tree agrees, the surer of the two where it does not. */
function proposed(article: Article): Candidate[] {
  const ruled = statementRules.flatMap((rule) => rule.find(article).map((each): Candidate => ({ ...each, rule: rule.name, confidence: rule.confidence })))
  const byCue = new Map<number, Candidate>()
  for (const each of [...attributed(article), ...ruled]) {
    if (each.cue === undefined || !isUttered(article, each.cue)) continue
    const other = byCue.get(each.cue.head)
    byCue.set(each.cue.head, other === undefined ? each : joined(other, each))
  }
  return [...byCue.values()]
}

/** Two views of one cue. The first found keeps its words; two that agree are surer than each alone. */
function joined(first: Candidate, second: Candidate): Candidate {
  const shared = first.content.filter((each) => second.content.includes(each)).length
  const agreement = (2 * shared) / (first.content.length + second.content.length || 1)
  const better = agreement > 0.3 || first.confidence >= second.confidence ? first : second
  const sources = first.rule === attributionRule && second.sources.length > 0 ? second.sources : better.sources.length > 0 ? better.sources : second.sources
  const carrier = first.carrier ?? second.carrier
  return {
    ...better, sources, ...(first.cue === undefined ? {} : { cue: first.cue }),
    confidence: agreement > 0.5 ? 1 - (1 - first.confidence) * (1 - second.confidence) : better.confidence,
    ...(carrier === undefined ? {} : { carrier }),
  }
}

function drafted(article: Article, candidate: Candidate): Draft[] {
  const content = contentOf(article, candidate.cue, candidate.content)
  const speakers = speakersOf(article, candidate.cue?.head, candidate.sources)
  if (content === undefined) return []
  const { rule, confidence, cue, carrier } = candidate
  return [{ ...content, rule, confidence, speakers, ...(cue === undefined ? {} : { cue }), ...(carrier === undefined ? {} : { carrier }) }]
}

/** Gives the quotations that are left over to a cue beside them or to the statement before them. */
function withRunOns(article: Article, drafts: readonly Draft[]): Draft[] {
  const all = [...drafts]
  for (const chain of chainsOf(article.quotations)) {
    const tokens = tokensIn(article, chain)
    if (tokens.length === 0 || all.some((draft) => draft.tokens.some((each) => tokens.includes(each)) && !isInside(article, draft, chain))) continue
    const cue = cueBeside(article, chain)
    if (cue !== undefined && !isUttered(article, cue)) continue
    const at = cue === undefined ? lastBefore(article, all, chain) : all.findIndex((draft) => draft.cue?.head === cue.head)
    const before = all[at]
    if (before?.form === 'direct') all[at] = { ...before, ...extended(article, before, tokens) }
    else all.push(...runOn(article, before, cue, tokens))
  }
  return all.filter(({ speakers }) => speakers.length > 0)
}

/** Whether a draft's cue is itself spoken within the quotation: "“He said no,” she recalled". */
function isInside({ resolved }: Article, { cue }: Draft, chain: readonly Quotation[]): boolean {
  return cue !== undefined && chain.some(({ start, end }) => start <= resolved.tokens[cue.head]!.start && resolved.tokens[cue.head]!.end <= end)
}

function extended(article: Article, before: Draft, tokens: readonly number[]): Content {
  const more = contentOf(article, before.cue, tokens)
  return more === undefined ? before : { form: 'direct', spans: [...before.spans, ...more.spans], tokens: [...before.tokens, ...more.tokens] }
}

function runOn(article: Article, before: Draft | undefined, cue: Cue | undefined, tokens: readonly number[]): Draft[] {
  const own = cue ?? before?.cue
  const content = contentOf(article, own, tokens)
  const speakers = cue === undefined ? before?.speakers ?? [] : speakersOf(article, cue.head, [])
  if (content === undefined || speakers.length === 0) return []
  const [rule, confidence] = cue === undefined ? ['quotation-carried-on', 0.7] as const : ['quotation-beside-cue', 0.75] as const
  return [{ ...content, rule, confidence, speakers, ...(own === undefined ? {} : { cue: own }) }]
}

/** The draft that a quotation carries on; -1 if there is none. */
function lastBefore(article: Article, drafts: readonly Draft[], chain: readonly Quotation[]): number {
  const { start } = chain[0]!.outer
  let best = -1
  let bestEnd = -1
  drafts.forEach((draft, index) => {
    const end = extent(article, draft)
    if (end <= start && end >= bestEnd && draft.speakers.length > 0) [best, bestEnd] = [index, end]
  })
  return best >= 0 && carriesOn(article, bestEnd, start) ? best : -1
}

/** Where a statement's content or cue ends, whichever is later. */
function extent({ resolved }: Article, { spans, cue }: Draft): number {
  return Math.max(...spans.map(({ end }) => end), cue === undefined ? 0 : resolved.tokens[cue.span.end - 1]!.end)
}

/** Of two statements of the same words, the surer: "Urin said: “I hope so,” Urin said." */
function withoutRepeats(article: Article, drafts: readonly Draft[]): Draft[] {
  const bySureness = [...drafts].sort((a, b) => b.confidence - a.confidence || startOfCue(article, a) - startOfCue(article, b))
  const kept: Draft[] = []
  for (const draft of bySureness) {
    const isRepeat = kept.some((other) => {
      const shared = draft.tokens.filter((each) => other.tokens.includes(each)).length
      return shared / Math.max(draft.tokens.length, other.tokens.length) > 0.8
    })
    if (!isRepeat) kept.push(draft)
  }
  return kept
}

function numbered(article: Article, draft: Draft, number: number): Statement {
  const { resolved } = article
  const { cue, carrier, speakers, form, spans } = draft
  const around = surroundingsOf(article, cue, draft.tokens, speakers)
  const medium = (carrier === undefined ? undefined : entityAt(article, carrier)?.id) ?? around.medium
  const cueSpan = cue === undefined ? undefined : charactersOf(resolved.tokens, cue.span)
  return {
    kind: 'statement', number, form, speakers, content: spans as unknown as Evidence, speechAct: cue?.sense.act ?? 'say',
    ...around, ...(medium === undefined ? {} : { medium }), ...(cueSpan === undefined ? {} : { cue: cueSpan }),
    confidence: draft.confidence, rule: draft.rule, evidence: evidenceOf(spans, cueSpan),
  }
}

/** One span where the cue touches the content, else one for each. */
function evidenceOf(spans: readonly Span[], cue: Span | undefined): Evidence {
  const all = [...spans, ...(cue === undefined ? [] : [cue])].sort((a, b) => a.start - b.start)
  return all as unknown as Evidence
}

/** When and where something was said holds for what the same speaker says next in the passage. */
function handedOn(article: Article, drafts: readonly Draft[], list: readonly Statement[]): Statement[] {
  const result: Statement[] = []
  list.forEach((statement, index) => {
    const before = result[index - 1]
    if (before === undefined || !isSamePassage(article, before, statement)) return void result.push(statement)
    const { date, place } = { ...definedOf(before), ...definedOf(statement) }
    const medium = statement.medium ?? (sameSentence(article, drafts[index - 1], drafts[index]) ? before.medium : undefined)
    result.push({ ...statement, ...(date === undefined ? {} : { date }), ...(place === undefined ? {} : { place }), ...(medium === undefined ? {} : { medium }) })
  })
  return result
}

const definedOf = ({ date, place }: Statement): { date?: string; place?: string } =>
  ({ ...(date === undefined ? {} : { date }), ...(place === undefined ? {} : { place }) })

/** The same speakers, at most one paragraph further on. */
function isSamePassage({ resolved }: Article, before: Statement, next: Statement): boolean {
  const block = ({ content }: Statement) => resolved.blocks.findIndex(({ start, end }) => start <= content[0].start && content[0].start < end)
  return before.speakers.join() === next.speakers.join() && block(next) - block(before) <= 1
    && (next.date === undefined || next.date === before.date)
}

function sameSentence({ resolved }: Article, a: Draft | undefined, b: Draft | undefined): boolean {
  return a?.cue !== undefined && b?.cue !== undefined && resolved.tokens[a.cue.head]!.sentence === resolved.tokens[b.cue.head]!.sentence
}

/** "Thanakorn said Prayut has asked …": the inner statement is within the outer one. */
function nested(_article: Article, list: readonly Statement[]): Statement[] {
  return list.map((statement) => {
    const { cue } = statement
    if (cue === undefined) return statement
    const outer = list.filter((each) => each.number !== statement.number && each.content.some(({ start, end }) => start <= cue.start && cue.end <= end))
    const size = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0)
    const nearest = outer.sort((a, b) => size(a) - size(b))[0]
    return nearest === undefined ? statement : { ...statement, within: nearest.number }
  })
}

/** Gives statements the event they were made at: "said in a [press conference]". */
export function placeOccasions(resolved: Resolved, list: readonly Statement[], events: readonly NewsEvent[]): Statement[] {
  const article = articleOf(resolved)
  void circumstances
  void article
  void events
  return [...list]
}
