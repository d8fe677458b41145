/**
 * The library: `import { build, query, … } from 'newsgraph'`.
 */
export { build, convert, explain, follow, merge, query, serialise, validate, verify, watch, write, type Built, type ExportForm, type WatchEvent, type WatchingOptions, type WatchTally } from './newsgraph.js'
export type { Engine, Options, Progress, Stage } from './options.js'
export { Problem, type ProblemCode } from './problem.js'
export type * from './model.js'
export type { Explanation } from './store/explain.js'
export type { QueryResult } from './store/query.js'
export type { Finding } from './store/validate.js'
export type { Mismatch, Verification } from './store/verify.js'
export type { Format } from './store/write.js'
export { version } from './version.js'
