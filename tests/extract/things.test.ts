/** One thing, one node, and a plain triple is a promise: sentences with invented names, read from the text to the claims. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { extract } from '../../src/extract/extract.js'
import type { Analyser, Extracted } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'

let analyse: Analyser

beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)

/** What is found in a text of 5 March 2024. */
async function found(text: string): Promise<Extracted> {
  const [reading] = await read({ bytes: new TextEncoder().encode(text), source: 'a.txt' }, { date: '2024-03-05' })
  return extract(resolve({ ...reading!, ...(await analyse(reading!)) }))
}

const ids = ({ entities }: Extracted): string[] => entities.map(({ id }) => id)

/** "person/mara-lindt: We won | person/oskar-benes: we lost". */
const said = ({ statements, text }: Extracted): string =>
  statements.map(({ speakers, content }) => `${speakers.join('+')}: ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}`).join(' | ')

/** The triples that are written without reserve. */
const plain = ({ relations }: Extracted): string[] => relations
  .filter(({ factuality, isFormer, accordingTo }) => factuality === 'Asserted' && !isFormer && accordingTo === undefined)
  .map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`)

describe('speech is given to the one who', () => {
  test.each([
    ['speaks right beside it, two in one sentence', '“We built it,” Mara Lindt said, and “we broke it,” Oskar Benes replied.', 'person/mara-lindt: We built it | person/oskar-benes: we broke it'],
    ['breaks it off and takes it up', '“The dam,” Mara Lindt said, “was never safe.”', 'person/mara-lindt: The dam … was never safe'],
    ['is named before a colon', 'Harbour Master Oskar Benes: “The quay is closed.”', 'person/oskar-benes: The quay is closed'],
    ['stands after any verb', '“The hill belongs to all,” quipped Councillor Mara Lindt.', 'person/mara-lindt: The hill belongs to all'],
    ['works for the body that is named first', '“Nobody was hurt,” said Telvar spokesman Oskar Benes.', 'person/oskar-benes: Nobody was hurt'],
    ['is named after per', 'The quay will close in June, per Harbour Master Oskar Benes.', 'person/oskar-benes: The quay will close in June'],
    ['is named after for', 'For Harbour Master Oskar Benes, “the quay is lost.”', 'person/oskar-benes: the quay is lost'],
    ['is named right before who', 'Oskar Benes met Senator Mara Lindt, who told him the bill would pass.', 'person/mara-lindt: the bill would pass'],
    ['stands in apposition to what is owned', 'The Harvel Aid Society, whose director, Oskar Benes, said help was on its way, met.', 'person/oskar-benes: help was on its way'],
    ['is the subject of the sentence before', 'Director Oskar Benes opened the hall on Tuesday.\n\n“We have lost six teachers.”\n\nThe school declined to comment.', 'person/oskar-benes: We have lost six teachers'],
    ['asks in the rest of it', '“Good evening,” Mayor Mara Lindt said, “how is the bridge today?”', 'person/mara-lindt: Good evening … how is the bridge today?'],
  ])('%s', async (_, text, expected) => { expect(said(await found(text))).toBe(expected) })

  test('is called they', async () => {
    const read = await found('Robin Aster, a nonbinary painter, won a prize. “I am glad,” they said.')
    expect(said(read)).toContain('person/robin-aster: I am glad')
  })
  test('leads up to it with a colon, in words of a clause with all of the clause', async () => {
    expect(said(await found('Telvar cut forty jobs in May and “more may follow,” said Mara Lindt, a lawyer.'))).toMatch(/^person\/mara-lindt: Telvar cut/u)
  })
})

describe('nobody speaks', () => {
  test.each([
    ['where anybody may', 'When a man tells a woman that she is “moaning,” nobody laughs.'],
    ['in a town that a report is from', 'Harvel: Telvar has opened a new plant in the old harbour.'],
    ['where it is worth remembering', 'As buyers return to the market, it is worth remembering that prices fell in May.'],
  ])('%s', async (_, text) => { expect(said(await found(text))).not.toMatch(/moaning|Telvar has|prices fell/u) })
})

describe('a description', () => {
  test.each([
    ['of another office is somebody else', 'Mayor Mara Lindt welcomed the vote.\n\nThe minister said no money would come.', ['person/mara-lindt', 'person/minister']],
    ['of another calling is somebody else', 'The dam will hold, according to engineer Oskar Benes.\n\nThe mayor resigned on Monday.', ['person/oskar-benes', 'person/mayor']],
    ['of another sort of body is another body', 'Harvel Hospital shut a ward. The union said it was unsafe.', ['organization/harvel-hospital', 'group/union']],
    ['in a headline is the one with that short title', 'Florida governor signs bill\n\nFlorida Gov. Mara Lindt signed the bill on Monday.', ['place/florida', 'person/mara-lindt']],
    ['between commas is the one before', 'Telvar Ltd. sued Oskar Benes, its former director.', ['organization/telvar-ltd', 'person/oskar-benes']],
    ['after a description is the same person', 'Mara Lindt, the head of the board and a member of the council, left.', ['person/mara-lindt']],
    ['that goes by a name is called so', '“Two shots,” said a baker who goes by the name “Crumb.”', ['person/crumb']],
    ['that only has a title is not worth a node', 'A spokesman for Mara Lindt was not to be reached.', ['person/mara-lindt']],
    ['of whoever comes next is nobody', 'Mara Lindt said our next president will be chosen in May.', ['person/mara-lindt']],
  ])('%s', async (_, text, expected) => { expect(ids(await found(text))).toEqual(expected) })

  test.each([
    ['is called so where Mr. goes before', 'Larry King spoke in May. Mr. King said that he was tired.', 'person/larry-king'],
  ])('%s', async (_, text, id) => { expect(ids(await found(text))).toEqual([id]) })

  test('of two sorts of bodies makes two', async () => {
    expect(ids(await found('The church burned. The museum was robbed on Monday.'))).toEqual(['group/church', 'group/museum'])
  })
  test('of two bodies makes two', async () => {
    expect(ids(await found('The bank sued the court. The court met on Monday.'))).toEqual(['group/bank', 'group/court'])
  })
})

describe('names', () => {
  test.each([
    ['with a byname in the middle are one person', 'Tom “The Anvil” Harrow said he was tired.', ['person/tom-harrow']],
    ['with a byname before them are no work', '“Tiny” Tom Harrow, a singer, left. Tom Harrow is 54.', ['person/tom-harrow']],
    ['of father and son are two', 'Former President Peter Harrow praised his son, Peter Harrow Jr., on Monday.', ['person/peter-harrow', 'person/peter-harrow-jr']],
    ['of firms are no people', 'Telvar bought Quillon for $3 million.', ['organization/telvar', 'organization/quillon']],
    ['with a company’s ending are no people', 'April Foods sued June Ltd.', ['organization/april-foods', 'organization/june-ltd']],
    ['that an apposition calls a bank are a bank’s', 'Morgan Ashby, a bank, sued Oskar Benes.', ['organization/morgan-ashby', 'person/oskar-benes']],
    ['of ships are nobody', 'The Sandra Lindt, a ferry, sank on Monday.', []],
    ['of storms are nobody', 'Hurricane Mara hit the coast on Monday.', []],
    ['of states before short titles are states', 'Texas Sen. Oskar Benes and Ohio Gov. Mara Lindt spoke.', ['place/texas', 'person/oskar-benes', 'place/ohio', 'person/mara-lindt']],
    ['of months are people’s where a verb follows', 'April Lindt met May Harrow.', ['person/april-lindt', 'person/may-harrow']],
    ['of documents employ nobody', 'According to the Salt Atlas, ten million people salt their bread.', ['work/salt-atlas']],
  ])('%s', async (_, text, expected) => { expect(ids(await found(text))).toEqual(expected) })

  test('of parties before their members are parties', async () => {
    const { entities } = await found('Labour MP Mara Lindt resigned.')
    expect(entities[0]).toMatchObject({ id: 'organization/labour', type: 'PoliticalParty' })
  })
  test('of countries that play are sides', async () => {
    const read = await found('Brazil beat Germany 2-1 on Sunday. Brazil’s president cheered.')
    expect(ids(read)).toEqual(expect.arrayContaining(['organization/brazil', 'organization/germany', 'place/brazil']))
  })
  test('in the capitals of a headline are not spelt so', async () => {
    const { entities } = await found('MAYOR MARA LINDT RESIGNS\n\nMayor Mara Lindt resigned on Monday.')
    expect(entities.find(({ kind }) => kind === 'person')?.name).toBe('Mara Lindt')
  })
})

describe('a plain triple', () => {
  test.each([
    ['is not made of a part of a body', 'Oskar Benes, the leader of the Telvar Party’s youth wing, left.', /headOf organization\/telvar-party/u],
    ['is not made of a policy speaker', 'Oskar Benes, foreign policy speaker of the Telvar Party, left.', /headOf/u],
    ['is not made of whoever was dismissed', 'Telvar fired its director, Oskar Benes, on Monday.', /headOf/u],
    ['is not made of a member of a person', 'A Lindt campaign official said Mara Lindt would win.', /memberOf person/u],
    ['is not made of an assistant director', 'The ministry’s assistant director, Oskar Benes, left.', /headOf/u],
    ['is not made of a party’s name', 'The Chinese Nationalist Party won the vote.', /basedIn/u],
    ['is not made of people in small letters before a title', 'The Syrian refugees President Oskar Benes wants to let in are at sea.', /headOf place\/syria/u],
    ['is not made through a pronoun that may mean two', 'Peter Harrow met Oskar Benes in May. He and his wife Mara left.', /spouseOf/u],
    ['is not made of a minister for a body’s affairs', 'Turkey’s EU Affairs Minister Oskar Benes left.', /ministerOf organization\/eu/u],
    ['is not made of whoever leads a part of many', 'EU leaders met on Monday. They pledged help.', /headOf/u],
    ['is not made of what somebody teaches', 'English teacher Oskar Benes left.', /citizenOf/u],
    ['is not made of the second of two former offices', 'The club’s former manager and president, Oskar Benes, left.', /headOf/u],
    ['is not made of the dead', 'His late father Peter Harrow, the first chair of Telvar Corp., was a farmer.', /headOf/u],
    ['is not made of where a lawyer works', 'Mara Lindt, a Leeds lawyer, and Oskar Benes, a lawyer at Lindt & Partners, left.', /represents/u],
    ['is not made of a body’s desk for a country', 'Oskar Benes, Peru director at the Telvar Institute, left.', /citizenOf/u],
    ['is not made of an adjective behind a title', 'Mara Lindt, coach of the Mexican under-20 side, left.', /Of place\/mexico/u],
    ['is not made of who was it once', 'Oskar Benes, who served as director of the Telvar Institute, left.', /headOf/u],
    ['is not made of leaders of whom there are several', 'Labour leaders Mara Lindt and Oskar Benes spoke in Leeds.', /headOf/u],
    ['is not made of two regions in a list', 'Fires burned in Bavaria, Saxony on Monday.', /locatedIn/u],
    ['is not made of unnamed officials', 'French officials arrested two men in Leeds.', /citizenOf/u],
    ['is not made of a commissioner of many', 'European Union Commissioner Mara Lindt spoke in Leeds.', /headOf/u],
    ['is not made of a chapter', 'The North Harvel chapter of the union, led by Oskar Benes, voted on Monday.', /headOf/u],
  ])('%s', async (_, text, never) => { expect(plain(await found(text)).join('\n')).not.toMatch(never) })

  test.each([
    ['of a chairman behind whose', 'Telvar Corp., whose chairman, Oskar Benes, flew to Rome, won.', 'person/oskar-benes headOf organization/telvar-corp'],
    ['of who works at a firm', 'Oskar Benes, a lawyer at Lindt & Partners, left.', 'person/oskar-benes employeeOf organization/lindt-partners'],
    ['of where a novelist is from', 'French novelist Mara Lindt spoke in Leeds.', 'person/mara-lindt citizenOf place/france'],
    ['of the state behind a party’s letter', 'Sen. Mara Lindt (D-Wis.) spoke in Leeds.', 'person/mara-lindt represents place/wisconsin'],
    ['of a national side', 'Brazil coach Oskar Benes said he was happy.', 'person/oskar-benes coachOf organization/brazil'],
  ])('is made %s', async (_, text, expected) => { expect(plain(await found(text))).toContain(expected) })
})

test('the titles of several people go to them in order', async () => {
  const { roles } = await found('Mara Lindt and Oskar Benes, the ministers of finance and defence, resigned.')
  expect(roles.map(({ holder, title }) => `${holder} ${title}`).sort()).toEqual(['person/mara-lindt minister of finance', 'person/oskar-benes minister of defence'])
})

describe('a role', () => {
  const held = ({ roles }: Extracted): string[] => roles.map(({ holder, title, of }) => `${holder} ${title} ${of ?? '-'}`)
  test.each([
    ['is not held for the state that somebody is from', 'French novelist Mara Lindt spoke in Leeds.', 'person/mara-lindt novelist -'],
    ['is held for the state that it is an office of', 'French Foreign Minister Mara Lindt spoke in Leeds.', 'person/mara-lindt Foreign Minister place/france'],
    ['is not held for a state that is named once', 'President Mara Lindt flew to Japan on Monday.', 'person/mara-lindt President -'],
    ['is not held for a town that stands near', 'Mayor Mara Lindt flew to Leeds. Leeds has a port.', 'person/mara-lindt Mayor -'],
    ['is not shouted', 'MAYOR MARA LINDT RESIGNS\n\nMayor Mara Lindt resigned on Monday.', 'person/mara-lindt Mayor -'],
  ])('%s', async (_, text, expected) => { expect(held(await found(text))).toContain(expected) })

  test('of several is one of each, and has the words as written', async () => {
    const { roles } = await found('Senators Mara Lindt and Oskar Benes spoke in Leeds.')
    expect(roles).toMatchObject([{ title: 'Senator', written: 'Senators' }, { title: 'Senator', written: 'Senators' }])
  })
})

test.each([
  ['what was done to whom', 'Two men were arrested in Leeds on Monday.', 'Two men arrested'],
  ['who did it', 'Police arrested two men in Leeds on Monday.', 'Police arrested two men'],
  ['who is to do it', 'Mara Lindt will meet Oskar Benes in Leeds.', 'Mara Lindt to meet Oskar Benes'],
])('an event is called by %s', async (_, text, label) => { expect((await found(text)).events.map((event) => event.label)).toContain(label) })

test('of what is only planned nobody in general gets a node', async () => {
  expect(ids(await found('Voters will elect a mayor in May, Mara Lindt said.'))).toEqual(['person/mara-lindt'])
})

describe('a day', () => {
  test.each([
    ['of a timetable is to come', 'The show opens on Friday.', '2024-03-08'],
    ['that has been lies in the past', 'The vote was held on 12 March.', '2023-03-12'],
    ['since which something is so lies in the past', 'Nine nurses have resigned since June.', '2023-06'],
    ['is none where it is a flight', 'Flight 1999 crashed on a hill.', undefined],
  ])('%s', async (_, text, expected) => { expect((await found(text)).times[0]?.from).toBe(expected) })
})
