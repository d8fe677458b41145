/** Search as one types: names and roles with typing errors, beginnings of words, events, and what people said. Enter chooses; the last row filters by the words. */

import { computed, signal } from '@preact/signals'
import MiniSearch from 'minisearch'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { select } from './actions.js'
import { nameOf } from './corrections.js'
import type { Item } from './items.js'
import type { NewsGraph } from './graph.js'
import { textOf } from './items.js'
import { Icon, Name } from './parts.js'
import { focusReader } from './reader/focus.js'
import { change } from './state.js'
import { folded, graph } from './visible.js'
import { kindNames, say } from './words.js'

interface Entry {
  readonly id: number
  readonly label: string
  readonly names: string
  readonly text: string
}

/** Words of a query that nobody means to find: "mayor of Sandvik". */
const joining = new Set(['of', 'the', 'in', 'at', 'for', 'and', 'a', 'an', 'to'])

/** How many results a list can be read of. */
const most = 12

const typed = signal('')
const isOpen = signal(false)
const active = signal(0)

/** The index of the graph that is shown, as far as it is made: piece by piece, so that the page answers meanwhile. */
const index = signal<MiniSearch<Entry> | null>(null)
let indexed: NewsGraph | null = null

/** Made when first asked; of a large graph by names and beginnings of statements only. */
async function makeIndex(): Promise<void> {
  const shown = graph.value
  if (shown === null || shown === indexed) return
  indexed = shown
  index.value = null
  const made = emptyIndex(shown)
  const roles = rolesOf(shown)
  const isSmall = shown.head.blocks === 1
  const items = shown.items.filter(({ kind }) => kind !== 'relation' && kind !== 'role')
  for (let at = 0; at < items.length; at += 1500) {
    made.addAll(items.slice(at, at + 1500).map((item): Entry => entryOf(item, shown, roles, isSmall)))
    if (at + 1500 < items.length)
      await new Promise(resolve => {
        setTimeout(resolve, 0)
      })
    if (graph.value !== shown) return
  }
  index.value = made
}

const results = computed((): readonly number[] => {
  const query = typed.value.trim()
  if (query === '' || index.value === null) return []
  return index.value
    .search(query)
    .slice(0, most)
    .map(({ id }) => Number(id))
})

export function Search(): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => focusBySlash(input.current!), [])
  const choose = (at: number): void => {
    const item = results.value[at]
    isOpen.value = false
    if (item === undefined) change({ query: typed.value.trim() })
    else {
      typed.value = ''
      select(item)
      focusReader()
    }
  }
  const rows = results.value.length
  const isShown = isOpen.value && typed.value.trim() !== ''
  return (
    <div id="search" role="search">
      <input
        ref={input}
        id="query"
        type="search"
        placeholder={say.searchHint}
        aria-label={say.search}
        autocomplete="off"
        spellcheck={false}
        list={undefined}
        role="combobox"
        aria-expanded={isShown}
        aria-controls="results"
        aria-autocomplete="list"
        aria-activedescendant={isShown ? `result-${active.value}` : undefined}
        value={typed.value}
        onInput={event => {
          void makeIndex()
          typed.value = event.currentTarget.value
          active.value = 0
          isOpen.value = true
        }}
        onFocus={() => {
          void makeIndex()
          isOpen.value = true
        }}
        onBlur={() => {
          isOpen.value = false
        }}
        onKeyDown={event => onKey(event, rows, choose)}
      />
      <ul id="results" role="listbox" aria-label={say.results} hidden={!isShown}>
        {results.value.map((item, at) => (
          <Option key={item} item={item} at={at} onChoose={() => choose(at)} />
        ))}
        {isShown && <FilterOption at={rows} onChoose={() => choose(rows)} />}
      </ul>
    </div>
  )
}

/** The last row: keeps only what has the words in it. */
function FilterOption({ at, onChoose }: { readonly at: number; readonly onChoose: () => void }): JSX.Element {
  const choose = (event: Event): void => {
    event.preventDefault()
    onChoose()
  }
  return (
    <li id={`result-${at}`} class="none" role="option" aria-selected={active.value === at} onMouseDown={choose}>
      {index.value === null ? `${say.loading} ` : at === 0 ? `${say.nothingFound}. ` : ''}
      {say.filters}: “{typed.value.trim()}”
    </li>
  )
}

function onKey(event: KeyboardEvent, rows: number, choose: (at: number) => void): void {
  if (event.key === 'Escape') isOpen.value = false
  else if (event.key === 'Enter') choose(active.value)
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    if (isOpen.value) active.value = (active.value + (event.key === 'ArrowDown' ? 1 : rows)) % (rows + 1)
    isOpen.value = true
    document.getElementById(`result-${active.value}`)?.scrollIntoView({ block: 'nearest' })
  }
}

function focusBySlash(input: HTMLInputElement): () => void {
  const listen = (event: KeyboardEvent): void => {
    const isTyping =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    input.focus()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/** Chosen by mousedown, before the field loses its focus and the list closes. */
function Option({ item, at, onChoose }: { readonly item: number; readonly at: number; readonly onChoose: () => void }): JSX.Element {
  const found = graph.value?.item(item)
  const isQuote = found?.kind === 'statement'
  const speaker = found === undefined ? '' : found.sources.map(each => nameOf(graph.value?.item(each))).join(', ')
  const what =
    found === undefined ? '' : isQuote || found.kind === 'role' ? speaker : found.detail || kindNames[found.kind].one.toLowerCase()
  return (
    <li
      id={`result-${at}`}
      role="option"
      aria-selected={active.value === at}
      onMouseDown={event => {
        event.preventDefault()
        onChoose()
      }}
    >
      {isQuote ? (
        <span class="quotation" aria-hidden="true">
          “
        </span>
      ) : (
        <Icon kind={found?.kind ?? ''} />
      )}
      <span class="found">
        <Name>
          {found === undefined ? '' : isQuote ? textOf(graph.value?.details(item), 'schema:text') || found.label : nameOf(found)}
        </Name>
      </span>
      <span class="what">
        <Name>{what}</Name>
      </span>
    </li>
  )
}

function emptyIndex(shown: NewsGraph): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['label', 'names', 'text'],
    processTerm: folded,
    searchOptions: {
      processTerm: term => (joining.has(term.toLowerCase()) ? null : folded(term)),
      prefix: true,
      fuzzy: term => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
      boost: { label: 4, names: 2 },
      boostDocument: id => 1 + Math.log2(1 + (shown.item(Number(id))?.weight ?? 0)) / 4,
    },
  })
}

function entryOf(item: Item, shown: NewsGraph, roles: ReadonlyMap<number, string>, isSmall: boolean): Entry {
  const details = isSmall ? shown.details(item.at) : undefined
  if (item.kind === 'statement') {
    return {
      id: item.at,
      label: '',
      names: item.sources.map(at => shown.item(at)?.label ?? '').join(' '),
      text: `${textOf(details, 'schema:text') || item.label} ${textOf(details, 'ng:cue')} ${item.word}`,
    }
  }
  return {
    id: item.at,
    label: item.label,
    names: (details?.names ?? []).join(' '),
    text: `${item.detail} ${item.word} ${kindNames[item.kind].one} ${roles.get(item.at) ?? ''}`,
  }
}

/** "Russian president, Foreign Minister": titles as written, and what they are held for, at their holders. */
function rolesOf(shown: NewsGraph): ReadonlyMap<number, string> {
  const roles = new Map<number, string>()
  for (const item of shown.items) {
    if (item.kind !== 'role') continue
    const words = `${item.label} ${item.word} ${item.targets.map(at => shown.item(at)?.label ?? '').join(' ')}`
    for (const holder of item.sources) roles.set(holder, `${roles.get(holder) ?? ''} ${words}`)
  }
  return roles
}
