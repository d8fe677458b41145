/**
 * Statements that the dependency tree shows: a verb of saying with its subject and complement.
 * In: an article. Out: candidates – "[Lavrov] [said] [the talks had failed]", "[DPA] quoted [the envoy] as [saying] …",
 * "[She] [accused] [rebels of lying]". The speaker is looked up in speakers.ts. Phrases without a verb of saying
 * ("according to", "his claim that") are in phrases.ts; quotations far from their cue in quoting.ts.
 */
import type { Article } from './article.js'
import type { Cue, StatementRule } from './candidates.js'
import { below, range } from './candidates.js'
import { dependents } from './syntax.js'
import { actors, eachCue, isAnothers, isQuoted, isSomethingSaid, isUnsourced, markerOf, takes } from './verbs-of-saying.js'

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
    const that = dependents(syntax, cue.head, 'xcomp', 'advcl', 'dep', 'acl').filter((each) => each > cue.head && /\bthat\b/u.test(markerOf(article, each)))
    const clauses = [...dependents(syntax, cue.head, 'ccomp'), ...that].filter((each) =>
      takes(cue, 'clause') || isQuoted(article, cue, each) || dependents(syntax, each, 'mark').some((mark) => syntax.tokens[mark]!.text.toLowerCase() === 'that'))
      .filter((each) => !isAnothers(article, cue, Math.min(...below(syntax, [each]))))
    if (clauses.length === 0) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, [...clauses.flatMap((each) => strayedSubject(article, cue, each)), ...clauses]) }
  }),
}

/** Those who are told what follows stand between the verb and what is said. */
const telling = /^(advise|ask|assure|brief|inform|notify|remind|tell|warn)$/iu

/** "said [Nunavut], the youngest of three, still has a chance": the tree may hang the subject of what is said on the verb of saying. */
function strayedSubject({ syntax }: Article, cue: Cue, clause: number): number[] {
  const isFinite = [clause, ...dependents(syntax, clause, 'aux', 'cop')].some((each) => /^(VBZ|VBD|VBP|MD)$/u.test(syntax.tokens[each]!.xpos))
  if (!isFinite || takes(cue, 'object') || telling.test(syntax.tokens[cue.head]!.lemma) || dependents(syntax, clause, 'nsubj', 'csubj', 'expl').length > 0) return []
  return dependents(syntax, cue.head, 'obj').filter((each) => each > cue.head && each < clause)
}

const parenthesis: StatementRule = {
  name: 'parenthetic-cue',
  confidence: 0.8,
  matches: ['The bridge, the minister said, is safe.', '“We are ready,” the captain said, “and we will win.”'],
  misses: ['The bridge is safe; the minister left.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    const { deprel, head } = syntax.tokens[cue.head]!
    if (head < 0 || !/^(parataxis|discourse)/u.test(deprel) || !takes(cue, 'clause', 'quotation') || /^(deny|agree|refuse)$/u.test(cue.sense.act) || isUnsourced(article, cue.head)) return undefined
    if (dependents(syntax, cue.head, 'ccomp', 'obj').length > 0 || actors(article, cue.head).length === 0) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, [head], [cue.head]) }
  }),
}

const colon: StatementRule = {
  name: 'quoted-complement',
  confidence: 0.7,
  matches: ['The captain said: “We are ready for them.”', 'The owner answered “no comment” twice.'],
  misses: ['The captain said goodbye.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    if (!takes(cue, 'clause', 'quotation') || takes(cue, 'object', 'infinitive')) return undefined
    if (isUnsourced(article, cue.head) || dependents(syntax, cue.head, 'ccomp').length > 0) return undefined
    const quoted = dependents(syntax, cue.head, 'parataxis', 'obj', 'xcomp', 'appos', 'dep', 'obl').filter((each) => each > cue.head && isQuoted(article, cue, each))
    if (dependents(syntax, cue.head, 'xcomp').some((each) => !quoted.includes(each) || syntax.tokens[each]!.upos === 'VERB')) return undefined
    return { cue, sources: actors(article, cue.head), content: below(syntax, quoted).filter((each) => isQuoted(article, cue, each)) }
  }),
}

const complement: StatementRule = {
  name: 'whole-complement',
  confidence: 0.82,
  matches: [
    'Officials accused the company of hiding the leak.',
    'The union called for higher wages.',
    'The bishop urged both sides to lay down their arms.',
    'The bank denied the allegations on Friday.',
    'The company was accused by officials of hiding the leak.',
  ],
  misses: ['The company was accused of hiding the leak.', 'The agency collected papers to confirm the losses.', 'The union refused to call for higher wages.', 'The union will demand higher wages.', 'The embassy denied him a visa.'],
  find: eachCue((article, cue) => {
    const isAsking = takes(cue, 'clause') && (/^(ask|urge|order|demand|advise|warn)$/u.test(cue.sense.act) || isTellingTo(article, cue))
    if ((!takes(cue, 'object') && !isAsking) || isUnsourced(article, cue.head) || isPurpose(article, cue.head)) return undefined
    const { syntax } = article
    const objects = dependents(syntax, cue.head, 'obj', 'iobj', 'xcomp', 'ccomp', 'nsubj:pass').filter((each) => each > cue.head || syntax.tokens[each]!.deprel === 'nsubj:pass')
    const added = dependents(syntax, cue.head, 'obl', 'advcl').filter((each) => each > cue.head && isPartOfComplement(article, each, cue))
    if (isAsking && !takes(cue, 'object') && ![...objects, ...added].some((each) => /^(xcomp|advcl|ccomp)/u.test(syntax.tokens[each]!.deprel))) return undefined
    // "denied the family a visa" withholds something, and says nothing.
    if (cue.sense.act === 'deny' && objects.some((each) => withheld.test(syntax.tokens[each]!.lemma))) return undefined
    if (objects.length === 0 && cue.span.end === cue.head + 1 && !added.some((each) => /^advcl/u.test(syntax.tokens[each]!.deprel))) return undefined
    const content = withoutParticle(cue, withoutAsides(article, cue, [...objects, ...added]))
    return { cue, sources: actors(article, cue.head), content: added.length === 0 && isAccusing(syntax.tokens[cue.head]!.lemma) ? withCharge(article, content) : content }
  }),
}

/** "told workers [to stay at home]" */
const isTellingTo = ({ syntax }: Article, { head }: Cue): boolean => /^tell$/iu.test(syntax.tokens[head]!.lemma)
  && dependents(syntax, head, 'ccomp').length === 0
  && dependents(syntax, head, 'xcomp').some((each) => each > head && dependents(syntax, each, 'mark').some((mark) => /^to$/iu.test(syntax.tokens[mark]!.text)))

/** What can be denied to somebody. */
const withheld = /^(?:access|admission|admittance|asylum|bail|benefit|chance|citizenship|clearance|credit|entry|licen[cs]e|loan|membership|opportunity|parole|passage|permission|permit|refuge|request|right|service|treatment|visa|waiver)$/iu

/** "asked for papers [to confirm the events]": what somebody is to do is not done. */
const isPurpose = ({ syntax }: Article, head: number): boolean =>
  /^(advcl|acl)/u.test(syntax.tokens[head]!.deprel) && dependents(syntax, head, 'mark').some((each) => /^to$/iu.test(syntax.tokens[each]!.text))

const isAccusing = (lemma: string): boolean => /^(accuse|blame|suspect)$/iu.test(lemma)

/** "accused Smith, who had fled, [of lying]": the charge, where the tree hangs it on the words between. */
function withCharge({ resolved, syntax }: Article, content: readonly number[]): number[] {
  const first = content[0]
  if (first === undefined) return []
  const sentence = resolved.sentences[syntax.tokens[first]!.sentence]!
  const rest = range(content.at(-1)! + 1, sentence.end)
  const charge = rest.findIndex((each) => /^(of|for|on)$/iu.test(syntax.tokens[each]!.text))
  const isNew = rest.slice(0, Math.max(charge, 0)).some((each) => /^(nsubj|root|cc$)/u.test(syntax.tokens[each]!.deprel))
  return charge < 0 || isNew ? [...content] : range(first, sentence.end)
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
  confidence: 0.88,
  matches: ['The coach called the decision a disgrace.', 'Critics described the plan as reckless.'],
  misses: ['The coach called his wife.', 'The ship is called Hope.'],
  find: eachCue((article, cue) => {
    if (!takes(cue, 'label', 'claim') || isUnsourced(article, cue.head)) return undefined
    const { syntax } = article
    const objects = [
      ...dependents(syntax, cue.head, 'obj', 'iobj'),
      // "declared [the vote] a test": the tree may take the object for the subject of what it is called.
      ...dependents(syntax, cue.head, 'xcomp').flatMap((each) => syntax.tokens[each]!.upos === 'VERB' ? [] : dependents(syntax, each, 'nsubj')),
    ].filter((each) => each > cue.head)
    const names = dependents(syntax, cue.head, 'xcomp', 'obl', 'advcl', 'ccomp').filter((each) => each > cue.head
      && (isWhatItIsCalled(article, cue, each)
        || (markerOf(article, each) === '' && isQuoted(article, cue, each))))
    const isSaid = objects.some((each) => isQuoted(article, cue, each) || isSomethingSaid(article, each))
    if (names.length === 0 ? !takes(cue, 'claim') || !isSaid : objects.length === 0 && names.length < 2 && !takes(cue, 'claim')) return undefined
    return { cue, sources: actors(article, cue.head), content: withoutAsides(article, cue, [...objects, ...names]) }
  }),
}

/** "called it [a sham]", "described it [as a sham]", "compared it [to a sham]"; but not "communicated it to his friends", "questioned him as a suspect". */
function isWhatItIsCalled(article: Article, cue: Cue, each: number): boolean {
  const marker = markerOf(article, each)
  return takes(cue, 'label') ? /^(xcomp|ccomp)/u.test(article.syntax.tokens[each]!.deprel) || /^(as|to|with)\b/u.test(marker) : cue.sense.act !== 'ask' && /^as\b/u.test(marker)
}

/** "an explosion that the mayor described as an act of terror", "whom officials compared with a dictator". */
const relativeLabel: StatementRule = {
  name: 'what-something-was-called',
  confidence: 0.65,
  matches: ['They crossed a bridge that engineers described as unsafe.'],
  misses: ['They crossed a bridge that engineers had built.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    if (!takes(cue, 'label') || !syntax.tokens[cue.head]!.deprel.startsWith('acl') || isUnsourced(article, cue.head)) return undefined
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
    const { syntax } = article
    // "announced a plan to leave" is no "announced to leave".
    if (!takes(cue, 'infinitive') || isUnsourced(article, cue.head) || dependents(syntax, cue.head, 'obj').length > 0) return undefined
    const infinitives = dependents(syntax, cue.head, 'xcomp', 'advcl').filter((each) => each > cue.head
      && (syntax.tokens[each]!.deprel.startsWith('xcomp') || markerOf(article, each) === 'to'))
    const quoted = dependents(syntax, cue.head, 'obl', 'advmod').filter((each) => each > cue.head && isQuoted(article, cue, each))
    const clauses = infinitives.length === 0 ? [] : [...quoted, ...infinitives]
    // "agreed to meet" is a deed as much as a word: what was agreed is a statement only if words of it are quoted.
    if (cue.sense.act === 'agree' && !below(syntax, clauses).some((each) => isQuoted(article, cue, each))) return undefined
    return clauses.length === 0 ? undefined : { cue, sources: actors(article, cue.head), content: below(syntax, clauses) }
  }),
}

/** "X released a statement saying that …" is handled by clause-of-saying; here "as X put it", "as X said". */
const asSaid: StatementRule = {
  name: 'as-somebody-said',
  confidence: 0.75,
  matches: ['The bridge, as Angela Merkel said, is safe.', 'It was a night of horror, as Angela Merkel put it.'],
  misses: ['The bridge collapsed as the minister spoke.'],
  find: eachCue((article, cue) => {
    const { syntax } = article
    const { deprel, head } = syntax.tokens[cue.head]!
    if (head < 0 || !/^(advcl|parataxis)/u.test(deprel) || markerOf(article, cue.head) !== 'as' || !takes(cue, 'clause')) return undefined
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

export const clauseRules: readonly StatementRule[] = [clause, parenthesis, colon, complement, label, relativeLabel, infinitive, asSaid]

