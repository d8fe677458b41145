/**
 * What the graph keeps of one article.
 * In: everything the stages found. Out: an ArticleGraph: the text, entities and claims without tokens, mentions and trees.
 */
import type { ArticleGraph, Extracted, Linking } from '../model.js'

export function keep(extracted: Extracted & Partial<Linking>): ArticleGraph {
  const { id, source, text, textSha256, headline, date, dateFrom, authors, publisher, datelinePlace, url, language, notes } = extracted
  const { entities, roles, statements, events, relations, model, links } = extracted
  const article = {
    id, source, text, textSha256, authors, language, notes,
    ...(headline && { headline }), ...(date && { date }), ...(dateFrom && { dateFrom }), ...(publisher && { publisher }),
    ...(datelinePlace && { datelinePlace }), ...(url && { url }),
  }
  const known = new Set(entities.map(({ id: entity }) => entity))
  const tied = Object.fromEntries(Object.entries(links ?? {}).filter(([entity]) => known.has(entity)))
  return { article, entities, roles, statements, events, relations, model, ...(Object.keys(tied).length > 0 && { links: tied }) }
}
