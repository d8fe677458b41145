import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { describe, expect, it } from 'vitest'
import type { Engine, WindowInputs } from '../../../src/analyse/engine.js'
import { machineEngine } from '../../../src/analyse/engine-wasm.js'
import { type Kernels, kernelsBy, type Way, WAYS } from '../../../src/analyse/wasm/kernels.js'
import { Memory } from '../../../src/analyse/wasm/memory.js'
import { gelu, referenceKernels, twoTo } from './reference.js'

// Node 20 has relaxed vectors, and asks to be told.
if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')

const network = readFileSync(new URL('../../../model/model.onnx', import.meta.url))

async function engineBy(way: Way | 'reference'): Promise<Engine | undefined> {
  const memory = new Memory()
  const kernels: Kernels | undefined = way === 'reference' ? referenceKernels(memory.wasm) : await kernelsBy(way, memory.wasm)
  return kernels && machineEngine(network, kernels, memory)
}

/** Words of one or two pieces in sentences of seven. */
function invented(count: number, seed: number): WindowInputs {
  let state = seed
  const random = (below: number): number => { state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff; return (state >> 8) % below }
  const pieces = [101], shapes = [0], first: number[] = [], sentence: number[] = []
  for (let word = 0; word < count; word += 1) {
    first.push(pieces.length)
    sentence.push(Math.floor(word / 7))
    const shape = 1 + random(6)
    for (let i = 0; i <= random(2); i += 1) { pieces.push(1000 + random(28_000)); shapes.push(shape) }
  }
  return { pieces: Int32Array.from([...pieces, 102]), shapes: Int32Array.from([...shapes, 0]), first: Int32Array.from(first), sentence: Int32Array.from(sentence) }
}

describe('the ways to make products', () => {
  const ways = Object.keys(WAYS) as Way[]

  it('give the same bytes, in windows of every length', async () => {
    const engines = (await Promise.all(ways.map(engineBy))).filter((engine) => engine !== undefined)
    expect(engines.length).toBeGreaterThan(0)
    for (const count of [1, 2, 3, 6, 13, 30]) {
      const window = invented(count, count)
      const [expected, ...others] = await Promise.all(engines.map((engine) => engine.run(window)))
      for (const scores of others) expect(scores).toEqual(expected)
    }
  })

  it('give what the reference gives, to the last bit', async () => {
    const [own, reference] = [await engineBy('plain'), await engineBy('reference')]
    for (const count of [1, 5]) expect(await own?.run(invented(count, 7 * count))).toEqual(await reference?.run(invented(count, 7 * count)))
  })
})

describe('what is worked out of floats', () => {
  it('comes near the power of two', () => {
    for (let x = -120; x <= 0; x += 0.37) expect(Math.abs(twoTo(Math.fround(x)) / 2 ** Math.fround(x) - 1)).toBeLessThan(5e-6)
  })

  it('comes near GELU', () => {
    // Φ by its series, which is good where x is small, and by its limits.
    const phi = (x: number): number => { let term = x, sum = x; for (let n = 1; n < 200; n += 1) { term *= -x * x / (2 * n); sum += term / (2 * n + 1) } return 0.5 + sum / Math.sqrt(2 * Math.PI) }
    for (let x = -5; x <= 5; x += 0.0625) expect(Math.abs(gelu(x) - x * phi(x))).toBeLessThan(5e-6)
    expect([gelu(-30), gelu(30)].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([-0, 30])
  })
})
