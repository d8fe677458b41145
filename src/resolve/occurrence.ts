/**
 * A name at one place of the text, and how its words are read. What is done with names is in the other files.
 */
import type { Analysed, MentionKind, TokenSpan } from '../model.js'

/** A name at one place of the text. */
export interface Occurrence extends TokenSpan {
  readonly text: string
  readonly head: number
  readonly kind: MentionKind
  readonly confidence: number
  /** Index of the mention it comes from; null if it was found by rule. */
  readonly mention: number | null
  /** "Mr", "Mrs": what the courtesy title before it says. */
  readonly gender?: 'masculine' | 'feminine'
  /** What stands in marks within the name: The Hammer. */
  readonly byname?: string
  /** The name with its byname, as written. */
  readonly written?: string
}

const courtesy = /^(mr|mrs|ms|miss|mx|sir|dame|lord|lady|dr|prof|professor|madam|madame|mme|monsieur|herr|frau|señor|señora|don|doña|rev|reverend|fr|sen|rep|gov|gen|lt|col|maj|capt|sgt|cpl|adm|brig|cmdr|pres|hon|messrs|king|queen|prince|princess|pope|saint|sheikh|sheik|ayatollah|rabbi|imam|judge|justice|officer)\.?$/i

/** Whether a word is a courtesy or a short title: "Mr", "Sen.". */
export function isCourtesy(word: string): boolean { return courtesy.test(word) }

/** The text of tokens as written, with white space made single. */
export function textOf(analysed: Analysed, span: TokenSpan): string {
  const start = analysed.tokens[span.start]?.start ?? 0
  const text = analysed.text.slice(start, analysed.tokens[span.end - 1]?.end ?? start)
  return span.end === span.start + 1 ? text : text.replace(/\s+/g, ' ')
}

/** "[Lot] No. 15", "[U.S.] 36": what is told apart by its number is no place, and a road is no state. */
export function isNumbered({ tokens }: Analysed, { start, end }: TokenSpan): boolean {
  const text = tokens.slice(start, end).map((token) => token.text).join(' '), after = tokens[end]?.text ?? '', next = tokens[end + 1]
  if (/^U\.?S\.?$/.test(text)) return /^\d{1,3}$/.test(after) && !/^(NOUN|ADJ|PROPN|SYM|NUM)$/.test(next?.upos ?? '') && !/^[-–%]$/.test(next?.text ?? '')
  return numbered.test(text) && (/^(no|number|#)\.?$/i.test(after) || /^\d+$/.test(after))
}

const numbered = /^(lot|room|gate|route|highway|flight|unit|apartment|suite|block|building|section|exit|lane|plot|pier|terminal|platform|bus|cell|car|house)$/i
