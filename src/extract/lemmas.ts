/**
 * Base forms of the words of saying, where the model's lemma is none of them.
 * In: a word with its part of speech. Out: its lemma – "said" → "say", "accusing" → "accuse", "reports" → "report"; the
 * model's own where no known word fits.
 */
import type { Token } from '../model.js'
import { documentNouns, nounSenses, saidNouns, verbSenses } from './cues.js'

const irregular: Readonly<Record<string, string>> = {
  said: 'say', told: 'tell', wrote: 'write', written: 'write', thought: 'think', felt: 'feel', found: 'find', spoke: 'speak',
  spoken: 'speak', went: 'go', gone: 'go', made: 'make', gave: 'give', given: 'give', swore: 'swear', sworn: 'swear',
  foresaw: 'foresee', laid: 'lay', came: 'come', took: 'take', held: 'hold', met: 'meet', saw: 'see', shot: 'shoot',
  began: 'begin', rang: 'ring', sang: 'sing', tore: 'tear', dealt: 'deal', sent: 'send', let: 'let', put: 'put', hit: 'hit',
}

/** First words of the verbs of saying: "call" of "call_for". */
const verbs: ReadonlySet<string> = new Set([...verbSenses.keys()].map((each) => each.split('_')[0]!))

const isNoun = (word: string): boolean => nounSenses.has(word) || documentNouns.has(word) || saidNouns.has(word)

export function lemmaOf({ text, lemma, upos }: Token): string {
  const given = lemma.toLowerCase()
  const word = text.toLowerCase()
  if (upos === 'VERB') return irregular[word] ?? (verbs.has(given) ? given : stems(word).find((each) => verbs.has(each)) ?? given)
  if (upos === 'NOUN') return isNoun(given) ? given : stems(word).find(isNoun) ?? given
  return given
}

/** What a word may be a form of: "denies" → deny; "urged" → urg, urge; "blogging" → blogg, blogge, blog. */
export function stems(word: string): string[] {
  const forms = [word]
  for (const ending of ['s', 'es', 'd', 'ed', 'ing']) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    forms.push(stem, `${stem}e`, stem.replace(/i$/u, 'y'), stem.replace(/(.)\1$/u, '$1'))
  }
  return forms
}
