import { describe, expect, test } from 'vitest'
import type { RoleHolding } from '../../src/model.js'
import { relations } from '../../src/extract/relations.js'
import { tree } from './tree.js'

const entities = { 'person/lima': ['Lima'], 'place/arvo': ['Arvo', 'Arvan'], 'place/kest': ['Kest'], 'outlet/vitosha': ['Vitosha'] }
const role = (title: string, of: string): RoleHolding => ({
  kind: 'role', id: 'r', holder: 'person/lima', title, of, isFormer: false, confidence: 0.9, rule: 'test', evidence: [{ start: 0, end: 4 }],
})

describe('a relation', () => {
  const held = (title: string, of: string): string[] => {
    const resolved = tree(`Lima/PROPN/nsubj/7 ,/PUNCT/punct/4 the/DET/det/4 ${title}/NOUN/appos/1 of/ADP/case/6 ${of}+/PROPN/nmod/4 resigned/VERB/root/0/resign`, { entities })
    const id = Object.entries(entities).find(([, names]) => names.includes(of))![0]
    const found = relations(resolved, [{ ...role(title, id), evidence: [{ start: 0, end: resolved.tokens[5]!.end }] }], [])
    return found.map(({ predicate, object }) => `${predicate} ${object}`)
  }
  test.each([
    ['President', 'Arvo', ['headOf place/arvo']], ['spokeswoman', 'Vitosha', ['spokespersonOf outlet/vitosha']], ['deputy', 'Kest', ['agentOf place/kest']],
    ['lawyer', 'Kest', []], ['opponent', 'Arvo', []],
  ])('follows from a role: %s of %s', (title, of, expected) => { expect(held(title, of)).toEqual(expected) })

  test('does not follow from words that do not say of whom', () => {
    const resolved = tree('Lima/PROPN/nsubj/2 resigned+/VERB/root/0/resign ./PUNCT/punct/2', { entities })
    expect(relations(resolved, [role('President', 'place/arvo')], [])).toEqual([])
  })

  test('ties a body to the country of its adjective', () => {
    const resolved = tree('The/DET/det/4 Arvan/ADJ/amod/4 broadcaster/NOUN/compound/4 Vitosha/PROPN/nsubj/5 closed+/VERB/root/0/close ./PUNCT/punct/5', { entities })
    expect(relations(resolved, [], [])).toMatchObject([{ subject: 'outlet/vitosha', predicate: 'basedIn', object: 'place/arvo', factuality: 'Asserted' }])
  })

  test('holds as a name shows it, whatever the clause denies', () => {
    const resolved = tree('They/PRON/nsubj/2 lack/VERB/root/0 help/NOUN/obj/2 from/ADP/case/8 the/DET/det/8 Arvan/ADJ/amod/8 broadcaster/NOUN/compound/8 Vitosha+/PROPN/nmod/3 ./PUNCT/punct/2', { entities })
    expect(relations(resolved, [], [])).toMatchObject([{ subject: 'outlet/vitosha', predicate: 'basedIn', factuality: 'Asserted' }])
  })

  test('follows from no post abroad', () => {
    const resolved = tree('Lima/PROPN/nsubj/2 ,/PUNCT/punct/4 an/DET/det/4 ambassador/NOUN/appos/1 to/ADP/case/6 Arvo+/PROPN/nmod/4 ./PUNCT/punct/1', { entities })
    expect(relations(resolved, [{ ...role('ambassador', 'place/arvo'), evidence: [{ start: 0, end: 29 }] }], [])).toEqual([])
  })

  test('ties an owner to what is owned, and an outlet to who works for it', () => {
    const owned = tree('Vitosha+/PROPN/nsubj/6 ,/PUNCT/punct/3 owned/VERB/acl/1/own by/ADP/case/5 Lima+/PROPN/obl:agent/3 closed/VERB/root/0/close', { entities })
    expect(relations(owned, [], [])).toMatchObject([{ subject: 'person/lima', predicate: 'ownerOf', object: 'outlet/vitosha' }])
    const employed = tree('Vitosha+/PROPN/nmod:poss/3 ’s/PART/case/1 Lima/PROPN/nsubj/4 spoke/VERB/root/0/speak', { entities })
    expect(relations(employed, [], [])).toMatchObject([{ subject: 'person/lima', predicate: 'employeeOf', object: 'outlet/vitosha' }])
  })

  test('names a capital', () => {
    const resolved = tree('Kest+/PROPN/nsubj/9 ,/PUNCT/punct/4 the/DET/det/4 capital/NOUN/appos/1 of/ADP/case/6 Arvo+/PROPN/nmod/4 ,/PUNCT/punct/4 was/AUX/cop/9 calm+/ADJ/root/0 ./PUNCT/punct/9', { entities })
    expect(relations(resolved, [], [])).toMatchObject([{ subject: 'place/kest', predicate: 'capitalOf', object: 'place/arvo' }])
  })
})
