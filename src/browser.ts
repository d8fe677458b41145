/**
 * newsgraph in a web page: an article in, its graph out, and nothing leaves the page. `import … from 'newsgraph/browser'`
 *
 *   const newsgraph = await openNewsgraph('https://example.org/model/')
 *   const turtle = await newsgraph.toTurtle('MOSCOW, July 6 (Reuters) — Foreign Minister Sergey Lavrov said …')
 *
 * The bytes are those that the command writes. The folder model/ of the package has to be served somewhere.
 */
import { createAnalyser } from './analyse/analyse.js'
import { loadFromWeb } from './analyse/model-web.js'
import { build, stages } from './build.js'
import { graphQuads } from './map/quads.js'
import { openBaseFromWeb } from './link/kb-web.js'
import { linkerOf } from './link/link.js'
import type { ArticleGraph, Linked, Linker } from './model.js'
import { resolveOptions } from './options.js'
import { Problem } from './problem.js'
import { type Format, type ReadOptions, read } from './read/read.js'
import { serialise } from './store/write.js'
import { version } from './version.js'

export type * from './model.js'
export { Problem } from './problem.js'

/** What the page knows about the text. */
export interface ArticleOptions extends ReadOptions {
  /** Default: found out from the text. */
  readonly format?: Format
}

/** newsgraph, ready in a page: what `openNewsgraph` gives. */
export interface Newsgraph {
  /** What the article says, as plain data. */
  understand(text: string, options?: ArticleOptions): Promise<Linked[]>
  /** What the article says, as RDF. */
  toTurtle(text: string, options?: ArticleOptions): Promise<string>
}

/** What a page may set. */
export interface PageOptions {
  /** Address of a knowledge base, of which only what is asked for is fetched: the package's kb/newsgraph.kb. Default: none, there are no links. */
  readonly kb?: string
}

/** Loads the language model, about 26 MB. @param model address of the folder in which it lies, with a slash at its end */
export async function openNewsgraph(model: string, { kb }: PageOptions = {}): Promise<Newsgraph> {
  const link = await linkerFrom(kb)
  const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromWeb(model) })
  const understand = async (text: string, { format, ...options }: ArticleOptions = {}): Promise<Linked[]> => {
    const readings = await read({ bytes: new TextEncoder().encode(text), source: '-', ...(format && { hint: format }) }, options)
    const articles: Linked[] = []
    for (const reading of readings) articles.push(await stages.link(reading, analyse, link))
    return articles
  }
  return {
    understand,
    toTurtle: async (text, options) => {
      const { base, minConfidence } = resolveOptions()
      const kept: ArticleGraph[] = []
      const articles = await build(await understand(text, options), minConfidence, { put: (article) => kept.push(article), get: (at) => kept[at] as ArticleGraph })
      return [...serialise(graphQuads(articles, { base, version }), { base })].join('')
    },
  }
}

async function linkerFrom(kb: string | undefined): Promise<Linker> {
  if (kb === undefined) return async (article) => ({ ...article, links: {} })
  const { name, link } = linkerOf({ bases: [await openBaseFromWeb(kb)] })
  return async (article) => {
    try {
      return { ...article, links: await link(article), knowledgeBase: name }
    } catch (cause) {
      // What is damaged further back shows when it is asked for; the article is read all the same.
      if (!(cause instanceof Problem)) throw cause
      return { ...article, links: {}, notes: [...article.notes, { code: 'no-links', message: cause.message }] }
    }
  }
}
