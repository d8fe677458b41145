/**
 * Whom "they" that reports stands for, where resolve finds nobody: "[The two drivers] stopped. “We saw nothing,” they said."
 * In: an article and the pronoun. Out: the ids of several – a group, or people joined by "and" – who are the subject of one of the two
 * sentences before; else the one person in such a place of whom the article says nothing else than "they", where nobody else is near.
 * Not handled: "they" for a body ("Norvex … they said"), which is mostly nobody in particular.
 */
import type { Reference } from '../model.js'
import type { Article } from './article.js'
import { dependents, withConjuncts } from './syntax.js'

/** Sentences before that one looks back to. */
const REACH = 2

export function theyWhoReport(article: Article, pronoun: number): readonly string[] {
  const { tokens, sentences } = article.resolved
  const own = tokens[pronoun]!.sentence
  for (let at = own - 1; at >= Math.max(0, own - REACH); at--) {
    if (sentences[at]!.block < sentences[own]!.block - 1) break
    const people = peopleIn(article, at)
    const subjects = subjectsOf(article, at)
    if (subjects.length > 1 || isGroup(article, subjects[0])) return subjects
    const others = new Set(people.map(({ entity }) => entity))
    if (subjects.length === 1 && others.size === 1 && isOnlyThey(article, subjects[0]!)) return subjects
    if (others.size > 0) return []
  }
  return []
}

/** Who is the subject of a sentence, with those that "and" joins: ids of people and groups. */
function subjectsOf({ resolved, syntax, quotedIn }: Article, sentence: number): string[] {
  const { start, end } = resolved.sentences[sentence]!
  const root = syntax.tokens.findIndex((token, at) => at >= start && at < end && token.head < 0)
  if (root < 0 || quotedIn[root] !== -1) return []
  const heads = dependents(syntax, root, 'nsubj').filter((each) => each < root).flatMap((each) => withConjuncts(syntax, each))
  const ids = heads.flatMap((head) => resolved.references.find((each) => each.head === head && each.form !== 'adjective')?.entity ?? [])
  return [...new Set(ids)].filter((each) => resolved.entities.some(({ id, kind }) => id === each && /^(person|group)$/u.test(kind)))
}

const isGroup = ({ resolved }: Article, id: string | undefined): boolean => resolved.entities.some((each) => each.id === id && each.kind === 'group')

function peopleIn({ resolved }: Article, sentence: number): Reference[] {
  return resolved.references.filter(({ head, entity }) => resolved.tokens[head]!.sentence === sentence
    && resolved.entities.some(({ id, kind }) => id === entity && /^(person|group)$/u.test(kind)))
}

/** Whether no "he" or "she" of the article is this person. */
const isOnlyThey = ({ resolved }: Article, id: string): boolean => !resolved.references.some((each) => each.entity === id && each.form === 'pronoun'
  && /^(?:he|him|his|she|her|hers|himself|herself)$/iu.test(resolved.tokens[each.head]!.text))
