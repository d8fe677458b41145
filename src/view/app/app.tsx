/** The whole page: head, filters, stage or table with the timeline below, and the Reader; on a telephone the Reader is a sheet that comes up. */

import { signal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { leave } from './actions.js'
import { AskPanel, isAskOpen } from './ask.js'
import { Corrections } from './correct.js'
import { Facets, isPanelOpen } from './facets.js'
import { isLiveOpen, LivePanel } from './live.js'
import { Name } from './parts.js'
import { Details } from './reader/details.js'
import { Passage } from './reader/passage.js'
import { Search } from './search.js'
import { carried, served } from './served.js'
import { scene, Stage, Zoom } from './stage.js'
import { views } from './choices.js'
import { announcement, change, isFiltered, passage, state } from './state.js'
import { Tables } from './table.js'
import { isMenuOpen, TakeAway } from './takeaway.js'
import { isDark, otherTheme } from './theme.js'
import { Timeline } from './timeline.js'
import { title } from './title.js'
import { graph } from './visible.js'
import { say } from './words.js'

/** How far the graph is read, from 0 to 1. */
export const progress = signal(0)
/** What went wrong while it was read. */
export const failure = signal('')
/** On a telephone: which part of the Reader is up, if any. */
const sheet = signal<'none' | 'details' | 'article'>('none')

export function App(): JSX.Element {
  const { view, item, edge } = state.value
  useEffect(listenToKeys, [])
  useSignalEffect(() => {
    document.title = `${title()} – ${say.product}`
  })
  useEffect(() => {
    if (item !== null || edge !== null) sheet.value = 'details'
  }, [item, edge])
  useSignalEffect(() => {
    if (passage.value.length > 0) sheet.value = 'article'
  })
  return (
    <>
      <Head />
      <p class="visually-hidden" role="status" aria-live="polite" id="live">
        {announcement.value}
      </p>
      {graph.value === null ? (
        <Loading />
      ) : (
        <main id="main" class={isPanelOpen.value ? 'has-facets' : ''}>
          <Facets />
          <div id="left">
            <Views />
            <div id="stage-box" hidden={view === 'table'}>
              <Stage />
            </div>
            {view === 'table' && <Tables />}
            <Timeline />
          </div>
          <aside id="panel" aria-label={`${say.details}, ${say.article}`} data-sheet={sheet.value}>
            <div id="sheet-tabs" role="group" aria-label={say.details}>
              {(['details', 'article'] as const).map(part => (
                <button
                  key={part}
                  type="button"
                  aria-pressed={sheet.value === part}
                  onClick={() => {
                    sheet.value = sheet.value === part ? 'none' : part
                  }}
                >
                  {part === 'details' ? say.details : say.article}
                </button>
              ))}
            </div>
            <Corrections />
            <Details />
            <Passage />
          </aside>
        </main>
      )}
      {isAskOpen.value && <AskPanel />}
      {isLiveOpen.value && <LivePanel />}
    </>
  )
}

function Head(): JSX.Element {
  return (
    <header id="top">
      <a
        class="skip"
        href="#main"
        onClick={event => {
          event.preventDefault()
          document.getElementById('details')?.focus()
        }}
      >
        {say.skip}
      </a>
      <p id="brand">{say.product}</p>
      <h1 id="title">
        <Name>{title()}</Name>
      </h1>
      <Search />
      <Tools />
    </header>
  )
}

/** What opens something: filters, questions, articles, what is to be taken away; and the theme. */
function Tools(): JSX.Element {
  const canAsk = served.value.ask === true || carried.value !== null
  return (
    <div class="tools">
      <button
        type="button"
        class="boxed"
        aria-pressed={isPanelOpen.value}
        onClick={() => {
          isPanelOpen.value = !isPanelOpen.value
        }}
      >
        {say.filters}
        {isFiltered.value ? ' •' : ''}
      </button>
      {canAsk && (
        <button
          type="button"
          class="boxed"
          aria-expanded={isAskOpen.value}
          onClick={() => {
            isAskOpen.value = !isAskOpen.value
          }}
        >
          {say.ask}
        </button>
      )}
      {served.value.live === true && (
        <button
          type="button"
          class="boxed"
          aria-expanded={isLiveOpen.value}
          onClick={() => {
            isLiveOpen.value = !isLiveOpen.value
          }}
        >
          {say.add}
        </button>
      )}
      <TakeAway />
      <button type="button" class="boxed" id="theme" aria-label={isDark.value ? say.useLight : say.useDark} onClick={otherTheme}>
        {isDark.value ? say.light : say.dark}
      </button>
    </div>
  )
}

function Views(): JSX.Element {
  return (
    <div id="views" role="group" aria-label={say.viewHelp.map}>
      {views.map(view => (
        <button
          key={view}
          type="button"
          title={say.viewHelp[view]}
          aria-pressed={state.value.view === view}
          onClick={() => change({ view })}
        >
          {say.views[view]}
        </button>
      ))}
      {state.value.view !== 'table' && scene.value.note !== '' && (
        <p id="note" title={scene.value.note}>
          {scene.value.note}
        </p>
      )}
      {state.value.view !== 'table' && <Zoom />}
    </div>
  )
}

function Loading(): JSX.Element {
  return (
    <main id="main" class="loading" aria-busy={failure.value === ''}>
      <p role="status">
        {failure.value === '' ? `${say.loading} ${progress.value > 0 ? `${Math.round(progress.value * 100)} %` : ''}` : failure.value}
      </p>
    </main>
  )
}

/** Escape leaves one step, wherever the keyboard is but in a field. */
function listenToKeys(): () => void {
  const listen = (event: KeyboardEvent): void => {
    const isTyping =
      (event.target instanceof HTMLInputElement && event.target.type !== 'range' && event.target.type !== 'checkbox') ||
      event.target instanceof HTMLTextAreaElement
    if (event.key !== 'Escape' || isTyping || event.defaultPrevented) return
    if (isAskOpen.value || isLiveOpen.value || isMenuOpen.value) isAskOpen.value = isLiveOpen.value = isMenuOpen.value = false
    else leave()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}
