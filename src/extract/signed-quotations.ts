/**
 * Words with their author's name under them.
 * In: an article. Out: candidates for what stands in quotation marks before a dash and a name – a post, a motto, a letter:
 * "“We had no choice.” [—] [Elena Brandt] (@brandt)". The dash is the cue.
 * Not handled: names under words without marks, and names that a verb follows ("— Brandt left").
 */
import type { Candidate, StatementRule } from './candidates.js'
import { range } from './candidates.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

export const signed: StatementRule = {
  name: 'name-under-quotation',
  confidence: 0.9,
  matches: ['“We had no choice.” — Angela Merkel', 'The bridge is shut.\n\n“We had no choice at all.”\n\n– Angela Merkel, chancellor'],
  misses: ['“We had no choice,” she said – Angela Merkel left.'],
  find: (article) => article.chains.flatMap((chain): Proposal[] => {
    const { resolved: { tokens, references, entities, sentences, blocks } } = article
    const { end } = chain.quotations.at(-1)!.outer
    const dash = tokens.findIndex(({ start }) => start >= end)
    const named = !/^(?:–|—|-|--|―)$/u.test(tokens[dash]?.text ?? '') ? undefined : references.filter(({ start, form }) => start > dash && start <= dash + 4 && form === 'name')
      .find(({ start, entity }) => tokens.slice(dash + 1, start).every(({ upos }) => /^(NOUN|PROPN|ADJ)$/u.test(upos)) && entities.some(({ id, kind }) => id === entity && /^(person|organization|outlet)$/u.test(kind)))
    if (named === undefined || chain.tokens.length === 0) return []
    const { block } = sentences[tokens[named.start]!.sentence]!
    const rest = range(named.end, tokens.length).filter((each) => tokens[each]!.start < blocks[block]!.end)
    if (rest.length > 16 || rest.some((each) => /^(VERB|AUX)$/u.test(tokens[each]!.upos))) return []
    return [{ cue: { head: dash, span: { start: dash, end: dash + 1 }, sense: { act: 'say', frames: ['quotation'] } }, sources: [named.head], content: chain.tokens }]
  }),
}
