/**
 * What a catalogue holds, told without opening an article.
 * In: its folder. Out: how many articles of which days, who extracted them, how many bytes; with each article if asked for:
 * "article:76f4…  2022-07-07  Russia slams Macron  seeds/000_76f4….txt".
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openCatalogue } from './reading.js'
import type { Row } from './state.js'

/** What a catalogue holds. */
export interface Status {
  readonly base: string
  readonly articles: number
  /** First and last day, where articles have dates. */
  readonly from?: string
  readonly until?: string
  /** Articles by who extracted them, the present version and model first. */
  readonly makers: readonly { readonly maker: string; readonly articles: number; readonly isPresent: boolean }[]
  /** Things that people decided. */
  readonly decisions: number
  /** Steps ever taken. */
  readonly revision: number
  readonly bytes: number
  readonly list: readonly Listed[]
}

/** An article of a catalogue, in short. */
export type Listed = Pick<Row, 'id' | 'source' | 'url' | 'date' | 'headline'>

/** @param maker who would extract now @throws Problem `input` when there is no catalogue or it is damaged */
export function statusOf(folder: string, maker: string): Status {
  const { manifest, rows, revision, decisions, close } = openCatalogue(folder)
  try {
    const all = [...rows.values()]
    const days = all.flatMap(({ date }) => date?.slice(0, 10) ?? []).sort()
    const [from, until] = [days[0], days.at(-1)]
    return {
      base: manifest.base, articles: rows.size, revision, bytes: bytesIn(folder), decisions: decisions().length,
      makers: countMakers(all.map((row) => row.maker), maker),
      list: all.map(listedOf),
      ...(from && { from }), ...(until && { until }),
    }
  } finally {
    close()
  }
}

function listedOf({ id, source, url, date, headline }: Row): Listed {
  return { id, source, ...(url && { url }), ...(date && { date }), ...(headline && { headline }) }
}

function countMakers(makers: readonly string[], present: string): Status['makers'] {
  const counts = new Map<string, number>()
  for (const maker of makers) counts.set(maker, (counts.get(maker) ?? 0) + 1)
  const rows = [...counts].map(([maker, articles]) => ({ maker, articles, isPresent: maker === present }))
  return rows.sort((a, b) => Number(b.isPresent) - Number(a.isPresent) || b.articles - a.articles)
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
