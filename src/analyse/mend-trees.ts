/**
 * Words with their places in the tree in, the same with heads that no English noun phrase can have put right:
 * "A [Bundeswehr] spokesperson told Der Spiegel", where Bundeswehr hangs on Spiegel, over the verb.
 *
 * What describes a noun stands in its phrase: no finite verb comes between, and what stands between an article and its noun belongs to the two.
 * An owner hangs on what is owned: "[New York]'s legislature".
 */
/** A word's tags; its head is a row of the same sentence, -1 for the root. */
interface Node { readonly upos: string; readonly xpos: string; readonly head: number; readonly deprel: string }

const DESCRIBING = /^(?:det|amod|compound|nummod)$/u
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/u
const IN_PHRASE = /^(?:ADJ|NOUN|PROPN|NUM)$/u
const NOUN = /^(?:NOUN|PROPN)$/u

/** @param tokens of one sentence */
export function mended<T extends Node>(tokens: readonly T[]): T[] {
  const found = [...tokens]
  tokens.forEach((token, i) => {
    const owned = tokens[i + 1]?.xpos === 'POS' && NOUN.test(token.upos) && token.deprel !== 'nmod:poss' ? nounAfter(tokens, i + 2) : undefined
    if (owned !== undefined && !isOver(found, owned, i)) found[i] = { ...token, head: owned, deprel: 'nmod:poss' }
    else if (DESCRIBING.test(token.deprel) && isFar(tokens, i)) {
      const noun = nounAfter(tokens, i + 1)
      if (noun !== undefined && !isOver(found, noun, i)) found[i] = { ...token, head: noun }
    }
    if (token.deprel === 'det') for (const between of straying(found, i)) found[between] = { ...found[between]!, head: token.head, deprel: relationOf(found[between]!) }
  })
  return found
}

/** Words between an article and its noun that hang on something outside: "the Serie [A] club". */
function straying(tokens: readonly Node[], article: number): number[] {
  const noun = tokens[article]?.head ?? -1
  if (noun < article || !NOUN.test(tokens[noun]?.upos ?? '') || noun - article > 6) return []
  const inside = tokens.map((_, at) => at).slice(article + 1, noun)
  return inside.every((at) => IN_PHRASE.test(tokens[at]?.upos ?? '') || tokens[at]?.xpos === 'HYPH')
    ? inside.filter((at) => { const { head, xpos } = tokens[at]!; return (head < article || head > noun) && xpos !== 'HYPH' && !isOver(tokens, noun, at) }) : []
}

function relationOf({ upos }: Node): string {
  return upos === 'ADJ' ? 'amod' : upos === 'NUM' ? 'nummod' : 'compound'
}

/** Whether a finite verb stands between a word and its head, other than one that describes the head itself. */
function isFar(tokens: readonly Node[], i: number): boolean {
  const head = tokens[i]?.head ?? -1
  return tokens.slice(Math.min(i, head) + 1, Math.max(i, head)).some((between) => head >= 0 && FINITE.test(between.xpos) && between.head !== head)
}

/** The last noun of the phrase that begins at a word. */
function nounAfter(tokens: readonly Node[], start: number): number | undefined {
  let noun: number | undefined
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || !(IN_PHRASE.test(token.upos) || token.xpos === 'HYPH' || token.deprel === 'amod')) break
    if (NOUN.test(token.upos)) noun = at
  }
  return noun
}

/** Whether a word stands above another in the tree, or is it. */
function isOver(tokens: readonly Node[], word: number, above: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < 200; at = tokens[at]?.head ?? -1, steps++) if (at === above) return true
  return false
}
