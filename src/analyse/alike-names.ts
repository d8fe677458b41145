/**
 * Label scores of a name head in, the same scores after a word has been seen in all its places out: "Qazigund", taken for a
 * person once and for a place three times, is likelier a place each time.
 *
 * Each capitalised word's chances of the types (and of standing outside) are drawn towards their mean over the article;
 * how they fall on B- and I- stays its own. On the newswire's development part that is 1.0 point of F1.
 */
import { chancesOf, type Rows, typesOf } from './decode-tags.js'

/** How far the chances are drawn: best of 0.2, 0.4, 0.6 and 0.8 on the newswire's development part. */
const SHARE = 0.6
const LEAST = 1e-9
/** Words that begin many names, or a date in one place and more than a date in another: they are nothing by themselves. */
const SHARED_BY_MANY = new Set((
  'New North South East West Northern Southern Eastern Western Central Upper Lower Great San Santa Saint St Los Las El La Le Al The A An Of And For In On '
  + 'National International United General First Monday Tuesday Wednesday Thursday Friday Saturday Sunday '
  + 'Mon Tue Wed Thu Fri Sat Sun MON TUE WED THU FRI SAT SUN UTC GMT January February March April May June July August September October November December'
).split(' '))

/** @param words one a row. @returns natural logarithms of chances */
export function alike(rows: Rows, labels: readonly string[], words: readonly string[]): Rows {
  const data = logChances(rows, words.length)
  const types = 1 + typesOf(labels).length
  for (const places of placesOf(words).values()) {
    if (places.length < 2) continue
    const masses = places.map((row) => massesOf(data, row, rows.width))
    const mean = Array.from({ length: types }, (_, type) => masses.reduce((sum, mass) => sum + (mass[type] ?? 0), 0) / places.length)
    places.forEach((row, place) => {
      for (let column = 0; column < rows.width; column++) {
        const own = Math.max(LEAST, masses[place]?.[typeOf(column)] ?? 0)
        const drawn = (1 - SHARE) * own + SHARE * (mean[typeOf(column)] ?? 0)
        data[row * rows.width + column] = (data[row * rows.width + column] ?? 0) + Math.log(drawn / own)
      }
    })
  }
  return { data, width: rows.width, offset: 0 }
}

/** Columns are O, then B and I of each type in turn. */
const typeOf = (column: number): number => Math.ceil(column / 2)

function placesOf(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  words.forEach((word, row) => {
    if (!/^\p{Lu}/u.test(word) || SHARED_BY_MANY.has(word)) return
    const known = places.get(word)
    if (known) known.push(row)
    else places.set(word, [row])
  })
  return places
}

/** Chance of each type in a row, B and I together; 0 is outside. */
function massesOf(data: Float32Array, row: number, width: number): number[] {
  const masses: number[] = []
  for (let column = 0; column < width; column++) {
    masses[typeOf(column)] = (masses[typeOf(column)] ?? 0) + Math.exp(data[row * width + column] ?? 0)
  }
  return masses
}

function logChances(rows: Rows, length: number): Float32Array {
  const logs = new Float32Array(length * rows.width)
  for (let row = 0; row < length; row++) {
    chancesOf(rows, row).forEach((chance, column) => { logs[row * rows.width + column] = Math.log(Math.max(LEAST, chance)) })
  }
  return logs
}
