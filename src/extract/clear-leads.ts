/**
 * Whether it is plain whom the words of a claim mean. In: an article, the characters of a claim and an entity. Out: yes where the
 * entity is named in them, or where a pronoun or description in them has one lead only: "Lindt arrived. [Her] deputy …" – but not
 * where two people were named right before. What has no clear lead is no promise, and gets no plain triple.
 * Not handled: leads that only sense gives ("the older of the two").
 */
import type { Entity, Reference, Resolved, Span } from '../model.js'

export function isClearlyMeant(resolved: Resolved, span: Span, id: string): boolean {
  const { tokens, references } = resolved
  const inside = references.filter(({ start, end, head, entity, form }) => entity === id && form !== 'adjective' && tokens[head]!.upos !== 'ADJ' && tokens[start]!.start >= span.start && tokens[end - 1]!.end <= span.end)
  return inside.length === 0 || inside.some(({ form }) => form === 'name') || inside.some((each) => isRelative(resolved, each) || isBesideName(resolved, each) || isOnlyLead(resolved, each))
}

/** "Norvex, [whose] chairman": what a relative pronoun means stands right before it. */
const isRelative = ({ tokens }: Resolved, { head, form }: Reference): boolean => form === 'pronoun' && /^(?:who|whose|which|that|whom)$/iu.test(tokens[head]!.text)

/** "[The president of the council], Josef Schuster, said". */
const isBesideName = ({ references }: Resolved, { start, end, entity }: Reference): boolean =>
  references.some((each) => each.entity === entity && each.form === 'name' && (isNear(each.start - end) || isNear(start - each.end)))

/** "Her father, the painter [Emil Harrow]": a few words apart. */
const isNear = (gap: number): boolean => gap >= -1 && gap <= 4

/** How many sentences back a lead may stand. */
const REACH = 5

function isOnlyLead(resolved: Resolved, reference: Reference): boolean {
  const { tokens, references, entities } = resolved
  const own = entities.find(({ id }) => id === reference.entity)
  const { sentence } = tokens[reference.head]!
  if (own === undefined || isNamedSo(resolved, reference, own)) return true
  const sort = sortOf(own)
  const named = references.filter(({ form, start, entity }) => form === 'name' && start < reference.start && sort === sortOf(entities.find(({ id }) => id === entity)))
  const here = named.filter(({ head }) => tokens[head]!.sentence === sentence)
  // "Lindt and her deputy met Benes": the subject of the sentence leads.
  if (here.some(({ entity, head }) => entity === own.id && tokens[head]!.deprel.startsWith('nsubj'))) return true
  for (let back = here.length > 0 ? 0 : 1; back <= REACH; back++) {
    const there = new Set(named.filter(({ head }) => tokens[head]!.sentence === sentence - back).map(({ entity }) => entity))
    if (there.size > 0) return there.size === 1 && there.has(own.id)
  }
  return false
}

/** "the ministry" of the Energy Ministry. */
function isNamedSo({ tokens }: Resolved, { head, form }: Reference, { names }: Entity): boolean {
  const noun = tokens[head]!.text.toLowerCase()
  return form === 'nominal' && names.some((name) => name.toLowerCase().split(/[\s-]+/u).includes(noun))
}

const sortOf = (entity: Entity | undefined): string | undefined => entity === undefined ? undefined : /^(?:organization|outlet)$/u.test(entity.kind) ? 'body' : entity.kind
