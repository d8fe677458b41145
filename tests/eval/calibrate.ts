/**
 * From claims that were judged, how likely claims of a rule are true by how sure it was. In: judged claims of a class. Out: steps, rising,
 * for each rule with enough claims and for the class: `title-before-name` from .94 on .88, from .98 on .93.
 */
import { byRule } from './rule-rows.js'
import type { Judged } from './judged.js'

export type Steps = readonly (readonly [from: number, probability: number])[]

/** Claims that a step needs, so that chance does not make it. */
const ENOUGH = 25
/** As many claims of the class' usual precision are added to each step. */
const USUAL = 5

/** By class and rule; the class alone stands for rules with too few claims. */
export function calibration(name: string, claims: readonly Judged[]): Record<string, Steps> {
  if (claims.length === 0) return {}
  const usual = share(claims)
  const rules = [...byRule(claims)].sort(([a], [b]) => (a < b ? -1 : 1))
  const rare = rules.filter(([, own]) => own.length < ENOUGH).flatMap(([, own]) => own)
  const rest = rare.length < ENOUGH ? claims : rare
  return Object.fromEntries([[name, stepsOf(rest, usual)], ...rules.filter(([, own]) => own.length >= ENOUGH).map(([rule, own]) => [`${name} ${rule}`, stepsOf(own, usual)] as const)])
}

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
  return pooled.map((block, at) => [at === 0 ? 0 : round(block.from, 3), round((block.right + USUAL * usual) / (block.n + USUAL), 2)])
}

const isTooSmall = ({ n }: Block): boolean => n < ENOUGH

const rate = ({ right, n }: Block): number => right / n

/** The last two as one; takes them off. */
function joined(blocks: Block[]): Block {
  const [last, before] = [blocks.pop()!, blocks.pop()!]
  return { from: before.from, right: before.right + last.right, n: before.n + last.n }
}

const share = (claims: readonly Judged[]): number => claims.filter(({ isRight }) => isRight).length / claims.length

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** The table as the source of src/extract/calibration-table.ts. */
export function tableSource(table: Readonly<Record<string, Steps>>): string {
  const rows = Object.entries(table).map(([name, steps]) => `  '${name}': [${steps.map(([from, probability]) => `[${from}, ${probability}]`).join(', ')}],`)
  return `/** Written by \`npm run eval:rules -- --calibrate\`: by class and rule, from which confidence on how many of a hundred claims were true. */
export const measured: Readonly<Record<string, readonly (readonly [from: number, probability: number])[]>> = {
${rows.join('\n')}
}
`
}
