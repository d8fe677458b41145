/** The article with the words of the selection marked and those pointed at brought into sight; words selected in it lead back to what rests on them. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { show } from '../actions.js'
import { readableDate } from '../dates.js'
import type { Article, Evidence } from '../graph.js'
import { Name, Outward } from '../parts.js'
import { announcement, passage, state } from '../state.js'
import { folded, graph } from '../visible.js'
import { change } from '../state.js'
import { say } from '../words.js'
import { passagesOf } from './cards.js'
import { AddClaim } from './add-claim.js'
import { Section } from './details.js'
import type { Mark } from './marks.js'
import { claimsOn, marksOf, piecesOf } from './marks.js'

/** Words that the reader selected in the article. */
const selected = signal<readonly [article: number, from: number, until: number] | null>(null)
const isListOpen = signal(false)

export function Passage(): JSX.Element {
  const shown = graph.value
  const marks = shown === null ? [] : marksOf(state.value, passage.value, shown)
  const at = state.value.article ?? marks.find(mark => mark.isStrong)?.evidence.article ?? marks[0]?.evidence.article ?? 0
  const article = shown?.articles[at]
  useEffect(() => { selected.value = null }, [state.value.item, state.value.edge])
  if (shown === null || article === undefined) return <div id="passage" role="region" aria-label={say.article}><p class="empty">{say.noArticle}</p></div>
  // Without a choice no article is nearer than another: all are offered.
  if (shown.articles.length > 1 && marks.length === 0 && state.value.article === null) {
    return <div id="passage" role="region" aria-label={say.article}><header><p class="eyebrow">{say.articles} <span class="count">{shown.articles.length}</span></p><ArticleList current={-1} concerned={new Set()} /></header></div>
  }
  const here = marks.filter(({ evidence }) => evidence.article === at)
  return <div id="passage" role="region" aria-label={say.article} onKeyDown={onKey}>
    <Head article={article} marks={marks} />
    {here.some(({ evidence, isStrong }) => isStrong && evidence.isMismatch) && <p class="warning" role="alert">{say.mismatch}</p>}
    <Text article={article} marks={here} />
    <Selected />
  </div>
}

function Head({ article, marks }: { readonly article: Article; readonly marks: readonly Mark[] }): JSX.Element {
  const { articles = [] } = graph.value ?? {}
  const line = [article.publisher, article.date === '' ? '' : readableDate(article.date)].filter(Boolean).join(' · ')
  const passages = passagesOf(inOrder(marks))
  return <header>
    <p class="eyebrow"><span><Name>{line === '' ? say.article : line}</Name></span>
      {articles.length > 1 && <button type="button" class="plain" aria-expanded={isListOpen.value} aria-controls="articles" onClick={() => { isListOpen.value = !isListOpen.value }}>{say.articles} <span class="count">{articles.length}</span></button>}
      {passages.length > 1 && <span class="steps"><button type="button" aria-label={say.previousPassage} title={`${say.previousPassage} [`} onClick={() => turnTo(-1)}>‹</button><button type="button" aria-label={say.nextPassage} title={`${say.nextPassage} ]`} onClick={() => turnTo(1)}>›</button></span>}</p>
    <h2 class="headline"><Outward href={article.url}><Name>{article.headline}</Name></Outward></h2>
    {isListOpen.value && <ArticleList current={article.at} concerned={new Set(marks.map(({ evidence }) => evidence.article))} />}
  </header>
}

const wanted = signal('')

/** The articles as rows to search; those of the selection come first. */
function ArticleList({ current, concerned }: { readonly current: number; readonly concerned: ReadonlySet<number> }): JSX.Element {
  const { articles = [] } = graph.value ?? {}
  const words = folded(wanted.value)
  const rows = articles.filter(({ headline, publisher, date }) => folded(`${headline} ${publisher} ${date}`).includes(words)).sort((a, b) => Number(concerned.has(b.at)) - Number(concerned.has(a.at)) || a.at - b.at)
  return <div id="articles"><input type="search" aria-label={say.findArticle} placeholder={say.findArticle} value={wanted.value} onInput={event => { wanted.value = event.currentTarget.value }} />
    <ul>{rows.slice(0, 60).map(({ at, headline, publisher, date }) => <li key={at}><button type="button" aria-current={at === current} onClick={() => { change({ article: at }); isListOpen.value = false; passage.value = [] }}>
      <Name>{headline}</Name><span class="count">{[publisher, date === '' ? '' : readableDate(date), concerned.has(at) ? say.concerned : ''].filter(Boolean).join(' · ')}</span></button></li>)}</ul></div>
}

function Text({ article, marks }: { readonly article: Article; readonly marks: readonly Mark[] }): JSX.Element {
  const body = useRef<HTMLDivElement>(null)
  const text = graph.value!.text(article.at)
  const strongAt = marks.filter(mark => mark.isStrong).map(({ evidence }) => evidence.span?.[0] ?? 0).join()
  useEffect(() => {
    const target = body.current?.querySelector<HTMLElement>('mark.strong') ?? body.current?.querySelector<HTMLElement>('mark')
    if (body.current !== null) body.current.scrollTop = target == null ? 0 : Math.max(0, target.offsetTop - body.current.clientHeight / 3)
  }, [article.at, strongAt, text === undefined, state.value.item, state.value.edge])
  return <div class="text" ref={body} tabIndex={0} role="region" aria-label={say.text} dir="auto" onMouseUp={() => readSelection(body.current!, article.at)} onKeyUp={event => { if (event.shiftKey) readSelection(body.current!, article.at) }}>
    {text === undefined ? graph.value!.isRead(article.at) ? <Excerpts marks={marks} /> : <p class="empty">{say.loading}</p>
      : piecesOf(text, marks).map(piece => piece.kinds.length === 0 ? <span key={piece.start} data-at={piece.start}>{piece.text}</span>
        : <mark key={piece.start} data-at={piece.start} class={`${piece.isStrong ? 'strong ' : ''}${piece.kinds.map(kind => `of-${kind}`).join(' ')}`}>{piece.text}</mark>)}
    {text !== undefined && marks.some(({ evidence }) => evidence.isMismatch) && <Excerpts marks={marks.filter(({ evidence }) => evidence.isMismatch)} />}
  </div>
}

/** Without the article's text, its words are shown as the graph quotes them. */
function Excerpts({ marks }: { readonly marks: readonly Mark[] }): JSX.Element {
  const unique = new Map(marks.map(mark => [`${mark.evidence.prefix}|${mark.evidence.exact}`, mark]))
  return <>{!marks.some(({ evidence }) => evidence.isMismatch) && <p class="empty">{say.noText}</p>}
    {[...unique].map(([key, { evidence, isStrong, kind }]) => <p class="excerpt" key={key}>… {evidence.prefix}<mark class={`${isStrong ? 'strong ' : ''}of-${kind}`}>{evidence.exact}</mark>{evidence.suffix} …</p>)}</>
}

/** What rests on the selected words. */
function Selected(): JSX.Element | null {
  const now = selected.value
  if (now === null || graph.value === null) return null
  const claims = claimsOn(...now, graph.value)
  return <div id="selected" role="status"><p>{say.claimsHere(claims.length)} <button type="button" class="plain" onClick={() => { selected.value = null }}>{say.close}</button></p>
    <ul class="list">{claims.filter(({ at }) => graph.value!.isNode(at)).slice(0, 8).map(item => <li key={item.at}><NameButton item={item.at} /></li>)}</ul>
    <Section heading="" claims={claims} /><AddClaim article={now[0]} words={graph.value.text(now[0])?.slice(now[1], now[2]) ?? ''} /></div>
}

function NameButton({ item }: { readonly item: number }): JSX.Element {
  return <button type="button" class="ref" onClick={() => change({ item, edge: null })}><Name>{graph.value?.item(item)?.label}</Name></button>
}

/** Where in the text a place of the page is. */
function offsetOf(node: Node | null, offset: number): number | null {
  const piece = node instanceof Text_ ? node.parentElement : null
  const start = piece?.dataset['at']
  return start === undefined ? null : Number(start) + offset
}

const Text_ = globalThis.Text

function readSelection(body: HTMLElement, article: number): void {
  const range = getSelection()
  if (range === null || range.isCollapsed || !body.contains(range.anchorNode)) return
  const ends = [offsetOf(range.anchorNode, range.anchorOffset), offsetOf(range.focusNode, range.focusOffset)].filter(at => at !== null)
  if (ends.length < 2) return
  selected.value = [article, Math.min(...ends), Math.max(...ends)]
  announcement.value = say.claimsHere(claimsOn(article, Math.min(...ends), Math.max(...ends), graph.value!).length)
}

function inOrder(marks: readonly Mark[]): Evidence[] {
  return [...new Set(marks.map(({ evidence }) => evidence))].sort((a, b) => a.article - b.article || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
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
  if (event.target instanceof HTMLInputElement || event.key !== '[' && event.key !== ']') return
  event.preventDefault()
  turnTo(event.key === ']' ? 1 : -1)
}
