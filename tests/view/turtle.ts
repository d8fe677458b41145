/** A hand-made graph in, Turtle in the contract's shape out; offsets are found in the text, in code points. */

import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'

const prefixes = `@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
`

/** One article and what is written of it: `what` are property lists as in Turtle, `on` the words each rests on. */
export interface Written {
  readonly id: string
  readonly headline: string
  readonly date: string
  readonly publisher?: string
  readonly text: string
  readonly records: readonly { readonly id: string; readonly label: string; readonly what: string; readonly on: readonly string[] }[]
}

export function turtleOf({ id, headline, date, publisher, text, records }: Written): string {
  const mentions = records.filter(record => !record.what.includes('ng:confidence')).map(record => `:${record.id}`)
  const article = `:${id} a ng:Article, schema:NewsArticle ; rdfs:label ${quoted(headline)} ; schema:headline ${quoted(headline)} ;
  schema:datePublished ${quoted(date)} ; schema:inLanguage "en" ; schema:articleBody ${quoted(text)} ;
  ${publisher === undefined ? '' : `schema:publisher :${publisher} ;`} schema:mentions ${mentions.join(', ')} .\n`
  return prefixes + article + records.map(record => {
    const evidence = record.on.map((_, index) => `:${record.id}-e${index}`).join(', ')
    return `:${record.id} rdfs:label ${quoted(record.label)} ; ng:evidence ${evidence} ; ${record.what} .\n`
      + record.on.map((words, index) => evidenceOf(`${record.id}-e${index}`, id, text, words)).join('')
  }).join('')
}

export function quadsOf(...turtle: readonly string[]): Quad[] {
  return turtle.flatMap(text => new Parser().parse(text))
}

/** "word@2" means its second occurrence. */
function evidenceOf(iri: string, article: string, text: string, where: string): string {
  const [words = '', nth = '1'] = where.split('@')
  let at = -1
  for (let left = Number(nth); left > 0; left--) at = text.indexOf(words, at + 1)
  if (at < 0) throw new Error(`The article does not say “${words}”.`)
  const before = Array.from(text.slice(0, at))
  const after = Array.from(text.slice(at + words.length))
  const start = before.length
  const end = start + Array.from(words).length
  return `:${iri} a ng:Evidence, oa:SpecificResource ; rdfs:label ${quoted(words)} ; oa:hasSource :${article} ; oa:hasSelector :${iri}-p, :${iri}-q .
:${iri}-p a oa:TextPositionSelector ; oa:start ${start} ; oa:end ${end} .
:${iri}-q a oa:TextQuoteSelector ; oa:exact ${quoted(words)} ; oa:prefix ${quoted(before.slice(-20).join(''))} ; oa:suffix ${quoted(after.slice(0, 20).join(''))} .
`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
