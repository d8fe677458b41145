/**
 * State in, the end of an address out, and back. Items are named by a hash of their IRI, so that a link made yesterday leads to the same
 * person in the graph of today, or is known to lead nowhere. `#https%3A%2F%2F…`, an IRI alone, leads to what it names.
 */

import { edgeKinds, nodeKinds } from '../model.js'
import type { NewsGraph } from './graph.js'
import type { State } from './choices.js'
import { facetNames, views } from './choices.js'

/** 53 bits of an IRI, in letters and digits. */
function shortId(iri: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < iri.length; at++) {
    const code = iri.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

const found = new WeakMap<NewsGraph, Map<string, number>>()

/** Numbers by short id; made when a link is followed. */
function numbersOf(graph: NewsGraph): Map<string, number> {
  const known = found.get(graph)
  if (known !== undefined) return known
  const numbers = new Map(graph.items.map(item => [shortId(graph.iri(item)), item.at]))
  found.set(graph, numbers)
  return numbers
}

type Writer = (state: State, graph: NewsGraph) => string

const ofItem = (at: number | null, graph: NewsGraph): string => {
  const item = at === null ? undefined : graph.item(at)
  return item === undefined ? '' : shortId(graph.iri(item))
}

const ofEdge: Writer = ({ edge }, graph) => {
  const line = edge === null ? undefined : graph.edges[edge]
  return line === undefined ? '' : [ofItem(line.source, graph), ofItem(line.target, graph), line.kind].join('~')
}

/** What stands for a story: its first node. */
const ofStory: Writer = ({ story }, graph) => (story === null ? '' : ofItem(graph.stories[story]?.nodes[0] ?? null, graph))
const ofArticle = (at: number | null, graph: NewsGraph): string => {
  const article = at === null ? undefined : graph.articles[at]
  return article === undefined ? '' : shortId(graph.iri(article))
}

const writers: Readonly<Record<string, Writer>> = {
  view: ({ view }) => view,
  at: ({ item }, graph) => ofItem(item, graph),
  line: ofEdge,
  story: ofStory,
  near: ({ centre }, graph) => ofItem(centre, graph),
  depth: ({ depth }) => String(depth),
  by: ({ by }) => by.join('~'),
  pin: ({ pin }, graph) => ofItem(pin, graph),
  q: ({ query }) => query,
  sure: ({ sureAtLeast }) => String(sureAtLeast),
  from: ({ from }) => from,
  until: ({ until }) => until,
  hide: ({ hiddenKinds }) => hiddenKinds.join('~'),
  lines: ({ hiddenEdges }) => hiddenEdges.join('~'),
  read: ({ article }, graph) => ofArticle(article, graph),
  ...Object.fromEntries(
    facetNames.map((name): [string, Writer] => [
      name,
      ({ facets }, graph) => facets[name].map(value => (name === 'article' ? ofArticle(Number(value), graph) : value)).join('~'),
    ]),
  ),
}

/** Empty for the beginning. */
export function writeAddress(state: State, first: State, graph: NewsGraph): string {
  const pairs = Object.entries(writers).flatMap(([name, write]): [string, string][] => {
    const value = write(state, graph)
    return value === write(first, graph) ? [] : [[name, value]]
  })
  return pairs.length === 0 ? '' : `#${new URLSearchParams(pairs).toString()}`
}

/** Undefined if it leads to something that is not in the graph. */
export function readAddress(hash: string, first: State, graph: NewsGraph): State | undefined {
  const text = hash.slice(1)
  if (text === '') return first
  if (!/^[a-z]+=/.test(text)) return ofIri(text, first, graph)
  const given = new URLSearchParams(text)
  const value = (name: string): string => given.get(name) ?? ''
  const list = (name: string): string[] => value(name).split('~').filter(Boolean)
  const numbers = numbersOf(graph)
  let isLost = false
  const numberOf = (id: string): number | null => {
    const at = numbers.get(id)
    if (id !== '' && at === undefined) isLost = true
    return at ?? null
  }
  const article = (id: string): number | null => {
    const at = graph.articles.findIndex(each => shortId(graph.iri(each)) === id)
    if (id !== '' && at < 0) isLost = true
    return at < 0 ? null : at
  }
  const [source = '', target = '', kind = ''] = list('line')
  const storyNode = numberOf(value('story'))
  const read: State = {
    ...first,
    view: views.find(view => view === value('view')) ?? first.view,
    item: numberOf(value('at')),
    edge:
      source === ''
        ? null
        : (graph.edges.find(edge => edge.source === numberOf(source) && edge.target === numberOf(target) && edge.kind === kind)?.at ??
          null),
    story: storyNode === null ? null : (graph.item(storyNode)?.story ?? null),
    centre: numberOf(value('near')),
    pin: numberOf(value('pin')),
    depth: value('depth') === '3' ? 3 : value('depth') === '2' ? 2 : 1,
    by: list('by'),
    query: value('q'),
    sureAtLeast: Math.min(100, Math.max(0, Number(value('sure')) || 0)),
    from: dayOf(value('from')),
    until: dayOf(value('until')),
    hiddenKinds: given.has('hide') ? [...nodeKinds, 'unlinked' as const].filter(each => list('hide').includes(each)) : first.hiddenKinds,
    hiddenEdges: given.has('lines') ? edgeKinds.filter(each => list('lines').includes(each)) : first.hiddenEdges,
    article: article(value('read')),
    facets: {
      ...first.facets,
      ...Object.fromEntries(
        facetNames.map(name => [
          name,
          name === 'article'
            ? list(name)
                .map(article)
                .filter(at => at !== null)
                .map(String)
            : list(name),
        ]),
      ),
    },
  }
  return isLost ? undefined : read
}

function dayOf(text: string): string {
  return /^\d{4}(-\d\d){0,2}$/.test(text) ? text : ''
}

/** An IRI of an item, or "IRI IRI kind" of a line. */
function ofIri(text: string, first: State, graph: NewsGraph): State | undefined {
  let iri = ''
  try {
    iri = decodeURIComponent(text)
  } catch {
    return undefined
  }
  const item = graph.items.find(each => graph.iri(each) === iri)
  if (item !== undefined) return { ...first, item: item.at }
  const [source, target, kind] = iri.split(' ')
  const edge = graph.edges.find(
    each => each.kind === kind && graph.iri(graph.items[each.source]!) === source && graph.iri(graph.items[each.target]!) === target,
  )
  return edge === undefined ? undefined : { ...first, edge: edge.at }
}
