/** Putting right: below the facts of an entity or claim what can be done about it, and in a panel what was done, to undo or save. */

import { signal } from '@preact/signals'
import type { JSX, TargetedInputEvent } from 'preact'
import { corrections, decisionsText, drop, fixSpeaker, keepApart, merge, nameOf, remove, rename, split, undo } from './corrections.js'
import type { Item } from './items.js'
import { download, Name } from './parts.js'
import { announcement, state } from './state.js'
import { folded, graph, isClaim } from './visible.js'
import { say } from './words.js'
import { served } from './served.js'

type Task = 'rename' | 'merge' | 'different' | 'speaker'

const open = signal<Task | null>(null)
const typed = signal('')

export function CorrectThis({ item }: { readonly item: Item }): JSX.Element | null {
  const shown = graph.value!
  if (item.kind === 'article') return null
  const pick = (other: Item): void => {
    if (open.value === 'merge') merge(shown, item, other)
    else if (open.value === 'different') keepApart(shown, item, other)
    else fixSpeaker(shown, item, other)
    done(say.correct)
  }
  return (
    <details class="correct">
      <summary>{say.correctThis}</summary>
      <p class="actions">{isClaim(item) ? <OfClaim item={item} /> : <OfEntity item={item} />}</p>
      {open.value === 'rename' && <Rename item={item} />}
      {open.value !== null && open.value !== 'rename' && <Picker except={item.at} onPick={pick} />}
    </details>
  )
}

/** Opens what a task needs to know, or closes it. */
function TaskButton({ task, name, text = '' }: { readonly task: Task; readonly name: string; readonly text?: string }): JSX.Element {
  const start = (): void => {
    open.value = open.value === task ? null : task
    typed.value = text
  }
  return (
    <button type="button" aria-expanded={open.value === task} onClick={start}>
      {name}
    </button>
  )
}

function OfEntity({ item }: { readonly item: Item }): JSX.Element {
  const article = state.value.article ?? item.articles[0] ?? -1
  return (
    <>
      <TaskButton task="rename" name={say.rename} text={nameOf(item)} />
      <TaskButton task="merge" name={say.mergeWith} />
      <TaskButton task="different" name={say.different} />
      {item.articles.length > 1 && (
        <button type="button" onClick={() => correct(() => split(graph.value!, item, article), say.splitOff)}>
          {say.splitOff}
        </button>
      )}
    </>
  )
}

function OfClaim({ item }: { readonly item: Item }): JSX.Element {
  return (
    <>
      {item.kind === 'statement' && <TaskButton task="speaker" name={say.fixSpeaker} />}
      <button type="button" onClick={() => correct(() => drop(graph.value!, item), say.drop)}>
        {say.drop}
      </button>
    </>
  )
}

function Rename({ item }: { readonly item: Item }): JSX.Element {
  const keep = (event: Event): void => {
    event.preventDefault()
    correct(() => rename(graph.value!, item, typed.value), say.rename)
  }
  const type = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    typed.value = currentTarget.value
  }
  return (
    <form onSubmit={keep}>
      <label>
        {say.newName} <input value={typed.value} onInput={type} />
      </label>{' '}
      <button type="submit">{say.rename}</button>
    </form>
  )
}

/** Does what puts something right, and shows the list of all that was done. */
export function correct(act: () => void, what: string): void {
  act()
  done(what)
}

function done(what: string): void {
  open.value = null
  announcement.value = what
  isListOpen.value = true
}

/** Finds an entity by its name. */
function Picker({ except, onPick }: { readonly except: number; readonly onPick: (item: Item) => void }): JSX.Element {
  const words = folded(typed.value).trim()
  const matching =
    words === ''
      ? []
      : graph
          .value!.nodes.filter(
            item => item.at !== except && item.kind !== 'event' && item.kind !== 'article' && folded(item.label).includes(words),
          )
          .slice(0, 8)
  return (
    <div class="picker">
      <label>
        {say.who}{' '}
        <input
          type="search"
          value={typed.value}
          onInput={event => {
            typed.value = event.currentTarget.value
          }}
        />
      </label>
      <ul>
        {matching.map(item => (
          <li key={item.at}>
            <button type="button" class="ref" onClick={() => onPick(item)}>
              <Name>{item.label}</Name>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isListOpen = signal(false)

export function Corrections(): JSX.Element | null {
  const all = corrections.value
  if (all.length === 0 && !isListOpen.value) return null
  return (
    <section id="corrections" aria-label={say.correct}>
      <h2>
        {say.correct} <span class="count">{all.length}</span>
      </h2>
      {all.length === 0 ? (
        <p class="hint">{say.noCorrections}</p>
      ) : (
        <ul>
          {all.map(each => (
            <li key={each.line}>
              <Name>{each.what}</Name>{' '}
              <button type="button" class="plain" aria-label={`${say.undo}: ${each.what}`} onClick={() => remove(each)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <button type="button" disabled={all.length === 0} onClick={undo}>
          {say.undo}
        </button>
        <button type="button" class="show" disabled={all.length === 0} onClick={() => void save()}>
          {say.save}
        </button>
        <button
          type="button"
          onClick={() => {
            isListOpen.value = false
            if (all.length === 0) announcement.value = say.close
          }}
        >
          {say.close}
        </button>
      </p>
      {!served.value.decisions && <p class="hint">{say.correctionsHelp}</p>}
    </section>
  )
}

/** Into the catalogue that the page was served from; elsewhere, as a file to put there. */
async function save(): Promise<void> {
  if (served.value.decisions !== true) return download('decisions.txt', decisionsText())
  const answer = await fetch('./decisions', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: decisionsText() })
  announcement.value = answer.ok ? say.saved : await answer.text()
  if (answer.ok) corrections.value = []
}
