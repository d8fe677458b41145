/**
 * Finds things by name.
 * In: keys ("person/joe-biden", "sound/iosef biden"). Out: the things that were ever called so; whether they still are is for who asks.
 */
import type { Thing } from './things.js'

export interface NameIndex {
  readonly put: (key: string, thing: Thing) => void
  readonly get: (key: string) => readonly Thing[]
  /** Nothing leads to a thing any more. */
  readonly drop: (thing: Thing, keys: Iterable<string>) => void
  /** All that leads to a thing leads to another. */
  readonly move: (from: Thing, to: Thing, keys: Iterable<string>) => void
}

/** More namesakes than this no story tells apart; those who come later are found by it no more. */
const MOST = 100

export function nameIndex(): NameIndex {
  // Most names lead to one thing: a list for each would cost more than the thing.
  const things = new Map<string, Thing | Thing[]>()
  const get = (key: string): readonly Thing[] => {
    const found = things.get(key)
    return found === undefined ? [] : Array.isArray(found) ? found : [found]
  }
  const put = (key: string, thing: Thing): void => {
    const found = things.get(key)
    if (found === undefined || found === thing) things.set(key, thing)
    else if (!Array.isArray(found)) things.set(key, [found, thing])
    else if (found.length < MOST && !found.includes(thing)) found.push(thing)
  }
  const dropFrom = (key: string, gone: Thing): void => {
    const rest = get(key).filter((thing) => thing !== gone)
    if (rest.length === 0) things.delete(key)
    else things.set(key, rest.length === 1 && rest[0] ? rest[0] : [...rest])
  }
  const drop = (thing: Thing, keys: Iterable<string>): void => {
    for (const key of keys) dropFrom(key, thing)
  }
  const move = (from: Thing, to: Thing, keys: Iterable<string>): void => {
    for (const key of keys) {
      dropFrom(key, from)
      put(key, to)
    }
  }
  return { put, get, drop, move }
}
