/**
 * As many articles as wanted, of a few that were extracted.
 * In: extracted articles. Out: copies, each with a line of text, and so a hash and IRIs, of its own; evidence still stands where it says.
 * People and bodies get invented names, a few dozen copies the same ones, so that names grow with the articles as in the news: "Lavrov" is
 * "Fadomi" throughout a copy. Places, outlets and works stay as they are. The text keeps the old names: evidence quotes the text.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ArticleGraph, Entity, Extracted } from '../../src/model.js'
import { dayOf, often, word } from './invented.js'

/** So many times around, the same people make news. */
const ROUNDS = 3

/** Articles as `newsgraph build --until extract` or `newsgraph work extract` prints them. */
export function readExtracted(path: string): Extracted[] {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => {
    const made = JSON.parse(line) as Extracted | ArticleGraph
    return 'article' in made ? { ...made.article, ...made } as unknown as Extracted : made
  })
}

export function* copies(extracted: readonly Extracted[], count: number): Generator<Extracted> {
  for (let number = 0; number < count; number += 1) {
    const article = extracted[number % extracted.length]
    if (!article) return
    const text = `${article.text}\n\nThis is copy number ${number}.`
    const textSha256 = createHash('sha256').update(text).digest('hex')
    const rename = renaming(Math.floor(number / (ROUNDS * extracted.length)))
    yield { ...article, text, textSha256, id: textSha256.slice(0, 16), date: dayOf(number), entities: article.entities.map(rename) }
  }
}

/** The same word becomes the same word in one story, in another story another. */
function renaming(story: number): (entity: Entity) => Entity {
  const other = (old: string, length: number): string => word(often(40_000, chanceOf(`${story} ${old}`)), length)
  const renamed = (name: string, kind: Entity['kind']): string => {
    const words = name.split(' ')
    const at = kind === 'person' ? words.length - 1 : 0
    return words.map((old, place) => (place === at ? other(old, kind === 'person' ? 3 : 4) : old)).join(' ')
  }
  return (entity) => {
    const { kind, name, names, isUnnamed } = entity
    if (isUnnamed || (kind !== 'person' && (kind !== 'organization' || !name.includes(' ')))) return entity
    return { ...entity, name: renamed(name, kind), names: names.map((one) => renamed(one, kind)) }
  }
}

function chanceOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE() / 2 ** 32
}
