/**
 * Bynames between given name and surname: Jim “The Hammer” Cole, Robert "Bob" Kessler; and before them: "Big" Jim Cole.
 * An article and its occurrences go in; out come occurrences in which such a name is one, called without the byname, which
 * stays as another name. Not handled: bynames without marks (Jim The Hammer Cole).
 */
import type { Analysed } from '../model.js'
import { genderOfGivenName } from './given-names.js'
import { textOf, type Occurrence } from './occurrence.js'

const opening = /^(["“‘'`„]|``)$/, closing = /^(["”’']|'')$/

export function withNicknames(analysed: Analysed, found: readonly Occurrence[]): Occurrence[] {
  const whole = analysed.tokens.flatMap((_, at) => nicknamedAt(analysed, found, at) ?? [])
  const isInside = (each: Occurrence): boolean => whole.some(({ start, end }) => each.start < end && each.end > start)
  return [...found.filter((each) => !isInside(each) && !isByname(analysed, found, each)), ...whole]
}

/** A full name that a byname parts, around the mark that opens it. */
function nicknamedAt(analysed: Analysed, found: readonly Occurrence[], mark: number): Occurrence | undefined {
  const { tokens } = analysed
  if (!opening.test(tokens[mark]?.text ?? '') || !isCapital(analysed, mark - 1)) return undefined
  const close = [2, 3, 4, 5].map((step) => mark + step).find((at) => closing.test(tokens[at]?.text ?? ''))
  if (close === undefined || !isCapital(analysed, close + 1) || !/^\p{Lu}/u.test(tokens[mark + 1]?.text ?? '') || tokens[close + 1]?.sentence !== tokens[mark - 1]?.sentence) return undefined
  if (tokens.slice(mark + 1, close).some(({ text, upos }) => /^[,.;:!?]$/.test(text) || upos === 'VERB' && !/^\p{Lu}/u.test(text))) return undefined
  let start = mark - 1, end = close + 2
  while (isCapital(analysed, start - 1) && /^(flat|compound)/.test(tokens[start]?.deprel ?? '') && genderOfGivenName(tokens[start - 1]?.text ?? '')) start -= 1
  while (isCapital(analysed, end) && /^flat/.test(tokens[end]?.deprel ?? '')) end += 1
  const near = found.find((each) => each.kind === 'person' && each.start < end && each.end > start)
  // "Actor “The Rock” Johnson": a given name, or what the analysis takes for a person on both sides.
  if (near === undefined || !(genderOfGivenName(tokens[start]?.text ?? '') || found.some((each) => each.kind === 'person' && each.start <= start && each.end > start))) return undefined
  const text = `${textOf(analysed, { start, end: mark })} ${textOf(analysed, { start: close + 1, end })}`
  return { start, end, text, head: start, kind: 'person', confidence: near.confidence, mention: near.mention, byname: textOf(analysed, { start: mark + 1, end: close }), written: textOf(analysed, { start, end }) }
}

function isCapital({ tokens }: Analysed, at: number): boolean {
  return tokens[at]?.upos === 'PROPN' && /^\p{Lu}\p{L}/u.test(tokens[at]?.text ?? '')
}

/** The "Big" of "“Big” Jim Cole": no work, though it stands in marks. */
function isByname({ tokens }: Analysed, found: readonly Occurrence[], { kind, start, end }: Occurrence): boolean {
  return kind === 'work' && end - start <= 2 && opening.test(tokens[start - 1]?.text ?? '') && closing.test(tokens[end]?.text ?? '')
    && found.some((each) => each.kind === 'person' && each.start === end + 1)
}
