/** The version of newsgraph; it is part of every graph's provenance. A test compares it with package.json. */
export const version = '0.1.0'
