/**
 * The firewall: whether the article itself states what a word says, or whether that is only said, denied, asked,
 * supposed or planned. In: a word, given as token index, and the statements. Out: its factuality and, if somebody said
 * it, the id of the innermost statement. "Lavrov said the talks had failed" → `{ 'Reported', accordingTo: 'said-…' }` for
 * "failed"; "The talks have failed" → `{ 'Asserted' }`.
 *
 * Rules, the first that holds wins; 1 to 3 are in moods.ts:
 * 1. Negated: "did not attack", "no attack", "without attacking", "failed to attack", "cancelled the visit".
 * 2. Planned: "will visit", "plans to visit", "the planned visit", "next week's visit is scheduled".
 * 3. Possible: questions, conditions ("if", "unless", "whether"), "may", "could", "would", "perhaps", "alleged",
 *    "threat of war", "tried to kill".
 * 4. Reported: inside the content of a statement, of an attribution of the model that made no statement ("It was
 *    reported that …", "according to the latest report"), of a verb of saying, or between quotation marks.
 * 5. Asserted: nothing of these.
 * What is inside a statement keeps `accordingTo` also when it is negated, possible or planned there.
 *
 * Not handled: free indirect speech, irony, and doubts raised in another sentence.
 */
import type { Factuality, Resolved, Statement } from '../model.js'
import { articleOf } from './article.js'
import { verbSenses } from './cues.js'
import { draftsOf } from './drafts.js'
import { attitude } from './moods.js'
import { tokenFrom } from './token-places.js'
import type { Syntax } from './syntax.js'
import { ancestors, dependents } from './syntax.js'

export interface Standing {
  readonly factuality: Factuality
  /** Number of the innermost statement that the word is said in. */
  readonly accordingTo?: string
  /** Nothing but an attribution that is not sure, and of which no statement was made, tells that it is said. */
  readonly isOnlyAttributed?: true
}

/** Attributions less sure than this do not make their content hearsay. */
const sureEnough = 0.3
/** Against one less sure than this the head for happenings may say that the article itself tells it; chosen on articles set aside. */
const surely = 0.7

/** What `standing` looks up again and again in one article. */
interface Background {
  readonly syntax: Syntax
  /** For each token, whether it stands in somebody's words although no statement was made of them. */
  readonly isHearsay: readonly boolean[]
  /** The same, where nothing but an attribution that is not sure tells so. */
  readonly isAttributed: readonly boolean[]
}

const backgrounds = new WeakMap<Resolved, Background>()

export function standing(resolved: Resolved, statements: readonly Statement[], token: number): Standing {
  const factuality = attitude(resolved, backgroundOf(resolved).syntax, token)
  return { ...standingOfName(resolved, statements, token), ...(factuality && { factuality }) }
}

/** How a name with its title stands: "if Prime Minister Rajoy resigns" leaves no doubt who he is, but others may be said to say so. */
export function standingOfName(resolved: Resolved, statements: readonly Statement[], token: number): Standing {
  const { syntax, isHearsay, isAttributed } = backgroundOf(resolved)
  const accordingTo = innermost(resolved, statements, token)
  const isSaid = accordingTo !== undefined || isHearsay[token] === true || isToldAbove(syntax, token)
  if (!isSaid && isAttributed[token] === true) return { factuality: 'Reported', isOnlyAttributed: true }
  return { factuality: isSaid ? 'Reported' : 'Asserted', ...(accordingTo !== undefined && { accordingTo }) }
}

/** Number of the shortest statement whose content covers a token. */
function innermost(resolved: Resolved, statements: readonly Statement[], token: number): string | undefined {
  return innermostOf(resolved, statements)[token]
}

const innermosts = new WeakMap<readonly Statement[], { readonly resolved: Resolved; readonly byToken: readonly (string | undefined)[] }>()

/** For each token; the shorter overwrite the longer, the earlier those of the same length. */
function innermostOf(resolved: Resolved, statements: readonly Statement[]): readonly (string | undefined)[] {
  const known = innermosts.get(statements)
  if (known?.resolved === resolved) return known.byToken
  const byToken: (string | undefined)[] = Array.from({ length: resolved.tokens.length })
  const length = (statement: Statement) => statement.content.reduce((sum, span) => sum + span.end - span.start, 0)
  for (const { id, content } of [...statements].reverse().sort((a, b) => length(b) - length(a))) {
    for (const { start, end } of content) for (let at = tokenFrom(resolved.tokens, start); at < byToken.length && resolved.tokens[at]!.start < end; at++) byToken[at] = id
  }
  innermosts.set(statements, { resolved, byToken })
  return byToken
}

function backgroundOf(resolved: Resolved): Background {
  const known = backgrounds.get(resolved)
  if (known !== undefined) return known
  const article = articleOf(resolved)
  const isHearsay = resolved.tokens.map((_, at) => article.quotations[article.quotedIn[at]!]?.kind === 'speech')
  // Also what nobody is named for: "It was reported that …", "according to the latest report".
  for (const { tokens } of draftsOf(article)) for (const each of tokens) isHearsay[each] = true
  const isAttributed = resolved.tokens.map(() => false)
  for (const { content, confidence } of resolved.attributions) {
    if (confidence >= sureEnough) for (const { start, end } of content) (confidence >= surely ? isHearsay : isAttributed).fill(true, start, end)
  }
  const found = { syntax: article.syntax, isHearsay, isAttributed }
  backgrounds.set(resolved, found)
  return found
}

/** Whether the word is in the clause that a verb of saying governs, though nothing else marks it as said. */
function isToldAbove(syntax: Syntax, token: number): boolean {
  const path = [token, ...ancestors(syntax, token)]
  return path.some((child, step) => {
    const head = path[step + 1]
    if (head === undefined || !/^(ccomp|csubj)/u.test(syntax.tokens[child]!.deprel)) return false
    return isVerbOfSaying(syntax, head)
  }) || path.some((each) => dependents(syntax, each, 'parataxis').some((other) => other !== token
    && isVerbOfSaying(syntax, other) && dependents(syntax, other, 'nsubj').length > 0 && dependents(syntax, other, 'ccomp', 'obj').length === 0))
}

function isVerbOfSaying(syntax: Syntax, token: number): boolean {
  const { lemma, upos } = syntax.tokens[token]!
  return upos === 'VERB' && verbSenses.get(lemma.toLowerCase())?.frames.includes('clause') === true
}
