import { describe, expect, it } from 'vitest'
import { bestNames, FINE_TYPES } from '../../src/analyse/decode-names.js'
import { rowsOf } from '../../src/analyse/decode-tags.js'
import { settled } from '../../src/analyse/settle-names.js'
import { table } from './tables.js'

const FINE = ['O', 'B-person', 'I-person', 'B-city', 'I-city', 'B-role', 'I-role']
const BROAD = ['O', 'B-Person', 'I-Person', 'B-Location', 'I-Location']
const expert = (labels: readonly string[], rows: readonly (readonly number[])[]) =>
  ({ rows: rowsOf(table(rows)), labels, temperature: 1, weight: 0.5 })
const named = (fine: readonly (readonly number[])[], broad: readonly (readonly number[])[]): string[] =>
  bestNames(expert(FINE, fine), expert(BROAD, broad), { start: 0, end: fine.length }).map((span) => `${span.start}-${span.end} ${span.type}`)

describe('names', () => {
  it('take the fine type where both heads agree', () => {
    expect(named([[0, 4, 0, 0, 0, 0, 0], [0, 0, 4, 0, 0, 0, 0]], [[0, 4, 0, 0, 0], [0, 0, 4, 0, 0]])).toEqual(['0-2 person'])
  })

  it('follow the surer head where they differ', () => {
    expect(named([[0, 1, 0, 0.9, 0, 0, 0]], [[0, 0, 0, 6, 0]])).toEqual(['0-1 city'])
  })

  it('are found though one head alone would miss them', () => {
    expect(named([[1, 0.5, 0, 0, 0, 0, 0]], [[0, 7, 0, 0, 0]])).toEqual(['0-1 person'])
  })

  it('let a role be what the broad head takes for no name', () => {
    expect(named([[0, 0, 0, 0, 0, 6, 0]], [[5, 0, 0, 0, 0]])).toEqual(['0-1 role'])
  })

  it('count their places in the window, not in the sentence', () => {
    const rows = [[9, 0, 0, 0, 0, 0, 0], [0, 9, 0, 0, 0, 0, 0]]
    const broad = [[9, 0, 0, 0, 0], [0, 9, 0, 0, 0]]
    expect(bestNames(expert(FINE, rows), expert(BROAD, broad), { start: 1, end: 2 })[0]).toMatchObject({ start: 1, end: 2 })
  })

  it('of one spelling have one type, if their occurrences clearly agree', () => {
    const name = (start: number, type: string, confidence: number) => ({ start, end: start + 1, type, confidence })
    const spelt = (words: readonly string[]) => ({ start }: { start: number }) => words[start] ?? ''
    const names = [name(0, 'city', 0.9), name(1, 'person', 0.4), name(2, 'city', 0.8), name(3, 'person', 0.9)]
    expect(settled(names, spelt(['Selwyn', 'Selwyn', 'Selwyn', 'Maria'])).map(({ type }) => type)).toEqual(['city', 'city', 'city', 'person'])
    expect(settled(names.slice(0, 2), spelt(['A', 'B'])).map(({ type }) => type)).toEqual(['city', 'person'])
    const even = [name(0, 'city', 0.5), name(1, 'media', 0.5)]
    expect(settled(even, () => 'Washington').map(({ type }) => type)).toEqual(['city', 'media'])
  })

  it('agree with broad types that exist', () => {
    const known = ['Person', 'Organization', 'Location', 'Facility', 'NORP', 'Date', 'Money', 'Product', 'Misc']
    for (const { broad } of Object.values(FINE_TYPES)) for (const type of broad) expect(known).toContain(type)
  })
})
