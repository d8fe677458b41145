/**
 * Role holdings: who is what, for whom. The resolved article goes in; one holding per person and title comes out, with
 * every place that says so. "Foreign Minister Sergey Lavrov … Russian Foreign Minister Sergey Lavrov" → one, for Russia.
 * Not handled: ranks in lists and tables, offices described by a verb ("who governs the island").
 */
import type { Evidence, Resolved, RoleHolding } from '../model.js'
import { isAtWork } from './at-work.js'
import { holdingIds } from './claim-ids.js'
import { completeRoles } from './role-completion.js'
import { coreOf, sameTitle, type RoleDraft } from './role-drafts.js'
import { isKin, isTitleNoun } from './role-nouns.js'
import { titleFrom } from './role-phrases.js'
import { sceneOf, type FoundRole, type Scene, type Title } from './role-scene.js'
import { roleRules } from './role-rules.js'
import { isSurelyMeant, titlesSeen } from './roles-seen.js'
import { charactersOf } from './syntax.js'

export function roles(resolved: Resolved): RoleHolding[] {
  const scene = sceneOf(resolved)
  const drafts: RoleDraft[] = []
  const holderOf = new Map<number, string>()
  const seen = isAtWork('title-seen') ? titlesSeen(scene) : []
  const seenAt = new Map(seen.map((each) => [`${each.title.head} ${each.holder.entity}`, each.title]))
  for (const rule of roleRules.filter(({ name }) => isAtWork(name))) {
    for (const found of rule.find(scene)) {
      // "Ministers of finance and defence" are a minister of each.
      const title = rule.name === 'titles-of-several' ? found.title : asSeen(found.title, seenAt.get(`${found.title.head} ${found.holder.entity}`))
      add(scene, drafts, { ...found, title }, rule)
      holderOf.set(found.title.head, found.holder.entity)
    }
  }
  // A title beside a name is that person's, whoever the model or a description says.
  const isFree = ({ title, holder }: FoundRole) => (holderOf.get(title.head) ?? holder.entity) === holder.entity
  for (const found of seen.filter(isFree)) addSeen(scene, drafts, found)
  if (isAtWork('described-as')) for (const found of described(scene, drafts).filter(isFree)) add(scene, drafts, found, { name: 'described-as', confidence: 0.85 })
  for (const draft of drafts) {
    const of = commonest(draft.ofs)
    if (of) draft.of = of
  }
  completeRoles(scene, drafts)
  const idOf = holdingIds()
  return drafts.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.title < b.title ? -1 : 1)).map((draft) => holdingFrom(draft, idOf))
}

/** Which words are the title and of what it is, the model says where it sees one; but for what a rule reads beside the title. */
function asSeen(title: Title, seen: Title | undefined): Title {
  if (seen === undefined) return title
  const phrase = { start: Math.min(title.phrase.start, seen.phrase.start), end: Math.max(title.phrase.end, seen.phrase.end) }
  return title.of ? { ...title, phrase } : { ...title, text: seen.text, tokens: seen.tokens, ...(seen.of && { of: seen.of }), phrase }
}

/** Adds what a rule found to the holding that it repeats, or as a new one. */
function add({ resolved }: Scene, drafts: RoleDraft[], { holder, title, isFormer }: FoundRole, rule: { name: string; confidence: number }): void {
  const phrase = charactersOf(resolved.tokens, { start: Math.min(holder.start, title.phrase.start), end: Math.max(holder.end, title.phrase.end) })
  const span = phrase.end - phrase.start > 160 ? charactersOf(resolved.tokens, title.tokens) : phrase
  const ofs = title.of ? [{ of: title.of, at: title.phrase.start }] : []
  const known = drafts.find((draft) => draft.holder === holder.entity && sameTitle(draft.title, title.text)
    && (!isKin(title.text) || draft.ofs.length === 0 || !title.of || draft.ofs.some((each) => each.of === title.of)))
  if (!known) {
    drafts.push({ holder: holder.entity, title: title.text, ...(title.written && { written: title.written }), ofs, isFormer, rule: rule.name, doubt: 1 - rule.confidence, spans: [span], first: holder })
    return
  }
  if (!known.spans.some((other) => other.start === span.start && other.end === span.end)) known.spans.push(span)
  known.ofs.push(...ofs)
  known.isFormer ||= isFormer
  if (coreOf(title.text).length > coreOf(known.title).length || isShouted(known.title) && !isShouted(title.text) && title.text.length === known.title.length) known.title = title.text
  known.doubt *= 0.6
}

/** "MAYOR" of a headline in capitals; short forms such as "CEO" are written so. */
const isShouted = (title: string): boolean => title === title.toUpperCase() && /\p{Lu}{4}/u.test(title)

/** What the model sees adds a role that no rule found, and to one that a rule found at most whom it is held for: from which nothing follows. */
function addSeen(scene: Scene, drafts: RoleDraft[], found: FoundRole): void {
  const known = drafts.find((draft) => draft.holder === found.holder.entity && sameTitle(draft.title, found.title.text))
  if (!known) return add(scene, drafts, found, { name: 'title-seen', confidence: 0.8 })
  known.doubt *= 0.6
  if (!found.title.of || known.ofs.length > 0) return
  known.ofs.push({ of: found.title.of, at: found.title.phrase.start })
  known.isOfInferred = true
}

/** The candidate met most often, then the one met first. */
function commonest(ofs: readonly { of: string; at: number }[]): string | undefined {
  const count = (of: string) => ofs.filter((each) => each.of === of).length
  return [...ofs].sort((a, b) => count(b.of) - count(a.of) || a.at - b.at)[0]?.of
}

/** How surely somebody must be meant for a description to tell a role that nothing else tells; chosen on the kept part of `claims` train. */
const SURE = 0.7

/** Descriptions that stand for a person: "the mayor of Pedro Juan Caballero", "Macron’s diplomatic adviser". */
function described(scene: Scene, known: readonly RoleDraft[]): FoundRole[] {
  const { resolved } = scene
  const entities = new Map(resolved.entities.map((entity) => [entity.id, entity]))
  const firstName = new Map<string, number>()
  for (const { entity, start, form } of resolved.references) if (form === 'name' && !firstName.has(entity)) firstName.set(entity, start)
  return resolved.references.flatMap((reference) => {
    const entity = entities.get(reference.entity)
    if (reference.form !== 'nominal' || !entity || (entity.kind !== 'person' && entity.kind !== 'group')) return []
    if (!isTitleNoun(resolved.tokens[reference.head]?.text ?? '')) return []
    const title = titleFrom(scene, reference.start, reference.head)
    if (!title || title.of === entity.id) return []
    const found = [{ holder: reference, title, isFormer: title.isFormer }]
    const isOfNamed = title.of !== undefined && entities.get(title.of)?.isUnnamed === false
    if (entity.isUnnamed) return isOfNamed && (entity.kind === 'group' ? isSource(scene, reference.head) && !isKin(title.text) : isActor(scene, reference.head)) ? found : []
    // What a description says of somebody named adds to what is said beside the name, or opens the article: "A judge has …".
    if (isKin(title.text) && known.some((draft) => draft.holder === entity.id && sameTitle(draft.title, title.text))) return []
    const isOpening = reference.start < (firstName.get(entity.id) ?? 0)
    return isOpening || known.some((draft) => draft.holder === entity.id && sameTitle(draft.title, title.text)) || isSurelyMeant(scene, reference.head, entity.id, SURE) ? found : []
  })
}

/** Whether somebody speaks or acts: sources, and subjects. */
function isActor(scene: Scene, head: number): boolean {
  return /^nsubj/.test(scene.resolved.tokens[head]?.deprel ?? '') || isSource(scene, head)
}

function isSource({ resolved }: Scene, head: number): boolean {
  return resolved.attributions.some(({ source }) => source.some(({ start, end }) => start <= head && head < end))
}

function holdingFrom({ holder, title, written, of, isOfInferred, isFormer, rule, doubt, spans }: RoleDraft, idOf: ReturnType<typeof holdingIds>): RoleHolding {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const evidence: Evidence = [sorted[0]!, ...sorted.slice(1)]
  const standing = standingOf(title)
  return {
    kind: 'role', id: idOf(title, holder), holder, title, ...(written && { written }), ...(of && { of }), ...(isOfInferred && { isOfInferred }), isFormer,
    ...(standing && { standing }), rule, confidence: Math.round((1 - doubt) * 1000) / 1000, evidence,
  }
}

/** What a title says of itself: "presidential candidate", "president-elect", "acting director". */
function standingOf(title: string): RoleHolding['standing'] {
  if (/[-\s]elect$|[-\s]designate$/iu.test(title)) return 'elect'
  if (/\b(?:candidate|nominee|contender|hopeful)$/iu.test(title)) return 'candidate'
  return /^(?:acting|interim|caretaker|provisional)\s/iu.test(title) ? 'acting' : undefined
}
