// `require('newsgraph/browser')`, for bundlers and tests that still speak it.
module.exports = require('./browser.js')
