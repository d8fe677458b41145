/** Starts the page: reads the graph that lies in it, puts the parts in place and lets them follow the one selection. */

import type { ViewGraph } from '../model.js'
import type { CardActions } from './claims.js'
import { markCard } from './claims.js'
import { byId, element } from './dom.js'
import type { Drawing } from './drawing.js'
import { draw } from './drawing.js'
import { makeFilters } from './filters.js'
import { showDetails } from './inspector.js'
import { lookUp } from './lookup.js'
import { showPassage } from './passage.js'
import { makeSearch } from './search.js'
import { evidenceOf, focusOf, strongEvidenceOf } from './selection.js'
import { makeStore } from './state.js'
import type { State } from './state.js'
import { makeTables } from './table.js'
import { watchTheme } from './theme.js'

// The page is written by page.ts, which is given a ViewGraph.
const graph = JSON.parse(byId('newsgraph').textContent || '{"articles":[],"nodes":[],"claims":[],"edges":[]}') as ViewGraph
const lookup = lookUp(graph)
// What is only mentioned would crowd out what is said; with little else to see, it is shown.
const hiddenAtFirst = graph.nodes.filter(node => node.isLinked).length < 3 ? ['article'] as const : ['article', 'unlinked'] as const
const store = makeStore({ selected: null, passage: [], hiddenKinds: new Set(hiddenAtFirst), hiddenEdges: new Set(['mention']), view: 'graph' })

/** The selection is the address's hash, so that it can be sent to a colleague and gone back from. */
function select(id: string | null): void {
  const hash = id === null ? '' : `#${encodeURIComponent(id)}`
  if (location.hash === hash) return
  if (id === null) history.pushState(null, '', location.pathname + location.search)
  else location.hash = hash
  follow()
}

function follow(): void {
  let id: string | null = null
  try {
    id = decodeURIComponent(location.hash.slice(1))
  } catch {
    // A damaged address selects nothing.
  }
  const isKnown = id !== null && (lookup.record(id) !== undefined || lookup.edge(id) !== undefined)
  store.change({ selected: isKnown ? id : null, passage: [] })
}

const actions: CardActions = {
  onSelect: select,
  onShow: passage => store.change({ passage }),
}

function tryToDraw(): Drawing | null {
  if (graph.nodes.length === 0) {
    byId('canvas').append(element('p', { class: 'empty' }, 'This graph is empty: there is nothing to draw.'))
    return null
  }
  try {
    return draw(byId('canvas'), graph, { onNode: select, onEdge: select, onStage: () => select(null) })
  } catch {
    byId('canvas').replaceChildren(element('p', { class: 'empty' }, 'This browser cannot draw the graph (no WebGL). The table shows all of it.'))
    store.change({ view: 'table' })
    return null
  }
}

function showTitle(): void {
  const [first] = graph.articles
  const title = graph.articles.length === 1 && first !== undefined ? first.headline : graph.articles.length > 1 ? `${graph.articles.length} articles` : 'Empty graph'
  byId('title').textContent = title
  document.title = `${title} – newsgraph`
}

function makeViewButtons(): void {
  const buttons = (['graph', 'table'] as const).map(view => ({ view, button: element('button', { type: 'button', onclick: () => store.change({ view }) }, view === 'graph' ? 'Graph' : 'Table') }))
  byId('views').append(...buttons.map(({ button }) => button))
  const show = ({ view }: State): void => {
    for (const each of buttons) each.button.setAttribute('aria-pressed', String(each.view === view))
    byId('stage').hidden = view !== 'graph'
    byId('tables').hidden = view !== 'table'
  }
  store.subscribe(show)
  show(store.state)
}

function makeZoomButtons(drawing: Drawing): void {
  const names = { in: ['+', 'Zoom in'], out: ['−', 'Zoom out'], all: ['⤢', 'Show all'] } as const
  for (const direction of ['in', 'out', 'all'] as const) {
    const [sign, name] = names[direction]
    byId('zoom').append(element('button', { type: 'button', 'aria-label': name, title: name, onclick: () => drawing.zoom(direction) }, sign))
  }
  byId('zoom').append(element('button', { type: 'button', 'aria-label': 'Save as picture', title: 'Save as picture', onclick: () => void save(drawing) }, '⤓'))
}

async function save(drawing: Drawing): Promise<void> {
  const picture = await drawing.picture()
  if (picture === null) return
  const address = URL.createObjectURL(picture)
  element('a', { href: address, download: 'newsgraph.png' }).click()
  URL.revokeObjectURL(address)
}

function showArticle({ selected, passage }: State, wanted: string | null): void {
  const strong = passage.length === 0 ? strongEvidenceOf(selected, lookup) : passage
  showPassage(lookup, { all: evidenceOf(selected, lookup), strong }, wanted, article => showArticle(store.state, article))
}

showTitle()
makeViewButtons()
makeFilters(lookup, store)
makeSearch(lookup, select)
makeTables(lookup, store, select)
const drawing = tryToDraw()
if (drawing !== null) {
  makeZoomButtons(drawing)
  const show = ({ selected, hiddenKinds, hiddenEdges }: State): void => drawing.show({
    focus: focusOf(selected, hiddenEdges, lookup),
    isShelfShown: !hiddenKinds.has('unlinked'),
    isNodeShown: node => node.id === selected || !hiddenKinds.has(node.kind) && (node.isLinked || node.kind === 'article' || !hiddenKinds.has('unlinked')),
    isEdgeShown: edge => !hiddenEdges.has(edge.kind),
  })
  store.subscribe((state, before) => {
    if (state.passage === before.passage || state.selected !== before.selected) show(state)
    if (state.selected !== before.selected && state.selected !== null && lookup.node(state.selected) !== undefined) drawing.bringIntoSight(state.selected)
  })
  show(store.state)
}
watchTheme(() => drawing?.recolour())
store.subscribe((state, before) => {
  if (state.selected !== before.selected) {
    showDetails(lookup, state.selected, actions)
    byId('details').scrollTop = 0
  }
  if (state.selected !== before.selected || state.passage !== before.passage) {
    markCard(byId('details'), state.passage)
    showArticle(state, null)
  }
})
showDetails(lookup, null, actions)
showArticle(store.state, null)
window.addEventListener('hashchange', follow)
window.addEventListener('popstate', follow)
document.addEventListener('keydown', event => { if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement)) select(null) })
follow()
