/**
 * What the SPARQL service can do, said in SPARQL 1.1 Service Description.
 * In: the service's address. Out: a CONSTRUCT that makes the description, so that it comes in every form that graphs come in.
 */
import { iri, literal } from './names.js'

/** Named graphs are listed up to this number. */
const LISTED = 1000

export function serviceDescription(address: string): string {
  const [service, dataset, all] = ['', '#dataset', '#all-graphs'].map((part) => iri(address + part))
  const formats = [
    'SPARQL_Results_JSON',
    'SPARQL_Results_XML',
    'SPARQL_Results_CSV',
    'SPARQL_Results_TSV',
    'Turtle',
    'N-Triples',
    'RDF_XML',
    'JSON-LD',
  ]
  return `PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
CONSTRUCT {
  ${service} a sd:Service ; rdfs:label "newsgraph" ; sd:endpoint ${service} ; sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph, sd:EmptyGraphs ; sd:defaultDataset ${dataset} ;
    sd:resultFormat ${formats.map((name) => `<http://www.w3.org/ns/formats/${name}>`).join(', ')} .
  ${dataset} a sd:Dataset ; sd:defaultGraph ${all} ; sd:namedGraph ?named .
  ${all} a sd:Graph .
  ?named a sd:NamedGraph ; sd:name ?graph .
} WHERE {
  OPTIONAL {
    { SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph LIMIT ${LISTED} }
    BIND(IRI(CONCAT(${literal(`${address}?graph=`)}, ENCODE_FOR_URI(STR(?graph)))) AS ?named)
  }
}`
}
