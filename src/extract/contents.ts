/**
 * What was said, from a handful of words to exact characters.
 * In: an article and the tokens that a rule or the model takes for content. Out: spans and form – "“We win,” he said"
 * → `We win`, direct; "said it was “over”" → `it was “over”`, mixed; "said that it was over" → `it was over`, indirect.
 *
 * Direct spans leave out the marks and the last comma or full stop; mixed ones keep both marks. Words inside speech in
 * quotation marks draw in the whole quotation, over sentences and paragraphs.
 */
import type { Evidence, Span, StatementForm } from '../model.js'
import type { Article } from './article.js'
import type { Cue } from './candidates.js'
import { range } from './candidates.js'
import type { Quotation } from './quotes.js'

export interface Content {
  readonly form: StatementForm
  readonly spans: Evidence
  /** The tokens in it, in order. */
  readonly tokens: readonly number[]
}

export function contentOf(article: Article, cue: Cue | undefined, tokens: readonly number[]): Content | undefined {
  const chosen = withDeterminers(article, cue, withRunOvers(article, cue, withQuotations(article, cue, tokens)))
  const words = trimmed(article, chosen)
  if (words.length === 0) return undefined
  const form = formOf(article, cue, words)
  const [first, ...rest] = runsOf(article, words, cue).map((run) => spanOf(article, run, form)).filter(({ start, end }) => end > start)
  return first === undefined ? undefined : { form, spans: [first, ...rest], tokens: words }
}

/**
 * The content with its quotations whole. Speech in quotation marks is the content alone; where it comes after a clause
 * ("said it was over: “We lost.”"), the clause is, and the quotation is left for a statement of its own.
 */
function withQuotations(article: Article, cue: Cue | undefined, tokens: readonly number[]): readonly number[] {
  const isOutside = ({ start, end }: Quotation) => cue === undefined || !isBetween(article, cue.head, start, end)
  const own = new Set(tokens)
  const touched = article.chains.filter((chain) => chain.quotations.every(isOutside) && chain.tokens.some((each) => own.has(each)))
  if (touched.length === 0) return tokens
  const quoted = new Set(touched.flatMap((chain) => chain.tokens))
  const rest = tokens.filter((each) => !quoted.has(each) && isWord(article, each))
  const isBeforeCue = cue !== undefined && ([...quoted].some((each) => each < cue.head) || rest.every((each) => each < cue.head))
  // "said that if it came, “she would sign it”": a clause that only leads up to the words quoted.
  if (!isBeforeCue && isLeadingUp(article, rest, quoted)) return [...new Set([...tokens, ...quoted])].sort((a, b) => a - b)
  const isClause = !isBeforeCue && rest.length >= 3 && rest.some((each) => /^(VERB|AUX)$/u.test(article.resolved.tokens[each]!.upos))
  return isClause ? tokens.filter((each) => !quoted.has(each)) : [...quoted].sort((a, b) => a - b)
}

/** "said he “was not close. [They do not know him].”": words quoted in the midst of a clause that run over its sentence are quoted to their end. */
function withRunOvers(article: Article, cue: Cue | undefined, tokens: readonly number[]): readonly number[] {
  const { tokens: all } = article.resolved
  const last = tokens.at(-1)
  const quotation = last === undefined || cue === undefined ? undefined : article.quotations[article.quotedIn[last]!]
  if (last === undefined || quotation?.kind !== 'words' || ![all[last], all[last + 1]].some((each) => /^[.?!]$/u.test(each?.text ?? '')) || article.quotedIn[cue!.head] === article.quotedIn[last]) return tokens
  return [...tokens, ...range(last + 1, all.length).filter((each) => article.quotedIn[each] === article.quotedIn[last] && isBetween(article, each, quotation.start, quotation.end))]
}

/** "to sanction [the] Union": a determiner that the tree hangs on something else, between words of the content. */
function withDeterminers({ resolved, quotedIn }: Article, cue: Cue | undefined, tokens: readonly number[]): readonly number[] {
  return tokens.flatMap((token, index) => {
    const missing = tokens[index - 1] === token - 2 && token - 1 !== cue?.head && quotedIn[token - 1] === -1 && resolved.tokens[token - 1]!.upos === 'DET'
    return missing ? [token - 1, token] : [token]
  })
}

function isLeadingUp({ resolved: { tokens } }: Article, rest: readonly number[], quoted: ReadonlySet<number>): boolean {
  const words = rest.filter((each) => !/^that$/iu.test(tokens[each]!.text))
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || !/^(if|when|while|although|though|because|since|unless|until|once|before|after)$/iu.test(tokens[first]!.text)) return false
  const next = Math.min(...quoted)
  return next > last && tokens[next]!.sentence === tokens[last]!.sentence && tokens.slice(last + 1, next).every(({ text }) => /^[,“”"‘'’]$/u.test(text))
}

const isBetween = ({ resolved }: Article, token: number, start: number, end: number): boolean =>
  start <= resolved.tokens[token]!.start && resolved.tokens[token]!.end <= end

const isWord = ({ resolved }: Article, token: number): boolean => /[\p{L}\p{N}]/u.test(resolved.tokens[token]!.text)

/** Without "that", "as", conjunctions, links and punctuation at the start, and punctuation at the end. */
function trimmed(article: Article, tokens: readonly number[]): number[] {
  const { tokens: all } = article.resolved
  let start = 0
  let end = tokens.length
  // "“[I]f it was”": a bracket around letters that were changed belongs to the word.
  const own = new Set(tokens)
  const isEdge = (token: number) => !isWord(article, token) && !/^[$€£¥%#@&]/u.test(all[token]!.text) && !(all[token]!.text === '[' && all[token + 1]?.start === all[token]!.end)
  while (start < end && (isEdge(tokens[start]!) || isOpening(article, tokens[start]!, own))) start++
  while (end > start && (isClosing(article, tokens[end - 1]!) || (isEdge(tokens[end - 1]!) && !/^[?!…%)\]]/u.test(all[tokens[end - 1]!]!.text)))) end--
  return tokens.slice(start, end)
}

/** "said it was over [and] left": the link to what is not said any more. */
const isClosing = ({ resolved, quotedIn }: Article, token: number): boolean =>
  quotedIn[token] === -1 && /^(?:and|but|or|while|as)$/iu.test(resolved.tokens[token]!.text) && resolved.tokens[token]!.upos !== 'PROPN'

function isOpening({ resolved, quotedIn }: Article, token: number, own: ReadonlySet<number>): boolean {
  const { text, deprel } = resolved.tokens[token]!
  if (quotedIn[token] !== -1) return false
  if (/^that$/iu.test(text)) return /^(mark|sconj|dep)/u.test(deprel)
  // "However, growth is slowing, the bank said": the link to the sentence before is the reporter's.
  if (/^(however|meanwhile|nevertheless|nonetheless|still|instead|also)$/iu.test(text)) return resolved.tokens[token + 1]?.text === ','
  return (/^(and|but)$/iu.test(text) && deprel === 'cc') || (/^as$/iu.test(text) && /^(case|mark)/u.test(deprel) && !isWithin(resolved.tokens, token, own))
}

/** "said that [as] a member he has the right": what the word introduces hangs on something else that was said. */
function isWithin(all: Article['resolved']['tokens'], token: number, own: ReadonlySet<number>): boolean {
  const introduced = all[token]!.head
  return introduced >= 0 && own.has(introduced) && own.has(all[introduced]!.head) && all[all[introduced]!.head]!.upos === 'VERB'
}

function formOf(article: Article, cue: Cue | undefined, tokens: readonly number[]): StatementForm {
  const { resolved, quotations } = article
  const relevant = quotations.filter(({ kind, start, end }) => kind !== 'title' && (cue === undefined || !isBetween(article, cue.head, start, end)))
  const words = tokens.filter((each) => isWord(article, each))
  const inside = words.filter((each) => relevant.some(({ start, end }) => isBetween(article, each, start, end)))
  // A paragraph of its own after "she added:" is a quotation set apart without marks.
  if (inside.length === 0) return cue !== undefined && isApart(article, cue, tokens) ? 'direct' : 'indirect'
  if (inside.length < words.length) return 'mixed'
  const isSpeech = words.some((each) => relevant.some(({ kind, start, end }) => kind === 'speech' && isBetween(article, each, start, end)))
  const isClause = words.some((each) => /^nsubj|^expl/u.test(resolved.tokens[each]!.deprel)) && words.some((each) => /^(VERB|AUX)$/u.test(resolved.tokens[each]!.upos))
  // "He answered “no comment”": an exclamation is a sentence too, unlike what is promised or what somebody is called.
  const isExclaimed = cue !== undefined && !cue.sense.frames.some((frame) => /^(object|claim|infinitive)$/u.test(frame) || (frame === 'label' && !cue.sense.frames.includes('clause')))
  return isSpeech || isClause || isExclaimed ? 'direct' : 'mixed'
}

function isApart({ resolved }: Article, cue: Cue, tokens: readonly number[]): boolean {
  const block = (token: number) => resolved.sentences[resolved.tokens[token]!.sentence]!.block
  return tokens.every((each) => block(each) > block(cue.head))
}

/** Stretches of neighbouring tokens; a gap of marks alone does not part them unless a quotation ends there. */
function runsOf(article: Article, tokens: readonly number[], cue: Cue | undefined): number[][] {
  const runs: number[][] = []
  for (const token of tokens) {
    const last = runs.at(-1)?.at(-1)
    const gap = last === undefined ? [] : range(last + 1, token)
    const isTogether = last !== undefined && gap.every((each) => !isWord(article, each)) && !gap.includes(cue?.head ?? -1)
      && sameQuotation(article, last, token)
    if (isTogether) runs.at(-1)!.push(token)
    else runs.push([token])
  }
  return runs.filter((run) => run.some((each) => isWord(article, each)))
}

/** Two spoken passages stay apart; a clause with some words quoted is one stretch. */
function sameQuotation({ quotedIn, quotations }: Article, a: number, b: number): boolean {
  const [first, second] = [quotedIn[a]!, quotedIn[b]!]
  if (first === second) return true
  return !(first >= 0 && second >= 0 && quotations[first]!.kind === 'speech' && quotations[second]!.kind === 'speech')
}

/** Characters of a run: without marks if direct, with both marks of every quotation that it holds otherwise. */
function spanOf(article: Article, run: readonly number[], form: StatementForm): Span {
  const { resolved, quotations } = article
  const words = trimmed(article, run)
  let start = resolved.tokens[words[0] ?? run[0]!]!.start
  let end = resolved.tokens[words.at(-1) ?? run.at(-1)!]!.end
  if (form === 'direct') return withInnerMarks(quotations, { start, end })
  for (const { start: inner, end: innerEnd, outer, kind } of quotations) {
    if (kind === 'speech' && inner <= start && end <= innerEnd && form === 'indirect') continue
    const holdsStart = inner >= start && inner < end
    const holdsEnd = innerEnd > start && innerEnd <= end + 2
    if (inner === start && holdsEnd) start = outer.start
    if (holdsStart && innerEnd >= end && innerEnd <= end + 2) end = Math.max(end, outer.end)
  }
  return { start, end }
}

/** "“He said, ‘[Never.’]”": the mark of a quotation within, where it is the first or last of what was said. */
function withInnerMarks(quotations: readonly Quotation[], { start, end }: Span): Span {
  const inner = quotations.filter(({ depth }) => depth > 0)
  const last = inner.find((each) => start < each.start && each.start < end && each.end >= end && each.end <= end + 2)
  const first = inner.find((each) => each.start === start && each.end < end)
  return { start: first?.outer.start ?? start, end: last?.outer.end ?? end }
}
