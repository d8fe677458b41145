/**
 * Which strings a datatype of XML Schema takes.
 * In: "0.95", xsd:decimal. Out: true. Types that are not listed take every string.
 */
import { xsd } from '../map/vocab.js'

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
const month = '(?:0[1-9]|1[0-2])'
const day = '(?:0[1-9]|[12]\\d|3[01])'
const year = '-?(?:[1-9]\\d{3,}|0\\d{3})'
const time = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)'

const forms: ReadonlyMap<string, RegExp> = new Map([
  [xsd.boolean.value, /^(?:true|false|1|0)$/],
  [xsd.integer.value, /^[+-]?\d+$/],
  [xsd.decimal.value, /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/],
  [xsd.gYear.value, new RegExp(`^${year}${zone}$`)],
  [xsd.gYearMonth.value, new RegExp(`^${year}-${month}${zone}$`)],
  [xsd.date.value, new RegExp(`^${year}-${month}-${day}${zone}$`)],
  [xsd.dateTime.value, new RegExp(`^${year}-${month}-${day}T${time}${zone}$`)],
])

export function isLexical(value: string, type: string): boolean {
  return forms.get(type)?.test(value) ?? true
}

export function isNumeric(type: string): boolean {
  return type === xsd.integer.value || type === xsd.decimal.value
}
