/**
 * Invented graphs as large as wanted: stories of people, bodies and events who speak of one another, some of them of two stories. No chance is
 * involved: the same size gives the same graph.
 */

import type { ViewClaim, ViewEdge, ViewGraph, ViewNode } from '../../src/view/model.js'
import { storiesOf } from '../../src/view/stories.js'

const first = ['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Farid', 'Greta', 'Hakan', 'Irene', 'Jonas', 'Katya', 'Lucas']
const last = ['Vale', 'Novak', 'Oduya', 'Berg', 'Santos', 'Keller', 'Moreau', 'Tanaka', 'Quinn', 'Ristic']
const iri = (name: string): string => `https://example.org/data/${name}`

/** Nodes of each story; an article tells it. */
const perStory = 20

/** A graph of about so many nodes. */
export function manyStories(size = 240): ViewGraph {
  const count = Math.ceil(size / perStory)
  const articles = Array.from({ length: count }, (_, story) => ({
    id: iri(`article/${story}`),
    headline: `Story ${story} goes on`,
    date: dayOf(story),
    publisher: `Courier ${story % 7}`,
    text: `What happened in story ${story}.`,
  }))
  const nodes: ViewNode[] = []
  const claims: ViewClaim[] = []
  const edges: ViewEdge[] = []
  for (let story = 0; story < count; story++) addStory(story, count, nodes, claims, edges)
  return { articles, nodes, claims, edges, stories: storiesOf(nodes, claims, edges) }
}

function dayOf(story: number): string {
  return new Date(Date.UTC(2025, 0, 1) + (story % 300) * 864e5).toISOString().slice(0, 10)
}

function addStory(story: number, count: number, nodes: ViewNode[], claims: ViewClaim[], edges: ViewEdge[]): void {
  const article = iri(`article/${story}`)
  const evidence = [{ article, exact: 'What happened', prefix: '', suffix: '', span: [0, 13] as const }]
  const name = (at: number): string =>
    at === 0
      ? `${first[story % first.length]} ${last[Math.floor(story / first.length) % last.length]}`
      : `${first[(story + at) % first.length]} ${last[at % last.length]} ${story}`
  for (let at = 0; at < perStory; at++) {
    const kind = at % 5 === 4 ? 'event' : at % 5 === 3 ? 'organization' : 'person'
    nodes.push({
      id: iri(`${kind}/${story}-${at}`),
      kind,
      label: kind === 'event' ? `meeting ${at} of ${story}` : name(at),
      detail: '',
      names: [],
      links: [],
      evidence,
      standing: at % 10 === 9 ? 'said' : 'asserted',
      facts: kind === 'event' ? [{ property: 'schema:startDate', label: 'Date', values: [{ text: dayOf(story) }] }] : [],
    })
  }
  const own = nodes.slice(-perStory)
  for (let at = 0; at < perStory; at++) {
    const [source, target] = [own[at]!, own[at === 0 ? 1 : Math.floor(at / 2)]!]
    const claim = claimOf(story, at, source, target, evidence)
    claims.push(claim)
    edges.push({
      id: `${source.id} ${target.id} statement`,
      source: source.id,
      target: target.id,
      kind: 'statement',
      label: 'about',
      claims: [claim.id],
      isAsserted: true,
    })
  }
  if (story > 0 && story % 3 === 0 && story < count) {
    const [source, target] = [own[0]!, nodes[(story - 1) * perStory]!]
    edges.push({
      id: `${source.id} ${target.id} relation`,
      source: source.id,
      target: target.id,
      kind: 'relation',
      label: 'stands for',
      claims: [],
      isAsserted: true,
      basis: 'list',
    })
  }
}

function claimOf(story: number, at: number, source: ViewNode, target: ViewNode, evidence: ViewNode['evidence']): ViewClaim {
  const fact = (property: string, label: string, text: string, ref?: string) => ({
    property,
    label,
    values: [{ text, ...(ref === undefined ? {} : { ref }) }],
  })
  return {
    id: iri(`statement/${story}-${at}`),
    kind: 'statement',
    label: `${source.label}: What happened`,
    detail: 'indirect statement',
    standing: 'asserted',
    confidence: 0.9,
    rule: 'attribution-head',
    evidence,
    facts: [
      fact('schema:creator', 'Speaker', source.label, source.id),
      fact('schema:text', 'Text', `What happened ${at}`),
      fact('ng:cue', 'Cue', 'said'),
      fact('ng:speechAct', 'Speech act', at % 4 === 0 ? 'deny' : 'say'),
      fact('schema:about', 'About', target.label, target.id),
      fact('schema:dateCreated', 'Said on', dayOf(story)),
    ],
  }
}
