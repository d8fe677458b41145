import { describe, expect, it } from 'vitest'
import { articleId, canonicalAddress } from '../../src/read/identity.js'

const [old, corrected] = ['a'.repeat(64), 'b'.repeat(64)]

describe('An article', () => {
  it('with an address is the same when its text was corrected', () => {
    expect(articleId('https://news.example/story', old)).toBe(articleId('https://news.example/story', corrected))
  })

  it('without one is known by its text', () => {
    expect(articleId(undefined, old)).toBe('a'.repeat(16))
    expect(articleId('not an address', old)).toBe('a'.repeat(16))
    expect(articleId('javascript:alert(1)', old)).toBe('a'.repeat(16))
  })

  it.each([
    'https://news.example/story/', 'http://www.news.example/story', 'https://news.example/story?utm_source=feed&fbclid=1', 'https://NEWS.example/story#comments',
  ])('is reached by %s too', (address) => {
    expect(canonicalAddress(address)).toBe('https://news.example/story')
  })

  it('is another where the address says so', () => {
    expect(canonicalAddress('https://news.example/?id=2')).not.toBe(canonicalAddress('https://news.example/?id=3'))
  })
})
