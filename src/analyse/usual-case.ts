/**
 * The usual case of a text that is written in capitals only, or without any.
 *
 *   in:  "PRESIDENT EMMANUEL MACRON SAID ON MONDAY THAT NATO WAS READY." and the network, which reads words whatever their case
 *   out: "President Emmanuel Macron said on Monday that NATO was ready.", letter for letter as long, so that all places stay
 *
 * What the network takes for a name in lower case is written as one. Not handled: names that it does not know in lower case; single
 * words or lines in capitals within a text that is written as usual.
 */
import type { Block, Reading, Sentence } from '../model.js'
import { type Findings, findingsOf } from './decode-windows.js'
import type { Network } from './network.js'
import { splitSentences } from './sentences.js'
import { type Token as Word, tokenise } from './tokens.js'

/** Notes of the readers about a text whose case says nothing. */
const CASELESS = /^(?:capitals-only|no-capitals)$/

export function isCaseless({ notes }: Pick<Reading, 'notes'>): boolean {
  return notes.some(({ code }) => CASELESS.test(code))
}

export async function usualCase({ text, blocks }: Pick<Reading, 'text' | 'blocks'>, network: Network): Promise<string> {
  const { words, sentences } = wordsOf(upper(text), blocks)
  const small = words.map((word) => lower(word.text))
  const titled = small.map(title)
  // Names are looked for in words of any case: what is spelled like a name is told by the title case of all.
  const found = await findingsOf(network.scores(small, sentences), network.files, titled)
  const forms = formsOf(small, sentences, found)
  const parts: string[] = []
  let from = 0
  words.forEach(({ start, end }, at) => {
    parts.push(lower(text.slice(from, start)), forms[at] ?? '')
    from = end
  })
  return parts.join('') + lower(text.slice(from))
}

/** Words and sentences of the blocks, told by marks alone: in capitals any word may begin a sentence. */
function wordsOf(text: string, blocks: readonly Block[]): { words: Word[]; sentences: Sentence[] } {
  const words: Word[] = []
  const sentences: Sentence[] = []
  blocks.forEach(({ start, end }, block) => {
    const part = text.slice(start, end)
    const local = tokenise(part)
    for (const range of splitSentences(part.replaceAll('\n', ' '), local)) sentences.push({ start: range.start + words.length, end: range.end + words.length, block })
    for (const word of local) words.push({ text: word.text, start: word.start + start, end: word.end + start })
  })
  return { words, sentences }
}

/** What is no name of anything, though it is found beside names. */
const NO_NAME = /^(?:role|time|money|value|Money)$/
/** Parts of speech whose words have capitals within names; those of others are small: "Bank of England". */
const NAMED = /^(?:PROPN|NOUN|ADJ|VERB|ADV|X|NUM|INTJ|PRON|SYM)$/

function formsOf(small: readonly string[], sentences: readonly Sentence[], { tags, names }: Findings): string[] {
  const typeAt = new Map<number, string>(), alone = new Set<number>()
  for (const { start, end, type } of names) {
    if (NO_NAME.test(type)) continue
    for (let at = start; at < end; at++) typeAt.set(at, type)
    if (end === start + 1) alone.add(start)
  }
  const first = new Set(sentences.map(({ start, end }) => firstWord(small, start, end)))
  return small.map((word, at) => {
    const upos = tags[at]?.upos ?? 'X'
    const type = typeAt.get(at)
    const isName = upos === 'PROPN' || (type !== undefined && NAMED.test(upos))
    if (/^i(?:['’].*)?$/.test(word) && upos === 'PRON') return title(word)
    const isLetters = isName ? isAcronym(word, type, alone.has(at)) : alone.has(at) && isBracketed(small, at)
    return isLetters ? upper(word) : isName || first.has(at) ? title(word) : word
  })
}

/** "(AP)": what stands alone in brackets after a name is short for it, or an agency. */
function isBracketed(words: readonly string[], at: number): boolean {
  return words[at - 1] === '(' && words[at + 1] === ')' && /^\p{L}{2,5}$/u.test(words[at] ?? '')
}

/** The first word of a sentence that has letters. */
function firstWord(words: readonly string[], start: number, end: number): number {
  for (let at = start; at < end; at++) if (/\p{L}/u.test(words[at] ?? '')) return at
  return start
}

/** Types of people, whose names are words however short: "Ann Li". */
const PERSON = /person|^per$/i

/** "u.s.", "fbi", "nato": what has points, cannot be spoken as a word, or is a name by itself and as short as the letters of bodies and states are. */
function isAcronym(word: string, type: string | undefined, isAlone: boolean): boolean {
  if (/^(?:\p{L}\.){2,}$/u.test(word)) return true
  if (!/^\p{L}{2,5}$/u.test(word) || PERSON.test(type ?? '')) return false
  return !/[aeiouy]/.test(word) || (isAlone && word.length <= 3) || SPOKEN.has(word)
}

/** Letters of bodies that are spoken as words. */
const SPOKEN: ReadonlySet<string> = new Set('nato nasa opec unesco unicef asean uefa fifa aukus'.split(' '))

/** Letter by letter: what would change in length stays. */
function lower(text: string): string {
  return each(text, (letter) => letter.toLowerCase())
}

function upper(text: string): string {
  return each(text, (letter) => letter.toUpperCase())
}

function each(text: string, change: (letter: string) => string): string {
  let changed = ''
  for (const letter of text) changed += change(letter).length === letter.length ? change(letter) : letter
  return changed
}

/** Each part that letters begin: "jean-paul", "o'brien", "mcdonald". */
function title(word: string): string {
  return word.replace(/^\p{L}|(?<=[-–])\p{L}|(?<=^[do]['’])\p{L}|(?<=^mc)\p{L}/gu, upper)
}
