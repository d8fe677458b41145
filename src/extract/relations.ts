/**
 * Relations between two entities, from roles, from grammar and from the language model.
 *   "the German news agency DPA" → DPA basedIn Germany;  "his brother Ronald" → siblingOf
 * In: a resolved article with its roles and statements. Out: one relation per subject, predicate and object, with every
 * place in the text that shows it. Not handled: relations that need arithmetic or knowledge from outside the article.
 */
import type { Entity, Evidence, Predicate, Relation, Resolved, RoleHolding, Span, Statement } from '../model.js'
import { referentsOf, type Referents } from './event-arguments.js'
import { predicateOf } from './relation-names.js'
import { standing } from './said.js'
import { caseOf, charactersOf, dependents, syntaxOf, type Syntax } from './syntax.js'

/** A relation as one place in the text shows it, before the same ones are brought together. */
interface Finding {
  readonly subject: string
  readonly predicate: Predicate
  readonly object: string
  readonly isFormer: boolean
  readonly confidence: number
  readonly rule: string
  readonly evidence: Evidence
  /** The token whose standing (asserted, negated, only said) is that of the relation. */
  readonly at: number
}

interface Scene {
  readonly resolved: Resolved
  readonly syntax: Syntax
  readonly referents: Referents
  readonly kindOf: ReadonlyMap<string, Entity>
}

export function relations(resolved: Resolved, roles: readonly RoleHolding[], statements: readonly Statement[]): Relation[] {
  const scene: Scene = {
    resolved, syntax: syntaxOf(resolved), referents: referentsOf(resolved),
    kindOf: new Map(resolved.entities.map((entity) => [entity.id, entity])),
  }
  const findings = [...fromRoles(scene, roles), ...fromGrammar(scene), ...fromModel(scene)]
  return together(findings.filter((each) => each.subject !== each.object), resolved, statements)
}

// ------------------------------------------------------------------------------------------------------- from roles

const roleWords: readonly { readonly predicate: Predicate; readonly heads: string }[] = [
  { predicate: 'spokespersonOf', heads: 'spokesman spokeswoman spokesperson speaker' },
  { predicate: 'ministerOf', heads: 'minister secretary' },
  { predicate: 'adviserOf', heads: 'adviser advisor aide counsellor' },
  { predicate: 'represents', heads: 'lawyer attorney ambassador envoy representative lawmaker senator congressman congresswoman mp councillor councilman delegate solicitor' },
  { predicate: 'founderOf', heads: 'founder co-founder cofounder' },
  { predicate: 'ownerOf', heads: 'owner co-owner' },
  { predicate: 'coachOf', heads: 'coach trainer' },
  { predicate: 'playsFor', heads: 'player defender goalkeeper striker midfielder forward winger quarterback captain' },
  { predicate: 'authorOf', heads: 'author writer' },
  { predicate: 'successorOf', heads: 'successor' },
  { predicate: 'spouseOf', heads: 'wife husband spouse widow widower' },
  { predicate: 'parentOf', heads: 'father mother parent' },
  { predicate: 'siblingOf', heads: 'brother sister sibling' },
  { predicate: 'relativeOf', heads: 'son daughter nephew niece uncle aunt cousin grandson granddaughter' },
  {
    predicate: 'headOf',
    heads: 'president premier chancellor king queen emperor sultan emir prince mayor governor chief head director ceo chairman chairwoman chair chairperson leader commissioner commander dictator boss principal dean rector chancellor executive editor-in-chief general-secretary speaker',
  },
  { predicate: 'memberOf', heads: 'member official officer candidate nominee judge justice soldier deputy fighter militant' },
]

/** Titles whose last word misleads: a prime minister heads, a deputy minister does not. */
function predicateOfTitle(title: string): Predicate {
  const words = title.toLowerCase().split(/\s+/)
  const head = words.at(-1) ?? ''
  if (/\bprime minister\b/.test(title.toLowerCase())) return 'headOf'
  if (/^(deputy|vice|assistant|former deputy)\b/.test(title.toLowerCase()) && head !== 'minister') return 'employeeOf'
  return roleWords.find(({ heads }) => heads.split(' ').includes(head.replace(/s$/, '')) || heads.split(' ').includes(head))?.predicate ?? 'employeeOf'
}

function fromRoles({ resolved, kindOf }: Scene, roles: readonly RoleHolding[]): Finding[] {
  return roles.flatMap((role) => {
    if (!role.of || !kindOf.has(role.of)) return []
    const named = predicateOfTitle(role.title)
    const isPlace = kindOf.get(role.of)?.kind === 'place'
    const predicate = named === 'employeeOf' && isPlace ? 'agentOf' : named
    const at = resolved.tokens.findIndex((token) => token.start >= role.evidence[0].start)
    return [{ subject: role.holder, predicate, object: role.of, isFormer: role.isFormer, confidence: role.confidence, rule: 'relation-from-role', evidence: role.evidence, at: Math.max(0, at) }]
  })
}

// ----------------------------------------------------------------------------------------------------- from grammar

/** A way in which grammar shows a relation at one token. */
interface GrammarRule {
  readonly name: string
  readonly matches: string
  readonly misses: string
  readonly confidence: number
  readonly find: (scene: Scene, token: number) => Omit<Finding, 'confidence' | 'rule' | 'isFormer'> | undefined
}

export const grammarRules: readonly GrammarRule[] = [
  {
    name: 'nationality-of-body', confidence: 0.85,
    matches: 'The Bulgarian broadcaster Radio Vitosha reported it.', misses: 'The Bulgarian answer came late.',
    find: (scene, token) => {
      const body = scene.referents.entityAt[token]
      if (!body || (body.kind !== 'organization' && body.kind !== 'outlet') || isInsideName(scene, token)) return undefined
      const country = dependents(scene.syntax, token, 'amod').find((each) => scene.referents.entityAt[each]?.kind === 'place' && scene.referents.entityAt[each]?.id !== body.id)
        ?? dependents(scene.syntax, token, 'nmod:poss').find((each) => scene.referents.entityAt[each]?.kind === 'place')
      return country === undefined ? undefined : seen(scene, body.id, 'basedIn', country, token)
    },
  },
  {
    name: 'place-in-place', confidence: 0.85,
    matches: 'The fire broke out in Plovdiv, Bulgaria.', misses: 'He flew from Plovdiv to Bulgaria.',
    find: (scene, token) => {
      const inner = scene.referents.entityAt[token]
      if (inner?.kind !== 'place') return undefined
      const outer = dependents(scene.syntax, token, 'appos', 'nmod', 'flat', 'nmod:unmarked').find((each) => {
        const other = scene.referents.entityAt[each]
        return other?.kind === 'place' && other.id !== inner.id && (['', 'in', 'of'].includes(caseOf(scene.syntax, each)))
      })
      return outer === undefined ? undefined : seen(scene, inner.id, 'locatedIn', outer, token)
    },
  },
  {
    name: 'capital-of', confidence: 0.95,
    matches: 'Sofia, the capital of Bulgaria, was calm.', misses: 'The capital of Bulgaria was calm.',
    find: (scene, token) => {
      if (scene.syntax.tokens[token]!.lemma !== 'capital') return undefined
      const city = scene.syntax.tokens[token]!.deprel === 'appos' ? scene.syntax.tokens[token]!.head : dependents(scene.syntax, token, 'nsubj', 'appos')[0]
      const country = dependents(scene.syntax, token, 'nmod', 'nmod:poss').find((each) => scene.referents.entityAt[each]?.kind === 'place')
      const capital = city === undefined || city < 0 ? undefined : scene.referents.entityAt[city]
      return !capital || country === undefined ? undefined : seen(scene, capital.id, 'capitalOf', country, city!)
    },
  },
  {
    name: 'kinship', confidence: 0.8,
    matches: 'Ivana Petrova is the sister of Boris Petrov.', misses: 'The sister of Boris Petrov was absent.',
    find: (scene, token) => {
      const predicate = kinshipWords.get(scene.syntax.tokens[token]!.lemma)
      if (!predicate) return undefined
      const { deprel, head } = scene.syntax.tokens[token]!
      const beside = [...dependents(scene.syntax, token, 'nsubj', 'appos', 'flat'), ...(deprel === 'appos' ? [head] : [])]
      const relative = [...beside, token].find((each) => personAt(scene, each))
      const other = dependents(scene.syntax, token, 'nmod:poss', 'nmod').find((each) => personAt(scene, each) && (scene.syntax.tokens[each]!.deprel === 'nmod:poss' || caseOf(scene.syntax, each) === 'of'))
      if (relative === undefined || other === undefined) return undefined
      return seen(scene, personAt(scene, relative)!.id, predicate, other, relative)
    },
  },
  {
    name: 'published-by', confidence: 0.85,
    matches: 'The film was aired by Radio Vitosha.', misses: 'The film was praised by Radio Vitosha.',
    find: (scene, token) => {
      if (!['publish', 'air', 'broadcast', 'release'].includes(scene.syntax.tokens[token]!.lemma)) return undefined
      const work = [...dependents(scene.syntax, token, 'nsubj:pass', 'obj'), scene.syntax.tokens[token]!.head].find((each) => scene.referents.entityAt[each]?.kind === 'work')
      const outlet = dependents(scene.syntax, token, 'obl:agent', 'obl', 'nsubj').find((each) => ['outlet', 'organization'].includes(scene.referents.entityAt[each]?.kind ?? ''))
      if (work === undefined || outlet === undefined) return undefined
      return seen(scene, scene.referents.entityAt[outlet]!.id, 'publisherOf', work, outlet)
    },
  },
]

const kinshipWords: ReadonlyMap<string, Predicate> = new Map<string, Predicate>([
  ...['wife', 'husband', 'spouse', 'ex-wife', 'ex-husband', 'widow', 'widower'].map((word): [string, Predicate] => [word, 'spouseOf']),
  ...['brother', 'sister', 'half-brother', 'half-sister', 'twin'].map((word): [string, Predicate] => [word, 'siblingOf']),
  ...['father', 'mother'].map((word): [string, Predicate] => [word, 'parentOf']),
  ...['son', 'daughter', 'nephew', 'niece', 'uncle', 'aunt', 'cousin', 'grandson', 'granddaughter', 'grandfather', 'grandmother', 'son-in-law', 'brother-in-law'].map((word): [string, Predicate] => [word, 'relativeOf']),
])

function personAt(scene: Scene, token: number): Entity | undefined {
  const entity = scene.referents.entityAt[token]
  return entity?.kind === 'person' ? entity : undefined
}

function isInsideName({ resolved }: Scene, token: number): boolean {
  return resolved.mentions.some((mention) => mention.form === 'name' && mention.start <= token && token < mention.end && mention.head !== token)
}

/** What one place shows: the words from subject to object. */
function seen({ resolved, referents, syntax }: Scene, subject: string, predicate: Predicate, object: number, at: number): Omit<Finding, 'confidence' | 'rule' | 'isFormer'> {
  const span = { start: Math.min(object, at), end: Math.max(object, at) + 1 }
  return { subject, predicate, object: referents.entityAt[object]!.id, evidence: [charactersOf(resolved.tokens, span)], at: syntax.tokens[at] ? at : 0 }
}

function fromGrammar(scene: Scene): Finding[] {
  return scene.resolved.tokens.flatMap((_, token) => grammarRules.flatMap((rule) => {
    const found = rule.find(scene, token)
    const isFormer = found !== undefined && dependents(scene.syntax, token, 'amod').some((each) => ['former', 'ex', 'late'].includes(scene.syntax.tokens[each]!.lemma))
    return found ? [{ ...found, isFormer, confidence: rule.confidence, rule: rule.name }] : []
  }))
}

// ------------------------------------------------------------------------------------------------------- from model

function fromModel({ resolved, kindOf }: Scene): Finding[] {
  return resolved.relationCandidates.flatMap((candidate) => {
    const name = predicateOf(candidate.relation)
    const [subject, object] = [resolved.entityOf[candidate.subject], resolved.entityOf[candidate.object]]
    if (!name || !subject || !object) return []
    const [from, to] = name.isInverse ? [object, subject] : [subject, object]
    if (!name.subjects.includes(kindOf.get(from)?.kind ?? 'group') || !name.objects.includes(kindOf.get(to)?.kind ?? 'group')) return []
    const [first, second] = [resolved.mentions[candidate.subject]!, resolved.mentions[candidate.object]!].sort((a, b) => a.start - b.start)
    const spans: [Span, Span] = [charactersOf(resolved.tokens, first!), charactersOf(resolved.tokens, second!)]
    return [{ subject: from, predicate: name.predicate, object: to, isFormer: false, confidence: candidate.confidence, rule: 'relation-head', evidence: spans, at: second!.head }]
  })
}

// --------------------------------------------------------------------------------------------------------- together

/** One relation per triple: its evidence is that of all findings, its confidence that of the best one. */
function together(findings: readonly Finding[], resolved: Resolved, statements: readonly Statement[]): Relation[] {
  const groups = new Map<string, Finding[]>()
  for (const each of findings) {
    const triple = `${each.subject} ${each.predicate} ${each.object}`
    groups.set(triple, [...(groups.get(triple) ?? []), each])
  }
  return [...groups.values()].map((group) => {
    const best = group.reduce((a, b) => (b.confidence > a.confidence ? b : a))
    const stands = group.map((each) => standing(resolved, statements, each.at))
    const chosen = stands.find((each) => each.factuality === 'Asserted') ?? stands[0]!
    const spans = [...new Map(group.flatMap((each) => each.evidence).map((span) => [`${span.start}-${span.end}`, span])).values()].sort((a, b) => a.start - b.start || a.end - b.end)
    return {
      kind: 'relation', subject: best.subject, predicate: best.predicate, object: best.object, isFormer: group.some((each) => each.isFormer),
      confidence: best.confidence, rule: best.rule, evidence: [spans[0]!, ...spans.slice(1)],
      factuality: chosen.factuality, ...(chosen.accordingTo !== undefined && { accordingTo: chosen.accordingTo }),
    }
  })
}
