/**
 * Lines of CSV as `neo4j-admin database import` reads them.
 * In: values. Out: `"Liis Kaarep","Kaarep;L. Kaarep",…`. A list is one field with `;` between its values, so a `;` in a value becomes a
 * comma.
 * Nothing is put before what looks like a formula: these files go into a database.
 */
import type { Value } from './property-graph.js'

export function csvLine(values: readonly Value[]): string {
  return `${values.map(fieldOf).join(',')}\n`
}

function fieldOf(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  return value.length === 0 ? '' : quoted(value.map((item) => String(item).replaceAll(';', ',')).join(';'))
}

function quoted(text: string): string {
  return `"${text.toWellFormed().replace(/\0/gu, ' ').replaceAll('"', '""')}"`
}
