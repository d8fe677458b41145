import { beforeAll, describe, expect, it } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { stages } from '../../src/build.js'
import type { Analyser, Extracted } from '../../src/model.js'
import { read } from '../../src/read/read.js'

let analyse: Analyser
beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)

async function extracted(text: string): Promise<Extracted> {
  const [reading] = await read({ bytes: Buffer.from(text), source: '-', hint: 'text' }, { language: 'en', date: '2024-03-05' })
  return stages.extract(reading!, analyse)
}

const BLOG = '10:05\n\nMayor Irene Castell said that the old bridge of Brightwater would be closed for the winter.\n\n10.20am – Police chief Tom Kessler said on Monday that nobody was hurt. Officers arrested two men.\n\n1 pm\n\n“We had no choice,” Castell told reporters.\n\n2 pm\n\nThe council has approved the plan.'

describe('a live blog', () => {
  let article: Extracted
  beforeAll(async () => { article = await extracted(BLOG) }, 60_000)

  it('has statements of the time of their entry, unless they name a day', () => {
    const dates = article.statements.map(({ content, date }) => [article.text.slice(content[0].start, content[0].end).slice(0, 19), date])
    expect(dates).toEqual(expect.arrayContaining([['the old bridge of B', '2024-03-05T10:05'], ['nobody was hurt', '2024-03-04'], ['We had no choice', '2024-03-05T13:00']]))
  })

  it('has events of the day of their entry', () => {
    expect(article.events.find(({ type }) => type === 'arrest')?.startDate).toBe('2024-03-05')
  })
})

it('a report that is no live blog has no times but those it names', async () => {
  const article = await extracted('Mayor Irene Castell said that the old bridge of Brightwater would be closed for the winter. Officers arrested two men.')
  expect(article.statements.map(({ date }) => date)).toEqual([undefined])
}, 60_000)

it('who stands before a colon in a transcript says what follows, and is called as names are written', async () => {
  const article = await extracted('JANE DOE: Good evening. Is the old bridge closed for the whole of the winter?\n\nMAYOR IRENE CASTELL: It is. The steel is rusty and we had no choice.\n\nJANE DOE: How much does the work cost the city?\n\nMAYOR IRENE CASTELL: It costs nine million euros, and the state pays half of it.\n\nJANE DOE: Thank you very much for your time.')
  const said = article.statements.map(({ speakers, content }) => [article.entities.find(({ id }) => id === speakers[0])?.name, article.text.slice(content[0].start, content.at(-1)!.end).slice(0, 12)])
  expect(said).toEqual(expect.arrayContaining([['Irene Castell', 'It is. The s'], ['Irene Castell', 'It costs nin']]))
}, 60_000)
