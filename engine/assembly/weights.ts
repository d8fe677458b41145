// Weights as products read them. The record:
//   i32 depth · i32 width, filled up to whole tiles · i32 width, filled up to fours · 4 bytes free · of each column: f32 scale · f32 bias · i32 sum
//   · the weights + 64, 0 to 127, tile by tile · places of those that are one too much, as pairs of i32 column and i32 depth, and an end
//
// A tile is as deep as the table. It goes down four rows at a time, as vectors of four columns:
// relaxed products take four rows of a column beside each other, plain ones two rows of each column, then the two below.

import { RELAXED, TILE_COLUMNS } from './tile'

/** The table's weights lie from −64 to 64; with 64 added, the last does not fit into seven bits. */
const OFFSET: i32 = 64, MOST: i32 = 63

// @ts-ignore: decorator
@inline
export function depthOf(record: usize): usize { return load<u32>(record) }
// @ts-ignore: decorator
@inline
export function widthOf(record: usize): usize { return load<u32>(record, 4) }
// @ts-ignore: decorator
@inline
export function strideOf(record: usize): usize { return load<u32>(record, 8) }
// @ts-ignore: decorator
@inline
export function scalesOf(record: usize): usize { return record + 16 }
// @ts-ignore: decorator
@inline
export function biasesOf(record: usize): usize { return scalesOf(record) + (widthOf(record) << 2) }
// @ts-ignore: decorator
@inline
export function sumsOf(record: usize): usize { return biasesOf(record) + (widthOf(record) << 2) }
// @ts-ignore: decorator
@inline
export function tilesOf(record: usize): usize { return sumsOf(record) + (widthOf(record) << 2) }
// @ts-ignore: decorator
@inline
export function excessOf(record: usize): usize { return tilesOf(record) + widthOf(record) * depthOf(record) }

/** A column that no excess stands in. */
export const NO_COLUMN: u32 = u32.MAX_VALUE

/**
 * Writes the record of a table of i8 with `depth` rows of `width`, f32 scales and biases (0: none) of its columns.
 * Where only the highest weight is too much for seven bits, the column and its scale change their sign.
 * @returns where the record ends
 */
export function pack(table: usize, depth: usize, width: usize, scales: usize, biases: usize, record: usize): usize {
  store<u32>(record, depth)
  store<u32>(record, (width + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS, 4)
  store<u32>(record, (width + 3) / 4 * 4, 8)
  let excess = excessOf(record)
  for (let column: usize = 0; column < widthOf(record); column++) {
    const at = column << 2
    const isReal = column < width
    const sign = isReal ? signOf(table + column, depth, width) : 1
    store<f32>(scalesOf(record) + at, isReal ? <f32>sign * load<f32>(scales + at) : 0)
    store<f32>(biasesOf(record) + at, isReal && biases ? load<f32>(biases + at) : 0)
    let sum = 0
    for (let row: usize = 0; row < depth; row++) {
      const weight = isReal ? sign * <i32>load<i8>(table + row * width + column) : 0
      sum += weight
      if (weight > MOST) {
        store<u32>(excess, column)
        store<u32>(excess, row, 4)
        excess += 8
      }
      store<u8>(placeOf(record, row, column), <u8>(min(weight, MOST) + OFFSET))
    }
    store<i32>(sumsOf(record) + at, sum)
  }
  store<u32>(excess, NO_COLUMN)
  return excess + 8
}

/** −1 for a column that reaches 64 and not −64. */
function signOf(table: usize, depth: usize, width: usize): i32 {
  let highest = 0, lowest = 0
  for (let row: usize = 0; row < depth; row++) {
    const weight = <i32>load<i8>(table + row * width)
    highest = max(highest, weight)
    lowest = min(lowest, weight)
  }
  return highest > MOST && lowest >= -MOST ? -1 : 1
}

// @ts-ignore: decorator
@inline
function placeOf(record: usize, row: usize, column: usize): usize {
  const tile = tilesOf(record) + (column / TILE_COLUMNS * TILE_COLUMNS) * depthOf(record)
  const four = tile + (row / 4 * 4 * TILE_COLUMNS + column % TILE_COLUMNS / 4 * 16)
  return four + (RELAXED ? column % 4 * 4 + row % 4 : row % 4 / 2 * 8 + column % 4 * 2 + row % 2)
}
