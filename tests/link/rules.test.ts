/** What rules of linking promise, held against what they earned on the developers' articles (npm run eval -- --only linking). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleOf, rules } from '../../src/link/rules.js'

const seen = JSON.parse(readFileSync(new URL('../link-rules.json', import.meta.url), 'utf8')) as Record<string, [right: number, all: number]>

/** All that one rule takes. */
const counts: Record<string, [number, number]> = {}
for (const [name, [right, all]] of Object.entries(seen)) {
  const rule = ruleOf(name)?.name ?? 'none'
  const [before = 0, allBefore = 0] = counts[rule] ?? []
  counts[rule] = [before + right, allBefore + all]
}

/** Lower bound of the 95 % interval of Wilson. */
function lower([right, all]: readonly [number, number]): number {
  const z = 1.96, share = right / all
  return (share + z * z / (2 * all) - z * Math.sqrt(share * (1 - share) / all + z * z / (4 * all * all))) / (1 + z * z / all)
}

describe('a rule that says sameAs', () => {
  it.each(rules.filter(({ tier }) => tier === 'sameAs'))('$name is right 95 times in 100 or more', ({ name }) => {
    expect(lower(counts[name] ?? [0, 1])).toBeGreaterThanOrEqual(0.95)
  })
})

it.each(rules)('$name claims the confidence that it earned', ({ name, confidence }) => {
  const [right, all] = counts[name] ?? [0, 1]
  // Fewer decisions tell too little.
  if (all < 20) return
  expect(Math.abs(right / all - confidence)).toBeLessThan(0.035)
})

it.each(rules)('$name is no guess', ({ confidence }) => {
  expect(confidence).toBeGreaterThanOrEqual(0.75)
})
