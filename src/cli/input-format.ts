/**
 * `--input-format`, which every command has that takes graphs or articles: standard input, `-`, has no ending that tells its format.
 *
 *   $ curl -s https://example.org/news.nq | newsgraph verify - --input-format n-quads
 */
import { Option } from '@commander-js/extra-typings'
import { FORMATS as ARTICLE_FORMATS } from '../read/formats.js'

const FORMATS = ['turtle', 'trig', 'n-triples', 'n-quads', 'json-ld'] as const

/** What the argument of a graph is, for --help. */
export const GRAPHS = 'graphs: Turtle, TriG, N-Triples, N-Quads or JSON-LD; - is standard input, or a catalogue'

export function inputFormat() {
  return new Option('--input-format <format>', 'format of standard input, and of files whose ending tells none').choices(FORMATS)
}

export function articleFormat() {
  return new Option('--input-format <format>', 'form of the articles, in place of what their names and texts tell').choices(ARTICLE_FORMATS)
}
