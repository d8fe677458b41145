// Two rows of i8 times a tile of weights, six vectors of four columns: four products at a time are added to each sum.

/** Writes the sums of rows that are `length` bytes long; they start from those of the columns and the terms of the rows. */
export function multiply(a: usize, length: usize, b: usize, starts: usize, terms: usize, sums: usize): void {
  let a1 = a + length
  const t0 = v128.load32_splat(terms), t1 = v128.load32_splat(terms, 4)
  let s00 = i32x4.add(v128.load(starts), t0), s01 = i32x4.add(v128.load(starts, 16), t0), s02 = i32x4.add(v128.load(starts, 32), t0), s03 = i32x4.add(v128.load(starts, 48), t0), s04 = i32x4.add(v128.load(starts, 64), t0), s05 = i32x4.add(v128.load(starts, 80), t0)
  let s10 = i32x4.add(v128.load(starts), t1), s11 = i32x4.add(v128.load(starts, 16), t1), s12 = i32x4.add(v128.load(starts, 32), t1), s13 = i32x4.add(v128.load(starts, 48), t1), s14 = i32x4.add(v128.load(starts, 64), t1), s15 = i32x4.add(v128.load(starts, 80), t1)
  for (const end = a + length; a < end; a += 4, b += 96) {
    const x0 = v128.load32_splat(a)
    const x1 = v128.load32_splat(a1)
    const b0 = v128.load(b)
    s00 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b0, s00)
    s10 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b0, s10)
    const b1 = v128.load(b, 16)
    s01 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b1, s01)
    s11 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b1, s11)
    const b2 = v128.load(b, 32)
    s02 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b2, s02)
    s12 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b2, s12)
    const b3 = v128.load(b, 48)
    s03 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b3, s03)
    s13 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b3, s13)
    const b4 = v128.load(b, 64)
    s04 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b4, s04)
    s14 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b4, s14)
    const b5 = v128.load(b, 80)
    s05 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x0, b5, s05)
    s15 = i32x4.relaxed_dot_i8x16_i7x16_add_s(x1, b5, s15)
    a1 += 4
  }
  v128.store(sums, s00, 0)
  v128.store(sums, s01, 16)
  v128.store(sums, s02, 32)
  v128.store(sums, s03, 48)
  v128.store(sums, s04, 64)
  v128.store(sums, s05, 80)
  v128.store(sums, s10, 96)
  v128.store(sums, s11, 112)
  v128.store(sums, s12, 128)
  v128.store(sums, s13, 144)
  v128.store(sums, s14, 160)
  v128.store(sums, s15, 176)
}
