import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { roleRules } from '../../src/extract/role-rules.js'
import { titleFrom } from '../../src/extract/role-phrases.js'
import { sceneOf } from '../../src/extract/role-scene.js'
import { roles } from '../../src/extract/roles.js'
import type { Analyser, Resolved, RoleHolding, TitleMention } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { analysedFrom } from '../resolve/analysed.js'

/** Holder / title / of whom, as the rules' examples write it. */
function written(resolved: Resolved, { holder, title, of, isFormer }: RoleHolding): string {
  const name = (id: string | undefined) => resolved.entities.find((entity) => entity.id === id)?.name ?? '-'
  return `${name(holder)} / ${isFormer ? 'former ' : ''}${title} / ${name(of)}`
}

/** Rule examples are plain sentences: they go through the language model. */
describe('the rules find what their examples say', () => {
  let analyse: Analyser
  beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)
  const found = async (sentence: string): Promise<{ rule: string; text: string }[]> => {
    const { tokens: _, sentences: __, mentions: ___, ...bare } = analysedFrom(['.'])
    const reading = { ...bare, text: sentence, blocks: [{ start: 0, end: sentence.length, kind: 'paragraph' as const }] }
    const resolved = resolve({ ...reading, ...(await analyse(reading)) })
    return roles(resolved).map((holding) => ({ rule: holding.rule, text: written(resolved, holding) }))
  }
  for (const rule of roleRules) {
    test.each(rule.matches)(`${rule.name} matches “%s”`, async (sentence, expected) => {
      expect((await found(sentence)).map((each) => each.text)).toContain(expected)
    })
    test.each(rule.misses.map((sentence) => [sentence] as const))(`${rule.name} misses “%s”`, async (sentence) => {
      expect((await found(sentence)).filter((each) => each.rule === rule.name)).toEqual([])
    })
  }
})

describe('holdings', () => {
  const of = (...sentences: string[]): string[] => {
    const resolved = resolve(analysedFrom(sentences))
    return roles(resolved).map((holding) => written(resolved, holding))
  }
  test('of one title are one, with every place as evidence', () => {
    const resolved = resolve(analysedFrom(['Foreign Minister [person Sergey Lavrov] spoke .', '[nationality Russian|amod>3] Foreign|PROPN Minister [person Sergey Lavrov] left .']))
    expect(roles(resolved)).toMatchObject([{ title: 'Foreign Minister', of: 'place/russia', evidence: [{}, {}] }])
  })
  test('of two titles are two', () => {
    expect(of('[organization Fiorentina] captain and defender [person Davide Astori] spoke .')).toEqual(['Davide Astori / captain / Fiorentina', 'Davide Astori / defender / Fiorentina'])
  })
  test('of the past are marked', () => {
    expect(of('Former [country Italy] Prime Minister [person Matteo Renzi] spoke .')).toEqual(['Matteo Renzi / former Prime Minister / Italy'])
  })
  test('belong to the person whose name is nearest', () => {
    expect(of('[person Anna Kovacs] and Foreign Minister [person Peter Nagy] met .')).toEqual(['Peter Nagy / Foreign Minister / -'])
  })
  test('stand behind a seat, an age or anything else in brackets', () => {
    expect(of('[person Anna Kovacs] ( D-N.C. ) , head of the [organization Black Caucus] , spoke .')).toEqual(['Anna Kovacs / head / Black Caucus'])
    expect(of('[person Anna Kovacs] ( left ) , mayor of [city Sofia] , spoke .')).toEqual(['Anna Kovacs / mayor / Sofia'])
  })
  test('in brackets name their body after a comma', () => {
    expect(of('[person Anna Kovacs] ( co-founder , [organization Polygon] ) and [person Peter Nagy] ( co-founder , [organization Ethereum] ) spoke .'))
      .toEqual(['Anna Kovacs / co-founder / Polygon', 'Peter Nagy / co-founder / Ethereum'])
  })
  test('joined by “and” share the body that is named once', () => {
    expect(of('[person Anna Kovacs] , founder and chairwoman of [organization Polygon] , spoke .')).toEqual(['Anna Kovacs / chairwoman / Polygon', 'Anna Kovacs / founder / Polygon'])
  })
  test('are offices; ranks and degrees after them are courtesies', () => {
    expect(of('[organization IISc] Director Professor [person Govindan Rangarajan] spoke .')).toEqual(['Govindan Rangarajan / Director / IISc'])
    expect(of('Colonel [person Jean Dupont] spoke .')).toEqual(['Jean Dupont / Colonel / -'])
  })
  test('of South Asia and elsewhere are written as capitals', () => {
    expect(of('[organization Congress] MLA [person Zameer Ahmed Khan] spoke .')).toEqual(['Zameer Ahmed Khan / MLA / Congress'])
  })
  test('before the name run up to it with all that they are for', () => {
    expect(of('The Minister for Women|NOUN and Equalities|NOUN [person Liz Truss] spoke .')).toEqual(['Liz Truss / Minister for Women and Equalities / -'])
  })
  test('of now are not of the past', () => {
    expect(of('Former [organization Arsenal] player now [organization Celtic] coach [person Jean Dupont] spoke .'))
      .toEqual(['Jean Dupont / former player / Arsenal', 'Jean Dupont / coach / Celtic'])
  })
  test('are those of whose tenure it was, by order of words', () => {
    expect(of('The judges read of [person Hillary Clinton] ’s brief|ADJ tenure|NOUN as secretary of state .')).toEqual(['Hillary Clinton / former secretary of state / -'])
  })
  test('of kin are held for the person named, not for what stands in that one’s title', () => {
    expect(of('[person Anna Kovacs] , nephew of [country New Zealand|flat>8] author|NOUN|nmod>4 [person Keri Hulme] , spoke .')).toContain('Anna Kovacs / nephew / Keri Hulme')
  })
  test('of kin may be held for two; the other’s title is not the subject’s', () => {
    expect(of('[person Carlos Ruiz|nsubj>5] is|AUX|cop>5 the brother|NOUN of|ADP|case>6 [person Anna Ruiz|nmod>5] , and|CCONJ|cc>13 of|ADP|case>13 the governor|NOUN|conj>5 , [person Karl Ruiz|appos>13] .'))
      .toEqual(['Carlos Ruiz / brother / Anna Ruiz', 'Carlos Ruiz / brother / Karl Ruiz', 'Karl Ruiz / governor / -'])
  })
  test('do not begin with the “and” that joins them to a body', () => {
    const scene = sceneOf(resolve(analysedFrom(['[organization FBI] and airport|NOUN officials|NOUN spoke .'])))
    expect(titleFrom(scene, 0, 3)).toMatchObject({ text: 'airport officials' })
  })
  test('name no kind of body, only persons', () => {
    expect(of('The [nationality German] news agency [outlet DPA] spoke .')).toEqual([])
  })
})

describe('a title that the network sees', () => {
  /** "Senators Ana Sol and Karl Brandt spoke": the title is word 0. */
  const seen = (holders: readonly number[]) => ({ start: 0, end: 1, head: 0, flag: 'held', confidence: 0.9, holders, of: [] as TitleMention['of'] })
  const read = (sentences: readonly string[], extra: Partial<Resolved>): string[] => {
    const resolved = resolve({ ...analysedFrom(sentences), ...extra })
    return roles(resolved).map((holding) => written(resolved, holding))
  }

  test('of several is held by all whom "and" joins', () => {
    expect(read(['Senators|NOUN [person Ana Sol|nsubj>7] and [person Karl Brandt|conj>3] spoke .'], { titles: [seen([2])] })).toEqual(expect.arrayContaining(['Ana Sol / Senator / -', 'Karl Brandt / Senator / -']))
  })

  test('is of what the model names most surely over all places, though no mention covers its name', () => {
    const title = { start: 2, end: 3, head: 2, flag: 'held', confidence: 0.9, holders: [3], of: [{ token: 0, confidence: 0.3 }, { token: 1, confidence: 0.9 }] }
    expect(read(['North|PROPN Halden|PROPN mayor|NOUN|compound>3 [person Ana Sol|nsubj>5] spoke .'], { titles: [title] })).toEqual(['Ana Sol / mayor / North Halden'])
  })

  test('in a description is held by whom that surely means', () => {
    const described = (chance: number) => read(['[person Ana Sol] spoke .', '{person the|det>2 ecologist|nsubj>3} left .'], {
      titles: [{ ...seen([]), start: 5, end: 6, head: 5 }], meanings: [{ token: 5, nobody: 1 - chance, candidates: [{ mention: 0, chance }] }],
    })
    expect(described(0.9)).toEqual(['Ana Sol / ecologist / -'])
    expect(described(0.1)).toEqual([])
  })
})
