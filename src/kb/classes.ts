/**
 * What classes make a thing: a person, an organisation, a place, a work, an event.
 * In: which class is a part of which, `Q34770 sub Q315` or `dbo:Mayor sub dbo:Politician`. Out: for a class its kind, that of the nearest of some classes above it:
 * "newspaper of Ruritania" is a newspaper, so an organisation. Further than some steps nothing is sure.
 */
import type { EntryKind } from '../link/entry.js'
import { statementOf } from './statements.js'

const DBO = 'http://dbpedia.org/ontology/', SCHEMA = ['http://schema.org/', 'https://schema.org/']

/** Classes that tell what a thing is; what is of none of them is kept for its article, its kind unknown. */
const ROOTS: ReadonlyMap<string, EntryKind> = new Map(([
  ['person', 'Q5', 'Person'],
  ['organization', 'Q43229 Q4830453 Q7278 Q484652 Q327333 Q783794 Q6881511 Q11032 Q1193236 Q1002697 Q41298 Q847017 Q476028 Q15944511 Q3918 Q875538 Q31855 Q163740 Q79913 Q891723 Q192283 Q11033 Q1110794 Q15265344 Q1616075 Q1331793 Q35127 Q192350 Q35749 Q7188 Q2659904 Q4671277 Q22687 Q176799 Q15911314 Q2085381 Q161726 Q245065 Q2920921', 'Organisation Organization'],
  ['place', 'Q6256 Q3336843 Q3624078 Q7275 Q515 Q1549591 Q3957 Q532 Q1093829 Q486972 Q5119 Q35657 Q10864048 Q82794 Q23442 Q4022 Q8502 Q23397 Q1248784 Q41176 Q34442 Q5107 Q15284 Q484170 Q123705 Q747074 Q618123 Q2221906 Q56061 Q200250 Q1637706 Q133442', 'Place'],
  ['work', 'Q11424 Q571 Q7725634 Q5398426 Q482994 Q7889 Q2431196 Q215380 Q105543609 Q47461344 Q3305213 Q7366', 'Work CreativeWork'],
  ['event', 'Q1190554 Q1656682 Q198 Q178561 Q40231 Q27020041 Q18608583 Q16510064 Q132241 Q124734 Q8065', 'Event'],
] as const).flatMap(([kind, ids, names]) => [
  ...ids.split(' ').map((id) => [id, kind] as const), ...names.split(' ').flatMap((name) => [DBO, ...SCHEMA].map((space) => [`${space}${name}`, kind] as const)),
]))

export function kindOfRoot(id: string): EntryKind | undefined {
  return ROOTS.get(id)
}

/** Steps up; what is further is of everything. */
const FURTHEST = 10

/** @param lines statements; only `sub` is looked at. Memory: some 30 bytes for each. */
export function classKinds(lines: Iterable<string>): (id: string) => EntryKind | undefined {
  const below = new Map<string, string[]>()
  for (const line of lines) {
    if (!line.includes('\tsub\t')) continue
    const { key, sort, text } = statementOf(line)
    if (sort !== 'sub') continue
    const known = below.get(text)
    if (known) known.push(key)
    else below.set(text, [key])
  }
  const kinds = new Map(ROOTS)
  let front = [...ROOTS.keys()]
  // From above, level by level: the nearest of the classes decides, of equals the first in the list.
  for (let step = 0; step < FURTHEST && front.length > 0; step += 1) {
    const next: string[] = []
    for (const id of front) for (const child of below.get(id) ?? []) {
      if (kinds.has(child)) continue
      kinds.set(child, kinds.get(id) ?? 'unknown')
      next.push(child)
    }
    front = next
  }
  return (id) => kinds.get(id)
}
