// How products are made. The build puts each number in this place in turn, and so makes three modules that give the same bits.

/** By i32x4.dot_i16x8_s, of i16: wherever there are vectors. */
export const PLAIN: i32 = 0
/** By i16x8.relaxed_dot_i8x16_i7x16_s, and i32x4.dot_i16x8_s with ones: where relaxed vectors are of no dot product of the processor. */
export const PAIRS: i32 = 1
/** By i32x4.relaxed_dot_i8x16_i7x16_add_s: where that is one instruction of the processor. */
export const FOURS: i32 = 2

export const WAY: i32 = PLAIN
