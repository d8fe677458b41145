/**
 * JSON-LD, read node by node.
 * In: text in pieces, cut anywhere. Out: quads. A file of the form that newsgraph writes – a context of prefixes, then a list
 * "@graph" of named graphs and nodes – is cut into the members of that list, so that one named graph is in memory at a time:
 *   { "@id": "graph:76f4…", "@graph": [ { "@id": "person:sergey-lavrov", "@type": ["schema:Person"], … } ] }
 * Any other JSON-LD goes to oxigraph, which wants it whole: up to 64 MB of it.
 */
import { Parser, type Quad } from 'n3'
import type { QuadReader } from './load.js'
import { plainNodes } from './json-ld-nodes.js'

const LARGEST = 64 * 1024 * 1024
const HEAD = /^\s*\{\s*"@context"\s*:\s*(\{[^{}]*\})\s*,\s*"@graph"\s*:\s*\[/u

export function jsonLdReader(): QuadReader {
  let text = '', context: string | undefined, read: ((member: string) => Quad[] | undefined) | undefined
  const members = memberCutter()

  async function quadsOf(member: string): Promise<Quad[]> {
    return read?.(member) ?? withOxigraph(`{"@context":${context ?? '{}'},"@graph":[${member}]}`)
  }

  async function allOf(found: readonly string[]): Promise<Quad[]> {
    const quads: Quad[] = []
    for (const member of found) for (const quad of await quadsOf(member)) quads.push(quad)
    return quads
  }

  return {
    async read(piece) {
      if (read) return allOf(members.cut(piece))
      text += piece
      const head = HEAD.exec(text.slice(0, 20_000))
      if (!head) {
        if (text.length > LARGEST) throw new Error('it has another form than newsgraph writes and is larger than 64 MB; make N-Quads of it first')
        return []
      }
      context = head[1] ?? '{}'
      read = plainNodes(JSON.parse(context) as Record<string, unknown>)
      const rest = text.slice(head[0].length)
      text = ''
      return allOf(members.cut(rest))
    },
    async end() {
      if (!read) return withOxigraph(text)
      if (!members.isComplete()) throw new Error('it ends too early')
      return []
    },
  }
}

/** n3 reads no JSON-LD; oxigraph does, and gives N-Quads back. */
async function withOxigraph(document: string): Promise<Quad[]> {
  const { Store } = await import('oxigraph')
  const store = new Store()
  store.load(document, { format: 'application/ld+json' })
  return new Parser({ format: 'application/n-quads' }).parse(store.dump({ format: 'application/n-quads' }))
}

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [34, 44, 91, 92, 93, 123, 125]

/** Cuts a list at the commas between its members: counts brackets, passes over strings. */
function memberCutter(): { cut: (piece: string) => string[]; isComplete: () => boolean } {
  let member = '', depth = 0, isString = false, isEscape = false, isOver = false
  return {
    isComplete: () => isOver,
    cut(piece) {
      const members: string[] = []
      let from = 0
      const take = (to: number): void => {
        member += piece.slice(from, to)
        if (member.trim() !== '') members.push(member)
        member = ''
        from = to + 1
      }
      for (let at = 0; at < piece.length && !isOver; at += 1) {
        const code = piece.charCodeAt(at)
        if (isString) {
          if (isEscape) isEscape = false
          else if (code === BACKSLASH) isEscape = true
          else if (code === QUOTE) isString = false
        } else if (code === QUOTE) isString = true
        else if (code === OPEN || code === OPEN_LIST) depth += 1
        else if (code === CLOSE || (code === CLOSE_LIST && depth > 0)) depth -= 1
        else if (code === COMMA && depth === 0) take(at)
        else if (code === CLOSE_LIST) {
          take(at)
          isOver = true
        }
      }
      if (!isOver) member += piece.slice(from)
      return members
    },
  }
}
