/**
 * Pronouns: whom "he", "it", "who" and "the latter" mean. The cast goes in with names and descriptions resolved; the
 * references of pronouns are added to it. The analysis' antecedent scores are weighed with what grammar demands:
 * "Macron told him" is not Macron; “he is a liar,” Macron said, is not Macron either.
 * Not handled: "I" and "we" (whoever is quoted, see extract), "it" for what is said in a whole clause.
 */
import { leaningsOf, refer, scoresOf, type Cast } from './cast.js'
import type { Draft } from './drafts.js'
import { fullPhrase, subtree } from './syntax.js'

type Sort = 'he' | 'she' | 'they' | 'it'

const sortOf: Readonly<Record<string, Sort>> = {
  he: 'he', him: 'he', his: 'he', himself: 'he', she: 'she', her: 'she', hers: 'she', herself: 'she',
  they: 'they', them: 'they', their: 'they', theirs: 'they', themselves: 'they', it: 'it', its: 'it', itself: 'it',
}
/** Least score that a candidate needs, by pronoun: "it" means nothing in the graph as often as not. */
const least: Readonly<Record<Sort, number>> = { he: 0, she: 0, they: 1.4, it: 1.4 }

export function resolvePronouns(cast: Cast): void {
  cast.analysed.tokens.forEach((token, i) => {
    if (cast.byHead.has(i) || isAnybody(cast, i)) return
    const word = token.text.toLowerCase()
    const sort = sortOf[word]
    const found = sort ? meant(cast, i, sort) : /^(who|which|that|whom|whose)$/.test(word) ? relative(cast, i) : word === 'latter' ? latter(cast, i) : undefined
    if (found) refer(cast, found, { start: i, end: i + 1, head: i, form: 'pronoun', confidence: 0.8, mention: cast.mentionAt.get(i) ?? null })
  })
}

/** "he or she", "his or her": whoever it may be. */
function isAnybody({ analysed: { tokens } }: Cast, i: number): boolean {
  const pair = (a: number) => `${tokens[a]?.text} ${tokens[a + 1]?.text} ${tokens[a + 2]?.text}`
  return [i, i - 2].some((start) => /^(he|him|his|she|her) or (she|her|hers|he|him|his)$/i.test(pair(start)))
}

function meant(cast: Cast, i: number, sort: Sort): Draft | undefined {
  const reflexive = subjectIfReflexive(cast, i)
  if (reflexive) return reflexive
  // "King Charles and his wife"
  const joined = /^and$/i.test(cast.analysed.tokens[i - 1]?.text ?? '') && cast.analysed.tokens[i]?.deprel === 'nmod:poss' ? cast.nameCovering.get(i - 2) : undefined
  if (joined && joined.kind === 'person' && agrees(joined, sort) >= 0) return joined
  const mention = cast.mentionAt.get(i)
  const scores = mention === undefined ? new Map<Draft, number>() : scoresOf(cast, mention)
  const near = salienceBefore(cast, i), leaning = leaningsOf(cast, i)
  for (const draft of scores.keys()) if (!near.has(draft)) near.set(draft, -2)
  let best: Draft | undefined, bestScore = least[sort]
  for (const [draft, salience] of near) {
    const agreement = agrees(draft, sort)
    if (agreement < 0 || isBarred(cast, draft, i)) continue
    const model = scores.get(draft)
    const score = agreement + (model === undefined ? -0.4 : draft.isNeutral ? Math.max(0, tempered(model)) : tempered(model)) + salience + Math.min(0.4, 0.05 * draft.places.length) + leaning(draft)
    if (score > bestScore) [best, bestScore] = [draft, score]
  }
  return best ?? (sort === 'he' || sort === 'she' ? saidOf(cast, i, sort) : undefined)
}

/** "“He lied,” Solano said of Mayor [Paul Denny].": whom the words in quotation marks are about. */
function saidOf(cast: Cast, i: number, sort: Sort): Draft | undefined {
  const { tokens } = cast.analysed
  if (cast.isQuoted[i] !== true) return undefined
  for (let at = i + 1; tokens[at]?.sentence === tokens[i]?.sentence; at++) {
    if (cast.isQuoted[at] === true || !/^(of|about)$/i.test(tokens[at]?.text ?? '') || !/^(say|write|tell|tweet)$/.test(tokens[at - 1]?.lemma ?? '')) continue
    const name = [1, 2, 3, 4, 5].map((step) => at + step).find((each) => cast.personNameAt.has(each))
    const draft = name === undefined ? undefined : cast.nameCovering.get(name)
    return draft && agrees(draft, sort) >= 0 ? draft : undefined
  }
  return undefined
}

/** What the analysis is very sure of counts for little more than what it is sure of, but more. */
function tempered(score: number): number { return Math.max(-1, score <= 3 ? score : 3 + 0.2 * (score - 3)) }

/** How well number and gender agree: below 0 not at all. */
function agrees(draft: Draft, sort: Sort): number {
  if (sort === 'he' || sort === 'she') {
    if (draft.kind !== 'person' || draft.isPlural) return -1
    if (draft.isNeutral) return 0
    const wanted = sort === 'he' ? 'masculine' : 'feminine'
    return draft.gender === undefined ? 0.4 : draft.gender === wanted ? 1 : -1
  }
  if (sort === 'they') return draft.isPlural || draft.kind === 'group' ? 1 : draft.kind === 'organization' ? 0.3 : draft.isNeutral ? 1.6 : draft.kind === 'person' && draft.isUnnamed ? 0 : -1
  return draft.kind === 'organization' || draft.kind === 'outlet' ? 0.8 : draft.kind === 'place' || draft.kind === 'work' ? 0.5 : draft.kind === 'group' && draft.places.some((place) => place.form === 'nominal') ? 0.3 : -1
}

/** Everything referred to in this sentence before the token and in the five before it, by nearness and grammatical role. */
function salienceBefore(cast: Cast, i: number): Map<Draft, number> {
  const { tokens } = cast.analysed
  const sentence = tokens[i]?.sentence ?? 0
  const found = new Map<Draft, number>()
  for (let far = 0; far <= 5; far++) {
    for (const { draft, place } of cast.bySentence.get(sentence - far) ?? []) {
      if (place.start >= i) continue
      const role = tokens[place.head]?.deprel ?? ''
      const weight = /^nsubj/.test(role) ? 1.2 : /^(obj|iobj|obl:agent)/.test(role) ? 0.7 : /^(nmod:poss|compound|amod)/.test(role) ? 0.3 : 0.5
      const isSpeaker = cast.sources.has(place.head) && cast.sources.has(i)
      const score = weight + (isSpeaker ? 0.9 : 0) - 0.7 * far + (far === 0 ? -0.004 * (i - place.start) : 0)
      found.set(draft, Math.max(found.get(draft) ?? -Infinity, score))
    }
  }
  return found
}

/** Grammar's vetoes. */
function isBarred(cast: Cast, draft: Draft, i: number): boolean {
  const { tokens } = cast.analysed
  const token = tokens[i]
  if (!token) return true
  const governor = token.head
  const isPossessive = /^(his|her|its|their)$/i.test(token.text) && token.deprel === 'nmod:poss'
  for (const { draft: same, place } of cast.bySentence.get(token.sentence) ?? []) {
    const other = tokens[place.head]
    if (same !== draft || !other) continue
    // Arguments of one verb differ: "Macron told him".
    if (!isPossessive && other.head === governor && /^(nsubj|obj|iobj|obl)/.test(other.deprel) && /^(nsubj|obj|iobj|obl)/.test(token.deprel)) return true
    // "his adviser" is not he who is the adviser.
    if (isPossessive && place.head === governor) return true
    // A pronoun does not mean what follows in the clause it governs: "He said Macron …".
    // Nor what is named in the words that it says: "Snelling loved sports, he said".
    if (place.form === 'name' && draft.kind === 'person' && cast.sources.has(i) && cast.sourcesAbove.get(place.head)?.includes(i)) return true
    if (place.form === 'name' && place.start > i && /^nsubj/.test(token.deprel) && governor >= 0 && inside(cast, governor, place.head) && !draft.places.some((earlier) => earlier.start < i)) return true
  }
  // Within direct speech the speaker is "I"; where a mark is missing, the source seems to stand within it too.
  return cast.isQuoted[i] === true && (cast.sourcesAbove.get(i) ?? []).some((head) => head !== i && cast.isQuoted[head] !== true && cast.byHead.get(head) === draft)
}

function inside(cast: Cast, root: number, at: number): boolean {
  const { start, end } = subtree(cast.syntax, root)
  return at >= start && at < end
}

function subjectIfReflexive(cast: Cast, i: number): Draft | undefined {
  const token = cast.analysed.tokens[i]
  if (!token || !/self$|selves$/.test(token.text.toLowerCase())) return undefined
  const { tokens } = cast.analysed
  // "expects Holt to insert himself": whom the verb above has for its object is the subject of the one below.
  for (let verb = token.head, steps = 0; verb >= 0 && steps < 3; verb = tokens[verb]?.head ?? -1, steps++) {
    const arguments_ = (cast.syntax.dependents[verb] ?? []).filter((child) => child < i)
    const subject = arguments_.find((child) => steps > 0 && tokens[child]?.deprel === 'obj') ?? arguments_.find((child) => /^nsubj/.test(tokens[child]?.deprel ?? ''))
    if (subject !== undefined) return cast.byHead.get(subject)
    if (tokens[verb]?.deprel !== 'xcomp') return undefined
  }
  return undefined
}

/** "Macron, who said …": the noun that the relative clause belongs to. */
function relative(cast: Cast, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const token = tokens[i]
  if (!token || !/^(PRON|DET|SCONJ)$/.test(token.upos) || /^mark/.test(token.deprel)) return undefined
  // "Norvex, whose chairman, Omar Haddad, left": whatever stands right before.
  const last = tokens[i - 1]?.text === ',' ? i - 2 : i - 1
  const owner = /^whose$/i.test(token.text) ? cast.nameCovering.get(last) : undefined
  if (owner?.places.some((place) => place.form === 'name' && place.end === last + 1)) return owner
  let clause = token.head
  for (let steps = 0; steps < 6 && clause >= 0 && !/^acl|^advcl:relcl/.test(tokens[clause]?.deprel ?? ''); steps++) clause = tokens[clause]?.head ?? -1
  const noun = clause >= 0 ? tokens[clause]?.head ?? -1 : -1
  return noun >= 0 && noun < i ? named(cast, noun, i) ?? nameRightBefore(cast, noun, i) ?? cast.byHead.get(noun) : undefined
}

/** "Adjei met President [Falk], who": whoever is named right before, if the noun that the tree takes is no phrase around the name. */
function nameRightBefore(cast: Cast, noun: number, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const last = tokens[i - 1]?.text === ',' ? i - 2 : i - 1
  const draft = /^who$/i.test(tokens[i]?.text ?? '') ? cast.nameCovering.get(last) : undefined
  const place = draft?.places.find((each) => each.form === 'name' && each.end === last + 1)
  return draft?.kind === 'person' && place !== undefined && noun < place.start && fullPhrase(cast.syntax, noun).end <= place.start && !/^(appos|flat|conj)/.test(tokens[place.head]?.deprel ?? '') && !/^(are|were|have)$/i.test(tokens[i + 1]?.text ?? '') ? draft : undefined
}

/** "One of the participants, [Potepkin], who": the person named in apposition to the noun. */
function named(cast: Cast, noun: number, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const isOne = !tokens[noun]?.xpos.endsWith('S') || /^one$/i.test(tokens[tokens[noun]?.head ?? -1]?.text ?? '')
  if (!isOne || !/^who/i.test(tokens[i]?.text ?? '')) return undefined
  const beside = (cast.syntax.dependents[noun] ?? []).findLast((child) => child > noun && child < i && tokens[child]?.deprel === 'appos')
  const draft = beside === undefined ? undefined : cast.nameCovering.get(beside)
  return draft?.kind === 'person' ? draft : undefined
}

/** "the latter": of those named in the sentence before it, the last that is subject or object. */
function latter(cast: Cast, i: number): Draft | undefined {
  const { tokens } = cast.analysed
  const sentence = tokens[i]?.sentence
  const near = [0, 1].flatMap((far) => cast.bySentence.get((sentence ?? 0) - far) ?? []).filter(({ place }) => place.start < i)
  const last = near.sort((a, b) => b.place.start - a.place.start)
  return (last.find(({ place, draft }) => draft.kind === 'person' && /^(nsubj|obj|iobj|obl|conj)/.test(tokens[place.head]?.deprel ?? ''))
    ?? last.find(({ place }) => /^(nsubj|obj|iobj|conj|obl)/.test(tokens[place.head]?.deprel ?? '')) ?? last[0])?.draft
}
