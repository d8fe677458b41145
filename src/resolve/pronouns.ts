/**
 * Pronouns: whom "he", "it", "who" and "the latter" mean. The cast goes in with names and descriptions resolved; the
 * references of pronouns are added to it. The analysis' antecedent scores are weighed with what grammar demands:
 * "Macron told him" is not Macron; “he is a liar,” Macron said, is not Macron either.
 * Not handled: "I" and "we" (whoever is quoted, see extract), "it" for what is said in a whole clause.
 */
import { lastPlace, refer, scoresOf, type Cast } from './cast.js'
import type { Draft } from './drafts.js'
import { subtree } from './syntax.js'

type Sort = 'he' | 'she' | 'they' | 'it'

const sortOf: Readonly<Record<string, Sort>> = {
  he: 'he', him: 'he', his: 'he', himself: 'he', she: 'she', her: 'she', hers: 'she', herself: 'she',
  they: 'they', them: 'they', their: 'they', theirs: 'they', themselves: 'they', it: 'it', its: 'it', itself: 'it',
}
/** Least score that a candidate needs, by pronoun: "it" means nothing in the graph as often as not. */
const least: Readonly<Record<Sort, number>> = { he: 0, she: 0, they: 1.4, it: 1.4 }

export function resolvePronouns(cast: Cast): void {
  cast.analysed.tokens.forEach((token, i) => {
    if (cast.byHead.has(i)) return
    const word = token.text.toLowerCase()
    const sort = sortOf[word]
    const found = sort ? meant(cast, i, sort) : /^(who|which|that|whom|whose)$/.test(word) ? relative(cast, i) : word === 'latter' ? latter(cast, i) : undefined
    if (found) refer(cast, found, { start: i, end: i + 1, head: i, form: 'pronoun', confidence: 0.8, mention: cast.mentionAt.get(i) ?? null })
  })
}

function meant(cast: Cast, i: number, sort: Sort): Draft | undefined {
  const mention = cast.mentionAt.get(i)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  const reflexive = subjectIfReflexive(cast, i)
  if (reflexive) return reflexive
  let best: Draft | undefined, bestScore = least[sort]
  for (const draft of cast.drafts) {
    const agreement = agrees(draft, sort)
    const place = lastPlace(draft, i)
    if (agreement < 0 || !place || isBarred(cast, draft, i)) continue
    const model = scores.get(draft)
    const score = agreement + (model === undefined ? -0.4 : Math.max(-1, Math.min(3, model))) + salience(cast, draft, i)
    if (score > bestScore) [best, bestScore] = [draft, score]
  }
  return best
}

/** How well number and gender agree: below 0 not at all. */
function agrees(draft: Draft, sort: Sort): number {
  if (sort === 'he' || sort === 'she') {
    if (draft.kind !== 'person' || draft.isPlural) return -1
    const wanted = sort === 'he' ? 'masculine' : 'feminine'
    return draft.gender === undefined ? 0.4 : draft.gender === wanted ? 1 : -1
  }
  if (sort === 'they') return draft.isPlural || draft.kind === 'group' ? 1 : draft.kind === 'organization' ? 0.3 : draft.kind === 'person' && draft.isUnnamed ? 0 : -1
  return draft.kind === 'organization' || draft.kind === 'outlet' ? 0.8 : draft.kind === 'place' || draft.kind === 'work' ? 0.5 : draft.kind === 'group' && draft.places.some((place) => place.form === 'nominal') ? 0.3 : -1
}

/** Nearness, grammatical role and how often the draft is met. */
function salience(cast: Cast, draft: Draft, i: number): number {
  const { tokens } = cast.analysed
  const sentence = tokens[i]?.sentence ?? 0
  let score = -2
  for (const place of draft.places) {
    if (place.start >= i || place.form === 'adjective') continue
    const far = sentence - (tokens[place.head]?.sentence ?? 0)
    if (far > 5) continue
    const role = tokens[place.head]?.deprel ?? ''
    const weight = /^nsubj/.test(role) ? 1.2 : /^(obj|iobj|obl:agent)/.test(role) ? 0.7 : /^(nmod:poss|compound|amod)/.test(role) ? 0.3 : 0.5
    const speaker = cast.sources.has(place.head) && isSaying(cast, i) ? 0.9 : 0
    score = Math.max(score, weight + speaker - 0.7 * far + (far === 0 ? -0.004 * (i - place.start) : 0))
  }
  return score + Math.min(0.4, 0.05 * draft.places.length)
}

/** Whether the pronoun is the source of an attribution: "he added". */
function isSaying(cast: Cast, i: number): boolean { return cast.sources.has(i) }

/** Grammar's vetoes. */
function isBarred(cast: Cast, draft: Draft, i: number): boolean {
  const { tokens } = cast.analysed
  const token = tokens[i]
  if (!token) return true
  const governor = token.head
  const isPossessive = /^(his|her|its|their)$/i.test(token.text) && token.deprel === 'nmod:poss'
  for (const place of draft.places) {
    const other = tokens[place.head]
    if (!other || other.sentence !== token.sentence) continue
    // Arguments of one verb differ: "Macron told him".
    if (!isPossessive && other.head === governor && /^(nsubj|obj|iobj|obl)/.test(other.deprel) && /^(nsubj|obj|iobj|obl)/.test(token.deprel)) return true
    // "his adviser" is not he who is the adviser.
    if (isPossessive && place.head === governor) return true
    // A pronoun does not mean what follows in the clause it governs: "He said Macron …".
    if (place.form === 'name' && place.start > i && /^nsubj/.test(token.deprel) && governor >= 0 && inside(cast, governor, place.head) && !draft.places.some((earlier) => earlier.start < i)) return true
  }
  // Within direct speech the speaker is "I".
  return isQuoted(cast, i) && (cast.sourcesAbove.get(i) ?? []).some((head) => head !== i && cast.byHead.get(head) === draft)
}

function inside(cast: Cast, root: number, at: number): boolean {
  const { start, end } = subtree(cast.syntax, root)
  return at >= start && at < end
}

/** Whether a token stands between quote marks, counted from the start of its block. */
function isQuoted(cast: Cast, i: number): boolean {
  const { tokens, sentences } = cast.analysed
  const block = sentences[tokens[i]?.sentence ?? 0]?.block
  let depth = 0
  for (let at = i - 1; at >= 0 && sentences[tokens[at]?.sentence ?? 0]?.block === block; at--) {
    const text = tokens[at]?.text ?? ''
    if (/^[“"„«]$/.test(text) || text === '``') { if (text !== '"' || depth === 0) { if (text === '"') return countStraight(cast, at, block) % 2 === 1; return true } }
    if (/^[”»]$/.test(text)) return false
  }
  return false
}

function countStraight(cast: Cast, last: number, block: number | undefined): number {
  const { tokens, sentences } = cast.analysed
  let count = 0
  for (let at = last; at >= 0 && sentences[tokens[at]?.sentence ?? 0]?.block === block; at--) if (/^["“”]$/.test(tokens[at]?.text ?? '')) count++
  return count
}

function subjectIfReflexive(cast: Cast, i: number): Draft | undefined {
  const token = cast.analysed.tokens[i]
  if (!token || !/self$|selves$/.test(token.text.toLowerCase())) return undefined
  const subject = (cast.syntax.dependents[token.head] ?? []).find((child) => /^nsubj/.test(cast.analysed.tokens[child]?.deprel ?? ''))
  return subject === undefined ? undefined : cast.byHead.get(subject)
}

/** "Macron, who said …": the noun that the relative clause belongs to. */
function relative(cast: Cast, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const token = tokens[i]
  if (!token || !/^(PRON|DET|SCONJ)$/.test(token.upos) || /^mark/.test(token.deprel)) return undefined
  let clause = token.head
  for (let steps = 0; steps < 6 && clause >= 0 && !/^acl/.test(tokens[clause]?.deprel ?? ''); steps++) clause = tokens[clause]?.head ?? -1
  const noun = clause >= 0 ? tokens[clause]?.head ?? -1 : -1
  return noun >= 0 && noun < i ? cast.byHead.get(noun) : undefined
}

/** "the latter": of those named in the sentence before it, the last that is subject or object. */
function latter(cast: Cast, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const sentence = tokens[i]?.sentence
  const near = cast.drafts.flatMap((draft) => draft.places.filter((place) => place.start < i && place.form !== 'adjective'
    && (tokens[place.head]?.sentence === sentence || tokens[place.head]?.sentence === (sentence ?? 0) - 1)).map((place) => ({ draft, place })))
  const last = near.sort((a, b) => b.place.start - a.place.start)
  return (last.find(({ place, draft }) => draft.kind === 'person' && /^(nsubj|obj|iobj|obl|conj)/.test(tokens[place.head]?.deprel ?? ''))
    ?? last.find(({ place }) => /^(nsubj|obj|iobj|conj|obl)/.test(tokens[place.head]?.deprel ?? '')) ?? last[0])?.draft
}
