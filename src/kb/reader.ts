/**
 * What reads a source: something that is given its lines one after the other.
 * In: the bytes of a line. Out: what it says: "Q142	place	France…" → `Q142 row {"label":"France"…}`.
 * A source that was read in part before is read again from its first line, but only what must be: what it said up to there is known.
 */
import type { Statement } from './statements.js'

export interface Reader {
  readonly read: (line: Buffer) => readonly Statement[]
  /** Whether a line must be read even where what it says is known: column names, the form of what follows. */
  readonly isHead?: (line: Buffer) => boolean
  /** Between two things, not in the middle of one. */
  readonly isBetween?: () => boolean
  /** After the last line: what is left to say. @throws Problem `input` where the file was not what it should be */
  readonly end?: () => readonly Statement[]
  /** Lines that could not be read. */
  readonly broken?: () => number
}
