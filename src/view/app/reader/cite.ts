/**
 * A citation of a claim: its words, headline, outlet, date, the address of the article with a text fragment that browsers scroll to, and
 * the address of this view. Also as HTML to put into another page; what articles say is escaped there.
 */

import type { Evidence, Item } from '../items.js'
import { readableDate } from '../dates.js'
import { copy } from '../parts.js'
import { announcement, linkToHere } from '../state.js'
import { graph } from '../visible.js'
import { say } from '../words.js'

/** `https://…#:~:text=first%20words,last%20words` */
export function fragmentOf(url: string, exact: string): string {
  if (!/^https?:\/\//i.test(url)) return ''
  const words = exact.trim().split(/\s+/)
  const part = (some: readonly string[]): string => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D')
  const text = words.length <= 8 ? part(words) : `${part(words.slice(0, 4))},${part(words.slice(-4))}`
  return `${url.replace(/#.*$/, '')}#:~:text=${text}`
}

export function citation(evidence: readonly Evidence[]): string {
  const longest = longestOf(evidence)
  const article = graph.value?.articles[longest?.article ?? -1]
  if (longest === undefined || article === undefined) return ''
  const source = [`“${article.headline}”`, article.publisher, article.date === '' ? '' : readableDate(article.date)]
    .filter(Boolean)
    .join(', ')
  return [`“${longest.exact}”`, `${source}.`, fragmentOf(article.url, longest.exact), linkToHere()].filter(Boolean).join('\n')
}

/** A quotation for another web page. */
export function embedCode(evidence: readonly Evidence[]): string {
  const longest = longestOf(evidence)
  const article = graph.value?.articles[longest?.article ?? -1]
  if (longest === undefined || article === undefined) return ''
  const address = fragmentOf(article.url, longest.exact) || linkToHere()
  const source = [article.headline, article.publisher, article.date === '' ? '' : readableDate(article.date)].filter(Boolean).join(', ')
  return `<blockquote cite="${escaped(address)}"><p>${escaped(longest.prefix)}<mark>${escaped(longest.exact)}</mark>${escaped(longest.suffix)}</p><footer><a href="${escaped(address)}">${escaped(source)}</a></footer></blockquote>`
}

function longestOf(evidence: readonly Evidence[]): Evidence | undefined {
  return [...evidence].sort((a, b) => b.exact.length - a.exact.length)[0]
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

export async function copyCitation(_item: Item, evidence: readonly Evidence[]): Promise<void> {
  await copy(citation(evidence))
  announcement.value = say.cited
}
