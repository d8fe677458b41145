// Weights as products read them. The record:
//   i32 depth · i32 width, filled up to whole tiles · i32 width, filled up to fours · 4 bytes free · of each column: f32 scale · f32 bias · i32 sum
//   · the weights + 64, 0 to 127, tile by tile · places of those that are one too much, as pairs of i32 column and i32 depth, and an end
//
// A tile is as deep as the table. It goes down four rows at a time, as vectors of four columns:
// relaxed products take four rows of a column beside each other, plain ones two rows of each column, then the two below.

import { TILE_COLUMNS } from './tile'
import { PLAIN, WAY } from './way'

/** The table's weights lie from −64 to 64; with 64 added, the last does not fit into seven bits. */
const OFFSET: i8 = 64, MOST: i8 = 63

@inline
export function depthOf(record: usize): usize { return load<u32>(record) }
@inline
export function widthOf(record: usize): usize { return load<u32>(record, 4) }
@inline
export function strideOf(record: usize): usize { return load<u32>(record, 8) }
@inline
export function scalesOf(record: usize): usize { return record + 16 }
@inline
export function biasesOf(record: usize): usize { return scalesOf(record) + (widthOf(record) << 2) }
@inline
export function sumsOf(record: usize): usize { return biasesOf(record) + (widthOf(record) << 2) }
@inline
export function tilesOf(record: usize): usize { return sumsOf(record) + (widthOf(record) << 2) }
@inline
export function excessOf(record: usize): usize { return tilesOf(record) + widthOf(record) * depthOf(record) }

/** A column that no excess stands in. */
export const NO_COLUMN: u32 = u32.MAX_VALUE

/**
 * Writes the record of a table of i8 with `depth` rows (whole fours) of `width`, f32 scales and biases (0: none) of its columns.
 * Where only the highest weight is too much for seven bits, the column and its scale change their sign.
 * @returns where the record ends
 */
export function pack(table: usize, depth: usize, width: usize, scales: usize, biases: usize, record: usize): usize {
  store<u32>(record, depth)
  store<u32>(record, (width + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS, 4)
  store<u32>(record, (width + 3) / 4 * 4, 8)
  let excess = excessOf(record)
  for (let column: usize = 0; column < widthOf(record); column += 8) {
    const real = <i8>max<i32>(0, min<i32>(8, width - column))
    const mask = i8x16.lt_s(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8), i8x16.splat(real))
    const turned = turnedOf(table + column, depth, width, mask)
    excess = packEight(table + column, width, mask, turned, record, column, excess)
    for (let i: usize = 0; i < 8; i++) {
      const at = (column + i) << 2
      const isReal = column + i < width
      const sign: f32 = i8x16.bitmask(turned) >> <i32>i & 1 ? -1 : 1
      store<f32>(scalesOf(record) + at, isReal ? sign * load<f32>(scales + at) : 0)
      store<f32>(biasesOf(record) + at, isReal && biases ? load<f32>(biases + at) : 0)
    }
  }
  store<u32>(excess, NO_COLUMN)
  return excess + 8
}

/** Of eight columns those that reach 64 and not −64. */
function turnedOf(table: usize, depth: usize, width: usize, mask: v128): v128 {
  let highest = i8x16.splat(0), lowest = i8x16.splat(0)
  for (let row: usize = 0; row < depth; row++, table += width) {
    const weights = v128.load64_zero(table)
    highest = i8x16.max_s(highest, weights)
    lowest = i8x16.min_s(lowest, weights)
  }
  return v128.and(mask, v128.and(i8x16.gt_s(highest, i8x16.splat(MOST)), i8x16.ge_s(lowest, i8x16.splat(-MOST))))
}

/** Eight columns of a tile, and their sums. @returns where the places of what was one too much end */
@inline
function packEight(table: usize, width: usize, mask: v128, turned: v128, record: usize, column: usize, excess: usize): usize {
  const depth = depthOf(record)
  let to = tilesOf(record) + column / TILE_COLUMNS * TILE_COLUMNS * depth + column % TILE_COLUMNS * 4
  let left = i32x4.splat(0), right = i32x4.splat(0)
  for (let row: usize = 0; row < depth; row += 4, to += TILE_COLUMNS * 4) {
    const first = weightsAt(table, mask, turned), second = weightsAt(table + width, mask, turned)
    const third = weightsAt(table + 2 * width, mask, turned), fourth = weightsAt(table + 3 * width, mask, turned)
    table += 4 * width
    const sum = i16x8.add(i16x8.add(i16x8.extend_low_i8x16_s(first), i16x8.extend_low_i8x16_s(second)), i16x8.add(i16x8.extend_low_i8x16_s(third), i16x8.extend_low_i8x16_s(fourth)))
    left = i32x4.add(left, i32x4.extend_low_i16x8_s(sum))
    right = i32x4.add(right, i32x4.extend_high_i16x8_s(sum))
    const upper = beside(first, second), lower = beside(third, fourth)
    if (v128.any_true(i8x16.gt_s(i8x16.max_s(upper, lower), i8x16.splat(MOST)))) {
      excess = noteExcess(first, column, row, excess)
      excess = noteExcess(second, column, row + 1, excess)
      excess = noteExcess(third, column, row + 2, excess)
      excess = noteExcess(fourth, column, row + 3, excess)
    }
    const high = sevenBits(upper), low = sevenBits(lower)
    v128.store(to, WAY !== PLAIN ? i16x8.shuffle(high, low, 0, 8, 1, 9, 2, 10, 3, 11) : i64x2.shuffle(high, low, 0, 2))
    v128.store(to, WAY !== PLAIN ? i16x8.shuffle(high, low, 4, 12, 5, 13, 6, 14, 7, 15) : i64x2.shuffle(high, low, 1, 3), 16)
  }
  v128.store(sumsOf(record) + (column << 2), left)
  v128.store(sumsOf(record) + (column << 2), right, 16)
  return excess
}

@inline
function weightsAt(table: usize, mask: v128, turned: v128): v128 {
  return i8x16.sub(v128.xor(v128.and(v128.load64_zero(table), mask), turned), turned)
}

/** Two rows, column by column. */
@inline
function beside(a: v128, b: v128): v128 { return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23) }

@inline
function sevenBits(weights: v128): v128 { return i8x16.add(i8x16.min_s(weights, i8x16.splat(MOST)), i8x16.splat(OFFSET)) }

function noteExcess(weights: v128, column: usize, row: usize, excess: usize): usize {
  const above = i8x16.bitmask(i8x16.gt_s(weights, i8x16.splat(MOST)))
  for (let i: usize = 0; i < 8; i++) {
    if ((above >> <i32>i & 1) === 0) continue
    store<u32>(excess, column + i)
    store<u32>(excess, row, 4)
    excess += 8
  }
  return excess
}
