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
  const subjects = new Map(tokens.flatMap((_, at) => {
    const subject = isSaying(tokens[at]!) ? lostSubject(syntax, at) : undefined
    return subject === undefined ? [] : [[subject, at] as const]
  }))
  return tokens.map((token, at) => {
    const verb = subjects.get(at)
    if (isBareObject(syntax, at)) return { ...token, deprel: 'obj' }
    if (verb !== undefined) return { ...token, head: verb, deprel: 'nsubj' }
    const outer = isSaying(token) && (isAdded(syntax, at) || isUneven(syntax, at)) ? sayingAbove(syntax, at) : undefined
    return outer === undefined ? token : { ...token, head: outer }
  })
}

/** "denied [the allegations]": a noun after a verb of saying, with no preposition, is its object. */
function isBareObject(syntax: Syntax, at: number): boolean {
  const { deprel, head, upos } = syntax.tokens[at]!
  return deprel === 'nmod' && head >= 0 && head < at && /^(NOUN|PROPN)$/u.test(upos) && isSaying(syntax.tokens[head]!)
    && dependents(syntax, at, 'case').length === 0 && dependents(syntax, head, 'obj').length === 0
}

/** "He died on Sunday, [the club] said": a noun right before the verb that the tree takes for a part of what was said. */
function lostSubject(syntax: Syntax, verb: number): number | undefined {
  const { xpos, sentence } = syntax.tokens[verb]!
  if (!/^(VBD|VBZ|VBP)$/u.test(xpos) || dependents(syntax, verb, 'nsubj', 'aux:pass').length > 0) return undefined
  let last = verb - 1
  while (last >= 0 && /^(ADV|AUX|PART)$/u.test(syntax.tokens[last]!.upos)) last--
  if (last < 0 || syntax.tokens[last]!.sentence !== sentence || !/^(NOUN|PROPN|PRON)$/u.test(syntax.tokens[last]!.upos)) return undefined
  let head = last
  while (/^(flat|compound|appos|nmod:desc|fixed|goeswith)/u.test(syntax.tokens[head]!.deprel) && last - syntax.tokens[head]!.head <= 6 && syntax.tokens[head]!.head < verb && syntax.tokens[head]!.head >= 0) head = syntax.tokens[head]!.head
  const { deprel, head: above } = syntax.tokens[head]!
  // A subject stands before its verb: one that stands after it has the wrong verb.
  return above >= 0 && above !== verb && above < head && /^(nsubj|obj|obl|dep|conj|appos|nmod)/u.test(deprel) && isSetOff(syntax, head) ? head : undefined
}

/** Whether a comma or mark parts a noun phrase from the words before it. */
function isSetOff(syntax: Syntax, head: number): boolean {
  let first = head
  while (first > 0 && /^(DET|ADJ|NOUN|PROPN|NUM)$/u.test(syntax.tokens[first - 1]!.upos)) first--
  return /^[,”"’'?!]$/u.test(syntax.tokens[first - 1]?.text ?? '')
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
