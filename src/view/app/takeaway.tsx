/** What one can take away, from one menu: pictures, tables, graphs for other programs, print, links. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { asCsv, asGexf, asGraphml, asTurtle, takenOf } from './exports.js'
import { copy, download } from './parts.js'
import { asPng, asSvg } from './pictures.js'
import type { Caption } from './pictures.js'
import { embedCode } from './reader/cite.js'
import { drawing } from './stage.js'
import { announcement, linkToHere, passage, state } from './state.js'
import { shownTable } from './table.js'
import { graph, visible } from './visible.js'
import { title } from './title.js'
import { say } from './words.js'

export const isMenuOpen = signal(false)

export function TakeAway(): JSX.Element {
  const close = (): void => {
    isMenuOpen.value = false
  }
  return (
    <div
      id="take"
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <button
        type="button"
        class="boxed"
        aria-expanded={isMenuOpen.value}
        aria-controls="take-menu"
        onClick={() => {
          isMenuOpen.value = !isMenuOpen.value
        }}
      >
        {say.takeAway}
      </button>
      {isMenuOpen.value && (
        <div id="take-menu" class="menu">
          <p class="hint">{say.takeHelp}</p>
          <ul>
            {actions().map(([name, act]) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => {
                    void act()
                    close()
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

type Act = () => void | Promise<void>

function actions(): readonly (readonly [string, Act])[] {
  const shown = graph.value
  if (shown === null) return []
  const taken = (): ReturnType<typeof takenOf> => takenOf(shown, visible.value, state.value.item, state.value.edge)
  const drawn: readonly (readonly [string, Act])[] =
    drawing.value === null
      ? []
      : [
          [say.png, savePng],
          [say.svg, () => download('newsgraph.svg', asSvg(drawing.value!.picture(), caption()), 'image/svg+xml')],
        ]
  const told: readonly (readonly [string, Act])[] = evidence().length === 0 ? [] : [[say.embed, () => copied(embedCode(evidence()))]]
  return [
    ...drawn,
    [
      say.csv,
      () => {
        if (shownTable.value !== undefined) download('newsgraph.csv', asCsv(shownTable.value), 'text/csv')
      },
    ],
    [say.gexf, () => download('newsgraph.gexf', asGexf(shown, taken()), 'application/xml')],
    [say.graphml, () => download('newsgraph.graphml', asGraphml(shown, taken()), 'application/xml')],
    [say.turtle, () => download('newsgraph.ttl', asTurtle(shown, taken()), 'text/turtle')],
    [say.print, () => print()],
    [say.link, () => copied(linkToHere())],
    ...told,
  ]
}

async function savePng(): Promise<void> {
  const picture = drawing.value === null ? null : await asPng(drawing.value.picture(), caption())
  if (picture !== null) download('newsgraph.png', picture)
}

function caption(): Caption {
  const { articles = [] } = graph.value ?? {}
  const outlets = [...new Set(articles.map(({ publisher }) => publisher).filter(Boolean))]
  const source =
    outlets.length > 0
      ? `${say.source}: ${outlets.slice(0, 4).join(', ')}${outlets.length > 4 ? ' …' : ''}`
      : `${say.source}: ${say.count(articles.length, 'article')}`
  return { title: title(), source, day: new Date() }
}

/** The words that are pointed at, or those of the selected claim. */
function evidence(): ReturnType<typeof passage.peek> {
  if (passage.value.length > 0) return passage.value
  const { item } = state.value
  return item === null || graph.value?.isNode(item) !== false ? [] : (graph.value.details(item)?.evidence ?? [])
}

async function copied(text: string): Promise<void> {
  await copy(text)
  announcement.value = say.copied
}
