/**
 * What stands in the lines that one filter writes and the next one reads: JSON from elsewhere, checked as far as the work needs it.
 *
 *   in:  '{"article": {"id": "76f4…", …}, "entities": […], …}'
 *   out: the record, or a Problem: "Line 3 is not valid JSON"
 *
 * A line that could not be worked on has in its place '{"problem": {"code": "input", "message": "Line 3 is not …"}, "line": 3}'.
 * Filters hand such lines on as they are. What is deep inside a record is trusted: it is made by a filter of the same version.
 */
import { Problem } from '../problem.js'
import type { Line } from './lines.js'

export type Fields = Readonly<Record<string, unknown>>

/** How much of a line is quoted where it could not be worked on: a number says little where many files are read at once. */
const QUOTED = 120

/** @throws Problem `input` */
export function fieldsIn(line: Line): Fields {
  const value = jsonIn(line)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new Problem('input', `Line ${line.number} is no JSON object`, 'Give one object in braces a line.')
}

/** @throws Problem `input` */
export function jsonIn({ text, number, problem }: Line): unknown {
  if (problem) throw problem
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('input', `Line ${number} is not valid JSON`, 'Give one JSON object a line, in UTF-8.', { cause })
  }
}

/** The fields as the record that they are, if all of the lists and objects are there that make it one. @throws Problem `input` */
export function asRecord<T>(fields: unknown, what: string, parts: readonly (keyof T & string)[], number: number): T {
  const isOne = typeof fields === 'object' && fields !== null && parts.every((part) => (fields as Fields)[part] !== undefined && (fields as Fields)[part] !== null)
  if (isOne) return fields as T
  throw new Problem('input', `Line ${number} holds no ${what}`, `It must have the fields ${parts.join(', ')}: give what the filter before has written.`)
}

export function isTrouble(fields: Fields): boolean {
  return typeof fields.problem === 'object' && fields.problem !== null
}

/** What stands in the place of a line that could not be worked on. */
export function troubleOf({ code, message, advice }: Problem, { number, text }: Line): string {
  return jsonLine({ problem: { code, message, advice }, line: number, starts: text.slice(0, QUOTED) })
}

export function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** A Problem as it is; anything else is a fault of newsgraph, made a Problem that names the line. Only what concerns one line comes back. */
export function problemOf(cause: unknown, { number }: Line): Problem {
  if (cause instanceof Problem && cause.code === 'input') return cause
  if (cause instanceof Problem) throw cause
  const what = cause instanceof Error ? cause.message : String(cause)
  return new Problem('input', `Line ${number} made newsgraph stumble (${what})`, 'Please report it with the line.', { cause })
}
