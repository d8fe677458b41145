// Products of a quantised table with weights, exact in whole numbers, then as floats: to = sum · (step · scale) + bias.
//
// Relaxed instructions promise their result only where the second operand lies from 0 to 127: so weights are kept + 64, and 64
// times the sum of the row is taken off again; both engines do so, and get the same whole numbers.

import { gelu } from './functions'
import { depthOf, excessOf, biasesOf, scalesOf, strideOf, sumsOf, tilesOf, widthOf } from './weights'
import { onesOf, rowsOf, rowTerms, shiftOf, stepOf, tileOf } from './quantise'
import { multiply as multiplyFours } from './multiply-fours'
import { multiply as multiplyPairs } from './multiply-pairs'
import { multiply as multiplyPlain } from './multiply-plain'
import { NUMBER, ROW_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile'
import { FOURS, PAIRS, PLAIN, WAY } from './way'

/**
 * @param to rows of floats, as long as the weights are wide in whole fours; as many rows as whole tiles have
 * @param range 0, or where to write the range of the result, on which GELU is done first
 */
export function product(table: usize, rows: usize, weights: usize, to: usize, range: usize): void {
  if (range) {
    v128.store(range, f32x4.splat(0))
    v128.store(range, f32x4.splat(0), 16)
  }
  const depth = depthOf(weights), width = widthOf(weights), stride = strideOf(weights)
  const length = depth * NUMBER
  let excess = excessOf(weights)
  for (let column: usize = 0; column < width; column += TILE_COLUMNS) {
    const firstExcess = excess
    while (<usize>load<u32>(excess) < column + TILE_COLUMNS) excess += 8
    for (let row: usize = 0; row < rows; row += TILE_ROWS) {
      const numbers = rowsOf(table, rows) + row * length
      begin(table, row, weights, column)
      for (let at = firstExcess; at < excess; at += 8) add(table, numbers, length, <usize>load<u32>(at) - column, load<u32>(at, 4))
      const tile = tilesOf(weights) + column * depth
      if (WAY === FOURS) multiplyFours(numbers, length, tile, tileOf(table))
      else if (WAY === PAIRS) multiplyPairs(numbers, length, tile, tileOf(table), onesOf(table))
      else multiplyPlain(numbers, length, tile, tileOf(table))
      finish(table, weights, column, to + ((row * stride + column) << 2))
      if (range) activate(to + ((row * stride + column) << 2), min(TILE_ROWS, rows - row), stride << 2, min(TILE_COLUMNS, stride - column) << 2, range)
    }
  }
}

/** What the sums start from: of rows the weights' 64 too much, of columns the table's zero point. */
@inline
function begin(table: usize, row: usize, weights: usize, column: usize): void {
  const shift = i32x4.splat(shiftOf(table))
  const sums = sumsOf(weights) + (column << 2)
  for (let part: usize = 0; part < ROW_BYTES; part += 16) {
    const base = i32x4.mul(v128.load(sums + part), shift)
    for (let i: usize = 0; i < TILE_ROWS; i++) {
      const term = v128.load32_splat(rowTerms(table) + ((row + i) << 2))
      v128.store(tileOf(table) + i * ROW_BYTES + part, i32x4.add(term, base))
    }
  }
}

/** A weight of a column that is one more than was written: its row's numbers once more. */
function add(table: usize, numbers: usize, length: usize, column: usize, depth: usize): void {
  let to = tileOf(table) + (column << 2)
  let from = numbers + depth * NUMBER
  for (let i: usize = 0; i < TILE_ROWS; i++, to += ROW_BYTES, from += length) {
    store<i32>(to, load<i32>(to) + (WAY === PLAIN ? <i32>load<i16>(from) : <i32>load<i8>(from)))
  }
}

/** The tile of sums as floats. */
@inline
function finish(table: usize, weights: usize, column: usize, to: usize): void {
  const step = f32x4.splat(stepOf(table))
  const at = column << 2, row = strideOf(weights) << 2
  // What fills up the last tile is nobody's.
  const length = min<usize>(row - at, TILE_COLUMNS << 2)
  let from = tileOf(table)
  for (let i: usize = 0; i < TILE_ROWS; i++, to += row, from += ROW_BYTES) {
    for (let part: usize = 0; part < length; part += 16) {
      const scale = f32x4.mul(step, v128.load(scalesOf(weights) + at + part))
      const scaled = f32x4.mul(f32x4.convert_i32x4_s(v128.load(from + part)), scale)
      v128.store(to + part, f32x4.add(scaled, v128.load(biasesOf(weights) + at + part)))
    }
  }
}

/** GELU of a tile of floats, as far as its rows and columns count. */
@inline
function activate(x: usize, rows: usize, stride: usize, length: usize, range: usize): void {
  let low = v128.load(range), high = v128.load(range, 16)
  for (let i: usize = 0; i < rows; i++, x += stride) {
    for (let part: usize = 0; part < length; part += 16) {
      const four = gelu(v128.load(x + part))
      v128.store(x + part, four)
      low = f32x4.min(low, four)
      high = f32x4.max(high, four)
    }
  }
  v128.store(range, low)
  v128.store(range, high, 16)
}
