/** The articles as rows to search. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { readableDate } from '../dates.js'
import { Name } from '../parts.js'
import { passage } from '../state.js'
import { folded, graph } from '../visible.js'
import { change } from '../state.js'
import { say } from '../words.js'

/** Whether the list is open beside a text. */
export const isListOpen = signal(false)
const wanted = signal('')

/** The articles as rows to search; those of the selection come first. */
export function ArticleList({ current, concerned }: { readonly current: number; readonly concerned: ReadonlySet<number> }): JSX.Element {
  const { articles = [] } = graph.value ?? {}
  const words = folded(wanted.value)
  const rows = articles
    .filter(({ headline, publisher, date }) => folded(`${headline} ${publisher} ${date}`).includes(words))
    .sort((a, b) => Number(concerned.has(b.at)) - Number(concerned.has(a.at)) || a.at - b.at)
  return (
    <div id="articles">
      <input
        type="search"
        aria-label={say.findArticle}
        placeholder={say.findArticle}
        value={wanted.value}
        onInput={event => {
          wanted.value = event.currentTarget.value
        }}
      />
      <ul>
        {rows.slice(0, 60).map(({ at, headline, publisher, date }) => (
          <li key={at}>
            <button
              type="button"
              aria-current={at === current}
              onClick={() => {
                change({ article: at })
                isListOpen.value = false
                passage.value = []
              }}
            >
              <Name>{headline}</Name>
              <span class="count">
                {[publisher, date === '' ? '' : readableDate(date), concerned.has(at) ? say.concerned : ''].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
