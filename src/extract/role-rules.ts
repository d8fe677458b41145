/**
 * The ways in which news says who somebody is, one record each: before the name, after it, with a copula, with "as".
 * The article goes in; holder and title come out, not yet merged. "Gennaro Gattuso, AC Milan's coach" → Gattuso, "coach".
 */
import type { Reference } from '../model.js'
import { dependents, syntaxOf, type Syntax } from './syntax.js'
import { attitude } from './moods.js'
import { isTitleHead, titleFrom, type Scene, type Title } from './role-phrases.js'

export interface FoundRole { readonly holder: Reference; readonly title: Title; readonly isFormer: boolean }

export interface RoleRule {
  readonly name: string
  /** Precision of the rule by itself on the gold. */
  readonly confidence: number
  /** Sentences, and holder / title / of whom that the rule finds in them. */
  readonly matches: readonly (readonly [sentence: string, found: string])[]
  readonly misses: readonly string[]
  readonly find: (scene: Scene) => FoundRole[]
}

export const roleRules: readonly RoleRule[] = [
  {
    name: 'title-before-name', confidence: 0.93,
    matches: [
      ['Russian Culture Minister Vladimir Medinsky announced it.', 'Vladimir Medinsky / Culture Minister / Russia'],
      ['Former mayor of Florence Matteo Renzi spoke.', 'Matteo Renzi / mayor of Florence / Florence'],
      ['AC Milan coach Gennaro Gattuso resigned.', 'Gennaro Gattuso / coach / AC Milan'],
    ],
    misses: ['The minister met Vladimir Medinsky.', 'Police in Paris said John Smith was hurt.'],
    find: (scene) => persons(scene).flatMap((name) => titlesBefore(scene, name)),
  },
  {
    name: 'title-after-name', confidence: 0.9,
    matches: [['Vladimir Urin, the general director of the Stanislavsky Musical Theater, spoke.', 'Vladimir Urin / general director / Stanislavsky Musical Theater']],
    misses: ['Vladimir Urin, Culture Minister Vladimir Medinsky and others spoke.'],
    find: (scene) => persons(scene).flatMap((name) => titlesAfter(scene, name)),
  },
  {
    name: 'title-in-apposition', confidence: 0.87,
    matches: [['A lawyer for Reuters, David Schulz, said no.', 'David Schulz / lawyer / Reuters']],
    misses: ['The lawyer said that David Schulz had left.'],
    find: (scene) => persons(scene).flatMap((name) => titlesInApposition(scene, name)),
  },
  {
    name: 'is-title', confidence: 0.85,
    matches: [['Anna Kovacs is the mayor of Budapest.', 'Anna Kovacs / mayor / Budapest'], ['Anna Kovacs, who was a senator, left.', 'Anna Kovacs / senator / -']],
    misses: ['Anna Kovacs is not the mayor of Budapest.', 'If Anna Kovacs were the mayor, he would leave.'],
    find: (scene) => copulas(scene, syntaxOf(scene.resolved)),
  },
  {
    name: 'as-title', confidence: 0.8,
    matches: [['Anatoly Iksanov was replaced as director of the Bolshoi Theater.', 'Anatoly Iksanov / director / Bolshoi Theater'], ['Anna Kovacs resigned as mayor of Budapest.', 'Anna Kovacs / mayor / Budapest']],
    misses: ['Anna Kovacs described him as a leader.', 'Anna Kovacs might return as mayor.'],
    find: (scene) => asTitles(scene, syntaxOf(scene.resolved)),
  },
]

function persons({ resolved, kindOf }: Scene): Reference[] {
  return resolved.references.filter((each) => each.form === 'name' && kindOf.get(each.entity) === 'person')
}

const found = (holder: Reference, title: Title | undefined, isFormer = false): FoundRole[] =>
  title ? [{ holder, title: title.of === holder.entity ? withoutOf(title) : title, isFormer: isFormer || title.isFormer }] : []

function withoutOf({ of: _, ...title }: Title): Title { return title }

// ------------------------------------------------------------------------------------------------------------- before

/** "Fiorentina captain and defender [Davide Astori]": every title in the words that lead up to the name. */
function titlesBefore(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  let last = name.start - 1
  // "Minister Dr. Hans Schmidt", "dictator 'Hitler'": courtesies and quote marks stand between title and name.
  while (last > 0 && /^((mr|mrs|ms|dr|prof|sir|lord)\.?|["“‘'])$/i.test(tokens[last]?.text ?? '')) last -= 1
  if (tokens[last]?.sentence !== tokens[name.start]?.sentence || last < 0) return []
  const start = phraseStart(scene, name, last)
  const heads = headsBefore(scene, start, last)
  let from = start
  let shared: string | undefined
  return heads.flatMap((head) => {
    const title = titleFrom(scene, from, head)
    from = head + 2
    shared ??= title?.of
    return found(name, title && !title.of && shared ? { ...title, of: shared } : title)
  })
}

/** The title nouns of a phrase: its last word, or one whose complement ends it ("mayor of Florence"), and those joined to it by "and". */
function headsBefore(scene: Scene, start: number, last: number): number[] {
  const { tokens } = scene.resolved
  let final = isTitleHead(scene, last) ? last : -1
  for (let i = last - 1; final < 0 && i >= start; i--) {
    if (!isTitleHead(scene, i)) continue
    if (!/^(of|for)$/i.test(tokens[i + 1]?.text ?? '') || titleFrom(scene, start, i)?.phrase.end !== last + 1) return []
    final = i
  }
  if (final < 0) return []
  const heads = [final]
  for (let i = final - 1; i >= start; i--) if (isTitleHead(scene, i) && /^(and|&|,|\/)$/.test(tokens[i + 1]?.text ?? '')) heads.unshift(i)
  return heads
}

/** Where the phrase before a name begins: nouns, adjectives, names that own or qualify, "and" between titles. */
function phraseStart(scene: Scene, name: Reference, last: number): number {
  const { tokens } = scene.resolved
  let start = last + 1
  for (let i = last; i >= 0 && i > last - 14 && tokens[i]?.sentence === tokens[name.start]?.sentence; i--) {
    const { text = '', upos = '' } = tokens[i] ?? {}
    const person = (scene.endingAt.get(i + 1) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
    const isJoin = /^(and|&)$/i.test(text) || text === ','
    if (isJoin && (!isTitleHead(scene, i - 1) || !isTitleHead(scene, last))) break
    if (/^(of|for)$/i.test(text) && !isTitleHead(scene, i - 1)) break
    if (person && /^(and|,|&)$/.test(tokens[i + 1]?.text ?? '')) break
    const isPart = /^(NOUN|PROPN|ADJ|NUM|PART)$/.test(upos) || isJoin || /^(of|for)$/i.test(text) || /^['’]s?$|^[-–]$|^(his|her|its|their|the|a|an|my|our|then|now|former)$/i.test(text) || (scene.endingAt.get(i + 1) ?? []).length > 0
      || upos === 'VERB' && /^(VBG|VBN)$/.test(tokens[i]?.xpos ?? '') && tokens[i]?.deprel === 'amod'
    if (!isPart) break
    start = i
    if (/^(the|a|an|his|her|its|their|my|our)$/i.test(text) && !/^(of|for)$/i.test(tokens[i - 1]?.text ?? '')) break
  }
  return start
}

// -------------------------------------------------------------------------------------------------------------- after

/** "[Vladimir Urin], 53, the general director of …", "[Renzi], a former mayor of Florence and leader of …". */
function titlesAfter(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  const word = (i: number) => (tokens[i]?.sentence === tokens[name.start]?.sentence ? tokens[i]?.text ?? '' : '')
  let at = name.end
  if (!/^[,(–—-]$/.test(word(at))) return []
  at += 1
  if (/^\d+$/.test(word(at)) && word(at + 1) === ',') at += 2
  const roles: FoundRole[] = []
  for (let steps = 0; steps < 3; steps++) {
    const head = headAfter(scene, at)
    if (head === undefined) break
    const title = titleFrom(scene, at, head)
    if (!title) break
    // "Urin, Culture Minister Medinsky and …": the title belongs to the name that follows.
    if ((scene.startingAt.get(title.phrase.end) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')) break
    roles.push(...found(name, title))
    if (!/^(and|&)$/.test(word(title.phrase.end)) || /^(the|a|an)$/i.test(word(title.phrase.end + 1)) && !isTitleHead(scene, title.phrase.end + 2)) break
    at = title.phrase.end + 1
  }
  return roles
}

/** The title noun that ends the noun phrase beginning at a token. */
function headAfter(scene: Scene, at: number): number | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 10; i++) {
    const token = tokens[i]
    if (!token || token.sentence !== tokens[at]?.sentence) return undefined
    if (isTitleHead(scene, i) && !/^(NOUN|PROPN)$/.test(/^[-–]$|^['’]s?$/.test(tokens[i + 1]?.text ?? '') ? 'NOUN' : isNounAfter(scene, i) ? 'NOUN' : '')) return i
    const isPart = /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(token.upos) || /^(his|her|its|their|former|then|[-–]|['’]s?)$/i.test(token.text) || token.upos === 'VERB' && token.deprel === 'amod'
    if (!isPart) return undefined
  }
  return undefined
}

/** Whether another noun carries the phrase on: "leader" in "opposition leader post". */
function isNounAfter(scene: Scene, i: number): boolean {
  const next = scene.resolved.tokens[i + 1]
  return next !== undefined && /^(NOUN|PROPN)$/.test(next.upos) && !(scene.startingAt.get(i + 1) ?? []).some((each) => scene.kindOf.get(each.entity) === 'person')
}

// -------------------------------------------------------------------------------------------------------- apposition

/** "A lawyer for the news outlets, [David Schulz], said", "opposition leader of Russia, [Alexey Navalny]". */
function titlesInApposition(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  if (!/^[,–—]$/.test(tokens[name.start - 1]?.text ?? '') || tokens[name.start - 1]?.sentence !== tokens[name.start]?.sentence) return []
  for (let head = name.start - 2; head >= name.start - 14 && head >= 0 && tokens[head]?.sentence === tokens[name.start]?.sentence; head--) {
    if (/^(VERB|AUX)$/.test(tokens[head]?.upos ?? '') && tokens[head]?.deprel !== 'amod' || tokens[head]?.upos === 'PUNCT' && !/^[-–]$/.test(tokens[head]?.text ?? '')) return []
    if (!isTitleHead(scene, head)) continue
    const start = phraseStart(scene, { ...name, start: head + 1 }, head)
    const title = titleFrom(scene, start, head)
    const isTied = tokens[name.head]?.deprel === 'appos' && tokens[name.head]?.head === head
    const isClosed = /^[,.–—]$/.test(tokens[name.end]?.text ?? '') || tokens[name.end]?.sentence !== tokens[name.start]?.sentence
    if (!title || !isTied && !(isClosed && title.phrase.end === name.start - 1)) continue
    // "the minister, Lavrov said": a name that is the subject of what follows is no apposition.
    if (!isTied && /^nsubj/.test(tokens[name.head]?.deprel ?? '')) return []
    return found(name, title)
  }
  return []
}

// -------------------------------------------------------------------------------------------------------------- copula

/** "[He] is the brother of …", "[Navalny], who was a lawyer", "[she] became chancellor". */
function copulas(scene: Scene, syntax: Syntax): FoundRole[] {
  const { tokens } = scene.resolved
  return tokens.flatMap((token, head) => {
    if (!isTitleHead(scene, head)) return []
    const copula = dependents(syntax, head, 'cop')[0]
    const verb = tokens[token.head]
    const isBecome = verb !== undefined && /^(xcomp|obj)$/.test(token.deprel) && /^(become|remain)$/.test(verb.lemma)
    const isNamed = verb !== undefined && /^(xcomp|obj)$/.test(token.deprel) && /^(appoint|name|elect|crown|make|nominate)$/.test(verb.lemma) && dependents(syntax, token.head, 'nsubj:pass').length > 0
    if (copula === undefined && !isBecome && !isNamed) return []
    const subject = dependents(syntax, copula === undefined ? token.head : head, 'nsubj')[0]
    const holder = subject === undefined ? undefined : scene.byHead.get(subject)
    if (!holder || scene.kindOf.get(holder.entity) !== 'person' || isUnsure(scene, syntax, head)) return []
    const start = Math.max((copula ?? token.head) + 1, phraseStart(scene, { ...holder, start: head + 1 }, head))
    const title = titleFrom(scene, start, head)
    const isPast = copula !== undefined && /^(was|were)$/i.test(tokens[copula]?.text ?? '')
    const more = dependents(syntax, head, 'conj').filter((each) => isTitleHead(scene, each) && dependents(syntax, each, 'nsubj').length === 0)
    return [...found(holder, title, isPast), ...more.flatMap((each) => found(holder, titleFrom(scene, phraseStart(scene, { ...holder, start: each + 1 }, each), each), isPast))]
  })
}

/** Denied, supposed, asked or merely said. */
function isUnsure(scene: Scene, syntax: Syntax, token: number): boolean {
  return attitude(scene.resolved, syntax, token) !== undefined || isQuotedHere(scene, token)
}

function isQuotedHere(scene: Scene, token: number): boolean {
  return scene.resolved.attributions.some(({ content, confidence }) => confidence > 0.3 && content.some(({ start, end }) => start <= token && token < end))
}

// ------------------------------------------------------------------------------------------------------------------ as

const leaving = /^(replace|resign|remove|oust|fire|dismiss|sack|quit|depart|retire|succeed|step|departure|resignation|removal|dismissal|ouster|topple|depose|suspend|drop|tenure|time|stint|exit)$/
const holding = /^(serve|work|act|appoint|elect|name|return|begin|start|stay|remain|continue|reappoint|install|swear|hire|term|reelect|re-elect|role|job|position|career|appointment|election|inaugurate|nominate|come|join|coach|rule|govern|take|select|choose|pick|run|campaign|bid|lead)$/

/** "[Iksanov] was replaced as director", "[Clinton]'s tenure as secretary of state", "the departure of [Bratton] as commissioner". */
function asTitles(scene: Scene, syntax: Syntax): FoundRole[] {
  const { tokens } = scene.resolved
  return tokens.flatMap((token, at) => {
    if (token.text.toLowerCase() !== 'as') return []
    const head = headAfter(scene, at + 1)
    if (head === undefined) return []
    const governor = governorOf(scene, at, head)
    const lemma = tokens[governor]?.lemma.toLowerCase() ?? ''
    // Who is "replaced as director" was director, whoever says so.
    if (isQuotedHere(scene, head) && !leaving.test(lemma)) return []
    if (!leaving.test(lemma) && !holding.test(lemma) || tokens[governor]?.upos === 'VERB' && attitude(scene.resolved, syntax, governor) !== undefined) return []
    const holder = holderOf(scene, syntax, governor)
    const isBidder = /^(run|campaign|bid|nominate)$/.test(lemma)
    return holder && !isBidder ? found(holder, titleFrom(scene, at + 1, head), leaving.test(lemma)) : []
  })
}

/** The verb or noun that "as" belongs to, by the tree, else the nearest before it. */
function governorOf({ resolved: { tokens } }: Scene, at: number, head: number): number {
  const above = tokens[head]?.head ?? -1
  if (above >= 0 && above < at && (leaving.test(tokens[above]?.lemma ?? '') || holding.test(tokens[above]?.lemma ?? ''))) return above
  for (let i = at - 1; i >= at - 8 && i >= 0; i--) if (leaving.test(tokens[i]?.lemma ?? '') || holding.test(tokens[i]?.lemma ?? '')) return i
  return above
}

function holderOf(scene: Scene, syntax: Syntax, governor: number): Reference | undefined {
  const isPerson = (i: number | undefined) => { const each = i === undefined ? undefined : scene.byHead.get(i); return each && scene.kindOf.get(each.entity) === 'person' ? each : undefined }
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
