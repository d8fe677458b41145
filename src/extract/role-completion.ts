/**
 * Whom a role is held for where the words beside it do not say: the roles of an article go in and are completed in place.
 * "the departure of Bill Bratton as commissioner" in an article on NYPD Commissioner James O'Neill → of the NYPD.
 * Each step guesses less surely than the one before; the doubt grows with it.
 */
import { isAtWork } from './at-work.js'
import { isKin, isStateOffice } from './role-nouns.js'
import type { Scene } from './role-scene.js'
import { sameTitle, type RoleDraft } from './role-drafts.js'

export function completeRoles(scene: Scene, drafts: readonly RoleDraft[]): void {
  for (const draft of drafts) {
    if (draft.of || saysOfWhat(scene, draft)) continue
    const guess = steps.filter(({ name }) => isAtWork(name)).map(({ find }) => find(scene, draft, drafts)).find((each) => each !== undefined)
    if (!guess || guess === draft.holder) continue
    draft.of = guess
    draft.isOfInferred = true
    draft.doubt = Math.max(draft.doubt, 0.25)
  }
}

/** In order of trust. */
const steps: readonly { readonly name: string; readonly find: (scene: Scene, draft: RoleDraft, drafts: readonly RoleDraft[]) => string | undefined }[] = [
  { name: 'of-kinsman', find: (scene, draft) => isKin(draft.title) ? kinsman(scene, draft) : undefined },
  { name: 'of-employer', find: employer },
  { name: 'of-same-office', find: (_, draft, drafts) => sameOffice(drafts, draft) },
  { name: 'of-own-state', find: (_, draft, drafts) => isStateOffice(draft.title) ? ownState(drafts, draft) : undefined },
  { name: 'of-only-government', find: (scene, draft, drafts) => isStateOffice(draft.title) ? onlyGovernment(scene, drafts, draft) : undefined },
]

/** "President of the Miami-based caucus": the words tell, even where nobody knows what they name. */
function saysOfWhat({ resolved: { tokens } }: Scene, { first }: RoleDraft): boolean {
  return /^(of|at|for)$/i.test(tokens[first.end]?.text ?? '') && tokens[first.end]?.sentence === tokens[first.start]?.sentence
}

/** "Donald Trump's divorce from wife Ivana": the other person of the sentence, named last before. */
function kinsman({ resolved, kindOf }: Scene, { holder, first }: RoleDraft): string | undefined {
  const sentence = resolved.tokens[first.start]?.sentence
  // "my aunt" is the speaker's, whoever that is.
  if (resolved.tokens.slice(Math.max(0, first.start - 4), first.start).some((token) => /^(my|our|your)$/i.test(token.text))) return undefined
  return resolved.references.findLast((each) => each.entity !== holder && kindOf.get(each.entity) === 'person' && each.start < first.start
    && resolved.tokens[each.start]?.sentence === sentence)?.entity
}

/** "Bolshoi Theater replaces director Anatoly Iksanov": the body that hires or dismisses. */
function employer({ resolved: { tokens }, byHead, kindOf }: Scene, { first }: RoleDraft): string | undefined {
  let name = first.head
  for (let steps = 0; steps < 4 && /^(flat|compound|appos|nmod:desc)/.test(tokens[name]?.deprel ?? ''); steps++) name = tokens[name]?.head ?? -1
  const verb = tokens[name]?.head ?? -1
  if (!/^(replace|sack|fire|dismiss|hire|appoint|name|oust|suspend|sign|elect|remove|pick)$/.test(tokens[verb]?.lemma ?? '')) return undefined
  const subject = tokens.findIndex((token, i) => token.head === verb && token.deprel === 'nsubj' && i < verb)
  const body = byHead.get(subject) ?? byHead.get(subject + 1)
  return body && /^(organization|outlet|place)$/.test(kindOf.get(body.entity) ?? '') ? body.entity : undefined
}

/** The office that somebody else left or took over: predecessor and successor hold it for one thing. Two who hold it now hold two offices. */
function sameOffice(drafts: readonly RoleDraft[], draft: RoleDraft): string | undefined {
  if (isKin(draft.title) || /\p{Lu}\p{L}+ \p{Ll}/u.test(draft.title) || manyHold.test(draft.title)) return undefined
  const others = new Set(drafts.filter((each) => each.holder !== draft.holder && each.of && each.isFormer !== draft.isFormer && sameTitle(each.title, draft.title)).map((each) => each.of))
  return others.size === 1 ? [...others][0] : undefined
}

/** Titles that many have at once, each for a body of their own. */
const manyHold = /(^| )(lawyer|attorney|member|candidate|nominee|author|writer|actor|singer|player|coach|doctor|physician|expert|analyst|professor|reporter|journalist|senator|congressman|congresswoman|governor|mayor|president|minister|chancellor|ambassador|rep\.|sen\.|gov\.|leader|king|queen|premier)s?$/i

/** The state that the same person holds another office of. */
function ownState(drafts: readonly RoleDraft[], draft: RoleDraft): string | undefined {
  return drafts.find((each) => each !== draft && each.holder === draft.holder && each.of && isStateOffice(each.title))?.of
}

/**
 * The state whose government the article speaks of: most of what it says of states is of this one, and nobody holds an office of another.
 * One that is named once, where somebody goes or comes from, is not it.
 */
function onlyGovernment({ resolved }: Scene, drafts: readonly RoleDraft[], draft: RoleDraft): string | undefined {
  if (drafts.some((each) => each.holder === draft.holder && each.of)) return undefined
  const states = new Set(resolved.entities.filter((entity) => entity.type === 'Country').map(({ id }) => id))
  const told = new Set(drafts.filter((each) => !each.isOfInferred && isStateOffice(each.title) && states.has(each.of ?? '')).map(({ of }) => of!))
  const named = resolved.references.filter((each) => states.has(each.entity) && each.form !== 'pronoun')
  const share = (state: string) => named.filter((each) => each.entity === state).length / named.length
  const only = [...states].find((state) => share(state) > 0.7)
  const isNamed = named.some((each) => each.entity === only && each.form === 'name')
  return isNamed && named.length > 1 && [...told].every((state) => state === only) ? only : undefined
}
