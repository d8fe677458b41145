/**
 * Plain triples with what is known of them, in one file: RDF 1.2 N-Triples, in which a triple can be spoken of (once called RDF-star).
 * In: a Telling. Out: for what the article itself vouches for the triple, and always the claim that reifies it:
 *   <…/person/henrik-sandvall> <…#headOf> <…/organization/norrlink> .
 *   <…/relation/bf16…> rdf:reifies <<( <…/person/henrik-sandvall> <…#headOf> <…/organization/norrlink> )>> .
 *   <…/relation/bf16…> <…#confidence> "0.73"^^xsd:decimal ; oa:exact "Norrlink chief executive Henrik Sandvall" ; ng:start 483 …
 */
import { DataFactory, type Quad_Object } from 'n3'
import { factualityTerms, namespaces, ng, oa, prov, rdfs, xsd } from '../map/vocab.js'
import { nQuad } from '../store/n-quads.js'
import { isFact, type Claim, type Status, type Telling, type Thing } from './model.js'
import type { Chunks, Form } from './piece.js'

async function* file({ articles, things }: Telling): Chunks {
  for (const { iri, label } of things.values()) yield line(iri, rdfs.label.value, text(label))
  for await (const { claims } of articles()) for (const claim of claims) yield* claimLines(claim)
}

export const star: Form = { file, ending: '.nt' }

const { literal, namedNode, quad } = DataFactory
const text = (words: string): Quad_Object => literal(words.toWellFormed())
const REIFIES = `${namespaces.rdf}reifies`

function* claimLines(claim: Claim): Generator<string> {
  const spoken = tripleOf(claim)
  if (!spoken) return
  const [subject, property, object] = spoken
  if (isFact(claim)) yield line(subject, property, namedNode(object))
  yield `<${claim.iri}> <${REIFIES}> <<( <${subject}> <${property}> <${object}> )>> .\n`
  yield line(claim.iri, prov.wasDerivedFrom.value, namedNode(claim.article.iri))
  if (claim.kind === 'relation') yield line(claim.iri, ng.factuality.value, factualityOf(claim.status))
  if (claim.accordingTo) yield line(claim.iri, ng.accordingTo.value, namedNode(claim.accordingTo.iri))
  if (claim.confidence !== undefined) yield line(claim.iri, ng.confidence.value, literal(String(claim.confidence), xsd.decimal))
  for (const { start, end, exact } of claim.places) {
    const evidence = `${claim.article.iri.replace(/\/article\//u, '/evidence/')}-${start}-${end}`
    yield line(claim.iri, ng.evidence.value, namedNode(evidence))
    yield line(evidence, oa.exact.value, text(exact))
    yield line(evidence, ng.start.value, literal(String(start), xsd.integer))
    yield line(evidence, ng.end.value, literal(String(end), xsd.integer))
  }
}

/** Of a claim that is one triple; the others have nodes of their own in RDF of any version. */
function tripleOf(claim: Claim): readonly [string, string, string] | undefined {
  const whole = (subject: Thing, property: string, object: string) =>
    [subject.iri, property, object].every(isIri) ? ([subject.iri, property, object] as const) : undefined
  if (claim.kind === 'relation') return whole(claim.subject, claim.property, claim.object.iri)
  return claim.kind === 'link' ? whole(claim.subject, claim.property, claim.target) : undefined
}

function factualityOf(status: Status): Quad_Object {
  const name = status.replace(/^./u, (first) => first.toUpperCase())
  return Object.hasOwn(factualityTerms, name) ? factualityTerms[name as keyof typeof factualityTerms] : factualityTerms.Asserted
}

function isIri(iri: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]+$/u.test(iri)
}

function line(subject: string, property: string, object: Quad_Object): string {
  return nQuad(quad(namedNode(subject), namedNode(property), object), false)
}
