/** What is known of an item beside its claims: facts, where it lies, and what it is in Wikidata, DBpedia and GeoNames, with the reason. */

import type { ComponentChildren, JSX } from 'preact'
import type { Details as ItemDetails, Item } from '../items.js'
import { textOf } from '../items.js'
import { Outward } from '../parts.js'
import { graph } from '../visible.js'
import { say } from '../words.js'
import { Values } from './cards.js'

const notListed = new Set(['ng:textSha256', 'geo:lat', 'geo:long'])

/** Facts that are not told by a list of claims below; coordinates lead to a map. */
export function FactList({ item, details }: { readonly item: Item; readonly details: ItemDetails | undefined }): JSX.Element {
  const told = new Set(
    graph.value
      ?.namingsOf(item.at)
      .filter(({ kind }) => kind === 'relation')
      .map(({ word }) => word),
  )
  const [lat, long] = [Number(textOf(details, 'geo:lat')), Number(textOf(details, 'geo:long'))]
  const hasPlace = textOf(details, 'geo:lat') !== '' && Math.abs(lat) <= 90 && Math.abs(long) <= 180
  return (
    <dl class="facts">
      {details?.facts
        .filter(fact => !notListed.has(fact.property) && !told.has(fact.label.toLowerCase()))
        .map(fact => (
          <Fragmented key={fact.property} name={fact.label}>
            <Values fact={fact} />
          </Fragmented>
        ))}
      {hasPlace && (
        <Fragmented name={say.map}>
          <Outward href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=7/${lat}/${long}`}>
            {lat}, {long}
          </Outward>
        </Fragmented>
      )}
      {details !== undefined && details.rule !== '' && <Fragmented name={say.foundBy}>{details.rule}</Fragmented>}
    </dl>
  )
}

function Fragmented({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

const bases: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/wikidata\.org/, 'Wikidata'],
  [/dbpedia\.org/, 'DBpedia'],
  [/geonames\.org/, 'GeoNames'],
  [/wikipedia\.org/, 'Wikipedia'],
]

/** Where it is known elsewhere, and why it is taken to be that. */
export function Links({ details }: { readonly details: ItemDetails | undefined }): JSX.Element | null {
  if (details === undefined || details.links.length === 0) return null
  return (
    <ul class="links">
      {details.links.map(({ href, isSame, confidence = 0, rule = '', matched, namesakes = 0 }) => (
        <li key={href}>
          {isSame ? say.linked : say.close_}{' '}
          <Outward href={href}>
            {bases.find(([pattern]) => pattern.test(href))?.[1] ?? ''} {decoded(href)}
          </Outward>
          {(matched.length > 0 || rule !== '') && (
            <span class="because">
              {' '}
              {say.because} {matched.length > 0 ? matched.join('; ') : rule}
              {namesakes > 0 ? ` · ${say.rejected(namesakes)}` : ''}
              {confidence > 0 ? ` · ${say.sure(confidence)}` : ''}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function decoded(href: string): string {
  const name = href.replace(/\/$/, '').split('/').at(-1) ?? href
  try {
    return decodeURIComponent(name).replaceAll('_', ' ')
  } catch {
    return name
  }
}
