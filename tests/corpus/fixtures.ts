/**
 * The invented corpus: sixty sentences and six articles with what must be in their graphs and what must not.
 * In: the model's analyser. Out: by topic how many lines there are and which do not hold.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stages } from '../../src/build.js'
import type { Analyser } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { expectationsIn, type Fixture, fixturesIn, isMet } from './expectations.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const HELD = at('held.json')

/** The day on which all of it is read: a Wednesday. */
const DATE = '2031-03-12'

export const sentences: readonly Fixture[] = fixturesIn(readFileSync(at('sentences.txt'), 'utf8'))

export const articles: readonly Fixture[] = readdirSync(at('articles')).sort().map((file) => {
  const [text = '', lines = ''] = readFileSync(at(`articles/${file}`), 'utf8').split('\n----\n')
  return { topic: `article on ${file.replace('.txt', '')}`, text, expectations: expectationsIn(lines.split('\n')) }
})

export const topics = [...new Set([...sentences, ...articles].map(({ topic }) => topic))]

/** Of a topic, how many lines hold of what must be there, and of what must not, and how many lines there are. */
export interface Held { readonly must: number; readonly mustNot: number; readonly lines: number }

export const heldBefore = (): Readonly<Record<string, Held>> => JSON.parse(readFileSync(HELD, 'utf8')) as Record<string, Held>

export async function heldNow(topic: string, analyse: Analyser): Promise<Held & { readonly failing: readonly string[] }> {
  const failing: string[] = []
  const hold = { must: 0, mustNot: 0, lines: 0 }
  for (const { text, expectations } of [...sentences, ...articles].filter((each) => each.topic === topic)) {
    const [reading] = await read({ bytes: new TextEncoder().encode(text), source: 'invented.txt' }, { date: DATE, language: 'en' })
    const article = await stages.extract(reading!, analyse)
    for (const each of expectations) {
      hold.lines++
      if (isMet(each, article)) hold[each.isWanted ? 'must' : 'mustNot']++
      else failing.push(`${each.line}   [${text.slice(0, 60).replace(/\s+/g, ' ')}…]`)
    }
  }
  return { ...hold, failing }
}
