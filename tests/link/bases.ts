/** Small knowledge bases and articles, made up for tests. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Entry } from '../../src/link/entry.js'
import { openBase, type KnowledgeBase } from '../../src/link/kb-read.js'
import { type NamedEntry, writeBase } from '../../src/link/kb-write.js'
import type { Entity, Extracted, RoleHolding } from '../../src/model.js'

export const about = { name: 'small', version: '1', licence: 'CC0', attribution: ['nobody'] }

export function entry(id: string, label: string, rest: Partial<Entry> & { aliases?: readonly string[] } = {}): NamedEntry {
  const { aliases = [], ...facts } = rest
  return { entry: { id, label, kind: 'person', title: '', geonames: '', prior: 2, sources: 2, domain: '', facts: [], ...facts }, aliases }
}

export const country = (id: string, label: string, code: string, adjective: string): NamedEntry =>
  entry(id, label, { kind: 'place', title: label.replaceAll(' ', '_'), geonames: id.replace('Q', '9'), prior: 9, situation: { feature: 'A.PCLI', country: code, region: '', inhabitants: 1_000_000, adjective } })

export const town = (id: string, label: string, code: string, region: string, inhabitants: number, rest: Partial<Entry> = {}): NamedEntry =>
  entry(id, label, { kind: 'place', geonames: id.replace('Q', '8'), prior: Math.log10(inhabitants) - 3, situation: { feature: 'P.PPL', country: code, region, inhabitants, lat: 10.5, long: -20.25 }, ...rest })

export const region = (id: string, label: string, code: string, number: string, aliases: readonly string[] = []): NamedEntry =>
  entry(id, label, { kind: 'place', title: label, geonames: id.replace('Q', '7'), prior: 3, aliases, situation: { feature: 'A.ADM1', country: code, region: number, inhabitants: 0 } })

export const pack = (entries: readonly NamedEntry[]): Buffer => Buffer.concat(writeBase(entries, about, (bytes) => deflateRawSync(bytes, { level: 9 })))

export function open(bytes: Uint8Array, place = 'small.kb'): Promise<KnowledgeBase> {
  return openBase({ place, size: bytes.length, read: (from, to) => bytes.subarray(from, to), inflate: inflateRawSync })
}

export const base = (...entries: NamedEntry[]): Promise<KnowledgeBase> => open(pack(entries))

/** An article that names some things. */
export function article(entities: readonly (Partial<Entity> & { name: string })[], rest: Partial<Extracted> = {}): Extracted {
  const all = entities.map((entity, at): Entity => ({ id: `${entity.kind ?? 'person'}/${at}`, kind: 'person', names: [entity.name], isUnnamed: false, confidence: 1, evidence: [{ start: at, end: at + 1 }], ...entity }))
  return {
    id: 'a', source: 'a', text: 'x'.repeat(20), textSha256: '', blocks: [], authors: [], language: 'en', notes: [], tokens: [], sentences: [], mentions: [], antecedents: [], attributions: [],
    triggers: [], happenings: [], titles: [], meanings: [], relationCandidates: [], model: 'm', entities: all, references: [], entityOf: [], times: [], roles: [], statements: [], events: [], relations: [], ...rest,
  }
}

export const role = (holder: string, title: string, of?: string): RoleHolding =>
  ({ kind: 'role', id: title, holder, title, isFormer: false, confidence: 1, rule: 'r', evidence: [{ start: 0, end: 1 }], ...(of && { of }) })
