/**
 * Works: films, books, reports, laws. Occurrences of kind work or law go in, drafts come out.
 * "aired by France 2 in a documentary titled 'A President, Europe and the war'" → a film, published by France 2.
 * Not handled: works without a title ("the report").
 */
import type { Analysed, TokenSpan } from '../model.js'
import { addPlace, newDraft, type Draft } from './drafts.js'
import { fold, isAcronymOf } from './name-forms.js'
import type { Occurrence } from './occurrence.js'
import { typeNamed } from './quoted-titles.js'

export function worksOf(analysed: Analysed, occurrences: readonly Occurrence[]): Draft[] {
  const drafts: Draft[] = []
  for (const each of [...occurrences].sort((a, b) => b.text.length - a.text.length || a.start - b.start)) {
    const known = drafts.find((draft) => [...draft.names.keys()].some((name) => fold(name) === fold(each.text) || isAcronymOf(each.text, name) || /^[:–—-]/.test(name.slice(each.text.length).trim()) && name.startsWith(each.text)))
    const draft = known ?? newDraft('work', each.text, each.kind)
    if (!known) drafts.push(draft)
    addPlace(draft, { ...each, form: 'name' }, each.text)
    const type = typeBeside(analysed, each)
    if (type && !draft.type) draft.type = type
  }
  for (const draft of drafts) draft.name = [...draft.names.keys()].sort((a, b) => b.length - a.length)[0] ?? draft.name
  return drafts
}

function typeBeside(analysed: Analysed, { start, end, text, kind }: Occurrence): string | undefined {
  const inside = typeNamed(text.split(' ').at(-1)?.toLowerCase() ?? '')
  if (kind === 'law' || inside === 'Legislation') return 'Legislation'
  const { tokens } = analysed
  const near = [...Array.from({ length: 6 }, (_, i) => start - 1 - i), end, end + 1, end + 2]
  for (const i of near) {
    if (tokens[i]?.sentence !== tokens[start]?.sentence) continue
    const found = typeNamed(tokens[i]?.lemma.toLowerCase() ?? '') ?? typeNamed(tokens[i]?.text.toLowerCase() ?? '')
    if (found) return found
  }
  return undefined
}

/** Ties works to the outlet or body that made them known: "aired by France 2", "Reuters' report", "published by the IMF". */
export function namePublishers(analysed: Analysed, works: readonly Draft[], bodies: readonly Draft[]): void {
  for (const work of works) {
    if (work.type === 'Legislation') continue
    for (const place of work.places) {
      const sentence = analysed.tokens[place.start]?.sentence
      const near = bodies.filter((body) => body.places.some((other) => other.form === 'name' && analysed.tokens[other.start]?.sentence === sentence && publishes(analysed, other)))
      const publisher = near.find((body) => body.kind === 'outlet') ?? near[0]
      if (publisher && !work.publisher) work.publisher = publisher
    }
  }
}

const making = /^(air|publish|broadcast|release|produce|print|screen|show|post|carry|issue)$/

function publishes(analysed: Analysed, body: TokenSpan): boolean {
  const { tokens } = analysed
  const sentence = tokens[body.start]?.sentence
  for (let i = body.start - 1; i >= body.start - 5 && tokens[i]?.sentence === sentence; i--) {
    const token = tokens[i]
    if (token && (token.text === 'by' || token.text === 'on' || token.text === 'in')) return making.test(tokens[i - 1]?.lemma ?? '')
  }
  for (let i = body.end; i < body.end + 3 && tokens[i]?.sentence === sentence; i++) if (making.test(tokens[i]?.lemma ?? '') && tokens[i]?.upos === 'VERB') return true
  return /^['’]s?$/.test(tokens[body.end]?.text ?? '') && Array.from({ length: 4 }, (_, i) => tokens[body.end + 1 + i]).some((token) => token?.sentence === sentence && typeNamed(token?.lemma.toLowerCase() ?? '') !== undefined)
}
