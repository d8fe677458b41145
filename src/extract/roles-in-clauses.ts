/**
 * Titles that a clause gives to its subject or object: "[He] is the brother of …", "[Iksanov] was replaced as director".
 * The article goes in, holders with titles come out; nothing denied, supposed or merely said.
 */
import type { Reference } from '../model.js'
import { attitude } from './moods.js'
import { isKin } from './role-nouns.js'
import { foundRoles as found, titleFrom } from './role-phrases.js'
import { isTitleHead, type FoundRole, type Scene, type Title } from './role-scene.js'
import { headAfter, headsBefore, phraseStart } from './roles-beside-names.js'
import { caseOf, dependents, type Syntax } from './syntax.js'

/** "[He] is the brother of …", "[Navalny], who was a lawyer", "[she] became chancellor". */
export function copulas(scene: Scene, syntax: Syntax): FoundRole[] {
  const { tokens } = scene.resolved
  return tokens.flatMap((token, head) => {
    if (!isTitleHead(scene, head)) return []
    const copula = dependents(syntax, head, 'cop')[0]
    const verb = tokens[token.head]
    const isBecome = verb !== undefined && /^(xcomp|obj)$/.test(token.deprel) && /^(become|remain)$/.test(verb.lemma)
    const isNamed = verb !== undefined && /^(xcomp|obj)$/.test(token.deprel) && /^(appoint|name|elect|crown|make|nominate)$/.test(verb.lemma) && dependents(syntax, token.head, 'nsubj:pass').length > 0
    if (copula === undefined && !isBecome && !isNamed) return []
    const subject = dependents(syntax, copula === undefined ? token.head : head, 'nsubj')[0]
    const holder = (subject === undefined ? undefined : scene.byHead.get(subject)) ?? (copula === undefined ? undefined : justBefore(scene, copula))
    if (!holder || scene.kindOf.get(holder.entity) !== 'person' || isUnsure(scene, syntax, head)) return []
    const start = Math.max((copula ?? token.head) + 1, phraseStart(scene, { ...holder, start: head + 1 }, head))
    const titles = titlesJoined(scene, start, head)
    const isPast = copula !== undefined && /^(was|were|served)$/i.test(tokens[copula]?.text ?? '')
    const joined = dependents(syntax, head, 'conj')
    const more = joined.filter((each) => isTitleHead(scene, each) && dependents(syntax, each, 'nsubj', 'case').length === 0)
    const others = joined.flatMap((each) => withOther(scene, syntax, titles.at(-1), each))
    return [...[...titles, ...others].flatMap((title) => found(holder, title, isPast)), ...more.flatMap((each) => found(holder, titleFrom(scene, Math.max(phraseStart(scene, { ...holder, start: each + 1 }, each), (dependents(syntax, each, 'cc')[0] ?? -1) + 1), each), isPast))]
  })
}

/** "the brother of Boris, and of [the governor, Karl]": a tie to two persons is said once; the governor is not whom the clause is about. */
function withOther(scene: Scene, syntax: Syntax, title: Title | undefined, joined: number): Title[] {
  if (!title || !isKin(title.text) || caseOf(syntax, joined) !== 'of') return []
  const other = [joined, ...dependents(syntax, joined, 'appos', 'flat')].map((each) => personAt(scene, each)).find((each) => each !== undefined)
  return other ? [{ ...title, of: other.entity, phrase: { start: title.phrase.start, end: Math.max(title.phrase.end, other.end) } }] : []
}

/** "a singer and member of the band" are two titles. */
function titlesJoined(scene: Scene, start: number, head: number): (Title | undefined)[] {
  const heads = headsBefore(scene, start, head)
  const before = heads.at(-2)
  return before === undefined ? [titleFrom(scene, start, head)] : [...titlesJoined(scene, start, before), titleFrom(scene, before + 2, head)]
}

/** The name or pronoun that ends where the copula begins, or stands before "who" there. */
function justBefore(scene: Scene, copula: number): Reference | undefined {
  const { tokens } = scene.resolved
  const end = /^who$/i.test(tokens[copula - 1]?.text ?? '') ? copula - (tokens[copula - 2]?.text === ',' ? 2 : 1) : copula
  return (scene.endingAt.get(end) ?? []).find((each) => each.form === 'name' || each.form === 'pronoun')
}

/** Denied, supposed, asked or merely said. */
function isUnsure(scene: Scene, syntax: Syntax, token: number): boolean {
  return attitude(scene.resolved, syntax, token) !== undefined || isQuotedHere(scene, token)
}

/** "He served as secretary": it is over, unless he "has served". */
function isOver({ resolved: { tokens } }: Scene, syntax: Syntax, verb: number): boolean {
  return tokens[verb]?.xpos === 'VBD' && /^(serve|work|act|rule|govern|reign)$/.test(tokens[verb]!.lemma) && dependents(syntax, verb, 'aux').length === 0
}

/** @param verb what is told with it is no words of its subject: "the board [named] her as its head" */
function isQuotedHere(scene: Scene, token: number, verb = -1): boolean {
  return scene.resolved.attributions.some(({ cue, content, confidence }) => confidence > 0.3 && !(cue.start <= verb && verb < cue.end) && content.some(({ start, end }) => start <= token && token < end))
}

const leaving = /^(replace|resign|remove|oust|fire|dismiss|sack|quit|depart|retire|succeed|step|departure|resignation|removal|dismissal|ouster|topple|depose|suspend|drop|tenure|time|stint|exit)$/
const holding = /^(serve|work|act|appoint|elect|name|return|begin|start|stay|remain|continue|reappoint|install|swear|hire|term|reelect|re-elect|role|job|position|career|appointment|election|inaugurate|nominate|come|join|coach|rule|govern|take|select|choose|pick|run|campaign|bid|lead)$/

/** "[Iksanov] was replaced as director", "[Clinton]'s tenure as secretary of state", "the departure of [Bratton] as commissioner". */
export function asTitles(scene: Scene, syntax: Syntax): FoundRole[] {
  const { tokens } = scene.resolved
  return tokens.flatMap((token, at) => {
    if (token.text.toLowerCase() !== 'as') return []
    const head = headAfter(scene, at + 1)
    if (head === undefined) return []
    const governor = governorOf(scene, at, head)
    const lemma = stemOf(scene, governor)
    // Who is "replaced as director" was director, whoever says so.
    if (isQuotedHere(scene, head, governor) && !leaving.test(lemma)) return []
    if (!leaving.test(lemma) && !holding.test(lemma) || tokens[governor]?.upos === 'VERB' && attitude(scene.resolved, syntax, governor) !== undefined) return []
    const holder = holderOf(scene, syntax, governor) ?? ownerBefore(scene, governor) ?? namedBefore(scene, at) ?? personBefore(scene, Math.min(governor, ...dependents(syntax, governor, 'aux')))
    const isBidder = /^(run|campaign|bid|nominate)$/.test(lemma)
    return holder && !isBidder ? found(holder, titleFrom(scene, at + 1, head), leaving.test(lemma) || isOver(scene, syntax, governor)) : []
  })
}

/** "[Clinton]'s brief tenure", "[her] first term": whose it is, by order of words. */
function ownerBefore({ resolved: { tokens }, endingAt, startingAt, kindOf }: Scene, noun: number): Reference | undefined {
  let at = noun - 1
  while (/^(ADJ|NUM)$/.test(tokens[at]?.upos ?? '') || /^[-–]$/.test(tokens[at]?.text ?? '')) at -= 1
  if (tokens[noun]?.upos === 'VERB' || tokens[at]?.sentence !== tokens[noun]?.sentence) return undefined
  const owners = /^['’]s?$/.test(tokens[at]?.text ?? '') ? endingAt.get(at) : /^(his|her|their)$/i.test(tokens[at]?.text ?? '') ? startingAt.get(at) : undefined
  return owners?.find((each) => each.form !== 'adjective' && kindOf.get(each.entity) === 'person')
}

/** The person whose name ends where the verb and its auxiliaries begin. */
function personBefore(scene: Scene, verb: number): Reference | undefined {
  return (scene.endingAt.get(verb) ?? []).find((each) => each.form !== 'nominal' && scene.kindOf.get(each.entity) === 'person')
}

/** "named Sandvall's deputy, [Elin Bergqvist], as acting chief executive" */
function namedBefore(scene: Scene, at: number): Reference | undefined {
  const end = scene.resolved.tokens[at - 1]?.text === ',' ? at - 1 : at
  return (scene.endingAt.get(end) ?? []).find((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
}

/** The lemma, or the word without its ending where the lemma is none of those looked for. */
function stemOf({ resolved: { tokens } }: Scene, i: number): string {
  const lemma = tokens[i]?.lemma.toLowerCase() ?? '', text = tokens[i]?.text.toLowerCase() ?? ''
  if (leaving.test(lemma) || holding.test(lemma)) return lemma
  return [text, text.replace(/(ed|ing|s)$/, ''), text.replace(/d$/, ''), text.replace(/ing$/, 'e')].find((word) => leaving.test(word) || holding.test(word)) ?? lemma
}

/** The verb or noun that "as" belongs to, by the tree, else the nearest before it. */
function governorOf(scene: Scene, at: number, head: number): number {
  const { tokens } = scene.resolved
  const above = tokens[head]?.head ?? -1
  const fits = (i: number) => leaving.test(stemOf(scene, i)) || holding.test(stemOf(scene, i))
  if (above >= 0 && above < at && fits(above)) return above
  for (let i = at - 1; i >= at - 8 && i >= 0; i--) if (fits(i)) return i
  return above
}

function personAt({ byHead, kindOf }: Scene, token: number): Reference | undefined {
  const each = byHead.get(token)
  return each && kindOf.get(each.entity) === 'person' ? each : undefined
}

function holderOf(scene: Scene, syntax: Syntax, governor: number): Reference | undefined {
  const isPerson = (i: number) => personAt(scene, i)
  const first = (...relations: string[]) => dependents(syntax, governor, ...relations).map(isPerson).find(Boolean)
  const verb = scene.resolved.tokens[governor]
  if (verb?.upos === 'VERB') {
    const isPassive = dependents(syntax, governor, 'nsubj:pass').length > 0
    const isActing = /^(replace|remove|oust|fire|dismiss|sack|appoint|elect|name|reappoint|install|hire|topple|depose|suspend|drop|reelect|re-elect|select|choose|pick|succeed)$/.test(verb.lemma)
    if (isPassive) return first('nsubj:pass')
    if (isActing) return first('obj')
    return first('nsubj') ?? (/^(acl|advcl|xcomp|conj)/.test(verb.deprel) ? isPerson(verb.head) ?? dependents(syntax, verb.head, 'nsubj').map(isPerson).find(Boolean) : undefined)
  }
  return first('nmod:poss', 'nmod')
}
