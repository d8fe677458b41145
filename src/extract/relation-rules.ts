/**
 * Relations that grammar shows: "the German news agency DPA" → DPA basedIn Germany; "Sofia, the capital of Bulgaria".
 * In: a scene (article, tree, what stands at each token). Out: findings, one for each place in the text.
 */
import type { Entity, Evidence, Predicate } from '../model.js'
import { isAtWork } from './at-work.js'
import type { Scene } from './relation-scene.js'
import { caseOf, charactersOf, dependents } from './syntax.js'

/** A relation as one place in the text shows it, before the same ones are brought together. */
export interface Finding {
  readonly subject: string
  readonly predicate: Predicate
  readonly object: string
  readonly isFormer: boolean
  readonly confidence: number
  readonly rule: string
  readonly evidence: Evidence
  /** The token whose standing (asserted, negated, only said) is that of the relation. */
  readonly at: number
  /** A clause shows it, not a title beside a name: "Anna Kovacs is the mayor". */
  readonly isClause?: boolean
}

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
      if (!body || (body.kind !== 'organization' && body.kind !== 'outlet') || scene.isInsideName(token)) return undefined
      // In "the Chinese Nationalist Party" the name tells nothing of where; a government's body is its state's.
      const isOfName = (each: number) => body.type !== 'GovernmentOrganization' && scene.covering(each).some(({ form, entity }) => form === 'name' && entity === body.id)
      const country = dependents(scene.syntax, token, 'amod').find((each) => scene.referents.entityAt[each]?.kind === 'place' && scene.referents.entityAt[each]?.id !== body.id && !isOfName(each))
        ?? dependents(scene.syntax, token, 'nmod:poss').find((each) => scene.referents.entityAt[each]?.kind === 'place' && scene.syntax.tokens[each]!.upos !== 'PRON')
      return country === undefined ? undefined : seen(scene, body.id, 'basedIn', country, token)
    },
  },
  {
    name: 'place-in-place', confidence: 0.85,
    matches: 'The fire broke out in Plovdiv, Bulgaria.', misses: 'He flew from Plovdiv to Bulgaria.',
    find: (scene, token) => {
      const inner = scene.referents.entityAt[token]
      // "India, Australia, Germany" is a list: no country lies in the next.
      if (inner?.kind !== 'place' || inner.type === 'Country') return undefined
      const outer = dependents(scene.syntax, token, 'appos', 'nmod', 'flat', 'nmod:unmarked').find((each) => {
        const other = scene.referents.entityAt[each]
        // "three deaths in Salta, two in Jujuy": no region lies in another.
        return other?.kind === 'place' && other.id !== inner.id && !(inner.type === 'AdministrativeArea' && other.type === 'AdministrativeArea') && (caseOf(scene.syntax, each) === 'in' || (isWider(other, inner) && each > token && ['', 'of'].includes(caseOf(scene.syntax, each)))) && !isWayBetween(scene, token, each)
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
      if (relative === undefined || other === undefined || [relative, other].some((each) => personAt(scene, each)!.isUnnamed)) return undefined
      return seen(scene, personAt(scene, relative)!.id, predicate, other, relative)
    },
  },
  {
    name: 'person-of-body', confidence: 0.75,
    matches: 'Radio Vitosha’s Anna Kovacs moderated the debate.', misses: 'Bulgaria’s Anna Kovacs won the race.',
    find: (scene, token) => {
      const { tokens } = scene.resolved
      const name = scene.headedBy(token).find((each) => each.form === 'name' && scene.kindOf.get(each.entity)?.kind === 'person')
      const isOwned = name !== undefined && /^['’]s?$/u.test(tokens[name.start - 1]?.text ?? '')
      const outlet = isOwned ? scene.endingAt(name.start - 1).find((each) => each.form === 'name' && scene.kindOf.get(each.entity)?.kind === 'outlet') : undefined
      return !name || !outlet ? undefined : seen(scene, name.entity, 'employeeOf', outlet.head, token)
    },
  },
  {
    name: 'run-by', confidence: 0.8,
    matches: 'Radio Vitosha, owned by Anna Kovacs, closed.', misses: 'Radio Vitosha, praised by Anna Kovacs, closed.',
    find: (scene, token) => {
      const { lemma, deprel, head, upos } = scene.syntax.tokens[token]!
      const predicate = upos === 'VERB' ? runningVerbs.get(lemma) : undefined
      if (!predicate) return undefined
      const first = (tokens: readonly number[], ...kinds: readonly string[]) => tokens.map((each) => namedAt(scene, each, ...kinds)).find((each) => each !== undefined)
      const agents = dependents(scene.syntax, token, 'obl:agent', 'obl').filter((each) => caseOf(scene.syntax, each) === 'by')
      const isPassive = agents.length > 0
      // Who leads "by 43 percent" or "to victory" heads nothing.
      const isAdvance = !isPassive && dependents(scene.syntax, token, 'obl').length > 0
      const actor = first(isPassive ? agents : isAdvance ? [] : dependents(scene.syntax, token, 'nsubj'), 'person')
      const owned = isPassive ? [...dependents(scene.syntax, token, 'nsubj:pass'), ...(deprel === 'acl' ? [head] : [])] : dependents(scene.syntax, token, 'obj')
      const body = first(owned, 'organization', 'outlet')
      return actor === undefined || body === undefined ? undefined : seen(scene, scene.referents.entityAt[actor]!.id, predicate, body, actor, token)
    },
  },
  {
    name: 'aged-of-place', confidence: 0.95,
    matches: 'Anna Kovacs, 54, of Plovdiv, was hurt.', misses: 'Anna Kovacs, 54, was hurt in Plovdiv.',
    find: (scene, token) => {
      const { tokens } = scene.resolved
      const place = scene.headedBy(token).find((each) => each.form === 'name' && scene.kindOf.get(each.entity)?.kind === 'place')
      const before = place && tokens.slice(Math.max(0, place.start - 4), place.start).map(({ text }) => text)
      if (!place || !/^,\s\d{1,3}\s,?\s?(?:of|from)$/u.test(before!.join(' '))) return undefined
      const person = scene.endingAt(place.start - before!.length).find((each) => scene.kindOf.get(each.entity)?.kind === 'person')
      return person && seen(scene, person.entity, 'residesIn', token, person.head)
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

/** "from Ayalon to Gaza", whatever the tree makes of it. */
const isWayBetween = ({ syntax }: Scene, from: number, to: number): boolean => syntax.tokens.slice(from + 1, to).some(({ text }) => /^(to|and|or|from|towards?|into)$/i.test(text))

/** A country or region: what may stand after the comma of "Plovdiv, Bulgaria". Two regions are a list: "in Bavaria, Saxony". */
const isWider = ({ type }: Entity, inner: Entity): boolean => type === 'Country' || type === 'AdministrativeArea' && inner.type !== type

function personAt(scene: Scene, token: number): Entity | undefined {
  const entity = scene.referents.entityAt[token]
  return entity?.kind === 'person' ? entity : undefined
}

const runningVerbs: ReadonlyMap<string, Predicate> = new Map<string, Predicate>([
  ['own', 'ownerOf'], ['found', 'founderOf'], ['co-found', 'founderOf'], ['lead', 'headOf'], ['head', 'headOf'], ['chair', 'headOf'],
])

/** The token at a noun, or beside it ("firm [HKND]", "entrepreneur [Wang Jing]"), where something of these kinds is named or "who" stands for it. */
function namedAt({ resolved, referents, syntax, covering }: Scene, noun: number, ...kinds: readonly string[]): number | undefined {
  const isNamed = (at: number) => covering(at).some((each) => each.entity === referents.entityAt[at]?.id
    && (each.form === 'name' || /^(who|which)$/iu.test(resolved.tokens[at]!.text)))
  // "the North Harford chapter" is a part of what it is named after.
  const beside = /^(firm|company|group|entrepreneur|businessman|businesswoman|tycoon|billionaire|magnate|founder|owner|director|chief|giant|start-?up|outlet|newspaper|magazine|broadcaster|bank|club|charity)$/u.test(syntax.tokens[noun]!.lemma) ? dependents(syntax, noun, 'compound') : []
  return [noun, ...dependents(syntax, noun, 'appos', 'flat'), ...beside].find((at) => kinds.includes(referents.entityAt[at]?.kind ?? '') && isNamed(at))
}

/** What one place shows: the words from subject to object; it stands as the subject stands, or the verb that says it. */
function seen({ resolved, referents, syntax, covering }: Scene, subject: string, predicate: Predicate, object: number, from: number, at = from): Omit<Finding, 'confidence' | 'rule' | 'isFormer'> {
  const names = [object, from].flatMap(covering).filter((each) => each.form === 'name')
  const span = { start: Math.min(object, from, ...names.map(({ start }) => start)), end: Math.max(object + 1, from + 1, ...names.map(({ end }) => end)) }
  return { subject, predicate, object: referents.entityAt[object]!.id, evidence: [charactersOf(resolved.tokens, span)], at: syntax.tokens[at] ? at : 0 }
}

export function fromGrammar(scene: Scene): Finding[] {
  const rules = grammarRules.filter(({ name }) => isAtWork(name))
  return scene.resolved.tokens.flatMap((_, token) => rules.flatMap((rule) => {
    const found = rule.find(scene, token)
    const isFormer = found !== undefined && dependents(scene.syntax, token, 'amod').some((each) => ['former', 'ex', 'late'].includes(scene.syntax.tokens[each]!.lemma))
    return found ? [{ ...found, isFormer, confidence: rule.confidence, rule: rule.name }] : []
  }))
}
