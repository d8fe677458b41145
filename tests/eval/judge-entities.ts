/**
 * Named entities beside annotated names. Right is one of which a name stands where the annotation has one of its kind:
 * "[Le Monde]" an outlet, not a place. What the corpus leaves without a kind is not judged.
 */
import type { Entity, EntityKind, Resolved, Span } from '../../src/model.js'
import type { Judged } from './judged.js'
import { isMostly } from './judge-relations.js'

export interface NamedSpan extends Span { readonly kind?: EntityKind | 'other' }

/** @param kinds those that the corpus annotates everywhere */
export function judgeEntities({ text }: Resolved, names: readonly NamedSpan[], entities: readonly Entity[], kinds: ReadonlySet<EntityKind>): Judged[] {
  return entities.filter(({ isUnnamed, kind }) => !isUnnamed && kinds.has(kind)).flatMap((entity) => {
    const there = names.filter((name) => entity.evidence.some((span) => isMostly(name, span)))
    if (there.length > 0 && there.every(({ kind }) => kind === undefined)) return []
    // An outlet is an organisation too.
    const isRight = there.some(({ kind }) => kind === entity.kind || (entity.kind === 'organization' && kind === 'outlet'))
    const at = entity.evidence[0]
    return [{ rule: entity.kind, raw: entity.confidence, isRight, says: `${entity.kind} ${entity.name}: ${text.slice(at.start, at.end)}`, ...(isRight && { gold: entity.id }) }]
  })
}
