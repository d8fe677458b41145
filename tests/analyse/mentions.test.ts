import { describe, expect, it } from 'vitest'
import { mentionsOf } from '../../src/analyse/decode-mentions.js'
import { triggersOf } from '../../src/analyse/decode-triggers.js'
import { tokensOf } from './tables.js'

const sure = { confidence: 0.9 }
const shown = (tokens: ReturnType<typeof tokensOf>, mentions: ReturnType<typeof mentionsOf>): string[] =>
  mentions.map((m) => `${m.kind} ${m.form}: ${tokens.slice(m.start, m.end).map((t) => t.text).join(' ')}`)

describe('mentions', () => {
  it('grow a nominal from its noun along the tree', () => {
    const tokens = tokensOf('a/DET/2/det spokesman/NOUN/6/nsubj for/ADP/5/case the/DET/5/det ministry/NOUN/2/nmod said/VERB/0/root')
    expect(shown(tokens, mentionsOf(tokens, [], [{ word: 1, type: 'person', ...sure }]))).toEqual(['person nominal: a spokesman for the ministry'])
  })

  it('leave a relative clause and its comma outside', () => {
    const tokens = tokensOf('the/DET/2/det man/NOUN/6/nsubj ,/PUNCT/5/punct who/PRON/5/nsubj fled/VERB/2/acl:relcl died/VERB/0/root')
    expect(shown(tokens, mentionsOf(tokens, [], [{ word: 1, type: 'person', ...sure }]))).toEqual(['person nominal: the man'])
  })

  it('keep the preposition and the subject of a predicate outside', () => {
    const tokens = tokensOf('He/PRON/4/nsubj is/AUX/4/cop a/DET/4/det minister/NOUN/0/root')
    expect(shown(tokens, mentionsOf(tokens, [], [{ word: 0, type: 'person', ...sure }, { word: 3, type: 'person', ...sure }])))
      .toEqual(['person pronoun: He', 'person nominal: a minister'])
  })

  it('take he and she for persons, whatever the head says', () => {
    const tokens = tokensOf('She/PRON/2/nsubj left/VERB/0/root')
    expect(mentionsOf(tokens, [], [{ word: 0, type: 'abstract', ...sure }])[0]?.kind).toBe('person')
  })

  it('do not repeat a name as a nominal', () => {
    const tokens = tokensOf('Macron/PROPN/2/nsubj left/VERB/0/root')
    const names = [{ start: 0, end: 1, type: 'person', confidence: 0.9 }]
    expect(shown(tokens, mentionsOf(tokens, names, [{ word: 0, type: 'person', ...sure }]))).toEqual(['person name: Macron'])
  })

  it('make a person of a role that stands alone, not of a title before a name', () => {
    const alone = tokensOf('The/DET/2/det minister/NOUN/3/nsubj left/VERB/0/root')
    const role = { start: 1, end: 2, type: 'role', confidence: 0.9 }
    expect(shown(alone, mentionsOf(alone, [role], [{ word: 1, type: 'person', ...sure }])))
      .toEqual(['person nominal: The minister', 'role nominal: minister'])
    const title = tokensOf('President/PROPN/2/nmod:desc Macron/PROPN/3/nsubj left/VERB/0/root')
    const names = [{ start: 0, end: 1, type: 'role', confidence: 0.9 }, { start: 1, end: 2, type: 'person', confidence: 0.9 }]
    expect(shown(title, mentionsOf(title, names, [{ word: 0, type: 'person', ...sure }]))).toEqual(['role name: President', 'person name: Macron'])
  })

  it('have as head the word that the rest of the name hangs on', () => {
    const tokens = tokensOf('Bank/PROPN/0/root of/ADP/3/case England/PROPN/1/nmod')
    expect(mentionsOf(tokens, [{ start: 0, end: 3, type: 'government', confidence: 1 }], [])[0]).toMatchObject({ head: 0, kind: 'organization' })
  })
})

describe('triggers', () => {
  it('are negated by a word that says so, or by the head', () => {
    const tokens = tokensOf('He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod resign/VERB/0/root')
    expect(triggersOf(tokens, [{ start: 3, end: 4, type: 'occurrence', confidence: 1 }])[0]).toMatchObject({ head: 3, negated: true, kind: 'occurrence' })
    expect(triggersOf(tokens, [{ start: 1, end: 2, type: 'negated', confidence: 1 }])[0]?.negated).toBe(true)
    expect(triggersOf(tokens, [{ start: 0, end: 1, type: 'reporting', confidence: 1 }])[0]).toMatchObject({ negated: false, kind: 'reporting' })
  })

  it('are not the people, places and times of an event', () => {
    const tokens = tokensOf('He/PRON/2/nsubj left/VERB/0/root')
    expect(triggersOf(tokens, [{ start: 0, end: 1, type: 'human', confidence: 1 }])).toEqual([])
  })
})
