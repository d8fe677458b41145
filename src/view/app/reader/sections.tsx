/** Claims in lists under headings: those that name an item, those that an article tells; what the filters leave out is left out here, too. */

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Details as ItemDetails, Item } from '../items.js'
import { graph, visible } from '../visible.js'
import { kindNames, say, sectionOrder } from '../words.js'
import { ClaimCard } from './cards.js'

/** Longer lists are cut until the reader wants all of them. */
const listedAtFirst = 20

export function Sections({ item }: { readonly item: Item }): JSX.Element {
  const shown = graph.value!
  const namings = shown.namingsOf(item.at)
  const groups = new Map<string, Item[]>()
  for (const claim of namings) {
    for (const heading of headingsFor(claim, item.at, shown.details(claim.at)))
      groups.set(heading, [...(groups.get(heading) ?? []), claim])
  }
  return (
    <>
      {sectionOrder
        .filter(heading => groups.has(heading))
        .map(heading => (
          <Section key={heading} heading={heading} claims={groups.get(heading) ?? []} subject={item.at} />
        ))}
    </>
  )
}

/** Under which headings a claim stands on the page of what it names. */
function headingsFor(claim: Item, named: number, details: ItemDetails | undefined): string[] {
  if (details === undefined)
    return [
      say.sections[
        claim.kind === 'statement'
          ? claim.sources.includes(named)
            ? 'schema:creator'
            : 'schema:about'
          : claim.kind === 'role'
            ? 'org:member'
            : claim.kind === 'event'
              ? 'sem:hasActor'
              : 'rdf:subject'
      ] ?? '',
    ]
  return [
    ...new Set(
      details.facts.filter(fact => fact.values.some(value => value.item === named)).flatMap(fact => say.sections[fact.property] ?? []),
    ),
  ]
}

/** A heading and cards; what the filters leave out is left out here, too. */
export function Section({
  heading,
  claims,
  subject,
}: {
  readonly heading: string
  readonly claims: readonly Item[]
  readonly subject?: number
}): JSX.Element | null {
  const [limit, setLimit] = useState(listedAtFirst)
  const unique = withoutRepetition([...new Set(claims)].filter(({ at }) => visible.value.claims.has(at)))
  if (unique.length === 0) return null
  return (
    <section class="section">
      <h3>
        {heading} <span class="count">{unique.length}</span>
      </h3>
      <ul class="cards">
        {unique.slice(0, limit).map(([first, ...more]) => (
          <ClaimCard key={first.at} item={first} more={more} {...(subject === undefined ? {} : { subject })} />
        ))}
      </ul>
      {unique.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(Infinity)}>
          {say.more(unique.length)}
        </button>
      )}
    </section>
  )
}

/** The same role or relation, told by several articles, is one card with the passages of all. */
function withoutRepetition(claims: readonly Item[]): (readonly [Item, ...Item[]])[] {
  const merged = new Map<string, [Item, ...Item[]]>()
  for (const claim of claims) {
    const key =
      claim.kind === 'role' || claim.kind === 'relation'
        ? [claim.kind, claim.label, claim.word, claim.sources, claim.targets, claim.standing].join('|')
        : String(claim.at)
    const known = merged.get(key)
    if (known === undefined) merged.set(key, [claim])
    else known.push(claim)
  }
  return [...merged.values()]
}

export function FromArticle({ article }: { readonly article: number }): JSX.Element {
  const from = graph.value!.items.filter(({ articles }) => articles.includes(article))
  return (
    <>
      <Section heading={kindNames.statement.many} claims={from.filter(({ kind }) => kind === 'statement')} />
      <Section heading={kindNames.event.many} claims={from.filter(({ kind }) => kind === 'event')} />
    </>
  )
}
