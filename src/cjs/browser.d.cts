// The types of `require('newsgraph/browser')`.
export * from './browser.js'
