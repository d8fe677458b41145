/**
 * JSON-LD: a named graph per article, with a context of prefixes.
 * In: the quads of each article. Out: JSON in pieces; nothing but the current node is held in memory.
 */
import { JsonLdSerializer } from 'jsonld-streaming-serializer'
import type { Quad } from 'n3'
import type { Prefixes } from './prefixes.js'

export function jsonLd(prefixes: Prefixes) {
  const serializer = new JsonLdSerializer({ context: { ...prefixes }, space: ' ' })
  const read = (): string => String(serializer.read() ?? '')
  return {
    head: '',
    *article(quads: Iterable<Quad>): Generator<string> {
      for (const quad of quads) {
        serializer.write(quad)
        yield read()
      }
    },
    *tail(): Generator<string> {
      serializer.end()
      yield read()
    },
  }
}
