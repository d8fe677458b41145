/**
 * Mends what a parser often gets wrong about verbs of saying.
 * In: tokens with heads. Out: the same with known lemmas and some heads changed – in "He said the bridge had been shut, adding that it was
 * safe" the one who adds is he, not the bridge; in "She said it would go on and suggested that we wait" she suggests.
 */
import type { Token } from '../model.js'
import { verbSenses } from './cues.js'
import { lemmaOf } from './lemmas.js'
import type { Syntax } from './syntax.js'
import { dependents, syntaxOf } from './syntax.js'

export function mended(parsed: readonly Token[]): readonly Token[] {
  const tokens = parsed.map((token) => ({ ...token, lemma: lemmaOf(token) }))
  const syntax = syntaxOf({ tokens })
  return tokens.map((token, at) => {
    if (!isSaying(token)) return token
    const outer = isAdded(syntax, at) || isUneven(syntax, at) ? sayingAbove(syntax, at) : undefined
    return outer === undefined ? token : { ...token, head: outer }
  })
}

const isSaying = ({ upos, lemma }: Token): boolean => upos === 'VERB' && verbSenses.has(lemma.toLowerCase())

/** ", adding that …": a participle after a comma, with a complement of its own. */
function isAdded(syntax: Syntax, at: number): boolean {
  const { deprel, xpos } = syntax.tokens[at]!
  return /^(advcl|acl$|conj)/u.test(deprel) && xpos === 'VBG' && syntax.tokens[at - 1]?.text === ','
    && dependents(syntax, at, 'ccomp', 'obj', 'xcomp', 'parataxis').length > 0 && dependents(syntax, at, 'nsubj').length === 0
}

/** "would go on and [suggested] that …": a past tense does not continue an infinitive. */
function isUneven(syntax: Syntax, at: number): boolean {
  const { deprel, xpos, head } = syntax.tokens[at]!
  return deprel === 'conj' && /^(VBD|VBZ)$/u.test(xpos) && head >= 0 && syntax.tokens[head]!.xpos === 'VB'
    && dependents(syntax, at, 'ccomp').length > 0 && dependents(syntax, at, 'nsubj', 'aux').length === 0
}

/** The verb of saying, earlier in the sentence, in whose clause a word stands. */
function sayingAbove(syntax: Syntax, at: number): number | undefined {
  let child = syntax.tokens[at]!.head
  for (let steps = 0; child >= 0 && steps < 50; steps++) {
    const { head, deprel } = syntax.tokens[child]!
    if (head >= 0 && head < at && deprel.startsWith('ccomp') && isSaying(syntax.tokens[head]!)) return head
    child = head
  }
  return undefined
}
