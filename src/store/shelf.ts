/**
 * Holds the articles of a batch until all were read, since only then is it known which names mean the same.
 *
 *   in:  article graphs, in any number
 *   out: the same again, by number
 *
 * The first few hundred stay in memory; the rest go to a temporary file, so that ten thousand articles need no more
 * memory than a few hundred.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleGraph } from '../model.js'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { readAll, writeAll } from './bytes.js'

const IN_MEMORY = 256

export interface Shelf {
  put(article: ArticleGraph): void
  /** @param index number of the `put` call, from 0 */
  get(index: number): ArticleGraph
}

export function openShelf(inMemory = IN_MEMORY): Shelf {
  const near: ArticleGraph[] = []
  let far: Shelf | undefined
  return {
    put: (article) => {
      if (near.length < inMemory) near.push(article)
      else (far ??= openFile()).put(article)
    },
    get: (index) => {
      const article = near[index] ?? far?.get(index - near.length)
      if (!article) throw new RangeError(`There is no article ${index} on the shelf.`)
      return article
    },
  }
}

/** One JSON text after the other in a file without a name: it is gone when the process ends, however that ends. */
function openFile(): Shelf {
  const path = join(tmpdir(), `newsgraph-${process.pid}-${randomUUID().slice(0, 8)}.jsonl`)
  /** Where each text ends. */
  const ends: number[] = []
  const file = attempt(path, () => openSync(path, 'wx+', 0o600))
  try {
    rmSync(path)
  } catch {
    // Where an open file keeps its name, it goes when the process does.
    onLeaving(() => {
      closeSync(file)
      rmSync(path, { force: true })
    })
  }
  return {
    put: (article) => {
      const bytes = Buffer.from(JSON.stringify(article))
      const start = ends.at(-1) ?? 0
      attempt(path, () => writeAll(file, bytes, start))
      ends.push(start + bytes.length)
    },
    get: (index) => {
      const start = ends[index - 1] ?? 0
      const bytes = Buffer.alloc((ends[index] ?? start) - start)
      attempt(path, () => readAll(file, bytes, start), 'read')
      return JSON.parse(bytes.toString()) as ArticleGraph
    },
  }
}

function attempt<T>(path: string, act: () => T, what = 'written'): T {
  try {
    return act()
  } catch (cause) {
    throw new Problem('output', `The temporary file ${path} cannot be ${what}`, 'Free some space, or set TMPDIR to a folder that has more.', { cause })
  }
}
