/**
 * Titles from the tables that Wikipedia gives away as SQL: page, page_props and redirect.
 * In: lines, ``INSERT INTO `page` VALUES (10,0,'Sergey_Lavrov',0,…),(…);`` Out: titles of articles, which of them lead to another, and which item of Wikidata each is on.
 * Columns are known by the CREATE TABLE before. Not handled: other tables, namespaces other than that of articles.
 */
import { Problem } from '../problem.js'
import type { Reader } from './reader.js'
import { rowStatement, type Statement } from './statements.js'

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  page: ['page_id', 'page_namespace', 'page_title', 'page_is_redirect'],
  page_props: ['pp_page', 'pp_propname', 'pp_value'],
  redirect: ['rd_from', 'rd_namespace', 'rd_title'],
}

export function wikipediaReader(path: string): Reader {
  let columns: string[] = [], isInTable = false, count = 0, isOther = ''
  const column = (line: string): void => {
    const name = /^\s*`(\w+)`/u.exec(line)?.[1]
    if (/^CREATE TABLE/u.test(line)) [columns, isInTable] = [[], true]
    else if (isInTable && name !== undefined) columns.push(name)
    else if (/^\)/u.test(line)) isInTable = false
  }
  return {
    read: (bytes) => {
      const insert = /^INSERT INTO `(\w+)` VALUES /u.exec(bytes.toString('latin1', 0, 80))
      if (!insert) {
        column(bytes.toString())
        return []
      }
      const [start = '', table = ''] = insert, known = COLUMNS[table]
      if (!known) {
        isOther = table
        return []
      }
      const places = known.map((name) => Math.max(0, columns.length > 0 ? columns.indexOf(name) : known.indexOf(name)))
      const statements: Statement[] = []
      for (const values of tuplesIn(bytes.toString(), start.length)) {
        count += 1
        statements.push(...said(table, places.map((at) => values[at] ?? '')))
      }
      return statements
    },
    isHead: (line) => !line.subarray(0, 6).equals(INSERT),
    end: () => {
      if (count === 0) throw new Problem('input', isOther === '' ? `${path} is no table of Wikipedia as SQL` : `${path} is Wikipedia's table ${isOther}, of which nothing is taken`, 'Give page, page_props and redirect, such as enwiki-latest-page.sql.gz from dumps.wikimedia.org.')
      return []
    },
  }
}

const INSERT = Buffer.from('INSERT')

function said(table: string, [page = '', second = '', value = '', fourth = '']: readonly string[]): Statement[] {
  const key = `page/${page}`, third = value.replace(/\s+/gu, '_')
  if (!/^\d+$/u.test(page)) return []
  switch (table) {
    case 'page': return second === '0' && third !== '' ? [{ key, sort: 'is', text: `title/${third}` }, ...(fourth === '1' ? [] : [rowStatement({ label: labelOf(third), title: third, isBare: true, sources: ['wikipedia'] }, key)])] : []
    case 'page_props': return second === 'wikibase_item' && /^Q[1-9]\d*$/u.test(third) ? [{ key, sort: 'is', text: third }] : second === 'disambiguation' ? [{ key, sort: 'goes', text: '' }] : []
    default: return second === '0' && third !== '' ? [{ key, sort: 'goes', text: `title/${third}` }] : []
  }
}

const labelOf = (title: string): string => title.replace(/_\([^)]*\)$/u, '').replace(/[_|\s]+/gu, ' ')

/** The values of each bracket: numbers, NULL, and texts in single quotes with backslashes. */
function* tuplesIn(line: string, from: number): Generator<string[]> {
  let values: string[] = [], at = from
  const end = line.length
  while (at < end) {
    const sign = line[at]
    if (sign === '(') values = []
    if (sign === ')') yield values
    if (sign === '(' || sign === ')' || sign === ',' || sign === ';') {
      at += 1
      continue
    }
    if (sign === "'") {
      let close = at + 1
      while (close < end && line[close] !== "'") close += line[close] === '\\' ? 2 : 1
      const text = line.slice(at + 1, close)
      values.push(text.includes('\\') ? text.replace(/\\(.)/gsu, '$1') : text)
      at = close + 1
      continue
    }
    let close = at
    while (close < end && line[close] !== ',' && line[close] !== ')') close += 1
    values.push(line.slice(at, close))
    at = close === at ? at + 1 : close
  }
}
