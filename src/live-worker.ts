/**
 * The browser's thread that reads articles: what somebody pastes becomes a graph, by the same model and the same rules as on the command line, and
 * nothing leaves the page. Bundled by Vite into a file of its own. In: the addresses of model and knowledge base, then texts. Out: how far it
 * has come, then the packed graph of all texts so far, or what is wrong.
 */
import { Parser } from 'n3'
import { type Newsgraph, openNewsgraph } from './browser.js'
import { Problem } from './problem.js'
import { toViewGraph } from './view/graph.js'
import { pack, type Packed } from './view/pack.js'

export type LiveMessage =
  { readonly model: string; readonly kb?: string } | { readonly text: string; readonly name: string; readonly date?: string }
export type LiveReply =
  | { readonly doing: 'model' | 'reading' | 'drawing' }
  | { readonly packed: Packed; readonly turtle: string }
  | { readonly problem: string }

/** The page's thread; TypeScript knows browsers' windows only. */
interface Port {
  postMessage(reply: LiveReply): void
  addEventListener(type: 'message', listen: (event: { readonly data: LiveMessage }) => void): void
}
const port = globalThis as unknown as Port
let opened: Promise<Newsgraph> | undefined
const graphs: string[] = []

port.addEventListener('message', ({ data }) => {
  const work = 'model' in data ? open(data) : read(data)
  work.catch((error: unknown) =>
    port.postMessage({
      problem: error instanceof Problem ? `${error.message} ${error.advice}` : error instanceof Error ? error.message : String(error),
    }),
  )
})

async function open({ model, kb }: { readonly model: string; readonly kb?: string }): Promise<void> {
  port.postMessage({ doing: 'model' })
  opened = openNewsgraph(model, kb === undefined ? {} : { kb })
  await opened
}

async function read({ text, name, date }: { readonly text: string; readonly name: string; readonly date?: string }): Promise<void> {
  if (opened === undefined) throw new Error('There is no model.')
  const newsgraph = await opened
  port.postMessage({ doing: 'reading' })
  const format =
    /\.html?$/iu.test(name) || /^\s*<(?:!doctype|html)/iu.test(text)
      ? ('html' as const)
      : /\.md$/iu.test(name)
        ? ('markdown' as const)
        : undefined
  const turtle = await newsgraph.toTurtle(text, { ...(format && { format }), ...(date && { date }) })
  graphs.push(turtle)
  port.postMessage({ doing: 'drawing' })
  const quads = graphs.flatMap((graph) => new Parser().parse(graph))
  port.postMessage({ packed: pack(toViewGraph(quads)), turtle })
}
