/**
 * Terms and nodes in words for people.
 * In: IRIs. Out: `ng:spokespersonOf` → "spokesperson of", `schema:NewsMediaOrganization` → "news media organization".
 */
import { org, ng, rdf, rdfs, schema, sem, skos } from '../map/vocab.js'
import type { GraphIndex } from './graph-index.js'

/** The words in a term's local name. */
export function wordsOf(iri: string): string {
  const name = iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
  return name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').replace(/-/gu, ' ').toLowerCase()
}

/** All that a node is called. */
export function namesOf(graph: GraphIndex, node: string): string[] {
  return [rdfs.label, skos.altLabel].flatMap((term) => graph.objects(node, term).map(({ value }) => value))
}

/** How a claim is told from the side of the node that it points to: a statement's `schema:creator` "said" it. */
const seenFromObject: Readonly<Record<string, string>> = {
  [schema.creator.value]: 'said',
  [schema.about.value]: 'spoken of in',
  [ng.addressee.value]: 'was told',
  [ng.medium.value]: 'carried',
  [schema.spatialCoverage.value]: 'where it was said',
  [ng.occasion.value]: 'occasion of',
  [ng.accordingTo.value]: 'reports',
  [ng.within.value]: 'tells',
  [org.member.value]: 'holds the role',
  [ng.heldFor.value]: 'has the role',
  [org.role.value]: 'role in',
  [ng.agent.value]: 'did',
  [ng.patient.value]: 'underwent',
  [sem.hasActor.value]: 'took part in',
  [sem.hasPlace.value]: 'place of',
  [rdf.subject.value]: 'relation',
  [rdf.object.value]: 'relation',
  [schema.publisher.value]: 'published',
  [schema.author.value]: 'wrote',
  [ng.standsFor.value]: 'voiced by',
}

/** The words for a link as its object sees it; undefined for links that tell a person nothing. */
export function inverseWordsOf(predicate: string): string | undefined {
  return seenFromObject[predicate]
}
