/** A line with its claims, or where it comes from; and the ways between two points, as sentences with their words. */

import type { JSX } from 'preact'
import { select, show } from '../actions.js'
import { nameOf } from '../corrections.js'
import type { Edge, Item } from '../items.js'
import { LineSample, Name, Ref } from '../parts.js'
import { pathsBetween, stopsOf } from '../scene/paths.js'
import { change } from '../state.js'
import { graph, visible } from '../visible.js'
import { basisNames, edgeNames, kindNames, say } from '../words.js'
import { ClaimCard } from './cards.js'
import { headingId } from './focus.js'
import { Section } from './sections.js'

export function OfEdge({ edge }: { readonly edge: Edge }): JSX.Element {
  const claims = edge.claims.flatMap(at => graph.value?.item(at) ?? [])
  return (
    <>
      <header>
        <p class="eyebrow">
          <LineSample kind={edge.kind} />
          {edgeNames[edge.kind]}
        </p>
        <h2 class="ends" id={headingId} tabIndex={-1}>
          <Ref item={edge.source} />
          <span class="arrow"> {edge.kind === 'participation' ? '–' : '→'} </span>
          <Ref item={edge.target} />
        </h2>
      </header>
      {claims.length === 0 ? (
        <>
          <p class="line">
            <Name>{edge.label}</Name>
          </p>
          <p class="basis">{basisNames[edge.basis ?? 'list']}</p>
          <BasisWords edge={edge} />
        </>
      ) : (
        <Section heading={edge.kind === 'participation' ? kindNames.event.one : edgeNames[edge.kind]} claims={claims} />
      )}
    </>
  )
}

/** Of a line that no claim stands for: the words where the name stands. */
function BasisWords({ edge }: { readonly edge: Edge }): JSX.Element | null {
  const shown = graph.value!
  const [source, target] = [shown.item(edge.source), shown.item(edge.target)]
  if (edge.basis !== 'mention') return null
  const [article, named] = source?.kind === 'article' ? [source.articles[0], target] : [target?.articles[0], target]
  const evidence = shown.details(named?.at ?? -1)?.evidence.filter(each => each.article === article) ?? []
  return (
    <ul class="mentions">
      {evidence.slice(0, 12).map((each, at) => (
        <li key={at}>
          <button type="button" onClick={() => show([each])}>
            <Name>{each.exact}</Name>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Each path as sentences, with the words of its claims. */
export function Paths({ from, to }: { readonly from: Item; readonly to: Item }): JSX.Element {
  const shown = graph.value!
  const paths = pathsBetween(from.at, to.at, visible.value)
  return (
    <>
      <header>
        <p class="eyebrow">{say.pathsBetween}</p>
        <h2 class="ends" id={headingId} tabIndex={-1}>
          <Ref item={from.at} />
          <span class="arrow"> … </span>
          <Ref item={to.at} />
        </h2>
      </header>
      {paths.length === 0 && <p>{say.noPath(nameOf(from), nameOf(to))}</p>}
      {paths.map((path, at) => (
        <section class="section path" key={at}>
          <h3>
            {stopsOf(path, from.at)
              .map(stop => nameOf(shown.item(stop)))
              .join(' – ')}
          </h3>
          <ol class="cards">
            {path.map(edge => (
              <li key={edge.at} class="step">
                <p class="line">
                  <Ref item={edge.source} /> <i>{edge.label}</i> <Ref item={edge.target} />
                </p>
                {edge.claims.length === 0 ? (
                  <p class="basis">{basisNames[edge.basis ?? 'list']}</p>
                ) : (
                  <ul class="cards">
                    <ClaimCard item={shown.item(edge.claims[0]!)!} />
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            change({ pin: null })
            select(to.at)
          }}
        >
          {say.unpin}
        </button>
      </p>
    </>
  )
}
