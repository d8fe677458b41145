/** Score tables for tests, from what they should say. */
import type { Scores } from '../../src/analyse/engine.js'
import type { Token } from '../../src/model.js'

/** A table in which each row's given column is much the highest. */
export function tableOf(columns: readonly number[], width: number, sure = 5): Scores {
  const data = new Float32Array(columns.length * width)
  columns.forEach((column, row) => { data[row * width + column] = sure })
  return { data, dims: [columns.length, width] }
}

/** Rows given number by number. */
export function table(rows: readonly (readonly number[])[]): Scores {
  return { data: Float32Array.from(rows.flat()), dims: [rows.length, rows[0]?.length ?? 0] }
}

/** Tokens from "form/UPOS/head/deprel" words; heads count from 1, 0 is the root. */
export function tokensOf(...sentences: string[]): Token[] {
  const tokens: Token[] = []
  let at = 0
  sentences.forEach((sentence, number) => {
    const offset = tokens.length
    for (const word of sentence.split(' ')) {
      const [text = '', upos = 'X', head = '0', deprel = 'dep'] = word.split('/')
      tokens.push({
        text, lemma: text.toLowerCase(), upos, xpos: '', head: Number(head) === 0 ? -1 : offset + Number(head) - 1,
        deprel, sentence: number, start: at, end: at + text.length,
      })
      at += text.length + 1
    }
  })
  return tokens
}
