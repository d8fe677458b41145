/**
 * Runs of the program over a catalogue, without the command line.
 * In: a folder, and what one run does. Out: what the graph says afterwards. Two namesakes to begin with: a mayor and a singer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { articlesOf } from '../../src/catalogue/articles.js'
import { openCatalogue } from '../../src/catalogue/reading.js'
import { openForWriting, type Writer } from '../../src/catalogue/writing.js'
import { DEFAULT_BASE } from '../../src/map/iri.js'
import { arrival } from './arrival.js'

export const mayor = (id: string) => arrival(id, [
  { name: 'Paul Young', title: 'mayor', of: 'Sund', says: 'The bridge stays open' }, { name: 'Sund', kind: 'place' }, { name: 'Ann Lee' }])
export const singer = (id: string) => arrival(id, [{ name: 'Paul Young', title: 'singer', says: 'This song is my last' }, { name: 'Kim Oh' }])

const makers = { newsgraph: '0.0.1', model: 'hand 1' }

/** Opens, does something, closes: one run of the program. */
export function run<Result>(folder: string, act: (writer: Writer) => Result): Result {
  const writer = openForWriting(folder, makers, DEFAULT_BASE)
  try {
    return act(writer)
  } finally {
    writer.close()
  }
}

/** Every article's entity ids, by article. */
export function idsIn(folder: string): Record<string, string[]> {
  return Object.fromEntries(graphsIn(folder).map(({ article, entities }) => [article.id, entities.map(({ id }) => id)]))
}

export function graphsIn(folder: string) {
  const catalogue = openCatalogue(folder)
  try {
    return [...articlesOf(catalogue)]
  } finally {
    catalogue.close()
  }
}

/** Folders that are gone when the tests are done. */
export function temporaryFolders(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'newsgraph-catalogue-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  let count = 0
  return () => join(root, String(count++))
}
