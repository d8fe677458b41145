/**
 * Titles of works that nothing but their quote marks and the words before them give away. The article goes in, stretches of
 * tokens come out: "a documentary titled '[A President, Europe and the war]'". Not handled: titles in italics.
 */
import type { Analysed, TokenSpan } from '../model.js'

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
/** What a noun says of the work that it goes with: "novel" → Book. */
export function typeNamed(noun: string): string | undefined {
  return typeOfNoun.find(([form]) => form.test(noun))?.[1]
}

const titled = /^(titled|entitled|called|named|dubbed|headlined)$/i
const opening = /^["“‘'«„]$/, closing = /^["”’'»“]$/

/** "the manuscript of [The Winter Crossing]": no marks, but a title's form after a noun for works. */
function plainTitles({ tokens }: Analysed): TokenSpan[] {
  return tokens.flatMap((token, i) => {
    if (!/^(of|called|titled|entitled|,)$/.test(token.text) || typeNamed(tokens[i - 1]?.text.toLowerCase() ?? '') === undefined || !/^(The|A|An)$/.test(tokens[i + 1]?.text ?? '')) return []
    let end = i + 2
    while (end < i + 9 && tokens[end]?.sentence === token.sentence && (/^\p{Lu}/u.test(tokens[end]?.text ?? '') || /^(of|the|and|in|to|for|a)$/.test(tokens[end]?.text ?? '') && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? ''))) end += 1
    return end > i + 2 ? [{ start: i + 1, end }] : []
  })
}

export function quotedTitles(analysed: Analysed): TokenSpan[] {
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
  return [...found, ...plainTitles(analysed)].sort((a, b) => a.start - b.start)
}

/** Titles have capitals: at least half of the longer words. */
function looksLikeTitle(analysed: Analysed, start: number, end: number): boolean {
  const words = analysed.tokens.slice(start, end).map((token) => token.text).filter((word) => /^\p{L}{4,}/u.test(word))
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length
}
