/**
 * States and capitals go by the name alone: what Wikipedia's article of that name is on is meant, also where GeoNames was tied to something wider
 * ("Kingdom of Denmark") or to nothing.
 * In: statements in order. Out: a step that gives such rows their item: the row "Denmark, A.PCLI" of GeoNames → Q35. Ireland the island is not the state.
 */
import { keyOfRow, rowOf, type Row } from './rows.js'
import { lineFor, type Statement, type Statements, statementOf, type Step, rowStatement } from './statements.js'

const OF_STATES = /^(?:country|republic|state|sovereign|kingdom|capital|city)$/u

export function chiefsToItems(statements: Statements): Step {
  const chiefs = [...rowsIn(statements, isMaybeChief)].filter(isChief)
  const titles = new Set(chiefs.map(titleOf)), ids = new Set(chiefs.map(({ id }) => id))
  const items = new Map<string, string>(), labels = new Map<string, string>(), taken = new Set<string>()
  const look = (rows: readonly Row[]): void => {
    const id = rows[0]?.id ?? '', own = rows.filter(({ title, kind, facts }) => titles.has(title) && kind === 'place' && facts.some((fact) => OF_STATES.test(fact)))
    const named = rows.find(({ geonames }) => geonames === '')
    if (ids.has(id) && named) labels.set(id, named.label)
    if (own.length > 0 && rows.some(({ geonames }) => geonames !== '')) taken.add(id)
    for (const { title } of own) if (!(Number(items.get(title)?.slice(1)) < Number(id.slice(1)))) items.set(title, id)
  }
  if (chiefs.length > 0) for (const group of together(rowsIn(statements, ({ key }) => key.startsWith('Q')))) look(group)
  return {
    see: (statement, line, emit) => {
      const row = isMaybeChief(statement) ? rowOf(JSON.parse(statement.text) as Partial<Row>) : undefined
      const id = row && isChief(row) ? items.get(titleOf(row)) : undefined
      emit(row === undefined || id === undefined || id === row.id || labels.get(row.id) === row.label || taken.has(id) ? line : lineFor(rowStatement({ ...row, id }, keyOfRow({ ...row, id }))))
    },
  }
}

/** Tells without reading the JSON. */
const isMaybeChief = ({ sort, text }: Statement): boolean => sort === 'row' && (text.includes('"feature":"A.PCL') || text.includes('"feature":"P.PPLC"'))

function isChief({ situation, id }: Row): boolean {
  return situation !== undefined && (situation.feature.startsWith('A.PCL') || situation.feature === 'P.PPLC' && id === '')
}

const titleOf = ({ label }: Row): string => label.replaceAll(' ', '_')

function* rowsIn(statements: Statements, isWanted: (statement: Statement) => boolean): Generator<Row> {
  for (const line of statements) {
    const statement = statementOf(line)
    if (statement.sort === 'row' && isWanted(statement)) yield rowOf(JSON.parse(statement.text) as Partial<Row>)
  }
}

/** Rows of one id, which come one after the other. */
function* together(rows: Iterable<Row>): Generator<readonly Row[]> {
  let group: Row[] = []
  for (const row of rows) {
    if (group[0] && group[0].id !== row.id) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}
