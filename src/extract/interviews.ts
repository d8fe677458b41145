/**
 * What the one who is asked answers in an interview, where only the questions have a label.
 * In: an article with the paragraphs "DW: Why did you leave?" and, between them, answers without label or marks. Out: one
 * draft for each of these – direct, speaker: the person of whom the lead says that they told or spoke to the outlet, or
 * the one person that both headline and lead name. Only in articles with three such questions at least; of what follows
 * the last question, the next paragraph. Not handled: questions in bold without a label, and several people who answer.
 */
import type { Block } from '../model.js'
import type { Article } from './article.js'
import { isAtWork } from './at-work.js'
import { range } from './candidates.js'
import type { Draft } from './drafts.js'
import { entityAt, subjectsAbove } from './speakers.js'

const ruleName = 'answer-in-interview'

export function answers(article: Article): Draft[] {
  if (!isAtWork(ruleName)) return []
  const { blocks, text } = article.resolved
  const labels = blocks.map((block) => labelOf(text, block))
  const asking = labels.find((label) => label !== undefined && blocks.filter((block, at) => labels[at] === label && isQuestion(text, block)).length >= fewest)
  if (asking === undefined) return []
  const [first, last] = [labels.indexOf(asking), labels.lastIndexOf(asking)]
  const answering = intervieweeOf(article, asking, first)
  if (answering === undefined) return []
  return range(first + 1, last + 2).flatMap((at): Draft[] => {
    const block = blocks[at]
    return block?.kind !== 'paragraph' || labels[at] !== undefined ? [] : answer(article, block, answering)
  })
}

/** Fewer questions do not show that an article is an interview. */
const fewest = 3

/** "DW" of "DW: Why did you leave?". */
const labelOf = (text: string, { start, end }: Block): string | undefined =>
  /^(\p{Lu}[\p{L}\p{N}&.’' -]{0,24}):\s/u.exec(text.slice(start, end))?.[1]

const isQuestion = (text: string, { start, end }: Block): boolean => /\?["”’']?\s*$/u.test(text.slice(start, end))

function answer({ resolved }: Article, { start, end }: Block, speaker: string): Draft[] {
  const words = resolved.tokens.flatMap((token, at) => token.start >= start && token.end <= end ? [at] : [])
  const [from, to] = [resolved.tokens[words[0] ?? -1], resolved.tokens[words.at(-1) ?? -1]]
  if (from === undefined || to === undefined) return []
  const close = /^[.,]$/u.test(to.text) ? to.start : to.end
  return [{ form: 'direct', spans: [{ start: from.start, end: close }], tokens: words, rule: ruleName, confidence: 0.7, speakers: [speaker] }]
}

/** Whom the words before the first question present as talking to the outlet, else the one whom headline and lead name. */
function intervieweeOf(article: Article, asking: string, first: number): string | undefined {
  const talking = new Set(talkersOf(article, asking, first))
  if (talking.size > 0) return talking.size === 1 ? [...talking][0] : undefined
  const blocks = range(0, first)
  const inLead = namedIn(article, blocks.filter((each) => article.resolved.blocks[each]!.kind === 'paragraph'))
  const both = namedIn(article, blocks.filter((each) => article.resolved.blocks[each]!.kind === 'headline')).filter((each) => inLead.includes(each))
  return new Set(both).size === 1 ? both[0] : undefined
}

/** "Neyer, who …, [told] DW", "spoke to DW", "said in an interview". */
function talkersOf(article: Article, asking: string, first: number): string[] {
  const { resolved, syntax } = article
  return resolved.sentences.filter(({ block }) => block < first).flatMap(({ start, end }) => {
    const words = new Set(range(start, end).map((each) => resolved.tokens[each]!.text))
    if (!words.has(asking) && !words.has('interview')) return []
    return range(start, end).filter((each) => /^(tell|speak|talk|say|explain)$/iu.test(syntax.tokens[each]!.lemma))
      .flatMap((verb) => subjectsAbove(article, verb)).flatMap((subject) => entityAt(article, subject) ?? [])
      .filter(({ kind, isUnnamed }) => kind === 'person' && !isUnnamed).map(({ id }) => id)
  })
}

/** The people named in some paragraphs. */
function namedIn({ resolved }: Article, blocks: readonly number[]): string[] {
  const people = new Set(resolved.entities.filter(({ kind, isUnnamed }) => kind === 'person' && !isUnnamed).map(({ id }) => id))
  return resolved.references.filter(({ form, head, entity }) => form === 'name' && people.has(entity)
    && blocks.includes(resolved.sentences[resolved.tokens[head]!.sentence]!.block)).map(({ entity }) => entity)
}
