/**
 * States behind other words: "Russian" leads to Russia, and "Moscow signalled" speaks for it. Drafts go in; states that the
 * text only hints at are added with the adjective as their evidence, and seats of government get the state they stand for.
 */
import type { Analysed } from '../model.js'
import type { Cast } from './cast.js'
import { countryNamed, countryOfDemonym, countryOfSeat, isContinent, isRegion, type Country } from './countries.js'
import { addPlace, newDraft, type Draft, type Place } from './drafts.js'
import { fold } from './name-forms.js'
import type { Occurrence } from './occurrence.js'
import { wellKnown } from './well-known.js'

/** Ties adjectives and peoples to their states. */
export function addAdjectives(drafts: Draft[], occurrences: readonly Occurrence[]): void {
  for (const each of occurrences) {
    const country = countryOfDemonym(each.text) ?? countryNamed(each.text)
    if (!country) continue
    // "European officials" are the Union's where the article speaks of it; a continent is no state.
    const draft = isContinent(country.name) ? drafts.find((other) => other.kind === 'organization' && country.name === 'Europe' && [...other.names.keys()].some((name) => wellKnown(name) === 'European Union')) : stateDraft(drafts, country.name)
    if (draft) addPlace(draft, { ...each, form: 'adjective' })
  }
}

/** States that the names of bodies begin with: "Ethiopian Electric Power Corporation". */
export function addStatesInNames(analysed: Analysed, drafts: Draft[]): void {
  for (const draft of drafts.slice()) {
    if (draft.kind !== 'organization') continue
    for (const place of draft.places) {
      const country = place.end - place.start > 1 ? countryOfDemonym(analysed.tokens[place.start]?.text ?? '') : undefined
      if (country && !isContinent(country.name) && place.form === 'name') addPlace(stateDraft(drafts, country.name), { start: place.start, end: place.start + 1, head: place.start, form: 'adjective', confidence: place.confidence, mention: null })
    }
  }
}

/** Sets `standsFor` of capitals and houses of government that act or speak in the article: "Paris signalled". */
export function seatStates(cast: Cast): void {
  for (const draft of cast.drafts.slice()) {
    const country = [...draft.names.keys()].map(countryOfSeat).find(Boolean)
    if (!country || draft.kind === 'person' || draft.kind === 'work' || isElsewhere(cast, draft, country)) continue
    if (draft.kind === 'organization' || draft.places.some((place) => acts(cast, place))) draft.standsFor = stateDraft(cast.drafts, country.name, draft)
  }
}

/** "Paris, Idaho" is no seat of France, nor is the Paris of an article that names it so once. */
function isElsewhere({ analysed: { tokens }, nameCovering }: Cast, draft: Draft, country: Country): boolean {
  return draft.places.some(({ end, form }) => {
    const region = form === 'name' && tokens[end]?.text === ',' ? nameCovering.get(end + 1) : undefined
    return region?.kind === 'place' && (countryNamed(region.name) ?? country).name !== country.name || region?.kind === 'place' && isRegion(region.name)
  })
}

function stateDraft(drafts: Draft[], name: string, because?: Draft): Draft {
  const known = drafts.find((draft) => draft.kind === 'place' && [draft.name, ...draft.names.keys()].some((other) => fold(other) === fold(name) || countryNamed(other)?.name === name))
  if (known) return known
  const draft = newDraft('place', name, countryNamed(name) ? 'country' : 'region')
  const first = because?.places[0]
  if (first) draft.places.push({ ...first, form: 'adjective', mention: null })
  drafts.push(draft)
  return draft
}

/** Whether a town does what only people do: it says, sends, denies, or owns an act ("Moscow's intervention"). */
function acts(cast: Cast, { head }: Place): boolean {
  const token = cast.analysed.tokens[head]
  if (!token) return false
  if (cast.sources.has(head)) return true
  const governor = cast.analysed.tokens[token.head]
  if (/^nsubj(:pass)?$/.test(token.deprel)) return governor?.upos === 'VERB' && !/^(be|lie|have|host|see|get|become|remain|seem|grow)$/.test(governor.lemma)
  return /^(obl:agent|nmod:poss)$/.test(token.deprel) && /(tion|ment|ance|ence|al|sion|war|policy|attack|offensive|forces|claim|demand|decision|plan|response|support|threat|ally|role|aim|army|position|effort|move)s?$/.test(governor?.text ?? '')
}
