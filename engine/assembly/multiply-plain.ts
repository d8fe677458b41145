// Four rows of i16 times a tile of weights, two vectors of four columns: two products at a time are added to each sum.

/** Writes the sums of rows that are `length` bytes long; they start from those of the columns and the terms of the rows. */
export function multiply(a: usize, length: usize, b: usize, starts: usize, terms: usize, sums: usize): void {
  let a1 = a + length, a2 = a1 + length, a3 = a2 + length
  const t0 = v128.load32_splat(terms), t1 = v128.load32_splat(terms, 4), t2 = v128.load32_splat(terms, 8), t3 = v128.load32_splat(terms, 12)
  let s00 = i32x4.add(v128.load(starts), t0), s01 = i32x4.add(v128.load(starts, 16), t0)
  let s10 = i32x4.add(v128.load(starts), t1), s11 = i32x4.add(v128.load(starts, 16), t1)
  let s20 = i32x4.add(v128.load(starts), t2), s21 = i32x4.add(v128.load(starts, 16), t2)
  let s30 = i32x4.add(v128.load(starts), t3), s31 = i32x4.add(v128.load(starts, 16), t3)
  for (const end = a + length; a < end; a += 8, b += 32) {
    const l0 = v128.load8x8_s(b), l1 = v128.load8x8_s(b, 16)
    const x0 = v128.load32_splat(a)
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, l0))
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, l1))
    const x1 = v128.load32_splat(a1)
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, l0))
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, l1))
    const x2 = v128.load32_splat(a2)
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, l0))
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, l1))
    const x3 = v128.load32_splat(a3)
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, l0))
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, l1))
    const u0 = v128.load8x8_s(b, 8), u1 = v128.load8x8_s(b, 24)
    const y0 = v128.load32_splat(a, 4)
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(y0, u0))
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(y0, u1))
    const y1 = v128.load32_splat(a1, 4)
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(y1, u0))
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(y1, u1))
    const y2 = v128.load32_splat(a2, 4)
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(y2, u0))
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(y2, u1))
    const y3 = v128.load32_splat(a3, 4)
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(y3, u0))
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(y3, u1))
    a1 += 8
    a2 += 8
    a3 += 8
  }
  v128.store(sums, s00)
  v128.store(sums, s01, 16)
  v128.store(sums, s10, 32)
  v128.store(sums, s11, 48)
  v128.store(sums, s20, 64)
  v128.store(sums, s21, 80)
  v128.store(sums, s30, 96)
  v128.store(sums, s31, 112)
}
