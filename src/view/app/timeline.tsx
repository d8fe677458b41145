/** The timeline: how much was said and how much happened, by day, month or year; one brushes over it, or types two dates, to keep only that. */

import { computed, signal } from '@preact/signals'
import type { JSX, TargetedPointerEvent } from 'preact'
import { readableSpan } from './dates.js'
import { change, state } from './state.js'
import { dated } from './visible.js'
import { language, say } from './words.js'

interface Bar {
  readonly from: string
  readonly until: string
  readonly said: number
  readonly happened: number
}
type Unit = 4 | 7 | 10

/** Bars that can be told apart. */
const most = 120

/** Days are counted by the first unit that gives few enough bars. */
const bars = computed((): readonly Bar[] => {
  const days = dated.value.filter(({ from }) => /^\d{4}/.test(from))
  const exact = days.map(({ from }) => from.slice(0, 10)).sort()
  const [low, high] = denseSpan(exact)
  if (low === '') return []
  const unit = ([10, 7, 4] as const).find(length => units(low, high, length).length <= most) ?? 4
  const slots = new Map(units(low, high, unit).map(from => [from, { from, until: from, said: 0, happened: 0 }]))
  for (const { from, kind } of days) {
    if (from.length < unit) continue
    const slot = slots.get(from.slice(0, unit))
    if (slot === undefined) continue
    if (kind === 'statement') slot.said++
    else slot.happened++
  }
  return [...slots.values()]
})

/** The shortest span that holds four fifths: what lies far from the rest is history, and would make one line of all that is news. */
function denseSpan(days: readonly string[]): readonly [low: string, high: string] {
  const held = Math.ceil(days.length * 0.8)
  const spans = days.slice(0, days.length - held + 1).map((low, at) => [low, days[at + held - 1] ?? low] as const)
  const length = ([low, high]: readonly [string, string]): number => timeOf(high) - timeOf(low)
  const [best = ['', ''] as const] = spans.sort((a, b) => length(a) - length(b))
  return best
}

function timeOf(day: string): number {
  return Date.parse(`${day}-01-01`.slice(0, 10)) || 0
}

/** All days, months or years from one to the other. */
function units(low: string, high: string, unit: Unit): string[] {
  const last = high.slice(0, unit)
  const found: string[] = []
  const date = new Date(`${`${low}-01-01`.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return []
  for (let at = date.toISOString().slice(0, unit); at <= last && found.length <= most; at = date.toISOString().slice(0, unit)) {
    found.push(at)
    if (unit === 10) date.setUTCDate(date.getUTCDate() + 1)
    else if (unit === 7) date.setUTCMonth(date.getUTCMonth() + 1, 1)
    else date.setUTCFullYear(date.getUTCFullYear() + 1)
  }
  return found
}

const brush = signal<readonly [number, number] | null>(null)

export function Timeline(): JSX.Element | null {
  const all = bars.value
  if (all.length < 2) return null
  const { from, until } = state.value
  const highest = Math.max(...all.map(({ said, happened }) => said + happened), 1)
  const isIn = (bar: Bar, index: number): boolean => {
    const range = brush.value
    return range === null
      ? (from === '' || bar.until >= from.slice(0, bar.until.length)) && (until === '' || bar.from <= until)
      : index >= Math.min(...range) && index <= Math.max(...range)
  }
  return (
    <section id="timeline" aria-label={say.timeline}>
      <div
        class="bars"
        title={say.timelineHelp}
        role="img"
        aria-label={`${readableSpan(all[0]!.from, all.at(-1)!.from)}: ${say.count(
          all.reduce((sum, bar) => sum + bar.said, 0),
          'statement',
        )}, ${say.count(
          all.reduce((sum, bar) => sum + bar.happened, 0),
          'event',
        )}`}
        onPointerDown={event => begin(event, all.length)}
        onPointerMove={event => drag(event, all.length)}
        onPointerUp={() => end(all)}
      >
        {all.map((bar, index) => (
          <span
            key={bar.from}
            class={isIn(bar, index) ? 'bar' : 'bar is-out'}
            title={`${bar.from}: ${bar.said} ${say.said}, ${bar.happened} ${say.happened}`}
          >
            <i class="happened" style={heightOf(bar.happened / highest)} />
            <i class="said" style={heightOf(bar.said / highest)} />
          </span>
        ))}
      </div>
      <Dates all={all} />
    </section>
  )
}

/** First and last day, the two days to choose, what the colours mean, and what has no place on the line. */
function Dates({ all }: { readonly all: readonly Bar[] }): JSX.Element {
  const { from, until } = state.value
  const first = all[0]!.from
  const undated = dated.value.filter(item => item.from === '').length
  const earlier = dated.value.filter(item => item.from !== '' && item.from < first.slice(0, item.from.length)).length
  return (
    <p class="dates">
      <span>{tick(all[0]!.from)}</span>
      <label>
        {say.from}{' '}
        <input
          type="date"
          value={`${from}-01-01`.slice(0, 10).replace(/^-.*/, '')}
          onChange={event => change({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {say.until}{' '}
        <input type="date" value={until.length === 10 ? until : ''} onChange={event => change({ until: event.currentTarget.value })} />
      </label>
      {(from !== '' || until !== '') && (
        <button type="button" class="plain" onClick={() => change({ from: '', until: '' })}>
          {say.clearDates}
        </button>
      )}
      <span class="key">
        <i class="said" />
        {say.said} <i class="happened" />
        {say.happened}
        {earlier > 0 ? ` · ${say.earlier(earlier)}` : ''}
        {undated > 0 ? ` · ${say.undated(undated)}` : ''}
      </span>
      <span>{tick(all.at(-1)!.from)}</span>
    </p>
  )
}

/** The page's policy forbids style attributes; the property is set by script, which it allows. */
function heightOf(share: number): { height: string } {
  return { height: `${Math.round(share * 1000) / 10}%` }
}

function tick(day: string): string {
  const date = new Date(`${`${day}-01-01`.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(date.getTime())
    ? day
    : date.toLocaleDateString(language, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(day.length > 4 ? { month: 'short' } : {}),
        ...(day.length > 7 ? { day: 'numeric' } : {}),
      })
}

function slotAt({ currentTarget, clientX }: TargetedPointerEvent<HTMLElement>, many: number): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  return Math.max(0, Math.min(many - 1, Math.floor(((clientX - left) / width) * many)))
}

function begin(event: TargetedPointerEvent<HTMLElement>, many: number): void {
  const at = slotAt(event, many)
  event.currentTarget.setPointerCapture(event.pointerId)
  brush.value = [at, at]
}

function drag(event: TargetedPointerEvent<HTMLElement>, many: number): void {
  if (brush.value !== null) brush.value = [brush.value[0], slotAt(event, many)]
}

function end(all: readonly Bar[]): void {
  if (brush.value === null) return
  const [first, last] = [Math.min(...brush.value), Math.max(...brush.value)]
  brush.value = null
  change({ from: all[first]?.from ?? '', until: all[last]?.until ?? '' })
}
