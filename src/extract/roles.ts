/**
 * Role holdings: who is what, for whom. The resolved article goes in; one holding per person and title comes out, with
 * every place that says so. "Foreign Minister Sergey Lavrov … Russian Foreign Minister Sergey Lavrov" → one, for Russia.
 * Not handled: ranks in lists and tables, offices described by a verb ("who governs the island").
 */
import type { Evidence, Resolved, RoleHolding, Span } from '../model.js'
import { isKin, isStateOffice, singular } from './role-nouns.js'
import { sceneOf, titleFrom, type Scene } from './role-phrases.js'
import { roleRules, type FoundRole } from './role-rules.js'
import { charactersOf } from './syntax.js'

interface Draft { holder: string; title: string; of?: string; isFormer: boolean; rule: string; doubt: number; spans: Span[] }

export function roles(resolved: Resolved): RoleHolding[] {
  const scene = sceneOf(resolved)
  const drafts: Draft[] = []
  for (const rule of roleRules) for (const found of rule.find(scene)) add(scene, drafts, found, rule)
  for (const found of described(scene, drafts)) add(scene, drafts, found, { name: 'described-as', confidence: 0.7 })
  for (const draft of drafts) if (!draft.of) completeOf(scene, drafts, draft)
  return drafts.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.title < b.title ? -1 : 1)).map(holdingFrom)
}

function add({ resolved }: Scene, drafts: Draft[], { holder, title, isFormer }: FoundRole, rule: { name: string; confidence: number }): void {
  const phrase = charactersOf(resolved.tokens, { start: Math.min(holder.start, title.phrase.start), end: Math.max(holder.end, title.phrase.end) })
  const titled = charactersOf(resolved.tokens, title.tokens)
  const span = phrase.end - phrase.start > 160 ? titled : phrase
  const known = drafts.find((draft) => draft.holder === holder.entity && sameTitle(draft.title, title.text) && (!draft.of || !title.of || draft.of === title.of || !isKin(title.text) && sameTitle(draft.title, title.text)))
  if (!known) {
    drafts.push({ holder: holder.entity, title: title.text, ...(title.of && { of: title.of }), isFormer, rule: rule.name, doubt: 1 - rule.confidence, spans: [span] })
    return
  }
  if (!known.spans.some((other) => other.start === span.start && other.end === span.end)) known.spans.push(span)
  if (!known.of && title.of) known.of = title.of
  if (title.text.split(' ').length > known.title.split(' ').length) known.title = title.text
  known.doubt *= 0.6
}

/** Two titles are one if they end in the same noun and one has no word against the other: "minister", "Foreign Minister". */
function sameTitle(a: string, b: string): boolean {
  const x = coreOf(a), y = coreOf(b)
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
}

const longForms: Readonly<Record<string, string>> = { pm: 'prime minister', ceo: 'chief executive', mp: 'member of parliament', spokeswoman: 'spokesperson', spokesman: 'spokesperson', chairwoman: 'chair', chairman: 'chair' }

function coreOf(title: string): string[] {
  const words = title.toLowerCase().replace(/[.’']/g, '').split(/ (?:of|for) /)[0]?.split(/[\s-]+/) ?? []
  return words.flatMap((word) => (longForms[word] ?? singular(word)).split(' '))
}

/** Descriptions that stand for a person: "the mayor of Pedro Juan Caballero", "Macron’s diplomatic adviser". */
function described(scene: Scene, known: readonly Draft[]): FoundRole[] {
  const { resolved } = scene
  const entities = new Map(resolved.entities.map((entity) => [entity.id, entity]))
  return resolved.references.flatMap((reference) => {
    const entity = entities.get(reference.entity)
    if (reference.form !== 'nominal' || !entity || (entity.kind !== 'person' && entity.kind !== 'group')) return []
    if (!scene.roleHeads.has(reference.head) && !isTitleWord(scene, reference.head)) return []
    const title = titleFrom(scene, reference.start, reference.head)
    if (!title || title.of === entity.id) return []
    if (entity.isUnnamed) return title.of && isSource(scene, reference.head) ? [{ holder: reference, title, isFormer: title.isFormer }] : []
    // What a description says of somebody named only adds to what is said beside the name.
    return known.some((draft) => draft.holder === entity.id && sameTitle(draft.title, title.text)) ? [{ holder: reference, title, isFormer: title.isFormer }] : []
  })
}

function isTitleWord({ resolved }: Scene, i: number): boolean {
  return /^(official|adviser|advisor|aide|spokes(man|woman|person)|lawyer|attorney|minister|officer|diplomat|doctor|member|leader|commissioner|prosecutor|expert|analyst|soldier|lawmaker|researcher|employee|mate|team-mate|teammate|judge|coach|chief|director|executive|wife|husband|son|daughter|mother|father|brother|sister|mum|mom|uncle|aunt|cousin|nephew|niece)s?$/i.test(resolved.tokens[i]?.text ?? '')
}

function isSource({ resolved }: Scene, head: number): boolean {
  return resolved.attributions.some(({ source }) => source.some(({ start, end }) => start <= head && head < end))
}

/** Whom an office without more is held for: the state that the article's other words point to, if there is just one. */
function completeOf(scene: Scene, drafts: readonly Draft[], draft: Draft): void {
  const { resolved } = scene
  const other = drafts.find((each) => each !== draft && each.holder === draft.holder && each.of && isStateOffice(each.title) && isStateOffice(draft.title))
  if (other?.of) { draft.of = other.of; return }
  if (!isStateOffice(draft.title)) return
  const holders = new Map(drafts.filter((each) => each.of).map((each) => [each.holder, each.of]))
  if (holders.has(draft.holder)) return
  const countries = resolved.entities.filter((entity) => entity.type === 'Country')
  const counts = countries.map((country) => ({ country, count: resolved.references.filter((each) => each.entity === country.id).length }))
  if (counts.length === 1 && counts[0]) { draft.of = counts[0].country.id; draft.doubt = Math.max(draft.doubt, 0.25) }
}

function holdingFrom({ holder, title, of, isFormer, rule, doubt, spans }: Draft): RoleHolding {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const evidence: Evidence = [sorted[0]!, ...sorted.slice(1)]
  return { kind: 'role', holder, title, ...(of && { of }), isFormer, rule, confidence: Math.round((1 - doubt) * 1000) / 1000, evidence }
}
