/** The text of an article with its marks; words that are selected in it lead back to what rests on them. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Article } from '../items.js'
import { Name } from '../parts.js'
import { announcement, state } from '../state.js'
import { graph } from '../visible.js'
import { change } from '../state.js'
import { say } from '../words.js'
import { AddClaim } from './add-claim.js'
import { Section } from './sections.js'
import type { Mark } from './marks.js'
import { claimsOn, piecesOf } from './marks.js'

/** Words that the reader selected in the article. */
export const selected = signal<readonly [article: number, from: number, until: number] | null>(null)

export function Text({ article, marks }: { readonly article: Article; readonly marks: readonly Mark[] }): JSX.Element {
  const body = useRef<HTMLDivElement>(null)
  const text = graph.value!.text(article.at)
  const strongAt = marks
    .filter(mark => mark.isStrong)
    .map(({ evidence }) => evidence.span?.[0] ?? 0)
    .join()
  useEffect(() => {
    const target = body.current?.querySelector<HTMLElement>('mark.strong') ?? body.current?.querySelector<HTMLElement>('mark')
    if (body.current !== null) body.current.scrollTop = target == null ? 0 : Math.max(0, target.offsetTop - body.current.clientHeight / 3)
  }, [article.at, strongAt, text === undefined, state.value.item, state.value.edge])
  return (
    <div
      class="text"
      ref={body}
      tabIndex={0}
      role="region"
      aria-label={say.text}
      dir="auto"
      onMouseUp={() => readSelection(body.current!, article.at)}
      onKeyUp={event => {
        if (event.shiftKey) readSelection(body.current!, article.at)
      }}
    >
      {text === undefined ? (
        graph.value!.isRead(article.at) ? (
          <Excerpts marks={marks} />
        ) : (
          <p class="empty">{say.loading}</p>
        )
      ) : (
        piecesOf(text, marks).map(piece =>
          piece.kinds.length === 0 ? (
            <span key={piece.start} data-at={piece.start}>
              {piece.text}
            </span>
          ) : (
            <mark
              key={piece.start}
              data-at={piece.start}
              class={`${piece.isStrong ? 'strong ' : ''}${piece.kinds.map(kind => `of-${kind}`).join(' ')}`}
            >
              {piece.text}
            </mark>
          ),
        )
      )}
      {text !== undefined && marks.some(({ evidence }) => evidence.isMismatch) && (
        <Excerpts marks={marks.filter(({ evidence }) => evidence.isMismatch)} />
      )}
    </div>
  )
}

/** Without the article's text, its words are shown as the graph quotes them. */
function Excerpts({ marks }: { readonly marks: readonly Mark[] }): JSX.Element {
  const unique = new Map(marks.map(mark => [`${mark.evidence.prefix}|${mark.evidence.exact}`, mark]))
  return (
    <>
      {!marks.some(({ evidence }) => evidence.isMismatch) && <p class="empty">{say.noText}</p>}
      {[...unique].map(([key, { evidence, isStrong, kind }]) => (
        <p class="excerpt" key={key}>
          … {evidence.prefix}
          <mark class={`${isStrong ? 'strong ' : ''}of-${kind}`}>{evidence.exact}</mark>
          {evidence.suffix} …
        </p>
      ))}
    </>
  )
}

/** What rests on the selected words. */
export function Selected(): JSX.Element | null {
  const now = selected.value
  if (now === null || graph.value === null) return null
  const [article, from, until] = now
  const claims = claimsOn(article, from, until, graph.value)
  return (
    <div id="selected" role="status">
      <p>
        {say.claimsHere(claims.length)}{' '}
        <button
          type="button"
          class="plain"
          onClick={() => {
            selected.value = null
          }}
        >
          {say.close}
        </button>
      </p>
      <ul class="list">
        {claims
          .filter(({ at }) => graph.value!.isNode(at))
          .slice(0, 8)
          .map(item => (
            <li key={item.at}>
              <NameButton item={item.at} />
            </li>
          ))}
      </ul>
      <Section heading="" claims={claims} />
      <AddClaim article={now[0]} words={graph.value.text(now[0])?.slice(now[1], now[2]) ?? ''} />
    </div>
  )
}

function NameButton({ item }: { readonly item: number }): JSX.Element {
  return (
    <button type="button" class="ref" onClick={() => change({ item, edge: null })}>
      <Name>{graph.value?.item(item)?.label}</Name>
    </button>
  )
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
