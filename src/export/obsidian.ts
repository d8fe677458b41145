/**
 * A vault for Obsidian: a note for each entity and each article, linked, with the passages as block quotes.
 * In: a Telling. Out: `People/Liis Kaarep.md`, `Articles/2023-03-14 Ferry operator suspends ….md` and `Newsgraph.md`, the page to begin
 * at:
 *   - Transport Minister, [[Estonia]] [kind:: role] [status:: asserted] [confidence:: 0.73]
 *     > … <b>Estonia's Transport Minister Liis Kaarep</b> told … — [[2023-03-14 Ferry …|Ferry …]], characters 357–397
 * The heads of notes and the fields in brackets are what Dataview and Bases ask for. All claims are in memory at once.
 */
import { Problem } from '../problem.js'
import { plain, oneLine, passage, yamlText } from './markdown-text.js'
import type { Article, Claim, Mention, Telling, Thing, Told } from './model.js'
import { noteNames, type NoteNames } from './note-names.js'
import type { Form, Piece } from './piece.js'
import { sentenceOf, type Write } from './sentences.js'
import { wikidataId } from './tables.js'

/** Claims that one vault may have: Obsidian grows slow with so many notes. */
const MOST = 300_000

async function* folder(telling: Telling): AsyncIterable<Piece> {
  const told = await allOf(telling)
  const things = thingsIn(told)
  const names = noteNames(
    things,
    told.map(({ article }) => article),
  )
  const byThing = claimsByThing(told)
  yield { file: 'Newsgraph.md', chunk: homeNote(told, things, names) }
  for (const one of told) yield { file: `${names.pathOf(one.article.iri)}.md`, chunk: articleNote(one, names) }
  for (const thing of things)
    yield { file: `${names.pathOf(thing.iri)}.md`, chunk: thingNote(thing, byThing.get(thing.iri) ?? nothing, names) }
}

export const obsidian: Form = { folder }

/** Without the texts, which no note needs. */
async function allOf({ articles }: Telling): Promise<Told[]> {
  const all: Told[] = []
  let count = 0
  for await (const one of articles()) {
    const { text: _, ...article } = one.article
    all.push({ ...one, article })
    count += one.claims.length
    if (count > MOST)
      throw new Problem(
        'input',
        `The graph has more than ${MOST.toLocaleString('en')} claims, too many for one vault`,
        'Export fewer articles at once, or to another form.',
      )
  }
  return all
}

/** Whatever is mentioned or has a part in a claim. */
function thingsIn(told: readonly Told[]): Thing[] {
  const all = told.flatMap(({ article, mentions, claims }) => [
    ...mentions.map(({ thing }) => thing),
    ...article.authors,
    ...(article.publisher ? [article.publisher] : []),
    ...claims.flatMap(partsOf),
  ])
  return [...new Map(all.filter(({ kind }) => kind !== 'thing').map((thing) => [thing.iri, thing])).values()]
}

function partsOf(claim: Claim): readonly Thing[] {
  switch (claim.kind) {
    case 'role':
      return [claim.holder, ...claim.heldFor]
    case 'statement':
      return [...claim.speakers, ...claim.addressees, ...claim.about, ...claim.media, ...claim.where]
    case 'event':
      return [...claim.agents, ...claim.patients, ...claim.others, ...claim.where]
    case 'relation':
      return [claim.subject, claim.object]
    case 'link':
      return [claim.subject]
  }
}

interface OfThing {
  readonly claims: readonly Claim[]
  readonly mentions: readonly (Mention & { readonly article: Article })[]
}
const nothing: OfThing = { claims: [], mentions: [] }

function claimsByThing(told: readonly Told[]): Map<string, OfThing> {
  const byThing = new Map<string, { claims: Claim[]; mentions: (Mention & { article: Article })[] }>()
  const of = (iri: string) => {
    const known = byThing.get(iri) ?? { claims: [], mentions: [] }
    byThing.set(iri, known)
    return known
  }
  for (const { article, claims, mentions } of told) {
    for (const mention of mentions) of(mention.thing.iri).mentions.push({ ...mention, article })
    for (const claim of claims) for (const iri of new Set(partsOf(claim).map((thing) => thing.iri))) of(iri).claims.push(claim)
  }
  return byThing
}

function thingNote(thing: Thing, { claims, mentions }: OfThing, names: NoteNames): string {
  const { iri, kind, label, classes, names: others, sameAs, closeMatch, lat, long } = thing
  const wikidata = sameAs.flatMap((same) => wikidataId(same) ?? [])
  const is = (kinds: Claim['kind'], isIn: (claim: Claim) => boolean) => claims.filter((claim) => claim.kind === kinds && isIn(claim))
  const says = (claim: Claim): boolean => claim.kind === 'statement' && claim.speakers.some((speaker) => speaker.iri === iri)
  return note(
    {
      aliases: others,
      kind,
      classes,
      iri,
      ...(wikidata.length > 0 && { wikidata }),
      'same-as': sameAs,
      'close-match': closeMatch,
      ...(lat !== undefined && long !== undefined && { location: [lat, long] }),
      articles: mentions.length,
      tags: [`newsgraph/${kind.replace(/\s/gu, '-')}`],
    },
    `# ${plain(label)}`,
    '',
    ...section(
      'Roles',
      is('role', () => true),
      names,
    ),
    ...section('Said', is('statement', says), names),
    ...section(
      'Spoken of',
      is('statement', (claim) => !says(claim)),
      names,
    ),
    ...section(
      'Events',
      is('event', () => true),
      names,
    ),
    ...section(
      'Relations',
      is('relation', () => true),
      names,
    ),
    ...section(
      'Elsewhere',
      is('link', () => true),
      names,
    ),
    ...(mentions.length > 0
      ? [
          '## Mentions',
          '',
          ...mentions.map(
            ({ article, places }) =>
              `- ${names.link(article)}: ${places.map(({ exact, start, end }) => `“${plain(exact)}” ${start}–${end}`).join(', ')}`,
          ),
          '',
        ]
      : []),
  )
}

function articleNote({ article, claims }: Told, names: NoteNames): string {
  const { iri, headline, label, date, url, publisher, authors } = article
  const is = (kind: Claim['kind']) => claims.filter((claim) => claim.kind === kind)
  return note(
    {
      kind: 'article',
      iri,
      ...(date !== undefined && { date }),
      ...(url !== undefined && { url }),
      ...(publisher && { publisher: publisher.label }),
      authors: authors.map((author) => author.label),
      tags: ['newsgraph/article'],
    },
    `# ${plain(headline ?? label)}`,
    '',
    ...(publisher || authors.length > 0 ? [[...(publisher ? [publisher] : []), ...authors].map(names.link).join(' · '), ''] : []),
    ...section('What happened', is('event'), names),
    ...section('Who said what', is('statement'), names),
    ...section('Who is who', [...is('role'), ...is('relation')], names),
  )
}

type Field = string | number | readonly string[] | readonly number[]

function note(head: Readonly<Record<string, Field>>, ...body: readonly string[]): string {
  const fields = Object.entries(head).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  return ['---', ...fields.map(([name, value]) => `${name}: ${yamlOf(value)}`), '---', '', ...body].join('\n')
}

function yamlOf(value: Field): string {
  if (typeof value === 'object')
    return `[${value.map((item: string | number) => (typeof item === 'number' ? String(item) : yamlText(item))).join(', ')}]`
  return typeof value === 'number' ? String(value) : yamlText(value)
}

function section(title: string, claims: readonly Claim[], names: NoteNames): string[] {
  return claims.length === 0 ? [] : [`## ${title}`, '', ...claims.flatMap((claim) => claimLines(claim, names)), '']
}

function claimLines(claim: Claim, names: NoteNames): string[] {
  const write: Write = (thing) => names.link(thing)
  const confidence = claim.confidence === undefined ? '' : ` [confidence:: ${claim.confidence}]`
  const quotes = claim.places.map((place) => `  > ${passage(place)} — ${names.link(claim.article)}, characters ${place.start}–${place.end}`)
  return [
    `- ${sentenceOf(claim, write)} [kind:: ${claim.kind}] [status:: ${claim.status}]${confidence}`,
    ...quotes.flatMap((quote, at) => (at === 0 ? [quote] : ['  >', quote])),
  ]
}

function homeNote(told: readonly Told[], things: readonly Thing[], names: NoteNames): string {
  const articles = told.map(
    ({ article }) => `- ${names.link(article)}${article.date === undefined ? '' : ` (${plain(oneLine(article.date))})`}`,
  )
  const ask = (title: string, query: string): string[] => [`## ${title}`, '', '```dataview', query, '```', '']
  return note(
    { kind: 'newsgraph', tags: ['newsgraph'] },
    '# Newsgraph',
    '',
    `${told.length} articles, ${things.length} people, organisations, places and works.`,
    'Every line quotes the words it rests on; what somebody only said is marked so.',
    '',
    '## Articles',
    '',
    ...articles,
    '',
    ...ask('People (with the plugin Dataview)', 'TABLE aliases, wikidata, articles FROM #newsgraph/person SORT articles DESC'),
    ...ask(
      'What is less than sure',
      [
        'TABLE WITHOUT ID L.text AS claim, L.confidence AS confidence FROM #newsgraph/article',
        'FLATTEN file.lists AS L WHERE L.confidence < 0.7 SORT L.confidence',
      ].join('\n'),
    ),
  )
}
