/**
 * The element that holds the article.
 *
 *   in:  the document of a page; it is taken apart
 *   out: an element with the article's paragraphs and little else, or nothing
 *
 * Readability finds it; what surely is no article – menus, comments, links to other stories – is cut before.
 */
import { Readability } from '@mozilla/readability'
import { prune } from './prune.js'

export function bodyOf(document: Document): Element | undefined {
  prune(document)
  const article = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true, charThreshold: 250 }).parse()
  return (article?.content as Element | null | undefined) ?? undefined
}
