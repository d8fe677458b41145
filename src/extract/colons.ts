/**
 * Who speaks after a colon, where no verb of saying stands before it.
 * In: an article and speech in quotation marks. Out: an entity – "Mayor [Elena Brandt]: “…”", "Asked why, [Brandt]: “…”",
 * "[Brandt] was blunt: “…”", "[Brandt] had a warning: “…”", "The message from [Brandt] was clear: “…”", "[Brandt]'s answer: “…”".
 * Not handled: what somebody reads, finds or hears before the colon ("Brandt read the note: “…”"), which are another's words.
 */
import type { Reference } from '../model.js'
import type { Article, Chain } from './article.js'
import { range } from './candidates.js'
import { nounSenses } from './cues.js'
import { caseOf, dependents } from './syntax.js'
import { words } from './word-lists.js'

/** Further nouns for what somebody says. */
const sayings = words('response reply answer reaction verdict explanation motto line slogan reasoning theory excuse retort phrase mantra pitch summary defence defense rationale conclusion prayer wish')
/** "[had] a word", "[gave] a warning". */
const bearing = words('have give offer issue send deliver provide leave use post')
/** "[went] further", "[did] not mince words", "[took] the microphone". */
const leading = words('be go do take mince hold')

export function voiceBeforeColon(article: Article, chain: Chain): string | undefined {
  const { tokens } = article.resolved
  const first = tokens.findIndex(({ start }) => start >= chain.quotations[0].outer.start)
  if (tokens[first - 1]?.text !== ':') return undefined
  let start = first - 2
  while (start > 0 && blockOf(article, start - 1) === blockOf(article, start) && !/^[.!?]$/u.test(tokens[start - 1]!.text) && article.quotedIn[start - 1] === -1) start--
  return labelOf(article, start, first - 1) ?? holderOf(article, start, first - 1) ?? subjectOf(article, start, first - 1)
}

export const blockOf = ({ resolved: { sentences, tokens } }: Article, token: number): number => sentences[tokens[token]!.sentence]!.block

/** Whoever is named right before a colon, in words without a verb of their own: "Asked why, Mayor [Elena Brandt]", "[Brandt], the mayor". */
function labelOf({ resolved }: Article, start: number, colon: number): string | undefined {
  const { tokens, references } = resolved
  const speaker = references.filter(({ end, form }) => end === colon && form !== 'adjective' && form !== 'pronoun').sort((a, b) => a.start - b.start)[0]
  // "Asked whether she would run, Senator [Ida Blum]": only what stands after the last comma leads up to the words.
  const isAsked = /^VB[DN]$/u.test(tokens[start]!.xpos) && /^\p{Lu}/u.test(tokens[start]!.text)
  const from = isAsked ? range(start, colon).findLast((each) => tokens[each]!.text === ',') ?? colon : start
  const hasVerb = range(from, colon).some((each) => isFinite(tokens[each]!.xpos))
  return speaker !== undefined && !hasVerb && canSpeak(resolved, speaker) ? speaker.entity : undefined
}

const isFinite = (xpos: string): boolean => /^(VBD|VBZ|VBP|MD)$/u.test(xpos)

/** "The message from [Brandt] was clear", "[Her] answer": whose saying the subject, or the noun that stands alone, is. */
function holderOf(article: Article, start: number, colon: number): string | undefined {
  const { resolved, syntax } = article
  const noun = range(start, colon).find((each) => syntax.tokens[each]!.upos === 'NOUN' && isSaying(syntax.tokens[each]!.lemma)
    && (/^nsubj/u.test(syntax.tokens[each]!.deprel) || !range(start, colon).some((at) => isFinite(syntax.tokens[at]!.xpos))))
  if (noun === undefined) return undefined
  const holders = [...dependents(syntax, noun, 'nmod:poss'), ...dependents(syntax, noun, 'nmod').filter((each) => /^(from|of|by)$/u.test(caseOf(syntax, each)))]
  return holders.flatMap((each) => speakerAt(resolved, each) ?? [])[0]
}

const isSaying = (lemma: string): boolean => nounSenses.has(lemma.toLowerCase()) || sayings.has(lemma.toLowerCase())

/** "[Brandt] was blunt", "[Brandt] had one word for it": the subject of what only leads up to the words. */
function subjectOf({ resolved, syntax }: Article, start: number, colon: number): string | undefined {
  const root = range(start, colon).find((each) => syntax.tokens[each]!.head < start || syntax.tokens[each]!.head >= colon)
  const subject = root === undefined ? undefined : dependents(syntax, root, 'nsubj').find((each) => each >= start && each < root)
  if (root === undefined || subject === undefined) return undefined
  const { upos, lemma } = syntax.tokens[root]!
  const isBlunt = upos === 'ADJ' && dependents(syntax, root, 'cop').length > 0
  const isBearing = upos === 'VERB' && bearing.has(lemma.toLowerCase()) && dependents(syntax, root, 'obj').some((each) => isSaying(syntax.tokens[each]!.lemma))
  const isLeading = upos === 'VERB' && leading.has(lemma.toLowerCase()) && dependents(syntax, root, 'obj').every((each) => isSaying(syntax.tokens[each]!.lemma) || /^(?:microphone|floor|podium|stand)$/iu.test(syntax.tokens[each]!.lemma))
  return isBlunt || isBearing || isLeading ? speakerAt(resolved, subject) : undefined
}

function speakerAt(resolved: Article['resolved'], head: number): string | undefined {
  const found = resolved.references.filter((each) => each.head === head && each.form !== 'adjective').sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  return found !== undefined && canSpeak(resolved, found) ? found.entity : undefined
}

const canSpeak = ({ entities }: Article['resolved'], { entity }: Reference): boolean =>
  entities.some(({ id, kind }) => id === entity && /^(person|organization|outlet|group)$/u.test(kind))
