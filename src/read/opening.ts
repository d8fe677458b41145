/**
 * What stands before the first sentence of an article, whatever the format.
 *
 *   in:  a draft whose first blocks are "By Jane Doe" and "MOSCOW, July 6 (Reuters) — Russia slammed …"
 *   out: the draft with author, place, agency and date read from them, and blocks that begin with "Russia slammed …"
 */
import type { Block } from '../model.js'
import type { Draft } from './article.js'
import { bylineOf } from './byline.js'
import { datelineOf, type Dateline } from './dateline.js'
import { day } from './dates.js'

/** Bylines and datelines stand within so many blocks of the top. */
const TOP = 4

export function withOpening(draft: Draft): Draft {
  const { text } = draft
  const bylines = draft.blocks.map((block, index) => (index < TOP ? bylineOf(text, block) : undefined))
  const told = draft.blocks.filter((_, index) => !bylines[index])
  const blocks = told.length > 0 ? told : draft.blocks
  const [dated, dateline] = findDateline(text, blocks)
  const named = bylines.flatMap((names) => names ?? [])
  return {
    ...draft,
    blocks: dateline ? blocks.map((block) => (block === dated ? { ...block, start: dateline.end } : block)) : blocks,
    authors: draft.authors.length > 0 ? draft.authors : named,
    ...(dateline?.agency && !draft.publisher ? { publisher: dateline.agency } : {}),
    ...(dateline?.place ? { datelinePlace: dateline.place } : {}),
    ...(draft.date || !dateline ? {} : dateOf(text, dateline)),
  }
}

function findDateline(text: string, blocks: readonly Block[]): [Block?, Dateline?] {
  for (const block of blocks.slice(0, TOP).filter(({ kind }) => kind === 'paragraph')) {
    const dateline = isTranscript(text, blocks) ? undefined : datelineOf(text, block)
    if (dateline) return [block, dateline]
  }
  return []
}

/** Speakers' names before colons look like places: "KATE BOULDUAN: Good evening." */
function isTranscript(text: string, blocks: readonly Block[]): boolean {
  return blocks.filter(({ start }) => /^\p{Lu}{2}[\p{Lu} .'’-]*(?:\([^)]*\))?:\s/u.test(text.slice(start, start + 60))).length > 1
}

function dateOf(text: string, dateline: Dateline): Pick<Draft, 'date' | 'dateFrom'> {
  if (!dateline.date) return {}
  const year = dateline.date.year ?? onlyYearIn(text)
  const date = year === undefined ? undefined : day(year, dateline.date.month, dateline.date.day)
  return date ? { date, dateFrom: 'dateline' } : {}
}

/** Datelines leave the year out; it is known where the text speaks of one year only. */
function onlyYearIn(text: string): number | undefined {
  const years = new Set(text.match(/\b(?:19|20)\d{2}\b/g))
  return years.size === 1 ? Number([...years][0]) : undefined
}
