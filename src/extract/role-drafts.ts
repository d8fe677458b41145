/**
 * Role holdings in the making, and when two of them are one.
 */
import type { Reference, Span } from '../model.js'
import { singular } from './role-nouns.js'

/** A holding in the making; `ofs` are the candidates for whom it is held for, in order of text. */
export interface RoleDraft {
  readonly holder: string; title: string; written?: string; of?: string; isOfInferred?: true; readonly ofs: { of: string; at: number }[]; isFormer: boolean
  readonly rule: string; doubt: number; readonly spans: Span[]; readonly first: Reference
}

/** Two titles are one if they end in the same noun and one has no word against the other: "minister", "Foreign Minister". */
export function sameTitle(a: string, b: string): boolean {
  const x = coreOf(a), y = coreOf(b)
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
}

const longForms: Readonly<Record<string, string>> = { pm: 'prime minister', ceo: 'chief executive', mp: 'member of parliament', spokeswoman: 'spokesperson', spokesman: 'spokesperson', chairwoman: 'chair', chairman: 'chair',
  mom: 'mother', mum: 'mother', dad: 'father', aunty: 'aunt', auntie: 'aunt' }

/** A title's words up to its complement, singular, short forms written out. */
export function coreOf(title: string): string[] {
  const words = title.toLowerCase().replace(/[.’']/g, '').split(/ (?:of|for) /)[0]?.split(/[\s-]+/) ?? []
  return words.flatMap((word) => (longForms[word] ?? singular(word)).split(' '))
}
