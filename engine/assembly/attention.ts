// Attention: every piece looks at every other, head by head, four at a time. Products are of whole numbers of sixteen bits,
// exact in thirty-two: what pieces ask and offer goes from −8191 to 8191 (32 such products fit), the shares of its attention
// add up to 32767, and what they give goes from −32767 to 32767.
//
// One head's room: asked, rows of 32 · offered, given: tiles of eight columns, going down two rows at a time as two vectors of
// four columns · scores and shares of four rows.

import { twoTo, ROUNDING } from './functions'

/** Numbers of each piece in a head. */
const SIZE: usize = 32
/** eˣ is 2 to the power of x times this. */
const LOG2_E: f32 = 1.44269504
const MOST_ASKED: f32 = 8191, MOST: f32 = 32767
const TILE_ROWS: usize = 4, TILE_COLUMNS: usize = 8
const GIVEN_TILES: usize = SIZE / TILE_COLUMNS
/** Of a row of floats, and of two rows of numbers. */
const ROW_BYTES: usize = TILE_COLUMNS * 4

export function attentionRoom(rows: usize): usize {
  const keys = wholeKeys(rows)
  return givenOf(0, rows) + keys / 2 * ROW_BYTES * GIVEN_TILES + keys * 4 * 6
}

@inline
function wholeKeys(rows: usize): usize { return (rows + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS }
@inline
function offeredOf(room: usize, rows: usize): usize { return room + wholeKeys(rows) * SIZE * 2 }
@inline
function givenOf(room: usize, rows: usize): usize { return offeredOf(room, rows) + wholeKeys(rows) * SIZE * 2 }

/**
 * @param qkv rows of what is asked, offered and given, `heads` · 32 numbers of each
 * @param to rows of `heads` · 32 numbers, as many as whole tiles have
 * @param scale of the scores
 */
export function attend(qkv: usize, rows: usize, heads: usize, scale: f32, to: usize, room: usize): void {
  const row = (heads * SIZE) << 2
  for (let head: usize = 0; head < heads; head++) {
    const asked = qkv + ((head * SIZE) << 2)
    const askedStep = writeAsked(asked, rows, row * 3, room)
    const offeredStep = writeOffered(asked + row, rows, row * 3, offeredOf(room, rows))
    const givenStep = writeGiven(asked + row * 2, rows, row * 3, givenOf(room, rows))
    mix(room, rows, askedStep * offeredStep * scale * LOG2_E, givenStep / MOST, to + ((head * SIZE) << 2), row)
  }
}

/** Numbers as rows of i16. @returns the step */
function writeAsked(from: usize, rows: usize, stride: usize, to: usize): f32 {
  const most = highest(from, rows, stride)
  const factor = f32x4.splat(MOST_ASKED / most)
  for (let row: usize = 0; row < wholeKeys(rows); row++, from += stride) {
    for (let at: usize = 0; at < SIZE * 4; at += 32, to += 16) v128.store(to, row < rows ? eight(from + at, factor) : i16x8.splat(0))
  }
  return most / MOST_ASKED
}

/** Numbers as tiles of i16, a row to a column. @returns the step */
function writeOffered(from: usize, rows: usize, stride: usize, to: usize): f32 {
  const most = highest(from, rows, stride)
  const factor = f32x4.splat(MOST_ASKED / most)
  for (let row: usize = 0; row < wholeKeys(rows); row++, from += stride) {
    let place = to + (row / TILE_COLUMNS * TILE_COLUMNS) * SIZE * 2 + ((row % TILE_COLUMNS) << 2)
    for (let at: usize = 0; at < SIZE * 4; at += 32, place += ROW_BYTES * 4) {
      const numbers = row < rows ? eight(from + at, factor) : i16x8.splat(0)
      v128.store32_lane(place, numbers, 0)
      v128.store32_lane(place, numbers, 1, ROW_BYTES)
      v128.store32_lane(place, numbers, 2, 2 * ROW_BYTES)
      v128.store32_lane(place, numbers, 3, 3 * ROW_BYTES)
    }
  }
  return most / MOST_ASKED
}

/** Numbers as tiles of i16, as they stand. @returns the step */
function writeGiven(from: usize, rows: usize, stride: usize, to: usize): f32 {
  const most = highest(from, rows, stride)
  const factor = f32x4.splat(MOST / most)
  const tile = wholeKeys(rows) / 2 * ROW_BYTES
  for (let row: usize = 0; row < wholeKeys(rows); row += 2, from += 2 * stride, to += ROW_BYTES) {
    for (let part: usize = 0; part < GIVEN_TILES; part++) {
      const upper = row < rows ? eight(from + part * 32, factor) : i16x8.splat(0)
      const lower = row + 1 < rows ? eight(from + stride + part * 32, factor) : i16x8.splat(0)
      v128.store(to + part * tile, i16x8.shuffle(upper, lower, 0, 8, 1, 9, 2, 10, 3, 11))
      v128.store(to + part * tile, i16x8.shuffle(upper, lower, 4, 12, 5, 13, 6, 14, 7, 15), 16)
    }
  }
  return most / MOST
}

/** The highest size of the numbers of a head, and a little where all are 0. */
function highest(from: usize, rows: usize, stride: usize): f32 {
  let most = f32x4.splat(1e-30)
  for (let row: usize = 0; row < rows; row++, from += stride) {
    for (let at: usize = 0; at < SIZE * 4; at += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(from + at)))
  }
  return max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)))
}

@inline
function eight(from: usize, factor: v128): v128 {
  return i16x8.narrow_i32x4_s(nearest(f32x4.mul(v128.load(from), factor)), nearest(f32x4.mul(v128.load(from, 16), factor)))
}

@inline
function nearest(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUNDING)), i32x4.splat(reinterpret<i32>(ROUNDING)))
}

/** Scores, shares and what comes of them, four rows at a time. */
function mix(room: usize, rows: usize, scoreStep: f32, step: f32, to: usize, stride: usize): void {
  const keys = wholeKeys(rows)
  const offered = offeredOf(room, rows), given = givenOf(room, rows)
  const scores = given + keys / 2 * ROW_BYTES * GIVEN_TILES
  const shares = scores + keys * 4 * 4
  for (let row: usize = 0; row < rows; row += TILE_ROWS) {
    for (let key: usize = 0; key < keys; key += TILE_COLUMNS) {
      multiply(room + row * SIZE * 2, SIZE * 2, offered + key * SIZE * 2, f32x4.splat(scoreStep), scores + (key << 2), keys << 2)
    }
    for (let i: usize = 0; i < TILE_ROWS; i++) share(scores + i * keys * 4, rows, keys, shares + i * keys * 2)
    for (let part: usize = 0; part < GIVEN_TILES; part++) {
      multiply(shares, keys * 2, given + part * keys / 2 * ROW_BYTES, f32x4.splat(step), to + part * ROW_BYTES, stride)
    }
    to += TILE_ROWS * stride
  }
}

/** Scores, as powers of two, to shares that add up to 32767: the soft-max. */
function share(scores: usize, rows: usize, keys: usize, shares: usize): void {
  for (let key: usize = rows; key < keys; key++) store<f32>(scores + (key << 2), -1e30)
  const end = scores + (keys << 2)
  let most = f32x4.splat(-1e30)
  for (let at = scores; at < end; at += 16) most = f32x4.pmax(most, v128.load(at))
  const top = f32x4.splat(max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3))))
  let sum = f32x4.splat(0)
  for (let at = scores; at < end; at += 16) {
    const part = twoTo(f32x4.sub(v128.load(at), top))
    v128.store(at, part)
    sum = f32x4.add(sum, part)
  }
  const whole = (f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  const factor = f32x4.splat(MOST / whole)
  for (let at = scores; at < end; at += 16, shares += 8) {
    const four = nearest(f32x4.mul(v128.load(at), factor))
    v128.store64_lane(shares, i16x8.narrow_i32x4_s(four, four), 0)
  }
}

/** Four rows times a tile of eight columns, both of i16, times the step: four rows of floats. */
function multiply(a: usize, length: usize, b: usize, step: v128, to: usize, stride: usize): void {
  let a1 = a + length, a2 = a1 + length, a3 = a2 + length
  let s00 = i32x4.splat(0), s01 = i32x4.splat(0)
  let s10 = i32x4.splat(0), s11 = i32x4.splat(0)
  let s20 = i32x4.splat(0), s21 = i32x4.splat(0)
  let s30 = i32x4.splat(0), s31 = i32x4.splat(0)
  for (const end = a + length; a < end; a += 4, b += 32) {
    const b0 = v128.load(b), b1 = v128.load(b, 16)
    const x0 = v128.load32_splat(a)
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, b0))
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, b1))
    const x1 = v128.load32_splat(a1)
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, b0))
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, b1))
    const x2 = v128.load32_splat(a2)
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, b0))
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, b1))
    const x3 = v128.load32_splat(a3)
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, b0))
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, b1))
    a1 += 4
    a2 += 4
    a3 += 4
  }
  write(s00, s01, step, to)
  write(s10, s11, step, to + stride)
  write(s20, s21, step, to + 2 * stride)
  write(s30, s31, step, to + 3 * stride)
}

@inline
function write(left: v128, right: v128, step: v128, to: usize): void {
  v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(left), step))
  v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(right), step), 16)
}
