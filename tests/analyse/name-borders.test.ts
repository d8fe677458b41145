import { describe, expect, it } from 'vitest'
import { bordered } from '../../src/analyse/name-borders.js'

/** Spans written in brackets, all of one type, as they come out. */
function kept(written: string, type = 'Organization'): string {
  const words: string[] = []
  const spans: { start: number; end: number; type: string; confidence: number }[] = []
  let start = 0
  for (const part of written.split(' ')) {
    if (part === '[') start = words.length
    else if (part === ']') spans.push({ start, end: words.length, type, confidence: 0.9 })
    else words.push(part)
  }
  return bordered(spans, words).map((span) => words.slice(span.start, span.end).join(' ')).join(' | ')
}

describe('a name', () => {
  it.each([
    ['of [ Litzman ’s ] request', 'Litzman'],
    ['by [ Cartier Philanthropy and ] others', 'Cartier Philanthropy'],
    ['the [ magazine Travel + Leisure ] says', 'Travel + Leisure'],
    ['the [ KRS ) dam ] is full', 'KRS'],
    ['the [ Association of ( Dairy ] farmers', 'Association'],
    ['[ CHARIS ] [ Unmanned Vehicle Solutions ] flies', 'CHARIS Unmanned Vehicle Solutions'],
    ['the [ The Hague ] court', 'The Hague'],
    ['[ van der Bellen ] won', 'van der Bellen'],
    ['they saw [ In the Heights ] again', 'In the Heights'],
  ])('has its borders in %s', (written, name) => {
    expect(kept(written)).toBe(name)
  })

  it('is written with a capital or a digit, or in a writing without capitals', () => {
    expect(kept('against [ polio ] in [ 76ers ] of [ 北京 ] and [ iPhone ] shops')).toBe('76ers | 北京 | iPhone')
  })

  it('of one word does not swallow the next', () => {
    expect(kept('[ Putin ] [ Trump ] talks', 'Person')).toBe('Putin | Trump')
  })

  it('is something else than a date, a sum or an office, whose words may be small', () => {
    expect(kept('[ last week ] or [ the 1990 ’s ]', 'time')).toBe('last week | the 1990 ’s')
    expect(kept('the [ prime minister ] [ of ]', 'role')).toBe('prime minister | of')
  })
})
