/**
 * Turtle and TriG, read piece by piece.
 * In: text in pieces, cut anywhere. Out: after each piece the quads that it completed. n3 does the reading.
 */
import { Parser, type Quad } from 'n3'
import type { QuadReader } from './load.js'

export function turtleReader(mediaType: string): QuadReader {
  let onData: (text: string) => void = () => undefined, onEnd: () => void = () => undefined
  const source = {
    on: (event: string, act: (text: string) => void) => {
      if (event === 'data') onData = act
      if (event === 'end') onEnd = () => act('')
    },
  }
  let quads: Quad[] = [], failure: Error | null = null
  // n3 asks nothing of a stream but these two events; its types want all of Node's.
  new Parser({ format: mediaType }).parse(source as unknown as Parameters<Parser['parse']>[0] & string, (error: Error | null, quad: Quad | null) => {
    if (quad) quads.push(quad)
    else failure ??= error
  })
  const taken = (): Quad[] => {
    if (failure) throw failure
    const done = quads
    quads = []
    return done
  }
  return {
    read: (text) => {
      onData(text)
      return taken()
    },
    end: () => {
      onEnd()
      return taken()
    },
  }
}
