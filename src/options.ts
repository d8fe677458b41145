/**
 * What a caller may set. In: whatever was given, from the command line or a program. Out: checked, with every default
 * filled in.
 */
import { DEFAULT_BASE, isBase } from './map/iri.js'
import { EVIDENCE_LEVELS, type EvidenceLevel } from './map/mapping.js'
import { Problem } from './problem.js'
import { FORMATS as ARTICLE_FORMATS, type Format as ArticleFormat } from './read/formats.js'

/** The parts of the work that can be looked at on their own, in order. */
export const STAGES = ['read', 'analyse', 'resolve', 'extract', 'link'] as const
/** A part of the work that can be looked at on its own. */
export type Stage = (typeof STAGES)[number]

/** The steps of a build that can be run as filters, in order. */
export const FILTERS = ['extract', 'digest', 'settle', 'count', 'first', 'write'] as const
/** A step of a build that can be run as a filter. */
export type Filter = (typeof FILTERS)[number]

/** The forms of a graph that may be written in parts and put one behind the other. */
export const LINE_FORMATS = ['n-quads', 'n-triples'] as const

/** What a filter may be told beside the options of a build. */
export interface FilterOptions extends Options {
  /** Of `write`. Default: `n-quads`. */
  readonly format?: (typeof LINE_FORMATS)[number]
}

export const ENGINES = ['wasm', 'native'] as const
/** What runs the language model. */
export type Engine = (typeof ENGINES)[number]

/** What a caller of `build` and its like may set; every field has a default. */
export interface Options {
  /**
   * The articles' date, `YYYY-MM-DD`, or as much of it as is known: `2022-07`, `2022`. Goes before what they say themselves;
   * relative dates are counted from it. Default: none.
   */
  readonly date?: string
  /** The articles' language, BCP 47, in place of the check that they are English. Default: none, they are checked. */
  readonly language?: string
  /** The form of the articles, in place of what their names and texts tell. Default: each is looked at. */
  readonly inputFormat?: ArticleFormat
  /** Every IRI of the data starts with this. Default: `https://w3id.org/newsgraph/data/`. */
  readonly base: string
  /** Keep the articles' text in the graph. Default: true. */
  readonly body: boolean
  /** How much is told of the words that claims rest on: `full`, `span` or `none`; see MapOptions. Default: `full`. */
  readonly evidence: EvidenceLevel
  /** What the graph is called in its own description. Default: "What news articles say". */
  readonly title?: string
  /** IRI of the licence that the graph is given under, for its own description. Default: none is stated. */
  readonly licence?: string
  /** Leave out claims that are less certain than this, 0 to 1. Default: 0, everything. */
  readonly minConfidence: number
  /** Tie what is named to Wikidata, DBpedia and GeoNames. Default: true. */
  readonly links: boolean
  /** Knowledge bases that are asked before the one that comes with newsgraph: paths of files that `newsgraph kb build` made. Default: none. */
  readonly kb?: readonly string[]
  /** A table of what people decided that names are, as OpenRefine exports it: it outranks every rule. Default: none. */
  readonly decisions?: string
  /** Address of a reconciliation service that is asked for what no knowledge base knows; never required, its answers are kept. Default: none. */
  readonly reconcile?: string
  /** Stop at the first article that cannot be read, instead of leaving it out. Default: false. */
  readonly strict: boolean
  /**
   * What runs the language model. `wasm`, the default, gives the same bytes on every machine; `native` is faster and needs
   * the package onnxruntime-node.
   */
  readonly engine: Engine
  /** How many articles are worked on at once, each in a thread of about 120 MB; the graph is the same. Default: 1. */
  readonly workers: number
  /**
   * How many seconds the reading of an article, and then the work on it, may each take; after that it is left out with a problem, and the
   * others go on. 0: any time, and all is done in the caller's thread. Default: 60.
   */
  readonly timeLimit: number
  /** A folder in which what was extracted is kept, so that a batch that was stopped goes on where it was. Default: nothing is kept. */
  readonly cache?: string
  /** Called after every article with how many are done. Default: nothing happens. */
  readonly onArticle?: (progress: Progress) => void
}

/** How far a batch has come. */
export interface Progress {
  readonly source: string
  readonly done: number
  readonly failed: number
  /** Why this article was left out. */
  readonly problem?: Problem
}

const DEFAULTS: Options = Object.freeze({
  base: DEFAULT_BASE, body: true, evidence: 'full', links: true, minConfidence: 0, strict: false, engine: 'wasm', workers: 1, timeLimit: 60,
})

/** Checks what was given and fills in the defaults. @throws Problem `usage` */
export function resolveOptions(given: Partial<Options> = {}): Options {
  const options: Options = { ...DEFAULTS, ...given }
  if (options.date !== undefined && !isDate(options.date)) {
    throw new Problem('usage', `"${options.date}" is not a date.`, 'Write it as YYYY-MM-DD, for instance 2022-07-07, or as 2022-07 or 2022.')
  }
  if (options.inputFormat !== undefined && !ARTICLE_FORMATS.includes(options.inputFormat)) {
    throw new Problem('usage', `There is no form of articles "${options.inputFormat}".`, `Choose one of ${ARTICLE_FORMATS.join(', ')}.`)
  }
  if (!isBase(options.base)) {
    throw new Problem('usage', `"${options.base}" cannot be the start of an IRI.`, 'Give an absolute IRI that ends with / or #.')
  }
  if (!EVIDENCE_LEVELS.includes(options.evidence)) {
    throw new Problem('usage', `There is no level of evidence "${options.evidence}".`, `Choose one of ${EVIDENCE_LEVELS.join(', ')}.`)
  }
  if (options.licence !== undefined && !/^https?:\/\/[^\s<>"{}|^`\\]+$/u.test(options.licence)) {
    throw new Problem('usage', `"${options.licence}" is no address of a licence.`, 'Give its IRI, for instance https://creativecommons.org/licenses/by/4.0/.')
  }
  if (options.reconcile !== undefined && !/^https?:\/\/[^\s<>"{}|^`\\]+$/u.test(options.reconcile)) {
    throw new Problem('usage', `"${options.reconcile}" is no address of a reconciliation service.`, 'Give its address, for instance https://wikidata.reconci.link/en/api.')
  }
  if (!(options.minConfidence >= 0 && options.minConfidence <= 1)) {
    throw new Problem('usage', `The confidence ${options.minConfidence} is out of range.`, 'Give a number from 0 to 1.')
  }
  if (!ENGINES.includes(options.engine)) {
    throw new Problem('usage', `There is no engine "${options.engine}".`, `Choose one of ${ENGINES.join(', ')}.`)
  }
  if (!(Number.isInteger(options.workers) && options.workers >= 1 && options.workers <= 64)) {
    throw new Problem('usage', `There cannot be ${options.workers} workers.`, 'Give a whole number from 1 to 64.')
  }
  if (!(options.timeLimit >= 0 && options.timeLimit <= LONGEST_LIMIT)) {
    throw new Problem('usage', `An article cannot be given ${options.timeLimit} seconds.`, `Give a number of seconds up to ${LONGEST_LIMIT}, or 0 for any time.`)
  }
  return options
}

/** A day, in seconds. */
const LONGEST_LIMIT = 86_400

/** A day, month or year that exists: `2023-02-29` does not. */
function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false
  const day = `${text}-01-01`.slice(0, 10)
  const time = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day)
}
