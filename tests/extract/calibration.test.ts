import { expect, it } from 'vitest'
import { calibrated, probability } from '../../src/extract/calibration.js'
import { measured } from '../../src/extract/calibration-table.js'
import type { Entity, RoleHolding } from '../../src/model.js'

const evidence = [{ start: 0, end: 1 }] as const
const role = (rule: string, confidence: number): RoleHolding => ({ kind: 'role', id: rule, holder: 'person/a', title: 'mayor', isFormer: false, rule, confidence, evidence })
const entity = (more: Partial<Entity>): Entity => ({ id: 'person/a', kind: 'person', name: 'A', names: ['A'], isUnnamed: false, confidence: 0.9, evidence, ...more })

it('what is surer is never less likely', () => {
  for (const [name, steps] of Object.entries(measured)) {
    const [from, probabilities] = [steps.map(([each]) => each), steps.map(([, each]) => each)]
    expect([name, from]).toEqual([name, from.toSorted((a, b) => a - b)])
    expect([name, probabilities]).toEqual([name, probabilities.toSorted((a, b) => a - b)])
    expect(probabilities.every((each) => each > 0 && each < 1)).toBe(true)
  }
})

it('every claim is as likely as such claims were true, and nobody is changed of whom nothing was counted', () => {
  const roles = [role('title-before-name', 0.96), role('never heard of', 0.5)]
  const found = calibrated({ roles, statements: [], events: [], relations: [], entities: [entity({ isUnnamed: true })] })
  expect(found.roles.map(({ confidence }) => confidence)).toEqual(roles.map(({ rule, confidence }) => probability('roles', rule, confidence)))
  expect(found.entities).toEqual([entity({ isUnnamed: true })])
})

it('a rule that was not counted is as good as its class', () => {
  expect(probability('roles', 'never heard of', 0.5)).toBe(measured['roles']?.findLast(([from]) => from <= 0.5)?.[1] ?? 0.5)
  expect(probability('no such class', 'rule', 0.42)).toBe(0.42)
})
