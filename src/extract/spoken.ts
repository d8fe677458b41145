/**
 * Speech in quotation marks with its cue right beside it, read by the order of words alone.
 * In: an article. Out: candidates – "“[We win],” [Hanna Voss] [said], but “[not yet],” [Jan Petrov] [replied]." –, two statements
 * whatever the tree makes of such a sentence. Only where nothing but a noun phrase and adverbs stand between mark and verb.
 * Not handled: cues before the quotation, and speech that a later sentence attributes (quoting.ts).
 */
import type { Reference } from '../model.js'
import type { Article, Chain } from './article.js'
import type { Candidate, Cue, StatementRule } from './candidates.js'
import { range, verbCueAt } from './candidates.js'

type Proposal = Omit<Candidate, 'rule' | 'confidence'>

export const spokenRule = 'quotation-and-cue'

export const spoken: StatementRule = {
  name: spokenRule,
  confidence: 0.93,
  matches: ['“We are ready for them,” Angela Merkel said on Monday.', '“We are ready for them,” hissed Angela Merkel.'],
  misses: ['Angela Merkel read “Faust” and said nothing.'],
  find: (article) => article.chains.flatMap((chain): Proposal[] => {
    const found = saidAfter(article, chain)
    return found === undefined ? [] : [{ cue: found.cue, sources: [found.speaker.head], content: chain.tokens }]
  }),
}

/** The cue and the words for the speaker right after a quotation that a comma or mark of its own leaves open. */
function saidAfter(article: Article, chain: Chain): { cue: Cue; speaker: Reference } | undefined {
  const { tokens, text, blocks, sentences } = article.resolved
  const last = chain.quotations.at(-1)!
  const from = tokens.findIndex((token) => token.start >= last.outer.end)
  const block = from < 0 ? undefined : blocks[sentences[tokens[from]!.sentence]!.block]
  const isInBlock = block !== undefined && block.start <= last.outer.start && last.outer.end <= block.end && last.outer.end > last.end
  if (!isSetOff(article, chain) || !isInBlock || chain.tokens.length === 0 || !/[,?!…—–-]\s*$/u.test(text.slice(last.start, last.end)) || article.quotedIn[from] !== -1) return undefined
  return inverted(article, from) ?? straight(article, from)
}

/** Whether a quotation begins its sentence or stands after a mark: not "layoffs and “they are leaving,” said Lima". */
function isSetOff({ resolved: { tokens } }: Article, { quotations: [first] }: Chain): boolean {
  const open = tokens.findIndex(({ start }) => start >= first.outer.start)
  const [two, before] = [tokens[open - 2]?.text ?? '', tokens[open - 1]]
  if (before === undefined || before.sentence !== tokens[open]?.sentence || /^[.!?,;:—–“”"'’)-]+$/u.test(before.text)) return true
  return /^(?:and|but|while|yet|so)$/iu.test(before.text) && /^[,;”"]$/u.test(two)
}

/** "Hanna Voss [quickly] said": the longest reference from here on that ends at a verb of saying in the past or present. */
function straight(article: Article, from: number): { cue: Cue; speaker: Reference } | undefined {
  const { tokens, references } = article.resolved
  for (const at of range(from + 1, from + 12)) {
    const cue = article.quotedIn[at] === -1 ? verbCueAt(article, at) : undefined
    if (cue === undefined || !/^(VBD|VBZ|VBP)$/u.test(tokens[at]!.xpos) || !cue.sense.frames.some((frame) => frame === 'clause' || frame === 'quotation')) {
      if (/^[.;:?!“”"]$/u.test(tokens[at]?.text ?? '.')) return undefined
      continue
    }
    let end = at
    while (end > from && tokens[end - 1]!.upos === 'ADV') end--
    const speaker = references.filter((each) => each.end === end && each.start >= from && each.form !== 'adjective').sort((a, b) => a.start - b.start)[0]
    return speaker !== undefined && isTitled(article, from, speaker.start) ? { cue, speaker } : undefined
  }
  return undefined
}

/** "hissed Councillor [Ben Osei]": a verb in the past right after the mark and right before a name. */
function inverted(article: Article, at: number): { cue: Cue; speaker: Reference } | undefined {
  const { tokens, references, entities } = article.resolved
  // The analysis may take a rare verb for an adjective: "quipped Councillor Osei".
  const isVerb = tokens[at]?.upos === 'VERB' ? /^VB[DZN]$/u.test(tokens[at]!.xpos) : tokens[at]?.upos === 'ADJ' && /\p{Ll}ed$/u.test(tokens[at]!.text)
  if (!isVerb) return undefined
  const known = verbCueAt(article, at)
  const next = references.filter(({ start, form }) => start > at && start <= at + 6 && form !== 'adjective' && (known !== undefined || form === 'name'))
  const inOrder = next.sort((a, b) => a.start - b.start || b.end - a.end)
  const of = (kinds: RegExp) => inOrder.find(({ entity, start }) => isTitled(article, at + 1, start) && entities.some(({ id, kind }) => id === entity && kinds.test(kind)))
  // "said Norvex spokesman [Ben Osei]": the person, not whom he works for.
  const speaker = of(/^person$/u) ?? of(/^(organization|outlet|group)$/u)
  if (speaker === undefined || !isTitled(article, at + 1, speaker.start)) return undefined
  return { cue: known ?? { head: at, span: { start: at, end: at + 1 }, sense: { act: 'say', frames: ['quotation'] } }, speaker }
}

/** Nothing but the words of a title between two places: "union leader", "the club's". */
const isTitled = ({ resolved }: Article, start: number, end: number): boolean =>
  range(start, end).every((each) => /^(DET|ADJ|NOUN|PROPN|PART|PRON|NUM)$/u.test(resolved.tokens[each]!.upos) || /^(?:of|for|-|'s|’s)$/iu.test(resolved.tokens[each]!.text))
