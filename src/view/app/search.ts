/** Search as one types: names with typing errors, beginnings of words, and what people said. */

import MiniSearch from 'minisearch'
import type { NodeKind } from '../model.js'
import { byId, element } from './dom.js'
import { iconOf, kinds } from './kinds.js'
import type { Lookup } from './lookup.js'
import { textOf } from './lookup.js'

interface Entry { readonly id: string; readonly label: string; readonly names: string; readonly text: string }

/** Puts the search field in place; `onChoose` gets the id of a node or statement. */
export function makeSearch(lookup: Lookup, onChoose: (id: string) => void): void {
  const index = indexOf(lookup)
  const input = element('input', {
    id: 'query', type: 'search', placeholder: 'Search people, places, statements', 'aria-label': 'Search', autocomplete: 'off', spellcheck: 'false',
    role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'results', 'aria-autocomplete': 'list',
  })
  const list = element('ul', { id: 'results', role: 'listbox', 'aria-label': 'Results', hidden: true })
  let ids: string[] = []
  let active = 0

  const close = (): void => {
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (at: number): void => {
    const id = ids[at]
    if (id === undefined) return
    close()
    input.value = ''
    input.blur()
    onChoose(id)
  }
  const mark = (at: number): void => {
    active = at
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === at))
    if (ids.length === 0) return
    input.setAttribute('aria-activedescendant', `result-${at}`)
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  const find = (): void => {
    const query = input.value.trim()
    if (query === '') return close()
    ids = index.search(query).slice(0, 12).map(result => String(result.id))
    list.replaceChildren(...ids.length === 0 ? [element('li', { class: 'none', role: 'option', 'aria-selected': 'false' }, 'Nothing found')] : ids.map((id, at) => option(id, at, lookup, () => choose(at))))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    mark(0)
  }
  input.addEventListener('input', find)
  input.addEventListener('focus', find)
  input.addEventListener('blur', close)
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') choose(active)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) find()
      else if (ids.length > 0) mark((active + (event.key === 'ArrowDown' ? 1 : ids.length - 1)) % ids.length)
    }
  })
  document.addEventListener('keydown', event => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    input.focus()
  })
  byId('search').append(input, list)
}

function indexOf({ graph }: Lookup): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: ['label', 'names', 'text'],
    processTerm: term => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: { prefix: true, fuzzy: term => term.length > 3 ? 0.25 : false, combineWith: 'AND', boost: { label: 4, names: 2 } },
  })
  index.addAll(graph.nodes.map(node => ({ id: node.id, label: node.label, names: node.names.join(' '), text: `${node.detail} ${kinds[node.kind].one}` })))
  index.addAll(graph.claims.filter(claim => claim.kind === 'statement').map(claim => (
    { id: claim.id, label: '', names: textOf(claim, 'schema:creator'), text: `${textOf(claim, 'schema:text')} ${textOf(claim, 'ng:cue')}` })))
  return index
}

/** Chosen by mousedown, before the field loses its focus and the list closes. */
function option(id: string, at: number, lookup: Lookup, onChoose: () => void): HTMLElement {
  const node = lookup.node(id)
  const claim = lookup.claim(id)
  const content = node !== undefined
    ? [iconOf(node.kind), element('span', { class: 'found' }, node.label), element('span', { class: 'what' }, node.detail || kindName(node.kind))]
    : [element('span', { class: 'quotation', 'aria-hidden': 'true' }, '“'), element('span', { class: 'found' }, claim === undefined ? id : textOf(claim, 'schema:text')), element('span', { class: 'what' }, claim === undefined ? '' : textOf(claim, 'schema:creator'))]
  const onmousedown = (event: Event): void => {
    event.preventDefault()
    onChoose()
  }
  return element('li', { id: `result-${at}`, role: 'option', 'aria-selected': 'false', onmousedown }, ...content)
}

function kindName(kind: NodeKind): string {
  return kinds[kind].one.toLowerCase()
}
