/**
 * Nodes and claims in, lines out. "Lavrov told Le Monde that Macron …" gives Lavrov → Macron and Lavrov → Le Monde; five
 * such statements give the same two lines, and a click lists all five.
 */

import type { Basis, EdgeKind, ViewClaim, ViewEdge, ViewFact, ViewNode, ViewRecord } from './model.js'
import type { Descriptions } from './descriptions.js'
import { valueOf, valuesOf } from './descriptions.js'
import { words } from './terms.js'

/** One reason for a line; those with the same ends and kind are drawn as one. */
interface Tie {
  readonly source: string
  readonly target: string
  readonly kind: EdgeKind
  readonly label: string
  readonly claim?: string
  readonly isAsserted: boolean
  readonly basis?: Basis
}

const participations = [
  ['ng:agent', 'agent'],
  ['ng:patient', 'affected'],
  ['sem:hasActor', 'took part'],
  ['sem:hasPlace', 'place'],
] as const

/** Whom one accuses is whom one speaks about; with other acts, as with "told", it is not. */
const targetedActs = new Set(['accuse', 'criticise', 'praise', 'threaten', 'thank'])

/** All lines between the nodes, without loops. */
export function edgesOf(nodes: readonly ViewNode[], claims: readonly ViewClaim[], descriptions: Descriptions): ViewEdge[] {
  const statements = new Map(claims.map(claim => [claim.id, claim]))
  const ties = [
    ...claims.flatMap(claim =>
      claim.kind === 'statement'
        ? statementTies(claim, statements)
        : claim.kind === 'role'
          ? roleTies(claim)
          : relationTies(claim, descriptions),
    ),
    ...nodes.filter(node => node.kind === 'event').flatMap(event => eventTies(event, statements)),
    ...nodes.filter(node => node.kind !== 'event').flatMap(node => otherTies(node)),
    ...nodes.filter(node => node.kind === 'article').flatMap(article => mentionTies(article.id, descriptions)),
  ]
  const known = new Set(nodes.map(node => node.id))
  return merge(withoutTwins(ties).filter(({ source, target }) => source !== target && known.has(source) && known.has(target)))
}

/** Ids of the records that a property names. */
export function refsOf(record: ViewRecord, property: string): string[] {
  return record.facts.filter(fact => fact.property === property).flatMap(refsIn)
}

function refsIn(fact: ViewFact): string[] {
  return fact.values.flatMap(value => (value.ref === undefined ? [] : [value.ref]))
}

/** The speaker to all that the statement is about, said to, made through or made at; and to the speaker that is quoted in it. */
function statementTies(claim: ViewClaim, statements: ReadonlyMap<string, ViewClaim>): Tie[] {
  const verb = verbOf(claim)
  const about = targetedActs.has(textOf(claim, 'ng:speechAct')) ? verb : 'about'
  const labels = [
    ['ng:addressee', verb],
    ['schema:about', about],
    ['ng:medium', 'through'],
    ['ng:occasion', 'at'],
  ] as const
  const own = labels.flatMap(([property, label]) => ties(refsOf(claim, 'schema:creator'), refsOf(claim, property), claim, label))
  const outer = refsOf(claim, 'ng:within').flatMap(id => statements.get(id) ?? [])
  return [...own, ...outer.flatMap(around => ties(refsOf(around, 'schema:creator'), refsOf(claim, 'schema:creator'), claim, 'quoted'))]
}

/** The cue if it is one word, as "accused"; else the speech act. */
function verbOf(claim: ViewClaim): string {
  const cue = textOf(claim, 'ng:cue')
  return /^\p{L}{2,16}$/u.test(cue) ? cue.toLowerCase() : textOf(claim, 'ng:speechAct') || 'said'
}

function textOf(record: ViewRecord, property: string): string {
  return record.facts.find(fact => fact.property === property)?.values[0]?.text ?? ''
}

function ties(sources: readonly string[], targets: readonly string[], claim: ViewClaim, label: string): Tie[] {
  return sources.flatMap(source =>
    targets.map(target => ({ source, target, kind: 'statement' as const, label, claim: claim.id, isAsserted: true })),
  )
}

function roleTies(claim: ViewClaim): Tie[] {
  return refsOf(claim, 'org:member').flatMap(source =>
    refsOf(claim, 'ng:heldFor').map(target => ({
      source,
      target,
      kind: 'role' as const,
      label: claim.label,
      claim: claim.id,
      isAsserted: claim.standing === 'asserted',
    })),
  )
}

function relationTies(claim: ViewClaim, descriptions: Descriptions): Tie[] {
  const label = words(valueOf(descriptions.get(claim.id), 'rdf:predicate') ?? 'related')
  return refsOf(claim, 'rdf:subject').flatMap(source =>
    refsOf(claim, 'rdf:object').map(target => ({
      source,
      target,
      kind: 'relation' as const,
      label,
      claim: claim.id,
      isAsserted: claim.standing === 'asserted',
    })),
  )
}

/** Who took part and where; and for what is only said, who says so. */
function eventTies(event: ViewRecord, statements: ReadonlyMap<string, ViewClaim>): Tie[] {
  const seen = new Set<string>()
  const taking = participations.flatMap(([property, label]) =>
    refsOf(event, property)
      .filter(id => !seen.has(id) && seen.add(id))
      .map((source): Tie => ({
        source,
        target: event.id,
        kind: 'participation',
        label,
        claim: event.id,
        isAsserted: event.standing === 'asserted',
      })),
  )
  const saying = refsOf(event, 'ng:accordingTo')
    .flatMap(id => statements.get(id) ?? [])
    .flatMap(claim => ties(refsOf(claim, 'schema:creator'), [event.id], claim, 'said'))
  return [...taking, ...saying]
}

/**
 * What a record says of other nodes without a claim of its own: the publisher of a work or article, which its head or the words around
 * its name tell; the state that a capital stands for, which a list tells.
 */
function otherTies(node: ViewNode): Tie[] {
  return node.facts.flatMap(fact =>
    refsIn(fact).map((other): Tie =>
      fact.property === 'schema:publisher'
        ? {
            source: other,
            target: node.id,
            kind: 'publication',
            label: 'published',
            isAsserted: true,
            basis: node.kind === 'article' ? 'metadata' : 'mention',
          }
        : { source: node.id, target: other, kind: 'relation', label: words(fact.property), isAsserted: true, basis: 'list' },
    ),
  )
}

function mentionTies(article: string, descriptions: Descriptions): Tie[] {
  return valuesOf(descriptions.get(article), 'schema:mentions').map((target): Tie => ({
    source: article,
    target,
    kind: 'mention',
    label: 'mentions',
    isAsserted: true,
    basis: 'mention' as const,
  }))
}

/** A relation that says what a role says, "minister of", is drawn with the role. */
function withoutTwins(ties: readonly Tie[]): Tie[] {
  const roles = new Set(ties.filter(tie => tie.kind === 'role').map(tie => `${tie.source} ${tie.target}`))
  return ties.map(tie =>
    tie.kind === 'relation' && roles.has(`${tie.source} ${tie.target}`)
      ? Object.assign({}, tie, { kind: 'role' as const, label: '' })
      : tie,
  )
}

function merge(ties: readonly Tie[]): ViewEdge[] {
  const groups = new Map<string, Tie[]>()
  for (const tie of ties) {
    const id = `${tie.source} ${tie.target} ${tie.kind}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [tie])
    else group.push(tie)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, group]) => {
      const claims = [...new Set(group.flatMap(tie => tie.claim ?? []))]
      const ofClaims = claims.map(claim => group.find(tie => tie.claim === claim)?.label ?? '')
      const labels = [...new Set(claims.length === 0 ? group.map(tie => tie.label) : ofClaims)].filter(each => each !== '')
      const [{ source, target, kind, basis }] = group as [Tie, ...Tie[]]
      const times = kind === 'statement' && claims.length > 1 ? ` ×${claims.length}` : ''
      const label = labels.length < 3 ? labels.join(', ') + times : `${claims.length} ${kind}s`
      const isAsserted = group.some(tie => tie.isAsserted)
      return { id, source, target, kind, label, claims, isAsserted, ...(claims.length > 0 || basis === undefined ? {} : { basis }) }
    })
}
