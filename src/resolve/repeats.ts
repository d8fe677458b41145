/**
 * Names that the analysis saw in one place and overlooked in another: drafts go in and get the places they lack.
 * "Macron … macron elaborates" → the same person. Case may differ only where the word stands as a name or subject.
 */
import type { Analysed } from '../model.js'
import { addPlace, type Draft } from './drafts.js'
import { textOf } from './occurrence.js'
import { foremost } from './people.js'

export function addRepeats(analysed: Analysed, drafts: readonly Draft[]): void {
  const { tokens } = analysed
  const taken = tokens.map(() => false)
  for (const draft of drafts) for (const { start, end } of draft.places) taken.fill(true, start, end)
  for (const mention of analysed.mentions) if (mention.form === 'name' && mention.kind !== 'role') taken.fill(true, mention.start, mention.end)
  const byFirst = new Map<string, { words: string[]; draft: Draft }[]>()
  const remember = (words: string[], draft: Draft) => {
    const first = words[0]?.toLowerCase() ?? '', known = byFirst.get(first)
    if (known) known.push({ words, draft })
    else byFirst.set(first, [{ words, draft }])
  }
  for (const draft of drafts) for (const name of draft.names.keys()) remember(wordsOf(analysed, draft, name), draft)
  for (const draft of surnamed(drafts)) remember([surnameOf(draft)], draft)
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length)
  tokens.forEach((token, start) => {
    for (const { words, draft } of byFirst.get(token.text.toLowerCase()) ?? []) {
      const end = start + words.length
      if (taken[start] || taken[end - 1] || !words.every((word, i) => isSame(analysed, draft, start + i, word))) continue
      addPlace(draft, { start, end, head: end - 1, form: 'name', confidence: 0.7, mention: null }, textOf(analysed, { start, end }))
      taken.fill(true, start, end)
      return
    }
  })
}

/** Persons whose bare surname is theirs: of namesakes only the one who is called by it, else the foremost. */
function surnamed(drafts: readonly Draft[]): Draft[] {
  const bearers = drafts.filter((draft) => draft.kind === 'person' && draft.name.includes(' ') && /^\p{Lu}.{2,}/u.test(surnameOf(draft)))
  return bearers.filter((draft) => {
    const namesakes = bearers.filter((other) => surnameOf(other) === surnameOf(draft))
    const called = namesakes.filter((other) => other.names.has(surnameOf(other)))
    return foremost(called.length > 0 ? called : namesakes) === draft
  })
}

function surnameOf(draft: Draft): string { return draft.name.split(' ').at(-1) ?? '' }

/** The tokens of a name, taken from a place where it stands. */
function wordsOf(analysed: Analysed, draft: Draft, name: string): string[] {
  const place = draft.places.find((each) => textOf(analysed, each) === name)
  return place ? analysed.tokens.slice(place.start, place.end).map((token) => token.text) : []
}

/** Equal, or a person's name in small letters where a name can stand. */
function isSame(analysed: Analysed, draft: Draft, i: number, word: string): boolean {
  const token = analysed.tokens[i]
  if (!token) return false
  if (token.text === word) return /[\p{Lu}\d]/u.test(word) && !/^(AUX|VERB|ADV|ADP|PRON|DET)$/.test(token.upos)
  if (draft.kind !== 'person' || word.length < 5 || token.text.toLowerCase() !== word.toLowerCase()) return false
  return token.upos === 'PROPN' || token.upos === 'NOUN' && !/^(det|amod)$/.test(analysed.tokens[i - 1]?.deprel ?? '') && /^(nsubj|obj|obl|nmod)/.test(token.deprel)
}
