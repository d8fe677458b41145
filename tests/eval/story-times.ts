/**
 * EventStoryLine: days and times of day, found and resolved against the day of the article.
 * In: a split; its times are marked in the sentences that have any mark. Out: two rows, times that are found at all (their words overlap,
 * as in TempEval) and times with the right value, to the day: "late Thursday" in an article of 3 May 2013 → 2013-05-02.
 * The line that tells when the article appeared is the reader's, and durations ("90 days") have no day: neither is counted.
 */
import type { Time } from '../../src/model.js'
import { dayOfWeek, isoWeek } from '../../src/resolve/calendar.js'
import { resolve } from '../../src/resolve/resolve.js'
import { cached } from './cached.js'
import { readingOf, records } from './corpora.js'
import { Counts, precisionAndRecall } from './counts.js'
import { written } from './ecbplus.js'
import { inContext, type Bench, type Row, type Task } from './measure.js'

interface StoryRecord {
  readonly id: string
  readonly subtopic: string
  readonly tokens: readonly string[]
  readonly sentence: readonly number[]
  readonly mentions: readonly StoryMention[]
}

interface StoryMention {
  readonly type: string
  readonly kind: string
  readonly tokens: readonly number[]
  readonly value?: string | null
  /** Whether it is when the article appeared. */
  readonly dct?: boolean
}

interface Span { readonly start: number; readonly end: number }
interface Marked extends Span { readonly value: string; readonly isCounted: boolean }

export const storyTimes: Task = {
  name: 'times',
  async run(bench): Promise<Row[]> {
    const [found, values] = [new Counts(), new Counts()]
    const file = `eventstoryline/${bench.part.split === 'dev' ? 'dev' : 'train'}.jsonl.gz`
    for (const record of records<StoryRecord>(bench.part, file)) await judge(record, bench, found, values)
    return ([['found', found], ['values', values]] as const)
      .map(([name, counts]) => ({ name: `EventStoryLine times, ${name}`, score: 100 * counts.f1, note: precisionAndRecall(counts) }))
  },
}

async function judge(record: StoryRecord, { analyse, network, report }: Bench, found: Counts, values: Counts): Promise<void> {
  const { text, places } = written(record, (at) => isJoined(record.tokens, at))
  const date = /^\d{4}-\d\d-\d\d/u.exec(record.mentions.find(({ dct }) => dct)?.value ?? '')?.[0]
  const reading = { ...readingOf(record.id, text), ...(date && { date }) }
  const { times, tokens } = resolve({ ...reading, ...await cached(analyse, network.files.name)(reading) })
  const marked = markedIn(record, places)
  const isLookedAt = new Set(record.mentions.flatMap((mention) => mention.tokens.map((at) => record.sentence[at])))
  const paired = times.map((time) => ({ start: tokens[time.tokens.start]!.start, end: tokens[time.tokens.end - 1]!.end, time }))
    .filter((span) => places.some((place, at) => overlap(place, span) > 0 && isLookedAt.has(record.sentence[at])))
    .flatMap((span) => pairs(span, marked))
  const wanted = marked.filter(({ isCounted }) => isCounted)
  const name = ({ start, end }: Span): string => `${start}-${end}`
  const wrong = found.add(paired.map((pair) => name(pair.mark ?? pair)), wanted.map(name))
  values.add(paired.map((pair) => `${name(pair.mark ?? pair)} ${pair.value}`), wanted.map((each) => `${name(each)} ${each.value}`))
  const show = (kind: string, { start, end }: Span, value: string): void => {
    report({ task: 'times', kind, text: `${record.id} ${date ?? ''} ${inContext(text, start, end)} ${value}` })
  }
  for (const mark of wanted) if (wrong.misses.includes(name(mark))) show('missed', mark, mark.value)
  for (const { mark, value, ...span } of paired) {
    if (!mark) show('too much', span, value)
    else if (mark.value !== value) show('another value', mark, `${value} for ${mark.value}`)
  }
}

interface Pair extends Span { readonly value: string; readonly mark?: Marked }

/** A time with what the corpus marks there; of "between 1991 and 1998" it marks both ends. What is not counted is left out. */
function pairs({ time, ...span }: Span & { readonly time: Time }, marked: readonly Marked[]): Pair[] {
  const here = marked.filter((each) => overlap(each, span) > 0)
  const [first, last] = [here[0], here.at(-1)]
  if (time.until !== undefined && first && last && first !== last) {
    return [{ ...span, value: time.from, mark: first }, { ...span, value: time.until, mark: last }].filter(({ mark }) => mark.isCounted)
  }
  const mark = here.sort((a, b) => overlap(b, span) - overlap(a, span))[0]
  return mark ? [{ ...span, value: valueOf(time), mark }].filter(() => mark.isCounted) : [{ ...span, value: valueOf(time) }]
}

/** Times that the corpus marks in the text and gives a value. */
function markedIn({ mentions }: StoryRecord, places: readonly Span[]): Marked[] {
  return mentions.flatMap(({ type, kind, tokens, value, dct }) => {
    const [first, last] = [places[tokens[0] ?? 0], places[tokens.at(-1) ?? 0]]
    if (kind !== 'time' || tokens.length === 0 || !first || !last || last.end === 0) return []
    const isCounted = /^TIME_(?:DATE|OF_THE_DAY)$/u.test(type) && !dct && value != null && !value.startsWith('P')
    return [{ start: first.start, end: last.end, value: dayOf(value ?? ''), isCounted }]
  })
}

/** "2013-05-02TMO" and "2013-05-02T20:08Z" are of the day 2013-05-02, "2009-12-7" is written 2009-12-07. */
const dayOf = (value: string): string => value.replace(/T.*$/u, '').replace(/-(\d)(?=-|$)/gu, '-0$1')

/** A time of the graph as TIMEX writes it: a decade is "194X", two days from a Saturday are "2013-W20-WE". */
function valueOf({ from, until }: Time): string {
  if (until && /^\d{3}0$/u.test(from) && until === `${from.slice(0, 3)}9`) return `${from.slice(0, 3)}X`
  if (until && from.length === 10 && dayOfWeek(from) === 6 && dayOfWeek(until) === 0) return `${isoWeek(from)}-WE`
  return until ? `${from}/${until}` : from.slice(0, 10)
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The corpus cuts "4:08", "8.40am", "90-day", "5/2/2013" and "p.m." in pieces. */
function isJoined(tokens: readonly string[], at: number): boolean {
  const [before, last, word, next] = [tokens[at - 2], tokens[at - 1] ?? '', tokens[at] ?? '', tokens[at + 1]]
  const isMark = (mark: string, left = '', right = ''): boolean =>
    mark === '-' ? /^\w+$/u.test(left) && /^\w+$/u.test(right) : /^[:/.]$/u.test(mark) && /^\d+$/u.test(left) && /^\d/u.test(right)
  if (isMark(word, last, next) || isMark(last, before, word)) return true
  return /^m$/iu.test(word) && last === '.' && /^[ap]$/iu.test(before ?? '')
}
