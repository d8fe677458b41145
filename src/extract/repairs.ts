/**
 * Mends what a parser often gets wrong about verbs of saying.
 * In: tokens with heads. Out: the same with known lemmas and some heads changed – in "He said the bridge had been shut, adding that it was
 * safe" the one who adds is he, not the bridge; in "She said it would go on and suggested that we wait" she suggests.
 */
import type { Token } from '../model.js'
import { verbSenses } from './cues.js'
import { lemmaOf } from './lemmas.js'
import type { Syntax } from './syntax.js'
import { ancestors, dependents, syntaxOf } from './syntax.js'

export function mended(parsed: readonly Token[]): readonly Token[] {
  const tokens = withoutHiders(parsed.map((token) => ({ ...token, lemma: lemmaOf(token) })))
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

/** Adverbs that a parser may take for the verb before a verb of saying. */
const hiding = /^(?:further|later|also|then|again|still|once|earlier|recently|previously|repeatedly|\p{L}+ly)$/iu

/** "Okoro [further] asserted that …": an adverb that the tree takes for the verb gives its place to the verb after it. */
function withoutHiders(tokens: readonly Token[]): readonly Token[] {
  const isHider = (at: number) => {
    const [token, next] = [tokens[at], tokens[at + 1]]
    return token !== undefined && next !== undefined && token.upos === 'VERB' && hiding.test(token.text)
      && next.head === at && /^(VBD|VBN|VBZ|VBP)$/u.test(next.xpos) && isSaying(next)
  }
  return tokens.map((token, at): Token => {
    if (isHider(at)) return { ...token, upos: 'ADV', xpos: 'RB', head: at + 1, deprel: 'advmod' }
    if (isHider(at - 1)) return { ...token, xpos: token.xpos === 'VBN' ? 'VBD' : token.xpos, head: tokens[at - 1]!.head, deprel: tokens[at - 1]!.deprel }
    return isHider(token.head) ? { ...token, head: token.head + 1 } : token
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
  const isPerfect = xpos === 'VBN' && dependents(syntax, verb, 'aux').some((each) => each < verb && syntax.tokens[each]!.lemma.toLowerCase() === 'have')
  if ((!isPerfect && !/^(VBD|VBZ|VBP)$/u.test(xpos)) || dependents(syntax, verb, 'nsubj', 'aux:pass').length > 0) return undefined
  let last = verb - 1
  while (last >= 0 && /^(ADV|AUX|PART)$/u.test(syntax.tokens[last]!.upos)) last--
  if (last < 0 || syntax.tokens[last]!.sentence !== sentence || !/^(NOUN|PROPN|PRON)$/u.test(syntax.tokens[last]!.upos)) return undefined
  let head = last
  while (/^(flat|compound|appos|nmod:desc|fixed|goeswith)/u.test(syntax.tokens[head]!.deprel) && last - syntax.tokens[head]!.head <= 6 && syntax.tokens[head]!.head < verb && syntax.tokens[head]!.head >= 0) head = syntax.tokens[head]!.head
  const { deprel, head: above } = syntax.tokens[head]!
  // "[The WTO] has found that the government paid": what opens a sentence is no part of the clause after the verb.
  const isInComplement = ancestors(syntax, head).includes(verb) && (above > verb || /^(obl|obj|dep)/u.test(deprel))
  if (isInComplement && isFirst(syntax, head) && dependents(syntax, head, 'case').length === 0) return head
  // A subject stands before its verb: one that stands after it has the wrong verb.
  return above >= 0 && above !== verb && above < head && /^(nsubj|obj|obl|dep|conj|appos|nmod)/u.test(deprel) && isSetOff(syntax, head) ? head : undefined
}

/** Whether a noun phrase opens its sentence. */
function isFirst(syntax: Syntax, head: number): boolean {
  const before = syntax.tokens[firstOfPhrase(syntax, head) - 1]
  return before === undefined || before.sentence !== syntax.tokens[head]!.sentence
}

/** Whether a comma or mark parts a noun phrase from the words before it. */
const isSetOff = (syntax: Syntax, head: number): boolean =>
  /^[,”"’'?!]$/u.test(syntax.tokens[firstOfPhrase(syntax, head) - 1]?.text ?? '')

function firstOfPhrase(syntax: Syntax, head: number): number {
  let first = head
  while (first > 0 && /^(DET|ADJ|NOUN|PROPN|NUM)$/u.test(syntax.tokens[first - 1]!.upos)) first--
  return first
}

const isSaying = ({ upos, lemma }: Token): boolean => upos === 'VERB' && verbSenses.has(lemma.toLowerCase())

/** ", adding that …": a participle after a comma, with a complement of its own. */
function isAdded(syntax: Syntax, at: number): boolean {
  const { deprel, xpos } = syntax.tokens[at]!
  return /^(advcl|acl$|conj)/u.test(deprel) && xpos === 'VBG' && syntax.tokens[at - 1]?.text === ','
    && dependents(syntax, at, 'ccomp', 'obj', 'xcomp', 'parataxis').length > 0 && dependents(syntax, at, 'nsubj').length === 0
}

/** "would go on and [suggested] that …", "may have left and [called for] talks": a past tense does not continue an infinitive or a participle. */
function isUneven(syntax: Syntax, at: number): boolean {
  const { deprel, xpos, head } = syntax.tokens[at]!
  const isBare = (verb: number) => syntax.tokens[verb]!.xpos === 'VB' || (syntax.tokens[verb]!.xpos === 'VBN'
    && dependents(syntax, verb, 'aux').some((each) => /^(may|might|could|would|will|should|must|can)$/iu.test(syntax.tokens[each]!.text)))
  return deprel === 'conj' && /^(VBD|VBZ)$/u.test(xpos) && head >= 0 && isBare(head)
    && dependents(syntax, at, 'ccomp', 'obj', 'obl', 'xcomp').length > 0 && dependents(syntax, at, 'nsubj', 'aux').length === 0
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
