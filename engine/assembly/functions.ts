// A power of two, and GELU, of four numbers at a time, made of sums and products in a fixed order, so that every machine gives
// the same bits. Errors: of `twoTo` 4e-6 of its value, of `gelu` 2e-6.
//
// What is always the same is read from memory: V8 would make a constant vector anew each time, by four instructions. The lower
// of two is by pmin, the higher by pmax, which are one instruction: there is nothing here that is not a number.

/** Added to a number below 2²² it leaves the nearest whole number in the lowest bits. */
export const ROUNDING: f32 = 12582912

/** The lowest power, ROUNDING, and a polynomial fitted to 2ˣ from −½ to ½, the highest power first. */
const POWERS = memory.data<f32>([-126, 12582912, 0.00967603736, 0.0559220351, 0.240221068, 0.693121016, 1.00000012])

/** 2ˣ for x ≤ 0; what is below −126 counts as −126. */
@inline
export function twoTo(x: v128): v128 {
  const bounded = f32x4.pmax(x, known(POWERS, 0))
  const shifted = f32x4.add(bounded, known(POWERS, 1))
  const rest = f32x4.sub(bounded, f32x4.sub(shifted, known(POWERS, 1)))
  let sum = known(POWERS, 2)
  sum = f32x4.add(f32x4.mul(sum, rest), known(POWERS, 3))
  sum = f32x4.add(f32x4.mul(sum, rest), known(POWERS, 4))
  sum = f32x4.add(f32x4.mul(sum, rest), known(POWERS, 5))
  sum = f32x4.add(f32x4.mul(sum, rest), known(POWERS, 6))
  // The power is added to the exponent.
  return i32x4.add(sum, i32x4.shl(shifted, 23))
}

/**
 * Where GELU is 0 or x itself, to 1e-6, on either side; 2 / 5² and 1; and a polynomial P fitted to ½ erf(x / √2) / x on |x| ≤ 5, in
 * u = 2 (x / 5)² − 1, the highest power first; ½.
 */
const NORMAL = memory.data<f32>([
  -5, 5, 0.08, 1,
  0.000594773388, -0.00161049783, 0.00176490133, -0.00269396231, 0.0063634743, -0.0111554218, 0.0164260678, -0.0232726745,
  0.0314367674, -0.0404418893, 0.0515209623, -0.0702963173, 0.141363785,
  0.5,
])

/** x · Φ(x), as x · (½ + x · P(u)) */
@inline
export function gelu(x: v128): v128 {
  const near = f32x4.pmax(f32x4.pmin(x, known(NORMAL, 1)), known(NORMAL, 0))
  const u = f32x4.sub(f32x4.mul(f32x4.mul(near, near), known(NORMAL, 2)), known(NORMAL, 3))
  let sum = known(NORMAL, 4)
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 5))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 6))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 7))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 8))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 9))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 10))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 11))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 12))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 13))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 14))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 15))
  sum = f32x4.add(f32x4.mul(sum, u), known(NORMAL, 16))
  return f32x4.mul(x, f32x4.add(known(NORMAL, 17), f32x4.mul(near, sum)))
}

@inline
function known(table: usize, number: usize): v128 { return v128.load32_splat(table + (number << 2)) }
