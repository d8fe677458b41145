import { expect, it } from 'vitest'
import { codesBut, either, noCodes } from '../../src/link/codes.js'

const but = codesBut(['US.OH', 'US.OH', 'US.KY', 'FR'])

it('leaves out what an entity tells itself, and not what another tells too', () => {
  expect([but('US.KY').has('US.KY'), but('US.OH').has('US.OH'), but(undefined).has('US.KY')]).toEqual([false, true, true])
})

it('knows the states of regions', () => {
  expect([but('US.KY').hasState('US'), but('FR').hasState('FR'), but(undefined).hasState('FR')]).toEqual([true, false, true])
})

it('is empty where only the entity itself tells something', () => {
  expect([codesBut(['FR'])('FR').isEmpty, codesBut(['FR'])('DE').isEmpty, noCodes.isEmpty, either(noCodes, but('FR')).isEmpty]).toEqual([true, false, true, false])
})
