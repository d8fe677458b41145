/**
 * All that sources say of one thing becomes one row, and places that two sources know by different ids become one.
 * In: statements in order. Out: rows, a thing each, in the order of their keys.
 */
import { hashOf } from '../hash.js'
import { nameKey } from '../link/name-keys.js'
import { chiefsToItems } from './chiefs.js'
import { classKinds } from './classes.js'
import { countryWords, isState, pairsAmong, type Place, placeOf } from './join-places.js'
import { labelsToFacts, pagesToTitles, placesToItems, titlesFollowed, titlesToItems } from './keys.js'
import { joined, order, type Row, rowOf } from './rows.js'
import { Sorter } from './sort.js'
import { changed, type Emit, lineFor, type Statement, type Statements, type Step, statementOf, rowStatement } from './statements.js'

/** What there is among statements: what there is nothing of need not be looked for. */
export interface Kinds { readonly pages: boolean; readonly titles: boolean; readonly wanted: boolean; readonly situations: boolean }

export function* joinedRows(statements: Statements, { pages, titles, wanted, situations }: Kinds, folder: string): Generator<Row> {
  let all = statements
  const go = (name: string, step: Step): void => { all = changed(all, { folder, name, step }) }
  if (pages) go('pages', pagesToTitles())
  if (titles || pages) {
    go('followed', titlesFollowed())
    go('titles', titlesToItems())
  }
  if (wanted) go('facts', labelsToFacts())
  if (situations) go('chiefs', chiefsToItems(all))
  const states: Row[] = [], kindOf = classKinds(all)
  go('joined', rowsJoined((row) => {
    if (isState(row.situation)) states.push(row)
    return row.kind === 'unknown' ? { ...row, kind: row.classes?.map(kindOf).find((kind) => kind !== undefined) ?? 'unknown' } : row
  }))
  if (situations) {
    all = withPairs(all, pairsIn(all, countryWords(states), folder))
    go('placed', placesToItems())
  }
  yield* onlyRows(all)
  all.drop()
}

/** Rows of one key become one; which tells what its GeoNames id is on, where it has both ids. */
function rowsJoined(finished: (row: Row) => Row): Step {
  let key = '', lines: string[] = [], texts: string[] = []
  const flush = (emit: Emit): void => {
    const [line = ''] = lines, [text = ''] = texts
    const rows = texts.length === 0 || texts.length === 1 && isPlain(text) ? [] : texts.map((one) => rowOf(JSON.parse(one) as Partial<Row>))
    if (texts.length === 1 && rows.length === 0) emit(line)
    lines = []
    texts = []
    if (rows.length === 0) return
    // The kind of a class goes before none, in whichever row it stands.
    const { classes: _, ...row } = finished({ ...joined(rows), classes: [...new Set(rows.flatMap(({ classes = [] }) => classes))].sort(order) })
    emit(lineFor(rowStatement(row, key)))
    if (row.id !== '' && row.geonames !== '') emit(lineFor({ key: `geonames/${row.geonames}`, sort: 'is', text: row.id }))
  }
  return {
    see: ({ key: own, sort, text }, line, emit) => {
      if (own !== key) flush(emit)
      key = own
      if (sort === 'row') {
        lines.push(line)
        texts.push(text)
      } else if (sort === 'is') emit(line)
    },
    end: flush,
  }
}

/** Told of once, and nothing is to be found out of it: neither a kind nor a state, nor which two ids are one. */
function isPlain(text: string): boolean {
  return !text.includes('"classes":') && !text.includes('"feature":"A.PCL') && !(text.includes('"geonames":') && text.includes('"id":'))
}

function* onlyRows(statements: Statements): Generator<Row> {
  const rows: Row[] = []
  let key = ''
  for (const line of statements) {
    const { key: own, sort, text } = statementOf(line)
    if (own !== key && rows.length > 0) yield joined(rows.splice(0))
    key = own
    if (sort === 'row') rows.push(rowOf(JSON.parse(text) as Partial<Row>))
  }
  if (rows.length > 0) yield joined(rows)
}

/** `geonames/123 maybe Q5`, of places of the same name. */
function pairsIn(statements: Statements, words: ReadonlyMap<string, ReadonlySet<string>>, folder: string): Statement[] {
  const named = new Sorter({ folder, name: 'named' }), open = new Set<number>()
  const put = (wanted: (statement: Statement) => boolean, isNamed: (key: string) => boolean): void => {
    for (const line of statements) {
      const statement = statementOf(line)
      if (statement.sort !== 'row' || !wanted(statement)) continue
      const key = nameKey(labelIn(statement.text)), place = isNamed(key) ? placeOf(rowOf(JSON.parse(statement.text) as Partial<Row>)) : undefined
      if (place) named.put(`${key}\t${JSON.stringify(place)}`)
    }
  }
  // First what has no place, then of all places those of such a name.
  put(({ key, text }) => key.startsWith('Q') && text.includes('"kind":"place"') && !text.includes('"geonames":'), (key) => Boolean(open.add(hashOf(key))))
  if (open.size > 0) put(({ key }) => key.startsWith('geonames/'), (key) => open.has(hashOf(key)))
  const pairs: Statement[] = []
  let name = '', places: Place[] = []
  const flush = (): void => {
    for (const [geonames, text] of pairsAmong(places, words)) pairs.push({ key: `geonames/${geonames}`, sort: 'maybe', text })
    places = []
  }
  for (const line of named) {
    const end = line.indexOf('\t')
    if (line.slice(0, end) !== name) flush()
    name = line.slice(0, end)
    places.push(JSON.parse(line.slice(end + 1)) as Place)
  }
  flush()
  named.drop()
  return pairs
}

/** Without reading all of the JSON. */
function labelIn(text: string): string {
  const label = /"label":("(?:[^"\\]|\\.)*")/u.exec(text)?.[1]
  return label === undefined ? '' : JSON.parse(label) as string
}

/** Some more statements among those that are there. */
function withPairs(all: Statements, pairs: readonly Statement[]): Statements {
  const lines = pairs.map(lineFor).sort()
  return {
    *[Symbol.iterator]() {
      let at = 0
      for (const line of all) {
        for (; at < lines.length && (lines[at] ?? '') < line; at += 1) yield lines[at] ?? ''
        yield line
      }
      yield* lines.slice(at)
    },
    drop: () => all.drop(),
  }
}
