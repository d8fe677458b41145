/**
 * Speech in quotation marks that no verb of saying gives to anybody.
 * In: an article and the statements found so far. Out: further ones – "Judge Carla Denny: “The case is closed.”", and, less surely,
 * "Joan Hartley shook her head. “Never again.”" where the sentence before has one person, who is its subject.
 * Not handled: quotations after sentences on several people, and those that the next sentence attributes.
 */
import type { Sentence } from '../model.js'
import type { Article, Chain } from './article.js'
import { isAtWork } from './at-work.js'
import { range } from './candidates.js'
import { blockOf, voiceBeforeColon } from './colons.js'
import { contentOf } from './contents.js'
import type { Draft } from './drafts.js'
import { dependents } from './syntax.js'

export function withUncued(article: Article, drafts: readonly Draft[]): Draft[] {
  const all = [...drafts]
  let last: { readonly speaker: string; readonly block: number } | undefined
  for (const chain of article.chains) {
    const { tokens } = chain
    const isTaken = all.some((draft) => draft.tokens.some((each) => tokens.includes(each)))
    if (chain.quotations[0].kind !== 'speech' || tokens.length < 2 || isTaken) continue
    const label = isAtWork('name-and-colon') ? voiceBeforeColon(article, chain) : undefined
    const block = blockOf(article, tokens[0]!)
    const isAlone = isAtWork('quotation-after-subject') && endsItsSentence(article, chain)
    const before = isAlone ? subjectBefore(article, chain) ?? (last?.block === block - 1 && opensBlock(article, chain) ? last.speaker : undefined) : undefined
    const speaker = label ?? before
    const content = speaker === undefined ? undefined : contentOf(article, undefined, tokens)
    if (speaker === undefined || content === undefined) continue
    if (label === undefined) last = { speaker, block }
    all.push({ ...content, speakers: [speaker], ...(label === undefined ? { rule: 'quotation-after-subject', confidence: 0.6 } : { rule: 'name-and-colon', confidence: 0.88 }) })
  }
  return all
}

/** Whether nothing follows a quotation in its sentence that could say whose it is. */
function endsItsSentence({ resolved }: Article, chain: Chain): boolean {
  const end = chain.quotations.at(-1)!
  const after = resolved.tokens.find(({ start }) => start >= end.outer.end)
  const isClosed = /[.!?…]\s*$/u.test(resolved.text.slice(end.start, end.end))
  return isClosed && (after === undefined || /^[\p{Lu}“"‘]/u.test(after.text) && (after.sentence !== resolved.tokens[chain.tokens.at(-1)!]!.sentence || /\n/u.test(resolved.text.slice(end.outer.end, after.start))))
}

const opensBlock = ({ resolved }: Article, { quotations: [first] }: Chain): boolean => resolved.blocks.some(({ start }) => start === first.outer.start)

/** The one person of the sentence before, if that is its subject and nothing is quoted there. */
function subjectBefore(article: Article, chain: Chain): string | undefined {
  const { resolved, syntax, quotedIn } = article
  const start = chain.quotations[0].outer.start
  // "Her lawyer took the microphone: “…”": what leads up to the words in their own sentence goes before the sentence before.
  const first = resolved.sentences[resolved.tokens[chain.tokens[0]!]!.sentence]!
  if (resolved.tokens.slice(first.start, chain.tokens[0]).some((token) => token.start < start && /\p{L}/u.test(token.text))) return undefined
  const before = resolved.sentences.findLast((each) => resolved.tokens[each.end - 1]!.end <= start && resolved.tokens[each.start]!.start < start)
  if (before === undefined || !isRightBefore(article, before, chain) || range(before.start, before.end).some((each) => quotedIn[each] !== -1)) return undefined
  const root = range(before.start, before.end).find((each) => syntax.tokens[each]!.head < 0)
  const subject = root === undefined ? undefined : dependents(syntax, root, 'nsubj').find((each) => each < root)
  // "Hartley shook [her head]": no second person.
  const isOwnBody = (head: number) => /^(?:head|heads)$/iu.test(resolved.tokens[head]!.text) && dependents(syntax, head, 'nmod:poss').some((each) => resolved.tokens[each]!.upos === 'PRON')
  const people = resolved.references.filter(({ head, entity }) => head >= before.start && head < before.end && !isOwnBody(head) && resolved.entities.some(({ id, kind }) => id === entity && kind === 'person'))
  const own = people.find(({ head }) => head === subject)
  return own !== undefined && people.every(({ entity }) => entity === own.entity) && resolved.entities.some(({ id, isUnnamed }) => id === own.entity && !isUnnamed) ? own.entity : undefined
}

/** In the same paragraph, or at the end of the one before. */
function isRightBefore({ resolved }: Article, sentence: Sentence, chain: Chain): boolean {
  const block = resolved.sentences[resolved.tokens[chain.tokens[0]!]!.sentence]!.block
  return sentence.block === block || (resolved.blocks[sentence.block]?.kind === 'paragraph' && sentence.block === block - 1 && resolved.blocks[block]?.start === chain.quotations[0].outer.start)
}
