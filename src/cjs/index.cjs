// `require('newsgraph')`: Node loads the library itself, and there is one of it, however it is loaded.
module.exports = require('./index.js')
