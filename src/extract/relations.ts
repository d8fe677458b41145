import type { Relation, Resolved, RoleHolding, Statement } from '../model.js'

export function relations(
  _resolved: Resolved, _roles: readonly RoleHolding[], _statements: readonly Statement[],
): Relation[] {
  return []
}
