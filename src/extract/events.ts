import type { NewsEvent, Resolved, Statement } from '../model.js'

export function events(_resolved: Resolved, _statements: readonly Statement[]): NewsEvent[] {
  return []
}
