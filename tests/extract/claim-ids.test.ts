import { describe, expect, it } from 'vitest'
import { eventIds, holdingIds, relationIds, statementIds } from '../../src/extract/claim-ids.js'

const text = 'Rebels attacked the port. “It is over,” Lima said. The army attacked the airport.'
const at = (words: string, from = text, nth = 0) => {
  let start = from.indexOf(words)
  for (let n = 0; n < nth; n += 1) start = from.indexOf(words, start + 1)
  return { start, end: start + words.length }
}

describe('The id of a claim', () => {
  it('says what it names', () => {
    expect(statementIds(text)(at('said'), [at('It is over')])).toMatch(/^said-[0-9a-f]{8}$/u)
    expect(eventIds(text)(at('attacked'))).toMatch(/^attacked-[0-9a-f]{8}$/u)
    expect(holdingIds()('Foreign Minister', 'person/sergey-lavrov')).toBe('foreign-minister-sergey-lavrov')
    expect(relationIds()('person/ann-lee', 'headOf', 'place/norland')).toBe('ann-lee-headOf-norland')
  })

  it('stays when a sentence is added elsewhere', () => {
    for (const longer of [`It rained all day. ${text}`, text.replace('said. The', 'said. Nobody answered. The'), `${text} More follows.`]) {
      expect(statementIds(longer)(at('said', longer), [at('It is over', longer)])).toBe(statementIds(text)(at('said'), [at('It is over')]))
      for (const nth of [0, 1]) expect(eventIds(longer)(at('attacked', longer, nth))).toBe(eventIds(text)(at('attacked', text, nth)))
    }
  })

  it('stays whatever else is claimed', () => {
    const alone = eventIds(text)(at('attacked', text, 1))
    const ids = eventIds(text)
    ids(at('attacked'))
    expect(ids(at('attacked', text, 1))).toBe(alone)
  })

  it('is another for other words, and for the same words said twice', () => {
    const ids = statementIds(text)
    const first = ids(at('said'), [at('It is over')])
    expect(ids(undefined, [at('It is over')])).not.toBe(first)
    expect(ids(at('said'), [at('It is over')])).toBe(`${first}-2`)
  })
})
