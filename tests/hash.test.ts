import { describe, expect, it } from 'vitest'
import { countDistinct } from '../src/hash.js'

describe('the count of different texts', () => {
  it('counts each once, through all the sizes that its table takes', () => {
    const distinct = countDistinct()
    for (const _ of [1, 2]) for (let number = 0; number < 20_000; number += 1) distinct.add(`person:${number}`)
    expect(distinct.size).toBe(20_000)
  })
})
