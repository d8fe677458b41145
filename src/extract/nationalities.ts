/**
 * "German author Anna Kovacs": the adjective says where she is from, not for whom she writes. A role goes in; whether the state that
 * it would be held for is only that comes out. "German Foreign Minister" is minister of Germany. That she is German stays a relation.
 * Not handled: professions that a state may employ as well ("Russian agent").
 */
import type { Resolved, RoleHolding } from '../model.js'
import { isNationalityOnly } from './relation-titles.js'

export function isOnlyNationality({ entities, references, tokens }: Resolved, { of, isOfInferred, title, evidence }: RoleHolding): boolean {
  if (of === undefined || isOfInferred || !isNationalityOnly(title) || !entities.some(({ id, type }) => id === of && type === 'Country')) return false
  const there = references.filter((each) => each.entity === of && evidence.some(({ start, end }) => tokens[each.start]!.start >= start && tokens[each.end - 1]!.end <= end))
  return there.length > 0 && there.every((each) => each.form === 'adjective' || /^(?:US|U\.S\.|UK|U\.K\.)$/u.test(tokens[each.start]!.text) && !/^['’]s?$/u.test(tokens[each.end]?.text ?? ''))
}

export function withoutOf({ of: _of, isOfInferred: _isInferred, ...role }: RoleHolding): RoleHolding { return role }
