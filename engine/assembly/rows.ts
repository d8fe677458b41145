// What is done to rows of floats: the sum of embeddings, norms, products of floats. Sums run in four lanes, the lanes
// are added as (0 + 1) + (2 + 3).

/**
 * What the encoder starts from: for each piece the row of its word (whole numbers times the row's scale), of its letter
 * shape and of its place. All rows are `width` long.
 */
export function embed(pieces: usize, shapes: usize, count: usize, words: usize, scales: usize, shapeRows: usize, places: usize, width: usize, to: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const piece: usize = load<u32>(pieces + (i << 2))
    const scale = v128.load32_splat(scales + (piece << 2))
    const word = words + piece * width
    const shape = shapeRows + (<usize>load<u32>(shapes + (i << 2)) * width << 2)
    const place = places + (i * width << 2)
    const out = to + (i * width << 2)
    for (let at: usize = 0; at < width; at += 4) {
      const whole = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(word + at)))
      const scaled = f32x4.mul(f32x4.convert_i32x4_s(whole), scale)
      const shaped = f32x4.add(scaled, v128.load(shape + (at << 2)))
      v128.store(out + (at << 2), f32x4.add(shaped, v128.load(place + (at << 2))))
    }
  }
}

/** Layer norm of each row of x + more (`more` 0: of x alone), in the place of x. */
export function norm(x: usize, more: usize, factors: usize, bias: usize, rows: usize, width: usize, epsilon: f32): void {
  const size = width << 2
  for (let row: usize = 0; row < rows; row++, x += size) {
    if (more) {
      for (let at: usize = 0; at < size; at += 16) v128.store(x + at, f32x4.add(v128.load(x + at), v128.load(more + at)))
      more += size
    }
    let sum = f32x4.splat(0)
    for (let at: usize = 0; at < size; at += 16) sum = f32x4.add(sum, v128.load(x + at))
    const mean = f32x4.splat(total(sum) / <f32>width)
    let squares = f32x4.splat(0)
    for (let at: usize = 0; at < size; at += 16) {
      const off = f32x4.sub(v128.load(x + at), mean)
      squares = f32x4.add(squares, f32x4.mul(off, off))
    }
    const spread = f32x4.splat(sqrt<f32>(total(squares) / <f32>width + epsilon))
    for (let at: usize = 0; at < size; at += 16) {
      const even = f32x4.div(f32x4.sub(v128.load(x + at), mean), spread)
      v128.store(x + at, f32x4.add(f32x4.mul(even, v128.load(factors + at)), v128.load(bias + at)))
    }
  }
}

/**
 * to[m][n] = scale · (a[m] · b[n]); all rows `depth` long, a multiple of four; a row of `to` takes `stride` numbers. Four columns
 * at a time, so that one sum need not wait for another.
 */
export function compare(a: usize, rows: usize, b: usize, columns: usize, depth: usize, scale: f32, to: usize, stride: usize): void {
  const size = depth << 2
  for (let m: usize = 0; m < rows; m++, a += size, to += stride << 2) {
    let row = b, place = to
    let left = columns
    for (; left >= 4; left -= 4, row += 4 * size, place += 16) {
      let first = f32x4.splat(0), second = f32x4.splat(0), third = f32x4.splat(0), fourth = f32x4.splat(0)
      const row1 = row + size, row2 = row1 + size, row3 = row2 + size
      for (let at: usize = 0; at < size; at += 16) {
        const own = v128.load(a + at)
        first = f32x4.add(first, f32x4.mul(own, v128.load(row + at)))
        second = f32x4.add(second, f32x4.mul(own, v128.load(row1 + at)))
        third = f32x4.add(third, f32x4.mul(own, v128.load(row2 + at)))
        fourth = f32x4.add(fourth, f32x4.mul(own, v128.load(row3 + at)))
      }
      store<f32>(place, total(first) * scale)
      store<f32>(place, total(second) * scale, 4)
      store<f32>(place, total(third) * scale, 8)
      store<f32>(place, total(fourth) * scale, 12)
    }
    for (; left > 0; left--, row += size, place += 4) {
      let sum = f32x4.splat(0)
      for (let at: usize = 0; at < size; at += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(row + at)))
      store<f32>(place, total(sum) * scale)
    }
  }
}

@inline
function total(lanes: v128): f32 {
  return (f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1)) + (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
}
