/**
 * A store that follows the catalogue.
 *
 *   in:  the catalogue's revision after a round, and the one that the store was brought to last
 *   out: the store is brought to it, if they differ; one that does not answer is told, and asked again after the next round
 */
import { Problem } from '../problem.js'
import { saved, type RoundParts, type Tally } from './parts.js'

export interface Store {
  /** Its address, under which is remembered what it has. */
  readonly to: string
  /** Makes it equal the catalogue. @throws Problem when it does not answer or refuses */
  push(): Promise<void>
}

export async function bring({ to, push }: Store, revision: number, parts: RoundParts, tally: Tally): Promise<void> {
  const { state, tell } = parts
  // An empty catalogue is nothing to push.
  if (revision === 0 || state.pushed.get(to) === revision) return
  try {
    await push()
    state.pushed.set(to, revision)
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code === 'usage') throw problem
    tell({ kind: 'problem', problem, tally })
  }
  await saved(parts, tally)
}
