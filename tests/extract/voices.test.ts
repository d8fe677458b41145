/** Whose words are whose, as the model reads sentences: each kind in several wordings. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { stages } from '../../src/build.js'
import type { Analyser } from '../../src/model.js'
import { read } from '../../src/read/read.js'

let analyse: Analyser

beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 120_000)

/** "Okoro: all the words", a line each. */
async function said(text: string): Promise<string[]> {
  const [reading] = await read({ bytes: new TextEncoder().encode(text), source: 'a.txt' }, { date: '2031-03-12', language: 'en' })
  const article = await stages.extract(reading!, analyse)
  const nameOf = (id: string) => article.entities.find((each) => each.id === id)?.name ?? id
  return article.statements.map(({ speakers, content }) => `${speakers.map(nameOf).join(' and ')}: ${content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')}`)
}

const kinds: Readonly<Record<string, readonly (readonly [text: string, ...statements: string[]])[]>> = {
  'a second cue in a sentence has words of its own': [
    ['“The road is open,” Police Chief Marta Lund said, adding that two lanes would close again at night.', 'Marta Lund: The road is open', 'Marta Lund: two lanes would close again at night'],
    ['Finance Minister Olga Reyes said the budget was balanced and warned that taxes could rise next year.', 'Olga Reyes: the budget was balanced', 'Olga Reyes: taxes could rise next year'],
    ['Union leader Petra Holm called the offer “an insult” and told workers to stay at home.', 'Petra Holm: the offer “an insult”', 'Petra Holm: workers to stay at home'],
  ],
  'what follows a colon is said by whom the words before it name': [
    ['Asked whether she would run again, Senator Ida Blum: “Wait and see.”', 'Ida Blum: Wait and see'],
    ['Jonas Weber was blunt: “We were lazy.”', 'Jonas Weber: We were lazy'],
    ['The message from Mayor Lee Park was clear: “Stay off the bridge.”', 'Lee Park: Stay off the bridge'],
    ['Senator Ida Blum arrived late. Her response: “I had better things to do.”', 'Ida Blum: I had better things to do'],
    ['The sign was clear: “Keep out of the water.”'],
  ],
  'a quotation that is interrupted is one': [
    ['“I never,” shouted Jonas Weber, “touched that money.”', 'Jonas Weber: I never … touched that money'],
    ['“If the dam breaks,” engineer Lucy Marsh warned on Tuesday, “the whole valley will flood.”', 'Lucy Marsh: If the dam breaks … the whole valley will flood'],
    ['“They told us,” Clara Stein recalled, her voice breaking, “that nobody had survived.”', 'Clara Stein: They told us … that nobody had survived'],
  ],
  'a preposition gives words to somebody': [
    ['Per police spokesman Ivan Kroll, the driver was sober.', 'Ivan Kroll: the driver was sober'],
    ['In the words of Mayor Lee Park, “the city is broke.”', 'Lee Park: the city is broke'],
    ['To Petra Holm, “this is a betrayal.”', 'Petra Holm: this is a betrayal'],
    ['Per court papers, Weber owed two banks.'],
  ],
  '“they” stands for several, or for one of whom nothing else is said': [
    ['The two drivers stopped. “We saw nothing,” they said.', 'two drivers: We saw nothing'],
    ['Clara Stein and Jonas Weber embraced. “It is over,” they said.', 'Clara Stein and Jonas Weber: It is over'],
    ['Novelist Kai Lindqvist, who uses they/them pronouns, moved to Oslo. “Oslo is quiet,” they told reporters.', 'Kai Lindqvist: Oslo is quiet'],
  ],
  'words within words are another’s': [
    ['“My father told me, ‘Never sell the farm,’” Jonas Weber said.', 'Jonas Weber: My father told me, ‘Never sell the farm,’', 'My father: Never sell the farm'],
    ['“The judge looked at us and said: ‘You are free to go,’” recalled Clara Stein.', 'Clara Stein: The judge looked at us and said: ‘You are free to go,’', 'judge: You are free to go'],
    ['“When we met, she promised, ‘I will sign it,’ and she did,” Senator Ida Blum said of Governor Nora Finch.', 'Ida Blum: When we met, she promised, ‘I will sign it,’ and she did', 'Nora Finch: I will sign it'],
  ],
  'a quotation without a cue is said by whom the sentence before is about': [
    ['Clara Stein walked to the window. “They are not coming back.”', 'Clara Stein: They are not coming back'],
    ['Joan Hartley shook her head. “Never again.”', 'Joan Hartley: Never again'],
    ['Clara Stein and Jonas Weber embraced. “It is over.”'],
  ],
  'what the reporter adds was not said': [
    ['Olga Reyes said the budget was balanced, a claim that nobody believes.', 'Olga Reyes: the budget was balanced'],
    ['Norvex said the plant would close in May, leaving 300 workers without a job.', 'Norvex: the plant would close in May'],
    ['Dan Hale said the team was tired but refused to answer questions.', 'Dan Hale: the team was tired'],
  ],
  'a name under a quotation is whose it is': [
    ['The bridge is shut.\n\n“We had no choice at all.”\n\n— Elena Brandt', 'Elena Brandt: We had no choice at all'],
  ],
  'an attack on a plan is made in words': [
    ['Opposition leader Ida Blum attacked the budget on Monday.', 'Ida Blum: the budget'],
  ],
}

describe.each(Object.entries(kinds))('%s', (_, sentences) => {
  test.each(sentences)('%s', async (text, ...wanted) => { expect(await said(text)).toEqual(wanted) }, 60_000)
})
