/**
 * Organisations, outlets and places by name: occurrences go in, one draft a thing comes out.
 * "International Monetary Fund … IMF" → one; "Bolshoi Theater … the Bolshoi" → one; "US … United States" → one.
 * Not handled: bodies renamed in the course of the article.
 */
import type { Analysed, EntityKind } from '../model.js'
import { countryNamed, countryOfDemonym, stateOfShort } from './countries.js'
import { addPlace, newDraft, type Draft } from './drafts.js'
import { fold, inOneOrder, isAcronymOf, isShortFor } from './name-forms.js'
import { isPaperWord } from './outlets.js'
import { isBody } from './person-nouns.js'
import { bodyIndex } from './bodies-index.js'
import { wellKnown } from './well-known.js'
import type { Kind } from './kinds.js'
import type { Occurrence } from './occurrence.js'

export function bodiesOf(analysed: Analysed, kind: EntityKind, occurrences: readonly Occurrence[], kinds: ReadonlyMap<string, Kind>): Draft[] {
  const clusters: Draft[] = []
  const key = (text: string) => fold((kind === 'place' ? (countryNamed(text) ?? countryOfDemonym(text))?.name ?? stateOfShort(text) : wellKnown(text) ?? (kind === 'organization' ? inOneOrder(text) : undefined)) ?? text)
  const glosses = glossesOf(analysed, occurrences)
  const byKey = new Map<string, Occurrence[]>()
  for (const each of occurrences) {
    const name = key(each.text), known = byKey.get(name)
    if (known) known.push(each)
    else byKey.set(name, [each])
  }
  const index = bodyIndex()
  const longestFirst = [...byKey].sort(([a], [b]) => b.split(' ').length - a.split(' ').length || b.length - a.length)
  for (const [, all] of longestFirst) {
    const same = all.map((each) => each.text)
    const long = index.near(same.flatMap((short) => [short, glosses.get(fold(short)) ?? short])).filter((cluster) => same.some((short) => [...cluster.names.keys()].some((name) => isSame(kind, short, name) || glosses.get(fold(short)) === fold(name))))
    const draft = long.length === 1 ? long[0]! : nearest(analysed, all, long) ?? start(clusters, kind, all, kinds)
    for (const each of all) {
      addPlace(draft, { ...each, form: 'name' }, each.text)
      const bare = kind === 'organization' ? withoutState(each.text) : undefined
      if (bare && !draft.names.has(bare)) draft.names.set(bare, 0)
    }
    index.put(draft)
  }
  for (const cluster of clusters) cluster.name = bestName(kind, cluster)
  return clusters
}

const sortOfBody = /^ (corporation|corp|inc|incorporated|ltd|limited|llc|plc|ag|se|gmbh|sa|spa|nv|company|co|group|holdings?|party|theat(er|re)|university|college|club|fc|cf|football club|(news|press) agency|agency|newspaper|magazine|collective|bank|foundation|trust|airlines?|airways|international|organi[sz]ation|hospital|museum|festival|movement|coalition|alliance|network|television|tv|radio|news|institute|association|federation|union|brigades?|forces?)$/

function start(clusters: Draft[], kind: EntityKind, all: readonly Occurrence[], kinds: ReadonlyMap<string, Kind>): Draft {
  const text = all[0]?.text ?? ''
  const found = kinds.get(fold(text))
  const draft = newDraft(kind, text, found?.mentionKind ?? 'other')
  if (found?.outletKind) draft.outletKind = found.outletKind
  clusters.push(draft)
  return draft
}

/** "French National Front" is written as National Front elsewhere. */
function withoutState(name: string): string | undefined {
  const [first = '', ...rest] = name.split(' ')
  return rest.length > 1 && countryOfDemonym(first) && rest.every((word) => /^\p{Lu}/u.test(word)) ? rest.join(' ') : undefined
}

/** Whether `short` is another form of `long`, for this kind of thing. */
function isSame(kind: EntityKind, short: string, long: string): boolean {
  if (isAcronymOf(short, long)) return true
  const how = isShortFor(short, long) ?? (kind === 'organization' ? isShortFor(inOneOrder(short), inOneOrder(long)) : undefined)
  if (kind === 'place') return how === 'start' && isPlainAddition(short, long)
  const rest = fold(long).split(' ').slice(0, -fold(short).split(' ').length).join(' ')
  if (how === 'end') return kind === 'outlet' && isPaperWord(short) || rest === '' || countryOfDemonym(rest) !== undefined || countryNamed(rest) !== undefined || /^(us|uk|the|ac|fc|as|ss|sc|afc|state|royal|real|inter)$/.test(rest) || fold(short).includes(' ') || isBody(short)
  // "WTO Dispute Settlement Body" is not the WTO.
  if (how !== 'start' || countryNamed(short) || countryOfDemonym(short) || /^\p{Lu}{2,}$/u.test(short) || wellKnown(short)) return false
  // "Union Carbide Corporation" says what Union Carbide is, "European Union Chamber of Commerce" is another body.
  return fold(short).includes(' ') ? sortOfBody.test(fold(long).slice(fold(short).length)) : !/ (of|in|for) /.test(long)
}

/** Short forms that the text itself gives in brackets: "Alternative for Germany (AfD)" → afd: alternative for germany. */
function glossesOf({ tokens }: Analysed, occurrences: readonly Occurrence[]): Map<string, string> {
  const startingAt = new Map(occurrences.map((each) => [each.start, each]))
  const glosses = new Map<string, string>()
  for (const { end, text } of occurrences) {
    const inside = tokens[end]?.text === '(' ? startingAt.get(end + 1) : undefined
    if (inside && tokens[inside.end]?.text === ')') glosses.set(fold(inside.text), fold(text)).set(fold(text), fold(inside.text))
  }
  return glosses
}

/** "Gulf of Thailand" and "New York City" add what a place is, "Mexico City" names another. */
function isPlainAddition(short: string, long: string): boolean {
  if (countryNamed(short)) return false
  const rest = fold(long).slice(fold(short).length).trim()
  return /^(of|city|province|county|district|state|region|dc|d c|island|governorate|prefecture|department|township)\b/.test(rest)
}

/** Of several long names the one named last before, if the short form stands right after it: two ministries stay apart. */
function nearest(analysed: Analysed, all: readonly Occurrence[], candidates: readonly Draft[]): Draft | undefined {
  if (candidates.length === 0) return undefined
  const first = all[0]?.start ?? 0
  const sentence = analysed.tokens[first]?.sentence ?? 0
  const last = (draft: Draft) => Math.max(-1, ...draft.places.filter((place) => place.start < first).map((place) => place.start))
  const close = candidates.filter((draft) => last(draft) >= 0 && sentence - (analysed.tokens[last(draft)]?.sentence ?? 0) <= 2)
  return [...close].sort((a, b) => last(b) - last(a))[0]
}

/** Of a state its usual name if the text has it, else the commonest; of a body the longest form. */
function bestName(kind: EntityKind, draft: Draft): string {
  const names = [...draft.names]
  if (kind === 'place') {
    const country = names.map(([name]) => countryNamed(name)).find(Boolean)
    if (country) return country.name
    const state = names.map(([name]) => stateOfShort(name)).find(Boolean)
    if (state) return state
  }
  const isAcronym = (name: string) => /^[A-Z][A-Z.&]+$/.test(name) && name.length <= 6
  return names.sort((a, b) => Number(isAcronym(a[0])) - Number(isAcronym(b[0])) || b[0].length - a[0].length || b[1] - a[1])[0]?.[0] ?? draft.name
}
