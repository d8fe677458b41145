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
import { syntaxOf } from './syntax.js'

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
  const article = {
    resolved, syntax, quotations: found, quotedIn, chains: chainsOf(found, inside),
    cues: resolved.tokens.map((_, at) => verbCueOf(syntax, at)),
  }
  articles.set(asParsed, article)
  return article
}

function tokensIn({ tokens }: Resolved, { start, end }: Quotation): number[] {
  const inside: number[] = []
  for (let at = firstFrom(tokens, start); at < tokens.length && tokens[at]!.end <= end; at++) inside.push(at)
  return inside
}

/** Index of the first token that starts at a place or after it. */
function firstFrom(tokens: Resolved['tokens'], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Quotations that run on from one paragraph to the next belong together. */
function chainsOf(found: readonly Quotation[], inside: readonly (readonly number[])[]): Chain[] {
  const chains: { quotations: [Quotation, ...Quotation[]]; tokens: number[] }[] = []
  found.forEach((each, index) => {
    if (each.depth > 0 || (each.kind !== 'speech' && !each.isContinued)) return
    const last = chains.at(-1)
    if (each.isContinued && last !== undefined) {
      last.quotations.push(each)
      last.tokens.push(...inside[index]!)
    } else chains.push({ quotations: [each], tokens: [...inside[index]!] })
  })
  return chains
}
