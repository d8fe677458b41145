/**
 * Claims as sentences for people, with the names of things as the caller wants them: plain in a report, links in a vault.
 * In: a claim. Out: "Liis Kaarep told reporters: All 612 passengers …", "14 March 2023: fire in Tallinn".
 * What the article does not vouch for says so: "according to Harju Post", "denied", "planned".
 */
import { dayInWords, plain } from './markdown-text.js'
import type { Claim, EventClaim, RoleClaim, StatementClaim, Thing } from './model.js'

/** How a thing is written. */
export type Write = (thing: Thing) => string

export function sentenceOf(claim: Claim, write: Write): string {
  switch (claim.kind) {
    case 'role':
      return `${write(claim.holder)} – ${roleWords(claim, write)}${reserve(claim, write)}`
    case 'statement':
      return statementWords(claim, write)
    case 'event':
      return eventWords(claim, write)
    case 'relation':
      return `${write(claim.subject)} – ${plain(claim.predicate)} – ${write(claim.object)}${reserve(claim, write)}`
    case 'link':
      return `${write(claim.subject)} – ${claim.status === 'asserted' ? 'the same as' : 'perhaps the same as'} ${plain(claim.target)}`
  }
}

/** "Transport Minister, Estonia". */
export function roleWords({ title, heldFor }: RoleClaim, write: Write): string {
  return [plain(title), ...heldFor.map(write)].join(', ')
}

function statementWords({ speakers, cue, speechAct, text, form, addressees, date }: StatementClaim, write: Write): string {
  const who = speakers.length > 0 ? listed(speakers, write) : 'Somebody'
  const verb = cue ? plain(cue) : plain(speechAct)
  const to = addressees.length > 0 ? ` (to ${listed(addressees, write)})` : ''
  const words = form === 'direct' ? `“${plain(text)}”` : plain(text)
  const opening = /^according to$/iu.test(cue ?? '') ? `According to ${who}` : `${who} ${verb}`
  return `${opening}${to}: ${words}${date === undefined ? '' : ` (${dayInWords(date)})`}`
}

function eventWords(event: EventClaim, write: Write): string {
  const { label, type, start, end, agents, patients, others, where, quantities } = event
  const who = [...agents, ...patients, ...others]
  const details = [
    plain(type),
    ...(start === undefined ? [] : [`${dayInWords(start)}${end === undefined ? '' : ` to ${dayInWords(end)}`}`]),
    ...(who.length > 0 ? [listed(who, write)] : []),
    ...(where.length > 0 ? [`in ${listed(where, write)}`] : []),
    ...quantities.map((quantity) => `${plain(quantity.label)} ${plain(quantity.of)}`),
  ]
  return `${plain(label)} (${details.join('; ')})${reserve(event, write)}`
}

const reserves: Readonly<Partial<Record<Claim['status'], string>>> = {
  planned: 'planned',
  cancelled: 'called off',
  negated: 'not so',
  possible: 'perhaps',
  reported: 'only reported',
  former: 'formerly',
  candidate: 'candidate',
  elect: 'elect',
  acting: 'acting',
}

/** What keeps a claim from being a plain fact. */
function reserve({ status, accordingTo }: Claim, write: Write): string {
  const speakers = accordingTo?.speakers ?? []
  const source = accordingTo && (speakers.length > 0 ? `according to ${listed(speakers, write)}` : 'according to what is said')
  const words = [reserves[status], source].filter((word) => word !== undefined)
  return words.length > 0 ? ` – *${words.join(', ')}*` : ''
}

/** "A, B and C". */
export function listed(things: readonly Thing[], write: Write): string {
  const words = things.map(write)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
