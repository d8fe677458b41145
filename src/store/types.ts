/**
 * What kind of things nodes are, for hundreds of thousands of them.
 * In: `person:sergey-lavrov` is a schema:Person. Out: the same when asked; a node takes some 40 bytes, as there are few sets of types.
 */
import type { Term } from 'n3'
import { hashOf } from '../hash.js'

export class Types {
  readonly #sets: (readonly Term[])[] = []
  readonly #numbers = new Map<string, number>()
  readonly #setOf = new Map<number, number>()

  /** @returns whether the node was known before */
  add(node: string, types: readonly Term[]): boolean {
    const hash = hashOf(node), before = this.#setOf.get(hash)
    const all = before === undefined ? types : [...new Map([...this.#sets[before] ?? [], ...types].map((type) => [type.id, type])).values()]
    const key = all.map(({ id }) => id).join(' ')
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#sets.push(all) - 1
      this.#numbers.set(key, number)
    }
    this.#setOf.set(hash, number)
    return before !== undefined
  }

  of(node: string): readonly Term[] | undefined {
    const number = this.#setOf.get(hashOf(node))
    return number === undefined ? undefined : this.#sets[number]
  }
}
