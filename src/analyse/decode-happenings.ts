/**
 * A window's claim heads in, happenings and titles out: "[Rebels](agent) [bombed](attack, asserted) the [port](patient) of Arvo on [Monday](time)";
 * "[Lima](of)'s [mayor](title), [Ana Sol](holder)". Places are words of the article; which of them name somebody is found later (resolve).
 * Not handled: what takes part in a happening from another window.
 */
import type { EventType, Happening, HappeningPart, TitleMention, Token, TokenSpan } from '../model.js'
import { headOf } from './decode-mentions.js'
import { bestColumn, probability, rowsOf, type Rows, spansIn } from './decode-tags.js'
import type { Scores, WindowScores } from './engine.js'
import type { ModelFiles } from './model-files.js'

interface Range { readonly start: number; readonly end: number }

/** What is needed beside the scores: sentences as row ranges, the window's first word, and the tags of the article's words up to its last. */
export interface Place { readonly sentences: readonly Range[]; readonly by: number; readonly tags: readonly Pick<Token, 'head' | 'upos'>[] }

const none: Scores = { data: new Float32Array(0), dims: [0, 0] }

/** Happenings named in a window; `same` is not yet known. */
export function happeningsIn(scores: WindowScores, model: ModelFiles, place: Place): Happening[] {
  const [kinds, standings] = [rowsOf(scores['kind'] ?? none), rowsOf(scores['standing'] ?? none)]
  return place.sentences.flatMap((range) => spansIn(scores, model, { head: 'happening', range })).map((span) => {
    const words = moved(span, place), token = headOf(place.tags, words), head = token - place.by
    const kind = bestColumn(kinds, head)
    return {
      ...words, head: token, type: (model.labels.kind[kind] ?? 'happening') as EventType, typeConfidence: probability(kinds, head, kind, model.temperatures['kind']),
      standing: model.labels.standing[bestColumn(standings, head)] ?? 'asserted', confidence: span.confidence,
      parts: cellsIn(scores, 'parts', head, model.temperatures['parts']).filter(({ row }) => row < span.start || row >= span.end)
        .map(({ column, row, chance }): HappeningPart => ({ part: model.labels.parts[column] ?? '', token: row + place.by, confidence: chance })),
    }
  })
}

/** Chance from which a word is said to tell what a title is of, beside others; which of them is believed is decided when names are known. */
const SOME = 0.05

/** Titles in a window, with whose and of what they are. */
export function titlesIn(scores: WindowScores, model: ModelFiles, place: Place): TitleMention[] {
  const flags = rowsOf(scores['flag'] ?? none)
  return place.sentences.flatMap((range) => spansIn(scores, model, { head: 'title', range })).map((span) => {
    const words = moved(span, place), token = headOf(place.tags, words), head = token - place.by
    const temperature = model.temperatures['own']
    const holders = cellsIn(scores, 'own', head, temperature).filter(({ column }) => model.labels.own[column] === 'holder').sort((a, b) => b.chance - a.chance)
    return {
      ...words, head: token, flag: model.labels.flag[bestColumn(flags, head)] ?? 'held', confidence: span.confidence,
      holders: holders.map(({ row }) => row + place.by), of: columnIn(scores, 'own', head, { column: model.labels.own.indexOf('of'), temperature, by: place.by }),
    }
  })
}

const moved = ({ start, end }: Range, { by }: Place): TokenSpan => ({ start: start + by, end: end + by })

const ROWS = { parts: 'partRows', own: 'ownRows' } as const

/** Words with some chance of one label at a word, and the chance. */
function columnIn(scores: WindowScores, head: keyof typeof ROWS, of: number, { column, temperature = 1, by }: { column: number; temperature?: number | undefined; by: number }): { token: number; confidence: number }[] {
  const { rows, words } = rowOf(scores, head, of)
  return rows === undefined ? [] : Array.from({ length: words }, (_, word) => ({ token: word + by, confidence: probability(rows, word, column, temperature) })).filter(({ confidence }) => confidence >= SOME)
}

/** Words that a word is tied to: where another label than none is the likeliest. Only words that a head tags have a row. */
function cellsIn(scores: WindowScores, head: keyof typeof ROWS, of: number, temperature = 1): { row: number; column: number; chance: number }[] {
  const { rows, words } = rowOf(scores, head, of)
  if (rows === undefined) return []
  const found: { row: number; column: number; chance: number }[] = []
  for (let word = 0; word < words; word++) {
    const column = bestColumn(rows, word)
    if (column > 0) found.push({ row: word, column, chance: probability(rows, word, column, temperature) })
  }
  return found
}

/** What a head says of all words for one, which has a row of its own where a head tags it. */
function rowOf(scores: WindowScores, head: keyof typeof ROWS, of: number): { rows?: Rows; words: number } {
  const { data, dims } = scores[head] ?? none
  const at = (scores[ROWS[head]] ?? none).data.indexOf(of)
  const [, words = 0, width = 0] = dims
  return at < 0 ? { words } : { rows: { data, width, offset: at * words * width }, words }
}
