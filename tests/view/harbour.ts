/** An invented article and its graph, as the viewer gets it; emoji stand before most of the evidence. */

import type { Written } from './turtle.js'

const text = `Harbour talks collapse as Lindmark blames ministry

SANDVIK, March 4 (Nordpress) — Talks over the closure of the Sandvik container terminal collapsed on Wednesday after Transport Minister Helena Brandt walked out of a meeting with the dockworkers' union.

“We were promised a rescue plan and we got a press release,” union leader Oskar Lindmark told Radio Vestkyst. He accused Brandt of hiding a report by the Maritime Authority.

Brandt denied that any report had been withheld. “Nothing was hidden from anybody,” she said in Sandvik.

“Solidarity with every family in Sandvik 🙏⚓,” Prime Minister Tor Elvegaard wrote on Flokk. According to the Vestkyst Tidende, an adviser to the prime minister said that Elvegaard would dismiss Brandt within days.

Lindmark, a former mayor of Sandvik, warned that a strike would start on Monday. Employers estimate that 1,200 jobs are at risk 📉.

The Maritime Authority, based in Haldvik, published its annual report “Ports Under Pressure” last month. Police said two officers were injured when protesters stormed the terminal on Tuesday.
`

const sure = (confidence: string, rule: string): string => `ng:confidence ${confidence} ; ng:rule "${rule}"`

export const harbour: Written = {
  id: 'harbour', headline: 'Harbour talks collapse as Lindmark blames ministry', date: '2026-03-04', publisher: 'nordpress', text,
  records: [
    { id: 'brandt', label: 'Helena Brandt', what: 'a schema:Person ; skos:altLabel "Brandt", "Helena Brandt" ; schema:jobTitle "Transport Minister"', on: ['Helena Brandt', 'Brandt@2', 'Brandt@3', 'Brandt@4'] },
    { id: 'lindmark', label: 'Oskar Lindmark', what: 'a schema:Person ; skos:altLabel "Lindmark", "Oskar Lindmark"', on: ['Lindmark', 'Oskar Lindmark', 'Lindmark@3'] },
    { id: 'elvegaard', label: 'Tor Elvegaard', what: 'a schema:Person ; skos:altLabel "Elvegaard", "Tor Elvegaard"', on: ['Tor Elvegaard', 'Elvegaard@2'] },
    { id: 'adviser', label: 'an adviser to the prime minister', what: 'a schema:Person, ng:UnnamedPerson', on: ['an adviser to the prime minister'] },
    { id: 'union', label: 'dockworkers’ union', what: 'a schema:Organization', on: ["dockworkers' union"] },
    { id: 'authority', label: 'Maritime Authority', what: 'a schema:Organization, schema:GovernmentOrganization ; ng:basedIn :haldvik', on: ['Maritime Authority', 'Maritime Authority@2'] },
    { id: 'police', label: 'Police', what: 'a ng:Group', on: ['Police'] },
    { id: 'employers', label: 'Employers', what: 'a ng:Group', on: ['Employers'] },
    { id: 'nordpress', label: 'Nordpress', what: 'a schema:NewsMediaOrganization, schema:Organization ; ng:outletKind ng:NewsAgency', on: ['Nordpress'] },
    { id: 'vestkyst', label: 'Radio Vestkyst', what: 'a schema:NewsMediaOrganization, schema:Organization ; ng:outletKind ng:Broadcaster', on: ['Radio Vestkyst'] },
    { id: 'tidende', label: 'Vestkyst Tidende', what: 'a schema:NewsMediaOrganization, schema:Organization ; ng:outletKind ng:Newspaper', on: ['Vestkyst Tidende'] },
    { id: 'flokk', label: 'Flokk', what: 'a schema:NewsMediaOrganization, schema:Organization ; ng:outletKind ng:SocialNetwork', on: ['Flokk'] },
    { id: 'sandvik', label: 'Sandvik', what: 'a schema:Place, schema:City ; skos:altLabel "SANDVIK", "Sandvik" ; owl:sameAs <http://www.wikidata.org/entity/Q999999999>', on: ['Sandvik', 'Sandvik@2', 'Sandvik@3'] },
    { id: 'haldvik', label: 'Haldvik', what: 'a schema:Place, schema:City', on: ['Haldvik'] },
    { id: 'terminal', label: 'Sandvik container terminal', what: 'a schema:Place', on: ['Sandvik container terminal'] },
    { id: 'ports', label: 'Ports Under Pressure', what: 'a schema:CreativeWork, schema:Report ; schema:publisher :authority', on: ['Ports Under Pressure'] },
    { id: 'r1', label: 'Transport Minister', what: `a ng:RoleHolding, org:Membership ; org:member :brandt ; org:role :transport-minister ; ${sure('0.97', 'title-before-name')}`, on: ['Transport Minister Helena Brandt'] },
    { id: 'r2', label: 'leader', what: `a ng:RoleHolding, org:Membership ; org:member :lindmark ; ng:heldFor :union ; org:organization :union ; org:role :leader ; ${sure('0.93', 'title-before-name')}`, on: ['union leader Oskar Lindmark'] },
    { id: 'r3', label: 'Prime Minister', what: `a ng:RoleHolding, org:Membership ; org:member :elvegaard ; org:role :prime-minister ; ${sure('0.98', 'title-before-name')}`, on: ['Prime Minister Tor Elvegaard'] },
    { id: 'r4', label: 'mayor', what: `a ng:RoleHolding ; org:member :lindmark ; ng:heldFor :sandvik ; org:role :mayor ; ng:former true ; ${sure('0.91', 'apposition')}`, on: ['Lindmark, a former mayor of Sandvik'] },
    { id: 'r5', label: 'adviser', what: `a ng:RoleHolding ; org:member :adviser ; ng:heldFor :elvegaard ; org:role :adviser-role ; ${sure('0.88', 'title-of')}`, on: ['an adviser to the prime minister'] },
    { id: 's1', label: 'Lindmark: We were promised a rescue plan…', what: `a ng:Statement, ng:DirectStatement ; schema:creator :lindmark ; schema:text "We were promised a rescue plan and we got a press release," ; ng:cue "told" ; ng:speechAct :say ; ng:addressee :vestkyst ; ng:medium :vestkyst ; schema:dateCreated "2026-03-04" ; ${sure('0.96', 'attribution-head')}`, on: ['We were promised a rescue plan and we got a press release,'] },
    { id: 's2', label: 'Lindmark: hiding a report…', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :lindmark ; schema:text "hiding a report by the Maritime Authority" ; ng:cue "accused" ; ng:speechAct :accuse ; schema:about :brandt, :authority ; ${sure('0.9', 'accuse-of')}`, on: ['He accused Brandt of hiding a report by the Maritime Authority'] },
    { id: 's3', label: 'Brandt: any report had been withheld', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :brandt ; schema:text "any report had been withheld" ; ng:cue "denied" ; ng:speechAct :deny ; ${sure('0.95', 'attribution-head')}`, on: ['any report had been withheld'] },
    { id: 's4', label: 'Brandt: Nothing was hidden from anybody', what: `a ng:Statement, ng:DirectStatement ; schema:creator :brandt ; schema:text "Nothing was hidden from anybody," ; ng:cue "said" ; ng:speechAct :say ; schema:spatialCoverage :sandvik ; ${sure('0.97', 'attribution-head')}`, on: ['Nothing was hidden from anybody,'] },
    { id: 's5', label: 'Elvegaard: Solidarity with every family…', what: `a ng:Statement, ng:DirectStatement ; schema:creator :elvegaard ; schema:text "Solidarity with every family in Sandvik 🙏⚓," ; ng:cue "wrote" ; ng:speechAct :say ; ng:medium :flokk ; schema:about :sandvik ; ${sure('0.94', 'attribution-head')}`, on: ['Solidarity with every family in Sandvik 🙏⚓,'] },
    { id: 's6', label: 'Vestkyst Tidende: an adviser … said', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :tidende ; schema:text "an adviser to the prime minister said that Elvegaard would dismiss Brandt within days" ; ng:cue "According to" ; ng:speechAct :report ; schema:about :elvegaard, :brandt ; ${sure('0.87', 'according-to')}`, on: ['an adviser to the prime minister said that Elvegaard would dismiss Brandt within days'] },
    { id: 's7', label: 'adviser: Elvegaard would dismiss Brandt', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :adviser ; schema:text "Elvegaard would dismiss Brandt within days" ; ng:cue "said" ; ng:speechAct :say ; schema:about :elvegaard, :brandt ; ng:within :s6 ; ${sure('0.86', 'attribution-head')}`, on: ['Elvegaard would dismiss Brandt within days'] },
    { id: 's8', label: 'Lindmark: a strike would start on Monday', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :lindmark ; schema:text "a strike would start on Monday" ; ng:cue "warned" ; ng:speechAct :warn ; ${sure('0.96', 'attribution-head')}`, on: ['a strike would start on Monday'] },
    { id: 's9', label: 'Employers: 1,200 jobs are at risk', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :employers ; schema:text "1,200 jobs are at risk 📉" ; ng:cue "estimate" ; ng:speechAct :estimate ; ${sure('0.9', 'attribution-head')}`, on: ['1,200 jobs are at risk 📉'] },
    { id: 's10', label: 'Police: two officers were injured', what: `a ng:Statement, ng:IndirectStatement ; schema:creator :police ; schema:text "two officers were injured when protesters stormed the terminal on Tuesday" ; ng:cue "said" ; ng:speechAct :say ; schema:about :terminal ; ${sure('0.95', 'attribution-head')}`, on: ['two officers were injured when protesters stormed the terminal on Tuesday'] },
    { id: 'e1', label: 'talks over the terminal', what: `a ng:Event, sem:Event ; ng:eventType :negotiation ; ng:trigger "Talks" ; ng:agent :brandt, :union ; sem:hasPlace :sandvik ; schema:startDate "2026-03-04" ; ng:factuality ng:Asserted ; ${sure('0.89', 'event-head')}`, on: ['Talks over the closure', 'a meeting'] },
    { id: 'e2', label: 'dismissal of Brandt', what: `a ng:Event, sem:Event ; ng:eventType :dismissal ; ng:trigger "dismiss" ; ng:agent :elvegaard ; ng:patient :brandt ; ng:factuality ng:Reported ; ng:accordingTo :s7 ; ${sure('0.84', 'event-head')}`, on: ['dismiss Brandt'] },
    { id: 'e3', label: 'strike', what: `a ng:Event, sem:Event ; ng:eventType :strike ; ng:trigger "strike" ; ng:agent :union ; schema:startDate "2026-03-09" ; ng:factuality ng:Reported ; ng:accordingTo :s8 ; ${sure('0.83', 'event-head')}`, on: ['a strike'] },
    { id: 'e4', label: 'storming of the terminal', what: `a ng:Event, sem:Event ; ng:eventType :protest ; ng:trigger "stormed" ; ng:patient :police ; sem:hasPlace :terminal ; schema:startDate "2026-03-03" ; ng:factuality ng:Reported ; ng:accordingTo :s10 ; ${sure('0.82', 'event-head')}`, on: ['stormed the terminal'] },
    { id: 'l1', label: 'Maritime Authority based in Haldvik', what: `a ng:Relation, rdf:Statement ; rdf:subject :authority ; rdf:predicate ng:basedIn ; rdf:object :haldvik ; ${sure('0.92', 'based-in')}`, on: ['The Maritime Authority, based in Haldvik'] },
    { id: 'l2', label: 'terminal located in Sandvik', what: `a ng:Relation, rdf:Statement ; rdf:subject :terminal ; rdf:predicate ng:locatedIn ; rdf:object :sandvik ; ${sure('0.75', 'relation-head')}`, on: ['Sandvik container terminal'] },
  ],
}
