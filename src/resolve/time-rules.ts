/**
 * The forms that times take in news, one record a form: a pattern, examples in an article of 2022-07-07 (a Thursday),
 * and how to resolve it. Text goes in, ISO dates come out: "Feb 20" → 2022-02-20. Of several forms that fit, the longest words count,
 * and of those the first form. Not handled: what none of the five files handles.
 */
import { dayRules } from './day-rules.js'
import { nearRules } from './near-rules.js'
import { periodRules } from './period-rules.js'
import { rangeRules } from './range-rules.js'
import { toldRules } from './told-rules.js'
import type { TimeRule } from './time-words.js'

export const timeRules: readonly TimeRule[] = [...dayRules, ...rangeRules, ...nearRules, ...toldRules, ...periodRules]
