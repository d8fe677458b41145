/** The same graph as tables: for the keyboard, for screen readers, for browsers without WebGL, and for lists to read. */

import type { ViewClaim, ViewNode } from '../model.js'
import { byId, element, readableDate } from './dom.js'
import { kinds } from './kinds.js'
import type { Lookup } from './lookup.js'
import { textOf } from './lookup.js'
import type { Store } from './state.js'

type Row = ViewNode | ViewClaim
interface Column { readonly name: string; readonly cell: (row: Row) => string; readonly sortKey?: (row: Row) => string | number }
interface Table { readonly name: string; readonly rows: readonly Row[]; readonly columns: readonly Column[] }

/** Longer tables are cut until the reader wants all of them. */
const rowsAtFirst = 500

/** Puts the tables in place; a row's first cell selects it. */
export function makeTables(lookup: Lookup, store: Store, onSelect: (id: string) => void): void {
  const tables = tablesOf(lookup).filter(table => table.rows.length > 0)
  let current = tables[0]
  let sorted = { column: 0, isDown: false }
  let limit = rowsAtFirst

  const show = (): void => {
    const panel = byId('tables')
    if (current === undefined) return panel.replaceChildren(element('p', { class: 'empty' }, 'This graph is empty.'))
    const tabs = element('div', { class: 'tabs', role: 'group', 'aria-label': 'What to list' }, ...tables.map(table =>
      element('button', { type: 'button', 'aria-pressed': String(table === current), onclick: () => choose(table) }, table.name, element('span', { class: 'count' }, String(table.rows.length)))))
    const more = current.rows.length <= limit ? null : element('button', { type: 'button', class: 'more', onclick: () => { limit = Infinity; show() } }, `Show all ${current.rows.length}`)
    panel.replaceChildren(tabs, element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': current.name }, tableElement(current), more))
  }
  const choose = (table: Table): void => {
    current = table
    sorted = { column: 0, isDown: false }
    limit = rowsAtFirst
    show()
  }
  const tableElement = ({ name, rows, columns }: Table): HTMLElement => {
    const shown = rows.filter(row => !('names' in row) || !store.state.hiddenKinds.has(row.kind))
    const column = columns[sorted.column]
    const key = (row: Row): string | number => column === undefined ? '' : (column.sortKey ?? column.cell)(row)
    const ordered = [...shown].sort((a, b) => (sorted.isDown ? -1 : 1) * compare(key(a), key(b))).slice(0, limit)
    return element('table', {}, element('caption', {}, name),
      element('thead', {}, element('tr', {}, ...columns.map((each, at) => heading(each, at)))),
      element('tbody', {}, ...ordered.map(row => element('tr', row.id === store.state.selected ? { class: 'is-current' } : {}, ...columns.map((each, at) =>
        at === 0 ? element('th', { scope: 'row' }, element('button', { type: 'button', class: 'ref', onclick: () => onSelect(row.id) }, each.cell(row))) : element('td', {}, each.cell(row)))))))
  }
  const heading = ({ name }: Column, at: number): HTMLElement => {
    const direction = sorted.column !== at ? 'none' : sorted.isDown ? 'descending' : 'ascending'
    const onclick = (): void => {
      sorted = { column: at, isDown: sorted.column === at && !sorted.isDown }
      show()
    }
    return element('th', { scope: 'col', 'aria-sort': direction }, element('button', { type: 'button', onclick }, name))
  }
  store.subscribe((state, before) => {
    if (state.hiddenKinds !== before.hiddenKinds || state.selected !== before.selected) show()
  })
  show()
}

const label: Column = { name: 'Name', cell: row => row.label }
const sure: Column = { name: 'Sure', cell: row => row.confidence === undefined ? '' : `${Math.round(row.confidence * 100)} %`, sortKey: row => row.confidence ?? 0 }

function text(name: string, property: string): Column {
  return { name, cell: row => textOf(row, property) }
}

function date(name: string, property: string): Column {
  return { name, cell: row => readableDate(textOf(row, property)), sortKey: row => textOf(row, property) }
}

function tablesOf(lookup: Lookup): Table[] {
  const { nodes, claims } = lookup.graph
  const count = (name: string, property: string): Column => {
    const number = (row: Row): number => lookup.namingsOf(row.id).filter(naming => naming.property === property).length
    return { name, cell: row => String(number(row) || ''), sortKey: number }
  }
  return [
    { name: 'Entities', rows: nodes.filter(node => node.kind !== 'event' && node.kind !== 'article'), columns: [
      label, { name: 'Kind', cell: row => 'names' in row ? [kinds[row.kind].one, row.detail].filter(Boolean).join(' · ') : '' },
      count('Statements by', 'schema:creator'), count('Statements about', 'schema:about'), count('Roles', 'org:member')] },
    { name: 'Statements', rows: claims.filter(claim => claim.kind === 'statement'), columns: [
      { name: 'Said', cell: row => textOf(row, 'schema:text') || row.label, sortKey: row => row.evidence[0]?.span?.[0] ?? 0 },
      text('Speaker', 'schema:creator'), text('Speech act', 'ng:speechAct'), text('About', 'schema:about'), date('Said on', 'schema:dateCreated'), sure] },
    { name: 'Events', rows: nodes.filter(node => node.kind === 'event'), columns: [
      label, text('Type', 'ng:eventType'), text('Agent', 'ng:agent'), text('Affected', 'ng:patient'), text('Place', 'sem:hasPlace'), date('Date', 'schema:startDate'), text('Status', 'ng:factuality'), sure] },
    { name: 'Roles', rows: claims.filter(claim => claim.kind === 'role'), columns: [
      label, text('Held by', 'org:member'), text('For', 'ng:heldFor'), { name: 'Former', cell: row => textOf(row, 'ng:former') === 'true' ? 'former' : '' }, sure] },
    { name: 'Relations', rows: claims.filter(claim => claim.kind === 'relation'), columns: [
      text('Subject', 'rdf:subject'), text('Relation', 'rdf:predicate'), text('Object', 'rdf:object'), text('Status', 'ng:factuality'), sure] },
    { name: 'Articles', rows: nodes.filter(node => node.kind === 'article'), columns: [label, date('Published on', 'schema:datePublished'), text('Publisher', 'schema:publisher')] },
  ]
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')
}
