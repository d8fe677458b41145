/**
 * Whether an unnamed description is worth a node of its own: "a police spokesman" who speaks, "two men" who were arrested.
 * The cast and the head of a phrase go in, yes or no comes out. People in general ("women vote more"), people wished for
 * ("they want a leader") and offices are nobody. What no claim needs in the end is left out later (extract/needed.ts).
 */
import type { Cast } from './cast.js'
import { corePhrase, fullPhrase } from './syntax.js'
import { countriesBefore } from './titles.js'

/** Sources, and those who do something or have something done to them; of bodies only sources and subjects. */
export function isWorthANode(cast: Cast, head: number, body: boolean): boolean {
  const { tokens } = cast.analysed
  const deprel = tokens[head]?.deprel ?? ''
  // "the German parliament": a body of a state is as good as named.
  if (body && /^(parliament|government|military|army|navy|police|embassy|cabinet|senate|congress|legislature|ministry|forces|authorities|intelligence|administration)$/i.test(tokens[head]?.text ?? '') && countriesBefore(cast.syntax, head).length > 0) return true
  if (/^(person|guy)$/i.test(tokens[head]?.text ?? '') && !cast.sources.has(head)) return false
  if (/^(no|not|any|each|every|what|which|whatever|another|either|neither)$/i.test(tokens[corePhrase(cast.syntax, head).start]?.text ?? '')) return cast.sources.has(head) && isAnother(cast, head)
  // "many of whom" are those spoken of before; "a team of craftsmen" is one group.
  if (/^of (whom|which|them)$/i.test(`${tokens[head + 1]?.text} ${tokens[head + 2]?.text}`)) return false
  if (cast.sources.has(head)) return true
  if (deprel === 'nmod' && !body && isWithinGroup(cast, head)) return false
  // "They want a leader", "Norvex seeks a director": nobody in particular.
  if (/^(obj|obl)$/.test(deprel) && /^(an?)$/i.test(tokens[corePhrase(cast.syntax, head).start]?.text ?? '') && /^(want|need|seek|prefer|deserve|require|lack|hope|wish|endorse|look|search|imagine)$/.test(tokens[tokens[head]?.head ?? -1]?.lemma ?? '')) return false
  // “assaulting a reporter is an offence”: in somebody's words "a reporter" is any.
  if (!body && cast.isQuoted[head] === true && /^(an?)$/i.test(tokens[corePhrase(cast.syntax, head).start]?.text ?? '')) return false
  // "women and men vote": people in general, of whom nobody in particular is meant.
  if (/^(people|men|women|individuals|voters|children|others|some|many|most|several|persons|folks|everyone|consumers|readers|viewers|fans|users)$/i.test(tokens[head]?.text ?? '') && corePhrase(cast.syntax, head).start === head && fullPhrase(cast.syntax, head).end === head + 1 && !isTold(cast, head)) return false
  if (body) return /^(nsubj|obl:agent)/.test(deprel) && tokens[tokens[head]?.head ?? -1]?.upos === 'VERB'
  // "women's football" is about no women in particular.
  // "the sheriff's office" is a body, and no sheriff; "student body" is nobody's.
  if (deprel === 'nmod:poss' && (/^(office|department)$/i.test(tokens[head + 2]?.text ?? '') || !isOwner(cast, head))) return false
  if (deprel === 'nmod:poss') return !/^(women|men|people|children|girls|boys|players|students|voters|consumers|workers)$/i.test(tokens[head]?.text ?? '')
  if (/^(nsubj|obj|iobj|obl:agent|appos)/.test(deprel)) return true
  if (deprel === 'obl' || deprel === 'nmod') return (cast.syntax.dependents[head] ?? []).some((i) => /^(by|to|with|against|from|of|for|on|between|among)$/.test(tokens[i]?.text ?? '') && tokens[i]?.deprel === 'case')
  if (deprel === 'conj') return isWorthANode(cast, tokens[head]?.head ?? -1, body)
  return deprel === 'root'
}

/** "People fled", "children were killed": the reporter tells what happened, in the past. */
function isTold({ analysed: { tokens }, isQuoted }: Cast, head: number): boolean {
  const { head: above = -1, deprel = '' } = tokens[head] ?? {}
  return isQuoted[head] !== true && tokens[head]?.upos === 'NOUN' && /^(nsubj|obj|obl:agent)/.test(deprel) && tokens[above]?.upos === 'VERB' && /^VB[DN]$/.test(tokens[above]?.xpos ?? '')
}

/** Whether a noun that is said to own something has a possessive's mark, "the student's exam", or at least a phrase of its own. */
function isOwner({ analysed: { tokens }, syntax }: Cast, head: number): boolean {
  return [head + 1, ...(syntax.dependents[head] ?? [])].some((i) => /^['’]s?$/.test(tokens[i]?.text ?? '')) || (syntax.dependents[head] ?? []).some((i) => i < head)
}

/** "a team of craftsmen" is one group, if the team is known as one. */
function isWithinGroup(cast: Cast, head: number): boolean {
  const { tokens } = cast.analysed
  const governor = tokens[head]?.head ?? -1
  return cast.byHead.get(governor)?.isUnnamed === true && /^(team|group|crowd|crew|gang|band|bunch|pair|couple|trio|duo)$/i.test(tokens[governor]?.text ?? '')
    && /^of$/i.test(tokens[corePhrase(cast.syntax, head).start - 1]?.text ?? '')
}

/** "another man": whoever was spoken of before is somebody else. */
export function isAnother(cast: Cast, head: number): boolean {
  return /^another$/i.test(cast.analysed.tokens[corePhrase(cast.syntax, head).start]?.text ?? '')
}
