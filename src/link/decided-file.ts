/** People's decisions about links from a file. In: its path. Out: what they decided, see decided.ts: "Paris" is the town in Texas. */
import { readFileSync } from 'node:fs'
import { Problem } from '../problem.js'
import { type Decided, parseDecided } from './decided.js'

/** @throws Problem `input` when it is missing or no such table */
export function readDecided(path: string): Decided {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem('input', `The decisions ${path} cannot be read`, 'Check the name given with --decisions.', { cause })
  }
  return parseDecided(text, path)
}
