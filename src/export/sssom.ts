/**
 * What entities are in Wikidata, DBpedia and GeoNames, as mappings: SSSOM (https://w3id.org/sssom/), which OpenRefine, OxO and sssom-py
 * read.
 * In: the links of a Telling. Out: a table with its metadata on top, a line for each link: subject, predicate, object, how sure, and why:
 *   …/place/estonia  Estonia  owl:sameAs  http://www.wikidata.org/entity/Q191  semapv:CompositeMatching  0.98  words "Estonia's",
 *   characters 357–364 of …
 */
import { namespaces } from '../map/vocab.js'
import { version } from '../version.js'
import type { LinkClaim, Telling } from './model.js'
import type { Chunks, Form } from './piece.js'

const HEAD = `#mapping_set_id: https://w3id.org/newsgraph/data/links.sssom.tsv
#mapping_set_title: What the entities of a newsgraph are elsewhere
#mapping_tool: newsgraph
#mapping_tool_version: "${version}"
#license: https://w3id.org/sssom/license/unspecified
#curie_map:
#  owl: ${namespaces.owl}
#  skos: ${namespaces.skos}
#  semapv: https://w3id.org/semapv/vocab/
subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tsubject_source\tmatch_string\tcomment
`

async function* file({ articles }: Telling): Chunks {
  yield HEAD
  // The same link rests on words of several articles: one line for each article.
  for await (const { claims } of articles()) for (const claim of claims) if (claim.kind === 'link') yield lineOf(claim)
}

export const sssom: Form = { file, ending: '.sssom.tsv' }

function lineOf({ subject, property, target, status, confidence, article, places, facts }: LinkClaim): string {
  const predicate = status === 'asserted' ? 'owl:sameAs' : property.endsWith('closeMatch') ? 'skos:closeMatch' : property
  const why = [
    ...places.map(({ start, end, exact }) => `“${exact}” (characters ${start}–${end})`),
    ...(facts.length > 0 ? [`also known: ${facts.join(', ')}`] : []),
  ]
  // A name that alone decides is lexical; with facts beside it the match is of several kinds.
  const justification = facts.length > 0 ? 'semapv:CompositeMatching' : 'semapv:LexicalMatching'
  const [words = subject.label] = places.map(({ exact }) => exact)
  const cells = [subject.iri, subject.label, predicate, target, justification, String(confidence ?? ''), article.iri, words, why.join('; ')]
  return `${cells.map(cell).join('\t')}\n`
}

/** TSV has no quotation marks: a cell is one line without tabs. */
function cell(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('"', '”')
    .trim()
}
