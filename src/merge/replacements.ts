/**
 * Which id leads to which.
 * In: "`person/j-biden` is `person/joe-biden` now", and that one of them is its own again. Out: for every id that was replaced the one
 * that is left, however often that was replaced in turn.
 */
import type { Decided, State } from './state.js'

export function replacements({ same }: Decided): Pick<State, 'replaced' | 'steps' | 'replace' | 'restore' | 'release'> {
  const replaced = new Map<string, string>()
  /** The ids that were replaced by an id, and not by way of another. */
  const leading = new Map<string, Set<string>>()
  const steps = new Map<string, string>()
  const lead = (id: string, to: string): void => {
    replaced.set(id, to)
    for (const other of leading.get(id) ?? []) lead(other, to)
  }
  const release = (id: string): void => {
    leading.get(steps.get(id) ?? '')?.delete(id)
    steps.delete(id)
    replaced.delete(id)
    for (const other of leading.get(id) ?? []) lead(other, id)
  }
  return {
    replaced, steps, release,
    replace: (from, to) => {
      release(from)
      steps.set(from, to)
      const led = leading.get(to)
      if (led) led.add(from)
      else leading.set(to, new Set([from]))
      lead(from, replaced.get(to) ?? to)
    },
    restore: (id) => {
      release(id)
      for (const other of same.get(id) ?? []) same.set(other, (same.get(other) ?? []).filter((one) => one !== id))
      same.delete(id)
    },
  }
}
