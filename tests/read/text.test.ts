import { describe, expect, test } from 'vitest'
import { blocksIn, readOne, sliceOf } from './reading.js'

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'
const NEXT = 'She told reporters that the money for it had been found and that the work is to begin in May.'

describe('the date of plain text', () => {
  test('is read from a leading date, which is no part of the first block', async () => {
    const reading = await readOne(` date 2022-07-07 ${LEAD}\n\n${NEXT}`)
    expect(reading).toMatchObject({ date: '2022-07-07', dateFrom: 'text', text: ` date 2022-07-07 ${LEAD}\n\n${NEXT}` })
    expect(blocksIn(reading)).toEqual([`paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
  })

  test('may be a month', async () => {
    expect(await readOne(` date 2022-07 ${LEAD}`)).toMatchObject({ date: '2022-07', dateFrom: 'text' })
  })

  test.each([
    ['July 7, 2022', '2022-07-07'], ['Thursday, 7 July 2022', '2022-07-07'], ['Published: 2022-07-07', '2022-07-07'],
    ['Updated on Sept. 3, 2021 at 10:30 am', '2021-09-03'],
  ])('is read from the line %j', async (line, date) => {
    const reading = await readOne(`Bridge to close for the winter\n${line}\n\n${LEAD}\n\n${NEXT}`)
    expect(reading).toMatchObject({ date, dateFrom: 'text', headline: { name: 'Bridge to close for the winter' } })
    expect(blocksIn(reading)).toEqual(['headline: Bridge to close for the winter', `paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
  })

  test('of the caller goes before all others', async () => {
    expect(await readOne(` date 2022-07-07 ${LEAD}`, 'a.txt', { date: '2020-01-01' })).toMatchObject({ date: '2020-01-01', dateFrom: 'option' })
  })

  test('that does not exist is none', async () => {
    const reading = await readOne(` date 2022-02-31 ${LEAD}`)
    expect(reading.date).toBeUndefined()
    expect(reading.notes.map(({ code }) => code)).toEqual(['no-date'])
  })

  test('is read from the name of the file when the text gives none', async () => {
    expect(await readOne(LEAD, 'daily_2016-09-17_bridge.txt')).toMatchObject({ date: '2016-09-17', dateFrom: 'file' })
  })
})

describe('a dateline', () => {
  test.each([
    ['BRIGHTWATER, July 6 (Reuters) — ', 'Brightwater', 'Reuters'],
    ['LONDON (AP) - ', 'London', 'AP'],
    ['NEW DELHI: ', 'New Delhi', undefined],
    ['KYIV, Ukraine — ', 'Kyiv', undefined],
    ['Vienna, 6 July (APA) – ', 'Vienna', 'APA'],
    ['BEIJING, Feb. 3 (Xinhua) -- ', 'Beijing', 'Xinhua'],
    ['TOKYO, July 6, 2022 /PRNewswire/ -- ', 'Tokyo', 'PRNewswire'],
    ['RIO DE JANEIRO — ', 'Rio De Janeiro', undefined],
    ['WASHINGTON, D.C. (AP) — ', 'Washington', 'AP'],
    ["ST. JOHN'S — ", "St. John's", undefined],
    ['(Reuters) - ', undefined, 'Reuters'],
    ['SYDNEY and KUALA LUMPUR, Jul 26 2022 (IPS) - ', 'Sydney', 'IPS'],
    ['ALGIERS- ', 'Algiers', undefined],
    ['CAIRO – 26 July 2022: ', 'Cairo', undefined],
    ['New York (November 25, 2021): ', 'New York', undefined],
    ['Nairobi — ', 'Nairobi', undefined],
    ['WASHINGTON (RNS) ', 'Washington', 'RNS'],
    ['LOUISVILLE, KY--(Marketwire - December 23, 2010) - ', 'Louisville', 'Marketwire'],
  ])('%j gives place and agency', async (dateline, place, agency) => {
    const reading = await readOne(`${dateline}${LEAD}\n\n${NEXT}`)
    expect(reading.datelinePlace?.name).toBe(place)
    expect(reading.publisher?.name).toBe(agency)
    expect(blocksIn(reading)[0]).toBe(`paragraph: ${LEAD}`)
    expect(sliceOf(reading, reading.datelinePlace?.span)?.toLowerCase()).toBe(place?.toLowerCase())
    expect(sliceOf(reading, reading.publisher?.span)).toBe(agency)
  })

  test('of a well-known city may lack its dash', async () => {
    const reading = await readOne(`LONDON Britain said that it was ready.\n\n${LEAD}`)
    expect(reading.datelinePlace?.name).toBe('London')
    expect(blocksIn(reading)[0]).toBe('paragraph: Britain said that it was ready.')
    expect((await readOne(`LONDON Bridge was closed on Monday.\n\n${LEAD}`)).datelinePlace).toBeUndefined()
  })

  test('may name the outlet, which is no place', async () => {
    const own = await readOne(JSON.stringify({ text: `ECHO - ${LEAD}\n\n${NEXT}`, publisher: 'Echo' }), 'a.json')
    expect(own.datelinePlace).toBeUndefined()
    expect(blocksIn(own)[0]).toBe(`paragraph: ${LEAD}`)
    expect(await readOne(`ECHO NEWS - ${LEAD}\n\n${NEXT}`)).not.toHaveProperty('datelinePlace')
  })

  test('takes its year from the text if it speaks of one year only', async () => {
    expect(await readOne(`OSLO, July 6 (NTB) — ${LEAD} It was built in 2019.`)).toMatchObject({ date: '2019-07-06', dateFrom: 'dateline' })
    expect(await readOne(`OSLO, July 6 (NTB) — ${LEAD} It was built in 2019, not 1998.`)).not.toHaveProperty('date')
    expect(await readOne(`OSLO, July 6, 2022 (NTB) — ${LEAD}`)).toMatchObject({ date: '2022-07-06' })
  })

  test.each(['NATO — the alliance — said on Monday that it was ready for that.', 'Macron said: “This is the end of it, and of that.”', 'BREAKING: The mayor has resigned and will not be back.', 'I — The King, as they say — was there with him on that day.'])(
    'is not seen in %j', async (sentence) => {
      const reading = await readOne(`${sentence} ${LEAD}`)
      expect(reading.datelinePlace).toBeUndefined()
      expect(reading.blocks[0]?.start).toBe(0)
    },
  )
})

describe('a headline', () => {
  test('is a first line without full stop', async () => {
    const reading = await readOne(`Bridge to close — report\n${LEAD}\n${NEXT}`)
    expect(reading.headline).toEqual({ name: 'Bridge to close — report', span: { start: 0, end: 24 } })
  })

  test('may end in a full stop when the lead tells it again', async () => {
    const reading = await readOne(`Mayor closes old Brightwater bridge.\n\n${LEAD}\n\n${NEXT}`)
    expect(reading.headline?.name).toBe('Mayor closes old Brightwater bridge.')
  })

  test('may end in a full stop in title case or before a dateline', async () => {
    expect((await readOne(`Donors Flocked to the Wrong Side.\n\n${LEAD}`)).headline?.name).toBe('Donors Flocked to the Wrong Side.')
    expect((await readOne(`Rain stops play.\n\nOSLO (AP) — ${LEAD}`)).headline?.name).toBe('Rain stops play.')
  })

  test('is not a short first sentence that is followed by something else', async () => {
    const reading = await readOne(`Nobody was hurt when it fell.\n\n${LEAD}\n\n${NEXT}`)
    expect(reading.headline).toBeUndefined()
  })

  test('within the article is a block of its own', async () => {
    const reading = await readOne(`${LEAD} ${LEAD}\n\nMayor slams 'years of neglect'\n\n${NEXT}`)
    expect(blocksIn(reading)[1]).toBe("headline: Mayor slams 'years of neglect'")
    expect(reading.headline).toBeUndefined()
  })

  test('is not a short quotation within the article', async () => {
    const reading = await readOne(`${LEAD}\n\n“We never knew”\n\n${NEXT}`)
    expect(blocksIn(reading)[1]).toBe('paragraph: “We never knew”')
  })
})

describe('what stands after the last sentence', () => {
  test.each([
    ' mg/ng (dpa, AP, Reuters)', '\n\nmg/ng (AFP)', ' Each evening, the Echo’s editors send out a selection of the day’s news. You can sign up to receive it here.', '\n\nThe case\n\nRead the rest of the story here.',
    '\n\nThis story has been updated.\n\nFollow Jane Doe on Twitter @jane', ' jd/ap (AP)\n\nSubscribe to our newsletter',
  ])('%j is in no block, but in the text', async (closing) => {
    const text = `${LEAD}\n\n${NEXT}${closing}`
    const reading = await readOne(text)
    expect(reading.text).toBe(text)
    expect(blocksIn(reading)).toEqual([`paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
  })

  test('may name the authors', async () => {
    const reading = await readOne(`${LEAD}\n\n${NEXT} Author: Jane Doe, John Roe (AFP) Editor: Ann Poe`)
    expect(reading.authors.map(({ span }) => sliceOf(reading, span))).toEqual(['Jane Doe', 'John Roe'])
    expect(blocksIn(reading)[1]).toBe(`paragraph: ${NEXT}`)
  })

  test('is read when there is nothing else', async () => {
    expect(blocksIn(await readOne('Read more: the mayor of Brightwater closes the old bridge'))).toHaveLength(1)
  })
})

describe('authors', () => {
  test('are read from a byline, which is left out', async () => {
    const reading = await readOne(`Bridge to close\n\nBy Jane Q. Doe and Séan O’Roe, Staff Writers\n\n${LEAD}`)
    expect(reading.authors.map(({ name }) => name)).toEqual(['Jane Q. Doe', 'Séan O’Roe'])
    expect(reading.authors.map(({ span }) => sliceOf(reading, span))).toEqual(['Jane Q. Doe', 'Séan O’Roe'])
    expect(blocksIn(reading)).toEqual(['headline: Bridge to close', `paragraph: ${LEAD}`])
  })

  test('are read from the sign-off of an agency', async () => {
    const reading = await readOne(`${LEAD}\n\n${NEXT}\n\n(Reporting by Jane Doe in Oslo and John Roe; Editing by Ann Poe)`)
    expect(reading.authors.map(({ name }) => name)).toEqual(['Jane Doe', 'John Roe'])
    expect(reading.blocks).toHaveLength(2)
  })

  test('are read from a line that is nothing but a name', async () => {
    const reading = await readOne(`JANE DOE\n\n${LEAD}\n\n${NEXT}`)
    expect(reading).toMatchObject({ authors: [{ name: 'JANE DOE' }] })
    expect(reading.headline).toBeUndefined()
  })

  test('are not seen in a sentence that begins with By', async () => {
    const reading = await readOne(`By Friday Kyiv had no water.\n\n${LEAD}\n\n${NEXT}`)
    expect(reading.authors).toEqual([])
    expect(blocksIn(reading)[0]).toBe('paragraph: By Friday Kyiv had no water.')
  })
})

test('names before colons in a transcript are no datelines', async () => {
  const reading = await readOne(`ANN POE: ${LEAD}\n\nJOHN ROE: ${NEXT}`)
  expect(reading.datelinePlace).toBeUndefined()
})

test('labelled lines on top are metadata', async () => {
  const reading = await readOne(`Title: Bridge to close\nAuthor: Jane Doe\nDate: 7 July 2022\nSource: The Brightwater Echo\nURL: https://echo.example/bridge\n\n${LEAD}`)
  expect(reading).toMatchObject({ headline: { name: 'Bridge to close' }, date: '2022-07-07', authors: [{ name: 'Jane Doe' }], publisher: { name: 'The Brightwater Echo' }, url: 'https://echo.example/bridge' })
  expect(blocksIn(reading)).toEqual(['headline: Bridge to close', `paragraph: ${LEAD}`])
})

describe('paragraphs', () => {
  test('end at single line breaks, too', async () => {
    expect(blocksIn(await readOne(`${LEAD}\r\n${NEXT}\r\n`))).toEqual([`paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
  })

  test('go on over the line breaks of hard-wrapped text', async () => {
    const wrapped = `${LEAD} ${NEXT} ${LEAD}`.replace(/(.{1,60})(?: |$)/g, '$1\n')
    const reading = await readOne(`Bridge to close\n\n${wrapped}\n${wrapped}`)
    expect(reading.blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'paragraph'])
  })

  test('go on over the line breaks of wrapped paragraphs that follow each other without blank lines', async () => {
    const paragraph = 'The bridge of Brightwater was closed on Monday, and nobody knew when the French and\nSpanish engineers would be back.'
    expect((await readOne(`Bridge to close\n\n${paragraph}\n${paragraph}\n${paragraph}\n“We wait,” said the mayor.`)).blocks).toHaveLength(5)
  })

  test('go on over a line break in the middle of a sentence', async () => {
    expect((await readOne(`The mayor of Brightwater\nsaid on Tuesday that it was over and that she was glad of it.`)).blocks).toHaveLength(1)
  })
})

test('the text kept is the file without its byte order mark, and the id is the start of its hash', async () => {
  const reading = await readOne(`\uFEFF${LEAD}\n`)
  expect(reading.text).toBe(`${LEAD}\n`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reading.text)))
  expect(reading.textSha256).toBe(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  expect(reading.id).toBe(reading.textSha256.slice(0, 16))
})
