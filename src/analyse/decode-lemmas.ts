/**
 * An edit script in, the lemma of a form out: "said" by `lower|2|y` is "say". The twin of `apply_script` in
 * training/labels.py: case, then the letters cut from the end (or `*`: the lemma is given whole), then those added.
 */
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
