/**
 * What rules are measured on: articles that none was made for, analysed once, each with a judge for claims of one class.
 * In: a part of each corpus. Out: by class – roles and events of `claims`, statements of PolNeAR, relations of DWIE and KnowledgeNet,
 * entities of DWIE and of newspapers from all over the world.
 */
import type { Analyser, NewsEvent, Resolved } from '../../src/model.js'
import { without } from '../../src/extract/at-work.js'
import { events } from '../../src/extract/events.js'
import { relations } from '../../src/extract/relations.js'
import { roles } from '../../src/extract/roles.js'
import { statements } from '../../src/extract/statements.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'
import { type ClaimedArticle, claimedArticles } from './claimed.js'
import type { Part } from './corpora.js'
import { factsOfDwie, factsOfPassage, type MarkedArticle, namesOfDwie, namesOfNewswire, newswire, type NewswireArticle, type Passage, passages, polnear } from './annotated.js'
import { type DwieArticle, dwieArticles } from './dwie.js'
import { judgeEntities, judgeOutletsAndWorks, judgeUnnamed } from './judge-entities.js'
import { judgeEvents } from './judge-events.js'
import { type Facts, judgeRelations } from './judge-relations.js'
import { judgeRoles } from './judge-roles.js'
import { judgeStatements } from './judge-statements.js'
import type { Judged } from './judged.js'

export const CLASSES = ['roles', 'statements', 'relations', 'events', 'entities'] as const
export type ClassOfClaims = (typeof CLASSES)[number]

type Off = (rule: string) => boolean

/** An article that was analysed once: what it claims of one class, and what the annotation says of that. */
export interface Case {
  readonly id: string
  readonly class: ClassOfClaims
  /** Extracts anew, with some rules switched off. */
  readonly judged: (isOff: Off) => Judged[]
  /** Of events: that they are such, their kind and standing alone. */
  readonly judgedAsSuch?: (isOff: Off) => Judged[]
}

/** The parts of the corpora to be taken, and of those but `claims` which half: what confidences are counted on does not judge them. */
export interface Parts { readonly data: string; readonly claims: string; readonly others: string; readonly half?: 'calibration' | 'report'; readonly sample?: number }

type Wanted = ReadonlySet<ClassOfClaims>

export async function casesOf(parts: Parts, wanted: Wanted, analyse: Analyser): Promise<Case[]> {
  const seen = async (id: string, text: string, date?: string | null): Promise<Resolved> => {
    const [reading] = await read({ bytes: new TextEncoder().encode(text), source: `${id.replaceAll('/', '-')}.txt` }, { language: 'en', ...(date && { date }) })
    return resolve({ ...reading!, ...(await analyse(reading!)) })
  }
  const part = (split: string): Part => ({ data: parts.data, split, ...(parts.sample && { sample: parts.sample }) })
  const others = <Of>(read: (part: Part) => readonly Of[]): Of[] => read(part(parts.others)).filter((_, at) => parts.half === undefined || (at % 2 === 0) === (parts.half === 'calibration'))
  const all: Case[] = []
  if (wanted.has('roles') || wanted.has('events') || wanted.has('entities')) for (const article of claimedArticles(part(parts.claims))) all.push(...ofClaims(article, await seen(article.slug, article.text, article.date)))
  if (wanted.has('statements') || wanted.has('entities')) for (const record of others(polnear)) all.push(...ofAttributions(record, await seen(record.id, record.text)))
  if (wanted.has('relations') || wanted.has('entities')) for (const article of others(dwieArticles)) all.push(...ofDwie(article, await seen(article.id, article.text)))
  if (wanted.has('relations')) for (const passage of others(passages)) all.push(ofPassage(passage, await seen(passage.id, passage.text)))
  if (wanted.has('entities')) for (const record of others(newswire)) all.push(ofNames(record, await seen(record.id, record.text)))
  return all.filter((each) => wanted.has(each.class))
}

function ofClaims(article: ClaimedArticle, resolved: Resolved): Case[] {
  const said = statements(resolved)
  seenOnce(() => events(resolved, said))
  const happened = (isOff: Off): NewsEvent[] => without(isOff, () => events(resolved, said)).filter(({ rule }) => !isOff(rule))
  return [
    { id: article.slug, class: 'roles', judged: (isOff) => judgeRoles(resolved, article, without(isOff, () => roles(resolved))) },
    { id: article.slug, class: 'events', judged: (isOff) => judgeEvents(resolved, article, happened(isOff)), judgedAsSuch: (isOff) => judgeEvents(resolved, article, happened(isOff), false) },
    {
      id: article.slug, class: 'entities',
      judged: () => [...judgeOutletsAndWorks(resolved, article), ...judgeUnnamed(resolved, happened(nothing).flatMap(({ agents, patients, actors }) => [...agents, ...patients, ...actors]), article.events.flatMap((event) => event.arguments.map(({ span }) => span)))],
    },
  ]
}

/** What is only said is found by the rules for statements, once an article; they must not be asked for again when others are switched off. */
const seenOnce = (act: () => unknown): void => { act() }

const nothing = (): boolean => false

function ofAttributions({ id, attributions }: MarkedArticle, resolved: Resolved): Case[] {
  return [
    { id, class: 'entities', judged: () => judgeUnnamed(resolved, statements(resolved).flatMap(({ speakers }) => speakers), attributions.flatMap(({ source }) => source)) },
    { id, class: 'statements', judged: (isOff) => judgeStatements(resolved, attributions, without(isOff, () => statements(resolved))) },
  ]
}

function ofDwie(article: DwieArticle, resolved: Resolved): Case[] {
  return [ofFacts(article.id, factsOfDwie(article), resolved), {
    id: article.id, class: 'entities', judged: () => judgeEntities(resolved, namesOfDwie(article), resolved.entities, new Set(['person', 'organization', 'place'])),
  }]
}

const ofPassage = (passage: Passage, resolved: Resolved): Case => ofFacts(passage.id, factsOfPassage(passage), resolved)

function ofFacts(id: string, facts: Facts, resolved: Resolved): Case {
  const held = roles(resolved), said = statements(resolved)
  seenOnce(() => relations(resolved, held, said))
  return { id, class: 'relations', judged: (isOff) => judgeRelations(resolved, facts, without(isOff, () => relations(resolved, held, said))) }
}

function ofNames(record: NewswireArticle, resolved: Resolved): Case {
  return { id: record.id, class: 'entities', judged: () => judgeEntities(resolved, namesOfNewswire(record), resolved.entities, new Set(['person', 'organization', 'place'])) }
}
