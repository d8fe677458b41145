/**
 * Terms in, words out: `http://…/ontology#speechAct` becomes `ng:speechAct`, and that becomes "Speech act".
 * The order of `propertyLabels` is the order in which the inspector lists what is known.
 */

import { namespaces } from '../map/namespaces.js'

/** `http://www.w3.org/ns/org#member` → `org:member`; an IRI of no known namespace stays as it is. */
export function compact(iri: string): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`
  }
  return iri
}

/** Words to read from an identifier: `ng:headOf` → "head of", `…/speech-acts/press-conference` → "press conference". */
export function words(iri: string): string {
  const name = compact(iri).replace(/[/#:]+$/, '').split(/[/#:]/).at(-1) ?? iri
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase().trim()
}

/** What the inspector calls a property. */
export const propertyLabels: Readonly<Record<string, string>> = {
  'schema:creator': 'Speaker',
  'schema:text': 'Text',
  'ng:cue': 'Cue',
  'ng:speechAct': 'Speech act',
  'ng:addressee': 'Said to',
  'schema:about': 'About',
  'schema:dateCreated': 'Said on',
  'ng:medium': 'Through',
  'ng:occasion': 'Occasion',
  'schema:spatialCoverage': 'Place',
  'ng:within': 'Quoted within',
  'org:member': 'Held by',
  'org:role': 'Role',
  'ng:heldFor': 'At or for',
  'ng:former': 'Former',
  'ng:candidate': 'Candidate',
  'ng:elect': 'Elect',
  'ng:acting': 'Acting',
  'ng:asOf': 'As of',
  'ng:eventType': 'Type of event',
  'ng:trigger': 'Named as',
  'ng:agent': 'Agent',
  'ng:patient': 'Affected',
  'sem:hasActor': 'Participant',
  'sem:hasPlace': 'Place',
  'schema:startDate': 'Date',
  'schema:endDate': 'Until',
  'ng:factuality': 'Status',
  'ng:accordingTo': 'According to',
  'ng:isMain': 'What the article is about',
  'ng:quantity': 'Number',
  'rdf:subject': 'Subject',
  'rdf:predicate': 'Relation',
  'rdf:object': 'Object',
  'schema:headline': 'Headline',
  'schema:datePublished': 'Published on',
  'schema:author': 'Author',
  'schema:publisher': 'Publisher',
  'schema:url': 'Address',
  'schema:inLanguage': 'Language',
  'ng:outletKind': 'Kind of outlet',
  'geo:lat': 'Latitude',
  'geo:long': 'Longitude',
  'ng:textSha256': 'SHA-256 of the text',
}

/** What a fact's property is called: from the table, or read from its name. */
export function propertyLabel(property: string): string {
  const label = propertyLabels[property] ?? words(property)
  return label.charAt(0).toUpperCase() + label.slice(1)
}
