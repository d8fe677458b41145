/**
 * What a person or a program is told while articles go into a catalogue.
 * Out: on standard output at the end "12 added, 1 replaced, 40 unchanged; the graphs of 15 articles differ now", or with --json a line
 * for every article when the disk has it.
 */
import type { Additions, AddOptions } from '../catalogue/catalogue.js'
import { exitCodeOf } from '../problem.js'
import { PARTIAL } from './failure.js'
import { print } from './print.js'
import { showProgress } from './progress.js'

type Listeners = Required<Pick<AddOptions, 'onArticle' | 'onTaken'>>

/** @returns the exit code */
export async function takeIn(take: (listeners: Listeners) => Promise<Additions>, isJson = false): Promise<number> {
  const progress = showProgress()
  const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
  try {
    const listeners: Listeners = { onArticle: progress.onArticle, onTaken: (taken) => { if (isJson) tell(taken) } }
    const { added, replaced, unchanged, failures, changed } = await take(listeners)
    progress.end()
    if (isJson) tell({ added, replaced, unchanged, failed: failures.length, changed })
    else await print([`${added} added, ${replaced} replaced, ${unchanged} unchanged; the graphs of ${changed.length} articles differ now.\n`])
    if (failures.length === 0) return 0
    return added + replaced + unchanged === 0 ? exitCodeOf.input : PARTIAL
  } finally {
    progress.end()
  }
}
