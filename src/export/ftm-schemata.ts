/**
 * Which schema of FollowTheMoney a claim becomes.
 * In: a claim. Out: "chief executive" of a body → Directorship, "minister" of a country → Position and Occupancy, "wife" → Family, "owner
 * of" → Ownership or,
 * where FollowTheMoney wants an asset and has none, UnknownLink; a statement → Note. None for what the article does not vouch for.
 */
import { createHash } from 'node:crypto'
import { isFact, type Claim, type EventClaim, type RelationClaim, type RoleClaim, type StatementClaim, type Thing } from './model.js'

export interface Draft {
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[] | undefined>>
}
/** @property of what the entity is, where it is not the claim itself */
interface ClaimDraft extends Draft {
  readonly of?: string
}

/** Ids are 40 hexadecimal digits, as Aleph makes them. */
export function idOf(iri: string): string {
  return createHash('sha1').update(iri).digest('hex')
}

export function claimEntity(claim: Claim): ClaimDraft[] {
  switch (claim.kind) {
    case 'statement':
      return noteOf(claim)
    case 'role':
      return isFact(claim) || (claim.status === 'former' && !claim.accordingTo) ? roleOf(claim) : []
    case 'event':
      return isFact(claim) ? [eventOf(claim)] : []
    case 'relation':
      return isFact(claim) ? relationOf(claim) : []
    case 'link':
      return []
  }
}

const isNamed = ({ kind }: Thing): boolean => kind === 'person'
const isBody = ({ kind }: Thing): boolean => kind === 'organization' || kind === 'outlet'

/** The words, the article and its address: on every entity that a claim becomes. */
function proofOf({ article, places, confidence, rule }: Claim): Record<string, string[]> {
  const words = places.map(({ exact, start, end }) => `“${exact}” (characters ${start}–${end})`).join(' … ')
  const trust =
    confidence === undefined
      ? ''
      : ` · ${Math.round(confidence * 100)} of 100 such claims are right${rule === undefined ? '' : ` (${rule})`}`
  return {
    summary: [words + trust],
    proof: [idOf(article.iri)],
    sourceUrl: article.url === undefined ? [] : [article.url],
    publisher: article.publisher ? [article.publisher.label] : [],
  }
}

function noteOf(claim: StatementClaim): ClaimDraft[] {
  const named = claim.speakers.filter((speaker) => isNamed(speaker) || isBody(speaker) || speaker.kind === 'place')
  const who = claim.speakers.map(({ label }) => label).join(', ') || 'Somebody'
  const properties = {
    ...proofOf(claim),
    name: [claim.label],
    entity: named.map(({ iri }) => idOf(iri)),
    description: [`${who} ${claim.cue ?? claim.speechAct}: ${claim.text}`],
    keywords: ['statement', claim.speechAct],
  }
  return [{ schema: 'Note', properties }]
}

/** Kinds of roles that make somebody a director, and those that make a member. */
const directing = new Set(['executive', 'director', 'chairperson'])
const joining = new Set(['leader', 'politician', 'legislator', 'member', 'party member', 'board member'])

function roleOf(claim: RoleClaim): ClaimDraft[] {
  const {
    holder,
    heldFor: [of],
    title,
    chain,
    asOf,
  } = claim
  if (!isNamed(holder)) return []
  const status = claim.status === 'former' ? 'ended' : 'current',
    date = asOf === undefined ? [] : [asOf]
  const proof = { ...proofOf(claim), date }
  if (of && isNamed(of))
    return [{ schema: 'Associate', properties: { ...proof, person: [idOf(of.iri)], associate: [idOf(holder.iri)], relationship: [title] } }]
  if (of && isBody(of)) {
    const [schema, who, what] = chain.some((role) => directing.has(role))
      ? ['Directorship', 'director', 'organization']
      : chain.some((role) => joining.has(role))
        ? ['Membership', 'member', 'organization']
        : ['Employment', 'employee', 'employer']
    return [{ schema, properties: { ...proof, [who]: [idOf(holder.iri)], [what]: [idOf(of.iri)], role: [title], status: [status] } }]
  }
  const post = `${title.toLowerCase()} ${of?.iri ?? ''}`
  return [
    {
      of: post,
      schema: 'Position',
      properties: {
        name: [of ? `${title}, ${of.label}` : title],
        subnationalArea: of?.kind === 'place' && !of.classes.includes('country') ? [of.label] : [],
      },
    },
    { schema: 'Occupancy', properties: { ...proof, holder: [idOf(holder.iri)], post: [idOf(post)], status: [status] } },
  ]
}

function eventOf(claim: EventClaim): ClaimDraft {
  const { label, type, agents, patients, others, where, start, end } = claim
  const involved = [...agents, ...patients, ...others].filter((thing) => isNamed(thing) || isBody(thing))
  return {
    schema: 'Event',
    properties: {
      ...proofOf(claim),
      name: [label],
      keywords: [type],
      involved: involved.map(({ iri }) => idOf(iri)),
      location: where.map((place) => place.label),
      startDate: start === undefined ? [] : [start],
      endDate: end === undefined ? [] : [end],
    },
  }
}

const family = new Set(['spouse of', 'parent of', 'sibling of', 'relative of'])

function relationOf(claim: RelationClaim): ClaimDraft[] {
  const { subject, predicate, object } = claim
  const proof = proofOf(claim)
  const between = (schema: string, from: string, to: string, more: Record<string, string[]> = { role: [predicate] }): ClaimDraft[] => [
    { schema, properties: { ...proof, [from]: [idOf(subject.iri)], [to]: [idOf(object.iri)], ...more } },
  ]
  if (family.has(predicate))
    return isNamed(subject) && isNamed(object) ? between('Family', 'person', 'relative', { relationship: [predicate] }) : []
  const isEntity = (thing: Thing): boolean => isNamed(thing) || isBody(thing)
  if (!isEntity(subject) || !(isEntity(object) || object.kind === 'place')) return []
  if (isBody(object) && ['member of', 'party of', 'plays for'].includes(predicate)) return between('Membership', 'member', 'organization')
  if (isEntity(object) && ['spokesperson of', 'agent of', 'represents'].includes(predicate))
    return between('Representation', 'agent', 'client')
  if (predicate === 'owner of' && object.classes.includes('corporation')) return between('Ownership', 'owner', 'asset')
  if (predicate === 'successor of' && isEntity(object))
    return [
      {
        schema: 'Succession',
        properties: { ...proof, predecessor: [idOf(object.iri)], successor: [idOf(subject.iri)], role: [predicate] },
      },
    ]
  // A role tells it already, and better.
  if (['head of', 'employee of', 'minister of'].includes(predicate)) return []
  return between('UnknownLink', 'subject', 'object')
}
