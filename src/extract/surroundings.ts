/**
 * What is told about a statement besides its content.
 * In: an article, the cue, the tokens of the content. Out: to whom, about whom, when, where and through which outlet –
 * "Lavrov told Radio Vitosha in Sofia on Monday that …" → addressee and medium Radio Vitosha, place Sofia, date Monday.
 * Not handled: circumstances told in another sentence; statements.ts hands them on within a passage.
 */
import type { Entity } from '../model.js'
import type { Article } from './article.js'
import type { Cue } from './candidates.js'
import { below, verbCueAt } from './candidates.js'
import { documentNouns } from './cues.js'
import { entityAt } from './speakers.js'
import { caseOf, dependents } from './syntax.js'

export interface Surroundings {
  readonly addressees: readonly string[]
  readonly about: readonly string[]
  readonly date?: string
  readonly medium?: string
  readonly place?: string
}

export function surroundingsOf(article: Article, cue: Cue | undefined, content: readonly number[], speakers: readonly string[]): Surroundings {
  const about = aboutOf(article, cue, content).filter((each) => !speakers.includes(each))
  if (cue === undefined) return { addressees: [], about }
  const around = circumstances(article, cue, content)
  const addressees = addresseesOf(article, cue, content).filter((each) => !speakers.includes(each.id))
  const date = dateAmong(article, around)
  const place = placeAmong(article, around)
  const medium = addressees.find(({ kind }) => kind === 'outlet') ?? mediumAmong(article, around)
    ?? speakers.flatMap((id) => article.resolved.entities.filter((each) => each.id === id && each.kind === 'outlet'))[0]
  return {
    addressees: addressees.map(({ id }) => id), about,
    ...(date === undefined ? {} : { date }), ...(place === undefined ? {} : { place: place.id }),
    ...(medium === undefined ? {} : { medium: medium.id }),
  }
}

/** The words around a cue that tell of the act of saying: its adjuncts, without subject, content and other cues. */
export function circumstances({ syntax, ...article }: Article, cue: Cue, content: readonly number[]): number[] {
  const inside = new Set(content)
  const apart = (syntax.children[cue.head] ?? []).filter((each) => {
    const { deprel } = syntax.tokens[each]!
    if (/^(nsubj|ccomp|csubj|parataxis|conj)/u.test(deprel)) return true
    return /^advcl/u.test(deprel) && verbCueAt({ syntax, ...article }, each) !== undefined && !/^speak$/iu.test(syntax.tokens[each]!.lemma)
  })
  return below(syntax, [cue.head], apart).filter((each) => !inside.has(each) && each !== cue.head)
}

function dateAmong({ resolved }: Article, around: readonly number[]): string | undefined {
  return resolved.times.find(({ tokens }) => around.includes(tokens.start) && around.includes(tokens.end - 1))?.from
}

function placeAmong(article: Article, around: readonly number[]): Entity | undefined {
  return around.filter((each) => /^(in|at|from|near|outside)$/u.test(caseOf(article.syntax, each)))
    .flatMap((each) => entityAt(article, each) ?? []).find(({ kind }) => kind === 'place')
}

/** "on Twitter", "in an interview with Radio Vitosha", "in the daily Kurier", "in a documentary". */
function mediumAmong(article: Article, around: readonly number[]): Entity | undefined {
  const named = around.flatMap((each) => entityAt(article, each) ?? [])
  return named.find(({ kind }) => kind === 'outlet') ?? named.find(({ kind }) => kind === 'work')
}

/** "told [reporters]", "said to [Reuters]", "asked [the department] to …". */
function addresseesOf(article: Article, cue: Cue, content: readonly number[]): Entity[] {
  const { syntax } = article
  const heads = dependents(syntax, cue.head, 'obj', 'iobj', 'obl').filter((each) => {
    const { deprel } = syntax.tokens[each]!
    if (deprel === 'iobj') return !/^(accuse|criticise|praise|describe|deny)$/u.test(cue.sense.act)
    if (deprel === 'obj') return isAddressing(syntax.tokens[cue.head]!.lemma) && (!content.includes(each) || hasRequest(article, cue))
    const marker = caseOf(syntax, each)
    if (/^(on|upon)$/u.test(marker)) return /^call$/iu.test(syntax.tokens[cue.head]!.lemma)
    if (content.includes(each)) return false
    // "said Jason January with the fire department" names whom he works for.
    if (marker === 'with') return /^(speak|talk)$/iu.test(syntax.tokens[cue.head]!.lemma)
    return marker === 'to' && /^(say|speak|write|confirm|complain|explain|add|announce|reveal|admit|appeal|talk)$/iu.test(syntax.tokens[cue.head]!.lemma)
  })
  return heads.flatMap((each) => entityAt(article, each) ?? []).filter(({ kind }) => kind !== 'work')
}

const isAddressing = (lemma: string): boolean =>
  /^(tell|ask|urge|order|instruct|command|direct|warn|remind|inform|notify|assure|reassure|advise|beg|implore|beseech|entreat|exhort|encourage|brief|thank|promise|alert|counsel|challenge|press|text|email)$/iu.test(lemma)

const hasRequest = ({ syntax }: Article, cue: Cue): boolean => dependents(syntax, cue.head, 'xcomp', 'ccomp', 'advcl', 'obl').length > 0

/** Entities named or meant in the content, the target of an accusation, praise or description first. */
function aboutOf(article: Article, cue: Cue | undefined, content: readonly number[]): string[] {
  const { resolved, syntax } = article
  const targets = cue === undefined || !/^(accuse|criticise|praise|describe|thank|deny)$/u.test(cue.sense.act) ? []
    : dependents(syntax, cue.head, 'obj').flatMap((each) => entityAt(article, each) ?? []).map(({ id }) => id)
  const inside = new Set(content)
  const named = resolved.references
    .filter(({ head, form }) => inside.has(head) && form !== 'adjective' && !documentNouns.has(resolved.tokens[head]!.lemma.toLowerCase()))
    .map(({ entity }) => entity)
  return [...new Set([...targets, ...named])]
}
