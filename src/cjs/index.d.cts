// The types of what `require` gives: those of the library.
import library = require('./index.js')
export = library
