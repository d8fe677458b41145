// The size of the piece of a product that is worked out at once, in registers, and which instructions do it. Both fill the
// sixteen registers that V8 has on x64: sums, and what they are made of.

/** Products by i32x4.relaxed_dot_i8x16_i7x16_add_s, or by i32x4.dot_i16x8_s. */
export const RELAXED: bool = ASC_FEATURE_RELAXED_SIMD
export const TILE_ROWS: usize = RELAXED ? 2 : 4
/** Six vectors of four, or two. */
export const TILE_COLUMNS: usize = RELAXED ? 24 : 8
/** A row of a tile of sums, and all of it, in bytes. */
export const ROW_BYTES: usize = TILE_COLUMNS * 4
export const TILE_BYTES: usize = TILE_ROWS * ROW_BYTES
/** Tables have room for so many rows at a time, in either engine. */
const ROWS: usize = 4

// @ts-ignore: decorator
@inline
export function wholeTiles(rows: usize): usize { return (rows + ROWS - 1) / ROWS * ROWS }
