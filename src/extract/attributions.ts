/**
 * The model's attributions, sifted: it also marks thoughts, intentions, votes and words nobody said.
 * In: an article. Out: candidates for those whose cue is a word of saying – kept: "Lavrov [slammed] the leak"; left
 * out: "voters [want] change", "the crowd [cheered]", "he [did not say] why".
 */
import type { Token, TokenSpan } from '../model.js'
import type { Article } from './article.js'
import type { Candidate, Cue } from './candidates.js'
import { isPassive, nounCueAt, range, verbCueAt } from './candidates.js'
import { attitude } from './moods.js'
import type { Syntax } from './syntax.js'
import { ancestors, caseOf, dependents } from './syntax.js'
import { isAnothers, isSomethingSaid } from './verbs-of-saying.js'

export const attributionRule = 'attribution'

export function attributed(article: Article): Candidate[] {
  const cues = new Set(article.resolved.attributions.flatMap(({ cue }) => range(cue.start, cue.end)).filter((each) => verbCueAt(article, each) !== undefined))
  return article.resolved.attributions.flatMap((each): Candidate[] => {
    const marked = each.content.flatMap(({ start, end }) => range(start, end))
    const cue = cueIn(article, each.cue.start, each.cue.end, marked)
    if (cue === undefined || each.confidence < sureEnough) return []
    const content = ownContent(article, cue, each.content, cues)
    const isAccording = /^according$/iu.test(article.syntax.tokens[cue.head]!.text)
    const sources = ownSource(article, cue, each.source.filter(({ start }) => !isAccording || start > cue.head))
      .flatMap((span) => joinedNames(article, span)).flatMap(({ start, end }) => headsIn(article, start, end))
    if (content.length === 0 || !suits(article, cue, content) || (each.confidence < surelyItsOwn && isBeside(article, cue, content)) || isOnlyHeard(article, cue, sources)) return []
    return [{ rule: attributionRule, confidence: each.confidence, cue, sources: [], marked: sources, content }]
  })
}

/**
 * What of the content that the model marks belongs to this cue: words of its sentence, with small gaps closed, not beyond
 * another cue ("A said [x], but B said y"), and speech in quotation marks wherever it stands.
 */
function ownContent(article: Article, cue: Cue, spans: readonly TokenSpan[], cues: ReadonlySet<number>): number[] {
  const { tokens } = article.resolved
  const { sentence } = tokens[cue.head]!
  const isSpeech = (each: number) => article.quotations[article.quotedIn[each]!]?.kind === 'speech'
  // "slammed [the move] saying": the next word of saying is no end of what was said.
  const ended = spans.map(({ start, end }) => ({ start, end: end - start > 1 && cues.has(end - 1) ? end - 1 : end }))
  const own = ended.filter(({ start, end }) => {
    if (range(start, end).every(isSpeech)) return true
    if (tokens[start]!.sentence !== sentence) return false
    const between = start > cue.head ? range(cue.span.end, start) : range(end, cue.head)
    return !between.some((each) => cues.has(each) && each !== cue.head)
  }).flatMap(({ start, end }) => range(start, end)).filter((each) => tokens[each]!.sentence === sentence || isSpeech(each))
  return own.flatMap((each, index) => {
    const last = own[index - 1]
    const gap = last === undefined ? [] : range(last + 1, each)
    const isSmall = gap.length <= 3 && !gap.some((token) => cues.has(token) || token === cue.head || tokens[token]!.sentence !== sentence)
    return isSmall ? [...gap, each] : [each]
  })
}

/** The span of the source nearest to the cue, with those that "and" or a comma joins to it. */
function ownSource({ resolved }: Article, cue: Cue, spans: readonly TokenSpan[]): TokenSpan[] {
  const distance = ({ start, end }: TokenSpan) => Math.min(Math.abs(cue.span.start - end), Math.abs(start - cue.span.end))
  const [nearest, ...others] = [...spans].sort((a, b) => distance(a) - distance(b))
  if (nearest === undefined) return []
  const isJoined = (other: TokenSpan) => {
    const gap = other.end <= nearest.start ? range(other.end, nearest.start) : range(nearest.end, other.start)
    return gap.length <= 2 && gap.length > 0 && gap.every((each) => /^(and|,|&)$/iu.test(resolved.tokens[each]!.text)) && gap.some((each) => /^(and|&)$/iu.test(resolved.tokens[each]!.text))
  }
  return [...others.filter(isJoined), nearest].sort((a, b) => a.start - b.start)
}

/** "People have been advised to stay": they heard it; who said it is not told. */
function isOnlyHeard({ syntax }: Article, cue: Cue, sources: readonly number[]): boolean {
  return syntax.tokens[cue.head]!.upos === 'VERB' && isPassive(syntax, cue.head) && !sources.some((each) => /^by\b/u.test(caseOf(syntax, each)))
}

/** Attributions less sure than this are left to the other rules. */
const sureEnough = 0.3
/** Surer ones than this may say what the tree does not show. */
const surelyItsOwn = 0.5

/** "after posting a bond and [is prohibited] from …": the verbs after the cue belong to a clause that the cue only stands beside. */
function isBeside({ syntax, quotedIn }: Article, cue: Cue, content: readonly number[]): boolean {
  const verbs = content.filter((each) => syntax.tokens[each]!.upos === 'VERB' && dependents(syntax, each, 'nsubj', 'aux').length > 0)
  return content[0]! > cue.head && content.every((each) => quotedIn[each] === -1) && verbs.length > 0 && !verbs.some((each) => ancestors(syntax, each).includes(cue.head))
}

/** The word of saying among the words of a cue: "issued a statement [saying]", "[according] to". */
function cueIn(article: Article, start: number, end: number, content: readonly number[]): Cue | undefined {
  const { tokens } = article.resolved
  const within = range(start, end)
  const according = within.find((each) => tokens[each]!.text.toLowerCase() === 'according')
  if (according !== undefined) return { head: according, span: { start: according, end: according + 2 }, sense: { act: 'say', frames: ['clause'] } }
  const verbs = within.flatMap((each) => verbCueAt(article, each) ?? [])
  const found = verbs.find(({ sense }) => sense.frames.some((frame) => frame === 'clause' || frame === 'object')) ?? verbs[0]
    ?? within.flatMap((each) => nounCueAt(article, each) ?? [])[0]
  if (found !== undefined) return found
  // Any verb reports if what follows it is speech in quotation marks: "“Enough,” he hissed".
  const verb = within.find((each) => tokens[each]!.upos === 'VERB')
  const isSpeech = content.some((each) => { const at = article.quotedIn[each]!; return at >= 0 && article.quotations[at]!.kind === 'speech' })
  return verb !== undefined && isSpeech ? { head: verb, span: { start: verb, end: verb + 1 }, sense: { act: 'say', frames: ['quotation'] } } : undefined
}

/** "[the Times] and [the Gannett chain]": two sources where the tree may see one, as each part holds a name. */
function joinedNames({ resolved }: Article, span: TokenSpan): TokenSpan[] {
  const isSource = (id: string): boolean => resolved.entities.some((each) => each.id === id && /^(person|organization|outlet)$/u.test(each.kind))
  const hasName = (part: TokenSpan): boolean => resolved.references.some(({ start, end, form, entity }) =>
    form === 'name' && start >= part.start && end <= part.end && isSource(entity))
  const and = range(span.start, span.end).find((each) => /^and$/iu.test(resolved.tokens[each]!.text) && /^(DET|PROPN)$/u.test(resolved.tokens[each + 1]?.upos ?? ''))
  if (and === undefined) return [span]
  const parts = [{ start: span.start, end: and }, { start: and + 1, end: span.end }]
  const isOneName = resolved.references.some(({ start, end, form }) => form === 'name' && start < and && end > and)
  return parts.every(hasName) && !isOneName ? parts : [span]
}

/** The words of a span that hang on words outside it, punctuation apart. */
function headsIn({ resolved }: Article, start: number, end: number): number[] {
  return range(start, end).filter((each) => {
    const { head, upos } = resolved.tokens[each]!
    return (head < start || head >= end) && upos !== 'PUNCT' && upos !== 'ADP' && upos !== 'DET'
  })
}

/** Whether what the model takes for content is something that such a word can report. */
function suits(article: Article, cue: Cue, content: readonly number[]): boolean {
  const { frames, act } = cue.sense
  const { tokens } = article.resolved
  const some = (test: (token: Token, index: number) => boolean) => content.some((each) => test(tokens[each]!, each))
  if (some((_, each) => article.quotedIn[each] !== -1)) return true
  if (content.length < 3 || isAnothers(article, cue, content[0]!)) return false
  // "a letter [in which two engineers warned of it]" tells of the letter, not what it says.
  if (tokens[content[0]!]!.upos === 'ADP' && /^(which|whom|whose)$/iu.test(tokens[content[1]!]!.text)) return false
  // "commended the strategy, in which incentives are included [to turn the land into a hub]": an infinitive alone is neither praised nor blamed.
  if (/^(praise|criticise|thank)$/u.test(act) && /^to$/iu.test(tokens[content[0]!]!.text) && tokens[content[0]!]!.upos === 'PART') return false
  if (frames.includes('object')) return true
  if (frames.includes('clause')) return some(({ deprel }) => /^(nsubj|expl|csubj)/u.test(deprel)) && some(({ upos }) => /^(VERB|AUX)$/u.test(upos))
  if (frames.includes('claim')) return some((_, each) => isSomethingSaid(article, each)) || some(({ text }) => text.toLowerCase() === 'as')
  if (frames.includes('infinitive')) return act !== 'agree' && some(({ text }) => text.toLowerCase() === 'to')
  // "called the change [a hoax]", "described it [as] a hoax"
  return frames.includes('label') && (some(({ text }) => text.toLowerCase() === 'as')
    || some(({ text }, each) => /^an?$/iu.test(text) && each > content[0]! && each > cue.head && /^(NOUN|PROPN|PRON)$/u.test(tokens[each - 1]!.upos)))
}

/** "to pray and [report]" hangs on "pray". */
function firstConjunct(syntax: Syntax, token: number): number {
  const { deprel, head } = syntax.tokens[token]!
  return deprel === 'conj' && head >= 0 && head < token ? firstConjunct(syntax, head) : token
}

/** "when a man tells a woman that …", "people often say that …": what anybody says at any time was not said. */
export function isHabit({ syntax }: Article, cue: Cue, heads: readonly number[]): boolean {
  const { xpos, sentence } = syntax.tokens[cue.head]!
  if (!/^(VBZ|VBP|VBG|VB)$/u.test(xpos) || heads.length === 0) return false
  const isIndefinite = (head: number): boolean => {
    const token = syntax.tokens[head]!
    const determiner = dependents(syntax, head, 'det', 'nummod', 'nmod:poss', 'compound', 'amod', 'nmod', 'acl').map((each) => syntax.tokens[each]!.text.toLowerCase())
    if (/^(somebody|someone|anyone|anybody|everyone|everybody|people|nobody)$/iu.test(token.text) && determiner.length === 0) return true
    return /^(man|woman|person|people|men|women|parent|child|voter|reader|customer|outlet|politician|individual)s?$/iu.test(token.lemma) && determiner.every((word) => /^(an?|any|every|many|some|most|news)$/u.test(word))
  }
  const isUsual = syntax.tokens.some((token) => token.sentence === sentence && /^(usually|often|always|sometimes|typically|generally|whenever|every)$/iu.test(token.text))
  return heads.every(isIndefinite) && (xpos !== 'VBP' || isUsual || heads.every((head) => /^(an?)$/iu.test(syntax.tokens[head - 1]?.text ?? '') || dependents(syntax, head, 'det').length === 0 && /^(people|men|women|individuals|politicians)$/iu.test(syntax.tokens[head]!.text)))
}

/** Whether a cue reports words that were uttered: not "did not say", "will say", "if he says", "was told" by nobody. */
export function isUttered(article: Article, cue: Cue): boolean {
  const { resolved, syntax } = article
  const token = syntax.tokens[cue.head]!
  // "It can help, according to Lima": what is possible is what she says, not that she says it.
  if (token.upos !== 'VERB' || /^according$/iu.test(token.text)) return true
  if (attitude(resolved, syntax, cue.head) !== undefined) return false
  // "calls on them to investigate, [report] the findings and …": one infinitive more.
  if (token.xpos === 'VB' && token.deprel === 'conj' && dependents(syntax, cue.head, 'aux', 'nsubj', 'mark').length === 0) return false
  // "“It won,” she said, referring to her film": what she meant, not what she said.
  if (token.xpos === 'VBG' && /^(refer|allude)$/iu.test(token.lemma)) return false
  // "it is worth remembering that …", "pleaded guilty to theft".
  if (/^worth$/iu.test(syntax.tokens[cue.head - 1]?.text ?? '') || /^plead$/iu.test(token.lemma) && cue.sense.act !== 'admit' && /^(guilty|not|no)$/iu.test(syntax.tokens[cue.head + 1]?.text ?? '')) return false
  const first = firstConjunct(syntax, cue.head)
  const isInfinitive = [cue.head, first].some((verb) => dependents(syntax, verb, 'mark').some((each) => syntax.tokens[each]!.text.toLowerCase() === 'to'))
  if (!isInfinitive) return true
  const { head, deprel } = syntax.tokens[first]!
  const above = head < 0 ? '' : syntax.tokens[head]!.lemma.toLowerCase()
  // "The district is pleased to announce that …" announces it.
  if (/^(announce|confirm|report|say)$/u.test(cue.sense.act) && /^(delighted|excited|glad|happy|honou?red|pleased|proud|relieved|sad|saddened|sorry|thrilled)$/u.test(above)) return true
  return (deprel.startsWith('advcl') && syntax.tokens[head]?.upos === 'VERB') || /^(go|continue|proceed|begin|start|come|rush|hasten|use|take)$/u.test(above)
}
