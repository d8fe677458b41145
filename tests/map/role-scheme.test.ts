import { describe, expect, it } from 'vitest'
import { isKin, placeTitle, roleScheme } from '../../src/map/role-scheme.js'

const chainOf = (title: string) => placeTitle(title).chain.map(({ name }) => name)

describe('The scheme of roles', () => {
  it.each([
    ['Foreign Minister', ['foreign minister', 'minister', 'official']],
    ['secretary of state', ['foreign minister', 'minister', 'official']],
    ['spokeswoman', ['spokesperson']],
    ['lawyers', ['lawyer']],
    ['CEO', ['chief executive officer', 'executive']],
    ['vice-president', ['vice president', 'president', 'head of state', 'leader']],
    ['ex-wife', ['ex-wife', 'former spouse', 'relative']],
  ])('knows %s', (title, chain) => {
    expect(placeTitle(title).own?.name).toBe(chain[0])
    expect(chainOf(title)).toEqual(chain)
  })

  it.each([
    ['Foreign Ministry spokeswoman', ['spokesperson']],
    ['acting head coach', ['head coach', 'coach']],
    ['deputy head coach', ['coach']],
    ['deputy foreign minister', ['minister', 'official']],
    ['Minister for Roads', ['minister', 'official']],
    ['president-elect', ['president', 'head of state', 'leader']],
    ['Russian lawmakers', ['legislator']],
    ['younger brother-in-law of the king', ['brother-in-law', 'relative by marriage', 'relative']],
    ['executive vice-president', ['vice president', 'president', 'head of state', 'leader']],
    ['whistleblower', []],
  ])('puts %s, which it does not have, under its head noun', (title, chain) => {
    expect(placeTitle(title).own).toBeUndefined()
    expect(chainOf(title)).toEqual(chain)
  })

  it.each(['wife', 'Wife', 'sons', 'late husband', 'brother-in-law', 'eldest daughter', 'his former girlfriend'])('takes %s for kin', (title) => { expect(isKin(title)).toBe(true) })

  it.each(['Foreign Minister', 'partner', 'First Lady', 'son-like heir', 'whistleblower'])('takes %s for no kin', (title) => { expect(isKin(title)).toBe(false) })

  it('names no role twice', () => {
    const names = roleScheme.flatMap(({ name, also }) => [name, ...also])
    expect(names.length).toBe(new Set(names).size)
  })
})
