/**
 * From claims that were judged, how likely claims of a rule are true by how sure it was. In: judged claims of a class. Out: steps, rising,
 * for each rule with enough claims, for each sort of claim that it makes often enough, and for the class: `title-before-name, of what` from
 * .94 on .78, from .98 on .83.
 */
import { grouped } from './rule-rows.js'
import type { Judged } from './judged.js'

export type Steps = readonly (readonly [from: number, probability: number])[]

/** Claims that a step needs, so that chance does not make it. */
const ENOUGH = 25
/** Fewer claims of a rule tell nothing of it by itself. */
const SOME = 15
/** As many claims of usual precision are added to each step, which is never quite certain. */
const USUAL = 5
const MOST = 0.99

/** By class and rule; the class alone stands for rules with too few claims. */
export function calibration(name: string, claims: readonly Judged[]): Record<string, Steps> {
  if (claims.length === 0) return {}
  const rules = groups(claims, ({ rule }) => rule)
  const rare = rules.filter(([, own]) => own.length < SOME).flatMap(([, own]) => own)
  const often = rules.filter(([, own]) => own.length >= SOME).flatMap(([rule, own]) => [
    [`${name} ${rule}`, stepsOf(own, share(claims))] as const,
    ...groups(own, ({ sort }) => sort ?? '').filter(([sort, some]) => sort !== '' && some.length >= ENOUGH).map(([sort, some]) => [`${name} ${rule}, ${sort}`, stepsOf(some, share(own))] as const),
  ])
  return Object.fromEntries([[name, stepsOf(rare.length < ENOUGH ? claims : rare, share(claims))], ...often])
}

const groups = (claims: readonly Judged[], by: (claim: Judged) => string): [string, Judged[]][] => [...grouped(claims, by)].sort(([a], [b]) => (a < b ? -1 : 1))

interface Block { readonly from: number; readonly right: number; readonly n: number }

/** Neighbours are pooled until what is surer is also oftener right (pool adjacent violators) and every step has claims enough. */
function stepsOf(claims: readonly Judged[], usual: number): Steps {
  const blocks: Block[] = []
  for (const { raw, isRight } of claims.toSorted((a, b) => a.raw - b.raw)) {
    const last = blocks.at(-1)
    if (last?.from === raw) blocks[blocks.length - 1] = { from: raw, right: last.right + Number(isRight), n: last.n + 1 }
    else blocks.push({ from: raw, right: Number(isRight), n: 1 })
  }
  const pooled: Block[] = []
  for (const block of blocks) {
    pooled.push(block)
    while (pooled.length > 1 && (isTooSmall(pooled.at(-2)!) || rate(pooled.at(-2)!) >= rate(pooled.at(-1)!))) pooled.push(joined(pooled))
  }
  while (pooled.length > 1 && isTooSmall(pooled.at(-1)!)) pooled.push(joined(pooled))
  let least = 0
  return pooled.map((block, at) => {
    least = Math.max(least, careful(block, usual))
    return [at === 0 ? 0 : Math.floor(10_000 * block.from) / 10_000, Math.min(MOST, Number(least.toFixed(2)))]
  })
}

/** As many standard errors below what was counted the truth lies above it nine times in ten. */
const CAREFUL = 1.28

/** What is true at least: few claims prove little. */
function careful({ right, n }: Block, usual: number): number {
  const likely = (right + USUAL * usual) / (n + USUAL)
  return likely - CAREFUL * Math.sqrt(likely * (1 - likely) / (n + USUAL))
}

const isTooSmall = ({ n }: Block): boolean => n < ENOUGH

const rate = ({ right, n }: Block): number => right / n

/** The last two as one; takes them off. */
function joined(blocks: Block[]): Block {
  const [last, before] = [blocks.pop()!, blocks.pop()!]
  return { from: before.from, right: before.right + last.right, n: before.n + last.n }
}

const share = (claims: readonly Judged[]): number => claims.filter(({ isRight }) => isRight).length / claims.length

/** The table as the source of src/extract/calibration-table.ts. */
export function tableSource(table: Readonly<Record<string, Steps>>): string {
  const rows = Object.entries(table).map(([name, steps]) => `  '${name}': [${steps.map(([from, probability]) => `[${from}, ${probability}]`).join(', ')}],`)
  return `/** Written by \`npm run eval:rules -- --calibrate\`: by class and rule, from which confidence on how many of a hundred claims were true. */
export const measured: Readonly<Record<string, readonly (readonly [from: number, probability: number])[]>> = {
${rows.join('\n')}
}
`
}
