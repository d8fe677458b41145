import { describe, expect, test } from 'vitest'
import type { Resolved } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { analysedFrom, type Options } from './analysed.js'

const of = (sentences: readonly string[], options?: Options): Resolved => resolve(analysedFrom(sentences, options))
const found = (resolved: Resolved): string[] => resolved.entities.filter((entity) => entity.kind === 'person').map((entity) => entity.name)
const meant = (resolved: Resolved, text: string) => resolved.references
  .filter((each) => resolved.text.slice(resolved.tokens[each.start]!.start, resolved.tokens[each.end - 1]!.end) === text).map((each) => each.entity)

describe('descriptions', () => {
  test('lead to the person whose title they repeat', () => {
    const resolved = of(['Minister|PROPN|nmod:desc>2 [person Anna Kovacs|nsubj>4] spoke|VERB .', 'The|DET|det>2 minister|NOUN|nsubj>3 left|VERB .'])
    expect(meant(resolved, 'The minister')).toEqual(['person/anna-kovacs'])
  })
  test('of another state mean somebody else', () => {
    const resolved = of(['[nationality French] President|PROPN [person Emmanuel Macron|nsubj>5] spoke|VERB .', 'The|DET|det>3 [nationality Russian|amod>3] president|NOUN|nsubj>4 left|VERB .'])
    expect(meant(resolved, 'The Russian president')).toEqual(['person/russian-president'])
  })
  test('of people without a name are entities of their own, once', () => {
    const resolved = of(['A|DET|det>3 police|NOUN|compound>3 spokesman|NOUN|nsubj>4 said|VERB so .', 'The|DET|det>2 spokesman|NOUN|nsubj>3 left|VERB .'])
    expect(resolved.entities).toMatchObject([{ kind: 'person', isUnnamed: true, name: 'police spokesman' }])
    expect(resolved.references).toHaveLength(2)
  })
  test('of several people are groups', () => {
    expect(of(['Two|NUM|nummod>2 officials|NOUN|nsubj>3 said|VERB so .']).entities).toMatchObject([{ kind: 'group', name: 'Two officials' }])
  })
  test('before a short form in brackets mean the body of that name', () => {
    const resolved = of(['The|DET|det>3 soccer|NOUN|compound>3 federation|NOUN|nsubj>7 ( [organization FMF|appos>3] ) spoke|VERB .'])
    expect(meant(resolved, 'The soccer federation')).toEqual(['organization/fmf'])
  })
  test('of members of two bodies are two groups', () => {
    const resolved = of(['Members|NOUN|nsubj>5 of|ADP|case>4 both|DET|det>4 parties|NOUN|nmod>1 spoke|VERB .', 'Members|NOUN|nsubj>5 of|ADP|case>4 the|DET|det>4 government|NOUN|nmod>1 left|VERB .'])
    expect(meant(resolved, 'Members of the government')).toEqual(['group/members-of-the-government'])
  })
  test('before a comma and a name belong to the name', () => {
    const resolved = of(['The|DET|det>2 director|NOUN|nsubj>7 , [person Anna Kovacs] , said|VERB so .'])
    expect(meant(resolved, 'The director')).toEqual(['person/anna-kovacs'])
  })
  test('by a relative lead to whoever shares the surname', () => {
    const resolved = of(['[person Donald Trump|nsubj>3] met|VERB [person Ivana Trump|obj>3] .', '[person Ivana Trump|nsubj>3] met|VERB her|PRON|nmod:poss>5 husband|NOUN|obj>3 .'])
    expect(meant(resolved, 'her husband')).toEqual(['person/donald-trump'])
  })
})

describe('descriptions', () => {
  test('of the president do not mean the vice president', () => {
    const resolved = of(['Vice|PROPN President|PROPN|nmod:desc>3 [person Anna Kovacs|nsubj>5] spoke|VERB .', 'The|DET|det>2 president|NOUN|nsubj>3 left|VERB .', 'The|DET|det>3 vice|NOUN|compound>3 president|NOUN|nsubj>4 said|VERB so .'])
    expect(meant(resolved, 'The president')).toEqual(['person/president'])
    expect(meant(resolved, 'The vice president')).toEqual(['person/anna-kovacs'])
  })
  test('of the man who did something mean nobody met before', () => {
    const resolved = of(['[person Peter Nagy|nsubj>6] , a|DET|det>5 man|NOUN|appos>2 , spoke|VERB .', 'The|DET|det>2 man|NOUN|nsubj>6 who|PRON|nsubj>4 shot|VERB|acl:relcl>2 him left|VERB .'])
    expect(meant(resolved, 'The man')).toEqual(['person/man'])
  })
  test('of an event, an office or a kind mean nobody', () => {
    expect(of(["{event Saturday 's|PART fundraiser|nsubj>4} met|VERB a sheriff|NOUN|nmod:poss>8 's|PART|case>6 office|NOUN|obj>4 and restorative|ADJ|amod>11 justice|NOUN|obj>4 ."]).entities).toEqual([])
  })
  test('that end in a name mean its bearer', () => {
    const resolved = of(['{person The director|NOUN|nsubj>7 of|ADP|case>4 [city Riga] [person Nur Alam|flat>4] } said|VERB so .'].map((text) => text.replace(' }', '}')))
    expect(resolved.entities.filter((entity) => entity.kind === 'person').map((entity) => entity.name)).toEqual(['Nur Alam'])
  })
  test('of what somebody is or becomes make nobody', () => {
    expect(found(of(['[person Peter Nagy|nsubj>3] served|VERB as|ADP|case>5 teacher|NOUN|obl>3 , an|DET|det>9 assistant|ADJ|amod>9 principal|NOUN|appos>5 , then|ADV took|VERB the|DET|det>13 post|NOUN|obj>11 of|ADP|case>15 superintendent|NOUN|nmod>13 .']))).toEqual(['Peter Nagy'])
  })
  test('of whom the police identify are his', () => {
    const resolved = of(['A|DET|det>2 suspect|NOUN|nsubj>3 fled|VERB .', 'The|DET|det>2 suspect|NOUN|nsubj:pass>4 was|AUX identified|VERB as|ADP|case>6 [person Paul Block|obl>4] .'])
    expect(resolved.entities.map((entity) => entity.name)).toEqual(['Paul Block'])
    expect(meant(resolved, 'A suspect')).toEqual(['person/paul-block'])
  })
  test('after the name of an outlet speak for it', () => {
    const resolved = of(['Focus|PROPN|compound>2 magazine|NOUN|nsubj>3 said|VERB so .'])
    expect(resolved.entities).toMatchObject([{ name: 'Focus', kind: 'outlet' }])
    expect(meant(resolved, 'Focus magazine')).toEqual(['outlet/focus'])
  })
  test('of a wife do not mean the daughter of the same name', () => {
    const resolved = of(['[person Peter Nagy|nsubj>3] met|VERB his|PRON|nmod:poss>5 daughter|NOUN|nmod:desc>6 [person Anna Nagy|obj>3] .', '[person Peter Nagy|nsubj>3] left|VERB his|PRON|nmod:poss>5 wife|NOUN|obj>3 .'])
    expect(meant(resolved, 'his wife')).toEqual(['person/his-wife'])
  })
})

describe('pronouns', () => {
  test('do not mean whom their own words name', () => {
    const resolved = of(['[person Peter Nagy|nsubj>3] spoke|VERB .', '[person John Smith|nsubj>3] left|VERB|ccomp>6 , {person he|nsubj>6} said|VERB .'],
      { attributions: [{ cue: { start: 9, end: 10 }, source: [{ start: 8, end: 9 }], content: [{ start: 4, end: 7 }], confidence: 0.9 }] })
    expect(meant(resolved, 'he')).toEqual(['person/peter-nagy'])
  })
  test('tell whose husband cannot be meant', () => {
    const analysed = analysedFrom(['[person Quill Ormandy|nsubj>3] spoke|VERB .', '{person He|nsubj>2} left|VERB .', '{person He|nsubj>2} said|VERB so .', '[person Vesper Lund|nsubj>3] met|VERB [person Ormandy|obj>3] .', '{person Her|nmod:poss>2} husband|NOUN|nsubj>3 left|VERB .'])
    const [first, second] = analysed.mentions.flatMap((mention, i) => (mention.form === 'pronoun' ? [i] : []))
    const resolved = resolve({ ...analysed, antecedents: [{ mention: first!, antecedent: 0, score: 4 }, { mention: second!, antecedent: first!, score: 4 }] })
    expect(meant(resolved, 'Her')).toEqual(['person/vesper-lund'])
  })
  test('of a relative clause mean who is named beside the noun', () => {
    const resolved = of(['One|NUM|nsubj>10 of|ADP|case>3 participants|NOUN|nmod>1 , [person Anna Kovacs|appos>3] , {person who|nsubj>9} spoke|VERB|acl:relcl>3 , left|VERB .'])
    expect(meant(resolved, 'who')).toEqual(['person/anna-kovacs'])
  })
  test('agree in gender', () => {
    const resolved = of(['[person Anna Kovacs|nsubj>3] met|VERB [person Peter Nagy|obj>3] .', '{person He|nsubj>2} left|VERB .', '{person She|nsubj>2} spoke|VERB .'])
    expect(meant(resolved, 'He')).toEqual(['person/peter-nagy'])
    expect(meant(resolved, 'She')).toEqual(['person/anna-kovacs'])
  })
  test('are not the subject of their own verb', () => {
    const resolved = of(['[person Peter Nagy|nsubj>3] spoke|VERB .', '[person John Smith|nsubj>3] told|VERB {person him|obj>3} so .'])
    expect(meant(resolved, 'him')).toEqual(['person/peter-nagy'])
  })
  test('of a relative clause mean its noun', () => {
    const resolved = of(['[person Anna Kovacs|nsubj>7] , {person who|nsubj>5} spoke|VERB|acl:relcl>2 , left|VERB .'])
    expect(meant(resolved, 'who')).toEqual(['person/anna-kovacs'])
  })
  test('“the latter” is the last one named', () => {
    const resolved = of(['[person John Smith|nsubj>3] met|VERB [person Peter Nagy|obj>3] after the|DET|det>8 latter|NOUN|nsubj>9 spoke|VERB .'])
    expect(meant(resolved, 'latter')).toEqual(['person/peter-nagy'])
  })
})

describe('names', () => {
  test('that the analysis broke are mended', () => {
    const resolved = of(['The [organization Disaster Prevention|compound>5] and [organization Mitigation Department] said|VERB so .'])
    expect(resolved.entities.map((entity) => entity.name)).toEqual(['Disaster Prevention and Mitigation Department'])
  })
  test('of bodies that every state has carry the state', () => {
    const resolved = of(['The [nationality Chinese] [organization Air Force] met the [nationality Russian] [organization Air Force] .'])
    expect(resolved.entities.filter((entity) => entity.kind === 'organization').map((entity) => entity.name)).toEqual(['Chinese Air Force', 'Russian Air Force'])
  })
  test('in a list are of one kind', () => {
    const resolved = of(['In [city Lampang] , [city Uttaradit] , [person Yala] , [city Rayong] and [city Chonburi] .'])
    expect(resolved.entities.every((entity) => entity.kind === 'place')).toBe(true)
  })
})

test('agencies and contributors in the margin are found', () => {
  const analysed = analysedFrom(['[person Anna Kovacs] spoke .'])
  const text = `${analysed.text} (dpa, Reuters) Maria Sanchez contributed to this report.`
  const resolved = resolve({ ...analysed, text })
  expect(resolved.entities.map((entity) => entity.id)).toEqual(['person/anna-kovacs', 'outlet/dpa', 'outlet/reuters', 'person/maria-sanchez'])
  for (const { evidence, names } of resolved.entities) expect(names).toContain(text.slice(evidence[0].start, evidence[0].end))
})
