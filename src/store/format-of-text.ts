/**
 * Which form of RDF it is, where no ending tells.
 * In: how a text begins – "@prefix schema: <https://schema.org/> .". Out: the form. What is not clear is taken for Turtle,
 * whose reader says what is wrong.
 */
import type { Format } from './write.js'

/** So many characters are looked at: prefixes and the first article. */
export const START = 256 * 1024

export function formatOfStart(start: string): Format {
  const text = start.replace(/^(?:\s|#[^\n]*(?:\n|$))+/u, '')
  if (/^\{|^\[\s*(?:\{|\]\s*$)/u.test(text)) return 'json-ld'
  const line = LINE.exec(text)
  if (line) return line[1] ? 'n-quads' : 'n-triples'
  return hasBraces(text) ? 'trig' : 'turtle'
}

/** A triple of full terms on a line of its own; with its graph, where it has one. */
const LINE = /^(?:<[^<>\s]*>|_:\S+)[ \t]+<[^<>\s]*>[ \t]+(?:<[^<>\s]*>|_:\S+|"(?:[^"\\\n]|\\.)*"(?:@[\w-]+|\^\^<[^<>\s]*>)?)[ \t]*(<[^<>\s]*>[ \t]*|_:\S+[ \t]+)?\.[ \t]*\r?(?:\n|$)/u

/** Only TriG has braces, outside of strings, IRIs and comments. */
function hasBraces(text: string): boolean {
  const bare = text.replace(/"""(?:[^"\\]|\\[^]|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\[^]|'(?!''))*(?:'''|$)|"(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*(?:'|$)|<[^<>\s]*>|#[^\n]*/gu, ' ')
  return bare.includes('{')
}
