/**
 * Works: films, books, reports, laws. Occurrences of kind work or law and quoted titles go in, drafts come out.
 * "aired by France 2 in a documentary titled 'A President, Europe and the war'" → a film, published by France 2.
 * Not handled: works without a title ("the report").
 */
import type { Analysed, TokenSpan } from '../model.js'
import { addPlace, newDraft, type Draft } from './drafts.js'
import { fold } from './name-forms.js'
import { textOf, type Occurrence } from './occurrences.js'

/** What the noun beside a title says of the work, as schema.org has it. */
const typeOfNoun: readonly (readonly [RegExp, string])[] = [
  [/^(film|movie|documentary|documentaries|blockbuster|biopic|thriller|sequel|trailer)$/, 'Movie'],
  [/^(book|novel|memoir|biography|autobiography|bestseller|manuscript|novella|cookbook|textbook|anthology)$/, 'Book'],
  [/^(report|study|survey|paper|dossier|assessment|white|review|briefing)$/, 'Report'],
  [/^(article|op-ed|editorial|column|essay|story|interview|piece|commentary)$/, 'Article'],
  [/^(song|single|track|hit|anthem|ballad)$/, 'MusicRecording'],
  [/^(album|ep|mixtape)$/, 'MusicAlbum'],
  [/^(series|sitcom|show|programme|program|drama|soap|miniseries)$/, 'TVSeries'],
  [/^(episode)$/, 'TVEpisode'],
  [/^(podcast)$/, 'PodcastSeries'],
  [/^(play|musical|opera|comedy|tragedy)$/, 'Play'],
  [/^(painting|portrait|sculpture|statue|mural|installation|photograph)$/, 'VisualArtwork'],
  [/^(game|videogame)$/, 'VideoGame'],
  [/^(app|software)$/, 'SoftwareApplication'],
  [/^(poem)$/, 'Poem'],
  [/^(law|act|bill|treaty|convention|agreement|pact|code|constitution|accord|amendment|charter|ordinance|regulation|directive)$/, 'Legislation'],
]
const titled = /^(titled|entitled|called|named|dubbed|headlined)$/i
const opening = /^["“‘'«„]$/, closing = /^["”’'»“]$/

export function worksOf(analysed: Analysed, occurrences: readonly Occurrence[]): Draft[] {
  const quoted = quotedTitles(analysed).filter((span) => !occurrences.some((each) => each.start < span.end && span.start < each.end))
  const all = [...occurrences, ...quoted.map((span): Occurrence => ({ ...span, text: textOf(analysed, span), head: span.end - 1, kind: 'work', confidence: 0.8, mention: null }))]
  const drafts: Draft[] = []
  for (const each of all.sort((a, b) => b.text.length - a.text.length || a.start - b.start)) {
    const known = drafts.find((draft) => [...draft.names.keys()].some((name) => fold(name) === fold(each.text) || /^[:–—-]/.test(name.slice(each.text.length).trim()) && name.startsWith(each.text)))
    const draft = known ?? newDraft('work', each.text, each.kind)
    if (!known) drafts.push(draft)
    addPlace(draft, { ...each, form: 'name' }, each.text)
    const type = typeBeside(analysed, each)
    if (type && !draft.type) draft.type = type
  }
  for (const draft of drafts) draft.name = [...draft.names.keys()].sort((a, b) => b.length - a.length)[0] ?? draft.name
  return drafts
}

/** Titles that nothing but their quote marks and the words before them give away: a documentary titled 'A President'. */
function quotedTitles(analysed: Analysed): TokenSpan[] {
  const found: TokenSpan[] = []
  const { tokens } = analysed
  for (let i = 1; i < tokens.length - 2; i++) {
    if (!opening.test(tokens[i]?.text ?? '')) continue
    const before = tokens[i - 1]?.text.toLowerCase() ?? '', two = tokens[i - 2]?.text.toLowerCase() ?? ''
    const isTitle = titled.test(before) && [two, tokens[i - 3]?.text.toLowerCase() ?? ''].some((word) => typeNamed(word)) || typeNamed(before) !== undefined
    if (!isTitle || !/^[\p{Lu}\d]/u.test(tokens[i + 1]?.text ?? '')) continue
    const end = tokens.findIndex((token, j) => j > i + 1 && j < i + 16 && closing.test(token.text) && token.sentence === tokens[i]?.sentence)
    if (end < 0 || !looksLikeTitle(analysed, i + 1, end)) continue
    const last = /^[.,;:]$/.test(tokens[end - 1]?.text ?? '') ? end - 1 : end
    if (last > i + 1) found.push({ start: i + 1, end: last })
  }
  return found
}

/** Titles have capitals: at least half of the longer words. */
function looksLikeTitle(analysed: Analysed, start: number, end: number): boolean {
  const words = analysed.tokens.slice(start, end).map((token) => token.text).filter((word) => /^\p{L}{4,}/u.test(word))
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length
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

function typeNamed(noun: string): string | undefined {
  return typeOfNoun.find(([form]) => form.test(noun))?.[1]
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
