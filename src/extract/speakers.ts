/**
 * Who speaks: from the words for a source to entities.
 * In: an article, the cue, the heads of the source where a rule or the model sees them. Out: entity ids in order –
 * "Macron and Scholz said" → both; "he added" → whoever "he" is; "saying" → the subject of the verb above;
 * "the IMF report said" → the IMF; "it was reported" → nobody.
 */
import type { Entity, Reference } from '../model.js'
import type { Article } from './article.js'
import type { Candidate } from './candidates.js'
import { isPassive } from './candidates.js'
import { documentNouns, verbSenses } from './cues.js'
import type { Syntax } from './syntax.js'
import { ancestors, caseOf, dependents, withConjuncts } from './syntax.js'

export function speakersOf(article: Article, cue: number | undefined, { sources, marked = [] }: Pick<Candidate, 'sources' | 'marked'>): string[] {
  const beside = cue === undefined ? undefined : besideCue(article, cue)
  const shown = sources.length > 0 ? sources : beside !== undefined ? [beside] : marked
  const above = shown.length > 0 || cue === undefined ? shown : subjectsAbove(article, cue)
  const heads = above.length > 0 || cue === undefined ? above : subjectBefore(article, cue)
  const named = voicesOfAll(article, [...fellowsOf(article, heads), ...heads], cue)
  // Where the model marks nobody, "[Russian] Culture Minister …, dismissing it", whoever is the subject of the verb above.
  const found = named.length > 0 || cue === undefined || shown !== marked ? named : voicesOfAll(article, subjectsAbove(article, cue))
  // "Fears of a crash Prime Minister [Lima] warned …": where the tree's subject is nobody, whoever stands right before the verb.
  const before = found.length > 0 || cue === undefined ? [] : voicesOfAll(article, subjectBefore(article, cue))
  // "“He told me …,” said Lima": a pronoun that leads to nobody is not whoever stands near.
  if (before.length > 0 || found.length === 0 && heads.some((each) => /^(?:he|she|they)$/iu.test(article.syntax.tokens[each]!.text))) return before
  // "Per court papers, Weber owed": who stands after the words did not say so.
  const isPrepositional = cue !== undefined && article.syntax.tokens[cue]!.upos === 'ADP'
  const nearest = found.length > 0 || cue === undefined || isPrepositional ? undefined : besideVerb(article, cue, heads)
  return nearest === undefined || heads.includes(nearest) || !isFreeName(article, nearest) ? found : voicesOfAll(article, [nearest])
}

/** "President [Lima] and Chancellor Okoro said": the other name that opens the sentence, where the tree does not join the two. */
function fellowsOf(article: Article, [head, ...others]: readonly number[]): number[] {
  const { resolved, syntax } = article
  const own = head === undefined ? undefined : resolved.references.find((each) => each.head === head && each.form === 'name')
  if (own === undefined || others.length > 0 || syntax.tokens[own.head]!.deprel === 'conj') return []
  const { start } = resolved.sentences[syntax.tokens[own.head]!.sentence]!
  const before = syntax.tokens.slice(start, own.start)
  const and = before.findLastIndex(({ text }) => /^and$/iu.test(text))
  if (and < 0 || !before.every(({ upos }, index) => index === and || /^(NOUN|PROPN|ADJ|DET)$/u.test(upos))) return []
  const fellow = resolved.references.find((each) => each.form === 'name' && each.start >= start && each.end === start + and)
  const isPerson = (reference: Reference | undefined) => reference !== undefined && entityOf(resolved, reference)?.kind === 'person'
  return fellow !== undefined && isPerson(fellow) && isPerson(own) ? [fellow.head] : []
}

/** Whoever stands right before a cue, or right before the verb above that it shares its subject with. */
function besideVerb(article: Article, cue: number, subjects: readonly number[]): number | undefined {
  const { tokens } = article.syntax
  const verb = ancestors(article.syntax, cue).find((each) => subjects.some((subject) => tokens[subject]!.head === each && tokens[subject]!.deprel.startsWith('nsubj')))
  const above = verb ?? ancestors(article.syntax, cue).find((each) => tokens[each]!.upos === 'VERB')
  return besideCue(article, cue) ?? (above === undefined ? undefined : besideCue(article, above))
}

const voicesOfAll = (article: Article, heads: readonly number[], cue = -1): string[] =>
  // "Timmermans said Ankara and Brussels had to act": who stands behind the cue does not speak with who stands before it.
  [...new Set(heads.flatMap((head) => withConjuncts(article.syntax, head).filter((each) => cue < 0 || head < cue === each < cue)).flatMap((head) => voicesOf(article, head, 0)))]

/** Whether a name is no part of another phrase: "the mother of [Lima]", "a man who knew [Lima]" are others than Lima. */
function isFreeName({ resolved, syntax }: Article, head: number): boolean {
  const name = resolved.references.find((each) => each.head === head && each.form === 'name')
  if (name === undefined) return false
  let first = name.start
  while (first > 0 && /^(ADJ|PROPN|NOUN)$/u.test(syntax.tokens[first - 1]!.upos) && /^\p{Lu}/u.test(syntax.tokens[first - 1]!.text)) first--
  const before = syntax.tokens[first - 1]
  return before === undefined || before.sentence !== syntax.tokens[head]!.sentence || /^(NOUN|PROPN|ADJ|PUNCT)$/u.test(before.upos)
}

/** Whoever is referred to right before a verb in the past or present: "… officials, [Donald Trump] also said". */
export function besideCue({ resolved, syntax }: Article, cue: number): number | undefined {
  let last = cue - 1
  while (last >= 0 && /^(ADV|AUX)$/u.test(syntax.tokens[last]!.upos)) last--
  const helpers = syntax.tokens.slice(last + 1, cue)
  const isPerfect = syntax.tokens[cue]!.xpos === 'VBN' && helpers.some(({ text }) => /^(has|have|had|’ve|'ve)$/iu.test(text)) && !helpers.some(({ text }) => /^been$/iu.test(text))
  if ((!isPerfect && !/^(VBD|VBZ|VBP)$/u.test(syntax.tokens[cue]!.xpos)) || /^according$/iu.test(syntax.tokens[cue]!.text)) return undefined
  // "Matteo Renzi, a former mayor of Florence, said", but not "He met Renzi, said the mayor".
  // Nor "Okoro, Lima's lawyer, said it was over": what has a verb of its own is no speaker.
  const isInverted = resolved.references.some(({ start, head }) => start > cue && start <= cue + 3 && !(syntax.tokens[head]!.deprel.startsWith('nsubj') && syntax.tokens[head]!.head > cue))
  if (syntax.tokens[last]?.text === ',' && !isInverted) last--
  const found = resolved.references.filter(({ end, form }) => end === last + 1 && form !== 'adjective')
  return found.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.head
}

/** "[Putin] becomes dismissive, claiming …": the last subject before a participle, where the tree does not join the two. */
function subjectBefore({ resolved, syntax }: Article, cue: number): number[] {
  const { xpos, sentence, text } = syntax.tokens[cue]!
  if (xpos !== 'VBG' || /^according$/iu.test(text) || syntax.tokens[cue - 1]?.text !== ',') return []
  const found = resolved.references.findLast(({ head, form }) => head < cue && form !== 'adjective'
    && syntax.tokens[head]!.sentence === sentence && syntax.tokens[head]!.deprel.startsWith('nsubj'))
  return found === undefined ? [] : [found.head]
}

/** The subject that a verb has, or shares with the verb it hangs on: "[He] resigned, saying …", "[She] came and said". */
export function subjectsAbove({ syntax }: Article, cue: number): number[] {
  for (const above of [cue, ...ancestors(syntax, cue)]) {
    const subjects = dependents(syntax, above, 'nsubj')
    const controller = controllerOf(syntax, above, cue)
    if (controller !== undefined) return [controller]
    // "The firm was accused": its subject did not accuse; "he was arrested, shouting …": he did shout.
    if (above === cue && isPassive(syntax, cue)) return dependents(syntax, above, 'obl').filter((each) => /^by\b/u.test(caseOf(syntax, each)))
    if (subjects.length > 0) return [likeliest(syntax, subjects, above)]
    const { deprel, head } = syntax.tokens[above]!
    if (head < 0) break
    // "a statement saying …", "a man saying …": the noun itself, which may lead on to who issued it.
    if (/^acl/u.test(deprel)) return [subjectOfWhose(syntax, head, above) ?? head]
    if (!/^(conj|advcl|xcomp|parataxis|ccomp|obl|dep)/u.test(deprel)) break
  }
  return []
}

/** "the society, whose director, [Tom Reed], said": the name in apposition to what is owned, or that. */
function subjectOfWhose({ tokens }: Syntax, noun: number, verb: number): number | undefined {
  const whose = [1, 2].map((step) => noun + step).find((each) => /^whose$/iu.test(tokens[each]?.text ?? ''))
  if (whose === undefined || whose > verb) return undefined
  const last = tokens.slice(whose, verb).findLastIndex(({ upos }) => upos === 'PROPN' || upos === 'NOUN')
  let at = whose + last
  while (/^(flat|compound)/u.test(tokens[at]!.deprel) && tokens[at]!.head > whose && tokens[at]!.head < at && tokens[tokens[at]!.head]!.upos === 'PROPN') at = tokens[at]!.head
  return last < 0 ? undefined : at
}

/** Verbs whose object is to do what the infinitive after it says. */
const controlling = /^(?:advise|allow|ask|cause|challenge|command|direct|enable|encourage|expect|force|get|help|instruct|invite|lead|order|permit|persuade|press|push|require|tell|urge|want|warn)$/iu

/** "They expect [Okoro] to step in by calling out …": who acts after an infinitive is the object of the verb above it. */
function controllerOf(syntax: Syntax, verb: number, cue: number): number | undefined {
  if (verb === cue || !controlling.test(syntax.tokens[verb]!.lemma)) return undefined
  const object = dependents(syntax, verb, 'obj', 'iobj').find((each) => each > verb && each < cue)
  const infinitive = dependents(syntax, verb, 'xcomp', 'ccomp').find((each) => object !== undefined && each > object && each <= cue
    && dependents(syntax, each, 'mark').some((mark) => syntax.tokens[mark]!.text.toLowerCase() === 'to'))
  // "He asked Okoro to go[,] saying …": what is set off belongs to the one who asks.
  if (infinitive === undefined || syntax.tokens.slice(infinitive, cue).some(({ text }) => text === ',')) return undefined
  return syntax.tokens[cue]!.xpos === 'VBG' && dependents(syntax, cue, 'mark').length === 0 ? undefined : object
}

/** Of several subjects the first, unless another verb of saying stands between: then it belongs to that one. */
export function likeliest(syntax: Syntax, subjects: readonly number[], verb: number): number {
  const adjacent = subjects.find((each) => each < verb && syntax.tokens.slice(each + 1, verb).every(({ upos }) => /^(ADV|AUX|PART)$/u.test(upos)))
  if (adjacent !== undefined) return adjacent
  const isFree = (subject: number) => !syntax.tokens.slice(subject + 1, verb).some(({ upos, xpos, lemma }) =>
    upos === 'VERB' && /^(VBD|VBZ|VBP)$/u.test(xpos) && verbSenses.has(lemma.toLowerCase()))
  const nearest = subjects.reduce((best, each) => Math.abs(each - verb) < Math.abs(best - verb) ? each : best)
  const free = subjects.filter((each) => each < verb && isFree(each))
  // "news agency Xinhua said", taken for two subjects: the name is.
  return free.find((each, index) => free[index + 1] === undefined || syntax.tokens.slice(each, free[index + 1]).some(({ text }) => text === ',')) ?? nearest
}

/** The entities whose voice a noun or pronoun is. */
function voicesOf(article: Article, head: number, depth: number): string[] {
  const { syntax } = article
  const token = syntax.tokens[head]
  // Outside quotations the reporter says "I"; inside, the statement around is the speaker's already. "US" is no pronoun.
  if (token === undefined || depth > 4 || /^(?:[Ii]|[Ww]e|[Yy]ou|[Mm]e|[Uu]s)$/u.test(token.text)) return []
  // "One of the two, [Potepkin], said"
  if (/^one$/iu.test(token.text)) return nearbyName(article, head)
  if (isRelative(article, head)) {
    const meant = article.resolved.references.find((each) => each.head === head && each.form === 'pronoun')
    if (meant !== undefined && /^who$/iu.test(token.text)) return [meant.entity]
    const clause = ancestors(syntax, head).find((each) => syntax.tokens[each]!.deprel.startsWith('acl:relcl'))
    return clause === undefined ? [] : voicesOf(article, oneOf(syntax, syntax.tokens[clause]!.head), depth + 1)
  }
  const entity = entityAt(article, head)
  // A source is a person where somebody was found in it: "a source close to the ministry".
  const isSomebody = /^sources?$/iu.test(token.text) && (entity?.kind === 'person' || entity?.kind === 'group')
  if (!isSomebody && documentNouns.has(token.lemma.toLowerCase()) && (entity === undefined || isWork(entity) || entity.isUnnamed)) {
    return authorsOf(article, head, entity, depth)
  }
  if (entity === undefined) return nearbyName(article, head)
  return isWork(entity) ? authorsOf(article, head, entity, depth) : [entity.id]
}

/** "[One] of the participants, who said": he who said it is the one. */
function oneOf(syntax: Syntax, noun: number): number {
  const above = syntax.tokens[noun]?.head ?? -1
  return above >= 0 && /^one$/iu.test(syntax.tokens[above]!.text) && caseOf(syntax, noun) === 'of' ? above : noun
}

const isWork = (entity: Entity): boolean => entity.kind === 'work'

function isRelative({ syntax }: Article, head: number): boolean {
  const { text, xpos, upos } = syntax.tokens[head]!
  return /^(who|which|that|whom)$/iu.test(text) && (/^W/u.test(xpos) || upos === 'PRON')
}

/** The entity that a word is the head of, by its largest reference; never an adjective's ("Russian"). */
export function entityAt({ resolved }: Article, head: number): Entity | undefined {
  const references = resolved.references.filter((each) => each.head === head && each.form !== 'adjective')
  const best = references.sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  return best === undefined ? undefined : entityOf(resolved, best)
}

function entityOf(resolved: Article['resolved'], reference: Reference): Entity | undefined {
  return resolved.entities.find(({ id }) => id === reference.entity)
}

/** Who stands behind a document: "[the IMF] report", "[her] letter", "a report in [Der Spiegel]", its publisher. */
function authorsOf(article: Article, head: number, entity: Entity | undefined, depth: number): string[] {
  const { syntax } = article
  const near = [
    ...dependents(syntax, head, 'nmod:poss'),
    ...dependents(syntax, head, 'nmod', 'obl').filter((each) => /^(by|from|in|of|on)$/u.test(caseOf(syntax, each))),
    ...dependents(syntax, head, 'acl').flatMap((each) => dependents(syntax, each, 'obl')).filter((each) => /^(by|in)$/u.test(caseOf(syntax, each))),
    ...dependents(syntax, head, 'compound', 'amod', 'appos', 'nmod:desc'),
  ]
  for (const each of near) {
    const found = entityAt(article, each) ?? dependents(syntax, each, 'appos', 'flat').flatMap((name) => entityAt(article, name) ?? [])[0]
    if (found !== undefined && !isWork(found) && found.kind !== 'place') return [found.id]
    if (found?.kind === 'place' && syntax.tokens[each]!.deprel === 'nmod:poss') return [found.id]
    if (found !== undefined && isWork(found) && found.publisher !== undefined) return [found.publisher]
  }
  if (entity?.publisher !== undefined) return [entity.publisher]
  const owner = ownerBefore(article, head) ?? authorAfter(article, head)
  if (owner !== undefined) return [owner]
  // "The club released a statement saying …": the subject of the verb that issues it.
  const { deprel, head: verb } = syntax.tokens[head]!
  const isIssued = verb >= 0 && /^obj/u.test(deprel) && issuing.test(syntax.tokens[verb]!.lemma)
  return isIssued ? dependents(syntax, verb, 'nsubj').flatMap((each) => voicesOf(article, each, depth + 1)) : []
}

/** "[Ivana Trump]'s legal brief": by the order of words. */
function ownerBefore({ resolved, syntax }: Article, head: number): string | undefined {
  let at = head - 1
  while (at > 0 && /^(ADJ|NOUN)$/u.test(syntax.tokens[at]!.upos)) at--
  if (!/^['’]s?$/u.test(syntax.tokens[at]?.text ?? '')) return undefined
  return resolved.references.find(({ end, form }) => (end === at || end === at + 1) && form !== 'adjective')?.entity
}

/** "a report in the magazine [Der Spiegel]": by the order of words. */
function authorAfter({ resolved, syntax }: Article, head: number): string | undefined {
  const at = [1, 2].map((step) => head + step).find((each) => /^(in|by|from)$/iu.test(syntax.tokens[each]?.text ?? ''))
  if (at === undefined) return undefined
  const found = resolved.references.find(({ start, form }) => start > at && start <= at + 3 && form !== 'adjective')
  const entity = found === undefined ? undefined : entityOf(resolved, found)
  return entity?.kind === 'outlet' || entity?.kind === 'person' || entity?.kind === 'organization' ? entity.id : undefined
}

const issuing = /^(?:issue|release|publish|send|post|write|make|give|file|submit|deliver|sign|circulate|air|broadcast|put|tweet|record|distribute|draft|compose|share|read)$/iu

/** "lawyer David Schulz": where the head names nobody, a name in apposition or beside it does. */
function nearbyName(article: Article, head: number): string[] {
  const parts = [
    ...dependents(article.syntax, head, 'appos', 'flat', 'nmod:desc'),
    // "the trade confederation [CCOO]"
    ...dependents(article.syntax, head, 'compound').filter((each) => each > head),
  ]
  const beside = parts.flatMap((each) => entityAt(article, each) ?? []).find(({ kind }) => kind === 'person' || kind === 'organization' || kind === 'outlet')
  if (beside !== undefined) return [beside.id]
  const covering = article.resolved.references
    .filter((each) => each.start <= head && head < each.end && each.form !== 'adjective')
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  const entity = covering === undefined ? undefined : entityOf(article.resolved, covering)
  return entity === undefined || isWork(entity) ? [] : [entity.id]
}
