// The types of `require('newsgraph')`: those of the library.
export * from './index.js'
