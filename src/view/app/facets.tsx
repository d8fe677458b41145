/** The filters: lists to choose from with how many claims each choice would leave, how sure they must be. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { FacetName } from './choices.js'
import { facetNames } from './choices.js'
import { change, clearFilters, isFiltered, state, toggleFacet } from './state.js'
import { counts, folded, graph, visible } from './visible.js'
import { kindNames, say, standingHelp, standingNames } from './words.js'

export const isPanelOpen = signal(typeof matchMedia === 'function' && matchMedia('(min-width: 1500px)').matches)
const search = signal<Partial<Record<FacetName, string>>>({})
const unfolded = signal<ReadonlySet<FacetName>>(new Set())

/** Choices shown of a list before one asks for more. */
const first = 6

export function Facets(): JSX.Element | null {
  if (!isPanelOpen.value || graph.value === null) return null
  return (
    <aside id="facets" aria-label={say.filters}>
      <header>
        <h2>{say.filters}</h2>
        <span class="count" role="status">
          {say.count(visible.value.claims.size, 'claim')}
        </span>
        <button type="button" class="plain" disabled={!isFiltered.value} onClick={clearFilters}>
          {say.clearFilters}
        </button>
      </header>
      {state.value.query !== '' && (
        <p class="query">
          <button type="button" class="chip" aria-pressed="true" onClick={() => change({ query: '' })}>
            “{state.value.query}” ×
          </button>
        </p>
      )}
      <label class="sure-slider">
        {say.sureAtLeast} <output>{state.value.sureAtLeast} %</output>
        <input
          type="range"
          min="0"
          max="99"
          step="1"
          value={state.value.sureAtLeast}
          onInput={event => change({ sureAtLeast: Number(event.currentTarget.value) })}
        />
      </label>
      {facetNames.map(name => (
        <Facet key={name} name={name} />
      ))}
    </aside>
  )
}

function Facet({ name }: { readonly name: FacetName }): JSX.Element | null {
  const all = counts.value[name]
  const wanted = folded(search.value[name] ?? '')
  const chosen = state.value.facets[name]
  if (all.length < 2 && chosen.length === 0) return null
  const matching = all.filter(([value]) => wanted === '' || folded(labelOf(name, value)).includes(wanted))
  const isOpen = unfolded.value.has(name)
  const shown = matching.filter(([value], rank) => (isOpen ? rank < 200 : rank < first || chosen.includes(value)))
  return (
    <fieldset>
      <legend>{say.facets[name]}</legend>
      {all.length > 12 && (
        <input
          type="search"
          aria-label={`${say.search}: ${say.facets[name]}`}
          placeholder={say.search}
          value={search.value[name] ?? ''}
          onInput={event => {
            search.value = { ...search.value, [name]: event.currentTarget.value }
          }}
        />
      )}
      <ul>
        {shown.map(([value, count]) => (
          <li key={value}>
            <label title={name === 'standing' ? standingHelp[value as keyof typeof standingHelp] : undefined}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggleFacet(name, value)} />
              <bdi class="value">{labelOf(name, value)}</bdi>
              <span class="count">{count.toLocaleString('en')}</span>
            </label>
          </li>
        ))}
      </ul>
      {matching.length > first && (
        <button
          type="button"
          class="plain"
          aria-expanded={isOpen}
          onClick={() => {
            unfolded.value = toggle(unfolded.value, name)
          }}
        >
          {isOpen ? '−' : say.more(matching.length)}
        </button>
      )}
    </fieldset>
  )
}

function toggle<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

export function labelOf(name: FacetName, value: string): string {
  switch (name) {
    case 'what':
      return kindNames[value as keyof typeof kindNames]?.many ?? value
    case 'standing':
      return standingNames[value as keyof typeof standingNames] ?? value
    case 'article':
      return graph.value?.articles[Number(value)]?.headline ?? value
    default:
      return value
  }
}
