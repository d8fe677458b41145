/**
 * What claims are called: each by the words that it stands on, never by its number in a list.
 *   "“We always say what we think,” he added." → `added-1c0f6a2e`;  Lavrov, Foreign Minister → `foreign-minister-sergey-lavrov`
 *
 * In: the article's text and the claim's words. Out: an id, unique in the article. It stays when other claims come or go, when
 * a sentence is added elsewhere, and when a later version finds more: no count, no offset and no sentence border is in it.
 * Two claims of the same words are told apart by their order.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { slug } from '../map/iri.js'
import type { Evidence, Predicate, Span } from '../model.js'

/** Characters of the surroundings that tell one "attack" from another. */
const CONTEXT = 40
/** Hex digits of a hash: of an article's hundred statements two share theirs once in a million articles. */
const DIGITS = 8

/** Names statements by cue and content. */
export function statementIds(text: string): (cue: Span | undefined, content: Evidence) => string {
  const unique = uniqueNames()
  return (cue, content) => {
    const words = [cue, ...content].map((span) => (span ? wordsOf(text.slice(span.start, span.end)) : ''))
    return unique(joined(words[0] ?? '', hash(words)))
  }
}

/** Names events by their first trigger and the words around it. */
export function eventIds(text: string): (trigger: Span) => string {
  const unique = uniqueNames()
  return ({ start, end }) => {
    const before = text.slice(Math.max(0, start - CONTEXT), start).split(BORDER).at(-1) ?? ''
    const after = text.slice(end, end + CONTEXT).split(BORDER)[0] ?? ''
    const trigger = wordsOf(text.slice(start, end))
    return unique(joined(trigger, hash([wholeWords(before, /^\S*\s/u), trigger, wholeWords(after, /\s\S*$/u)])))
  }
}

/** Names role holdings by title and holder. */
export function holdingIds(): (title: string, holder: string) => string {
  const unique = uniqueNames()
  return (title, holder) => unique(joined(title, localOf(holder)))
}

/** Names relations by subject, predicate and object. */
export function relationIds(): (subject: string, predicate: Predicate, object: string) => string {
  const unique = uniqueNames()
  return (subject, predicate, object) => unique(`${localOf(subject)}-${predicate}-${localOf(object)}`)
}

/** Ends of sentences and lines: what is added beyond them is elsewhere. */
const BORDER = /[.!?\n]/u

/** Without the word that the cut went through. */
function wholeWords(context: string, cut: RegExp): string {
  return wordsOf(context.length < CONTEXT ? context : context.replace(cut, ''))
}

function wordsOf(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase()
}

function hash(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, DIGITS)
}

/** A few words that people can read, and what makes them one of a kind. */
function joined(words: string, rest: string): string {
  const readable = slug(words).split('-').slice(0, 6).join('-').slice(0, 40)
  return readable ? `${readable}-${rest}` : rest
}

/** `person/sergey-lavrov` → `sergey-lavrov`. */
function localOf(entity: string): string {
  return entity.slice(entity.indexOf('/') + 1)
}

function uniqueNames(): (name: string) => string {
  const used = new Map<string, number>()
  return (name) => {
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  }
}
