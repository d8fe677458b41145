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
import type { ArticleGraph, Extracted } from './model.js'
import { resolveOptions } from './options.js'
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

export interface Newsgraph {
  /** What the article says, as plain data. */
  understand(text: string, options?: ArticleOptions): Promise<Extracted[]>
  /** What the article says, as RDF. */
  toTurtle(text: string, options?: ArticleOptions): Promise<string>
}

/** Loads the language model, about 26 MB. @param model address of the folder in which it lies, with a slash at its end */
export async function openNewsgraph(model: string): Promise<Newsgraph> {
  const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromWeb(model) })
  const understand = async (text: string, { format, ...options }: ArticleOptions = {}): Promise<Extracted[]> => {
    const readings = await read({ bytes: new TextEncoder().encode(text), source: '-', ...(format && { hint: format }) }, options)
    const articles: Extracted[] = []
    for (const reading of readings) articles.push(await stages.extract(reading, analyse))
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
