import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeFiles } from '../../ontology/generate.js'
import { kinRoles } from '../../src/map/role-outline.js'
import { eventTypeNames, quantityKindNames } from '../../src/map/schemes.js'

it.each(Object.entries(makeFiles()))('%s is what the ontology makes today (npx tsx ontology/generate.ts)', (path, text) => {
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text)
})

it('Concepts that only group others are no choice for a claim, but the one above a whole scheme is', () => {
  expect(eventTypeNames).toContain('happening')
  expect(eventTypeNames).not.toContain('diplomacy')
  expect(quantityKindNames).not.toContain('people')
})

it('Ties of family and household are kin, offices are not', () => {
  for (const role of ['wife', 'stepson', 'brother-in-law', 'ex-husband', 'fiancée']) expect([role, kinRoles.has(role)]).toEqual([role, true])
  for (const role of ['minister', 'first lady', 'partner', 'victim']) expect([role, kinRoles.has(role)]).toEqual([role, false])
})
