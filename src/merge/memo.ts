/**
 * Remembers what was made of a name: the same names come again and again. In: a function of a text. Out: the same, quicker.
 */
export function memo<Made>(make: (text: string) => Made, most = 50_000): (text: string) => Made {
  const known = new Map<string, Made>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
