/**
 * Roles of named people beside the annotation of `claims`. Right is what is right in all that it says: holder, title, of what, and
 * whether it is held no longer – "Foreign Minister [Sergey Lavrov]" of Russia, not of Belarus. What it does not say is no fault.
 */
import type { Resolved, RoleHolding } from '../../src/model.js'
import type { ClaimedArticle, ClaimedRole } from './claimed.js'
import { entitiesById, judged, type Judged } from './judged.js'
import { isCalled, wordsOf } from './same-names.js'

export function judgeRoles(resolved: Resolved, { roles: wanted }: ClaimedArticle, roles: readonly RoleHolding[]): Judged[] {
  const entity = entitiesById(resolved)
  const used = new Set<ClaimedRole>()
  return roles.filter(({ holder }) => entity.get(holder)?.kind === 'person' && !entity.get(holder)?.isUnnamed).map((role) => {
    const gold = wanted.find((each) => !used.has(each) && isCalled(entity.get(role.holder), each.holder) && isSameTitle(role.title, each.title))
    if (gold) used.add(gold)
    const isOf = role.of === undefined || (gold?.of !== undefined && isCalled(entity.get(role.of), gold.of))
    const isTime = role.isFormer === gold?.flags.includes('former') || /\b(former|ex)\b/i.test(gold?.title ?? '')
    const isHeld = gold !== undefined && !gold.flags.includes('denied')
    const says = `${entity.get(role.holder)?.name} – ${role.isFormer ? 'former ' : ''}${role.title} – ${entity.get(role.of ?? '')?.name ?? ''}`
    return judged(role, isHeld && isOf && isTime, says, gold && `${gold.holder} ${gold.title}`)
  })
}

function isSameTitle(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a).join(' '), wordsOf(b).join(' ')]
  return x === y || x.endsWith(y) || y.endsWith(x)
}
