/**
 * Which rules and heads are at work: all of them, unless one is switched off to measure what it alone contributes.
 *   the rule `title-after-name` off → "Vladimir Urin, the director, spoke" gives no role, unless another rule finds it
 *
 * In: a rule's name. Out: whether it may be used. Only measuring switches anything off, and only while it runs.
 */
const nothing = (): boolean => false

let isOff: (rule: string) => boolean = nothing

/** Only then may what was found be kept for the next time. */
export const areAllAtWork = (): boolean => isOff === nothing

export const isAtWork = (rule: string): boolean => !isOff(rule)

/** Runs something while some rules are off; what it runs must not wait for anything. */
export function without<Result>(rules: (rule: string) => boolean, act: () => Result): Result {
  const before = isOff
  isOff = rules
  try { return act() } finally { isOff = before }
}
