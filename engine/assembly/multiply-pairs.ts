// Four rows of i8 times a tile of weights, two vectors of four columns: two products at a time are added in sixteen bits, which
// holds 2 · 128 · 127, then two such to each sum.

/** Writes the sums of rows that are `length` bytes long; they start from those of the columns and the terms of the rows. @param ones eight of them */
export function multiply(a: usize, length: usize, b: usize, starts: usize, terms: usize, sums: usize, ones: v128): void {
  let a1 = a + length, a2 = a1 + length, a3 = a2 + length
  const t0 = v128.load32_splat(terms), t1 = v128.load32_splat(terms, 4), t2 = v128.load32_splat(terms, 8), t3 = v128.load32_splat(terms, 12)
  let s00 = i32x4.add(v128.load(starts), t0), s01 = i32x4.add(v128.load(starts, 16), t0)
  let s10 = i32x4.add(v128.load(starts), t1), s11 = i32x4.add(v128.load(starts, 16), t1)
  let s20 = i32x4.add(v128.load(starts), t2), s21 = i32x4.add(v128.load(starts, 16), t2)
  let s30 = i32x4.add(v128.load(starts), t3), s31 = i32x4.add(v128.load(starts, 16), t3)
  for (const end = a + length; a < end; a += 4, b += 32) {
    const b0 = v128.load(b), b1 = v128.load(b, 16)
    const x0 = v128.load32_splat(a)
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x0, b0), ones))
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x0, b1), ones))
    const x1 = v128.load32_splat(a1)
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x1, b0), ones))
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x1, b1), ones))
    const x2 = v128.load32_splat(a2)
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x2, b0), ones))
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x2, b1), ones))
    const x3 = v128.load32_splat(a3)
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x3, b0), ones))
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(x3, b1), ones))
    a1 += 4
    a2 += 4
    a3 += 4
  }
  v128.store(sums, s00, 0)
  v128.store(sums, s01, 16)
  v128.store(sums, s10, 32)
  v128.store(sums, s11, 48)
  v128.store(sums, s20, 64)
  v128.store(sums, s21, 80)
  v128.store(sums, s30, 96)
  v128.store(sums, s31, 112)
}
