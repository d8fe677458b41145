import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeReference } from '../../ontology/reference.js'

it('The reference for people is what the ontology makes today (npx tsx ontology/reference.ts)', () => {
  expect(readFileSync(new URL('../../ontology/README.md', import.meta.url), 'utf8')).toBe(makeReference())
})
