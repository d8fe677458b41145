/**
 * An edit script in, the lemma of a form out: "said" by `lower|2|y` is "say". The twin of `apply_script` in
 * training/labels.py: case, then the letters cut from the end (or `*`: the lemma is given whole), then those added.
 */
import { baseForms } from './base-forms.js'
import { bestColumn, type Rows } from './decode-tags.js'

/** Makes the lemma of a form. */
export type LemmaScript = (form: string) => string

export function parseLemmaScript(script: string): LemmaScript {
  const [kase = 'keep', cut = '0', ...rest] = script.split('|')
  const added = rest.join('|')
  if (cut === '*') return () => added
  const count = Number(cut)
  return (form) => {
    const cased = kase === 'lower' ? form.toLowerCase() : form
    const chars = count > 0 ? [...cased].slice(0, -count).join('') : cased
    return chars + added || form
  }
}

/** How many of a word's likeliest scripts are tried. */
const TRIED = 6

/**
 * The likeliest script that makes a base form which the spelling allows and the vocabulary knows; where there is none, the
 * likeliest that the spelling allows. The head sees which word it is but not how it is spelt, so that "killed" may lose one
 * letter where it should lose two.
 */
export function likelyLemma(scripts: readonly LemmaScript[], rows: Rows, row: number, { xpos, vocabulary }: { readonly xpos: string; readonly vocabulary: ReadonlyMap<string, number> }): LemmaScript {
  return (form) => {
    const likeliest = scripts[bestColumn(rows, row)]?.(form) ?? form
    const allowed = baseForms(form, xpos)
    const fits = (lemma: string): boolean => allowed?.includes(lemma) ?? true
    const isName = allowed === undefined && form !== form.toLowerCase()
    if (fits(likeliest) && (isName || vocabulary.has(likeliest))) return likeliest
    const from = rows.offset + row * rows.width
    const scores = rows.data.subarray(from, from + rows.width)
    const ranked = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, TRIED)
    const lemmas = ranked.map((column) => scripts[column]?.(form) ?? form).filter((lemma) => fits(lemma) && lemma !== '_')
    return [...lemmas, ...(allowed ?? [])].find((lemma) => vocabulary.has(lemma)) ?? allowed?.[0] ?? lemmas[0] ?? likeliest
  }
}
