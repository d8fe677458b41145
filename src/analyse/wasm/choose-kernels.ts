/**
 * Which of the three modules of kernels is the fastest here: each that this machine can run makes products for a moment.
 * All give the same bits, so what is chosen changes nothing but the time.
 */
import { Problem } from '../../problem.js'
import { binaryOf, type Kernels, kernelsBy, type Way } from './kernels.js'

/** The fastest kernels over this memory. @throws Problem `model` where WebAssembly has no vectors */
export async function startKernels(memory: WebAssembly.Memory): Promise<Kernels> {
  const way = await fastestWay()
  const kernels = await kernelsBy(way, memory)
  if (kernels === undefined) {
    throw new Problem('model', 'The language model needs a WebAssembly with 128-bit vectors, which this machine does not have.',
      'Use a browser of 2023 or later, or Node 20.19 or later.')
  }
  return kernels
}

/** All give the same bits: only the time differs. */
export async function fastestWay(): Promise<Way> {
  let best: { readonly way: Way; readonly time: number } = { way: 'plain', time: Number.POSITIVE_INFINITY }
  // Clocks of browsers are coarse: of two that look the same the first is taken.
  for (const way of ['fours', 'pairs', 'plain'] as const) {
    const time = await timeOf(way)
    if (time < best.time) best = { way, time }
  }
  return best.way
}

/** What is multiplied: nothing but zeros, which take the same time. */
const PROBED = new WebAssembly.Memory({ initial: 1 })
const TIMES = 2000, TRIES = 3

/** Milliseconds of the quickest of a few tries. */
async function timeOf(way: Way): Promise<number> {
  const binary = binaryOf(way, 'probe')
  if (binary === undefined) return Number.POSITIVE_INFINITY
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory: PROBED } })
  const { probe } = instance.exports as { probe: (times: number) => number }
  return Math.min(...Array.from({ length: TRIES }, () => {
    const start = performance.now()
    probe(TIMES)
    return performance.now() - start
  }))
}
