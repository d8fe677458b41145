/**
 * The names of the concepts that graphs hold, as the ontology lists them: “denied” → `deny` in `speechActNames`.
 * Made from ontology/newsgraph.ttl by `npx tsx ontology/generate.ts`; do not edit.
 */

/** Concepts of the speech-act scheme. */
export const speechActNames = [
  'say', 'claim', 'announce', 'explain', 'answer', 'argue', 'accuse', 'criticise', 'praise', 'deny', 'confirm', 'admit',
  'predict', 'estimate', 'think', 'describe', 'report', 'ask', 'demand', 'urge', 'advise', 'propose', 'warn', 'order', 'promise',
  'threaten', 'agree', 'refuse', 'hope', 'fear', 'apologise', 'thank', 'rule',
] as const
/** Concepts of the speech-act scheme. One of them. */
export type SpeechAct = (typeof speechActNames)[number]

/** Concepts of the event-type scheme. */
export const eventTypeNames = [
  'happening', 'meeting', 'telephone-call', 'press-conference', 'negotiation', 'visit', 'agreement', 'sanction', 'conference',
  'election', 'vote', 'appointment', 'resignation', 'dismissal', 'legislation', 'campaign', 'protest', 'strike', 'leak', 'war',
  'attack', 'explosion', 'shooting', 'killing', 'deployment', 'ceasefire', 'cancellation', 'crime', 'arrest', 'charge',
  'investigation', 'trial', 'ruling', 'accident', 'disaster', 'flood', 'fire', 'storm', 'earthquake', 'disease', 'injury',
  'rescue', 'evacuation', 'transaction', 'acquisition', 'bankruptcy', 'launch', 'economic-change', 'construction', 'publication',
  'broadcast', 'performance', 'award', 'sports-match', 'ceremony', 'discovery', 'birth', 'death', 'marriage', 'divorce',
  'movement',
] as const
/** Concepts of the event-type scheme. One of them. */
export type EventType = (typeof eventTypeNames)[number]

/** Concepts of the quantity scheme. */
export const quantityKindNames = [
  'killed', 'injured', 'missing', 'arrested', 'displaced', 'rescued', 'infected', 'participants', 'amount', 'votes', 'seats',
  'score', 'share', 'count',
] as const
/** Concepts of the quantity scheme. One of them. */
export type QuantityKind = (typeof quantityKindNames)[number]

/** Local names of the ng: properties between two entities. */
export const predicateNames = [
  'headOf', 'ministerOf', 'memberOf', 'spokespersonOf', 'employeeOf', 'agentOf', 'adviserOf', 'represents', 'founderOf',
  'ownerOf', 'coachOf', 'playsFor', 'partyOf', 'citizenOf', 'residesIn', 'bornIn', 'diedIn', 'educatedAt', 'spouseOf',
  'parentOf', 'siblingOf', 'relativeOf', 'allyOf', 'opponentOf', 'supporterOf', 'successorOf', 'authorOf', 'publisherOf',
  'partOf', 'subsidiaryOf', 'basedIn', 'locatedIn', 'capitalOf', 'partyTo', 'winnerOf', 'sponsorOf', 'productOf',
] as const
/** Local names of the ng: properties between two entities. One of them. */
export type Predicate = (typeof predicateNames)[number]

/** How an article commits itself to an event or relation. */
export const factualityNames = [
  'Asserted', 'Planned', 'Cancelled', 'Negated', 'Possible', 'Reported',
] as const
/** How an article commits itself to an event or relation. One of them. */
export type Factuality = (typeof factualityNames)[number]

/** What kind of medium an outlet is. */
export const outletKindNames = [
  'Newspaper', 'Broadcaster', 'NewsAgency', 'Magazine', 'Website', 'SocialNetwork',
] as const
/** What kind of medium an outlet is. One of them. */
export type OutletKind = (typeof outletKindNames)[number]
