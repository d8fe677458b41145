// The size of the piece of a product that is worked out at once, in registers: sums and what they are made of fill the sixteen
// that V8 has on x64.

import { FOURS, PLAIN, WAY } from './way'

export const TILE_ROWS: usize = WAY === FOURS ? 2 : 4
/** Six vectors of four, or two. */
export const TILE_COLUMNS: usize = WAY === FOURS ? 24 : 8
/** Bytes of a quantised number. */
export const NUMBER: usize = WAY === PLAIN ? 2 : 1
/** A row of a tile of sums, and all of it, in bytes. */
export const ROW_BYTES: usize = TILE_COLUMNS * 4
export const TILE_BYTES: usize = TILE_ROWS * ROW_BYTES
/** Tables have room for so many rows at a time, whatever the way. */
const ROWS: usize = 4

@inline
export function wholeTiles(rows: usize): usize { return (rows + ROWS - 1) / ROWS * ROWS }
