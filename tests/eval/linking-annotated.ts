/**
 * Rules of linking alone, on DWIE's 642 training articles: entities are those of the annotators, with their names and kinds, so that thousands of decisions are counted and
 * no model is asked. Roles and states of speech are not known there. Tiers were chosen on these counts.
 */
import type { LinkMaker } from '../../src/link/link.js'
import type { Entity, EntityKind, Extracted } from '../../src/model.js'
import type { Part } from './corpora.js'
import type { Verdict } from './linking.js'
import { dwie, type GoldDocument, type GoldMention, type Identity } from './linking-gold.js'

const KINDS: Readonly<Record<string, EntityKind>> = { people: 'person', outlets: 'outlet', places: 'place', organisations: 'organization' }

export async function annotatedVerdicts(part: Part, linker: LinkMaker, identity: Identity): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const document of dwie(part, false)) {
    const things = new Map<number, GoldMention[]>()
    for (const mention of document.mentions) things.set(mention.thing ?? -1, [...things.get(mention.thing ?? -1) ?? [], mention])
    const article = articleFrom(document, things)
    for (const { entity, choice } of await linker.consider(article)) {
      const gold = things.get(Number(entity.id.split('/')[1]))?.[0]
      if (!choice || !gold) continue
      verdicts.push({ rule: choice.rule, isRight: gold.target !== null && identity.isSame(gold.target, choice.best.entry, gold.also), kind: gold.kind })
    }
  }
  return verdicts
}

function articleFrom({ id, text }: GoldDocument, things: ReadonlyMap<number, readonly GoldMention[]>): Extracted {
  const entities = [...things].flatMap(([thing, mentions]): Entity[] => {
    const [first] = mentions, kind = KINDS[first?.kind ?? '']
    if (!first || !kind) return []
    const names = [...new Set(mentions.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')))]
    const [name = ''] = names.toSorted((a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length)
    return [{ id: `${kind}/${thing}`, kind, name, names, isUnnamed: false, confidence: 1, evidence: [{ start: first.start, end: first.end }], ...(first.isState && { type: 'Country' }) }]
  })
  const references = entities.flatMap(({ id: entity, kind }) => (things.get(Number(entity.slice(kind.length + 1))) ?? []).map(() => ({ start: 0, end: 0, head: 0, form: 'name' as const, entity })))
  return {
    id, source: id, text, textSha256: '', blocks: [], authors: [], language: 'en', notes: [], tokens: [], sentences: [], mentions: [], antecedents: [], attributions: [], triggers: [], happenings: [],
    titles: [], meanings: [], relationCandidates: [], model: '', entities, references, entityOf: [], times: [], roles: [], statements: [], events: [], relations: [],
  }
}
