/**
 * Statements that a preposition gives to somebody.
 * In: an article. Out: candidates – "The port will close, [per] Mayor Elena Brandt." and "[For] Mayor Elena Brandt, “the port is dead.”"
 * Not handled: "per" before measures ("per day"), and "for" before anything but words in quotation marks; "according to" is in phrases.ts.
 */
import type { Reference } from '../model.js'
import type { Article } from './article.js'
import type { Candidate, Cue, StatementRule } from './candidates.js'
import { range } from './candidates.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

const cueAt = (head: number): Cue => ({ head, span: { start: head, end: head + 1 }, sense: { act: 'say', frames: ['clause'] } })

/** Whoever is referred to between a preposition and the mark that ends its phrase, with the words of a title before the name. */
function voiceAfter({ resolved }: Article, at: number, last: number): Reference | undefined {
  const { tokens, references, entities } = resolved
  const found = references.filter(({ start, end, form }) => start > at && end <= last && form !== 'adjective' && form !== 'pronoun')
    .sort((a, b) => b.end - a.end || a.start - b.start)[0]
  const kind = entities.find(({ id }) => id === found?.entity)?.kind
  const isTitled = found !== undefined && tokens.slice(at + 1, found.start).every(({ upos }) => /^(DET|ADJ|NOUN|PROPN)$/u.test(upos))
  return isTitled && kind !== undefined && kind !== 'place' && kind !== 'work' && found.end === last ? found : undefined
}

const per: StatementRule = {
  name: 'per-somebody',
  confidence: 0.85,
  matches: ['The port will close in May, per Angela Merkel.'],
  misses: ['The port costs a million a day, per year.', 'They pay ten euros per officer.'],
  find: (article) => article.resolved.tokens.flatMap((token, at): Proposal[] => {
    const { resolved } = article
    if (!/^per$/iu.test(token.text) || article.quotedIn[at] !== -1) return []
    const sentence = resolved.sentences[token.sentence]!
    const isFirst = at === sentence.start
    if (!isFirst && resolved.tokens[at - 1]?.text !== ',') return []
    const end = range(at + 1, sentence.end).find((each) => /^[,.;]$/u.test(resolved.tokens[each]!.text)) ?? sentence.end
    const voice = voiceAfter(article, at, end)
    const content = isFirst ? range(end + 1, sentence.end) : range(sentence.start, at - 1)
    const isClause = content.some((each) => /^(VERB|AUX)$/u.test(resolved.tokens[each]!.upos))
    return voice === undefined || !isClause || (!isFirst && end < sentence.end - 2) ? [] : [{ cue: cueAt(at), sources: [voice.head], content }]
  }),
}

const forSomebody: StatementRule = {
  name: 'for-somebody',
  confidence: 0.75,
  matches: ['For Angela Merkel, “the port is dead.”'],
  misses: ['For Angela Merkel, the port is dead.'],
  find: (article) => article.quotations.flatMap((quotation): Proposal[] => {
    const { tokens, sentences } = article.resolved
    const first = tokens.findIndex(({ start }) => start >= quotation.start)
    const sentence = first < 0 ? undefined : sentences[tokens[first]!.sentence]
    if (sentence === undefined || quotation.depth > 0 || quotation.kind === 'title' || !/^for$/iu.test(tokens[sentence.start]!.text)) return []
    const comma = range(sentence.start, first).findLast((each) => tokens[each]!.text === ',')
    const voice = comma === undefined || first - comma > 2 ? undefined : voiceAfter(article, sentence.start, comma)
    const content = range(first, sentence.end).filter((each) => tokens[each]!.end <= quotation.end)
    const isClause = content.length > 2 && content.some((each) => /^(VERB|AUX)$/u.test(tokens[each]!.upos))
    return voice === undefined || !isClause ? [] : [{ cue: cueAt(sentence.start), sources: [voice.head], content }]
  }),
}

export const prepositionRules: readonly StatementRule[] = [per, forSomebody]
