/**
 * The namespaces of the graph contract. In: nothing. Out: IRIs by prefix, `schema` → `https://schema.org/`; plain text, so that a web page can hold them, too.
 */

/** Vocabularies by prefix. */
export const namespaces = {
  ng: 'https://w3id.org/newsgraph/ontology#',
  role: 'https://w3id.org/newsgraph/role#',
  act: 'https://w3id.org/newsgraph/speech-act#',
  happening: 'https://w3id.org/newsgraph/event-type#',
  measure: 'https://w3id.org/newsgraph/quantity#',
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  void: 'http://rdfs.org/ns/void#',
  owl: 'http://www.w3.org/2002/07/owl#',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const
