/** One claim as a card: what was said or stated, by whom, when, how sure, and the way to its words in the article. */

import type { JSX } from 'preact'
import { select, show } from '../actions.js'
import { readableDate } from '../dates.js'
import { corrected, nameOf } from '../corrections.js'
import type { Details, Evidence, Fact, Item, Value } from '../items.js'
import { factOf, textOf } from '../items.js'
import { Name, Outward, Ref } from '../parts.js'
import { passage } from '../state.js'
import { graph } from '../visible.js'
import { say, standingNames } from '../words.js'
import { copyCitation } from './cite.js'

export const datedProperties = new Set(['schema:dateCreated', 'schema:startDate', 'schema:endDate', 'ng:asOf', 'schema:datePublished'])

/** The card of a statement, role, relation or event; `subject` is the node whose page it stands on; `more` are the same claim in other articles. */
export function ClaimCard({
  item,
  subject,
  more = [],
}: {
  readonly item: Item
  readonly subject?: number
  readonly more?: readonly Item[]
}): JSX.Element {
  const details = graph.value?.details(item.at)
  const evidence = [...(details?.evidence ?? []), ...more.flatMap(({ at }) => graph.value?.details(at)?.evidence ?? [])]
  const isCurrent = passage.value.some(each => evidence.includes(each))
  return (
    <li class={`card card-${item.kind}${isCurrent ? ' is-current' : ''}`} key={item.at}>
      <Tags item={item} details={details} />
      <Headline item={item} details={details} />
      <Byline item={item} details={details} subject={subject} />
      <Sources item={item} evidence={evidence} />
      <p class="actions">
        {passagesOf(evidence)
          .slice(0, 10)
          .map((each, at) => (
            <button
              key={at}
              type="button"
              class="show"
              aria-label={at === 0 ? undefined : say.passage(at + 1)}
              onClick={() => show(each)}
            >
              {at === 0 ? say.inArticle : at + 1}
            </button>
          ))}
        <button type="button" onClick={() => select(item.at)}>
          {say.allDetails}
        </button>
        {evidence.length > 0 && (
          <button type="button" onClick={() => void copyCitation(item, evidence)}>
            {say.cite}
          </button>
        )}
        {item.confidence >= 0 && (
          <span class="sure" title={say.sureHelp}>
            {say.sure(item.confidence)}
          </span>
        )}
      </p>
    </li>
  )
}

/** Cue and content stand near one another and are shown together; what is told again elsewhere is a passage of its own. */
export function passagesOf(evidence: readonly Evidence[]): Evidence[][] {
  const passages: Evidence[][] = []
  for (const each of evidence) {
    const last = passages.at(-1)?.at(-1)
    const isNear = last?.article === each.article && (each.span?.[0] ?? 0) - (last.span?.[1] ?? 0) < 300
    if (isNear) passages.at(-1)?.push(each)
    else passages.push([each])
  }
  return passages
}

const forms: Readonly<Record<string, string>> = {
  'direct statement': say.direct,
  'mixed statement': say.mixed,
  'indirect statement': say.indirect,
}

/** "Reported speech · accuse" */
function Tags({ item, details }: { readonly item: Item; readonly details: Details | undefined }): JSX.Element {
  const names = [
    forms[item.detail] ?? item.detail,
    item.kind === 'statement' ? item.word : '',
    textOf(details, 'ng:former') === 'true' ? say.former : '',
  ]
  const status = statusOf(item, details)
  return (
    <p class="tags">
      {names.filter(Boolean).map(name => (
        <span class="tag" key={name}>
          {name}
        </span>
      ))}
      {status !== null && <span class="tag status">{status}</span>}
    </p>
  )
}

/** What to call a claim that the article does not assert; null for those that it does. */
export function statusOf(item: Item, details: Details | undefined): string | null {
  if (item.standing === 'asserted') return null
  const status = textOf(details, 'ng:factuality')
  return item.standing === 'said' ? say.onlyReported : status === '' ? standingNames[item.standing].toLowerCase() : status
}

function Headline({ item, details }: { readonly item: Item; readonly details: Details | undefined }): JSX.Element {
  if (item.kind === 'statement') {
    const text = (textOf(details, 'schema:text') || item.label).replace(/,\s*$/, '')
    return (
      <blockquote>
        <Name>{item.detail === 'direct statement' ? `“${text}”` : text}</Name>
      </blockquote>
    )
  }
  if (item.kind === 'relation')
    return (
      <p class="line">
        <Values fact={factOf(details, 'rdf:subject')} /> {textOf(details, 'rdf:predicate')}{' '}
        <Values fact={factOf(details, 'rdf:object')} />
      </p>
    )
  const place = factOf(details, 'ng:heldFor')
  return (
    <p class="line">
      <Name>{nameOf(item)}</Name>
      {item.kind === 'role' && place !== undefined && (
        <>
          , <Values fact={place} />
        </>
      )}
    </p>
  )
}

/** Properties that a card tells below its headline, in order. */
const told: Readonly<Record<string, readonly string[]>> = {
  statement: [
    'schema:creator',
    'ng:addressee',
    'schema:about',
    'ng:medium',
    'ng:occasion',
    'schema:spatialCoverage',
    'schema:dateCreated',
  ],
  role: ['org:member'],
  relation: ['ng:accordingTo'],
  event: ['ng:agent', 'ng:patient', 'sem:hasActor', 'sem:hasPlace', 'schema:startDate', 'schema:endDate', 'ng:accordingTo'],
}

/** "Oskar Lindmark accused · about Helena Brandt · 4 March 2026" */
function Byline({
  item,
  details,
  subject,
}: {
  readonly item: Item
  readonly details: Details | undefined
  readonly subject: number | undefined
}): JSX.Element {
  const speaker = corrected.value.speakers.get(item.at)
  return (
    <p class="byline">
      {(told[item.kind] ?? []).map(property => {
        const fact = factOf(details, property)
        const isSaidAlready = property === 'org:member' && fact?.values.length === 1 && fact.values[0]?.item === subject
        if (fact === undefined || isSaidAlready) return null
        const cue = property === 'schema:creator' ? textOf(details, 'ng:cue') : ''
        return (
          <span key={property}>
            {say.leads[property] ?? ''}
            {property === 'schema:creator' && speaker !== undefined ? <Ref item={speaker} /> : <Values fact={fact} />}
            {cue !== '' && (
              <i class="cue">
                {' '}
                <Name>{cue}</Name>
              </i>
            )}
          </span>
        )
      })}
    </p>
  )
}

/** Which outlets tell it, where there are several articles. */
function Sources({ item, evidence }: { readonly item: Item; readonly evidence: readonly Evidence[] }): JSX.Element | null {
  const { articles = [] } = graph.value ?? {}
  if (articles.length < 2) return null
  const told = [...new Set([...item.articles, ...evidence.map(each => each.article)])].flatMap(at => articles[at] ?? [])
  const named = [
    ...new Set(told.map(({ publisher, date }) => [publisher, date === '' ? '' : readableDate(date)].filter(Boolean).join(', '))),
  ].filter(Boolean)
  return named.length === 0 ? null : (
    <p class="told">
      {named.slice(0, 4).map(name => (
        <Name key={name}>{name}</Name>
      ))}
      {named.length > 4 ? ` +${named.length - 4}` : ''}
    </p>
  )
}

/** The values of a fact with commas between them. */
export function Values({ fact }: { readonly fact: Fact | undefined }): JSX.Element {
  return (
    <>
      {fact?.values.map((value, index) => (
        <span key={index}>
          {index > 0 ? '\u2060, ' : ''}
          <OneValue property={fact.property} value={value} />
        </span>
      ))}
    </>
  )
}

function OneValue({ property, value: { text, item, href } }: { readonly property: string; readonly value: Value }): JSX.Element {
  if (item !== undefined) return <Ref item={item} text={text} />
  if (href !== undefined) return <Outward href={href}>{text}</Outward>
  return <Name>{datedProperties.has(property) ? readableDate(text) : text}</Name>
}
