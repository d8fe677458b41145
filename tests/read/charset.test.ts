import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/model.js'
import { bytesOf, readOne } from './reading.js'

const WORDS = 'The mayor of Café-sur-Mer, José Núñez, said: “We can’t wait – the bridge is closed.” Engineer Zoë Müller agreed with him on Tuesday.'
const MAC: Readonly<Record<string, number>> = { 'é': 0x8e, 'ú': 0x9c, 'ñ': 0x96, 'ë': 0x91, 'ü': 0x9f, '“': 0xd2, '”': 0xd3, '’': 0xd5, '–': 0xd0 }
const WINDOWS: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 }
const encoded = (text: string, table: Readonly<Record<string, number>>): Uint8Array => Uint8Array.from([...text], (char) => table[char] ?? char.charCodeAt(0))
const joined = (...parts: readonly (string | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? bytesOf(part) : part)]))
const codes = (reading: Reading): string[] => reading.notes.map(({ code }) => code).filter((code) => code.startsWith('charset'))
const page = (charset: string): string => `<html lang="en"><head><meta charset="${charset}"><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>${WORDS}</p></article></body></html>`

describe('a text that is mostly UTF-8', () => {
  test('stays UTF-8 with one broken byte, and a note of it', async () => {
    const reading = await readOne(joined(WORDS, ' It was sa', [0xff], 'fe.'))
    expect(reading.text).toBe(`${WORDS} It was sa\ufffdfe.`)
    expect(codes(reading)).toEqual(['charset-broken', 'charset-lost'])
  })

  test('keeps the marks of windows-1252 that were pasted into it', async () => {
    const reading = await readOne(joined(WORDS, ' ', [0x93], 'No', [0x94], ' is no answer', [0x85]))
    expect(reading.text).toBe(`${WORDS} “No” is no answer…`)
    expect(codes(reading)).toEqual(['charset-broken'])
  })

  test('and was cut off within a character', async () => {
    const reading = await readOne(joined('The mayor said on Tuesday that the old bridge was closed for caf', [0xc3]))
    expect(reading.text).toMatch(/for caf\ufffd$/)
    expect(codes(reading)).toEqual(['charset-broken', 'charset-lost'])
  })
})

describe('a text that is not UTF-8', () => {
  test.each([['windows-1252', WINDOWS], ['Mac Roman', MAC]])('and does not say so is read as %s, with a note', async (name, table) => {
    const reading = await readOne(encoded(WORDS, table))
    expect(reading.text).toBe(WORDS)
    expect(reading.notes).toContainEqual({ code: 'charset-guessed', message: `The file does not say in which charset it is; it was read as ${name}.` })
  })

  test.each([['windows-1252', WINDOWS], ['Mac Roman', MAC]])('but says so is read as %s, with a note', async (name, table) => {
    const reading = await readOne(encoded(page('utf-8'), table), 'page.html')
    expect(reading.text).toBe(WORDS)
    expect(reading.notes).toContainEqual({ code: 'charset-guessed', message: `The file is said to be utf-8 and is not; it was read as ${name}.` })
  })

  test('and says what it is needs no note', async () => {
    expect(codes(await readOne(encoded(page('windows-1252'), WINDOWS), 'page.html'))).toEqual([])
  })
})

describe('a text that was encoded twice', () => {
  test('is set right, with a note', async () => {
    const twice = new TextDecoder('latin1').decode(bytesOf(WORDS)).replace(/[\u0080-\u009f]/g, (char) => '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'[char.charCodeAt(0) - 0x80] ?? char)
    const reading = await readOne(twice)
    expect(reading.text).toBe(WORDS)
    expect(codes(reading)).toEqual(['charset-mended'])
  })

  test.each(['The song “IRMÃ” won the prize in Lisbon on Tuesday, and the singer was glad of it.', WORDS, 'Âge and Ãge are no words, said the mayor of the town on Tuesday in a letter to us.'])('is not “%s”', async (text) => {
    const reading = await readOne(text)
    expect(reading.text).toBe(text)
    expect(codes(reading)).toEqual([])
  })
})
