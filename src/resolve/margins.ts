/**
 * Names in the margins of an article, outside the blocks that are analysed: agency credits and contributors.
 * "(dpa, AP, Reuters)" → three outlets; "Ann Lee contributed to this report." → a person. The article and the drafts go in;
 * outlets and people are added, or known ones get further evidence. Not handled: boilerplate about other articles.
 */
import type { Analysed, Span } from '../model.js'
import { newDraft, type Draft } from './drafts.js'
import { fold } from './name-forms.js'
import { knownOutlet } from './outlets.js'

const contributors = /((?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+(?:(?:, | and |, and )(?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+)*) contributed (?:reporting )?to (?:this|the) (?:report|story|article)/u

const reporting = /(?:additional|further) reporting (?:from|by) ((?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+(?:(?:, | and |, and )(?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+)*)/iu

export function readMargins(analysed: Analysed, drafts: Draft[]): void {
  for (const margin of marginsOf(analysed)) {
    for (const { name, span } of outletsIn(analysed.text, margin)) addOutside(drafts, 'outlet', name, span)
    const match = contributors.exec(analysed.text.slice(margin.start, margin.end)) ?? reporting.exec(analysed.text.slice(margin.start, margin.end))
    const from = margin.start + (match?.index ?? 0) + (match?.[0].indexOf(match[1] ?? '') ?? 0)
    if (match) for (const { name, span } of namesIn(match[1] ?? '', from)) addOutside(drafts, 'person', name, span)
  }
}

/** What lies between, before and after the blocks; what comes before the first one is read elsewhere (dates, bylines). */
function marginsOf({ blocks, text }: Analysed): Span[] {
  const ends = blocks.map((block, i) => ({ start: block.end, end: blocks[i + 1]?.start ?? text.length }))
  return ends.filter(({ start, end }) => end - start > 3)
}

function outletsIn(text: string, margin: Span): { name: string; span: Span }[] {
  const words = [...text.slice(margin.start, margin.end).matchAll(/[\p{L}\d][\p{L}\d&-]*/gu)].map((match) => ({ start: margin.start + match.index, end: margin.start + match.index + match[0].length }))
  const found: { name: string; span: Span }[] = []
  for (let i = 0; i < words.length; i++) {
    for (let length = Math.min(4, words.length - i); length > 0; length--) {
      const span = { start: words[i]?.start ?? 0, end: words[i + length - 1]?.end ?? 0 }
      const name = text.slice(span.start, span.end)
      const known = knownOutlet(name)
      // Agencies are written small in credits: "(dpa, afp)".
      const isWritten = /^[\p{Lu}\d]/u.test(name) || known?.kind === 'NewsAgency' && /[(,/]\s*$/.test(text.slice(Math.max(0, span.start - 2), span.start))
      if (!known?.isSure || !isWritten || length === 1 && /^[\p{Lu}][\p{Ll}]{0,2}$/u.test(name)) continue
      found.push({ name, span })
      i += length - 1
      break
    }
  }
  return found
}

function namesIn(list: string, from: number): { name: string; span: Span }[] {
  return [...list.matchAll(/(?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+/gu)].map((match) => ({ name: match[0], span: { start: from + match.index, end: from + match.index + match[0].length } }))
}

function addOutside(drafts: Draft[], kind: 'outlet' | 'person', name: string, span: Span): void {
  const known = drafts.find((draft) => draft.kind === kind && [...draft.names.keys()].some((other) => fold(other) === fold(name)))
  const draft = known ?? newDraft(kind, name, kind === 'outlet' ? 'outlet' : 'person')
  if (!known) drafts.push(draft)
  const outletKind = kind === 'outlet' ? knownOutlet(name)?.kind : undefined
  if (outletKind) draft.outletKind ??= outletKind
  draft.names.set(name, (draft.names.get(name) ?? 0) + 1)
  draft.outside.push(span)
}
