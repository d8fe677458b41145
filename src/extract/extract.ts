/**
 * Resolved in, the same with its claims out; only this file knows the order of the extractors.
 *
 * "Lavrov said that talks had failed": the statement is found before the event "talks", so that what is merely said
 * is never asserted.
 */
import type { Extracted, Resolved } from '../model.js'
import { calibrated } from './calibration.js'
import { events } from './events.js'
import { onlyNeeded } from './needed.js'
import { isOnlyNationality, withoutOf } from './nationalities.js'
import { relations } from './relations.js'
import { roles } from './roles.js'
import { placeOccasions, statements } from './statements.js'

export function extract(resolved: Resolved): Extracted {
  const held = roles(resolved)
  const said = statements(resolved)
  const happened = events(resolved, said)
  return calibrated(onlyNeeded({
    ...resolved,
    roles: held.map((role) => isOnlyNationality(resolved, role) ? withoutOf(role) : role),
    statements: placeOccasions(resolved, said, happened),
    events: happened,
    relations: relations(resolved, held, said),
  }))
}
