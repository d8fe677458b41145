/** Shows the article with the words of the selection marked, and the ones pointed at brought into sight. */

import type { ViewArticle, ViewEvidence } from '../model.js'
import { byId, element, outwardLink, readableDate } from './dom.js'
import type { Lookup } from './lookup.js'

/** What is marked: all evidence of the selection softly, the one pointed at strongly. */
export interface Marks { readonly all: readonly ViewEvidence[]; readonly strong: readonly ViewEvidence[] }

/** Fills the lower panel; `onArticle` is called when the reader wants another article. */
export function showPassage({ graph, article }: Lookup, { all, strong }: Marks, wanted: string | null, onArticle: (id: string) => void): void {
  const panel = byId('passage')
  const shown = article(wanted ?? strong[0]?.article ?? all[0]?.article ?? '') ?? graph.articles[0]
  if (shown === undefined) {
    panel.replaceChildren(element('p', { class: 'empty' }, 'No article is in this graph.'))
    return
  }
  const ofArticle = (evidence: ViewEvidence): boolean => evidence.article === shown.id
  const body = bodyOf(shown, all.filter(ofArticle), strong.filter(ofArticle))
  panel.replaceChildren(headOf(shown, graph.articles, all, onArticle), body)
  const target = body.querySelector<HTMLElement>('mark.strong') ?? body.querySelector<HTMLElement>('mark')
  if (target === null) body.scrollTop = 0
  else body.scrollTop = Math.max(0, target.offsetTop - body.clientHeight / 3)
}

function headOf(shown: ViewArticle, articles: readonly ViewArticle[], all: readonly ViewEvidence[], onArticle: (id: string) => void): HTMLElement {
  const line = [shown.publisher, shown.date === undefined ? undefined : readableDate(shown.date)].filter(part => part !== undefined).join(' · ')
  const title = element('h2', { class: 'headline' }, shown.url === undefined ? shown.headline : outwardLink(shown.url, shown.headline))
  const head = element('header', {}, element('p', { class: 'eyebrow' }, line === '' ? 'Article' : line), title)
  if (articles.length < 2) return head
  const concerned = new Set(all.map(evidence => evidence.article))
  const options = articles.map(({ id, headline }) =>
    element('option', { value: id, selected: id === shown.id }, `${concerned.has(id) ? '● ' : ''}${headline}`))
  const choice = element('select', { 'aria-label': 'Article', onchange: () => onArticle(choice.value) }, ...options)
  head.append(choice)
  return head
}

function bodyOf({ text }: ViewArticle, all: readonly ViewEvidence[], strong: readonly ViewEvidence[]): HTMLElement {
  const body = element('div', { class: 'text', tabindex: 0, role: 'region', 'aria-label': 'Text of the article' })
  if (text === undefined) body.append(...excerpts(all, strong))
  else body.append(...marked(text, all, strong))
  return body
}

/** The text cut at every border of a span; the pieces within spans are marks. */
function marked(text: string, all: readonly ViewEvidence[], strong: readonly ViewEvidence[]): Node[] {
  const borders = [...new Set([0, text.length, ...[...all, ...strong].flatMap(({ span }) => span ?? [])])].sort((a, b) => a - b)
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0
    const piece = text.slice(start, end)
    if (isIn(strong, start, end)) return element('mark', { class: 'strong' }, piece)
    return isIn(all, start, end) ? element('mark', {}, piece) : document.createTextNode(piece)
  })
}

function isIn(evidence: readonly ViewEvidence[], start: number, end: number): boolean {
  return evidence.some(({ span }) => span !== undefined && span[0] <= start && end <= span[1])
}

/** Without the article's text, its words are shown as the graph quotes them. */
function excerpts(all: readonly ViewEvidence[], strong: readonly ViewEvidence[]): HTMLElement[] {
  const note = element('p', { class: 'empty' }, 'The text of the article is not in this graph; these are the passages that it quotes.')
  const unique = new Map([...all, ...strong].map(evidence => [`${evidence.prefix}|${evidence.exact}`, evidence]))
  return [note, ...[...unique.values()].map(evidence => element('p', { class: 'excerpt' },
    `… ${evidence.prefix}`, element('mark', strong.includes(evidence) ? { class: 'strong' } : {}, evidence.exact), `${evidence.suffix} …`))]
}
