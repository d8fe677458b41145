import { describe, expect, test } from 'vitest'
import type { RoleHolding } from '../../src/model.js'
import { relations } from '../../src/extract/relations.js'
import { tree } from './tree.js'

const entities = { 'person/lima': ['Lima'], 'place/arvo': ['Arvo', 'Arvan'], 'place/kest': ['Kest'], 'outlet/vitosha': ['Vitosha'] }
const role = (title: string, of: string): RoleHolding => ({
  kind: 'role', holder: 'person/lima', title, of, isFormer: false, confidence: 0.9, rule: 'test', evidence: [{ start: 0, end: 4 }],
})

describe('a relation', () => {
  test('follows from a role: who presides heads, who speaks speaks for, a deputy does not head', () => {
    const resolved = tree('Lima/PROPN/nsubj/2 resigned+/VERB/root/0/resign ./PUNCT/punct/2', { entities })
    const found = relations(resolved, [role('President', 'place/arvo'), role('spokeswoman', 'outlet/vitosha'), role('deputy head', 'place/kest')], [])
    expect(found.map(({ predicate, object }) => `${predicate} ${object}`)).toEqual(['headOf place/arvo', 'spokespersonOf outlet/vitosha', 'agentOf place/kest'])
  })

  test('ties a body to the country of its adjective', () => {
    const resolved = tree('The/DET/det/4 Arvan/ADJ/amod/4 broadcaster/NOUN/compound/4 Vitosha/PROPN/nsubj/5 closed+/VERB/root/0/close ./PUNCT/punct/5', { entities })
    expect(relations(resolved, [], [])).toMatchObject([{ subject: 'outlet/vitosha', predicate: 'basedIn', object: 'place/arvo', factuality: 'Asserted' }])
  })

  test('names a capital', () => {
    const resolved = tree('Kest+/PROPN/nsubj/9 ,/PUNCT/punct/4 the/DET/det/4 capital/NOUN/appos/1 of/ADP/case/6 Arvo+/PROPN/nmod/4 ,/PUNCT/punct/4 was/AUX/cop/9 calm+/ADJ/root/0 ./PUNCT/punct/9', { entities })
    expect(relations(resolved, [], [])).toMatchObject([{ subject: 'place/kest', predicate: 'capitalOf', object: 'place/arvo' }])
  })
})
