import { describe, expect, test } from 'vitest'
import { quotations } from '../../src/extract/quotes.js'

/** Quotations of a text whose paragraphs are its lines. */
function found(text: string): { words: string; kind: string; depth: number; isContinued: boolean }[] {
  const blocks = [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({ kind: 'paragraph' as const, start: index, end: index + line.length }))
  return quotations({ text, blocks }).map(({ start, end, kind, depth, isContinued }) => ({ words: text.slice(start, end), kind, depth, isContinued }))
}

const words = (text: string): string[] => found(text).map((each) => each.words)

describe('quotation marks', () => {
  test.each([
    ['curly', '“We will win,” the captain said.'],
    ['straight', '"We will win," the captain said.'],
    ['opened curly and closed straight', '“We will win," the captain said.'],
    ['closed by an opening mark', '“We will win,“ the captain said.'],
    ['reversed', '”We will win,“ the captain said.'],
    ['doubled single marks', "''We will win,'' the captain said."],
    ['guillemets', '«We will win,» the captain said.'],
    ['single', "'We will win,' the captain said."],
    ['closed by two single marks', '“We will win,’’ the captain said.'],
    ['never closed, then a cue', '“We will win, the captain said.'],
  ])('are paired when they are %s', (_, text) => {
    expect(words(text)).toEqual(['We will win,'])
  })

  test('hold a sentence whose opening mark was forgotten', () => {
    expect(words('“Not at all,” he said. Who would trust them now?“ he went on.')).toEqual(['Not at all,', 'Who would trust them now?'])
  })

  test('run over paragraphs that open again', () => {
    expect(found('“It was dark.\n“Then came the flood,” she said.')).toEqual([
      { words: 'It was dark.', kind: 'speech', depth: 0, isContinued: false },
      { words: 'Then came the flood,', kind: 'speech', depth: 0, isContinued: true },
    ])
  })

  test('nest', () => {
    expect(found('“He called it ‘a gift’ and left,” she said.').map(({ words: each, depth }) => [each, depth])).toEqual([
      ['He called it ‘a gift’ and left,', 0], ['a gift', 1],
    ])
  })

  test('are told from apostrophes', () => {
    expect(words("The workers' union said it wasn't the '90s. Don't ask O'Brien's sons.")).toEqual([])
    expect(words('The dogs’ owner left; rock ’n’ roll stayed.')).toEqual([])
  })

  test('keep apostrophes inside', () => {
    expect(words("“It’s the workers’ day,” he said. 'I can't complain,' she said.")).toEqual(['It’s the workers’ day,', "I can't complain,"])
  })
})

describe('what stands between them', () => {
  test.each([
    ['speech', 'She said, “We saw nothing of the kind.”'],
    ['speech', '“Never!” she said.'],
    ['words', 'He called it “an act of folly” again.'],
    ['words', 'The so-called “peace plan” failed.'],
    ['title', 'It was shown in a film titled ‘The Long Winter.’'],
    ['title', 'They use the “Safe Harbour Alert” app.'],
  ])('is %s in: %s', (kind, text) => {
    expect(found(text).map((each) => each.kind)).toEqual([kind])
  })
})
