import type { Resolved, RoleHolding } from '../model.js'

export function roles(_resolved: Resolved): RoleHolding[] {
  return []
}
