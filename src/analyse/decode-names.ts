/**
 * Scores of the two name heads in, names with their kinds out: "[Reuters](outlet) in [Moscow](city)". One head knows the
 * world's newswire in nine broad types, the other one newsroom's articles in finer ones; each word's labels are scored
 * by both (a product of experts) and the best sequence of the fine labels is taken. Roles, dates and sums count as names
 * here: "Foreign Minister", "Wednesday", "$2 billion".
 */
import type { MentionKind } from '../model.js'
import { bestSpans, chancesOf, type Rows, type TypedSpan, typesOf } from './decode-tags.js'

/** A fine type: what it is in the graph, and which broad types agree with it (none: the broad head calls it outside). */
export interface FineType { readonly kind: MentionKind; readonly broad: readonly string[] }

/** By the fine head's type names. */
export const FINE_TYPES: Readonly<Record<string, FineType>> = {
  person: { kind: 'person', broad: ['Person'] },
  role: { kind: 'role', broad: [] },
  media: { kind: 'outlet', broad: ['Organization', 'Product'] },
  party: { kind: 'organization', broad: ['Organization', 'NORP'] },
  team: { kind: 'organization', broad: ['Organization'] },
  company: { kind: 'organization', broad: ['Organization', 'Product'] },
  igo: { kind: 'organization', broad: ['Organization'] },
  government: { kind: 'organization', broad: ['Organization'] },
  organisation: { kind: 'organization', broad: ['Organization', 'NORP'] },
  country: { kind: 'country', broad: ['Location'] },
  city: { kind: 'city', broad: ['Location'] },
  region: { kind: 'region', broad: ['Location'] },
  place: { kind: 'place', broad: ['Location'] },
  facility: { kind: 'facility', broad: ['Facility', 'Location'] },
  nationality: { kind: 'nationality', broad: ['NORP'] },
  group: { kind: 'nationality', broad: ['NORP'] },
  work: { kind: 'work', broad: ['Misc'] },
  law: { kind: 'law', broad: ['Misc'] },
  event: { kind: 'event', broad: ['Misc'] },
  award: { kind: 'other', broad: ['Misc'] },
  misc: { kind: 'other', broad: ['Misc'] },
  product: { kind: 'product', broad: ['Product', 'Misc'] },
  time: { kind: 'date', broad: ['Date'] },
  money: { kind: 'money', broad: ['Money'] },
  value: { kind: 'other', broad: [] },
}

/** One head's rows with its labels, temperature and say in the result. */
export interface Expert { readonly rows: Rows; readonly labels: readonly string[]; readonly temperature: number; readonly weight: number }

/** Names among the words `[start, end)`, in order; `type` is the fine head's. */
export function bestNames(fine: Expert, broad: Expert, range: { start: number; end: number }): TypedSpan[] {
  const agreeing = agreement(fine.labels, broad.labels)
  const width = fine.labels.length
  const fused = new Float32Array((range.end - range.start) * width)
  const fineChances = new Float64Array(width)
  const broadChances = new Float64Array(broad.labels.length)
  for (let row = range.start; row < range.end; row++) {
    chancesOf(fine.rows, row, fine.temperature, fineChances)
    chancesOf(broad.rows, row, broad.temperature, broadChances)
    for (let column = 0; column < width; column++) {
      let agreed = 1e-6
      for (const other of agreeing[column] ?? []) agreed += broadChances[other] ?? 0
      fused[(row - range.start) * width + column] =
        fine.weight * Math.log((fineChances[column] ?? 0) + 1e-6) + broad.weight * Math.log(agreed)
    }
  }
  const rows = { data: fused, width, offset: 0 }
  return bestSpans(rows, fine.labels, { start: 0, end: range.end - range.start })
    .map((span) => ({ ...span, start: span.start + range.start, end: span.end + range.start }))
}

/** The columns of the broad head that agree with each column of the fine head. */
function agreement(fine: readonly string[], broad: readonly string[]): number[][] {
  const known = new Set(typesOf(broad))
  return fine.map((label) => {
    const types = label === 'O' ? [] : (FINE_TYPES[label.slice(2)]?.broad ?? []).filter((type) => known.has(type))
    if (types.length === 0) return [0]
    return types.map((type) => broad.indexOf(`${label.slice(0, 2)}${type}`))
  })
}
