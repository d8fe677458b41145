/**
 * The library: `import { build, query, … } from 'newsgraph'`.
 */
export {
  build, check, convert, convertTo, explain, follow, linkGraphs, merge, push, query, queryStore, serialise, serve, serveMcp, validate, verify, work, write, type Built, type ExportForm, type GraphInput,
} from './newsgraph.js'
export {
  add, fromCatalogue, pushSource, rebuild, remove, status,
  type Additions, type AddOptions, type CatalogueSource, type Listed, type OutOptions, type Removal, type Status, type Taken,
} from './catalogue/catalogue.js'
export { watchInto as watch, type WatchEvent, type WatchingOptions, type WatchTally } from './watch/into-catalogue.js'
export type { Engine, Filter, FilterOptions, Options, Progress, Stage } from './options.js'
export { Problem, type ProblemCode } from './problem.js'
export type * from './model.js'
export type { Served, ServeOptions } from './serve/serve.js'
export type { Checked, Flaw } from './store/check.js'
export type { Explanation } from './store/explain.js'
export type { QueryResult } from './store/query.js'
export type { Finding } from './store/validate.js'
export type { Mismatch, Verification } from './store/verify.js'
export type { Format } from './store/write.js'
export { version } from './version.js'
