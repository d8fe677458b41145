/**
 * What a text is, where it is no ordinary report.
 *
 *   in:  the words of an article, block by block – "MAYOR RESIGNS AFTER …", "10:05 The mayor has arrived", "Subscribe to read on"
 *   out: a note of each thing that makes what is read from it less sure: capitals only, no capitals, broken words of OCR, a live blog, a
 *        transcript, a list, several pieces in one, a page of several, a stub before a paywall
 *
 * Nothing is changed here; sentences of such texts are read like others.
 */
import type { Block, Note } from '../model.js'
import { datelineOf } from './dateline.js'
import { isDateLine } from './dates.js'
import { CLOCK } from './entries.js'

export interface TextKind {
  readonly code: string
  readonly message: string
  readonly is: (text: Looked) => boolean
  /** In words of one line each. */
  readonly matches: readonly string[]
  readonly misses: readonly string[]
}

/** What the rules look at: the beginning of the text in lines, and all letters of it counted. */
interface Looked { readonly lines: readonly string[]; readonly words: string; readonly upper: number; readonly lower: number }

const MOST_WORDS = 60_000
const share = (lines: readonly string[], pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length)

const SPEAKER = /^(?:\p{Lu}[\p{Lu}\p{L}.’'-]*(?: \p{Lu}[\p{Lu}\p{L}.’'-]*){0,4}|Q|A)(?: \([^)]{1,40}\))?: \S/u
const STUB = /\b(?:subscribe(?: now)? to (?:read|continue|keep)|(?:this (?:article|story|content) is|available) (?:for|only (?:to|for)|exclusive(?:ly)? (?:to|for)) (?:our )?subscribers|to (?:continue|keep) reading|(?:sign|log) in to (?:read|continue)|already a subscriber|register to continue|unlock this (?:article|story)|you have reached your (?:free )?(?:article )?limit)\b/iu
const PAGED = /(?:^|\b)(?:page \d{1,2} (?:of|\/) ?\d{1,2}|(?:continue|continued) (?:on|from) (?:the )?(?:next |previous )?page(?: \d+)?|next page|previous page)\b/iu
const BYLINE = /^By:? \p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){1,5}(?:[,|] .{0,40})?$/u
const TITLE = /^["“‘']?[\p{Lu}\p{N}].{9,110}[^.:;,…]$/u
const PROSE = /^.{40,}[.!?]["”’)]*$/u

/** A headline below prose, and under it a byline, a day or a dateline: there another piece begins. */
function opensAnother(line: string, at: number, lines: readonly string[]): boolean {
  const next = lines[at + 1] ?? ''
  if (!TITLE.test(line) || BYLINE.test(line) || isDateLine(line) || !lines.slice(Math.max(0, at - 3), at).some((before) => PROSE.test(before))) return false
  const dateline = datelineOf(next, { start: 0, end: next.length })
  // Who speaks in a transcript stands before a colon, too.
  return BYLINE.test(next) || isDateLine(next) || (dateline !== undefined && (dateline.agency !== undefined || dateline.date !== undefined || !SPEAKER.test(next)))
}

export const TEXT_KINDS: readonly TextKind[] = [
  {
    code: 'capitals-only', message: 'The text is in capitals only: it is read as if written as usual, and some names may be missed.',
    is: ({ upper, lower }) => upper > 40 && lower <= upper * 0.05,
    matches: ['THE MAYOR OF BRIGHTWATER SAID ON TUESDAY THAT THE BRIDGE WOULD BE CLOSED.'], misses: ['NATO and the EU met in BRUSSELS on Tuesday, the BBC said in a report.'],
  },
  {
    code: 'no-capitals', message: 'The text has no capitals: it is read as if written as usual, and some names may be missed.',
    is: ({ upper, lower }) => lower > 80 && upper <= lower * 0.002,
    matches: ['the mayor of brightwater, irene castell, said on tuesday that the old bridge would be closed for the whole of the winter.'], misses: ['The mayor of the town said that the old bridge would be closed for the whole of the winter, and that it was old.'],
  },
  {
    code: 'broken-words', message: 'The text looks like the output of OCR: letters are mistaken or words broken, and names may be, too.',
    is: ({ words }) => {
      const all = words.match(/\S+/gu) ?? []
      const broken = words.match(/(?<![\p{L}\p{N}])(?:\p{Ll}+[0|1]\p{Ll}+|\p{L}*\p{Ll}\p{Lu}\p{Ll}*\p{Lu}\p{L}*|(?:\p{L} ){3,}\p{L}|\p{Ll}*[|~^¬]\p{Ll}+|[a-z]+[.,;][a-z]{3,})(?![\p{L}\p{N}])/gu) ?? []
      return all.length >= 12 && broken.length >= 3 && broken.length / all.length > 0.02
    },
    matches: ['Tl1e may0r of Br1ghtwater sa1d on Tuesday that tbe 0ld bridge w0uld be cl0sed f0r the wh0le of the winter.'], misses: ['The mayor opened the eBay office and the iPhone shop on Tuesday, and she told McDonald that YouTube was there.'],
  },
  {
    code: 'live-blog', message: 'The text is a live blog: entries with their times, the latest mostly first.',
    is: ({ lines }) => lines.filter((line) => CLOCK.test(line)).length >= 3 && share(lines, CLOCK) >= 0.12,
    matches: ['10:05 The mayor has arrived.\n10:20 GMT The mayor speaks.\n11:00 She leaves.'], misses: ['10:05 is when the train leaves.\nThe mayor was on it.\nSo was her office.'],
  },
  {
    code: 'transcript', message: 'The text is a transcript: what follows a name and a colon is what was said.',
    is: ({ lines }) => lines.filter((line) => SPEAKER.test(line)).length >= 4 && share(lines, SPEAKER) >= 0.3,
    matches: ['JANE DOE: Good evening.\nMAYOR CASTELL: Good evening.\nJANE DOE: Is it closed?\nMAYOR CASTELL: It is.'], misses: ['Irene Castell: “It is closed.”\nShe left.\nThe council met.\nIt was late.'],
  },
  {
    code: 'list', message: 'The text is a list more than a report.',
    is: ({ lines }) => lines.length >= 8 && share(lines, /^(?:\d{1,3}[.)]|[•*–-]) |^.{1,60}[^.!?”"’:]$/u) >= 0.7,
    matches: ['1. Brightwater\n2. Harford\n3. Sund\n4. Norland\n5. Tarn\n6. Oslo\n7. Rome\n8. Bern'], misses: ['The mayor left.\nThe council met.\nIt was late.\nNobody came.\nThe bridge is shut.\nThe river rose.\nIt rained.\nThe end came.'],
  },
  {
    code: 'several-articles', message: 'The text holds several pieces, each under a headline of its own: they are read as one article.',
    is: ({ lines }) => lines.some(opensAnother),
    matches: [
      'Bridge to close for winter\nThe mayor of Brightwater said so on Tuesday, and the council agreed.\nSchool to open in spring\nBy John Roe\nThe council said so.',
      'The mayor of Brightwater said so on Tuesday, and the council agreed.\nSchool to open in spring\nHARFORD, July 6 (Reuters) — The council said so on Wednesday.',
    ],
    misses: [
      'The mayor of Brightwater said so on Tuesday, and the council agreed.\nWhat comes next for the bridge\nThe council is to meet again on Wednesday.',
      'The mayor of Brightwater said so on Tuesday, and the council agreed.\nOn the bridge and the river\nJANE DOE: We had hoped that the bridge would stay open through the winter, and that the council would pay for it at last.',
      'Bridge to close for winter\nMayor says that there was no choice\nBy Jane Doe\nThe mayor of Brightwater said so on Tuesday, and the council agreed.',
    ],
  },
  {
    code: 'stub', message: 'The text breaks off: the rest is for subscribers.',
    is: ({ words }) => words.length < 4000 && STUB.test(words),
    matches: ['The mayor said on Tuesday that she … Subscribe to continue reading.'], misses: ['Subscribers to the paper were told to read it.'],
  },
  {
    code: 'one-page-of-several', message: 'The text is one page of several.',
    is: ({ lines }) => [...lines.slice(0, 2), ...lines.slice(-2)].some((line) => line.length < 120 && PAGED.test(line)),
    matches: ['The mayor left.\nPage 1 of 3'], misses: ['He wrote on page 3 of the report that the bridge was old and that the city had known of it for years, as the papers said and the readers saw.'],
  },
]

/** @param blocks what is to be analysed of the text */
export function kindsOf(text: string, blocks: readonly Block[]): Note[] {
  const words = text.slice(0, MOST_WORDS)
  const lines = blocks.flatMap(({ start, end }) => (start < MOST_WORDS ? text.slice(start, Math.min(end, start + 1000)).split('\n') : [])).map((line) => line.trim()).filter((line) => line !== '')
  const looked: Looked = { lines, words, upper: words.match(/\p{Lu}/gu)?.length ?? 0, lower: words.match(/\p{Ll}/gu)?.length ?? 0 }
  return TEXT_KINDS.filter(({ is }) => is(looked)).map(({ code, message }) => ({ code, message }))
}
