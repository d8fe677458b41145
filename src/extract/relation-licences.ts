/**
 * The words that license a relation which the language model proposes: a claim whose words do not say it is not made.
 *   "Karl Brandt [founded] Norvex" → founderOf;  "Karl Brandt bought a stake in Norvex" → nothing, however sure the model is
 *
 * In: two mentions, a predicate and the tree. Out: the tokens from the one to the other and to the word that says so;
 * undefined where no word does. What two names side by side are to each other (a firm's country, a town's region) their phrase shows.
 */
import type { Predicate, TokenSpan } from '../model.js'
import { ancestors, caseOf, type Syntax } from './syntax.js'

/** Beginnings of base forms that say so. */
const licences: Readonly<Partial<Record<Predicate, RegExp>>> = {
  headOf: /^(?:head|chief|lead|presid|prime|premier|chair|ceo|direct|mayor|govern(?!ment)|chancell|king|queen|minister|boss|command|run$|executive|emir|sultan|principal|rector|dean$)/u,
  memberOf: /^(?:member|join|belong|politician|lawmaker|legislator|mp$|mep$|mla$|senator|deputy|congress|official|officer|soldier|fighter|militant|player|striker|midfielder|defender|goalkeeper|delegate|backbench|council|commission|judge|justice|analyst|professor|researcher|scientist|reporter|journalist|correspondent|executive|manager|employee|work$|staff|spokes|director|economist|engineer)/u,
  partyOf: /^(?:member|politician|lawmaker|legislator|mp$|mep$|senator|deputy|congress|candidate|lead|chair|join|belong|councillor|nominee|party)/u,
  spokespersonOf: /^(?:spokes|press$|speak)/u,
  adviserOf: /^(?:advis|aide|counsel|consult|strateg)/u,
  playsFor: /^(?:play|striker|midfield|defend|goalkeep|keeper|winger|forward|captain|scor|sign|join|quarterback|pitcher|batsman|bowler|fullback|guard|cent(?:er|re)|star$|transfer|teammate|debut)/u,
  coachOf: /^(?:coach|manag|train|boss)/u,
  founderOf: /^(?:co-?found|found|establish|set$|start|creat|launch)/u,
  residesIn: /^(?:live|reside|resid|settle|home|inhabit)/u,
  bornIn: /^(?:born|bear$|birth|native)/u,
  educatedAt: /^(?:study|studi|student|graduat|attend|degree|alum|educat|school|pupil|doctorate|phd|major)/u,
  spouseOf: /^(?:wife|husband|spouse|marr|wed|widow|divorc|couple|bride|ex-wife|ex-husband|fianc|partner)/u,
  parentOf: /^(?:father|mother|parent|son$|daughter|child|kid$|baby|dad|mum|mom|stepson|stepdaughter)/u,
  siblingOf: /^(?:brother|sister|sibling|twin|half-brother|half-sister)/u,
  authorOf: /^(?:author|writ|book|novel|film|movie|direct|album|song|sing|paint|play|poem|by$|creat|compos|memoir|read)/u,
  publisherOf: /^(?:publish|air$|broadcast|release|issue|report|magazine|newspaper|paper)/u,
  subsidiaryOf: /^(?:subsidiary|unit|arm$|own|parent|division|part$|branch)/u,
  ownerOf: /^(?:own|acquir|buy|purchas|takeover|hold$|stake)/u,
  opponentOf: /^(?:vs|against|beat|defeat|face|lose|draw|play|win|rival|oppon|versus|meet|host)/u,
  winnerOf: /^(?:win|award|receiv|prize|laureat|honou?r)/u,
}

/** What one phrase shows without a word of its own: "the German agency DPA", "Plovdiv, Bulgaria", "the ministry's unit". */
const shown: ReadonlySet<Predicate> = new Set<Predicate>(['citizenOf', 'basedIn', 'locatedIn', 'partOf'])

export function licensed(syntax: Syntax, predicate: Predicate, first: TokenSpan & { readonly head: number }, second: TokenSpan & { readonly head: number }): TokenSpan | undefined {
  const { tokens } = syntax
  const [left, right] = first.start <= second.start ? [first, second] : [second, first]
  const span = { start: left.start, end: Math.max(left.end, right.end) }
  const licence = licences[predicate]
  const words = [...range(span), ...pathBetween(syntax, first.head, second.head)]
  const found = licence && words.find((at) => [tokens[at]!.lemma, tokens[at]!.text].some((form) => licence.test(form.toLowerCase())))
  if (found !== undefined) return { start: Math.min(span.start, found), end: Math.max(span.end, found + 1) }
  return shown.has(predicate) && isOnePhrase(syntax, first.head, second.head) ? span : undefined
}

const range = ({ start, end }: TokenSpan): number[] => Array.from({ length: end - start }, (_, at) => start + at)

/** The words over which the tree leads from one to the other. */
function pathBetween(syntax: Syntax, a: number, b: number): number[] {
  const [up, down] = [[a, ...ancestors(syntax, a)], [b, ...ancestors(syntax, b)]]
  const top = up.find((each) => down.includes(each))
  return top === undefined ? [] : [...up.slice(0, up.indexOf(top) + 1), ...down.slice(0, down.indexOf(top))]
}

/** Whether one of two hangs on the other, by nothing but what makes a phrase: an adjective, a name before a name, "'s", "of", "in". */
function isOnePhrase(syntax: Syntax, a: number, b: number): boolean {
  const isPart = (below: number, above: number): boolean => {
    const { head, deprel } = syntax.tokens[below]!
    if (head !== above) return false
    return /^(?:amod|compound|nmod:poss|appos|flat|nmod:unmarked|nmod:desc)/u.test(deprel) || (deprel === 'nmod' && /^(?:of|in|)$/u.test(caseOf(syntax, below)))
  }
  return isPart(a, b) || isPart(b, a)
}
