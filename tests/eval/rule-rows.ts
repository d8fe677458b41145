/**
 * What each rule and head is worth. In: cases of one class. Out: a row for each rule – how many claims are its own, right, wrong, and how
 * much of the annotation only it finds – and for heads one for each stretch of confidence. Rules that give no claim but change some
 * ("it" is the last speaker) are measured by those that are otherwise without them.
 */
import type { Case } from './cases.js'
import type { Judged } from './judged.js'

export interface RuleRow {
  readonly name: string
  readonly right: number
  readonly wrong: number
  /** Found with it and not without it; unknown for stretches of confidence. */
  readonly only?: number
  /** It changes claims of others; those counted are the changed ones. */
  readonly isPart?: true
}

export function ruleRows(cases: readonly Case[]): RuleRow[] {
  const asked = new Set<string>()
  const whole = cases.map((each) => each.judged((rule) => { asked.add(rule); return false }))
  const own = byRule(whole.flat())
  return [...new Set([...own.keys(), ...asked])].sort().flatMap((rule): RuleRow[] => {
    const rest = cases.map((each) => each.judged((other) => other === rule))
    const lost = cases.map((_, at) => without(goldOf(whole[at]!), goldOf(rest[at]!)).length)
    const only = lost.reduce((sum, each) => sum + each, 0)
    const claims = own.get(rule)
    const counted = claims ?? cases.flatMap((_, at) => changed(whole[at]!, rest[at]!))
    return [{ name: rule, ...tally(counted), only, ...(!claims && { isPart: true }) }, ...(claims ? stretches(rule, claims) : [])]
  })
}

export function byRule(claims: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const each of claims) groups.set(each.rule, [...groups.get(each.rule) ?? [], each])
  return groups
}

const goldOf = (claims: readonly Judged[]): string[] => claims.flatMap(({ gold }) => gold ?? [])

const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((each) => !some.includes(each))

const tally = (claims: readonly Judged[]): { right: number; wrong: number } => {
  const right = claims.filter(({ isRight }) => isRight).length
  return { right, wrong: claims.length - right }
}

/** Claims that are otherwise, or not at all, without a rule. */
function changed(whole: readonly Judged[], rest: readonly Judged[]): Judged[] {
  const others = new Set(rest.map(({ says, isRight }) => `${says} ${isRight}`))
  return whole.filter(({ says, isRight }) => !others.has(`${says} ${isRight}`))
}

const BORDERS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]

/** What gives many degrees of confidence is a head: its claims by how sure it is. */
function stretches(rule: string, claims: readonly Judged[]): RuleRow[] {
  if (new Set(claims.map(({ raw }) => raw)).size < 12) return []
  return BORDERS.slice(1).flatMap((to, at) => {
    const from = BORDERS[at]!
    const inside = claims.filter(({ raw }) => from <= raw && raw < to)
    return inside.length === 0 ? [] : [{ name: `${rule}, ${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}`, ...tally(inside) }]
  })
}
