import { expect, it } from 'vitest'
import { keep } from '../../src/merge/merge.js'
import type { Extracted } from '../../src/model.js'
import { courierArticle } from '../fixtures/harbour.js'

it('An article in the graph keeps its text, entities and claims, and drops what the analysis needed', () => {
  const { article, ...rest } = courierArticle
  const extracted: Extracted = {
    ...article, ...rest, blocks: [], tokens: [], sentences: [], mentions: [], antecedents: [], attributions: [], triggers: [], happenings: [], titles: [], meanings: [],
    relationCandidates: [], entityOf: [], references: [], times: [],
  }
  expect(keep(extracted)).toEqual(courierArticle)
})
