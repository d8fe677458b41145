/**
 * Codes of states and regions that the entities of an article tell of, without what one of them tells itself.
 * In: the code of each entity that has one: US.OH, US.KY, FR. Out: for an entity whose own is US.OH the others: US.KY and FR, in the
 * states US and FR. Counted once, so that an article of many names takes no longer for each.
 */
export interface Codes {
  readonly isEmpty: boolean
  readonly has: (code: string) => boolean
  /** Whether one of them is that state or lies in it. */
  readonly hasState: (state: string) => boolean
}

export const noCodes: Codes = { isEmpty: true, has: () => false, hasState: () => false }

/** @returns what is told by others than the one whose own code is given */
export function codesBut(codes: readonly string[]): (own: string | undefined) => Codes {
  const byCode = counted(codes), byState = counted(codes.map(stateOf))
  return (own) => ({
    isEmpty: codes.length - (own !== undefined && byCode.has(own) ? 1 : 0) <= 0,
    has: (code) => (byCode.get(code) ?? 0) - (code === own ? 1 : 0) > 0,
    hasState: (state) => (byState.get(state) ?? 0) - (own !== undefined && byCode.has(own) && stateOf(own) === state ? 1 : 0) > 0,
  })
}

/** What either tells. */
export function either(a: Codes, b: Codes): Codes {
  const has = (code: string): boolean => a.has(code) || b.has(code), hasState = (state: string): boolean => a.hasState(state) || b.hasState(state)
  return { isEmpty: a.isEmpty && b.isEmpty, has, hasState }
}

/** "US.OH" → US. */
function stateOf(code: string): string {
  const at = code.indexOf('.')
  return at < 0 ? code : code.slice(0, at)
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
