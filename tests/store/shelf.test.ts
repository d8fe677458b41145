import { expect, it } from 'vitest'
import type { ArticleGraph } from '../../src/model.js'
import { openShelf } from '../../src/store/shelf.js'

function article(number: number): ArticleGraph {
  return {
    article: { id: String(number), source: '-', text: `“Nº ${number}” 🗞️`, textSha256: '', authors: [], language: 'en', notes: [] },
    entities: [], roles: [], statements: [], events: [], relations: [], model: 'none',
  }
}

it('gives back what was put, whether it lies in memory or on disk', () => {
  const shelf = openShelf(3)
  const articles = Array.from({ length: 10 }, (_, number) => article(number))
  for (const one of articles) shelf.put(one)
  expect([9, 0, 4, 3, 2].map((number) => shelf.get(number))).toEqual([9, 0, 4, 3, 2].map(article))
})

it('knows no article that was never put', () => {
  expect(() => openShelf().get(0)).toThrow(RangeError)
})
