/**
 * A graph as exports read it, in two looks: first what things are called, then article by article what is said of them.
 * In: graph files, or a catalogue. Out: a Telling. However many articles there are, one is in memory, and the names of things.
 */
import type { GraphFile } from '../store/load.js'
import { lookThrough } from '../store/parts.js'
import { toldIn } from './claims.js'
import type { Telling, Told } from './model.js'
import { startThings } from './things.js'

export async function tellingOf(files: readonly GraphFile[]): Promise<Telling> {
  const { seen: things, parts } = await lookThrough(files, startThings)
  return {
    things: things.things,
    async *articles(): AsyncGenerator<Told> {
      // Two files may hold the same article: it is told once.
      const seen = new Set<string>()
      for await (const part of parts())
        for (const told of toldIn(part, things)) {
          if (!seen.has(told.article.iri)) yield told
          seen.add(told.article.iri)
        }
    },
  }
}
