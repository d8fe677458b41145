/**
 * Places that a base knows twice: by Wikidata's id without where it is, and by where it is without the id.
 * In: the candidates of a name. Out: the same, with such pairs as one: Bavaria, "federated state, Germany", and the region of DE called
 * so in English → Q980 with its GeoNames id. What is said of the one must fit the other – a region is no town, and the state is the
 * same – and nothing else of that name may fit as well.
 */
import type { Candidate } from './candidates.js'
import type { Entry, Situation } from './entry.js'

const region = /^(?:country|state|province|region|governorate|prefecture|territory|oblast|emirate|canton|republic|regional|autonomous)$/iu
const town = /^(?:city|town|capital|municipality|commune|village|suburb|settlement|municipal|metropolis|port)$/iu
type StatesIn = (facts: readonly string[]) => ReadonlySet<string>

/** A state that is known by its label without where it is, and by another name with it: the Netherlands, and the kingdom of that name. */
function withoutKingdoms(candidates: readonly Candidate[], statesIn: StatesIn): readonly Candidate[] {
  const kingdom = candidates.find(({ entry, isAlias }) => isAlias && entry.situation?.feature.startsWith('A.PCL')), where = kingdom?.entry.situation
  if (!kingdom || !where) return candidates
  const isProper = ({ kind, facts, situation }: Entry): boolean => kind === 'place' && !situation && facts.includes('country') && statesIn(facts).has(where.country)
  const proper = candidates.find(({ entry, isAlias }) => !isAlias && isProper(entry))
  if (!proper) return candidates
  const joined = { ...proper, entry: { ...proper.entry, geonames: kingdom.entry.geonames, situation: where } }
  return [joined, ...candidates.filter((each) => each !== kingdom && each !== proper)]
}

/** Of towns, the one that is so many times as large as the next is meant. */
const LARGER = 5

export function withoutTwins(all: readonly Candidate[], statesIn: StatesIn): Candidate[] {
  const candidates = withoutKingdoms(all, statesIn)
  const taken = new Set<string>()
  const joined = candidates.map((candidate): Candidate => {
    const twin = twinOf(candidate.entry, candidates, statesIn)
    if (!twin || taken.has(twin.entry.geonames)) return candidate
    taken.add(twin.entry.geonames)
    const { entry } = candidate, { geonames, situation } = twin.entry
    const joinedEntry = { ...entry, geonames, prior: Math.max(entry.prior, twin.entry.prior), sources: entry.sources + 1, ...(situation && { situation }) }
    return { ...candidate, isAlias: candidate.isAlias && twin.isAlias, entry: joinedEntry }
  })
  return joined.filter(({ entry: { id, geonames } }) => id !== '' || !taken.has(geonames))
}

function twinOf(entry: Entry, candidates: readonly Candidate[], statesIn: StatesIn): Candidate | undefined {
  const { id, kind, facts, situation } = entry
  const isRegion = facts.some((fact) => region.test(fact)), isTown = facts.some((fact) => town.test(fact))
  // A province that was taken for its capital.
  const isMistaken = situation !== undefined && isRegion && !isTown && situation.feature.startsWith('P')
  if (id === '' || kind !== 'place' || facts.includes('continent') || situation !== undefined && !isMistaken) return undefined
  const states = statesIn(facts)
  const fitting = candidates.flatMap((candidate): (Candidate & { situation: Situation })[] => {
    const { id: other, situation: where } = candidate.entry
    if (other !== '' || !where || isMistaken && where.country !== situation?.country) return []
    const isOfState = states.size === 0 || states.has(where.country)
    const isOfSort = where.feature.startsWith('A.') ? isRegion || !isTown : isTown || !isRegion
    return isOfState && isOfSort ? [{ ...candidate, situation: where }] : []
  }).toSorted((a, b) => b.situation.inhabitants - a.situation.inhabitants)
  const [first, second] = fitting
  if (!first) return undefined
  const isClear = fitting.length === 1 || first.situation.inhabitants > LARGER * (second?.situation.inhabitants ?? 0)
  // Of whom no state is said, only what is known at once.
  return isClear && (states.size > 0 || entry.sources > 1) ? first : undefined
}
