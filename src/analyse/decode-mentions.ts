/**
 * Names, trees and the mention head in, mentions out: names as found, and nominals and pronouns grown from their head
 * word along the tree: "[a spokesman for the ministry] said [he] …". A relative clause, an apposition and what the noun
 * is merely the predicate of stay outside the span.
 */
import type { Mention, MentionKind, Token, TokenSpan } from '../model.js'
import type { TypedSpan } from './decode-tags.js'
import { FINE_TYPES } from './decode-names.js'

/** A word that the mention head takes for the head of a referring phrase. */
export interface MentionHead { readonly word: number; readonly type: string; readonly confidence: number }

/** Types of the mention head; what they are in the graph. */
const KIND_OF: Readonly<Record<string, MentionKind>> = {
  person: 'person', organization: 'organization', place: 'place', event: 'event', time: 'date',
}

const PERSONAL = /^(?:he|she|him|her|his|hers|himself|herself)$/i
/** Dependents that belong to a noun's phrase; a preposition or 's belongs to what stands around it. */
const INSIDE = /^(?:det|amod|compound|nummod|nmod|flat|goeswith|fixed|acl$|obl:unmarked)/
/** Of those, the ones that only belong to it when they stand before the noun, or after it. */
const ONLY_BEFORE = /^(?:det|nummod|compound)/

/** Words with which no noun phrase ends. */
const LOOSE = /^(?:PUNCT|ADP|DET|CCONJ|SCONJ|AUX)$/

export function mentionsOf(tokens: readonly Token[], names: readonly TypedSpan[], heads: readonly MentionHead[]): Mention[] {
  const mentions = names.map((name) => nameMention(tokens, name))
  const ownerOf = new Int32Array(tokens.length).fill(-1)
  names.forEach((name, number) => ownerOf.fill(number, name.start, name.end))
  const children = childrenOf(tokens)
  for (const head of heads) {
    const owner = mentions[ownerOf[head.word] ?? -1]
    // A role's noun may be a person as well ("the minister said"), unless the person's name stands with it.
    if (owner && (owner.kind !== 'role' || head.type !== 'person' || isTitle(tokens, children, { word: head.word, mentions, ownerOf }))) continue
    const isPronoun = tokens[head.word]?.upos === 'PRON'
    const span = isPronoun ? { start: head.word, end: head.word + 1 } : nominalSpan(tokens, children, head.word)
    mentions.push({
      ...span, head: head.word, form: isPronoun ? 'pronoun' : 'nominal', confidence: head.confidence,
      kind: PERSONAL.test(tokens[head.word]?.text ?? '') ? 'person' : KIND_OF[head.type] ?? 'other',
    })
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end || a.head - b.head)
}

function nameMention(tokens: readonly Token[], name: TypedSpan): Mention {
  const head = headOf(tokens, name)
  const kind = FINE_TYPES[name.type]?.kind ?? 'other'
  const isCommonNoun = kind === 'role' && tokens[head]?.upos === 'NOUN'
  return { start: name.start, end: name.end, head, kind, form: isCommonNoun ? 'nominal' : 'name', confidence: name.confidence }
}

/** The word of a span whose own head lies outside it. */
export function headOf(tokens: readonly Pick<Token, 'head' | 'upos'>[], span: TokenSpan): number {
  for (let i = span.start; i < span.end; i++) {
    const head = tokens[i]?.head ?? -1
    if ((head < span.start || head >= span.end) && tokens[i]?.upos !== 'PUNCT') return i
  }
  return span.end - 1
}

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => [])
  tokens.forEach((token, i) => { if (token.head >= 0) children[token.head]?.push(i) })
  return children
}

/** The words around a noun that describe it, without gaps. */
function nominalSpan(tokens: readonly Token[], children: readonly number[][], head: number): TokenSpan {
  const isIn = new Set<number>([head])
  const add = (word: number): void => {
    isIn.add(word)
    for (const child of children[word] ?? []) add(child)
  }
  for (const child of children[head] ?? []) {
    const deprel = tokens[child]?.deprel ?? ''
    if (!INSIDE.test(deprel) || (child > head && ONLY_BEFORE.test(deprel))) continue
    add(child)
  }
  let start = head
  let end = head + 1
  while (isIn.has(start - 1)) start--
  while (isIn.has(end)) end++
  while (end > head + 1 && LOOSE.test(tokens[end - 1]?.upos ?? '')) end--
  while (start < head && /^(?:PUNCT|ADP|[CS]CONJ)$/.test(tokens[start]?.upos ?? '')) start++
  return { start, end }
}

interface Titled { readonly word: number; readonly mentions: readonly Mention[]; readonly ownerOf: Int32Array }

/** "President" in "President Macron": the tree ties it to a person's name in one noun phrase. */
function isTitle(tokens: readonly Token[], children: readonly number[][], { word, mentions, ownerOf }: Titled): boolean {
  const isPerson = (other: number): boolean => mentions[ownerOf[other] ?? -1]?.kind === 'person'
  const joins = (deprel: string | undefined): boolean => /^(?:compound|flat|nmod:desc|amod)/.test(deprel ?? '')
  return (isPerson(tokens[word]?.head ?? -1) && joins(tokens[word]?.deprel)) ||
    (children[word] ?? []).some((child) => isPerson(child) && joins(tokens[child]?.deprel))
}
