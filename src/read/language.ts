/**
 * Is it English?
 *
 *   in:  the words of an article, and the language that its page declares
 *   out: "en", a note when too short to tell; a Problem when it is another language ("Le président a dit …" is French)
 *
 * Function words decide at once for ordinary text; only the doubtful is given to the language detector, whose tables take
 * a fifth of a second to load.
 */
import type { Note } from '../model.js'
import { Problem } from '../problem.js'

/** Frequent in English, rare elsewhere: no "in", "is", "on", "me", "a". */
const FUNCTION_WORDS = new Set(
  'the of and to that for with from by has have it this his her their they was were be been who which would said at an are its not but'.split(' '),
)

const ENOUGH_WORDS = 8
/** English news has 0.25 to 0.45. */
const ENGLISH_SHARE = 0.18
/** Below this many letters the detector errs too often to refuse an article. */
const ENOUGH_LETTERS = 60

export async function languageOf(
  words: string, source: string, declared: string | undefined, isGiven: boolean,
): Promise<{ language: string; note?: Note }> {
  if (isGiven && declared) return { language: declared.toLowerCase() }
  const language = declared && /^en\b/i.test(declared) ? declared.toLowerCase().replace('_', '-') : 'en'
  if (isPlainlyEnglish(words)) return { language }
  const { eld } = await import('eld/small')
  const detected = eld.detect(words)
  if (detected.language === 'en') return { language }
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters < ENOUGH_LETTERS && isLatin(words)) {
    return { language, note: { code: 'language-unsure', message: 'The text is too short to be sure that it is English.' } }
  }
  const name = nameOf(detected.language)
  throw new Problem('input', `${source} is not in English${name ? ` but, it seems, in ${name}` : ''}`, 'Give English articles, or --language en if it is English after all.')
}

function isPlainlyEnglish(words: string): boolean {
  const tokens = words.toLowerCase().match(/\p{L}+/gu) ?? []
  if (tokens.length < ENOUGH_WORDS) return false
  return tokens.filter((token) => FUNCTION_WORDS.has(token)).length / tokens.length >= ENGLISH_SHARE
}

function isLatin(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length >= letters.length / 2
}

function nameOf(language: string): string | undefined {
  return language ? new Intl.DisplayNames(['en'], { type: 'language' }).of(language) : undefined
}
