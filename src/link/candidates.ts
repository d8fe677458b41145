/**
 * Whom the knowledge base knows by an entity's names.
 * In: an entity, and a look-up. Out: its candidates, each with the name that led there: "Paris" → Paris in France, in Texas, in Ontario.
 * Full names first, then others of two words and more, then acronyms and single words of bodies and places. Never a bare surname.
 */
import type { Entity } from '../model.js'
import { keyOf, type Entry } from './entry.js'
import type { Found } from './kb-read.js'
import { nameKey } from './name-keys.js'
import { dividedName } from './whereabouts.js'

/** How a name names: in full, by another name of two words, by letters, in one word; `composed` is what the article does not say in full. */
export type NameForm = 'full' | 'other' | 'acronym' | 'single' | 'composed'

export interface Candidate {
  readonly entry: Entry
  /** As written. */
  readonly name: string
  readonly form: NameForm
  /** It is another name of the entry, not its label. */
  readonly isAlias: boolean
  /** The name was shortened to be found: without a middle initial, without "Inc.". */
  readonly isLoose: boolean
}

interface Asked { readonly name: string; readonly key: string; readonly form: NameForm; readonly isLoose: boolean }

/** What to look up for an entity; nothing where no name is safe. */
export function namesAsked(entity: Entity): Asked[] {
  if (entity.isUnnamed || entity.kind === 'group') return []
  const asked = [entity.name, ...entity.names.filter((name) => name !== entity.name)].flatMap((whole): Asked[] => {
    // "EDMONTON, Ky.": where it is stands behind.
    const name = entity.kind === 'place' ? dividedName(whole)?.[0] ?? whole : whole
    const form = formOf(whole === entity.name ? { ...entity, name } : entity, name)
    if (!form) return []
    const key = nameKey(name), loose = looseKey(entity, name)
    return [{ name, key, form, isLoose: false }, ...(loose && loose !== key ? [{ name, key: loose, form, isLoose: true }] : [])]
  })
  const known = new Set<string>()
  return asked.filter(({ key }) => key !== '' && !known.has(key) && Boolean(known.add(key)))
}

const ORDER: Readonly<Record<NameForm, number>> = { full: 0, other: 1, acronym: 2, single: 3, composed: 4 }

/** Candidates of the best form of name that leads to any; each entry once. */
export function candidatesOf(entity: Entity, found: ReadonlyMap<string, readonly Found[]>): Candidate[] {
  const all = namesAsked(entity).flatMap(({ name, key, form, isLoose }) =>
    (found.get(key) ?? []).map(({ entry, isAlias }): Candidate => ({ entry, name, form, isAlias, isLoose })))
  const best = Math.min(...all.map(({ form }) => ORDER[form]))
  const byEntry = new Map<string, Candidate>()
  for (const candidate of all) {
    // An acronym that stands beside the full name tells nothing more.
    if (ORDER[candidate.form] > best && best === 0) continue
    const key = keyOf(candidate.entry), known = byEntry.get(key)
    if (!known || known.isAlias && !candidate.isAlias) byEntry.set(key, candidate)
  }
  return [...byEntry.values()]
}

function formOf({ kind, name: own }: Entity, name: string): NameForm | undefined {
  const isOwn = name === own, words = nameKey(name).split(' ').length
  if (/^\p{Lu}[\p{Lu}\p{N}.&]{1,7}$/u.test(name) && (kind !== 'place' || name.length < 5)) return kind === 'person' ? undefined : 'acronym'
  if (words > 1) return isOwn ? 'full' : titled.test(name) ? undefined : 'other'
  if (kind === 'person') return isOwn ? 'single' : undefined
  return isOwn || kind === 'place' ? 'single' : undefined
}

const titled = /^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Prime|Minister|Chancellor|Senator|Sen|Gen|Gov|King|Queen|Prince|Princess|Pope)\b/u
const legal = /(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|LLC|PLC|plc|AG|SE|GmbH|NV|SA|SpA|Group|Holdings?|Company)\.?)+$/u

function looseKey({ kind }: Entity, name: string): string | undefined {
  if (kind === 'person') return nameKey(name.replace(/(?<= )\p{Lu}\.? (?=\p{Lu})/gu, '').replace(/,? (?:Jr|Sr|II|III)\.?$/u, ''))
  if (kind === 'organization' || kind === 'outlet') return nameKey(name.replace(legal, ''))
  return undefined
}
