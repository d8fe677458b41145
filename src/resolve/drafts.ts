/**
 * Entities in the making: what the clustering files add to and `resolve` turns into entities at the end.
 */
import type { EntityKind, MentionKind, Span, TokenSpan } from '../model.js'
import type { Gender } from './given-names.js'
import type { OutletKind } from './outlets.js'

/** One place where an entity is referred to. */
export interface Place extends TokenSpan {
  readonly head: number
  readonly form: 'name' | 'nominal' | 'pronoun' | 'adjective'
  readonly confidence: number
  readonly mention: number | null
}

export interface Draft {
  readonly kind: EntityKind
  name: string
  /** Surface forms and how often each stands in the text. */
  readonly names: Map<string, number>
  readonly places: Place[]
  /** Characters outside the blocks that name it too. */
  readonly outside: Span[]
  readonly isUnnamed: boolean
  isPlural: boolean
  gender?: Gender | undefined
  /** Neither he nor she: whom \"they\" may mean. */
  isNeutral?: boolean
  mentionKind: MentionKind
  type?: string
  outletKind?: OutletKind
  /** The state that a capital or a house of government speaks for. */
  standsFor?: Draft
  publisher?: Draft
}

export function newDraft(kind: EntityKind, name: string, mentionKind: MentionKind, isUnnamed = false): Draft {
  return { kind, name, names: new Map(), places: [], outside: [], isUnnamed, isPlural: kind === 'group', mentionKind }
}

export function addPlace(draft: Draft, place: Place, name?: string): void {
  draft.places.push(place)
  if (name) draft.names.set(name, (draft.names.get(name) ?? 0) + 1)
}
