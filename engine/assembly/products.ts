// Products of a quantised table with weights, exact in whole numbers, then as floats: to = sum · (step · scale) + bias.
//
// Relaxed instructions promise their result only where the second operand lies from 0 to 127: so weights are kept + 64, and 64
// times the sum of the row is taken off again; both engines do so, and get the same whole numbers.

import { gelu } from './functions'
import { depthOf, excessOf, biasesOf, scalesOf, strideOf, sumsOf, tilesOf, widthOf } from './weights'
import { onesOf, rowsOf, rowTerms, shiftOf, startsOf, stepOf, sumsTile, unitsOf } from './quantise'
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
  const numbers = rowsOf(table, rows)
  let excess = excessOf(weights)
  for (let column: usize = 0; column < width; column += TILE_COLUMNS, to += ROW_BYTES) {
    prepare(table, weights, column)
    const firstExcess = excess
    while (<usize>load<u32>(excess) < column + TILE_COLUMNS) excess += 8
    // What fills up the last tile is nobody's.
    const real = min(TILE_COLUMNS, stride - column) << 2
    const tile = tilesOf(weights) + column * depth
    for (let row: usize = 0; row < rows; row += TILE_ROWS) {
      const from = numbers + row * length
      multiply(from, length, tile, table, rowTerms(table) + (row << 2))
      for (let at = firstExcess; at < excess; at += 8) add(table, from, length, <usize>load<u32>(at) - column, load<u32>(at, 4))
      const floats = to + (row * stride << 2)
      finish(table, biasesOf(weights) + (column << 2), floats, stride << 2, real)
      if (range) activate(floats, min(TILE_ROWS, rows - row), stride << 2, real, range)
    }
  }
}

/** Of the columns of a tile: what their sums start from, the table's zero point times theirs, and what a unit of them is. */
function prepare(table: usize, weights: usize, column: usize): void {
  const shift = i32x4.splat(shiftOf(table)), step = f32x4.splat(stepOf(table))
  const at = column << 2
  for (let part: usize = 0; part < ROW_BYTES; part += 16) {
    v128.store(startsOf(table) + part, i32x4.mul(v128.load(sumsOf(weights) + at + part), shift))
    v128.store(unitsOf(table) + part, f32x4.mul(step, v128.load(scalesOf(weights) + at + part)))
  }
}

/** The tile of sums: those of rows start 64 times their sum lower, as weights stand 64 too high. */
@inline
function multiply(numbers: usize, length: usize, tile: usize, table: usize, terms: usize): void {
  if (WAY === FOURS) multiplyFours(numbers, length, tile, startsOf(table), terms, sumsTile(table))
  else if (WAY === PAIRS) multiplyPairs(numbers, length, tile, startsOf(table), terms, sumsTile(table), onesOf(table))
  else multiplyPlain(numbers, length, tile, startsOf(table), terms, sumsTile(table))
}

/** A weight of a column that is one more than was written: its row's numbers once more. */
function add(table: usize, numbers: usize, length: usize, column: usize, depth: usize): void {
  let to = sumsTile(table) + (column << 2)
  let from = numbers + depth * NUMBER
  for (let i: usize = 0; i < TILE_ROWS; i++, to += ROW_BYTES, from += length) {
    store<i32>(to, load<i32>(to) + (WAY === PLAIN ? <i32>load<i16>(from) : <i32>load<i8>(from)))
  }
}

/** The tile of sums as floats. */
@inline
function finish(table: usize, biases: usize, to: usize, stride: usize, length: usize): void {
  let from = sumsTile(table)
  for (let i: usize = 0; i < TILE_ROWS; i++, to += stride, from += ROW_BYTES) {
    for (let part: usize = 0; part < length; part += 16) {
      const scaled = f32x4.mul(f32x4.convert_i32x4_s(v128.load(from + part)), v128.load(unitsOf(table) + part))
      v128.store(to + part, f32x4.add(scaled, v128.load(biases + part)))
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
      low = f32x4.pmin(low, four)
      high = f32x4.pmax(high, four)
    }
  }
  v128.store(range, low)
  v128.store(range, high, 16)
}
