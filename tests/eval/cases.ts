/**
 * What rules are measured on: articles that none was made for, analysed once, each with a judge for claims of one class.
 * In: a part of each corpus. Out: by class – roles and events of `claims`, statements of PolNeAR, relations of DWIE and KnowledgeNet,
 * entities of DWIE and of newspapers from all over the world.
 */
import type { Analyser, NewsEvent, Resolved } from '../../src/model.js'
import { without } from '../../src/extract/at-work.js'
import { events } from '../../src/extract/events.js'
import { extract } from '../../src/extract/extract.js'
import { relations } from '../../src/extract/relations.js'
import { roles } from '../../src/extract/roles.js'
import { statements } from '../../src/extract/statements.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'
import { type ClaimedArticle, claimedArticles } from './claimed.js'
import type { Part } from './corpora.js'
import { factsOfDwie, factsOfPassage, type MarkedArticle, namesOfDwie, namesOfNewswire, newswire, type NewswireArticle, type Passage, passages, polnear } from './annotated.js'
import { type DwieArticle, dwieArticles } from './dwie.js'
import { judgeEntities } from './judge-entities.js'
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

/** The parts of the corpora to be taken: of `claims`, and of the others with how many documents of each at most. */
export interface Parts { readonly data: string; readonly claims: string; readonly others: string; readonly sample?: number; readonly most?: number }

type Wanted = ReadonlySet<ClassOfClaims>

export async function casesOf(parts: Parts, wanted: Wanted, analyse: Analyser): Promise<Case[]> {
  const seen = async (id: string, text: string, date?: string | null): Promise<Resolved> => {
    const [reading] = await read({ bytes: new TextEncoder().encode(text), source: `${id.replaceAll('/', '-')}.txt` }, { language: 'en', ...(date && { date }) })
    return resolve({ ...reading!, ...(await analyse(reading!)) })
  }
  const part = (split: string, sample = parts.sample): Part => ({ data: parts.data, split, ...(sample && { sample }) })
  const others = part(parts.others, parts.sample ?? parts.most)
  const all: Case[] = []
  if (wanted.has('roles') || wanted.has('events')) for (const article of claimedArticles(part(parts.claims))) all.push(...ofClaims(article, await seen(article.slug, article.text, article.date)))
  if (wanted.has('statements')) for (const record of polnear(others)) all.push(ofAttributions(record, await seen(record.id, record.text)))
  if (wanted.has('relations') || wanted.has('entities')) for (const article of dwieArticles(others)) all.push(...ofDwie(article, await seen(article.id, article.text)))
  if (wanted.has('relations')) for (const passage of passages(others)) all.push(ofPassage(passage, await seen(passage.id, passage.text)))
  if (wanted.has('entities')) for (const record of newswire(others)) all.push(ofNames(record, await seen(record.id, record.text)))
  return all.filter((each) => wanted.has(each.class))
}

function ofClaims(article: ClaimedArticle, resolved: Resolved): Case[] {
  const said = statements(resolved)
  const happened = (isOff: Off): NewsEvent[] => without(isOff, () => events(resolved, said)).filter(({ rule }) => !isOff(rule))
  return [
    { id: article.slug, class: 'roles', judged: (isOff) => judgeRoles(resolved, article, without(isOff, () => roles(resolved))) },
    { id: article.slug, class: 'events', judged: (isOff) => judgeEvents(resolved, article, happened(isOff)), judgedAsSuch: (isOff) => judgeEvents(resolved, article, happened(isOff), false) },
  ]
}

function ofAttributions({ id, attributions }: MarkedArticle, resolved: Resolved): Case {
  return { id, class: 'statements', judged: (isOff) => judgeStatements(resolved, attributions, without(isOff, () => statements(resolved))) }
}

function ofDwie(article: DwieArticle, resolved: Resolved): Case[] {
  return [ofFacts(article.id, factsOfDwie(article), resolved), {
    id: article.id, class: 'entities', judged: () => judgeEntities(resolved, namesOfDwie(article), extract(resolved).entities, new Set(['person', 'organization', 'outlet', 'place', 'work'])),
  }]
}

const ofPassage = (passage: Passage, resolved: Resolved): Case => ofFacts(passage.id, factsOfPassage(passage), resolved)

function ofFacts(id: string, facts: Facts, resolved: Resolved): Case {
  const held = roles(resolved), said = statements(resolved)
  return { id, class: 'relations', judged: (isOff) => judgeRelations(resolved, facts, without(isOff, () => relations(resolved, held, said))) }
}

function ofNames(record: NewswireArticle, resolved: Resolved): Case {
  return { id: record.id, class: 'entities', judged: () => judgeEntities(resolved, namesOfNewswire(record), extract(resolved).entities, new Set(['person', 'organization', 'place'])) }
}
