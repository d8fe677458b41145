// A moment of nothing but products, to find out which way is the fastest on a machine. Straight on, so that it is told even by
// code that is not yet optimised.

import { FOURS, PAIRS, WAY } from './way'

/** Adds products of what lies in the first kilobyte of memory to eight sums, `times` · 64 of them to each. @returns their sum, so that none is left out */
export function probe(times: i32): i32 {
  const ones = v128.load(1040)
  let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0)
  let s4 = i32x4.splat(0), s5 = i32x4.splat(0), s6 = i32x4.splat(0), s7 = i32x4.splat(0)
  for (; times > 0; times--) {
    s0 = more(s0, 0, ones)
    s1 = more(s1, 16, ones)
    s2 = more(s2, 32, ones)
    s3 = more(s3, 48, ones)
    s4 = more(s4, 64, ones)
    s5 = more(s5, 80, ones)
    s6 = more(s6, 96, ones)
    s7 = more(s7, 112, ones)
    s0 = more(s0, 128, ones)
    s1 = more(s1, 144, ones)
    s2 = more(s2, 160, ones)
    s3 = more(s3, 176, ones)
    s4 = more(s4, 192, ones)
    s5 = more(s5, 208, ones)
    s6 = more(s6, 224, ones)
    s7 = more(s7, 240, ones)
    s0 = more(s0, 256, ones)
    s1 = more(s1, 272, ones)
    s2 = more(s2, 288, ones)
    s3 = more(s3, 304, ones)
    s4 = more(s4, 320, ones)
    s5 = more(s5, 336, ones)
    s6 = more(s6, 352, ones)
    s7 = more(s7, 368, ones)
    s0 = more(s0, 384, ones)
    s1 = more(s1, 400, ones)
    s2 = more(s2, 416, ones)
    s3 = more(s3, 432, ones)
    s4 = more(s4, 448, ones)
    s5 = more(s5, 464, ones)
    s6 = more(s6, 480, ones)
    s7 = more(s7, 496, ones)
  }
  return i32x4.extract_lane(i32x4.add(i32x4.add(i32x4.add(s0, s1), i32x4.add(s2, s3)), i32x4.add(i32x4.add(s4, s5), i32x4.add(s6, s7))), 0)
}

/** Sixteen products of each. */
@inline
function more(sums: v128, place: usize, ones: v128): v128 {
  const a = v128.load(place)
  if (WAY === FOURS) return i32x4.relaxed_dot_i8x16_i7x16_add_s(a, v128.load(1024 - place), sums)
  if (WAY === PAIRS) return i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(a, v128.load(1024 - place)), ones))
  const half = i32x4.add(sums, i32x4.dot_i16x8_s(a, v128.load8x8_s(1024 - place)))
  return i32x4.add(half, i32x4.dot_i16x8_s(a, v128.load8x8_s(1032 - place)))
}
