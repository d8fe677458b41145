import { readFileSync } from 'node:fs'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const contract = read('contract.ttl')
const validator = new SHACLValidator(new Store(new Parser().parse(read('../../ontology/shapes.ttl'))))

/** What the shapes find in a graph: the node's local name and the message. */
async function findingsIn(turtle: string): Promise<string[]> {
  const report = await validator.validate(new Store(new Parser().parse(turtle)))
  return report.results.map(({ focusNode, message }) => `${focusNode?.value.replace('https://news.example/data/', '')}: ${message.map(({ value }) => value).join(' ')}`)
}

/** The contract's graph with one thing changed; the change must find its place. */
function changed(from: string, to: string): string {
  if (!contract.includes(from)) throw new Error(`the graph has no “${from}”`)
  return contract.replace(from, to)
}

describe('The shapes', () => {
  it('fit all that a graph may hold', async () => {
    expect(await findingsIn(contract)).toEqual([])
  })

  it('fit a graph without evidence', async () => {
    const bare = contract.replace(/ ?;\s+ng:(?:evidence|antecedent) :e\d/gu, '').replace(/^:[es]\d a .*$/gmu, '')
    expect(bare).not.toMatch(/ng:evidence|oa:Text/u)
    expect(await findingsIn(bare)).toEqual([])
  })

  it.each([
    ['a role held in a place', 'ng:heldFor :institute ; org:organization :institute', 'ng:heldFor :norland ; org:organization :norland', /^norland: Only an organisation/u],
    ['an organisation that is not said to be what the role is held for', 'ng:heldFor :institute ; org:org', 'org:org', /^holding2: .*says so twice/u],
    ['a role in an organisation that is no membership', 'ng:RoleHolding, org:Membership', 'ng:RoleHolding', /^holding2: .*also an org:Membership/u],
    ['a holder that is a place', 'org:member :erik ; org:role role:presidential', 'org:member :sund ; org:role role:presidential', /^sund: A role is held by/u],
    ['a flag that is false', 'ng:acting true', 'ng:acting false', /^holding2: .*ng:acting true/u],
    ['an undescribed agent', 'ng:agent :mara', 'ng:agent :nobody', /^nobody: .*must be described/u],
    ['a speaker that is an article', 'schema:creator :aide', 'schema:creator :article', /^article: .*must be described/u],
    ['a person that is a place', ':mara a schema:Person', ':mara a schema:Person, schema:Place', /^mara: A person is no organisation/u],
    ['a country that is an organisation', 'schema:Place, schema:Country', 'schema:Place, schema:Country, schema:Organization', /^norland: A place is no person/u],
    ['a group that is a person', ':ministers a ng:Group', ':ministers a ng:Group, schema:Person', /^ministers: A group is no person/u],
    ['an entity with two labels', 'rdfs:label "Norland"', 'rdfs:label "Norland", "Kingdom of Norland"', /^norland: An entity needs one label/u],
    ['a mentioned entity without evidence', 'rdfs:label "Norland" ; ng:evidence :e1', 'rdfs:label "Norland"', /^norland: What an article mentions needs evidence/u],
    ['a claim without evidence where others have some', 'ng:rule "trigger" ; ng:evidence :e2', 'ng:rule "trigger"', /^event2: A claim needs evidence/u],
    ['30 February', '"2024-02-23"^^xsd:date', '"2024-02-30"^^xsd:date', /^event1: A date is a day that exists/u],
    ['29 February of a year without', '"2024-02-29"^^xsd:date ; schema:author', '"2023-02-29"^^xsd:date ; schema:author', /^article: A date is a day that exists/u],
    ['29 February of 1900', '"2024-02-29"^^xsd:date ; ng:conf', '"1900-02-29"^^xsd:date ; ng:conf', /^holding1: A date is a day that exists/u],
    ['a thirteenth month', '"2024-03"^^xsd:gYearMonth', '"2024-13"^^xsd:gYearMonth', /^statement1: A date is a day that exists/u],
    ['a twenty-fifth hour', 'T23:00:00Z', 'T25:00:00Z', /^event1: A date is a day that exists/u],
    ['a date that is a word', '"2024"^^xsd:gYear', '"yesterday"', /^event2: A date is a day that exists/u],
    ['a link that PROV would take for an entity too', 'prov:used :source', 'prov:used :source ; prov:wasDerivedFrom :article', /^link1: A link has no properties/u],
    ['a link by another relation', 'rdf:predicate owl:sameAs', 'rdf:predicate skos:exactMatch', /^link1: The predicate of a link/u],
    ['a quantity of nothing', 'ng:quantityOf measure:killed', 'ng:quantityOf measure:people', /^quantity1: A quantity tells one thing/u],
    ['a quantity that is a word', 'schema:value 4', 'schema:value "four"', /^quantity1: A quantity has one value/u],
    ['a currency sign', '"EUR"', '"€"', /^quantity2: A currency/u],
    ['evidence with two places', ':s1 .', ':s1 ; ng:start 0 ; ng:end 1 ; oa:exact "F" .', /^e1: Evidence has either/u],
    ['evidence without a place', ' ; oa:hasSelector :s1', '', /^e1: Evidence has either/u],
    ['evidence that ends before it starts', 'ng:end 230', 'ng:end 30', /^e2: Evidence starts before/u],
    ['evidence without its words', ' ; oa:exact "Her brother Erik Lindqvist"', '', /^e2: Evidence has its words/u],
    ['a selector of one kind', 'oa:TextPositionSelector, oa:TextQuoteSelector', 'oa:TextPositionSelector', /^s1: A selector is both/u],
    ['evidence of no article', 'oa:hasSource :article ; oa:hasSelector', 'oa:hasSource :mara ; oa:hasSelector', /^mara: Claims and evidence come from/u],
    ['a claim of no run', 'ng:rule "quotation" ; ng:evidence :e1 ; prov:wasDerivedFrom :article ; prov:wasGeneratedBy :run', 'ng:rule "quotation" ; ng:evidence :e1 ; prov:wasDerivedFrom :article', /^statement2: A claim was made in one run/u],
    ['a run of no program', 'prov:wasAssociatedWith :agent', 'prov:wasAssociatedWith :mara', /^run: A run was done by one program, a prov:SoftwareAgent/u],
    ['a program without a model', ' ; ng:model "small-en 1 sha256:76f4"', '', /^agent: A program names its language model/u],
    ['a statement told in an event', 'ng:within :statement1', 'ng:within :event1', /^event1: What tells a claim/u],
    ['an event whose state is unknown', 'ng:Cancelled', 'ng:Postponed', /^event2: An event has one factuality/u],
    ['a birthplace that is an organisation', 'ng:bornIn :halden', 'ng:bornIn :institute', /^institute: Where somebody or something lives/u],
    ['a group with a brother', ':ministers a ng:Group ;', ':ministers a ng:Group ; ng:siblingOf :erik ;', /^ministers: Only a person/u],
    ['a hash of a graph that is none', 'ng:graphSha256 "76f4', 'ng:graphSha256 "', /graph\/article: The hash of a named graph/u],
    ['a graph without a title', ' ; dct:title "News of Sund"', '', /The description of a graph has one title/u],
    ['a property that events do not have', 'ng:isMain true', 'ng:isMain true ; schema:headline "x"', /^event1: An event has no properties/u],
  ])('find %s', async (_, from, to, finding) => {
    expect((await findingsIn(changed(from, to))).filter((found) => finding.test(found))).not.toEqual([])
  })
})
