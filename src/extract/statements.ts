import type { NewsEvent, Resolved, Statement } from '../model.js'

export function statements(_resolved: Resolved): Statement[] {
  return []
}

export function placeOccasions(
  _resolved: Resolved, statements: readonly Statement[], _events: readonly NewsEvent[],
): Statement[] {
  return [...statements]
}
