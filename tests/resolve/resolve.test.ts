import { describe, expect, test } from 'vitest'
import type { Analysed, Resolved } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { analysedFrom } from './analysed.js'

const of = (...sentences: string[]): Resolved => resolve(analysedFrom(sentences))
const found = (resolved: Resolved, kind: string) => resolved.entities.filter((entity) => entity.kind === kind).map((entity) => entity.name)
const meant = (resolved: Resolved, text: string) => resolved.references
  .filter((each) => resolved.text.slice(resolved.tokens[each.start]!.start, resolved.tokens[each.end - 1]!.end) === text).map((each) => each.entity)

describe('people', () => {
  test('a surname, a name in small letters and a courtesy title lead to the full name', () => {
    const resolved = of('[person Emmanuel Macron] spoke .', '[person Macron] left .', '[person Mr Macron] said so .', 'macron|PROPN|nsubj>2 elaborates|VERB .')
    expect(found(resolved, 'person')).toEqual(['Emmanuel Macron'])
    expect(resolved.references).toHaveLength(4)
  })
  test('titles and possessives are no part of a name', () => {
    expect(of("[person President Emmanuel Macron 's] aide spoke .").entities.find((entity) => entity.kind === 'person')?.names).toEqual(['Emmanuel Macron'])
  })
  test('a couple stays apart, and the bare surname is whose it was first', () => {
    const resolved = of('[person Donald Trump] spoke .', '[person Trump] left .', '[person Ivana Trump] spoke .', '[person Mrs Trump] left .', '[person Trump] said so .')
    expect(found(resolved, 'person')).toEqual(['Donald Trump', 'Ivana Trump'])
    expect(meant(resolved, 'Trump')).toEqual(['person/donald-trump', 'person/ivana-trump', 'person/donald-trump'])
  })
  test('a short form that stands before the long one leads to it', () => {
    expect(found(of('[person Lavrov] slams leaks', '[person Sergey Lavrov] said so .'), 'person')).toEqual(['Sergey Lavrov'])
  })
  test('another spelling and a short given name are one person', () => {
    expect(found(of('[person Sergei Lavrov] spoke .', '[person Sergey Lavrov] left .', '[person William Smith] met [person Bill Smith] .'), 'person')).toHaveLength(2)
  })
  test.each<[string, string[], number]>([
    ['of one letter that is heard is another name', ['[person John Miller] spoke .', '[person John Milner] left .'], 2],
    ['so is one in the same sentence, however often the other is named', ['[person John Miller] spoke .', '[person John Miller] met [person John Milner] .', '[person Miller] left .'], 2],
    ['so are two that both are named again, by surname alone', ['[person John Miller] spoke .', '[person John Milner] left .', '[person Miller] spoke .', '[person Milner] left .'], 2],
    ['is a slip where it stands once and the other again and again', ['[person John Miller] spoke .', '[person Miller] left .', '[person John Milner] spoke .', '[person Miller] left .'], 1],
    ['that sounds alike is the same', ['[person Volodymyr Zelensky] spoke .', '[person Volodymyr Zelenskyy] left .', '[person Dmitri Petrov] met [person Dmitry Petrov] .'], 2],
    ['of middle initials is another', ['[person George W. Bush] met [person George H. W. Bush] .'], 2],
    ['of no initials is the same', ['[person George W. Bush] spoke .', '[person George Bush] left .'], 1],
    ['of a generation is another where the bare name stands first', ['[person George Falk] spoke .', '[person George Falk Jr.] left .'], 2],
    ['of a generation is the same where it stands first', ['[person George Falk Jr.] spoke .', '[person George Falk] left .'], 1],
    ['of a generation is another where father and son are named', ['[person George Falk] praised his son , [person George Falk Jr.] .'], 2],
  ])('a spelling %s', (_, sentences, count) => {
    expect(found(of(...sentences), 'person')).toHaveLength(count)
  })
  test('a second name that the text gives joins the first', () => {
    expect(found(of('[person Phone Kya Shin] , also known as [person Peng Jiashing] , left .'), 'person')).toEqual(['Phone Kya Shin'])
  })
  test('so does a byname in quotation marks', () => {
    expect(of("The ‘ [person Queen of Soul] , ’ [person Anna Kovacs] , spoke .").entities.map(({ name, names }) => [name, names])).toEqual([['Anna Kovacs', ['Anna Kovacs', 'Queen of Soul']]])
  })
  test('denominations are nobody, whatever given name they look like', () => {
    expect(found(of('The bishops urged [person Roman Catholic] voters .', '[person Roman Kovac] left .'), 'person')).toEqual(['Roman Kovac'])
  })
  test('nouns of themselves are nobody', () => {
    expect(of('The words are [person King] of|ADP kings|NOUN .').entities).toEqual([])
  })
  test('ranks are no part of a name and nobody by themselves', () => {
    const resolved = resolve(glued(analysedFrom(['[person Pol] Lt|PROPN - General|PROPN [person Surachate Hakparn] spoke .', '[organization Air] Vice|PROPN Marshal|PROPN [person Jane Doe] left .', '[person Lance Cpl.] [person Juan Perez] said so .', '[person Maj. Gen. Peter Nagy] left .']), 'Lt-General'))
    expect(resolved.entities.map((entity) => entity.name)).toEqual(['Surachate Hakparn', 'Jane Doe', 'Juan Perez', 'Peter Nagy'])
  })
  test('who is of a town is not the town', () => {
    expect(of('[person Philip Bareham] of [city Lansing] , who spoke , left .').entities.map((entity) => entity.kind)).toEqual(['person', 'place'])
  })
  test('a house with a given name is nobody', () => {
    expect(found(of('He left [facility Helen & Douglas House] .', '[person Helen] & [facility Douglas House] is a cause .'), 'person')).toEqual([])
  })
})

describe('bodies', () => {
  test('of a town carry its name, and their last words', () => {
    const resolved = of('[city Huntsville] [organization High School] spoke .', 'The [organization Renfrew County District] School Board left .')
    expect(resolved.entities.map((entity) => entity.name)).toEqual(['Huntsville High School', 'Renfrew County District School Board'])
  })
  test('an acronym leads to its long form', () => {
    const resolved = of('The [organization International Monetary Fund] spoke .', 'The [organization IMF] said so .')
    expect(found(resolved, 'organization')).toEqual(['International Monetary Fund'])
  })
  test('an acronym in brackets needs no matching initials', () => {
    expect(found(of('The [organization Alternative for Germany] ( [organization AfD] ) spoke .', 'The [organization AfD] left .'), 'organization')).toHaveLength(1)
  })
  test('the opening of a name leads to the whole', () => {
    expect(found(of('The [organization Bolshoi Theater] spoke .', 'The [organization Bolshoi] left .'), 'organization')).toEqual(['Bolshoi Theater'])
  })
  test('two clubs of one town stay apart', () => {
    expect(found(of('[organization AC Milan] met [organization Inter Milan] .'), 'organization')).toHaveLength(2)
  })
  test('one odd vote does not split a name', () => {
    expect(found(of('[organization Fiorentina] spoke .', '[organization Fiorentina] left .', '[city Fiorentina] said so .'), 'organization')).toEqual(['Fiorentina'])
  })
})

describe('outlets', () => {
  test('a known outlet is one, whatever the analysis says', () => {
    expect(of('[organization Reuters] spoke .').entities[0]).toMatchObject({ kind: 'outlet', outletKind: 'NewsAgency' })
  })
  test('an unknown one is recognised by its name', () => {
    expect(of('He told [organization Radio Vitosha] so .').entities[0]).toMatchObject({ kind: 'outlet', outletKind: 'Broadcaster' })
  })
  test('or by the noun beside it', () => {
    expect(of('The newspaper [organization Zvon] spoke .').entities[0]).toMatchObject({ kind: 'outlet', outletKind: 'Newspaper' })
  })
})

describe('places', () => {
  test('names of one state are one place', () => {
    expect(found(of('The [country US] spoke .', 'The [country United States] left .', 'In [country Myanmar] and [country Burma] .'), 'place')).toEqual(['United States', 'Myanmar'])
  })
  test('an adjective leads to the state', () => {
    const resolved = of('A [nationality Burmese] town .')
    expect(resolved.entities).toMatchObject([{ name: 'Myanmar', type: 'Country' }])
    expect(resolved.references[0]?.form).toBe('adjective')
  })
  test('a capital that speaks stands for its state; one that is visited does not', () => {
    const resolved = of('[city Paris|nsubj>2] signalled|VERB agreement .', 'They met in [city Geneva|obl>2] .', 'He left [city Moscow|obj>2] .')
    expect(resolved.entities.find((entity) => entity.name === 'Paris')?.standsFor).toBe('place/france')
    expect(resolved.entities.find((entity) => entity.name === 'Moscow')?.standsFor).toBeUndefined()
  })
})

describe('places', () => {
  test('a saint belongs to the name of a town, though a sentence seems to end after it', () => {
    expect(found(of('[facility ST .]', '[city PARIS|nsubj>2] spoke|VERB .', 'They met in [city St. Paris] .'), 'place')).toEqual(['ST. PARIS'])
  })
  test('a town of another region is no seat of a state', () => {
    expect(of('[city Paris|nsubj>4] , [region Idaho] , signalled|VERB agreement .').entities.find((entity) => entity.name === 'Paris')?.standsFor).toBeUndefined()
  })
  test('what is told apart by its number is none', () => {
    expect(found(of('He left [region Lot] No. 15 on [country U.S.] 36 .'), 'place')).toEqual([])
  })
})

describe('works', () => {
  test('a title runs up to the mark that closes it', () => {
    expect(found(of('The author of “ [work How to Date in a] Modern World ” spoke .'), 'work')).toEqual(['How to Date in a Modern World'])
  })
  test('a title in quotation marks is a work, published by the outlet that aired it', () => {
    const resolved = of("It was aired|VERB by [outlet France 2] television in a documentary titled|VERB ' A President , Europe and the War ' .")
    const work = resolved.entities.find((entity) => entity.kind === 'work')
    expect(work).toMatchObject({ name: expect.stringMatching(/^A President/), type: 'Movie', publisher: 'outlet/france-2' })
  })
})

test('evidence of every entity is what stands there', () => {
  const resolved = of('[person Emmanuel Macron] met|VERB a [nationality Russian] envoy in [city Paris] .')
  for (const { evidence } of resolved.entities) for (const { start, end } of evidence) expect(resolved.text.slice(start, end)).toMatch(/^\p{L}.*\p{L}$/u)
})

test('nothing is found in nothing', () => {
  expect(resolve(analysedFrom(['.']))).toMatchObject({ entities: [], references: [], entityOf: [], times: [] })
})

describe('borders', () => {
  test('peoples take in the whole word that is written with hyphens', () => {
    const analysed = analysedFrom(['All [nationality African] - [nationality Americans|NOUN|nsubj>5] spoke|VERB .'])
    expect(found(resolve(glued(analysed, 'African-Americans')), 'group')).toEqual(['African-Americans'])
  })
  test('a title with hyphens is one word and makes nobody of its parts', () => {
    const analysed = analysedFrom(['The|DET|det>6 Under|NOUN|compound>6 - Secretary|NOUN|compound>6 - General|NOUN|nsubj>7 spoke|VERB .'])
    expect(found(resolve(glued(analysed, 'Under-Secretary-General')), 'person')).toEqual(['Under-Secretary-General'])
  })
  test('a description does not begin inside a bracket', () => {
    const resolved = of('[person Anna Kovacs] ( D|PROPN|appos>7 ) , head|NOUN|appos>2 of|ADP|case>10 the|DET|det>10 caucus|NOUN|nmod>7 , spoke|VERB .')
    expect(resolved.references.map(({ start, end, entity }) => [start, end, entity])).toEqual([[0, 2, 'person/anna-kovacs'], [6, 10, 'person/anna-kovacs']])
  })
  test('nor does it take in the clause that it is the predicate of', () => {
    const resolved = of("It|PRON|expl>6 's|AUX|cop>6 not|PART|advmod>6 just|ADV|advmod>6 lazy|ADJ|amod>6 voters|NOUN|root>0 .")
    expect(found(resolved, 'group')).toEqual(['lazy voters'])
  })
})

describe('joined names', () => {
  test('a body keeps what it is for', () => {
    expect(found(of('The [organization Spanish Agency] for [organization International Development] said so .'), 'organization')).toEqual(['Spanish Agency for International Development'])
  })
  test('but no other body', () => {
    expect(found(of('The [organization Justice Committee] of the [organization National Assembly] said so .'), 'organization')).toEqual(['Justice Committee', 'National Assembly'])
  })
  test('a town keeps the letters of its state', () => {
    expect(found(of('In [city Washington] , [organization D.C.] , he spoke .', 'In [city Washington] .'), 'place')).toEqual(['Washington, D.C.'])
  })
  test('a building is named after its owner', () => {
    expect(found(of("He left the [person Prophet] 's|PART [facility Mosque] ."), 'place')).toEqual(["Prophet's Mosque"])
  })
  test('acronyms may hold more than the first letters', () => {
    expect(found(of('The [organization Indian Institute of Science] spoke .', 'The [organization IISc] said so .'), 'organization')).toEqual(['Indian Institute of Science'])
  })
})

test('where one of a couple goes by the given name, the bare surname is the other’s', () => {
  const resolved = of('[person Melania Trump] spoke .', '[person Donald Trump] left .', '[person Melania] said so .', '[person Trump] left .')
  expect(meant(resolved, 'Trump')).toEqual(['person/donald-trump'])
})
test('a source is somebody only where it can speak', () => {
  expect(of('It was|AUX a|DET|det>4 source|NOUN|root>0 of|ADP|case>6 tension|NOUN|nmod>4 .').entities).toEqual([])
})

/** The same article with a word of it written without white space. */
function glued(analysed: Analysed, word: string): Analysed {
  const spaced = word.replaceAll('-', ' - '), at = analysed.text.indexOf(spaced)
  const moved = (place: number) => place - (place <= at ? 0 : analysed.text.slice(at, Math.min(place, at + spaced.length)).split(' ').length - 1)
  const text = analysed.text.replace(spaced, word)
  return { ...analysed, text, tokens: analysed.tokens.map((token) => ({ ...token, start: moved(token.start), end: moved(token.end) })), blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] }
}
