import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BASE, encodeLocal, entityIri, isBase, mint, slug } from '../../src/map/iri.js'

describe('Names of the data', () => {
  it('are readable', () => {
    expect(mint(DEFAULT_BASE, 'statement', '76f4-3').value).toBe('https://w3id.org/newsgraph/data/statement/76f4-3')
    expect(entityIri('https://example.org/#', 'person/sergey-lavrov').value).toBe('https://example.org/#person/sergey-lavrov')
  })

  it.each([['a b', 'a%20b'], ['a|b^c{d}', 'a%7Cb%5Ec%7Bd%7D'], ['50%', '50%25'], ['é', '%C3%A9'], ['🐟', '%F0%9F%90%9F'], ['.a.b.', '%2Ea.b%2E'], ['a/b#c?d', 'a%2Fb%23c%3Fd']])('encode %s as %s', (local, encoded) => {
    expect(encodeLocal(local)).toBe(encoded)
  })

  it('hold only characters that every parser takes, whatever the name, and differ when names differ', () => {
    const anything = fc.string({ unit: 'binary', minLength: 1 })
    fc.assert(fc.property(anything, (local) => /^(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})+$/u.test(encodeLocal(local))))
    fc.assert(fc.property(anything, anything, (a, b) => a === b || encodeLocal(a) !== encodeLocal(b)))
  })

  it.each([['Emmanuel Macron', 'emmanuel-macron'], ['Tiémoué Bakayoko', 'tiemoue-bakayoko'], ['Dahl’s brother-in-law', 'dahls-brother-in-law'], ['  U.S. Senate ', 'u-s-senate'], ['Москва', 'москва']])('shorten %s to %s', (name, short) => {
    expect(slug(name)).toBe(short)
  })

  it.each([['https://example.org/', true], ['urn:news:/', true], ['https://example.org', false], ['example.org/', false], ['https://example.org/a b/', false], ['https://exa|mple.org/', false]])('may stand under %s: %s', (base, isGood) => {
    expect(isBase(base)).toBe(isGood)
  })
})
