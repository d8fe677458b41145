/**
 * Places: LGL, local papers of America, and TR-News; which GeoNames entry each name is, and how far from it the one that was found.
 * Figures are told of every second article; on the others rules were chosen. A link to Wikidata or DBpedia alone says nothing of
 * GeoNames and is not judged.
 */
import type { LinkMaker } from '../../src/link/link.js'
import { ruleOf } from '../../src/link/rules.js'
import { type Part, records, sampled, unitsOf } from './corpora.js'
import { articleOf, linkerFor, withMemory } from './linking.js'
import type { Bench, Row, Task } from './measure.js'

interface PlaceRecord { id: string; date: string | null; text: string; toponyms: { span: [number, number]; surface: string; geonameid?: number; lat?: number; lon?: number; feature?: string }[] }

/** So many of each tell. */
const MOST = 80
/** Kilometres within which a place counts as found; a hundred miles. */
const NEAR = 161

export const linkedPlaces: Task = { name: 'linked-places', run: async (bench) => placeRows(withMemory(bench), await linkerFor(bench)) }

async function placeRows(bench: Bench, linker: LinkMaker): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, file] of [['LGL', 'lgl'], ['TR-News', 'trnews']] as const) {
    const all = records<PlaceRecord>({ data: bench.part.data, split: bench.part.split } satisfies Part, `geoparsing/${file}.jsonl.gz`)
    let [gold, linked, exact, near, same, sameRight] = [0, 0, 0, 0, 0, 0]
    for (const record of sampled(all.filter((_, at) => at % 2 === 0), Math.min(bench.part.sample ?? MOST, MOST))) {
      const article = await articleOf(bench, `${name} ${record.id}`, record.text, record.date?.slice(0, 10))
      const unit = unitsOf(record.text)
      const considered = new Map((await linker.consider(article)).map((each) => [each.entity.id, each]))
      const seen = new Set<string>()
      for (const toponym of record.toponyms) {
        const once = `${toponym.surface} ${toponym.geonameid ?? ''}`
        if (toponym.geonameid === undefined || seen.has(once)) continue
        seen.add(once)
        gold += 1
        const [start, end] = [unit(toponym.span[0]), unit(toponym.span[1])]
        const reference = article.references.find((each) => (each.form === 'name' || each.form === 'adjective') && (article.tokens[each.start]?.start ?? 0) < end && start < (article.tokens[each.end - 1]?.end ?? 0) && Math.abs((article.tokens[each.end - 1]?.end ?? 0) - end) <= 2 && Math.abs((article.tokens[each.start]?.start ?? 0) - start) <= 4)
        const found = reference && considered.get(reference.entity)
        if (!found?.choice || found.entity.kind !== 'place') continue
        const { best: { entry }, rule } = found.choice
        const isRight = entry.geonames === String(toponym.geonameid)
        const distance = kilometres(entry.situation, toponym)
        // States have no point; regions and towns of one name and place have two entries.
        const isNear = isRight || distance !== undefined && distance <= NEAR
        if (!ruleOf(rule) || entry.geonames === '') continue
        linked += 1
        exact += Number(isRight)
        near += Number(isNear)
        if (ruleOf(rule)?.tier === 'sameAs') {
          same += 1
          sameRight += Number(isRight || isNear && distance !== undefined && distance < 10)
        }
        if (!isNear) bench.report({ task: `linking, ${name}`, kind: `${ruleOf(rule)?.tier ?? ''} ${rule}`, text: `${record.id} “${toponym.surface}” ${entry.geonames} ${entry.label} ${entry.situation?.country ?? ''}.${entry.situation?.region ?? ''} ${entry.situation?.inhabitants ?? ''}, gold ${toponym.geonameid} ${toponym.feature ?? ''}; ${found.candidates.length} candidates` })
      }
    }
    if (gold === 0) continue
    rows.push(
      { name: `${name} places, exact`, score: 100 * exact / Math.max(1, linked), note: `${exact} of ${linked} linked, of ${gold} names in all` },
      { name: `${name} places, within 161 km`, score: 100 * near / Math.max(1, linked) },
      { name: `${name} places, sameAs right`, score: 100 * sameRight / Math.max(1, same), note: `${sameRight} of ${same}` },
      { name: `${name} places, linked`, score: 100 * linked / gold },
    )
  }
  return rows
}

function kilometres(a: { lat?: number; long?: number } | undefined, b: { lat?: number; lon?: number }): number | undefined {
  if (a?.lat === undefined || a.long === undefined || b.lat === undefined || b.lon === undefined) return undefined
  const [from, to, turn] = [a.lat, b.lat, b.lon - a.long].map((degrees) => degrees * Math.PI / 180) as [number, number, number]
  return 6371 * 2 * Math.asin(Math.sqrt(Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(turn / 2) ** 2))
}
