import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import type { Analyser, Analysis, Reading } from '../../src/model.js'

const TEXT = 'Sofia mayor resigns 😀\n\nSOFIA — “I’m leaving,” Mayor Ana Petrova told Radio Vitosha on Tuesday. “Nobody asked me to.\n\nHer deputy, Ivan Kolev, did not comment.'
const reading: Reading = {
  id: 'x', source: 'x', text: TEXT, textSha256: '', authors: [], language: 'en', notes: [],
  blocks: [{ start: 0, end: 22, kind: 'headline' }, { start: 32, end: 116, kind: 'paragraph' }, { start: 118, end: TEXT.length, kind: 'paragraph' }],
}

describe('the analyser', () => {
  let analyse: Analyser
  let analysis: Analysis
  beforeAll(async () => {
    analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() })
    analysis = await analyse(reading)
  }, 60_000)

  it('gives words with their exact places, and none from outside the blocks', () => {
    for (const token of analysis.tokens) expect(TEXT.slice(token.start, token.end)).toBe(token.text)
    expect(analysis.tokens.some((token) => token.text === 'SOFIA')).toBe(false)
  })

  it('gives every sentence one root and a tree within it', () => {
    analysis.sentences.forEach((sentence, number) => {
      const tokens = analysis.tokens.slice(sentence.start, sentence.end)
      expect(tokens.filter((token) => token.head < 0)).toHaveLength(1)
      for (const token of tokens) {
        expect(token.sentence).toBe(number)
        if (token.head >= 0) expect(token.head >= sentence.start && token.head < sentence.end).toBe(true)
      }
    })
  })

  it('lets no sentence run over the border of a block', () => {
    for (const sentence of analysis.sentences) {
      const block = reading.blocks[sentence.block]!
      expect(analysis.tokens[sentence.start]!.start).toBeGreaterThanOrEqual(block.start)
      expect(analysis.tokens[sentence.end - 1]!.end).toBeLessThanOrEqual(block.end)
    }
  })

  it('keeps mentions in order and names apart from each other', () => {
    const names = analysis.mentions.filter((mention) => mention.form === 'name')
    names.slice(1).forEach((mention, i) => expect(mention.start).toBeGreaterThanOrEqual(names[i]!.end))
    analysis.mentions.slice(1).forEach((mention, i) => expect(mention.start).toBeGreaterThanOrEqual(analysis.mentions[i]!.start))
    for (const { start, end, head, confidence } of analysis.mentions) {
      expect(head >= start && head < end).toBe(true)
      expect(confidence > 0 && confidence <= 1).toBe(true)
    }
  })

  it('gives the same bytes again, and in other company', async () => {
    const again = await (await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }))(reading)
    expect(JSON.stringify(again)).toBe(JSON.stringify(analysis))
    const [first] = await Promise.all([analyse(reading), analyse({ ...reading, blocks: reading.blocks.slice(1) })])
    expect(JSON.stringify(first)).toBe(JSON.stringify(analysis))
  })

  it('has nothing to say about an empty article', async () => {
    const empty = await analyse({ ...reading, text: '', blocks: [] })
    expect(empty).toMatchObject({ tokens: [], sentences: [], mentions: [], attributions: [], triggers: [] })
  })

  it('names the model by its hash', () => {
    const { sha256 } = JSON.parse(readFileSync(new URL('../../model/model.json', import.meta.url), 'utf8')) as { sha256: Record<string, string> }
    expect(Object.values(sha256).some((hash) => analysis.model.endsWith(hash))).toBe(true)
  })

  it('reads a sentence of more than 200 words in parts, each one tree', async () => {
    const text = `He said ${'and he went home '.repeat(120)}.`
    const long = await analyse({ ...reading, text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] })
    expect(long.sentences).toHaveLength(3)
    expect(long.tokens.filter((token) => token.head < 0)).toHaveLength(3)
  })

  it('says what to do when the native engine is not there', async () => {
    await expect(createAnalyser({ engine: 'native', loader: loadFromDisk() })).rejects.toMatchObject({ code: 'model', advice: expect.stringContaining('onnxruntime-node') as string })
  })
})
