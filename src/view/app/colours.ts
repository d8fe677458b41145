/** The colours that a drawing is painted with, and how two are mixed. */

import type { EdgeKind, NodeKind } from '../model.js'

export interface Palette {
  readonly paper: string
  readonly surface: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly hull: string
  readonly kinds: Readonly<Record<NodeKind | 'statement', string>>
  readonly edges: Readonly<Record<EdgeKind, string>>
}

/** Mixes two colours of the form #rrggbb. */
export function blend(colour: string, ground: string, strength: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map(at =>
      Math.round(channel(colour, at) * strength + channel(ground, at) * (1 - strength))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
