/**
 * Statements reported without a verb of saying of their own.
 * In: an article. Out: candidates – "The bridge is safe, [according to] the mayor", "the mayor's [claim] that the
 * bridge is safe", and of headlines "Bridge is safe – mayor", "Mayor: Bridge is safe".
 */
import type { Article } from './article.js'
import type { Candidate, Cue, StatementRule } from './candidates.js'
import { below, nounCueAt, range, verbCueAt } from './candidates.js'
import { documentNouns } from './cues.js'
import { caseOf, dependents } from './syntax.js'
import { actors, hasActor, takes } from './verbs-of-saying.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

export const accordingRule = 'according-to'

const according: StatementRule = {
  name: accordingRule,
  confidence: 0.9,
  matches: ['The bridge is safe, according to the mayor.', 'According to police, two men were hurt in the crash.'],
  misses: ['They acted according to the law.', 'The seats were sorted according to size.'],
  find: (article) => article.syntax.tokens.flatMap((token, at): Proposal[] => {
    const { syntax } = article
    if (token.text.toLowerCase() !== 'according' || syntax.tokens[at + 1]?.text.toLowerCase() !== 'to') return []
    const cue: Cue = { head: at, span: { start: at, end: at + 2 }, sense: { act: 'say', frames: ['clause'] } }
    const named = /^(case|mark)/u.test(token.deprel) ? token.head : dependents(syntax, at, 'obl', 'obj')[0]
    if (named === undefined || named < 0) return []
    if (named < at) return accordingByOrder(article, cue)
    const source = wholeNoun(article, named)
    const phrase = /^(case|mark)/u.test(token.deprel) ? source : at
    const head = syntax.tokens[phrase]!.head
    if (head < 0) return []
    return [{ cue, sources: [source], content: below(syntax, [clauseAbove(article, head, at)], [phrase, named]) }]
  }),
}

/** "…, according to Sofia's [Kurier].": what follows the words, where the tree takes something before them for the source. */
function accordingByOrder(article: Article, cue: Cue): Proposal[] {
  const { resolved, syntax } = article
  const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
  const length = range(cue.span.end, sentence.end).findIndex((each) => !/^(DET|ADJ|NOUN|PROPN|NUM|PART|PRON)$/u.test(syntax.tokens[each]!.upos))
  const end = length < 0 ? sentence.end : cue.span.end + length
  const source = resolved.references.filter((each) => each.start >= cue.span.end && each.end === end && each.form !== 'adjective')
    .sort((a, b) => a.start - b.start)[0]?.head
  // Only a whole sentence before it, set off by a comma: the tree does not tell what it qualifies.
  if (source === undefined || syntax.tokens[cue.head - 1]?.text !== ',' || range(end, sentence.end).some((each) => /[\p{L}\p{N}]/u.test(syntax.tokens[each]!.text))) return []
  return [{ cue, sources: [source], content: range(sentence.start, cue.head) }]
}

/** "state spokesman [Win Myaing]": the noun that a title hangs on. */
function wholeNoun({ syntax }: Article, noun: number): number {
  const { deprel, head } = syntax.tokens[noun]!
  return /^(nmod:desc|compound|flat)/u.test(deprel) && head > noun && head - noun <= 4 ? head : noun
}

/**
 * The head of the clause that "according to" qualifies: of the sentence if it stands at an edge of it, set off by a
 * comma, else of the nearest clause.
 */
function clauseAbove({ syntax, resolved }: Article, head: number, at: number): number {
  const sentence = resolved.sentences[syntax.tokens[at]!.sentence]!
  const rest = range(at, sentence.end).slice(1)
  const isLast = syntax.tokens[at - 1]?.text === ',' && !rest.some((each) => syntax.tokens[each]!.upos === 'VERB' && isClause(syntax.tokens[each]!.deprel))
  let clause = head
  while (!isClause(syntax.tokens[clause]!.deprel) && syntax.tokens[clause]!.head >= 0) clause = syntax.tokens[clause]!.head
  if (sentence.start !== at && !isLast) return clause
  while (syntax.tokens[clause]!.head >= 0) clause = syntax.tokens[clause]!.head
  return clause
}

const isClause = (deprel: string): boolean => /^(root|ccomp|advcl|conj|parataxis|acl:relcl|csubj)/u.test(deprel)

const noun: StatementRule = {
  name: 'noun-of-saying',
  confidence: 0.7,
  matches: ['Trump repeated Smith’s claim that the vote was rigged.', 'The mayor repeated her warning that the bridge could fall.'],
  misses: ['The claim that the vote was rigged spread quickly.', 'He crossed the bridge.'],
  find: (article) => article.syntax.tokens.flatMap((_, head): Proposal[] => {
    const cue = nounCueAt(article, head)
    if (cue === undefined) return []
    const { syntax } = article
    const clauses = dependents(syntax, head, 'acl', 'ccomp').filter((each) =>
      each > head && !syntax.tokens[each]!.deprel.startsWith('acl:relcl') && hasMark(article, each, 'that'))
    const content = below(syntax, clauses)
    const sources = holdersOf(article, head)
    return content.length === 0 || sources.length === 0 ? [] : [{ cue, sources, content }]
  }),
}

const hasMark = ({ syntax }: Article, token: number, mark: string): boolean =>
  dependents(syntax, token, 'mark').some((each) => syntax.tokens[each]!.text.toLowerCase() === mark)

/** Whose words a noun of saying names: "[his] claim", "a claim by [Smith]", "[Smith] made the claim". */
function holdersOf({ syntax }: Article, head: number): number[] {
  const own = [
    ...dependents(syntax, head, 'nmod:poss'),
    ...dependents(syntax, head, 'nmod', 'obl').filter((each) => /^(by|from)$/u.test(caseOf(syntax, each))),
  ]
  if (own.length > 0) return own
  const { deprel, head: verb } = syntax.tokens[head]!
  const supports = verb >= 0 && deprel === 'obj' && /^(make|issue|repeat|give|reiterate|renew|release|express|voice|raise|deliver|withdraw|retract|send|offer)$/iu.test(syntax.tokens[verb]!.lemma)
  return supports ? dependents(syntax, verb, 'nsubj').filter((each) => syntax.tokens[each]!.deprel !== 'nsubj:pass') : []
}

/** Marks that set the source apart in a headline. */
const dash = /^(?:-|–|—|--|:|\|)$/u

const headline: StatementRule = {
  name: 'headline-source',
  block: 'headline',
  confidence: 0.7,
  matches: ['Bridge in Paris unsafe for lorries – Macron', 'Merkel: Europe must save more gas'],
  misses: ['Bridge falls – two dead', 'Bridge unsafe for lorries – report'],
  find: (article) => article.resolved.sentences.flatMap((sentence): Proposal[] => {
    const { resolved } = article
    if (resolved.blocks[sentence.block]?.kind !== 'headline') return []
    const at = range(sentence.start, sentence.end).find((each) => dash.test(resolved.tokens[each]!.text))
    if (at === undefined || at === sentence.start || range(sentence.start, sentence.end).some((each) => each > at && dash.test(resolved.tokens[each]!.text))) return []
    const isFirst = resolved.tokens[at]!.text === ':'
    const side = isFirst ? range(sentence.start, at) : range(at + 1, sentence.end)
    const content = isFirst ? range(at + 1, sentence.end) : range(sentence.start, at)
    // "Doha: The firm has announced …" tells where the news is from.
    const isTown = resolved.references.some(({ start, end, entity }) => start === side[0] && end === side.at(-1)! + 1 && resolved.entities.some(({ id, type }) => id === entity && type === 'City'))
    if (isFirst && isTown || side.length > 4 || content.length < 3 || side.some((each) => verbCueAt(article, each) !== undefined)) return []
    // "… – report" names nobody.
    const sources = side.filter((each) => !side.includes(resolved.tokens[each]!.head) && !documentNouns.has(resolved.tokens[each]!.lemma.toLowerCase()))
    const cue: Cue = { head: at, span: { start: at, end: at + 1 }, sense: { act: 'say', frames: ['clause'] } }
    return sources.length === 0 ? [] : [{ cue, sources, content }]
  }),
}

/** Interviews and hearings as they were written down. What follows a question in the same paragraph may be its answer, so the turn ends there. */
const turn: StatementRule = {
  name: 'turn-of-speech',
  confidence: 0.75,
  matches: ['SMITH: We never saw the letter, and we never asked for it.', 'DW: When did you see the letter? I saw it last week.'],
  misses: ['Note: the bridge will be closed on Monday.'],
  find: ({ resolved, syntax }) => resolved.sentences.flatMap((sentence, index): Proposal[] => {
    const isFirst = resolved.sentences[index - 1]?.block !== sentence.block
    const at = range(sentence.start, Math.min(sentence.end, sentence.start + 5)).find((each) => syntax.tokens[each]!.text === ':')
    if (!isFirst || at === undefined || at === sentence.start || resolved.blocks[sentence.block]?.kind === 'headline') return []
    const names = range(sentence.start, at)
    if (!names.every((each) => /^[\p{Lu}.'’-]{2,}$/u.test(syntax.tokens[each]!.text))) return []
    const turns = resolved.sentences.slice(index).filter(({ block }) => block === sentence.block)
    const asks = turns.map((each) => range(each.start, each.end).some((token) => resolved.tokens[token]!.text.startsWith('?')))
    const { end } = turns.find((_, number) => asks[number] && asks[number + 1] !== true) ?? turns.at(-1)!
    const cue: Cue = { head: at, span: { start: at, end: at + 1 }, sense: { act: 'say', frames: ['clause'] } }
    return end - at < 4 ? [] : [{ cue, sources: names.filter((each) => !names.includes(syntax.tokens[each]!.head)), content: range(at + 1, end) }]
  }),
}

/** A block quotation: set apart as a paragraph of its own, without marks, after "Okoro added:". */
const introduced: StatementRule = {
  name: 'introduced-paragraph',
  confidence: 0.7,
  matches: ['Angela Merkel added:\n\nWe never saw the letter, and we never asked for it.\n\n“We know nothing,” said Emmanuel Macron.'],
  misses: ['Angela Merkel left:\n\nThe letter was lost, and nobody asked for it.', 'Angela Merkel added:\n\nWe never saw the letter.\n\nThe bridge is closed.'],
  find: (article) => article.resolved.blocks.flatMap((block, index): Proposal[] => {
    const { resolved } = article
    const sentence = resolved.sentences.findLast((each) => each.block === index)
    const last = sentence === undefined ? undefined : sentence.end - 1
    if (block.kind !== 'paragraph' || sentence === undefined || last === undefined || resolved.tokens[last]!.text !== ':') return []
    const cue = range(sentence.start, last).map((each) => verbCueAt(article, each)).findLast((each) => each !== undefined)
    if (cue === undefined || !takes(cue, 'clause', 'quotation') || !hasActor(article, cue.head) || last - cue.head > 8) return []
    const content = wordsOf(article, index + 1)
    const after = wordsOf(article, index + 2)
    const isSetApart = content.length > 4 && !isAttributed(article, content) && (after.length === 0 || isAttributed(article, after))
    return isSetApart ? [{ cue, sources: actors(article, cue.head), content }] : []
  }),
}

/** The tokens of a paragraph; none if there is no such paragraph. */
const wordsOf = ({ resolved }: Article, block: number): number[] =>
  resolved.blocks[block]?.kind === 'paragraph' ? resolved.sentences.filter((each) => each.block === block).flatMap(({ start, end }) => range(start, end)) : []

/** Whether a paragraph says itself who speaks: it has speech in quotation marks, or a verb of saying with a subject that is not "I" or "we". */
function isAttributed(article: Article, words: readonly number[]): boolean {
  const isSpeech = (each: number) => article.quotations[article.quotedIn[each]!]?.kind === 'speech'
  const isReporting = (each: number) => {
    const cue = article.cues[each]
    const [actor] = cue === undefined || !takes(cue, 'clause') ? [] : actors(article, each)
    return actor !== undefined && !/^(I|we|you)$/iu.test(article.syntax.tokens[actor]!.text)
  }
  return words.some((each) => isSpeech(each) || isReporting(each))
}

export const phraseRules: readonly StatementRule[] = [according, noun, headline, turn, introduced]
