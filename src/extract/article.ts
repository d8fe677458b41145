/**
 * What the rules for statements work on: an article with its tree mended and its quotations and verbs of saying looked up.
 * In: a resolved article. Out: the same, seen once for all rules – "“We win,” he said" has one quotation and one cue.
 */
import type { Resolved } from '../model.js'
import type { Cue } from './candidates.js'
import { verbCueOf } from './candidates.js'
import type { Quotation } from './quotes.js'
import { quotations } from './quotes.js'
import { mended } from './repairs.js'
import type { Syntax } from './syntax.js'
import { dependents, syntaxOf } from './syntax.js'
import { tokenFrom } from './token-places.js'

/** Speech in quotation marks, over one paragraph or several, with the tokens between the marks. */
export interface Chain {
  readonly quotations: readonly [Quotation, ...Quotation[]]
  readonly tokens: readonly number[]
}

export interface Article {
  readonly resolved: Resolved
  readonly syntax: Syntax
  readonly quotations: readonly Quotation[]
  /** For each token, index of the outermost quotation that it stands in; -1 outside. Titles do not count. */
  readonly quotedIn: readonly number[]
  /** Speech that runs on from one paragraph to the next, as one, in order. */
  readonly chains: readonly Chain[]
  /** For each token, the verb of saying that it is, if it is one. */
  readonly cues: readonly (Cue | undefined)[]
}

const articles = new WeakMap<Resolved, Article>()

export function articleOf(asParsed: Resolved): Article {
  const known = articles.get(asParsed)
  if (known !== undefined) return known
  const resolved = { ...asParsed, tokens: mended(asParsed.tokens) }
  const syntax = syntaxOf(resolved)
  const found = quotations(resolved)
  const inside = found.map((each) => tokensIn(resolved, each))
  const quotedIn = resolved.tokens.map(() => -1)
  found.forEach(({ depth, kind }, index) => {
    if (depth === 0 && kind !== 'title') for (const each of inside[index]!) quotedIn[each] = index
  })
  const cues = resolved.tokens.map((_, at) => verbCueOf(syntax, at))
  const seen = { resolved, syntax, quotations: found, quotedIn, cues }
  const article = { ...seen, chains: chainsOf(seen, inside) }
  articles.set(asParsed, article)
  return article
}

function tokensIn({ tokens }: Resolved, { start, end }: Quotation): number[] {
  const inside: number[] = []
  for (let at = tokenFrom(tokens, start); at < tokens.length && tokens[at]!.end <= end; at++) inside.push(at)
  return inside
}

/** Quotations that run on from one paragraph to the next belong together. */
function chainsOf(article: Omit<Article, 'chains'>, inside: readonly (readonly number[])[]): Chain[] {
  const chains: { quotations: [Quotation, ...Quotation[]]; tokens: number[] }[] = []
  article.quotations.forEach((each, index) => {
    if (each.depth > 0 || (each.kind !== 'speech' && !each.isContinued)) return
    const last = chains.at(-1)
    if (each.isContinued && last !== undefined && !isAnotherVoice(article, last.quotations.at(-1)!, each)) {
      last.quotations.push(each)
      last.tokens.push(...inside[index]!)
    } else chains.push({ quotations: [each], tokens: [...inside[index]!] })
  })
  return chains
}

/** "“No,” said Lima. “Never.\n\n“Yes,” said Okoro.": a mark that was forgotten does not make one voice of two. */
function isAnotherVoice(article: Omit<Article, 'chains'>, before: Quotation, next: Quotation): boolean {
  const earlier = namesOfSpeakers(article, blockStart(article, before), before.outer.start)
  const later = namesOfSpeakers(article, next.outer.end, next.outer.end + 60)
  return earlier.length > 0 && later.length > 0 && !later.some((name) => earlier.includes(name))
}

const blockStart = ({ resolved }: Omit<Article, 'chains'>, { start }: Quotation): number =>
  resolved.blocks.find((block) => block.start <= start && start < block.end)?.start ?? start

/** The words of the names before or after verbs of saying between two places, outside quotation marks. */
function namesOfSpeakers({ resolved, syntax, cues, quotedIn }: Omit<Article, 'chains'>, start: number, end: number): string[] {
  return cues.flatMap((cue, at) => {
    const token = syntax.tokens[at]!
    if (cue === undefined || quotedIn[at] !== -1 || token.start < start || token.end > end) return []
    return dependents(syntax, at, 'nsubj').flatMap((subject) => [subject, ...dependents(syntax, subject, 'flat')])
      .filter((each) => resolved.tokens[each]!.upos === 'PROPN').map((each) => resolved.tokens[each]!.text)
  })
}
