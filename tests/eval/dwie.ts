/** DWIE articles: mentions with the graph's kinds, entities, relations. */
import type { MentionKind } from '../../src/model.js'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Part, records, sampled, unitsOf } from './corpora.js'

interface DwieRecord {
  id: string
  content: string
  mentions: { begin: number; end: number; concept: number }[]
  concepts: { concept: number; tags: string[] }[]
  relations: { s: number; p: string; o: number }[]
}

export interface DwieArticle {
  readonly id: string
  readonly text: string
  /** In order of text; no kind where the corpus gives none that the graph knows. */
  readonly mentions: readonly { start: number; end: number; entity: number; kind?: MentionKind }[]
  /** With the names of the model's relation list. */
  readonly relations: readonly { subject: number; relation: string; object: number }[]
}

/** The first tag that an entity has decides. */
const KIND_OF: readonly (readonly [string, MentionKind])[] = [
  ['role', 'role'], ['time', 'date'], ['money', 'money'], ['gpe0-x', 'nationality'], ['gpe1-x', 'nationality'],
  ['gpe2-x', 'nationality'], ['loc-x', 'nationality'], ['ethnicity', 'nationality'], ['religion-x', 'nationality'],
  ['religion', 'nationality'], ['gpe0', 'country'], ['gpe1', 'region'], ['gpe2', 'city'], ['regio', 'region'],
  ['district', 'region'], ['facility', 'facility'], ['location', 'place'], ['media', 'outlet'], ['organization', 'organization'],
  ['person', 'person'], ['work_of_art', 'work'], ['report', 'work'], ['treaty', 'law'], ['event', 'event'], ['war', 'event'],
  ['award', 'other'], ['product', 'product'], ['technology', 'product'], ['brand', 'product'], ['military_equipment', 'product'],
  ['value', 'other'], ['other', 'other'], ['misc', 'other'],
]

const RENAMED: Readonly<Record<string, string>> = {
  based_in0: 'based_in', based_in1: 'based_in', based_in2: 'based_in', in0: 'in', in1: 'in', in2: 'in',
  event_in0: 'event_in', event_in1: 'event_in', event_in2: 'event_in', present_in0: 'event_in',
  gpe0: 'nationality_form', gpe1: 'nationality_form', gpe2: 'nationality_form',
}

/** The articles of a split; the developers' one has its dev part listed by id, within the file of the other. */
export function dwieArticles(part: Part): DwieArticle[] {
  const list = join(part.data, 'dwie/dev_ids.txt')
  if (!/^(dev|train)$/.test(part.split) || !existsSync(list)) return records<DwieRecord>(part, `dwie/${part.split}.jsonl.gz`).map(articleOf)
  const ids = new Set(readFileSync(list, 'utf8').split(/\s+/))
  const all = records<DwieRecord>({ data: part.data, split: part.split }, 'dwie/train.jsonl.gz')
  return sampled(all.filter((record) => ids.has(record.id) === (part.split === 'dev')), part.sample).map(articleOf)
}

function articleOf(record: DwieRecord): DwieArticle {
  const unit = unitsOf(record.content)
  const kinds = new Map(record.concepts.map(({ concept, tags }) => [concept, kindOf(tags)]))
  const mentions = record.mentions.map(({ begin, end, concept }) => {
    const kind = kinds.get(concept)
    return { start: unit(begin), end: unit(end), entity: concept, ...(kind === undefined ? {} : { kind }) }
  })
  return { id: record.id, text: record.content, mentions, relations: record.relations.map(relationOf) }
}

function kindOf(tags: readonly string[]): MentionKind | undefined {
  const types = new Set(tags.filter((tag) => tag.startsWith('type::')).map((tag) => tag.slice(6)))
  return KIND_OF.find(([tag]) => types.has(tag))?.[1]
}

/** "-x" only says that the object is an adjective; the levels of places are one. */
function relationOf({ s, p, o }: DwieRecord['relations'][number]): DwieArticle['relations'][number] {
  const name = p.replace(/-x$/, '')
  if (name === 'parent_of') return { subject: o, relation: 'child_of', object: s }
  return { subject: s, relation: RENAMED[name] ?? name, object: o }
}
