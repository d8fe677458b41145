/**
 * What commands that tie names to other data sets are told about it, in the same words everywhere.
 */
import { Option } from '@commander-js/extra-typings'

export const noLinks = () => new Option('--no-links', 'do not tie what is named to Wikidata, DBpedia and GeoNames')

export const kb = () => new Option('--kb <file...>', 'knowledge bases to ask before the one that comes with newsgraph; newsgraph kb build makes them')

export const decisions = () => new Option('--decisions <file>', 'a table of names and ids that people decided, CSV as OpenRefine exports it; it outranks every rule')

export const reconcile = () => new Option('--reconcile <url>', 'reconciliation service to ask for what no knowledge base knows; its answers are kept')
