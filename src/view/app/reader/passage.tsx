/** The article with the words of the selection marked and those pointed at brought into sight; words selected in it lead back to what rests on them. */

import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { show } from '../actions.js'
import { readableDate } from '../dates.js'
import type { Article, Evidence } from '../items.js'
import { Name, Outward } from '../parts.js'
import { passage, state } from '../state.js'
import { graph } from '../visible.js'
import { say } from '../words.js'
import { passagesOf } from './cards.js'
import type { Mark } from './marks.js'
import { marksOf } from './marks.js'
import { Text, Selected, selected } from './text.js'
import { ArticleList, isListOpen } from './articles.js'

export function Passage(): JSX.Element {
  const shown = graph.value
  const marks = shown === null ? [] : marksOf(state.value, passage.value, shown)
  const at = state.value.article ?? marks.find(mark => mark.isStrong)?.evidence.article ?? marks[0]?.evidence.article ?? 0
  const article = shown?.articles[at]
  useEffect(() => {
    selected.value = null
  }, [state.value.item, state.value.edge])
  if (shown === null || article === undefined)
    return (
      <div id="passage" role="region" aria-label={say.article}>
        <p class="empty">{say.noArticle}</p>
      </div>
    )
  // Without a choice no article is nearer than another: all are offered.
  if (shown.articles.length > 1 && marks.length === 0 && state.value.article === null) {
    return (
      <div id="passage" role="region" aria-label={say.article}>
        <header>
          <p class="eyebrow">
            {say.articles} <span class="count">{shown.articles.length}</span>
          </p>
          <ArticleList current={-1} concerned={new Set()} />
        </header>
      </div>
    )
  }
  const here = marks.filter(({ evidence }) => evidence.article === at)
  return (
    <div id="passage" role="region" aria-label={say.article} onKeyDown={onKey}>
      <Head article={article} marks={marks} />
      {here.some(({ evidence, isStrong }) => isStrong && evidence.isMismatch) && (
        <p class="warning" role="alert">
          {say.mismatch}
        </p>
      )}
      <Text article={article} marks={here} />
      <Selected />
    </div>
  )
}

function Head({ article, marks }: { readonly article: Article; readonly marks: readonly Mark[] }): JSX.Element {
  const { articles = [] } = graph.value ?? {}
  const line = [article.publisher, article.date === '' ? '' : readableDate(article.date)].filter(Boolean).join(' · ')
  const passages = passagesOf(inOrder(marks))
  return (
    <header>
      <p class="eyebrow">
        <span>
          <Name>{line === '' ? say.article : line}</Name>
        </span>
        {articles.length > 1 && (
          <button
            type="button"
            class="plain"
            aria-expanded={isListOpen.value}
            aria-controls="articles"
            onClick={() => {
              isListOpen.value = !isListOpen.value
            }}
          >
            {say.articles} <span class="count">{articles.length}</span>
          </button>
        )}
        {passages.length > 1 && (
          <span class="steps">
            <button type="button" aria-label={say.previousPassage} title={`${say.previousPassage} [`} onClick={() => turnTo(-1)}>
              ‹
            </button>
            <button type="button" aria-label={say.nextPassage} title={`${say.nextPassage} ]`} onClick={() => turnTo(1)}>
              ›
            </button>
          </span>
        )}
      </p>
      <h2 class="headline">
        <Outward href={article.url}>
          <Name>{article.headline}</Name>
        </Outward>
      </h2>
      {isListOpen.value && <ArticleList current={article.at} concerned={new Set(marks.map(({ evidence }) => evidence.article))} />}
    </header>
  )
}

function inOrder(marks: readonly Mark[]): Evidence[] {
  return [...new Set(marks.map(({ evidence }) => evidence))].sort(
    (a, b) => a.article - b.article || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0),
  )
}

/** The passage before or behind the one that is pointed at. */
export function turnTo(step: 1 | -1): void {
  if (graph.value === null) return
  const passages = passagesOf(inOrder(marksOf(state.value, [], graph.value)))
  if (passages.length === 0) return
  const now = passages.findIndex(each => each.some(evidence => passage.value.includes(evidence)))
  show(passages[(now + step + passages.length) % passages.length] ?? [])
}

function onKey(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement || (event.key !== '[' && event.key !== ']')) return
  event.preventDefault()
  turnTo(event.key === ']' ? 1 : -1)
}
