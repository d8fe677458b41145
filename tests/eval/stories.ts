/**
 * News of the same stories in several documents, with the people and organisations that are the same across them.
 * In: a part of a corpus. Out: documents with places of mentions (UTF-16 units) and what each is of: "Gupta" in two reports of one
 * nomination → the same `thing`. DWIE has no stories: its documents are one news world.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Part, records, unitsOf } from './corpora.js'

export interface StoryDocument {
  readonly id: string
  readonly story: string
  readonly text: string
  readonly date?: string
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly thing: string }[]
}

interface DwieRecord { id: string; content: string; mentions: { begin: number; end: number; concept: number }[]; concepts: { concept: number; link?: string | null; tags: string[] }[] }

export function dwieDocuments(part: Part): StoryDocument[] {
  const dev = new Set(readFileSync(join(part.data, 'dwie/dev_ids.txt'), 'utf8').split(/\s+/u))
  const all = records<DwieRecord>({ data: part.data, split: part.split }, 'dwie/train.jsonl.gz')
  return all.filter(({ id }) => dev.has(id) === (part.split === 'dev')).map(({ id, content, mentions, concepts }) => {
    const unit = unitsOf(content)
    const isWanted = (tags: string[]) => tags.some((tag) => tag === 'type::person' || tag === 'type::organization')
    const links = new Map(concepts.filter(({ link, tags }) => link && isWanted(tags)).map(({ concept, link }) => [concept, link ?? '']))
    return { id, story: 'dwie', text: content, mentions: mentions.flatMap(({ begin, end, concept }) => {
      const thing = links.get(concept)
      return thing ? [{ start: unit(begin), end: unit(end), thing }] : []
    }) }
  })
}

interface ItemRecord { id: string; date: string; split: string; topics: [string, string | null][]; text: string; links: [number, number, string][] }

/** Items under the same running story; what is linked there is a person or organisation where the collected facts say so. */
export function currentEvents(part: Part): StoryDocument[] {
  const actors = actorTitles(part)
  const items = records<ItemRecord>({ data: part.data, split: part.split }, 'current_events/items.jsonl.gz')
  const wanted = items.filter(({ split, date }) => (part.split === 'dev' ? split === 'dev' : split !== 'dev' && date < '2025-05'))
  return toldAgain(wanted.map(({ id, date, topics, text, links }) => {
    const unit = unitsOf(text)
    return { id, date, text, story: topics.at(-1)?.[0] ?? id, mentions: links.flatMap(([start, end, title]) => {
      const thing = actors(title)
      return thing ? [{ start: unit(start), end: unit(end), thing }] : []
    }) }
  }))
}

/** Of an item that names nobody whom another of its story names there is nothing to learn. */
function toldAgain(items: readonly StoryDocument[]): StoryDocument[] {
  const times = new Map<string, number>()
  const keysOf = ({ story, mentions }: StoryDocument) => [...new Set(mentions.map(({ thing }) => `${story} ${thing}`))]
  for (const key of items.flatMap(keysOf)) times.set(key, (times.get(key) ?? 0) + 1)
  return items.filter((item) => keysOf(item).some((key) => (times.get(key) ?? 0) > 1))
}

function actorTitles({ data }: Part): (title: string) => string | undefined {
  const lines = (file: string): string[] => (existsSync(join(data, file)) ? gunzipSync(readFileSync(join(data, file))).toString('utf8').split('\n') : [])
  const redirects = new Map(lines('kb/redirects-wide.tsv.gz').map((line) => line.split('\t') as [string, string]))
  const actors = new Set(lines('kb/core.tsv.gz').flatMap((line) => {
    const [, kind, , , title] = line.split('\t')
    return title && (kind === 'person' || kind === 'org') ? [title.toLowerCase().replaceAll('_', ' ')] : []
  }))
  return (title) => {
    const plain = title.toLowerCase().replaceAll('_', ' ')
    const found = redirects.get(plain) ?? plain
    return actors.has(found) ? found : undefined
  }
}
