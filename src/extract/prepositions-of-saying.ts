/**
 * Statements that a preposition gives to somebody.
 * In: an article. Out: candidates – "The port will close, [per] Mayor Elena Brandt." and "[For] Mayor Elena Brandt, “the port is dead.”",
 * "[In the words of] Mayor Elena Brandt, the port is dead."
 * Not handled: "per" before measures ("per day") and what things are done by ("per the agreement"), and "for" before anything but words in quotation marks; "according to" is in phrases.ts.
 */
import type { Reference } from '../model.js'
import type { Article } from './article.js'
import type { Candidate, Cue, StatementRule } from './candidates.js'
import { range } from './candidates.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

const cueAt = (head: number, end = head + 1): Cue => ({ head, span: { start: head, end }, sense: { act: 'say', frames: ['clause'] } })

/** Whoever is referred to between a preposition and the mark that ends its phrase, with the words of a title before the name. */
function voiceAfter({ resolved }: Article, at: number, last: number): Reference | undefined {
  const { tokens, references, entities } = resolved
  const found = references.filter(({ start, end, form }) => start > at && end <= last && form !== 'adjective' && form !== 'pronoun')
    .sort((a, b) => b.end - a.end || a.start - b.start)[0]
  const kind = entities.find(({ id }) => id === found?.entity)?.kind
  const isTitled = found !== undefined && tokens.slice(at + 1, found.start).every(({ upos }) => /^(DET|ADJ|NOUN|PROPN)$/u.test(upos))
  return isTitled && kind !== undefined && kind !== 'place' && kind !== 'work' && found.end === last ? found : undefined
}

/** What things are done by, not said by. */
const binding = /^(?:accord|act|agreement|arrangement|constitution|contract|convention|custom|deal|guideline|instruction|law|pact|plan|policy|protocol|regulation|request|requirement|rule|schedule|standard|statute|term|tradition|treaty)$/iu

/** "per [witnesses]", "per a [statement] from the hospital": a phrase that begins with an article or a plural; "per day" is a measure. */
function sourceAfter({ syntax }: Article, at: number, last: number): number | undefined {
  const head = range(at + 1, last).find((each) => syntax.tokens[each]!.head <= at || syntax.tokens[each]!.head >= last)
  if (head === undefined || !/^(NOUN|PROPN)$/u.test(syntax.tokens[head]!.upos) || binding.test(syntax.tokens[head]!.lemma)) return undefined
  const isNamed = range(at + 1, last).some((each) => syntax.tokens[each]!.upos === 'PROPN')
  const isDetermined = /^(DET|PRON)$/u.test(syntax.tokens[at + 1]!.upos)
  return isNamed || isDetermined || /^NNS$/u.test(syntax.tokens[head]!.xpos) ? head : undefined
}

const per: StatementRule = {
  name: 'per-somebody',
  confidence: 0.85,
  matches: ['The port will close in May, per Angela Merkel.', 'Two people were hurt, per a statement from Angela Merkel.'],
  misses: ['The port costs a million a day, per year.', 'They pay ten euros per officer.', 'Per the agreement, Angela Merkel pays nothing.'],
  find: (article) => article.resolved.tokens.flatMap((token, at): Proposal[] => {
    const { resolved } = article
    if (!/^per$/iu.test(token.text) || article.quotedIn[at] !== -1) return []
    const sentence = resolved.sentences[token.sentence]!
    const isFirst = at === sentence.start
    if (!isFirst && resolved.tokens[at - 1]?.text !== ',') return []
    const end = range(at + 1, sentence.end).find((each) => /^[,.;]$/u.test(resolved.tokens[each]!.text)) ?? sentence.end
    const voice = voiceAfter(article, at, end)?.head ?? sourceAfter(article, at, end)
    const content = isFirst ? range(end + 1, sentence.end) : range(sentence.start, at - 1)
    const isClause = content.some((each) => /^(VERB|AUX)$/u.test(resolved.tokens[each]!.upos))
    return voice === undefined || !isClause || (!isFirst && end < sentence.end - 2) ? [] : [{ cue: cueAt(at), sources: [voice], content }]
  }),
}

/** "For", "To", "In the words of": where the words before somebody end who has the view that follows; -1 if there are none. */
function opening(article: Article, start: number): number {
  const { tokens } = article.resolved
  if (/^(?:for|to)$/iu.test(tokens[start]!.text)) return start
  const words = tokens.slice(start, start + 6).map(({ text }) => text.toLowerCase())
  return words[0] === 'in' && words[1] === 'the' && views.test(words[2] ?? '') && words[3] === 'of' ? start + 3 : -1
}

const views = /^(?:account|assessment|estimation|eyes|judg(?:e)?ment|opinion|reckoning|telling|view|words)$/u

const forSomebody: StatementRule = {
  name: 'for-somebody',
  confidence: 0.75,
  matches: ['For Angela Merkel, “the port is dead.”', 'In the words of Angela Merkel, “the port is dead.”', 'In the view of Angela Merkel, the port is dead.'],
  misses: ['For Angela Merkel, the port is dead.', 'To Angela Merkel, the port was dear.'],
  find: (article) => article.resolved.sentences.flatMap(({ start, end }): Proposal[] => {
    const { tokens } = article.resolved
    const last = article.quotedIn[start] === -1 ? opening(article, start) : -1
    const comma = last < 0 ? undefined : range(last, end).find((each) => tokens[each]!.text === ',')
    const voice = comma === undefined ? undefined : voiceAfter(article, last, comma)
    if (comma === undefined || voice === undefined) return []
    const first = range(comma + 1, end).find((each) => /[\p{L}\p{N}]/u.test(tokens[each]!.text)) ?? end
    const quotation = article.quotations[article.quotedIn[first] ?? -1]
    if (quotation === undefined && last === start) return []
    const content = range(first, end).filter((each) => quotation === undefined || tokens[each]!.end <= quotation.end)
    const isClause = content.length > 2 && content.some((each) => /^(VERB|AUX)$/u.test(tokens[each]!.upos))
    return isClause ? [{ cue: cueAt(start, last + 1), sources: [voice.head], content }] : []
  }),
}

export const prepositionRules: readonly StatementRule[] = [per, forSomebody]
