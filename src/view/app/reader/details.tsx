/** Everything known about the selection: a node, a claim, a line, the paths between two; without one, what the graph holds. */

import type { JSX } from 'preact'

import { useLayoutEffect, useRef } from 'preact/hooks'
import { CorrectThis } from '../correct.js'
import { nameOf } from '../corrections.js'
import type { Details as ItemDetails, Item } from '../items.js'
import { textOf } from '../items.js'
import { Icon, Name } from '../parts.js'
import { lost, state } from '../state.js'
import { graph } from '../visible.js'
import { kindNames, say } from '../words.js'
import { ClaimCard, statusOf } from './cards.js'
import { headingId, keepFocus } from './focus.js'
import { Overview } from './overview.js'
import { Sections, FromArticle } from './sections.js'
import { FactList, Links } from './facts.js'
import { Neighbours, Mentions } from './neighbours.js'
import { OfEdge, Paths } from './edge.js'

export function Details(): JSX.Element {
  const { item, edge, pin } = state.value
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (!isFirst.current) keepFocus()
    isFirst.current = false
  }, [item, edge, pin])
  const shown = graph.value
  const found = item === null ? undefined : shown?.item(item)
  const line = edge === null ? undefined : shown?.edges[edge]
  const start = pin === null || pin === item ? undefined : shown?.item(pin)
  return (
    <div id="details" role="region" aria-label={say.details} tabIndex={0} key={`${item} ${edge} ${pin}`}>
      {lost.value && (
        <p class="warning" role="alert">
          {say.noLongerThere}
        </p>
      )}
      {shown === null ? null : start !== undefined && found !== undefined && shown.isNode(found.at) ? (
        <Paths from={start} to={found} />
      ) : found !== undefined ? (
        <OfItem item={found} />
      ) : line !== undefined ? (
        <OfEdge edge={line} />
      ) : (
        <Overview />
      )}
    </div>
  )
}

function OfItem({ item }: { readonly item: Item }): JSX.Element {
  const details = graph.value?.details(item.at)
  const isNode = graph.value?.isNode(item.at) === true
  return (
    <>
      <Head item={item} details={details} isNode={isNode} />
      {details !== undefined && details.names.length > 0 && (
        <p class="names">
          {say.alsoWritten}:{' '}
          {details.names.map((name, at) => (
            <span key={name}>
              {at > 0 ? ' · ' : ''}
              <Name>{name}</Name>
            </span>
          ))}
        </p>
      )}
      {!isNode && (
        <ul class="cards">
          <ClaimCard item={item} />
        </ul>
      )}
      <FactList item={item} details={details} />
      <Links details={details} />
      {isNode && <Neighbours item={item} />}
      <Sections item={item} />
      {item.kind === 'article' && <FromArticle article={item.articles[0] ?? -1} />}
      {isNode && <Mentions details={details} />}
      <CorrectThis item={item} />
    </>
  )
}

function Head({
  item,
  details,
  isNode,
}: {
  readonly item: Item
  readonly details: ItemDetails | undefined
  readonly isNode: boolean
}): JSX.Element {
  const kind = kindNames[item.kind].one
  const status = statusOf(item, details)
  return (
    <header>
      <p class="eyebrow">
        {isNode && <Icon kind={item.kind} />}
        {item.detail === '' ? kind : `${kind} · ${item.detail}`}
        {status !== null && <span class="tag status">{status}</span>}
        {isNode && item.confidence >= 0 && <span class="sure">{say.sure(item.confidence)}</span>}
      </p>
      <h2 id={headingId} tabIndex={-1}>
        <Name>
          {item.kind === 'statement'
            ? `${item.sources.map(at => nameOf(graph.value?.item(at))).join(', ')} ${textOf(details, 'ng:cue')}`
            : nameOf(item)}
        </Name>
      </h2>
    </header>
  )
}
