/**
 * Relations between two entities, from roles, from grammar and from the language model.
 *   "the German news agency DPA" → DPA basedIn Germany;  "his brother Ronald" → siblingOf
 * In: a resolved article with its roles and statements. Out: one relation per subject, predicate and object, with every
 * place in the text that shows it. Not handled: relations that need arithmetic or knowledge from outside the article.
 */
import type { Evidence, Predicate, Relation, Resolved, RoleHolding, Span, Statement, Token } from '../model.js'
import { isAtWork } from './at-work.js'
import { relationIds } from './claim-ids.js'
import { isClearlyMeant } from './clear-leads.js'
import { attitude } from './moods.js'
import type { Standing } from './said.js'
import { licensed } from './relation-licences.js'
import { predicateOf } from './relation-names.js'
import { fromGrammar, type Finding } from './relation-rules.js'
import { relationScene, type Scene } from './relation-scene.js'
import { standingOf } from './relation-standing.js'
import { isFollowedByPart, isOfAPart, isSentThere, predicateOfTitle } from './relation-titles.js'
import { charactersOf, dependents, headOf, type Syntax } from './syntax.js'
import { words } from './word-lists.js'

export function relations(resolved: Resolved, roles: readonly RoleHolding[], statements: readonly Statement[]): Relation[] {
  const scene = relationScene(resolved)
  const shown = [...fromRoles(scene, roles), ...fromGrammar(scene)]
  // "The ministry's assistant director": what a title shows is not made more of.
  const isTitled = (each: Finding): boolean => occupations.has(each.predicate) && shown.some((other) => other.rule === 'relation-from-role' && other.predicate !== each.predicate && isSamePair(each, other))
  const findings = [...shown, ...fromModel(scene).filter((each) => !isBeaten(each, shown) && !isTitled(each) && ((each.confidence >= SURE && each.predicate !== 'memberOf') || !shown.some((other) => isSamePair(each, other))))]
  return together(findings.filter((each) => each.subject !== each.object), resolved, statements)
}

/** What somebody is to a body by an office: one office makes him one of these. */
const occupations: ReadonlySet<Predicate> = new Set<Predicate>(['headOf', 'memberOf', 'employeeOf', 'spokespersonOf', 'adviserOf', 'represents', 'ministerOf', 'playsFor', 'coachOf'])

const isSamePair = (a: Finding, b: Finding): boolean =>
  (a.subject === b.subject && a.object === b.object) || (a.subject === b.object && a.object === b.subject)

// ------------------------------------------------------------------------------------------------------- from roles

/** Of several together, as "the brothers", nobody is anyone's brother in particular. */
const ofOnePerson: ReadonlySet<Predicate> = new Set<Predicate>(['spouseOf', 'parentOf', 'siblingOf', 'relativeOf', 'residesIn'])

/** What one is no more once dismissed or gone. */
const lost: ReadonlySet<Predicate> = new Set<Predicate>(['headOf', 'memberOf', 'employeeOf', 'spokespersonOf', 'adviserOf', 'ministerOf', 'represents', 'coachOf'])

/** "Norvex fired its director, Tom Reed", "Reed was sacked", "Reed, who has resigned": the article says that he went, as done. */
function hasLost(resolved: Resolved, syntax: Syntax, holder: string): boolean {
  const isHolder = (token: number): boolean => resolved.references.some((each) => each.entity === holder && (each.head === token || (each.start <= token && token < each.end && each.form === 'name')))
  return syntax.tokens.some(({ lemma, xpos, upos }, at) => {
    if (upos !== 'VERB' || !/^VB[DN]$/u.test(xpos) || !/^(fire|dismiss|sack|oust|depose|resign|quit|impeach)$/u.test(lemma) || attitude(resolved, syntax, at) !== undefined) return false
    const isLeaving = /^(resign|quit)$/u.test(lemma), isPassive = dependents(syntax, at, 'aux:pass').length > 0
    const affected = isLeaving || isPassive ? dependents(syntax, at, 'nsubj') : dependents(syntax, at, 'obj')
    return affected.some((each) => isHolder(each) || dependents(syntax, each, 'appos', 'flat').some(isHolder))
  })
}

/** Where the words for whom a role is held for stand in its evidence, if they stand before the title. */
function wordsFor({ tokens, references, text }: Resolved, { of, title, evidence }: RoleHolding): { form: string; text: string; between: string } | undefined {
  for (const { start, end } of evidence) {
    const each = references.find((reference) => reference.entity === of && tokens[reference.start]!.start >= start && tokens[reference.end - 1]!.end <= end)
    const at = each === undefined ? -1 : text.slice(0, end).lastIndexOf(title)
    if (each !== undefined && at >= tokens[each.end - 1]!.end) return { form: each.form, text: text.slice(tokens[each.start]!.start, tokens[each.end - 1]!.end), between: text.slice(tokens[each.end - 1]!.end, at) }
  }
  return undefined
}

/** Whether a place that the role is not held for stands right before its title. */
function isOfRegion({ tokens, references, entities, text }: Resolved, { of, title, evidence }: RoleHolding): boolean {
  return evidence.some(({ start, end }) => {
    const at = text.slice(0, end).lastIndexOf(title)
    const before = at < start - 40 ? -1 : tokens.findLastIndex((token) => token.end <= at)
    const place = before < 0 ? undefined : references.find((each) => each.end === before + 1 && each.form === 'name' && each.entity !== of)
    return place !== undefined && tokens[before]!.end >= at - 1 && entities.some(({ id, kind }) => id === place.entity && kind === 'place')
  })
}

/** "a lawyer at [Bailey]" works there and represents others. */
const isAtFirm = ({ text }: Resolved, { title, evidence }: RoleHolding): boolean =>
  /(?:lawyer|attorney|solicitor)$/iu.test(title) && evidence.some(({ start, end }) => / at /u.test(text.slice(start, end).split(title)[1] ?? ''))

/**
 * Whether words say whom a title is held for: in "a tax lawyer" nobody is named. "coach of the [Mexican] women's team" does not
 * coach Mexico: behind a title an adjective speaks of what follows it.
 */
function isWrittenIn({ tokens, references, text }: Resolved, of: string, { start, end }: Span, title: string): boolean {
  const at = text.slice(0, end).lastIndexOf(title)
  return references.some((each) => {
    const [from, to] = [tokens[each.start]!.start, tokens[each.end - 1]!.end]
    return each.entity === of && from >= start && to <= end && !(each.form === 'adjective' && from > at)
  })
}

/** "[American] Bridge President": a capital between the adjective and the title makes another name of it. */
const isOtherName = (resolved: Resolved, role: RoleHolding): boolean => /\p{Lu}\p{Ll}+/u.test(wordsFor(resolved, role)?.between ?? '')

const isByAdjective = (resolved: Resolved, role: RoleHolding): boolean => wordsFor(resolved, role)?.form === 'adjective'

const roleFinding = (resolved: Resolved, { holder, confidence, rule, evidence }: RoleHolding, object: string): Omit<Finding, 'predicate'> => ({
  subject: holder, object, isFormer: false, confidence, rule: 'relation-from-role', isClause: /^(is|as)-title$/u.test(rule), evidence: [evidence[0]],
  at: Math.max(0, resolved.tokens.findIndex((token) => token.start >= evidence[0].start)),
})

/** "his late father Peter Harrow": who is dead heads nothing. */
const isLate = ({ references, tokens }: Resolved, holder: string): boolean =>
  references.some(({ entity, form, start }) => entity === holder && form === 'name' && tokens.slice(Math.max(0, start - 3), start).some(({ text, sentence }) => /^late$/iu.test(text) && sentence === tokens[start]!.sentence))

/** "former manager and president": one word for both. */
const isAfterFormer = ({ text }: Resolved, { title, evidence }: RoleHolding): boolean =>
  evidence.every(({ start, end }) => { const at = text.slice(start, end).indexOf(title); return /\b(?:former|late|then)\s(?:[\p{L}'’-]+\s){1,4}and\s$/iu.test(text.slice(Math.max(0, start - 60), start + Math.max(at, 0))) })

function fromRoles({ resolved, kindOf, syntax }: Scene, roles: readonly RoleHolding[]): Finding[] {
  if (!isAtWork('relation-from-role')) return []
  return roles.flatMap((role): Finding[] => {
    const of = kindOf.get(role.of ?? '')
    const told = of && predicateOfTitle(role.title, of)
    // "Middle East director at Rights Watch" directs a part.
    const predicate = told === 'represents' && isAtFirm(resolved, role) ? 'employeeOf' : told === 'headOf' && of?.kind === 'organization' && isOfRegion(resolved, role) ? 'employeeOf' : told
    // Whoever works for a person is told by his title only.
    if (!of || !predicate || role.isOfInferred || role.rule === 'title-seen' || isSentThere(resolved, role, predicate) || isOfAPart(resolved, role) || (predicate === 'employeeOf' && of.kind === 'person')) return []
    // "Telvar leaders Lindt and Benes": none of several is the head.
    if (predicate === 'headOf' && role.written !== undefined) return []
    if (ofOnePerson.has(predicate) && kindOf.get(role.holder)?.kind !== 'person') return []
    if (of.kind === 'place' && of.type === 'Country' && isOtherName(resolved, role)) return []
    // That officials of a state are its citizens is news to nobody; "EU leaders" lead parts of it, and "its defenders" play for nobody.
    const holder = kindOf.get(role.holder)
    if (holder?.isUnnamed && (predicate === 'citizenOf' || holder.kind === 'group' && predicate !== 'represents')) return []
    // "the Uruguayan coach" of Honduras is from Uruguay; "Uruguay's coach" trains its side.
    if (/^(?:coachOf|playsFor)$/u.test(predicate) && isByAdjective(resolved, role)) return [{ ...roleFinding(resolved, role, of.id), predicate: 'citizenOf' as const }]
    const isFormer = role.isFormer || isLate(resolved, role.holder) || isAfterFormer(resolved, role) || (lost.has(predicate) && hasLost(resolved, syntax, role.holder))
    const found = { subject: role.holder, predicate, object: of.id, isFormer, confidence: role.confidence, rule: 'relation-from-role', isClause: /^(is|as)-title$/u.test(role.rule) }
    // "Sri Lanka director" of a body is no Sri Lankan.
    if (predicate === 'citizenOf' && !isByAdjective(resolved, role) && !/^(?:US|U\.S\.|UK|U\.K\.)/u.test(wordsFor(resolved, role)?.text ?? '')) return []
    return role.evidence.filter((span) => isWrittenIn(resolved, of.id, span, role.title)).map((span) => ({ ...found, evidence: [span] as const, at: Math.max(0, resolved.tokens.findIndex((token) => token.start >= span.start)) }))
  })
}

// ------------------------------------------------------------------------------------------------------- from model

/** Candidates less likely than this are not made relations. */
const LIKELY = 0.8
/** Where a title or the grammar shows already what the two are to each other, the model must be as sure as this to add to it. */
const SURE = 0.95

/** Predicates of which a subject has one object: the likeliest is kept. */
const functional: ReadonlySet<Predicate> = new Set<Predicate>(['citizenOf', 'bornIn', 'partyOf', 'basedIn', 'spouseOf', 'residesIn', 'headOf'])

/** Whether something else is known to be the one object that the subject can have. */
const isBeaten = (each: Finding, others: readonly Finding[]): boolean => functional.has(each.predicate)
  && others.some((other) => other.subject === each.subject && other.predicate === each.predicate && other.object !== each.object)

/** Predicates that a phrase shows by itself: "Russia's President Putin", "the German agency DPA". */
const within: ReadonlySet<Predicate> = new Set<Predicate>([
  'headOf', 'citizenOf', 'spokespersonOf', 'adviserOf', 'memberOf', 'partyOf', 'playsFor', 'coachOf', 'basedIn', 'locatedIn', 'partOf', 'subsidiaryOf',
])

/**
 * Whether the tree ties two words closely enough for a reader to see the relation: over at most three steps, and inside one
 * phrase (near, no verb and no "and" between them) where a phrase should show it. What merely stands in one article is often true, not said.
 */
function isTied(tokens: readonly Token[], a: number, b: number, isPhrase: boolean): boolean {
  const up = (from: number): number[] => {
    const path = [from]
    for (let head = tokens[from]!.head; head >= 0 && path.length < 4; head = tokens[head]!.head) path.push(head)
    return path
  }
  const [left, right] = [up(a), up(b)]
  const top = left.find((token) => right.includes(token))
  if (top === undefined) return false
  const path = [...left.slice(0, left.indexOf(top)), top, ...right.slice(0, right.indexOf(top))]
  const isOnePhrase = Math.abs(a - b) <= 8 && !path.some((token) => tokens[token]!.upos === 'VERB' || (token !== top && tokens[token]!.deprel === 'conj'))
  return path.length <= 4 && (!isPhrase || isOnePhrase)
}

/** What a body's name may end in: each says what it is, so that "the fund" is no Genome Sequencing Lab. */
const sorts = words('bank lab laboratory institute university college school hospital clinic party fund foundation ministry department council court parliament senate army navy police union league federation club newspaper magazine church museum theatre theater committee commission airline factory mine')

/** A description that means something whose name says that it is of another sort: it was taken for the wrong thing. */
function isMisnamed({ tokens, mentions, entityOf, entities }: Resolved, mention: number): boolean {
  const { form, head } = mentions[mention]!
  const noun = tokens[head]!.lemma.toLowerCase()
  const named = entities.find(({ id }) => id === entityOf[mention])?.names.flatMap((name) => name.toLowerCase().split(/\s+/u)) ?? []
  return form === 'nominal' && sorts.has(noun) && !named.includes(noun) && named.some((word) => sorts.has(word))
}

function fromModel({ resolved, kindOf, syntax }: Scene): Finding[] {
  if (!isAtWork('relation-head')) return []
  const found = resolved.relationCandidates.flatMap((candidate) => {
    const name = candidate.confidence < LIKELY ? undefined : predicateOf(candidate.relation)
    const [subject, object] = [resolved.entityOf[candidate.subject], resolved.entityOf[candidate.object]]
    if (!name || !subject || !object) return []
    const [from, to] = name.isInverse ? [object, subject] : [subject, object]
    if (!name.subjects.includes(kindOf.get(from)?.kind ?? 'group') || !name.objects.includes(kindOf.get(to)?.kind ?? 'group')) return []
    if (isMisnamed(resolved, candidate.subject) || isMisnamed(resolved, candidate.object)) return []
    const [first, second] = [resolved.mentions[candidate.subject]!, resolved.mentions[candidate.object]!].sort((a, b) => a.start - b.start)
    const held = resolved.mentions[name.isInverse ? candidate.subject : candidate.object]
    if ((occupations.has(name.predicate) || name.predicate === 'partyOf') && held !== undefined && isFollowedByPart(resolved.tokens, held.end)) return []
    if (!isTied(resolved.tokens, first!.head, second!.head, within.has(name.predicate))) return []
    const span = licensed(syntax, name.predicate, first!, second!)
    if (!span) return []
    const evidence: Evidence = [charactersOf(resolved.tokens, span)]
    return [{ subject: from, predicate: name.predicate, object: to, isFormer: false, confidence: candidate.confidence, rule: 'relation-head', evidence, at: headOf(resolved.tokens, span) }]
  })
  return found.filter((each) => !isBeaten(each, found.filter((other) => other.confidence > each.confidence)))
}

// --------------------------------------------------------------------------------------------------------- together

/** What is told of somebody whom only a pronoun or description without a clear lead means may be so. */
const withDoubt = (stands: Standing, isClear: boolean): Standing => stands.factuality === 'Asserted' && !isClear ? { ...stands, factuality: 'Possible' } : stands

/** One relation per triple: its evidence is that of all findings, its confidence that of the best one. */
function together(findings: readonly Finding[], resolved: Resolved, statements: readonly Statement[]): Relation[] {
  const groups = new Map<string, Finding[]>()
  for (const each of findings) {
    const triple = `${each.subject} ${each.predicate} ${each.object}`
    groups.set(triple, [...(groups.get(triple) ?? []), each])
  }
  const idOf = relationIds()
  return [...groups.values()].map((group) => {
    const best = group.reduce((a, b) => (b.confidence > a.confidence ? b : a))
    const isClear = (each: Finding): boolean => [each.subject, each.object].every((id) => isClearlyMeant(resolved, each.evidence[0], id))
    const stands = group.map((each) => withDoubt(standingOf(resolved, statements, each), isClear(each)))
    const chosen = stands.find((each) => each.factuality === 'Asserted') ?? stands[0]!
    const spans = [...new Map(group.flatMap((each) => each.evidence).map((span) => [`${span.start}-${span.end}`, span])).values()].sort((a, b) => a.start - b.start || a.end - b.end)
    return {
      kind: 'relation', id: idOf(best.subject, best.predicate, best.object),
      subject: best.subject, predicate: best.predicate, object: best.object, isFormer: group.some((each) => each.isFormer),
      confidence: best.confidence, rule: best.rule, evidence: [spans[0]!, ...spans.slice(1)],
      factuality: chosen.factuality, ...(chosen.accordingTo !== undefined && { accordingTo: chosen.accordingTo }),
    }
  })
}
