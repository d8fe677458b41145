// The types of what `require` gives: those of the library.
import library = require('./in-worker.js')
export = library
