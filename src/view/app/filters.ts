/** The legend, which is the filter too: a chip for each kind of point and line that the graph has. */

import { edgeKinds, nodeKinds } from '../model.js'
import { byId, element } from './dom.js'
import { edgeNames, iconOf, kinds } from './kinds.js'
import type { Lookup } from './lookup.js'
import type { Store } from './state.js'

/** Puts the chips in place and keeps them right. */
export function makeFilters({ graph }: Lookup, store: Store): void {
  const nodeChips = nodeKinds.flatMap(kind => {
    const count = graph.nodes.filter(node => node.kind === kind).length
    return count === 0 ? [] : [{ kind, chip: chip(kinds[kind].many, count, iconOf(kind), () => store.change({ hiddenKinds: toggled(store.state.hiddenKinds, kind) })) }]
  })
  const unlinked = graph.nodes.filter(node => !node.isLinked && node.kind !== 'article').length
  const shelf = chip('Unlinked', unlinked, element('span', { class: 'shelf-sample', 'aria-hidden': 'true' }), () => store.change({ hiddenKinds: toggled(store.state.hiddenKinds, 'unlinked') }))
  shelf.title = 'Mentioned, but tied to nothing by any claim'
  const edgeChips = edgeKinds.flatMap(kind => {
    const count = graph.edges.filter(edge => edge.kind === kind).length
    const line = element('span', { class: `line-sample edge-${kind}`, 'aria-hidden': 'true' })
    return count === 0 ? [] : [{ kind, chip: chip(edgeNames[kind], count, line, () => store.change({ hiddenEdges: toggled(store.state.hiddenEdges, kind) })) }]
  })
  const show = (): void => {
    for (const { kind, chip } of nodeChips) chip.setAttribute('aria-pressed', String(!store.state.hiddenKinds.has(kind)))
    shelf.setAttribute('aria-pressed', String(!store.state.hiddenKinds.has('unlinked')))
    for (const { kind, chip } of edgeChips) chip.setAttribute('aria-pressed', String(!store.state.hiddenEdges.has(kind)))
  }
  byId('filters').replaceChildren(
    element('div', { class: 'chips', role: 'group', 'aria-label': 'Kinds of points' }, ...nodeChips.map(({ chip }) => chip), ...unlinked === 0 ? [] : [shelf]),
    element('div', { class: 'chips', role: 'group', 'aria-label': 'Kinds of lines' }, ...edgeChips.map(({ chip }) => chip)))
  store.subscribe(show)
  show()
}

function chip(name: string, count: number, sign: Node, onclick: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'chip', onclick }, sign, name, element('span', { class: 'count' }, String(count)))
}

function toggled<Kind>(hidden: ReadonlySet<Kind>, kind: Kind): ReadonlySet<Kind> {
  const next = new Set(hidden)
  if (!next.delete(kind)) next.add(kind)
  return next
}
