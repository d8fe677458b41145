/**
 * Characters that nobody sees and that stand within words.
 *
 *   in:  "Elena Bra\u00adndt", with a soft hyphen where a line may break
 *   out: "Elena Brandt"
 *
 * Joiners stay where a script or an emoji needs them. What is cut is cut before anything is counted: offsets count in the text kept.
 */

/** Soft hyphen, zero-width space, word joiner, marks of direction, a byte order mark that is none. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu
const JOINER = /(?<=[\p{Script=Latin}\p{N}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=\p{Script=Latin})/gu

export function visible(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINER, '')
}
