/** What the graph holds, for a reader who has not chosen anything yet: who speaks, what happened. */

import type { ViewNode } from '../model.js'
import type { CardActions } from './claims.js'
import { statusOf } from './claims.js'
import { element, readableDate } from './dom.js'
import { iconOf } from './kinds.js'
import type { Lookup } from './lookup.js'
import { textOf } from './lookup.js'

export function overview(lookup: Lookup, actions: CardActions): Node[] {
  const { articles, nodes, claims } = lookup.graph
  if (nodes.length === 0) return [element('h2', {}, 'This graph is empty'), element('p', {}, 'It holds no article and no entity. Build one from an article, then open it here.')]
  const speakers = ranked(nodes.filter(node => node.kind !== 'event' && node.kind !== 'article'), node => countOf(lookup, node, ['schema:creator']))
  const subjects = ranked(nodes.filter(node => node.kind !== 'event' && node.kind !== 'article'), node => countOf(lookup, node, ['schema:about', 'ng:addressee']))
  const events = nodes.filter(node => node.kind === 'event').sort((a, b) => textOf(a, 'schema:startDate') < textOf(b, 'schema:startDate') ? 1 : -1)
  return [
    element('header', {}, element('p', { class: 'eyebrow' }, 'Overview'),
      element('h2', {}, count(claims.filter(claim => claim.kind === 'statement').length, 'statement'), ` in ${count(articles.length, 'article')}`)),
    element('p', { class: 'hint' }, 'Choose a point or a line to see every claim with the words that it rests on. Rings stand for what is only said, planned or denied.'),
    ...listOf('Who speaks', speakers, actions), ...listOf('Who is spoken about', subjects, actions),
    ...events.length === 0 ? [] : [element('h3', {}, 'What happened'), element('ul', { class: 'list' }, ...events.slice(0, 8).map(event => {
      const date = textOf(event, 'schema:startDate')
      return element('li', {}, entry(event, actions), element('span', { class: 'count' }, [date === '' ? '' : readableDate(date), statusOf(event) ?? ''].filter(Boolean).join(' · ')))
    }))],
  ]
}

function count(many: number, one: string): string {
  return `${many} ${one}${many === 1 ? '' : 's'}`
}

type Counted = readonly { readonly node: ViewNode; readonly count: number }[]

function ranked(nodes: readonly ViewNode[], count: (node: ViewNode) => number): Counted {
  return nodes.map(node => ({ node, count: count(node) })).filter(each => each.count > 0).sort((a, b) => b.count - a.count).slice(0, 6)
}

function countOf(lookup: Lookup, node: ViewNode, properties: readonly string[]): number {
  return lookup.namingsOf(node.id).filter(({ property, record }) => record.kind === 'statement' && properties.includes(property)).length
}

function listOf(heading: string, counted: Counted, actions: CardActions): Node[] {
  if (counted.length === 0) return []
  return [element('h3', {}, heading), element('ul', { class: 'list' }, ...counted.map(({ node, count }) =>
    element('li', {}, entry(node, actions), element('span', { class: 'count' }, String(count)))))]
}

function entry(node: ViewNode, actions: CardActions): HTMLElement {
  return element('button', { type: 'button', class: 'entry', onclick: () => actions.onSelect(node.id) }, iconOf(node.kind), node.label)
}
