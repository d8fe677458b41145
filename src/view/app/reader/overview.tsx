/** What the graph holds, for a reader who has not chosen anything yet: who speaks, what happened last, what is disputed, what several articles tell. */

import { computed } from '@preact/signals'
import type { JSX } from 'preact'
import { openStory, select } from '../actions.js'
import { nameOf } from '../corrections.js'
import { readableDate, readableSpan } from '../dates.js'
import type { Item } from '../items.js'
import { textOf } from '../items.js'
import { Icon, Name, Ref } from '../parts.js'
import { state } from '../state.js'
import { graph, isClaim, visible } from '../visible.js'
import { say, standingNames } from '../words.js'
import { headingId } from './focus.js'

const most = 6

/** Claims that are to be seen; of an opened story, its own. */
const claims = computed(() => {
  const shown = graph.value
  const { story } = state.value
  if (shown === null) return []
  const ofStory = (at: number): boolean => shown.item(at)?.story === story
  return shown.items.filter(
    item => isClaim(item) && visible.value.claims.has(item.at) && (story === null || ofStory(item.at) || item.sources.some(ofStory)),
  )
})

export function Overview(): JSX.Element {
  const shown = graph.value!
  if (shown.head.nodes === 0)
    return (
      <>
        <h2 id={headingId} tabIndex={-1}>
          {say.empty}
        </h2>
        <p>{say.emptyHelp}</p>
      </>
    )
  const { story } = state.value
  const opened = story === null ? undefined : shown.stories[story]
  const statements = claims.value.filter(({ kind }) => kind === 'statement')
  const articles = new Set(claims.value.flatMap(item => item.articles)).size
  return (
    <>
      <header>
        <p class="eyebrow">{opened === undefined ? say.overview : `${say.story} · ${readableSpan(opened.from, opened.until)}`}</p>
        <h2 id={headingId} tabIndex={-1}>
          {opened === undefined ? (
            say.statementsIn(statements.length, Math.max(articles, story === null ? shown.articles.length : 0))
          ) : (
            <Name>{opened.title}</Name>
          )}
        </h2>
      </header>
      <p class="hint">{say.choose}</p>
      <Ranked heading={say.speaks} tally={tallied(statements, item => item.sources)} />
      <Ranked heading={say.spokenAbout} tally={tallied(statements, item => item.targets)} />
      <Happened />
      <Disputed statements={statements} />
      <Several />
      {story === null && shown.stories.length > 1 && <Stories />}
    </>
  )
}

function tallied(items: readonly Item[], ends: (item: Item) => readonly number[]): [Item, number][] {
  const tally = new Map<number, number>()
  for (const item of items) for (const end of ends(item)) tally.set(end, (tally.get(end) ?? 0) + 1)
  return [...tally]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .flatMap(([at, many]): [Item, number][] => {
      const item = graph.value?.item(at)
      return item === undefined || item.kind === 'event' ? [] : [[item, many]]
    })
    .slice(0, most)
}

function Ranked({ heading, tally }: { readonly heading: string; readonly tally: readonly [Item, number][] }): JSX.Element | null {
  if (tally.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul class="list">
        {tally.map(([item, many]) => (
          <li key={item.at}>
            <Entry item={item} />
            <span class="count">{many}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Entry({ item }: { readonly item: Item }): JSX.Element {
  return (
    <button type="button" class="entry" onClick={() => select(item.at)}>
      <Icon kind={item.kind} />
      <Name>{nameOf(item)}</Name>
    </button>
  )
}

function Happened(): JSX.Element | null {
  // What is only announced for some later year did not happen last.
  const last =
    graph
      .value!.articles.map(({ date }) => date)
      .sort()
      .at(-1)
      ?.slice(0, 10) || '9999'
  const isPast = ({ from }: Item): boolean => from.slice(0, 10) <= last
  const all = claims.value.filter(({ kind }) => kind === 'event')
  const happened = all.filter(event => event.standing === 'asserted' && isPast(event))
  const events = (
    happened.length >= most ? happened : [...happened, ...all.filter(event => !happened.includes(event)).slice(0, most)]
  ).sort((a, b) => order(b.from, a.from) || b.weight - a.weight || a.at - b.at)
  if (events.length === 0) return null
  return (
    <>
      <h3>{say.happenedLast}</h3>
      <ul class="list">
        {events.slice(0, most).map(event => (
          <li key={event.at}>
            <Entry item={event} />
            <span class="count">
              {[
                event.from === '' ? '' : readableDate(event.from),
                event.standing === 'asserted' ? '' : standingNames[event.standing].toLowerCase(),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const tellings = new Set(['accuse', 'claim', 'report', 'criticise'])

/** Who denies what somebody else says about the same thing, or about the one who denies it; in the same article. */
function Disputed({ statements }: { readonly statements: readonly Item[] }): JSX.Element | null {
  const reports = statements.filter(({ word }) => tellings.has(word))
  const pairs = statements
    .filter(({ word }) => word === 'deny')
    .flatMap(denial => {
      const matters = new Set([...denial.targets, ...denial.sources])
      const report = reports.find(
        each =>
          each.targets.some(at => matters.has(at)) &&
          each.articles.some(at => denial.articles.includes(at)) &&
          !each.sources.some(at => denial.sources.includes(at)),
      )
      return report === undefined ? [] : [{ denial, report }]
    })
  if (pairs.length === 0) return null
  return (
    <>
      <h3>{say.disputed}</h3>
      <ul class="pairs">
        {pairs.slice(0, 4).map(({ denial, report }) => (
          <li key={denial.at}>
            {[report, denial].map(each => (
              <p key={each.at}>
                {each.sources.map(at => (
                  <Ref key={at} item={at} />
                ))}{' '}
                <span class="tag">{each === denial ? say.denies : each.word}</span>{' '}
                <button type="button" class="quoted" onClick={() => select(each.at)}>
                  <Name>{textOf(graph.value?.details(each.at), 'schema:text') || each.label}</Name>
                </button>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What more than one article tells. */
function Several(): JSX.Element | null {
  const several = claims.value
    .filter(({ articles, kind }) => articles.length > 1 && kind !== 'statement')
    .sort((a, b) => b.articles.length - a.articles.length || a.at - b.at)
  if (several.length === 0) return null
  return (
    <>
      <h3>{say.several}</h3>
      <ul class="list">
        {several.slice(0, most).map(item => (
          <li key={item.at}>
            <Entry item={item} />
            <span class="count">{say.count(item.articles.length, 'article')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Stories(): JSX.Element {
  const { stories } = graph.value!
  return (
    <>
      <h3>
        {say.stories} <span class="count">{stories.length}</span>
      </h3>
      <ul class="list">
        {stories.slice(0, 24).map(story => (
          <li key={story.at}>
            <button type="button" class="entry" onClick={() => openStory(story.at)}>
              <Name>{story.title}</Name>
            </button>
            <span class="count">{readableSpan(story.from, story.until)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
