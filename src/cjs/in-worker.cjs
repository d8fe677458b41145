// `require('newsgraph/browser/worker')`.
module.exports = require('./in-worker.js')
