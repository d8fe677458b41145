/** Everything known about the selection: a node, a claim, a line, the paths between two; without one, what the graph holds. */

import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { select, show } from '../actions.js'
import { CorrectThis } from '../correct.js'
import { nameOf } from '../corrections.js'
import type { Details as ItemDetails, Edge, Item } from '../graph.js'
import { textOf } from '../graph.js'
import { Icon, LineSample, Name, Outward, Ref } from '../parts.js'
import { pathsBetween, stopsOf } from '../scene/paths.js'
import { relationName } from '../scene/ego.js'
import { change, lost, state } from '../state.js'
import { graph, visible } from '../visible.js'
import { basisNames, edgeNames, kindNames, say, sectionOrder } from '../words.js'
import { ClaimCard, Values, statusOf } from './cards.js'
import { headingId, keepFocus } from './focus.js'
import { Overview } from './overview.js'

/** Longer lists are cut until the reader wants all of them. */
const listedAtFirst = 20

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
  return <div id="details" role="region" aria-label={say.details} tabIndex={0} key={`${item} ${edge} ${pin}`}>
    {lost.value && <p class="warning" role="alert">{say.noLongerThere}</p>}
    {shown === null ? null : start !== undefined && found !== undefined && shown.isNode(found.at) ? <Paths from={start} to={found} />
      : found !== undefined ? <OfItem item={found} /> : line !== undefined ? <OfEdge edge={line} /> : <Overview />}
  </div>
}

function OfItem({ item }: { readonly item: Item }): JSX.Element {
  const details = graph.value?.details(item.at)
  const isNode = graph.value?.isNode(item.at) === true
  return <>
    <Head item={item} details={details} isNode={isNode} />
    {details !== undefined && details.names.length > 0 && <p class="names">{say.alsoWritten}: {details.names.map((name, at) => <span key={name}>{at > 0 ? ' · ' : ''}<Name>{name}</Name></span>)}</p>}
    {!isNode && <ul class="cards"><ClaimCard item={item} /></ul>}
    <FactList item={item} details={details} />
    <Links details={details} />
    {isNode && <Neighbours item={item} />}
    <Sections item={item} />
    {item.kind === 'article' && <FromArticle article={item.articles[0] ?? -1} />}
    {isNode && <Mentions details={details} />}
    <CorrectThis item={item} />
  </>
}

function Head({ item, details, isNode }: { readonly item: Item; readonly details: ItemDetails | undefined; readonly isNode: boolean }): JSX.Element {
  const kind = kindNames[item.kind].one
  const status = statusOf(item, details)
  return <header>
    <p class="eyebrow">{isNode && <Icon kind={item.kind} />}{item.detail === '' ? kind : `${kind} · ${item.detail}`}{status !== null && <span class="tag status">{status}</span>}
      {isNode && item.confidence >= 0 && <span class="sure">{say.sure(item.confidence)}</span>}</p>
    <h2 id={headingId} tabIndex={-1}><Name>{item.kind === 'statement' ? `${item.sources.map(at => nameOf(graph.value?.item(at))).join(', ')} ${textOf(details, 'ng:cue')}` : nameOf(item)}</Name></h2>
  </header>
}

const notListed = new Set(['ng:textSha256', 'geo:lat', 'geo:long'])

/** Facts that are not told by a list of claims below; coordinates lead to a map. */
function FactList({ item, details }: { readonly item: Item; readonly details: ItemDetails | undefined }): JSX.Element {
  const told = new Set(graph.value?.namingsOf(item.at).filter(({ kind }) => kind === 'relation').map(({ word }) => word))
  const [lat, long] = [Number(textOf(details, 'geo:lat')), Number(textOf(details, 'geo:long'))]
  const hasPlace = textOf(details, 'geo:lat') !== '' && Math.abs(lat) <= 90 && Math.abs(long) <= 180
  return <dl class="facts">
    {details?.facts.filter(fact => !notListed.has(fact.property) && !told.has(fact.label.toLowerCase())).map(fact => <Fragmented key={fact.property} name={fact.label}><Values fact={fact} /></Fragmented>)}
    {hasPlace && <Fragmented name={say.map}><Outward href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}#map=7/${lat}/${long}`}>{lat}, {long}</Outward></Fragmented>}
    {details !== undefined && details.rule !== '' && <Fragmented name={say.foundBy}>{details.rule}</Fragmented>}
  </dl>
}

function Fragmented({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return <><dt>{name}</dt><dd>{children}</dd></>
}

const bases: readonly (readonly [pattern: RegExp, name: string])[] = [[/wikidata\.org/, 'Wikidata'], [/dbpedia\.org/, 'DBpedia'], [/geonames\.org/, 'GeoNames'], [/wikipedia\.org/, 'Wikipedia']]

/** Where it is known elsewhere, and why it is taken to be that. */
function Links({ details }: { readonly details: ItemDetails | undefined }): JSX.Element | null {
  if (details === undefined || details.links.length === 0) return null
  return <ul class="links">{details.links.map(({ href, isSame, confidence = 0, rule = '', matched, namesakes = 0 }) => <li key={href}>
    {isSame ? say.linked : say.close_} <Outward href={href}>{bases.find(([pattern]) => pattern.test(href))?.[1] ?? ''} {decoded(href)}</Outward>
    {(matched.length > 0 || rule !== '') && <span class="because"> {say.because} {matched.length > 0 ? matched.join('; ') : rule}{namesakes > 0 ? ` · ${say.rejected(namesakes)}` : ''}{confidence > 0 ? ` · ${say.sure(confidence)}` : ''}</span>}
  </li>)}</ul>
}

function decoded(href: string): string {
  const name = href.replace(/\/$/, '').split('/').at(-1) ?? href
  try {
    return decodeURIComponent(name).replaceAll('_', ' ')
  } catch {
    return name
  }
}

/** "27 neighbours: statements 12, roles 3 …"; ticked ones alone are drawn. */
function Neighbours({ item }: { readonly item: Item }): JSX.Element | null {
  const edges = visible.value.edges.filter(({ source, target, kind }) => kind !== 'mention' && (source === item.at || target === item.at))
  const tally = new Map<string, Set<number>>()
  for (const edge of edges) {
    const name = relationName(edge, item.at)
    tally.set(name, (tally.get(name) ?? new Set()).add(edge.source === item.at ? edge.target : edge.source))
  }
  const many = new Set([...tally.values()].flatMap(set => [...set])).size
  const { centre, by, pin } = state.value
  const toggle = (name: string): void => change({ centre: item.at, by: by.includes(name) ? by.filter(each => each !== name) : [...by, name] })
  if (many === 0) return null
  return <div class="neighbours"><p>{say.neighbours(many)}:</p>
    <ul>{[...tally].sort(([, a], [, b]) => b.size - a.size).slice(0, 12).map(([name, set]) => <li key={name}>
      <button type="button" class="chip" aria-pressed={centre === item.at && by.includes(name)} onClick={() => toggle(name)}><LineSample kind={name.split(' ')[0] as Edge['kind']} />{nameOfRelation(name)} <span class="count">{set.size}</span></button></li>)}
      <li><button type="button" class="chip" aria-pressed={centre === item.at && by.length === 0} onClick={() => change({ centre: centre === item.at ? null : item.at, by: [] })}>{say.neighbourhood}</button></li>
      <li><button type="button" class="chip" aria-pressed={pin === item.at} onClick={() => change({ pin: pin === item.at ? null : item.at })}>{pin === item.at ? say.unpin : say.pin}</button></li></ul></div>
}

/** "relation based in" → "based in", "statement from" → "spoken about or to". */
function nameOfRelation(name: string): string {
  if (name === 'statement') return 'says of'
  if (name === 'statement from') return 'is spoken of by'
  return name.startsWith('relation ') ? name.slice(9) : edgeNames[name as Edge['kind']].toLowerCase()
}

/** The places of the text where a node is named: each form once, with how often. */
function Mentions({ details }: { readonly details: ItemDetails | undefined }): JSX.Element | null {
  const forms = new Map<string, NonNullable<typeof details>['evidence'][number][]>()
  for (const evidence of details?.evidence ?? []) forms.set(evidence.exact, [...forms.get(evidence.exact) ?? [], evidence])
  const [turn, setTurn] = useState<Readonly<Record<string, number>>>({})
  if (forms.size === 0) return null
  return <><h3>{say.written}</h3><ul class="mentions">{[...forms].sort(([, a], [, b]) => b.length - a.length).slice(0, 24).map(([exact, all]) => <li key={exact}>
    <button type="button" onClick={() => { show([all[(turn[exact] ?? 0) % all.length]!]); setTurn({ ...turn, [exact]: (turn[exact] ?? 0) + 1 }) }}><Name>{exact}</Name> <span class="count">{all.length > 1 ? all.length : ''}</span></button></li>)}</ul></>
}

function Sections({ item }: { readonly item: Item }): JSX.Element {
  const shown = graph.value!
  const namings = shown.namingsOf(item.at)
  const groups = new Map<string, Item[]>()
  for (const claim of namings) {
    for (const heading of headingsFor(claim, item.at, shown.details(claim.at))) groups.set(heading, [...groups.get(heading) ?? [], claim])
  }
  return <>{sectionOrder.filter(heading => groups.has(heading)).map(heading => <Section key={heading} heading={heading} claims={groups.get(heading) ?? []} subject={item.at} />)}</>
}

/** Under which headings a claim stands on the page of what it names. */
function headingsFor(claim: Item, named: number, details: ItemDetails | undefined): string[] {
  if (details === undefined) return [say.sections[claim.kind === 'statement' ? claim.sources.includes(named) ? 'schema:creator' : 'schema:about' : claim.kind === 'role' ? 'org:member' : claim.kind === 'event' ? 'sem:hasActor' : 'rdf:subject'] ?? '']
  return [...new Set(details.facts.filter(fact => fact.values.some(value => value.item === named)).flatMap(fact => say.sections[fact.property] ?? []))]
}

/** A heading and cards; what the filters leave out is left out here, too. */
export function Section({ heading, claims, subject }: { readonly heading: string; readonly claims: readonly Item[]; readonly subject?: number }): JSX.Element | null {
  const [limit, setLimit] = useState(listedAtFirst)
  const unique = withoutRepetition([...new Set(claims)].filter(({ at }) => visible.value.claims.has(at)))
  if (unique.length === 0) return null
  return <section class="section"><h3>{heading} <span class="count">{unique.length}</span></h3>
    <ul class="cards">{unique.slice(0, limit).map(([first, ...more]) => <ClaimCard key={first.at} item={first} more={more} {...subject === undefined ? {} : { subject }} />)}</ul>
    {unique.length > limit && <button type="button" class="more" onClick={() => setLimit(Infinity)}>{say.more(unique.length)}</button>}</section>
}

/** The same role or relation, told by several articles, is one card with the passages of all. */
function withoutRepetition(claims: readonly Item[]): (readonly [Item, ...Item[]])[] {
  const merged = new Map<string, [Item, ...Item[]]>()
  for (const claim of claims) {
    const key = claim.kind === 'role' || claim.kind === 'relation' ? [claim.kind, claim.label, claim.word, claim.sources, claim.targets, claim.standing].join('|') : String(claim.at)
    const known = merged.get(key)
    if (known === undefined) merged.set(key, [claim])
    else known.push(claim)
  }
  return [...merged.values()]
}

function FromArticle({ article }: { readonly article: number }): JSX.Element {
  const from = graph.value!.items.filter(({ articles }) => articles.includes(article))
  return <><Section heading={kindNames.statement.many} claims={from.filter(({ kind }) => kind === 'statement')} />
    <Section heading={kindNames.event.many} claims={from.filter(({ kind }) => kind === 'event')} /></>
}

function OfEdge({ edge }: { readonly edge: Edge }): JSX.Element {
  const claims = edge.claims.flatMap(at => graph.value?.item(at) ?? [])
  return <>
    <header><p class="eyebrow"><LineSample kind={edge.kind} />{edgeNames[edge.kind]}</p>
      <h2 class="ends" id={headingId} tabIndex={-1}><Ref item={edge.source} /><span class="arrow"> {edge.kind === 'participation' ? '–' : '→'} </span><Ref item={edge.target} /></h2></header>
    {claims.length === 0 ? <><p class="line"><Name>{edge.label}</Name></p><p class="basis">{basisNames[edge.basis ?? 'list']}</p><BasisWords edge={edge} /></> : <Section heading={edge.kind === 'participation' ? kindNames.event.one : edgeNames[edge.kind]} claims={claims} />}
  </>
}

/** Of a line that no claim stands for: the words where the name stands. */
function BasisWords({ edge }: { readonly edge: Edge }): JSX.Element | null {
  const shown = graph.value!
  const [source, target] = [shown.item(edge.source), shown.item(edge.target)]
  if (edge.basis !== 'mention') return null
  const [article, named] = source?.kind === 'article' ? [source.articles[0], target] : [target?.articles[0], target]
  const evidence = shown.details(named?.at ?? -1)?.evidence.filter(each => each.article === article) ?? []
  return <ul class="mentions">{evidence.slice(0, 12).map((each, at) => <li key={at}><button type="button" onClick={() => show([each])}><Name>{each.exact}</Name></button></li>)}</ul>
}

/** Each path as sentences, with the words of its claims. */
function Paths({ from, to }: { readonly from: Item; readonly to: Item }): JSX.Element {
  const shown = graph.value!
  const paths = pathsBetween(from.at, to.at, visible.value)
  return <>
    <header><p class="eyebrow">{say.pathFrom('')}</p><h2 class="ends" id={headingId} tabIndex={-1}><Ref item={from.at} /><span class="arrow"> … </span><Ref item={to.at} /></h2></header>
    {paths.length === 0 && <p>{say.noPath(nameOf(from), nameOf(to))}</p>}
    {paths.map((path, at) => <section class="section path" key={at}><h3>{stopsOf(path, from.at).map(stop => nameOf(shown.item(stop))).join(' – ')}</h3>
      <ol class="cards">{path.map(edge => <li key={edge.at} class="step"><p class="line"><Ref item={edge.source} /> <i>{edge.label}</i> <Ref item={edge.target} /></p>
        {edge.claims.length === 0 ? <p class="basis">{basisNames[edge.basis ?? 'list']}</p> : <ul class="cards"><ClaimCard item={shown.item(edge.claims[0]!)!} /></ul>}</li>)}</ol></section>)}
    <p class="actions"><button type="button" onClick={() => { change({ pin: null }); select(to.at) }}>{say.unpin}</button></p>
  </>
}
