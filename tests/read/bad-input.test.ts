import { describe, expect, test } from 'vitest'
import { bytesOf, problemOf, readOne } from './reading.js'

const LEAD = 'The mayor of Café-sur-Mer said on Tuesday that the “old bridge” would be closed – for the whole of the winter.'

function latin(text: string): Uint8Array {
  const windows: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92 }
  return Uint8Array.from([...text], (char) => windows[char] ?? char.charCodeAt(0))
}

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < units.length; index += 1) view.setUint16(index * 2, units.charCodeAt(index), order === 'le')
  return bytes
}

describe('the charset', () => {
  test.each([
    ['UTF-8', bytesOf(LEAD)], ['UTF-8 with a mark', bytesOf(`\uFEFF${LEAD}`)], ['windows-1252', latin(LEAD)],
    ['UTF-16 little-endian', utf16(LEAD, 'le')], ['UTF-16 big-endian', utf16(LEAD, 'be')], ['UTF-16 without a mark', utf16(LEAD, 'le', false)],
  ])('%s is seen', async (_name, bytes) => {
    expect((await readOne(bytes)).text).toBe(LEAD)
  })

  test('declared as ISO-8859-1 is read as windows-1252, as browsers do', async () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${LEAD} ${LEAD} ${LEAD}</p></body></html>`
    expect((await readOne(latin(page), 'page.html')).text).toContain(LEAD)
    expect((await readOne(bytesOf(page), 'page.html')).text).toContain(LEAD)
    expect((await readOne(latin(LEAD), 'a.txt', { charset: 'latin1' })).text).toBe(LEAD)
  })
})

describe('a problem says what, where and what to do', () => {
  test.each([
    ['nothing', '', 'story.txt is empty'],
    ['blanks', ' \n\t\r\n ', 'story.txt is empty'],
    ['a PDF file', '%PDF-1.7 …', 'story.txt is a PDF file, not text. Turn it into text first'],
    ['a ZIP file', 'PK\u0003\u0004…', 'story.txt is a ZIP archive or an Office document, not text'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'story.txt is an image (PNG), not text'],
    ['other bytes', Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 251), 'story.txt is not text'],
    ['figures', '12 34 56\n\n78 90', 'No article text was found in story.txt'],
    ['French', 'Le président a dit mardi que le vieux pont de la ville serait fermé pendant tout l’hiver, et que les travaux commenceront au mois de mai prochain.', 'story.txt is not in English but, it seems, in French'],
    ['German', 'Die Bürgermeisterin sagte am Dienstag, dass die alte Brücke den ganzen Winter über geschlossen bleibt und die Arbeiten im Mai beginnen sollen.', 'in German. Give English articles, or --language en'],
    ['Russian', 'Мэр города заявил во вторник, что старый мост будет закрыт.', 'story.txt is not in English but, it seems, in Russian'],
  ])('for %s', async (_name, content, message) => {
    expect(await problemOf(content)).toContain(message)
  })

  test('for 20 MB of text, at once', async () => {
    const started = performance.now()
    expect(await problemOf(`${LEAD}\n`.repeat(180_000))).toMatch(/^story\.txt is too long for one article: 19,\d{3},\d{3} characters, the limit is 1,000,000\. Split it/)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('for an article of 20 MB within JSON', async () => {
    const started = performance.now()
    expect(await problemOf(JSON.stringify([{ text: LEAD }, { text: `${LEAD}\n`.repeat(180_000) }]), 'a.json')).toMatch(/^a\.json, article 2 is too long for one article/)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

test('a text too short to tell its language is read with a note', async () => {
  const reading = await readOne('Putin, Lavrov, Zakharova: Moskva, Kyiv')
  expect(reading.notes.map(({ code }) => code)).toContain('language-unsure')
})

test('the language can be given, and is not doubted then', async () => {
  expect(await readOne('Le président a dit mardi que le vieux pont de la ville serait fermé pendant tout l’hiver.', 'a.txt', { language: 'en' })).toMatchObject({ language: 'en' })
})

test('unbalanced and mixed quotation marks are kept as they are', async () => {
  const text = '“We say what we think," he added. "It was the mayor’s idea, and ‘nobody said no to that.'
  expect((await readOne(text)).text).toBe(text)
})
