/**
 * Statements that the dependency tree shows: a verb of saying with its subject and complement.
 * In: an article. Out: candidates – "[Lavrov] [said] [the talks had failed]", "[DPA] quoted [the envoy] as [saying] …",
 * "[She] [accused] [rebels of lying]". The speaker is looked up in speakers.ts. Phrases without a verb of saying
 * ("according to", "his claim that") are in phrases.ts; quotations far from their cue in quoting.ts.
 */
import type { Article, Candidate, Cue, StatementRule } from './candidates.js'
import { below, isPassive, verbCueAt } from './candidates.js'
import { saidNouns } from './cues.js'
import { caseOf, dependents } from './syntax.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

/** Runs a finder over every verb of saying. */
const eachCue = (find: (article: Article, cue: Cue) => Proposal | undefined) => (article: Article): Proposal[] =>
  article.syntax.tokens.flatMap((_, head) => {
    const cue = verbCueAt(article, head)
    const proposal = cue === undefined ? undefined : find(article, cue)
    return proposal === undefined || proposal.content.length === 0 ? [] : [proposal]
  })

const takes = ({ sense }: Cue, ...frames: Cue['sense']['frames'][number][]): boolean => frames.some((frame) => sense.frames.includes(frame))

/** Who acts: subjects of the verb's own, or the agent of a passive; those shared with another verb are found in speakers.ts. */
function actors({ syntax }: Article, head: number): number[] {
  const subjects = dependents(syntax, head, 'nsubj')
  if (!isPassive(syntax, head)) return subjects.filter((each) => syntax.tokens[each]!.deprel !== 'nsubj:pass')
  return dependents(syntax, head, 'obl').filter((each) => /^by\b/u.test(caseOf(syntax, each)))
}


/** "It was reported that …": nobody says it. */
const isUnsourced = (article: Article, head: number): boolean => isPassive(article.syntax, head) && actors(article, head).length === 0

/** Whether a word stands in a quotation that its cue does not stand in. */
function isQuoted({ quotations, resolved }: Article, cue: Cue, token: number): boolean {
  const [{ start }, said] = [resolved.tokens[token]!, resolved.tokens[cue.head]!]
  return quotations.some((each) => each.kind !== 'title' && each.start <= start && start < each.end && !(each.start <= said.start && said.start < each.end))
}

const clause: StatementRule = {
  name: 'clause-of-saying',
  confidence: 0.9,
  matches: [
    'The minister said that the bridge was safe.',
    'The bridge is safe, the minister said on Monday.',
    'The mayor told reporters the fire was under control.',
    'Police confirmed that two men had been arrested, adding that a third was on the run.',
    'Drivers were told by police that the bridge was closed.',
  ],
  misses: ['The minister did not say whether the bridge was safe.', 'The bridge that he crossed was safe.', 'It was said that the bridge was safe.'],
  find: eachCue((article, cue) => {
    if (!takes(cue, 'clause', 'quotation') || isUnsourced(article, cue.head)) return undefined
    const { syntax } = article
    const clauses = dependents(syntax, cue.head, 'ccomp').filter((each) =>
      takes(cue, 'clause') || isQuoted(article, cue, each) || dependents(syntax, each, 'mark').some((mark) => syntax.tokens[mark]!.text.toLowerCase() === 'that'))
    if (clauses.length === 0) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, clauses) }
  }),
}

const parenthesis: StatementRule = {
  name: 'parenthetic-cue',
  confidence: 0.88,
  matches: ['The bridge, the minister said, is safe.', '“We are ready,” the captain said, “and we will win.”'],
  misses: ['The bridge is safe; the minister left.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    const { deprel, head } = syntax.tokens[cue.head]!
    if (head < 0 || !/^(parataxis|discourse)/u.test(deprel) || !takes(cue, 'clause', 'quotation') || isUnsourced(article, cue.head)) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'obj').length > 0 || actors(article, cue.head).length === 0) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, [head], [cue.head]) }
  }),
}

const colon: StatementRule = {
  name: 'quoted-complement',
  confidence: 0.85,
  matches: ['The captain said: “We are ready for them.”', 'The owner answered “no comment” twice.'],
  misses: ['The captain said goodbye.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    if (!takes(cue, 'clause', 'quotation') || takes(cue, 'object', 'infinitive')) return undefined
    if (isUnsourced(article, cue.head) || dependents(syntax, cue.head, 'ccomp').length > 0) return undefined
    const quoted = dependents(syntax, cue.head, 'parataxis', 'obj', 'xcomp', 'appos', 'dep', 'obl').filter((each) => each > cue.head && isQuoted(article, cue, each))
    if (dependents(syntax, cue.head, 'xcomp').some((each) => !quoted.includes(each))) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, quoted).filter((each) => isQuoted(article, cue, each)) }
  }),
}

const complement: StatementRule = {
  name: 'whole-complement',
  confidence: 0.8,
  matches: [
    'Officials accused the company of hiding the leak.',
    'The union called for higher wages.',
    'The bishop urged both sides to lay down their arms.',
    'The bank denied the allegations on Friday.',
    'The company was accused by officials of hiding the leak.',
  ],
  misses: ['The company was accused of hiding the leak.', 'The union refused to call for higher wages.', 'The union will demand higher wages.'],
  find: eachCue((article, cue) => {
    const isAsking = takes(cue, 'clause') && /^(ask|urge|order|demand|advise|warn)$/u.test(cue.sense.act)
    if ((!takes(cue, 'object') && !isAsking) || isUnsourced(article, cue.head)) return undefined
    const { syntax } = article
    const objects = dependents(syntax, cue.head, 'obj', 'iobj', 'xcomp', 'ccomp', 'nsubj:pass').filter((each) => each > cue.head || syntax.tokens[each]!.deprel === 'nsubj:pass')
    const added = dependents(syntax, cue.head, 'obl', 'advcl').filter((each) => each > cue.head && isPartOfComplement(article, each, cue))
    if (isAsking && !takes(cue, 'object') && ![...objects, ...added].some((each) => /^(xcomp|advcl|ccomp)/u.test(syntax.tokens[each]!.deprel))) return undefined
    if (objects.length === 0 && cue.span.end === cue.head + 1 && !added.some((each) => /^advcl/u.test(syntax.tokens[each]!.deprel))) return undefined
    return { cue, sources: actors(article, cue.head), content: withoutParticle(cue, withoutAsides(article, cue, [...objects, ...added])) }
  }),
}

/** The preposition of "call for" belongs to the cue, not to what is called for. */
const withoutParticle = (cue: Cue, content: readonly number[]): number[] => content.filter((each) => each >= cue.span.end || each < cue.span.start)

/** "blamed the crash [on pilots]" and "accused him [of lying]", but not "criticised him [on Monday] [in a speech]". */
function isPartOfComplement({ resolved, syntax }: Article, token: number, cue: Cue): boolean {
  const { deprel } = syntax.tokens[token]!
  if (resolved.times.some(({ tokens }) => tokens.start <= token && token < tokens.end)) return false
  const markers = dependents(syntax, token, 'case', 'mark').map((each) => syntax.tokens[each]!)
  const marker = markers.map(({ text }) => text.toLowerCase()).join(' ')
  if (markers.some((_, index) => dependents(syntax, token, 'case', 'mark')[index]! < cue.span.end)) return true
  if (deprel.startsWith('advcl')) return /^(of|for|to|from|as|with|against|by)\b/u.test(marker)
  if (/^(in|at|during|after|before|by|via|through|until|since|within|amid|following)\b/u.test(marker)) return false
  if (/^(on|with)\b/u.test(marker)) return !/^(urge|order|ask)$/u.test(cue.sense.act)
  // "confirmed [to Radio Vitosha] the losses": whom it was said to is no part of what was said.
  if (marker === 'to' && /^(confirm|admit|deny|propose|promise|report|predict|advise|say)$/u.test(cue.sense.act)) return false
  return /^(of|for|to|from|as|against|about|over|into|towards?|regarding)\b/u.test(marker)
}

const label: StatementRule = {
  name: 'what-it-is-called',
  confidence: 0.8,
  matches: ['The coach called the decision a disgrace.', 'Critics described the plan as reckless.'],
  misses: ['The coach called his wife.', 'The ship is called Hope.'],
  find: eachCue((article, cue) => {
    if (!takes(cue, 'label', 'claim') || isUnsourced(article, cue.head)) return undefined
    const { syntax } = article
    const objects = dependents(syntax, cue.head, 'obj', 'iobj').filter((each) => each > cue.head)
    const names = dependents(syntax, cue.head, 'xcomp', 'obl', 'advcl', 'ccomp').filter((each) => each > cue.head
      && (/^(xcomp|ccomp)/u.test(syntax.tokens[each]!.deprel) || /^(as|to|with)\b/u.test(markerOf(article, each))))
    const isSaid = objects.some((each) => isQuoted(article, cue, each) || (saidNouns.has(syntax.tokens[each]!.lemma.toLowerCase())
      && (accusations.test(syntax.tokens[each]!.lemma) || dependents(syntax, each, 'acl', 'ccomp', 'nmod').length > 0)))
    if (names.length === 0 ? !takes(cue, 'claim') || !isSaid : objects.length === 0 && !takes(cue, 'claim')) return undefined
    return { cue, sources: actors(article, cue.head), content: withoutAsides(article, cue, [...objects, ...names]) }
  }),
}

/** What can be rejected without repeating it: "rejected the allegations". */
const accusations = /^(accusation|allegation|charge|claim|criticism|report|rumou?r|speculation|suggestion)$/iu

const markerOf = ({ syntax }: Article, token: number): string =>
  dependents(syntax, token, 'case', 'mark').map((each) => syntax.tokens[each]!.text.toLowerCase()).join(' ')

/** "an explosion that the mayor described as an act of terror", "whom officials compared with a dictator". */
const relativeLabel: StatementRule = {
  name: 'what-something-was-called',
  confidence: 0.8,
  matches: ['They crossed a bridge that engineers described as unsafe.'],
  misses: ['They crossed a bridge that engineers had built.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    if (!takes(cue, 'label') || !syntax.tokens[cue.head]!.deprel.startsWith('acl:relcl') || isUnsourced(article, cue.head)) return undefined
    const names = dependents(syntax, cue.head, 'xcomp', 'obl', 'advcl').filter((each) => each > cue.head
      && (syntax.tokens[each]!.deprel === 'xcomp' || /^(as|to|with)\b/u.test(markerOf(article, each))))
    return { cue, sources: actors(article, cue.head), content: withoutAsides(article, cue, names) }
  }),
}

const infinitive: StatementRule = {
  name: 'infinitive-of-saying',
  confidence: 0.8,
  matches: ['The president vowed to rebuild the town.', 'The group threatened to kill the hostages.'],
  misses: ['The president hopes to rebuild the town.', 'The president tried to rebuild the town.'],
  find: eachCue((article, cue) => {
    if (!takes(cue, 'infinitive') || isUnsourced(article, cue.head)) return undefined
    const { syntax } = article
    const infinitives = dependents(syntax, cue.head, 'xcomp').filter((each) => each > cue.head)
    const quoted = dependents(syntax, cue.head, 'obl', 'advmod').filter((each) => each > cue.head && isQuoted(article, cue, each))
    const clauses = infinitives.length === 0 ? [] : [...quoted, ...infinitives]
    // "agreed to meet" is a deed as much as a word: what was agreed is a statement only if words of it are quoted.
    if (cue.sense.act === 'agree' && !below(syntax, clauses).some((each) => isQuoted(article, cue, each))) return undefined
    return clauses.length === 0 ? undefined : { cue, sources: actors(article, cue.head), content: below(syntax, clauses) }
  }),
}

const quotedAs: StatementRule = {
  name: 'quoted-as-saying',
  confidence: 0.85,
  matches: [
    'The daily Kurier quoted the envoy as saying that the border would stay shut.',
    'The envoy was quoted as saying that the border would stay shut.',
    'The border would stay shut, the daily Kurier quoted the envoy as saying.',
  ],
  misses: ['The daily Kurier quoted the envoy.'],
  find: (article) => article.syntax.tokens.flatMap((token, head) => {
    if (token.upos !== 'VERB' || !/^(quote|cite|paraphrase)$/iu.test(token.lemma)) return []
    const { syntax } = article
    const cueHead = dependents(syntax, head, 'advcl', 'obl', 'xcomp', 'ccomp').find((each) => verbCueAt(article, each) !== undefined && markerOf(article, each) === 'as')
    const cue = cueHead === undefined ? undefined : verbCueAt(article, cueHead)
    if (cue === undefined || cueHead === undefined) return []
    const passive = dependents(syntax, head, 'nsubj:pass')
    const sources = passive.length > 0 ? passive : dependents(syntax, head, 'obj', 'iobj')
    const carrier = passive.length > 0
      ? dependents(syntax, head, 'obl').find((each) => /^(by|in)$/u.test(caseOf(syntax, each)))
      : dependents(syntax, head, 'nsubj')[0]
    const own = dependents(syntax, cueHead, 'ccomp', 'parataxis', 'obj')
    const fronted = dependents(syntax, head, 'ccomp')
    const above = token.deprel.startsWith('parataxis') && token.head >= 0 ? below(syntax, [token.head], [head]) : []
    const content = own.length > 0 ? below(syntax, own) : fronted.length > 0 ? below(syntax, fronted, [cueHead]) : above.length > 0 ? above : beforeClause(article, head)
    return content.length === 0 ? [] : [{ cue, sources, content, ...(carrier === undefined ? {} : { carrier }) }]
  }),
}

/** All of a sentence before the clause of a verb at its end, if a comma parts the two: "[It is safe], the mayor said." */
function beforeClause({ resolved, syntax }: Article, verb: number): number[] {
  const sentence = resolved.sentences[syntax.tokens[verb]!.sentence]!
  const subject = dependents(syntax, verb, 'nsubj').find((each) => each < verb)
  const start = subject === undefined ? verb : Math.min(...below(syntax, [subject]).filter((each) => each < verb))
  // Words between the comma and the subject that belong to it: "…, news agency DPA quoted".
  const before = [0, 1, 2, 3, 4].map((step) => start - step).find((each) => /^[,”"?!]$/u.test(syntax.tokens[each - 1]?.text ?? ''))
  if (before === undefined || before - sentence.start < 4) return []
  const content = Array.from({ length: before - 1 - sentence.start }, (_, step) => sentence.start + step)
  return content.some((each) => /^(VERB|AUX)$/u.test(syntax.tokens[each]!.upos)) && !content.includes(verb) ? content : []
}

/** The tree may take what was said for a sentence of its own, or the verb of saying for a part of it. */
const atTheEnd: StatementRule = {
  name: 'cue-at-the-end',
  confidence: 0.7,
  matches: ['Two men were hurt in the crash, police said.', 'The bridge had been closed for a year, the mayor added on Friday.'],
  misses: ['When the bridge fell, the mayor said nothing.'],
  find: eachCue((article, cue) => {
    const { syntax, resolved } = article
    if (!takes(cue, 'clause') || isPassive(syntax, cue.head) || actors(article, cue.head).length === 0) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'xcomp', 'obj', 'advcl').some((each) => each > cue.head)) return undefined
    const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
    const after = Array.from({ length: sentence.end - cue.head - 1 }, (_, step) => cue.head + 1 + step)
    if (after.length > 12 || after.some((each) => /^(VERB|AUX|SCONJ)$/u.test(syntax.tokens[each]!.upos))) return undefined
    return { cue, sources: actors(article, cue.head), content: beforeClause(article, cue.head) }
  }),
}

/** A clause right after a verb of saying, which the tree hangs on something else. */
const rightAfter: StatementRule = {
  name: 'clause-right-after',
  confidence: 0.65,
  matches: ['The mayor said that the bridge would be closed for repairs.', 'Officials say they have not found the pilot.'],
  misses: ['The mayor said no.', 'The mayor said on Monday in the town hall.'],
  find: eachCue((article, cue) => {
    const { syntax, resolved } = article
    const isPlain = /^(say|add|note|argue|claim|insist|contend|explain|announce|assert|stress|state|reveal|suggest)$/iu.test(syntax.tokens[cue.head]!.lemma)
    if (!isPlain || isPassive(syntax, cue.head) || actors(article, cue.head).length === 0) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'parataxis').length > 0 || syntax.tokens[cue.head]!.deprel.startsWith('parataxis')) return undefined
    const sentence = resolved.sentences[syntax.tokens[cue.head]!.sentence]!
    const after = Array.from({ length: sentence.end - cue.span.end }, (_, step) => cue.span.end + step)
    if (/^[,.;:“"]/u.test(syntax.tokens[cue.span.end]?.text ?? '.') || after.some((each) => article.quotedIn[each] !== -1 && article.quotations[article.quotedIn[each]!]!.kind === 'speech')) return undefined
    const that = after.slice(0, 8).findIndex((each) => /^that$/iu.test(syntax.tokens[each]!.text))
    const content = that >= 0 ? after.slice(that + 1) : after
    const isStart = that >= 0 || /^(DET|PRON|PROPN|NOUN|NUM)$/u.test(syntax.tokens[after[0]!]!.upos)
    return isStart && !/^tell$/iu.test(syntax.tokens[cue.head]!.lemma) && isFinite(article, content) ? { cue, sources: actors(article, cue.head), content } : undefined
  }),
}

/** Whether some words hold a finite verb with a subject. */
function isFinite({ syntax }: Article, words: readonly number[]): boolean {
  return words.some((each) => /^(VBD|VBZ|VBP|MD)$/u.test(syntax.tokens[each]!.xpos)) && words.some((each) => /^(nsubj|expl)/u.test(syntax.tokens[each]!.deprel))
}

/** "X released a statement saying that …" is handled by clause-of-saying; here "as X put it", "as X said". */
const asSaid: StatementRule = {
  name: 'as-somebody-said',
  confidence: 0.75,
  matches: ['The bridge, as the minister said, is safe.', 'It was a night of horror, as one survivor put it.'],
  misses: ['The bridge collapsed as the minister spoke.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    const { deprel, head } = syntax.tokens[cue.head]!
    if (head < 0 || !deprel.startsWith('advcl') || markerOf(article, cue.head) !== 'as' || !takes(cue, 'clause')) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'xcomp').length > 0 || actors(article, cue.head).length === 0) return undefined
    if (dependents(syntax, cue.head, 'obj').some((each) => syntax.tokens[each]!.upos !== 'PRON')) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, [head], [cue.head]) }
  }),
}

/**
 * Without a relative clause after a comma, or outside the marks of what was called so: "blamed it on rebels[, who fled]",
 * "called him a “liar” [which irked them]". That is the reporter's.
 */
function withoutAsides(article: Article, cue: Cue, roots: readonly number[]): number[] {
  const { syntax } = article
  const asides = below(syntax, roots).filter((each) => {
    const { deprel, head } = syntax.tokens[each]!
    if (!deprel.startsWith('acl:relcl') || head < 0 || isQuoted(article, cue, each)) return false
    const first = Math.min(...below(syntax, [each]))
    return syntax.tokens[first - 1]?.text === ',' || isQuoted(article, cue, head)
  })
  return below(syntax, roots, asides)
}

export const clauseRules: readonly StatementRule[] = [quotedAs, clause, parenthesis, colon, complement, label, relativeLabel, infinitive, asSaid, atTheEnd, rightAfter]

