import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resolveOptions } from '../src/options.js'
import { Problem } from '../src/problem.js'
import { version } from '../src/version.js'

describe('options', () => {
  it.each(['2022-07-07', '2024-02-29', '2022-07', '2022'])('take the date %s', (date) => {
    expect(resolveOptions({ date }).date).toBe(date)
  })

  it.each(['2023-02-29', '2022-13', '2022-7-7', '7 July 2022', '', '2022-07-07T10:00'])('refuse the date "%s"', (date) => {
    expect(() => resolveOptions({ date })).toThrow(Problem)
  })

  it.each(['not an iri', 'https://example.org/no-end', 'https://example.org/<b>/'])('refuse the base "%s"', (base) => {
    expect(() => resolveOptions({ base })).toThrow(/cannot be the start of an IRI/)
  })

  it.each([-0.1, 1.1, Number.NaN])('refuse the confidence %d', (minConfidence) => {
    expect(() => resolveOptions({ minConfidence })).toThrow(/out of range/)
  })

  it('are the defaults where nothing is given', () => {
    expect(resolveOptions()).toEqual({ base: 'https://w3id.org/newsgraph/data/', body: true, evidence: 'full', links: true, minConfidence: 0, strict: false, engine: 'wasm', workers: 1, timeLimit: 60 })
  })
})

it('the version is that of package.json', () => {
  expect(version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
