/**
 * Named entities beside annotated names. Right is one of which a name stands where the annotation has one of its kind:
 * "[Angela Merkel]" a person, not a place. What the corpus leaves without a kind is not judged. Outlets and works stand in `claims`.
 * Groups and people without a name are right where they are annotated as what they are in the graph for: who says or does something.
 */
import { ruleOf } from '../../src/extract/calibration.js'
import type { Entity, EntityKind, Resolved, Span } from '../../src/model.js'
import type { ClaimedArticle } from './claimed.js'
import { type Offsets, unitsOf } from './corpora.js'
import type { Judged } from './judged.js'
import { isMostly } from './judge-relations.js'
import { isCalled } from './same-names.js'

export interface NamedSpan extends Span { readonly kind?: EntityKind | 'other' }

/** @param kinds those that the corpus annotates everywhere */
export function judgeEntities({ text }: Resolved, names: readonly NamedSpan[], entities: readonly Entity[], kinds: ReadonlySet<EntityKind>): Judged[] {
  return entities.filter(({ isUnnamed, kind }) => !isUnnamed && kinds.has(kind)).flatMap((entity): Judged[] => {
    const there = names.filter((name) => entity.evidence.some((span) => isMostly(name, span)))
    if (there.length > 0 && there.every(({ kind }) => kind === undefined)) return []
    // An outlet is an organisation too.
    const isRight = there.some(({ kind }) => kind === entity.kind || (entity.kind === 'organization' && kind === 'outlet'))
    return [judgedEntity(text, entity, isRight)]
  })
}

export function judgeOutletsAndWorks({ text, entities }: Resolved, { outlets, works }: ClaimedArticle): Judged[] {
  const unit = unitsOf(text)
  return entities.filter(({ kind }) => kind === 'outlet' || kind === 'work').flatMap((entity): Judged[] => {
    const there = (entity.kind === 'outlet' ? outlets : works)
      .filter(({ name, span: [from, to] }) => isCalled(entity, name) || entity.evidence.some(({ start, end }) => start < unit(to) && unit(from) < end))
    return [judgedEntity(text, entity, there.length > 0)]
  })
}

/** @param needed ids of those that a claim of the kind needs @param spans where the annotation has somebody who does the like */
export function judgeUnnamed({ text, entities }: Resolved, needed: readonly string[], spans: readonly Offsets[]): Judged[] {
  const unit = unitsOf(text)
  const there = spans.map(([start, end]) => ({ start: unit(start), end: unit(end) }))
  return entities.filter(({ id, isUnnamed, kind }) => (isUnnamed || kind === 'group') && needed.includes(id))
    .map((entity) => judgedEntity(text, entity, there.some((span) => entity.evidence.some(({ start, end }) => start < span.end && span.start < end))))
}

function judgedEntity(text: string, entity: Entity, isRight: boolean): Judged {
  const at = entity.evidence[0]
  return { rule: ruleOf(entity), raw: entity.confidence, isRight, says: `${entity.kind} ${entity.name}: ${text.slice(at.start, at.end)}`, ...(isRight && { gold: entity.id }) }
}
