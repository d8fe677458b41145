import { describe, expect, test } from 'vitest'
import { happeningsIn, titlesIn } from '../../src/analyse/decode-happenings.js'
import { withSame } from '../../src/analyse/decode-same.js'
import type { ModelFiles } from '../../src/analyse/model-files.js'
import type { Happening } from '../../src/model.js'

const labels = {
  happening: ['O', 'B-happening', 'I-happening'], kind: ['attack', 'visit'], standing: ['asserted', 'planned'],
  title: ['O', 'B-title', 'I-title'], flag: ['held', 'former'], parts: ['none', 'agent', 'patient'], own: ['none', 'holder', 'of'],
}
const model = { labels, temperatures: {} } as unknown as ModelFiles
const table = (rows: readonly (readonly number[])[]) => ({ data: Float32Array.from(rows.flat()), dims: [rows.length, rows[0]?.length ?? 0] })
const tagged = (heads: readonly number[]) => heads.map((head) => ({ head, upos: 'NOUN' }))
/** Every word has a row. */
const rows = (words: number) => ({ data: Float32Array.from({ length: words }, (_, at) => at), dims: [words] })
/** Scores of pairs: where `[row, column, label]` is given, that label is the likeliest. */
function pairs(words: number, width: number, given: readonly (readonly [number, number, number])[]) {
  const data = new Float32Array(words * words * width)
  for (let cell = 0; cell < words * words; cell++) data[cell * width] = 3
  for (const [row, column, label] of given) data[(row * words + column) * width + label] = 6
  return { data, dims: [words, words, width] }
}

describe('happenings', () => {
  // "Lima bombed the port": words 0–3, the verb is word 1 of the window and word 11 of the article.
  const place = { sentences: [{ start: 0, end: 4 }], by: 10, tags: tagged([...Array<number>(10).fill(-1), 11, -1, 13, 11]) }

  test('have a kind, a standing and parts, counted in words of the article', () => {
    const scores = {
      happening: table([[5, 0, 0], [0, 5, 0], [5, 0, 0], [5, 0, 0]]), kind: table([[0, 0], [4, 0], [0, 0], [0, 0]]), standing: table([[0, 0], [0, 4], [0, 0], [0, 0]]),
      partRows: rows(4), parts: pairs(4, 3, [[1, 0, 1], [1, 3, 2], [1, 1, 1]]),
    }
    expect(happeningsIn(scores, model, place)).toMatchObject([{
      start: 11, end: 12, head: 11, type: 'attack', standing: 'planned', parts: [{ part: 'agent', token: 10 }, { part: 'patient', token: 13 }],
    }])
  })

  test('are none where the network has no such heads', () => {
    expect(happeningsIn({}, model, place)).toEqual([])
    expect(titlesIn({}, model, place)).toEqual([])
  })

  test('of an article lead to the earlier mention that is likeliest to be the same', () => {
    const at = (head: number): Happening => ({ start: head, end: head + 1, head, type: 'attack', typeConfidence: 1, standing: 'asserted', confidence: 1, parts: [] })
    const later = { data: Float32Array.from([0, 0, 0, 2, 2, 0]), width: 2 }, earlier = { data: Float32Array.from([0, 2, 2, 0, 0, 0]), width: 2 }
    const found = withSame([at(0), at(1), at(2)], { later, earlier, weights: { distance: [0, 0, 0, 0, 0, 0, 0, -9] }, windowOf: () => 0 })
    expect(found.map(({ same }) => same)).toEqual([undefined, 0, 1])
    const apart = withSame([at(0), at(1), at(2)], { later, earlier, weights: { distance: [0, 0, 0, 0, 0, 0, 0, -9] }, windowOf: (token) => token })
    expect(apart.map(({ same }) => same)).toEqual([undefined, undefined, undefined])
  })
})

test('a title has its holder and what it is held for', () => {
  // "Arvo mayor Ana"
  const scores = { title: table([[5, 0, 0], [0, 5, 0], [5, 0, 0]]), flag: table([[0, 0], [0, 4], [0, 0]]), ownRows: rows(3), own: pairs(3, 3, [[1, 2, 1], [1, 0, 2]]) }
  expect(titlesIn(scores, model, { sentences: [{ start: 0, end: 3 }], by: 0, tags: tagged([2, 2, -1]) }))
    .toMatchObject([{ start: 1, end: 2, head: 1, flag: 'former', holders: [2], of: [{ token: 0, confidence: expect.closeTo(0.95, 2) as number }] }])
})
