// The types of what `require` gives: those of the library.
import library = require('./browser.js')
export = library
