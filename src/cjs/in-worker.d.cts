// The types of `require('newsgraph/browser/worker')`.
export * from './in-worker.js'
