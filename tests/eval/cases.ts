/**
 * What rules are measured on: articles that none was made for, analysed once, each with a judge for claims of one class.
 * In: a part of each corpus. Out: by class – roles and events of `claims`, statements of PolNeAR, relations of DWIE and KnowledgeNet,
 * entities of DWIE and of newspapers from all over the world.
 */
import type { Analyser, EntityKind, NewsEvent, Resolved } from '../../src/model.js'
import { without } from '../../src/extract/at-work.js'
import { events } from '../../src/extract/events.js'
import { relations } from '../../src/extract/relations.js'
import { roles } from '../../src/extract/roles.js'
import { statements } from '../../src/extract/statements.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'
import { asideArticles, type ClaimedArticle, claimedArticles } from './claimed.js'
import type { Part } from './corpora.js'
import {
  factsOfDwie, factsOfPassage, type MarkedArticle, namesOfDwie, namesOfNewswire, newswire, type NewswireArticle, type Passage, passages, polnear,
} from './annotated.js'
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

/** The parts of the corpora to be taken, and of those but `claims` which half: what confidences are counted on does not judge them. Of `claims` `kept` takes those along that we annotated ourselves. */
export interface Parts { readonly data: string; readonly claims: string; readonly others: string; readonly half?: 'calibration' | 'report'; readonly sample?: number }

type Wanted = ReadonlySet<ClassOfClaims>

export async function casesOf(parts: Parts, wanted: Wanted, analyse: Analyser): Promise<Case[]> {
  const isWanted = (...classes: readonly ClassOfClaims[]): boolean => classes.some((each) => wanted.has(each))
  const part = (split: string): Part => ({ data: parts.data, split, ...(parts.sample && { sample: parts.sample }) })
  const isInHalf = (at: number): boolean => parts.half === undefined || (at % 2 === 0) === (parts.half === 'calibration')
  const others = <Of>(read: (part: Part) => readonly Of[]): Of[] => read(part(parts.others)).filter((_, at) => isInHalf(at))
  const seen = ({ id, text, date }: Text): Promise<Resolved> => resolvedOf(id, text, date, analyse)
  const all: Case[] = []
  if (isWanted('roles', 'events', 'entities')) {
    for (const each of [...claimedArticles(part(parts.claims)), ...(parts.claims === 'kept' ? asideArticles(part(parts.claims)) : [])]) all.push(...ofClaims(each, await seen({ ...each, id: each.slug })))
  }
  if (isWanted('statements', 'entities')) for (const each of others(polnear)) all.push(...ofAttributions(each, await seen(each)))
  if (isWanted('relations', 'entities')) for (const each of others(dwieArticles)) all.push(...ofDwie(each, await seen(each)))
  if (isWanted('relations')) for (const each of others(passages)) all.push(ofPassage(each, await seen(each)))
  if (isWanted('entities')) for (const each of others(newswire)) all.push(ofNames(each, await seen(each)))
  return all.filter((each) => wanted.has(each.class))
}

interface Text { readonly id: string; readonly text: string; readonly date?: string | null }

/** As `newsgraph build` reads a text file. */
async function resolvedOf(id: string, text: string, date: string | null | undefined, analyse: Analyser): Promise<Resolved> {
  const source = `${id.replaceAll('/', '-')}.txt`
  const [reading] = await read({ bytes: new TextEncoder().encode(text), source }, { language: 'en', ...(date && { date }) })
  return resolve({ ...reading!, ...(await analyse(reading!)) })
}

function ofClaims(article: ClaimedArticle, resolved: Resolved): Case[] {
  const said = statements(resolved)
  seenOnce(() => events(resolved, said))
  const happened = (isOff: Off): NewsEvent[] => without(isOff, () => events(resolved, said)).filter(({ rule }) => !isOff(rule))
  const takers = (): string[] => happened(nothing).flatMap(({ agents, patients, actors }) => [...agents, ...patients, ...actors])
  const spans = article.events.flatMap((event) => event.arguments.map(({ span }) => span))
  const id = article.slug
  return [
    { id, class: 'roles', judged: (isOff) => judgeRoles(resolved, article, without(isOff, () => roles(resolved))) },
    {
      id, class: 'events', judged: (isOff) => judgeEvents(resolved, article, happened(isOff)),
      judgedAsSuch: (isOff) => judgeEvents(resolved, article, happened(isOff), false),
    },
    { id, class: 'entities', judged: () => [...judgeOutletsAndWorks(resolved, article), ...judgeUnnamed(resolved, takers(), spans)] },
  ]
}

/** What is only said is found by the rules for statements, once an article; they must not be asked for again when others are switched off. */
const seenOnce = (act: () => unknown): void => { act() }

const nothing = (): boolean => false

function ofAttributions({ id, attributions }: MarkedArticle, resolved: Resolved): Case[] {
  const speakers = (): string[] => statements(resolved).flatMap((statement) => statement.speakers)
  return [
    { id, class: 'entities', judged: () => judgeUnnamed(resolved, speakers(), attributions.flatMap(({ source }) => source)) },
    { id, class: 'statements', judged: (isOff) => judgeStatements(resolved, attributions, without(isOff, () => statements(resolved))) },
  ]
}

/** Kinds that both corpora of names annotate everywhere. */
const KINDS: ReadonlySet<EntityKind> = new Set<EntityKind>(['person', 'organization', 'place'])

function ofDwie(article: DwieArticle, resolved: Resolved): Case[] {
  const { id } = article
  return [
    ofFacts(id, factsOfDwie(article), resolved),
    { id, class: 'entities', judged: () => judgeEntities(resolved, namesOfDwie(article), resolved.entities, KINDS) },
  ]
}

const ofPassage = (passage: Passage, resolved: Resolved): Case => ofFacts(passage.id, factsOfPassage(passage), resolved)

function ofFacts(id: string, facts: Facts, resolved: Resolved): Case {
  const held = roles(resolved), said = statements(resolved)
  seenOnce(() => relations(resolved, held, said))
  return { id, class: 'relations', judged: (isOff) => judgeRelations(resolved, facts, without(isOff, () => relations(resolved, held, said))) }
}

function ofNames(record: NewswireArticle, resolved: Resolved): Case {
  return { id: record.id, class: 'entities', judged: () => judgeEntities(resolved, namesOfNewswire(record), resolved.entities, KINDS) }
}
