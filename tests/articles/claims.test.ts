import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleGraph, EntityKind } from '../../src/model.js'
import { build } from '../../src/newsgraph.js'

/** What an article's graph must hold; each folder here is an article. */
interface Expected {
  /** Where the article lies, if not as source.* beside the expectations. */
  readonly source?: string
  readonly date: string
  readonly people?: readonly string[]
  readonly outlets?: readonly string[]
  readonly organizations?: readonly string[]
  /** Who holds which title. */
  readonly roles?: readonly (readonly [string, string])[]
  /** Who said words that begin like this. */
  readonly statements?: readonly (readonly [string, string])[]
  /** Words of events that are only said, denied, asked or supposed. */
  readonly notAsserted?: readonly string[]
  /** Words around the article that are none of its own. */
  readonly absent?: readonly string[]
}

const folders = readdirSync('tests/articles', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join('tests/articles', name))

describe.each(folders)('%s', (folder) => {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected
  const source = expected.source ?? join(folder, readdirSync(folder).find((name) => name.startsWith('source.')) ?? '')
  let article: ArticleGraph

  beforeAll(async () => {
    expect(existsSync(source)).toBe(true)
    const { articles } = await build([source])
    article = [...articles][0] as ArticleGraph
  })

  const namesOf = (kind: EntityKind): string[] => article.entities.filter((entity) => entity.kind === kind).flatMap(({ names }) => names)
  const nameOf = (id: string | undefined): string | undefined => article.entities.find((entity) => entity.id === id)?.name

  it('is dated', () => expect(article.article.date).toBe(expected.date))

  it.each([['person', expected.people], ['outlet', expected.outlets], ['organization', expected.organizations]] as const)('has every %s', (kind, names = []) => {
    expect(namesOf(kind)).toEqual(expect.arrayContaining([...names]))
  })

  it.each(expected.roles ?? [])('%s holds the role %s', (who, title) => {
    expect(article.roles.map((role) => [nameOf(role.holder), role.title])).toContainEqual([who, title])
  })

  it.each(expected.statements ?? [])('%s said "%s…"', (who, words) => {
    const said = article.statements.map(({ speakers, content }) => [nameOf(speakers[0]), article.article.text.slice(content[0].start).slice(0, words.length)])
    expect(said).toContainEqual([who, words])
  })

  it('asserts nothing that is only said', () => {
    const asserted = article.events.filter(({ factuality }) => factuality === 'Asserted').flatMap(({ triggers }) => triggers.map(({ start, end }) => article.article.text.slice(start, end)))
    for (const word of expected.notAsserted ?? []) expect(asserted).not.toContain(word)
  })

  it('holds no words from around it', () => {
    for (const words of expected.absent ?? []) expect(article.article.text).not.toContain(words)
  })

  it('points with every claim at words of the article', () => {
    const { text } = article.article
    for (const { evidence } of [...article.entities, ...article.roles, ...article.statements, ...article.events, ...article.relations]) {
      for (const { start, end } of evidence) expect(text.slice(start, end).trim()).not.toBe('')
    }
  })
})
