/** The visible set as tables: for the keyboard, for screen readers, for browsers without WebGL, and to read in order. Only rows in sight are made. */

import { computed, signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { select } from './actions.js'
import { Name, Ref } from './parts.js'
import type { Column } from './rows.js'
import { sorted, tables } from './rows.js'
import type { Item } from './items.js'
import { state } from './state.js'
import { graph } from './visible.js'
import { say } from './words.js'

const rowHeight = 36
const beyond = 12

const current = signal('')
const order = signal({ column: 0, isDown: false })
const all = computed(tables)

/** The table that is shown now, in its order. */
export const shownTable = computed(() => {
  const table = all.value.find(({ name }) => name === current.value) ?? all.value[0]
  return table === undefined ? undefined : { ...table, rows: sorted(table, order.value.column, order.value.isDown) }
})

export function Tables(): JSX.Element {
  const table = shownTable.value
  if (graph.value?.head.nodes === 0 || table === undefined)
    return (
      <section id="tables">
        <p class="empty">{graph.value?.head.nodes === 0 ? say.empty : say.nothingLeft}</p>
      </section>
    )
  return (
    <section id="tables" aria-label={say.views.table}>
      <div class="tabs" role="group" aria-label={say.whatToList}>
        {all.value.map(({ name, rows }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === table.name}
            onClick={() => {
              current.value = name
              order.value = { column: 0, isDown: false }
            }}
          >
            {name} <span class="count">{rows.length.toLocaleString('en')}</span>
          </button>
        ))}
      </div>
      <Rows key={table.name} name={table.name} rows={table.rows} columns={table.columns} />
    </section>
  )
}

function Rows({
  name,
  rows,
  columns,
}: {
  readonly name: string
  readonly rows: readonly Item[]
  readonly columns: readonly Column[]
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useEffect(() => {
    const observer = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 600))
    if (box.current !== null) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  const first = Math.max(0, Math.min(rows.length - 1, Math.floor(top / rowHeight) - beyond))
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + beyond)
  const { column, isDown } = order.value
  return (
    <div class="scroll" ref={box} tabIndex={0} role="region" aria-label={name} onScroll={event => setTop(event.currentTarget.scrollTop)}>
      <table aria-rowcount={rows.length + 1}>
        <caption>
          {name}, {say.rows(rows.length)}
        </caption>
        <thead>
          <tr>
            {columns.map((each, at) => (
              <th key={each.name} scope="col" aria-sort={column !== at ? 'none' : isDown ? 'descending' : 'ascending'}>
                <button
                  type="button"
                  onClick={() => {
                    order.value = { column: at, isDown: column === at && !isDown }
                  }}
                >
                  {each.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Filler rows={first} columns={columns.length} />
          {rows.slice(first, last).map((item, at) => (
            <Row key={item.at} item={item} columns={columns} number={first + at + 2} />
          ))}
          <Filler rows={rows.length - last} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of rows that are out of sight. */
function Filler({ rows, columns }: { readonly rows: number; readonly columns: number }): JSX.Element | null {
  if (rows <= 0) return null
  return (
    <tr class="filler" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  )
}

function Row({
  item,
  columns,
  number,
}: {
  readonly item: Item
  readonly columns: readonly Column[]
  readonly number: number
}): JSX.Element {
  return (
    <tr class={item.at === state.value.item ? 'is-current' : undefined} aria-rowindex={number}>
      {columns.map((column, at) =>
        at === 0 ? (
          <th key={column.name} scope="row">
            <button type="button" class="ref" title={column.cell(item)} onClick={() => select(item.at)}>
              <Name>{column.cell(item)}</Name>
            </button>
          </th>
        ) : (
          <td key={column.name} title={column.cell(item)}>
            {column.items === undefined ? (
              <Name>{column.cell(item)}</Name>
            ) : (
              column.items(item).map((each, index) => (
                <span key={each}>
                  {index > 0 ? '\u2060, ' : ''}
                  <Ref item={each} />
                </span>
              ))
            )}
          </td>
        ),
      )}
    </tr>
  )
}
