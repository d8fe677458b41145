/**
 * Statements beside PolNeAR's attributions. Right is a statement that shares most of its words with one of them and whose speaker is
 * spoken of where that one's source stands: "[Lavrov](source) said [it was over](content)". One without a source is no measure of a speaker;
 * whom a pronoun means the corpus does not tell, and is not asked.
 */
import type { Resolved, Statement } from '../../src/model.js'
import { type Offsets, unitsOf } from './corpora.js'
import { judged, type Judged } from './judged.js'

export interface MarkedAttribution { readonly source: readonly Offsets[]; readonly cue: readonly Offsets[]; readonly content: readonly Offsets[] }

/** Share of words from which two contents are the same. */
const SAME = 0.5

export function judgeStatements(resolved: Resolved, attributions: readonly MarkedAttribution[], statements: readonly Statement[]): Judged[] {
  const unit = unitsOf(resolved.text)
  const inUnits = (spans: readonly Offsets[]): Offsets[] => spans.map(([start, end]) => [unit(start), unit(end)])
  const gold = attributions.map((each, at) => ({ id: `${at}`, source: inUnits(each.source), content: lettersIn(resolved.text, inUnits(each.content)) }))
  return statements.flatMap((statement) => {
    const own = lettersIn(resolved.text, statement.content.map(({ start, end }): Offsets => [start, end]))
    const same = gold.filter(({ content }) => shared(own, content) >= SAME).sort((a, b) => shared(own, b.content) - shared(own, a.content))
    const says = `${statement.speakers.join(', ')} ${statement.speechAct}: ${resolved.text.slice(statement.content[0].start, statement.content[0].end)}`.replace(/\s+/g, ' ')
    if (same.length > 0 && same.every(({ source }) => source.length === 0)) return []
    const right = same.find(({ source }) => source.some((span) => isSpokenOf(resolved, statement, span) || pronoun.test(resolved.text.slice(...span))))
    return [judged(statement, right !== undefined, says, right?.id)]
  })
}

/** Whether words for a speaker stand in a span. */
function isSpokenOf({ references, tokens }: Resolved, { speakers }: Statement, [from, to]: Offsets): boolean {
  return references.some(({ entity, start, end }) => speakers.includes(entity) && tokens[start]!.start < to && from < tokens[end - 1]!.end)
}

const pronoun = /^(he|she|it|they|i|we|you|him|her|them|who|which|that)$/iu

/** Places of letters and digits. */
function lettersIn(text: string, spans: readonly Offsets[]): Set<number> {
  const places = new Set<number>()
  for (const [start, end] of spans) for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at] ?? '')) places.add(at)
  return places
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0
  for (const each of a) if (b.has(each)) both++
  return 2 * both / (a.size + b.size || 1)
}
