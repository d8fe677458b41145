/**
 * Entities of FollowTheMoney, as Aleph, OpenAleph and the tools around them read them: one JSON object a line.
 * In: a Telling. Out: `{"id": "…", "schema": "Directorship", "properties": {"director": ["…"], "organization": ["…"], "role": ["chief
 * executive"],
 * "summary": ["“Norrlink chief executive Henrik Sandvall” (characters 483–523)"], "proof": ["…"]}}`.
 *
 * Interests, events and families are what the article itself vouches for. What somebody said is a note with the speaker's name in front;
 * what is only reported, planned, denied or possible is in no other entity. People without a name and groups are nobody to look up: they
 * stand in the words only. What a claim is becomes which schema, stands in `ftm-schemata.ts`.
 */
import { claimEntity, idOf, type Draft } from './ftm-schemata.js'
import type { Article, Claim, Mention, Telling, Thing, Told } from './model.js'
import type { Chunks, Form } from './piece.js'
import { wikidataId } from './tables.js'

async function* file({ articles }: Telling): Chunks {
  const known = new Set<string>()
  const once = ({ id }: Entity): boolean => !known.has(id) && Boolean(known.add(id))
  for await (const told of articles())
    yield entitiesOf(told)
      .filter(once)
      .map((entity) => `${JSON.stringify(entity)}\n`)
      .join('')
}

export const ftm: Form = { file, ending: '.ftm.json' }

/** An entity as `ftm validate` takes it. */
interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

function entityOf(iri: string, { schema, properties }: Draft): Entity {
  const filled = Object.entries(properties).map(
    ([name, values]) => [name, [...new Set((values ?? []).map((value) => value.toWellFormed().trim()).filter(Boolean))]] as const,
  )
  return { id: idOf(iri), schema, properties: Object.fromEntries(filled.filter(([, values]) => values.length > 0)) }
}

function entitiesOf(told: Told): Entity[] {
  const { article, mentions, claims } = told
  const spoken = [...mentions.map(({ thing }) => thing), ...claims.flatMap(thingsOf)]
  return [
    entityOf(article.iri, articleEntity(told)),
    ...spoken.flatMap((thing) => thingEntity(thing)?.map((draft) => entityOf(thing.iri, draft)) ?? []),
    ...mentions.flatMap((mention) => mentionEntity(article, mention)),
    ...claims.flatMap((claim) => claimEntity(claim).map(({ of = claim.iri, ...draft }) => entityOf(of, draft))),
  ]
}

function articleEntity({ article, mentions }: Told): Draft {
  const { iri, label, headline, date, url, publisher, authors, language, text } = article
  const namesOf = (...kinds: readonly string[]): string[] =>
    mentions.filter(({ thing }) => kinds.includes(thing.kind)).map(({ thing }) => thing.label)
  return {
    schema: 'Article',
    properties: {
      title: [headline ?? label],
      name: [headline ?? label],
      fileName: [`${iri.slice(iri.lastIndexOf('/') + 1)}.txt`],
      mimeType: ['text/plain'],
      ...(date !== undefined && { publishedAt: [date], date: [date] }),
      ...(url !== undefined && { sourceUrl: [url] }),
      ...(publisher && { publisher: [publisher.label] }),
      author: authors.map((author) => author.label),
      ...(language?.startsWith('en') && { language: ['eng'] }),
      ...(text !== undefined && { bodyText: [text] }),
      peopleMentioned: namesOf('person'),
      companiesMentioned: namesOf('organization', 'outlet'),
      locationMentioned: namesOf('place'),
    },
  }
}

/** Undefined for what FollowTheMoney has no schema of. */
function thingEntity({ kind, classes, label, names, sameAs, lat, long }: Thing): Draft[] | undefined {
  const schema =
    kind === 'person'
      ? 'Person'
      : kind === 'outlet'
        ? 'Organization'
        : kind === 'organization'
          ? organizationSchema(classes)
          : kind === 'place'
            ? 'Address'
            : undefined
  if (schema === undefined) return undefined
  const wikidata = sameAs.flatMap((iri) => wikidataId(iri) ?? [])
  const place = { full: [label], ...(lat !== undefined && long !== undefined && { latitude: [String(lat)], longitude: [String(long)] }) }
  // In Aleph a short name that many bear finds too much: only whole names count as such.
  const [weak, alias] = [names.filter((name) => !name.includes(' ')), names.filter((name) => name.includes(' '))]
  return [{ schema, properties: { name: [label], alias, weakAlias: weak, wikidataId: wikidata, ...(schema === 'Address' && place) } }]
}

function organizationSchema(classes: readonly string[]): string {
  if (classes.includes('corporation')) return 'Company'
  return classes.includes('government organization') ? 'PublicBody' : 'Organization'
}

const mentionable = { person: 'Person', organization: 'Organization', outlet: 'Organization' } as const

function mentionEntity(article: Article, { thing, places }: Mention): Entity[] {
  if (!Object.hasOwn(mentionable, thing.kind)) return []
  const names = places.map(({ exact }) => exact)
  const properties = {
    document: [idOf(article.iri)],
    resolved: [idOf(thing.iri)],
    name: names.length > 0 ? names : [thing.label],
    detectedSchema: [mentionable[thing.kind as keyof typeof mentionable]],
  }
  return [entityOf(`${article.iri} ${thing.iri}`, { schema: 'Mention', properties })]
}

function thingsOf(claim: Claim): readonly Thing[] {
  switch (claim.kind) {
    case 'role':
      return [claim.holder, ...claim.heldFor]
    case 'statement':
      return claim.speakers
    case 'event':
      return [...claim.agents, ...claim.patients, ...claim.others]
    case 'relation':
      return [claim.subject, claim.object]
    case 'link':
      return []
  }
}
