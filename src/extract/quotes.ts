/**
 * Finds what stands between quotation marks. In: text and blocks. Out: quotations in order of text, inner ones after
 * the outer one that they stand in: "“We win,” he said" → `We win,` as speech; "a ‘peace plan’" → words; "the film
 * ‘Blue Night’" → title.
 *
 * Writers mix, reverse and forget marks: the side of a mark is told from the letters around it, and from its form only
 * where these do not tell ("“We win", “We win“, ”We win”). A mark that never closes ends with its paragraph, or goes on
 * in the next one if that opens with a mark; one that never opened begins with its sentence. Apostrophes ("workers’",
 * "’90s", "don't") are no marks. Not handled: block quotations without marks.
 */
import type { Reading, Span } from '../model.js'

export interface Quotation {
  /** Characters between the marks. */
  readonly start: number
  readonly end: number
  /** The same with its marks, as far as they are there. */
  readonly outer: Span
  /** `speech`: whole sentences or clauses; `words`: an expression; `title`: a name of a work or thing. */
  readonly kind: 'speech' | 'words' | 'title'
  /** 0 outside, 1 inside another quotation. */
  readonly depth: number
  /** Whether it runs on from the last paragraph, whose quotation was not closed. */
  readonly isContinued: boolean
}

type Side = 'open' | 'close'
interface Mark extends Span { readonly side: Side | undefined; readonly isDouble: boolean }
interface Pair { readonly outer: Span; readonly start: number; readonly end: number; readonly depth: number; readonly isContinued: boolean }

const MARK = /''|’’|‘‘|``|["“”„‟«»'‘’‚‛]/gu
const SPACE_BEFORE = /^$|[\s([{\-–—/:]/u
const SPACE_AFTER = /^$|[\s)\]}\-–—/.,;:!?…]/u
const QUOTE = /["“”„‟«»'‘’‚‛`]/u
/** Characters that a quotation that never closes may run to the end of its paragraph; a longer one ends with its sentence. */
const LONGEST_UNCLOSED = 600
/** "’90s", "’em": an apostrophe that begins a word. */
const CLIPPED = /^['’‘](?:\d\ds|em|til|tis|twas|cause|bout|round|n)(?!\p{L})/iu

export function quotations(reading: Pick<Reading, 'text' | 'blocks'>): Quotation[] {
  const found: Quotation[] = []
  let isOpen = false
  for (const block of reading.blocks) {
    const opensAgain = isOpen && QUOTE.test(reading.text.charAt(block.start))
    const { pairs, runsOn } = pairsOf(reading.text, block)
    pairs.forEach((pair, index) => found.push({
      start: pair.start, end: pair.end, outer: pair.outer, depth: pair.depth,
      kind: isTakenUp(reading.text, block, pairs, index) ? 'speech' : kindOf(reading.text, block, pair), isContinued: index === 0 && opensAgain,
    }))
    isOpen = runsOn
  }
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end)
}

function marksOf(text: string, block: Span): Mark[] {
  const marks: Mark[] = []
  for (const { 0: mark, index } of text.slice(block.start, block.end).matchAll(MARK)) {
    const start = block.start + index
    const isDouble = mark.length === 2 || !/['‘’‚‛]/u.test(mark)
    const side = sideOf(text, block, start, mark)
    if (!isDouble && (side === undefined || isApostrophe(text, start, side))) continue
    marks.push({ start, end: start + mark.length, side, isDouble })
  }
  return marks
}

/** Which side of a quotation a mark stands on, by its neighbours, then by its form; undefined where neither tells. */
function sideOf(text: string, block: Span, start: number, mark: string): Side | undefined {
  const end = start + mark.length
  const before = start > block.start ? neighbour(text, start - 1, -1, block) : ''
  const after = end < block.end ? neighbour(text, end, 1, block) : ''
  const opens = SPACE_BEFORE.test(before)
  const closes = SPACE_AFTER.test(after)
  if (opens && !closes) return 'open'
  if (closes && !opens) return 'close'
  if (/[“„‘‚«]|``/u.test(mark)) return opens || before !== '' && !/\p{L}/u.test(before) ? 'open' : undefined
  if (/[”’»]|''/u.test(mark)) return closes ? 'close' : undefined
  return undefined
}

/** The nearest character that is no quotation mark itself: in “‘No,’” the marks look past each other. */
function neighbour(text: string, from: number, step: 1 | -1, block: Span): string {
  let at = from
  while (at >= block.start && at < block.end && QUOTE.test(text.charAt(at))) at += step
  return at >= block.start && at < block.end ? text.charAt(at) : ''
}

function isApostrophe(text: string, start: number, side: Side): boolean {
  if (side === 'open') return CLIPPED.test(text.slice(start, start + 8))
  return /\p{L}/u.test(text.charAt(start - 1)) && /\p{L}/u.test(text.charAt(start + 1))
}

/** Pairs the marks of one paragraph; double and single ones each close their own kind. */
function pairsOf(text: string, block: Span): { pairs: Pair[]; runsOn: boolean } {
  const pairs: Pair[] = []
  let outer: Mark | undefined
  let inner: Mark | undefined
  let last = block.start
  const close = (open: Mark, end: number, outerEnd: number, depth: number) => {
    pairs.push({ outer: { start: open.start, end: outerEnd }, start: open.end, end, depth, isContinued: false })
  }
  for (const mark of marksOf(text, block)) {
    const side = mark.side ?? ((mark.isDouble ? outer : inner) === undefined ? 'open' : 'close')
    if (mark.isDouble) {
      if (side === 'open') {
        if (outer !== undefined) close(outer, sentenceEnd(text, outer.end, mark.start), sentenceEnd(text, outer.end, mark.start), 0)
        outer = mark
      } else if (outer !== undefined) {
        close(outer, mark.start, mark.end, 0)
        outer = undefined
      } else {
        const start = sentenceStart(text, last, mark.start)
        if (start < mark.start) pairs.push({ outer: { start, end: mark.end }, start, end: mark.start, depth: 0, isContinued: false })
      }
      inner = undefined
      last = mark.end
    } else if (side === 'open') {
      if (inner === undefined || outer === undefined) inner = mark
    } else if (inner !== undefined && !isPossessive(text, mark, block)) {
      close(inner, mark.start, mark.end, outer === undefined ? 0 : 1)
      inner = undefined
    }
  }
  if (outer !== undefined) {
    const isLong = block.end - outer.end > LONGEST_UNCLOSED
    const end = isLong ? sentenceEnd(text, outer.end, block.end) : cutAtCue(text, outer.end, trimmedEnd(text, block))
    close(outer, end, end, 0)
    return { pairs, runsOn: end === trimmedEnd(text, block) }
  }
  return { pairs, runsOn: false }
}

/** "the workers’ rights’": a mark after a plural s is an apostrophe if another mark closes later in the sentence. */
function isPossessive(text: string, mark: Mark, block: Span): boolean {
  if (!/s/iu.test(text.charAt(mark.start - 1)) || !/\s/u.test(text.charAt(mark.end))) return false
  const rest = text.slice(mark.end, block.end)
  const next = /[‘'’](?=[\s.,;:!?)”"]|$)/u.exec(rest)
  return next !== null && !/[.!?]\s|\s['‘]/u.test(rest.slice(0, next.index))
}

function trimmedEnd(text: string, block: Span): number {
  return block.start + text.slice(block.start, block.end).trimEnd().length
}

/** The end of the last whole sentence before `limit`. */
function sentenceEnd(text: string, from: number, limit: number): number {
  const stops = [...text.slice(from, limit).matchAll(/[.!?…,](?=\s|$)/gu)]
  const first = stops.find(({ 0: stop, index }) => stop !== ',' || SAYS.test(text.slice(from + index + 1, limit))) ?? stops.at(-1)
  return first === undefined ? text.slice(0, limit).trimEnd().length : from + first.index + 1
}

/** The start of the sentence that `end` stands in, no earlier than `from`. */
function sentenceStart(text: string, from: number, end: number): number {
  const body = text.slice(from, end)
  const stops = [...body.slice(0, -1).matchAll(/[.!?…]["”’']?\s+(?=\p{Lu})/gu)]
  const stop = stops.at(-1)
  const start = stop === undefined ? 0 : stop.index + stop[0].length
  return from + start + (/^[\s,;:]*/u.exec(body.slice(start))?.[0].length ?? 0)
}

/** "“We are glad, he said.": the words of the reporter after a comma end a quotation that was never closed. */
const SAYS = /^\s+(?:\p{L}[\p{L}.'’-]*\s+){0,4}?(?:said|says|say|told|tells|added|adds|wrote|writes|explained|stated)\b/u

function cutAtCue(text: string, from: number, end: number): number {
  for (const { index } of text.slice(from, end).matchAll(/[,?!]/gu)) {
    if (SAYS.test(text.slice(from + index + 1, end))) return from + index + 1
  }
  return end
}

const TITLED = /\b(?:titled|entitled|called|named|dubbed|headlined|film|movie|book|novel|song|album|show|series|documentary|play|article|report|essay|programme|program|app|campaign|project|operation)\s*,?\s*$/iu
const SMALL = /^(?:a|an|and|at|but|by|for|from|in|is|of|on|or|the|to|with|de|la|le|el|und|der|die)$/u

/** Who speaks and how, right after a mark: "[he] said", "said [Lima]", "[the union's leader Ann Ely] replied". */
const CUE = '(?:said|says|told|added|adds|replied|countered|answered|asked|asks|wrote|writes|tweeted|posted|explained|explains|noted|notes|continued|concluded|argued|insisted|claimed|warned|recalled|stated|declared|joked|quipped|shouted|retorted|responded|admitted|agreed|remarked|observed)'
const BEGINS = '(?!(?:and|but|or|nor|who|which|that|as|in|on|at|to|for|from|of|with|by|after|before|when|while|because|if|though|although|about|than|is|was|were|are)\\b)\\p{L}'
const SAID_AFTER = new RegExp(`^\\s+(?:${CUE}\\b|${BEGINS}(?:[^\\s,;:.!?"“”]*\\s+){0,7}?${CUE}\\b(?!\\s+(?:to|that|in|of)\\b\\s*[^,.;:!?“”"]*$))`, 'u')
const SAID_BETWEEN = new RegExp(`^\\s+(?:${CUE}\\b|${BEGINS}[^“”"]{0,90}?\\b${CUE}\\b)[^“”"]{0,80},\\s*$`, 'u')

/** “"The vote," Lima said, "was stolen."” and “but "it is late," Okoro replied”: words that the reporter breaks off or takes up with a comma and a verb of saying. */
function isTakenUp(text: string, block: Span, pairs: readonly Pair[], index: number): boolean {
  const { start, end, outer, depth } = pairs[index]!
  const body = text.slice(start, end)
  // "layoffs and “they are leaving,” said Lima": words of a clause that began without marks.
  if (!/^$|[.!?,;:—–-]$|[.!?,][”"’')]$|[,;] (?:and|but|while|yet|so)$/u.test(text.slice(block.start, outer.start).trimEnd())) return false
  if (depth > 0 || !/\p{L}/u.test(body)) return false
  if (/[,?!]$/u.test(body) && /\s/u.test(body) && SAID_AFTER.test(text.slice(outer.end, Math.min(block.end, outer.end + 120)))) return true
  const before = pairs.slice(0, index).findLast((each) => each.depth === 0)
  const isBroken = before !== undefined && /,$/u.test(text.slice(before.start, before.end)) && SAID_BETWEEN.test(text.slice(before.outer.end, outer.start))
  return isBroken && /\s/u.test(body) && /[.,!?…—–-]$/u.test(body)
}

function kindOf(text: string, block: Span, pair: Pair): Quotation['kind'] {
  const body = text.slice(pair.start, pair.end)
  const words = body.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const before = text.slice(Math.max(block.start, pair.outer.start - 40), pair.outer.start)
  const isCapital = words.filter((word) => !SMALL.test(word)).every((word) => /^[\p{Lu}\p{N}]/u.test(word))
  const isClosed = /[.,!?…—–-]\s*$/u.test(body)
  if (words.length <= 12 && TITLED.test(before)) return /^\p{Ll}/u.test(body) ? 'words' : 'title'
  if (words.length > 1 && words.length <= 12 && isCapital && !/[!?]\s*$/u.test(body) && !/[,:]\s*$/u.test(before)) return 'title'
  const isIntroduced = before.trim() === '' || /[,:.!?”"]\s*$/u.test(before)
  const isSentence = /^[^\p{L}]*\p{Lu}/u.test(body)
  if (words.length >= 3 && (isClosed || words.length >= 8)) return isIntroduced || isSentence ? 'speech' : 'words'
  return isIntroduced && isClosed && isSentence ? 'speech' : 'words'
}
