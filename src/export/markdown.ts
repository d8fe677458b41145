/**
 * A report of each article that a person reads in a minute: what happened, who said what, who is who.
 * In: a Telling. Out: Markdown; every line leads by a footnote to the words that it rests on and where they stand:
 *   - **Liis Kaarep** – Transport Minister, Estonia [^3]
 *   [^3]: characters 357–397: … <b>Estonia's Transport Minister Liis Kaarep</b> told … (73 of 100 such claims are right)
 */
import { dayInWords, passage, plain } from './markdown-text.js'
import type { Claim, RoleClaim, Telling, Thing, Told } from './model.js'
import type { Chunks, Form } from './piece.js'
import { listed, roleWords, sentenceOf, type Write } from './sentences.js'

async function* file({ articles }: Telling): Chunks {
  const notes = footnotes()
  let isFirst = true
  for await (const told of articles()) {
    yield `${isFirst ? '' : '\n---\n\n'}${reportOf(told, notes)}`
    isFirst = false
  }
}

export const markdown: Form = { file, ending: '.md' }

const bold: Write = ({ label }) => `**${plain(label)}**`
const quiet: Write = ({ label }) => plain(label)

/** Numbers go on from article to article, so that a report of many is one document. */
function footnotes() {
  let count = 0
  let texts: string[] = []
  return {
    of(claim: Claim): string {
      count += 1
      const places = claim.places.map((place) => `characters ${place.start}–${place.end}: ${passage(place)}`)
      const trust = claim.confidence === undefined ? '' : ` (${Math.round(claim.confidence * 100)} of 100 such claims are right)`
      texts.push(`[^${count}]: ${places.join(' · ') || 'The graph was made without evidence.'}${trust}`)
      return ` [^${count}]`
    },
    take(): string[] {
      const taken = texts
      texts = []
      return taken
    },
  }
}

type Notes = ReturnType<typeof footnotes>

function reportOf({ article, claims, mentions }: Told, notes: Notes): string {
  const { headline, label, date, publisher, authors, url } = article
  const origin = [
    publisher && quiet(publisher),
    authors.length > 0 ? listed(authors, quiet) : undefined,
    date && dayInWords(date),
    url && `\`${url.replace(/[`\s\p{Cc}]/gu, '')}\``,
  ]
  const events = claims.filter((claim) => claim.kind === 'event').toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
  return [
    `# ${plain(headline ?? label)}`,
    '',
    origin.filter(Boolean).join(' · '),
    '',
    ...section(
      'What happened',
      events.map((event) => `${event.isMain ? '**Mainly:** ' : ''}${sentenceOf(event, quiet)}${notes.of(event)}`),
    ),
    ...section(
      'Who said what',
      claims.filter(({ kind }) => kind === 'statement').map((claim) => `${sentenceOf(claim, quiet)}${notes.of(claim)}`),
    ),
    ...section(
      'Who is who',
      whoIsWho(
        claims,
        mentions.map(({ thing }) => thing),
        notes,
      ),
    ),
    ...notes.take(),
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`), '']
}

/** Whoever has a role, with all of them, and the relations that no role tells. */
function whoIsWho(claims: readonly Claim[], mentioned: readonly Thing[], notes: Notes): string[] {
  const roles = claims.filter((claim) => claim.kind === 'role')
  const ofHolder = mentioned.flatMap((thing) => {
    const held = roles.filter(({ holder }) => holder.iri === thing.iri)
    return held.length === 0 ? [] : [`${bold(thing)} – ${held.map((role) => `${roleLine(role)}${notes.of(role)}`).join('; ')}`]
  })
  const told = new Set(roles.map(({ places }) => placeOf(places)))
  const relations = claims.filter((claim) => claim.kind === 'relation' && !told.has(placeOf(claim.places)))
  return [...ofHolder, ...relations.map((claim) => `${sentenceOf(claim, quiet)}${notes.of(claim)}`)]
}

const placeOf = (places: Claim['places']): string => places.map(({ start, end }) => `${start}-${end}`).join(' ')

function roleLine(role: RoleClaim): string {
  const words = roleWords(role, quiet),
    said = role.accordingTo ? ` (according to ${listed(role.accordingTo.speakers, quiet) || 'what is said'})` : ''
  return `${role.status === 'asserted' || role.status === 'reported' ? '' : `*${role.status}* `}${words}${said}`
}
