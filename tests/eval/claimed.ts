/**
 * The articles of `claims` with their texts, which lie in three other corpora.
 *   in:  a part of the data: `dev`, `train`, or of the latter `kept` (every fifth article, kept aside for calibration) or `fitted` (the others)
 *   out: records with roles ("[Foreign Minister] [Sergey Lavrov]"), events, outlets and works by span; offsets count code points
 */
import { annotated } from '../../training/annotations.js'
import { type Offsets, type Part, records, sampled } from './corpora.js'

export interface ClaimedRole { readonly holder: string; readonly title: string; readonly of?: string; readonly flags: readonly string[] }

export interface ClaimedEvent {
  readonly type: string
  readonly status: string
  readonly trigger: string
  readonly triggers: readonly Offsets[]
  /** Who and what takes part, where and when, by place. */
  readonly arguments: readonly { readonly role: string; readonly span: Offsets }[]
  readonly agents: readonly string[]
  readonly patients: readonly string[]
  readonly participants: readonly string[]
  readonly places: readonly string[]
  readonly date?: string
}

export interface ClaimedThing { readonly name: string; readonly span: Offsets; readonly facts: readonly string[] }

/** A noun or pronoun, and a place where whom it means is named. */
export interface AskedWord { readonly span: Offsets; readonly name: Offsets | null }

export interface ClaimedArticle {
  readonly slug: string
  readonly corpus: 'polnear' | 'dwie' | 'ner' | 'tne'
  readonly id: string
  readonly date: string | null
  readonly text: string
  readonly roles: readonly ClaimedRole[]
  readonly events: readonly ClaimedEvent[]
  readonly outlets: readonly ClaimedThing[]
  readonly works: readonly ClaimedThing[]
  /** Only of articles that we annotated ourselves. */
  readonly refs?: readonly AskedWord[]
}

/** Of every five training articles the last is kept aside. */
const KEPT = 5

export function claimedArticles({ data, split, sample }: Part): ClaimedArticle[] {
  const file = split === 'kept' || split === 'fitted' ? 'train' : split
  const all = records<ClaimedArticle>({ data, split: file }, `claims/${file}.jsonl.gz`)
  const isKept = (index: number): boolean => index % KEPT === KEPT - 1
  const wanted = file === split ? all : all.filter((_, index) => isKept(index) === (split === 'kept'))
  const texts = wanted.length > 0 ? textsOf(data, file === 'dev' ? 'dev' : 'train') : new Map<string, string>()
  return sampled(wanted, sample).flatMap((record) => {
    const text = texts.get(`${record.corpus} ${record.id}`)
    return text === undefined ? [] : [{ ...record, text }]
  })
}

/** Articles that we annotated ourselves and that the model never learns from. */
export function asideArticles({ data, sample }: Part): ClaimedArticle[] {
  return [...sampled(annotated(data, ({ isAside }) => isAside === true), sample)]
}

/** The texts by corpus and id. */
function textsOf(data: string, split: string): Map<string, string> {
  const part = { data, split }
  const polnear = records<{ id: string; text: string }>(part, `polnear/${split}.jsonl.gz`).map(({ id, text }) => [`polnear ${id}`, text] as const)
  const newswire = records<{ id: string; text: string }>(part, `ner/${split}.jsonl.gz`).map(({ id, text }) => [`ner ${id}`, text] as const)
  const dwie = records<{ id: string; content: string }>(part, 'dwie/train.jsonl.gz').map(({ id, content }) => [`dwie ${id}`, content] as const)
  return new Map([...polnear, ...newswire, ...dwie])
}
