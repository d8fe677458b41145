// Floats to whole numbers of eight bits with one step for the whole table, as ONNX's DynamicQuantizeLinear defines it; kept
// less 128, so that they are signed. The record:
//   f32 step · i32 128 − zero point · i16 1, twice · 4 bytes free
//   · room of products: starts and units of a tile's columns, and its sums · i32 a row: −64 · sum of the row · the rows (of i16 where products are plain)

import { ROUNDING } from './functions'
import { NUMBER, ROW_BYTES, TILE_BYTES, wholeTiles } from './tile'
import { PLAIN, WAY } from './way'

@inline
export function stepOf(record: usize): f32 { return load<f32>(record) }
@inline
export function shiftOf(record: usize): i32 { return load<i32>(record, 4) }
/** From memory: as a constant V8 would make it anew for every product. */
@inline
export function onesOf(record: usize): v128 { return v128.load32_splat(record, 8) }
@inline
export function startsOf(record: usize): usize { return record + 16 }
@inline
export function unitsOf(record: usize): usize { return startsOf(record) + ROW_BYTES }
@inline
export function sumsTile(record: usize): usize { return unitsOf(record) + ROW_BYTES }
@inline
export function rowTerms(record: usize): usize { return record + HEAD }
@inline
export function rowsOf(record: usize, rows: usize): usize { return record + HEAD + (wholeTiles(rows) << 2) }
const HEAD: usize = 16 + 2 * ROW_BYTES + TILE_BYTES

/** Bytes that the record of a table takes. */
export function recordSize(rows: usize, depth: usize): usize {
  return HEAD + wholeTiles(rows) * (4 + depth * NUMBER)
}

/** @param depth a multiple of 16 @param range as `measure` gives it */
export function quantise(x: usize, rows: usize, depth: usize, range: usize, record: usize): void {
  choose(range, record)
  store<i32>(record, 0x10001, 8)
  const step = v128.load32_splat(record)
  const zero = i32x4.splat(-shiftOf(record))
  let to = rowsOf(record, rows)
  for (let row: usize = 0; row < rows; row++) {
    let sum = i32x4.splat(0)
    for (const end = x + (depth << 2); x < end; x += 64) {
      const bytes = i8x16.narrow_i16x8_s(
        i16x8.narrow_i32x4_s(nearest(v128.load(x), step, zero), nearest(v128.load(x, 16), step, zero)),
        i16x8.narrow_i32x4_s(nearest(v128.load(x, 32), step, zero), nearest(v128.load(x, 48), step, zero)))
      const low = i16x8.extend_low_i8x16_s(bytes), high = i16x8.extend_high_i8x16_s(bytes)
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.add(low, high), i16x8.splat(1)))
      if (WAY === PLAIN) {
        v128.store(to, low)
        v128.store(to, high, 16)
      } else v128.store(to, bytes)
      to += 16 * NUMBER
    }
    const whole = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
    store<i32>(rowTerms(record) + (row << 2), -64 * whole)
  }
}

/** The lowest and the highest of numbers, lane by lane, and 0. */
export function measure(x: usize, count: usize, range: usize): void {
  let low = f32x4.splat(0), high = f32x4.splat(0)
  for (const end = x + (count << 2); x < end; x += 16) {
    const four = v128.load(x)
    low = f32x4.pmin(low, four)
    high = f32x4.pmax(high, four)
  }
  v128.store(range, low)
  v128.store(range, high, 16)
}

/** Step and zero point: the range in 255 steps. */
@inline
function choose(range: usize, record: usize): void {
  const low = v128.load(range), high = v128.load(range, 16)
  const lowest = min(min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)), min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)))
  const highest = max(max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)), max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)))
  const step: f32 = highest === lowest ? 1 : (highest - lowest) / 255
  store<f32>(record, step)
  store<i32>(record, 128 - <i32>nearestOf(-lowest / step), 4)
}

@inline
function nearestOf(x: f32): f32 { return (x + ROUNDING) - ROUNDING }

@inline
function nearest(x: v128, step: v128, zero: v128): v128 {
  const shifted = f32x4.add(f32x4.div(x, step), f32x4.splat(ROUNDING))
  return i32x4.add(i32x4.sub(shifted, i32x4.splat(reinterpret<i32>(ROUNDING))), zero)
}
