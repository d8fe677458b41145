/** Whether kinds can be told apart by those who see colours otherwise: by Viénot's and Brettel's simplifications of three kinds of colour-blindness. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lineStyles, shapeOf } from '../../src/view/app/kinds.js'
import { edgeKinds, nodeKinds } from '../../src/view/model.js'

type Triple = readonly [number, number, number]

const css = readFileSync(new URL('../../src/view/app/style.css', import.meta.url), 'utf8')
const themes = {
  light: css.slice(0, css.indexOf('[data-theme="dark"]')),
  dark: css.slice(css.indexOf('[data-theme="dark"]'), css.indexOf('*, *::before')),
}

/** Linear RGB → linear RGB as seen; Viénot, Brettel and Mollon 1999, and Brettel's plane for tritanopia. */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritanopia: [
    [1, 0.14461, -0.14461],
    [0, 0.85924, 0.14076],
    [0, 0.85924, 0.14076],
  ],
}

function colourOf(theme: keyof typeof themes, name: string): Triple {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(themes[theme])?.[1] ?? ''
  return [0, 2, 4]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as unknown as Triple
}

/** CIE Lab of linear RGB, under D65. */
function lab([r, g, b]: Triple): Triple {
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map(f) as unknown as Triple
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function difference(a: Triple, b: Triple, [red, green, blue]: readonly [Triple, Triple, Triple]): number {
  const seen = (colour: Triple): Triple =>
    [red, green, blue].map(row =>
      Math.max(
        0,
        row.reduce((sum, share, at) => sum + share * colour[at]!, 0),
      ),
    ) as unknown as Triple
  const [one, other] = [lab(seen(a)), lab(seen(b))]
  return Math.hypot(...one.map((value, at) => value - other[at]!))
}

describe.each(['light', 'dark'] as const)('the colours of the %s theme', theme => {
  it.each(Object.keys(sights))('differ for kinds of the same shape in %s', sight => {
    for (const a of nodeKinds)
      for (const b of nodeKinds) {
        if (a >= b || shapeOf[a] !== shapeOf[b]) continue
        expect([a, b, difference(colourOf(theme, `kind-${a}`), colourOf(theme, `kind-${b}`), sights[sight]!)]).toEqual([
          a,
          b,
          expect.toSatisfy((value: number) => value > 15),
        ])
      }
  })

  it.each(Object.keys(sights))('differ for lines of the same stroke in %s', sight => {
    const stroke = (kind: (typeof edgeKinds)[number]): string =>
      JSON.stringify({ ...lineStyles[kind], width: lineStyles[kind].width > 1.3 ? 'thick' : 'thin' })
    for (const a of edgeKinds)
      for (const b of edgeKinds) {
        if (a >= b || stroke(a) !== stroke(b)) continue
        expect([a, b, difference(colourOf(theme, `edge-${a}`), colourOf(theme, `edge-${b}`), sights[sight]!)]).toEqual([
          a,
          b,
          expect.toSatisfy((value: number) => value > 15),
        ])
      }
  })
})
