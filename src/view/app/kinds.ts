/** How each kind of node is drawn: its shape, its icon; its colour is a custom property of style.css, so that themes can change it. */

import type { EdgeKind, NodeKind } from '../model.js'

/** Shapes that a shader and a canvas know alike, so that no kind is told by colour alone. */
export const shapes = ['circle', 'square', 'rounded', 'diamond', 'triangle', 'card', 'double', 'wide'] as const
export type Shape = (typeof shapes)[number]

export const shapeOf: Readonly<Record<NodeKind | 'statement', Shape>> = {
  person: 'circle',
  organization: 'square',
  outlet: 'rounded',
  group: 'double',
  place: 'diamond',
  work: 'wide',
  event: 'triangle',
  article: 'card',
  statement: 'square',
}

/** How lines are drawn beside their colours: dashes in pixels, and whether two thin ones run side by side. */
export const lineStyles: Readonly<
  Record<EdgeKind, { readonly dash: readonly number[]; readonly isDouble?: true; readonly width: number }>
> = {
  statement: { dash: [], width: 1.8 },
  role: { dash: [], isDouble: true, width: 1.1 },
  relation: { dash: [], width: 1.1 },
  participation: { dash: [7, 4], width: 1.5 },
  publication: { dash: [2, 4], width: 1.6 },
  mention: { dash: [1, 4], width: 1 },
}

/** Icons are paths in a square of 24 by 24, filled by the even-odd rule. */
export const icons: Readonly<Record<NodeKind | 'statement', string>> = {
  person: 'M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM4 20c0-4 3.6-6.2 8-6.2s8 2.2 8 6.2z',
  organization: 'M12 3L3 8v2h18V8zM5 11.5h2.6v6H5zM10.7 11.5h2.6v6h-2.6zM16.4 11.5H19v6h-2.6zM3 19h18v2.2H3z',
  outlet: 'M4 5h13v14H6a2 2 0 0 1-2-2zM6.5 7.5v4h8v-4zM6.5 13.3v1.5h8v-1.5zM6.5 16.2v1.3h8v-1.3zM18.5 9H21v8.2a1.8 1.8 0 0 1-2.5 1.7z',
  group:
    'M8.5 5.5a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 1 1 0-6.6zM2 19c0-3.4 2.9-5.2 6.5-5.2S15 15.6 15 19zM16.5 6.5a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM16.6 19c0-2.2-.8-3.8-2-5c3.6-.6 7.4 1 7.4 5z',
  place:
    'M12 2.8a6.7 6.7 0 0 1 6.7 6.7c0 4.6-6.7 11.7-6.7 11.7S5.3 14.1 5.3 9.5A6.7 6.7 0 0 1 12 2.8zM12 7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z',
  work: 'M5 4.8a2 2 0 0 1 2-2h12v14.4H7.2c-1.6 0-1.6 2 0 2H19v2H7a2.3 2.3 0 0 1-2-2.3z',
  event: 'M13.5 2.5L5 13.5h5.5L9 21.5L19 9.8h-6z',
  article: 'M6 3h8.5L19 7.5V21H6zM8.5 10.6v1.6h8v-1.6zM8.5 14v1.6h8V14zM8.5 17.3v1.4h5v-1.4z',
  statement: 'M5 6h5v6c0 3-1.6 5-4.4 5.6v-2.4c1.2-.4 1.9-1.2 2-2.7H5zM14 6h5v6c0 3-1.6 5-4.4 5.6v-2.4c1.2-.4 1.9-1.2 2-2.7H14z',
}
