/**
 * Where articles go: a catalogue, through two small doors, so that nothing in this folder knows how one is kept.
 *
 *   in:  the page of an article as it was fetched, and what the feed said about it
 *   out: whether it was added, replaced an older version, or changed nothing
 */
import type { Hints } from '../read/read.js'

/** The page of an article. */
export interface Page {
  /** Where it was found. */
  readonly at: string
  readonly bytes: Uint8Array
  readonly charset?: string
  readonly hints: Hints
}

export type Outcome = 'added' | 'replaced' | 'unchanged'

export interface Sink {
  /** For one round; nobody else writes meanwhile. @throws Problem 'output' when somebody else does */
  open(): Promise<Session>
}

export interface Session {
  /** Is an article of this address there? */
  has(url: string): boolean
  /** Kept when the disk has it. @throws Problem 'input' for a page that is no article, 'output' when it cannot be kept */
  add(page: Page): Promise<Outcome>
  /** Grows with every change of the catalogue, whoever made it. */
  readonly revision: number
  /** When all that was given is kept. */
  close(): Promise<void>
}
