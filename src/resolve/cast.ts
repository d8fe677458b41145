/**
 * The cast of an article while references are being resolved: who is meant where. Drafts go in; questions such as "who is
 * the subject of this verb?" and "whom did the analysis take this for?" are answered for the files that resolve
 * descriptions and pronouns. Nothing is decided here.
 */
import type { Analysed, Meaning } from '../model.js'
import { addPlace, type Draft, type Place } from './drafts.js'
import type { Syntax } from './syntax.js'

export interface Cast {
  readonly analysed: Analysed
  readonly syntax: Syntax
  readonly drafts: Draft[]
  /** The draft that a token is the head of a reference to. */
  readonly byHead: Map<number, Draft>
  /** The draft of each mention of the analysis. */
  readonly byMention: Map<number, Draft>
  /** The bearer of the title that a mention is: "leader" in "Liberal leader Peter Dutton". */
  readonly titleOf: Map<number, Draft>
  /** The draft whose name covers a token. */
  readonly nameCovering: Map<number, Draft>
  /** First tokens of persons' names. */
  readonly personNameAt: Set<number>
  /** Who is referred to in each sentence, adjectives left out. */
  readonly bySentence: Map<number, { readonly draft: Draft; readonly place: Place }[]>
  /** Whether each token stands between quote marks. */
  readonly isQuoted: readonly boolean[]
  /** Mentions by their head token. */
  readonly mentionAt: ReadonlyMap<number, number>
  /** Antecedents of each mention, as [mention, score]. */
  readonly antecedents: ReadonlyMap<number, readonly (readonly [number, number])[]>
  /** Whom the analysis takes a noun or pronoun to mean, by token. */
  readonly meanings: ReadonlyMap<number, Meaning>
  /** Attributions, by each token of their content, whose source is known: token → head tokens of sources. */
  readonly sourcesAbove: ReadonlyMap<number, readonly number[]>
  /** Heads of the sources of attributions. */
  readonly sources: ReadonlySet<number>
}

export function castOf(analysed: Analysed, syntax: Syntax, drafts: Draft[], headOf: (start: number, end: number) => number): Cast {
  const mentionAt = new Map<number, number>()
  analysed.mentions.forEach((mention, i) => { if (!mentionAt.has(mention.head) || mention.form !== 'name') mentionAt.set(mention.head, i) })
  const antecedents = new Map<number, (readonly [number, number])[]>()
  for (const { mention, antecedent, score } of analysed.antecedents) gather(antecedents, mention, [antecedent, score] as const)
  const sources = new Set<number>()
  const sourcesAbove = new Map<number, number[]>()
  for (const { cue, source, content } of analysed.attributions) {
    // Where the analysis names no source, the subject of the cue is one.
    const subjects = source.length > 0 ? [] : analysed.tokens.slice(cue.start, cue.end).flatMap((_, i) => syntax.dependents[cue.start + i] ?? []).filter((i) => /^nsubj$/.test(analysed.tokens[i]?.deprel ?? ''))
    const heads = [...source.map(({ start, end }) => headOf(start, end)), ...subjects]
    for (const head of heads) sources.add(head)
    for (const { start, end } of content) for (let i = start; i < end; i++) for (const head of heads) gather(sourcesAbove, i, head)
  }
  // "[Per a person familiar with the plan], the port will close."
  analysed.tokens.forEach(({ text, head, upos }, i) => { if (/^per$/i.test(text) && upos === 'ADP' && head > i && /^(DET|PROPN)$/.test(analysed.tokens[i + 1]?.upos ?? '')) sources.add(head) })
  const cast: Cast = { analysed, syntax, drafts, byHead: new Map(), byMention: new Map(), titleOf: new Map(), nameCovering: new Map(), personNameAt: new Set(), bySentence: new Map(),
    isQuoted: quotedTokens(analysed), mentionAt, antecedents, meanings: new Map(analysed.meanings.map((each) => [each.token, each])), sourcesAbove, sources }
  for (const draft of drafts) for (const place of draft.places) note(cast, draft, place)
  return cast
}

/** Adds a reference to a draft, and the draft to the cast if it is new. */
export function refer(cast: Cast, draft: Draft, place: Place, name?: string): void {
  if (draft.places.length === 0) cast.drafts.push(draft)
  addPlace(draft, place, name)
  note(cast, draft, place)
}

/** Takes all that was said of one for said of another: "the suspect" turns out to be Paul Block. */
export function merge(cast: Cast, from: Draft, into: Draft): void {
  into.places.push(...from.places.splice(0))
  for (const map of [cast.byHead, cast.byMention]) for (const [key, draft] of map) if (draft === from) map.set(key, into)
  for (const [sentence, met] of cast.bySentence) cast.bySentence.set(sentence, met.map((each) => (each.draft === from ? { ...each, draft: into } : each)))
  cast.drafts.splice(cast.drafts.indexOf(from), 1)
}

function note(cast: Cast, draft: Draft, place: Place): void {
  if (place.form === 'adjective') return
  cast.byHead.set(place.head, draft)
  gather(cast.bySentence, cast.analysed.tokens[place.head]?.sentence ?? 0, { draft, place })
  if (place.form === 'name') for (let i = place.start; i < place.end; i++) cast.nameCovering.set(i, draft)
  if (place.form === 'name' && draft.kind === 'person') cast.personNameAt.add(place.start)
  if (place.mention !== null) cast.byMention.set(place.mention, draft)
}

/** What the analysis' antecedents say for each draft: the best score, where above 0 means "rather this than none". */
export function scoresOf(cast: Cast, mention: number): Map<Draft, number> {
  const found = new Map<Draft, number>()
  for (const [antecedent, score] of cast.antecedents.get(mention) ?? []) {
    // That a title is not meant says nothing against its bearer.
    const draft = cast.byMention.get(antecedent) ?? (score > 0 ? cast.titleOf.get(antecedent) : undefined)
    if (draft) found.set(draft, Math.max(found.get(draft) ?? -Infinity, score))
  }
  return found
}

/** How much rather each named draft is meant by a noun or pronoun than nobody: logarithm of the odds, within bounds; 0 where the analysis was not asked. */
export function leaningsOf(cast: Cast, token: number): (draft: Draft) => number {
  const meaning = cast.meanings.get(token)
  if (!meaning) return () => 0
  const chances = chancesOf(cast, meaning)
  return (draft) => (draft.isUnnamed ? 0 : Math.max(-BOUND, Math.min(BOUND, Math.log(((chances.get(draft) ?? 0) + RARE) / (meaning.nobody + RARE)))))
}

const RARE = 0.02, BOUND = 3

/** The chances of all places that name one are its own. */
function chancesOf(cast: Cast, { candidates }: Meaning): Map<Draft, number> {
  const chances = new Map<Draft, number>()
  for (const { mention, chance } of candidates) {
    const draft = cast.byMention.get(mention)
    if (draft) chances.set(draft, (chances.get(draft) ?? 0) + chance)
  }
  return chances
}

function gather<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** Marks count from the start of each block, so that a missing one does no harm further on. */
function quotedTokens({ tokens, sentences }: Analysed): boolean[] {
  let block = -1, isOpen = false
  return tokens.map((token, i) => {
    const here = sentences[token.sentence]?.block ?? 0
    if (here !== block) [block, isOpen] = [here, false]
    if (/^[“„«]$|^``$/.test(token.text) || /^[‘’']$/.test(token.text) && token.xpos === '``') isOpen = true
    else if (/^[”»]$|^''$/.test(token.text) || /^[’']$/.test(token.text) && token.xpos === "''") isOpen = false
    else if (token.text === '"') isOpen = !isOpen && /^\S/.test(tokens[i + 1]?.text ?? '')
    return isOpen
  })
}

/** How far back, in sentences, a draft was last referred to before a token; Infinity if never. */
export function distance(cast: Cast, draft: Draft, token: number): number {
  const last = lastPlace(draft, token)
  return last ? (cast.analysed.tokens[token]?.sentence ?? 0) - (cast.analysed.tokens[last.head]?.sentence ?? 0) : Infinity
}

export function lastPlace(draft: Draft, before: number): Place | undefined {
  let last: Place | undefined
  for (const place of draft.places) if (place.form !== 'adjective' && place.start < before && (!last || place.start > last.start)) last = place
  return last
}
