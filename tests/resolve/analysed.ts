/**
 * Makes an analysed article from a compact notation, for tests of the stages after the analysis.
 * A sentence per string; `[person Emmanuel Macron]` is a name, `{person the minister}` a nominal or pronoun; a word may carry
 * its relation and its governor, counted from 1 within the sentence: `said|VERB`, `Lavrov|nsubj>2`. Everything else is guessed.
 */
import { createHash } from 'node:crypto'
import type { Analysed, Attribution, Meaning, Mention, MentionKind, Sentence, Token } from '../../src/model.js'

export interface Options { readonly date?: string; readonly attributions?: readonly Attribution[]; readonly meanings?: readonly Meaning[] }

export function analysedFrom(sentences: readonly string[], options: Options = {}): Analysed {
  const tokens: Token[] = [], mentions: Mention[] = [], spans: Sentence[] = []
  let text = ''
  sentences.forEach((notation, sentence) => {
    if (text) text += ' '
    const start = tokens.length
    const open: { kind: string; form: 'name' | 'nominal'; start: number }[] = []
    for (const piece of notation.split(/\s+/)) {
      const opening = /^([[{])(\w+)$/.exec(piece)
      if (opening) { open.push({ kind: opening[2]!, form: opening[1] === '[' ? 'name' : 'nominal', start: tokens.length }); continue }
      const [, bare = '', notes = '', closers = ''] = /^([^|\]}]+)((?:\|[^|\]}]+)*)([\]}]*)$/.exec(piece) ?? []
      const glued = /^([,.;:!?)”’]|['’]s?|n't)$/.test(bare) || /[“‘(]$/.test(text) || text === '' || text.endsWith(' ') ? '' : ' '
      text += glued
      const from = text.length
      text += bare
      tokens.push(token(bare, notes, { start: from, end: text.length, sentence, first: start }))
      for (const _ of closers) {
        const { kind, form, start: first } = open.pop()!
        const isPronoun = form === 'nominal' && /^(he|she|it|they|his|her|its|their|him|them|who)$/i.test(tokens[first]!.text)
        mentions.push({ start: first, end: tokens.length, head: tokens.length - 1, kind: kind as MentionKind, form: isPronoun ? 'pronoun' : form, confidence: 0.9 })
      }
    }
    spans.push({ start, end: tokens.length, block: 0 })
  })
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    id: 'test', source: '-', text, textSha256: createHash('sha256').update(text).digest('hex'), language: 'en', authors: [], notes: [],
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }], ...(options.date && { date: options.date }),
    tokens, sentences: spans, mentions, antecedents: [], attributions: options.attributions ?? [], triggers: [], happenings: [], titles: [], meanings: options.meanings ?? [], relationCandidates: [], model: 'test',
  }
}

function token(text: string, notes: string, at: { start: number; end: number; sentence: number; first: number }): Token {
  const upos = /\|([A-Z]+)/.exec(notes)?.[1] ?? guess(text)
  const relation = /\|([a-z:]+)>(\d+)/.exec(notes)
  return {
    text, start: at.start, end: at.end, lemma: upos === 'VERB' ? text.toLowerCase().replace(/ed$|s$/, '') : text.toLowerCase(), upos, xpos: upos === 'NOUN' && /[^s]s$/.test(text) ? 'NNS' : upos,
    head: relation ? at.first + Number(relation[2]) - 1 : -1, deprel: relation?.[1] ?? 'dep', sentence: at.sentence,
  }
}

function guess(text: string): string {
  if (/^[\p{P}]+$/u.test(text)) return 'PUNCT'
  if (/^['’]s?$/.test(text)) return 'PART'
  if (/^(the|a|an|this|that)$/i.test(text)) return 'DET'
  if (/^(he|she|it|they|his|her|its|their|who|him|them)$/i.test(text)) return 'PRON'
  if (/^(of|for|in|on|at|by|with|to|as|from)$/i.test(text)) return 'ADP'
  if (/^(and|or|but)$/i.test(text)) return 'CCONJ'
  if (/^\d/.test(text)) return 'NUM'
  if (/^(said|spoke|met|was|is|told|announced|left|resigned)$/.test(text)) return 'VERB'
  return /^\p{Lu}/u.test(text) ? 'PROPN' : 'NOUN'
}
