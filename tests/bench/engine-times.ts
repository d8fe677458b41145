/** How long a window takes in each engine, wherever it is asked: in Node, or in a page. */
import * as ort from 'onnxruntime-web/wasm'
import type { Engine, WindowInputs } from '../../src/analyse/engine.js'
import { engineOf, type Runtime } from '../../src/analyse/engine-native.js'
import { machineEngine } from '../../src/analyse/engine-wasm.js'
import { fastestWay } from '../../src/analyse/wasm/choose-kernels.js'
import { kernelsBy, type Way, WAYS } from '../../src/analyse/wasm/kernels.js'
import { Memory } from '../../src/analyse/wasm/memory.js'

export interface EngineTimes { readonly chosen: Way; readonly milliseconds: Readonly<Record<string, number>> }

/** Milliseconds of a window: of each the quickest of some rounds, in which the engines take turns, and of these the mean. */
export async function timesOf(network: Uint8Array, windows: readonly WindowInputs[], rounds: number): Promise<EngineTimes> {
  const engines: Record<string, Engine> = {}
  for (const way of Object.keys(WAYS) as Way[]) {
    const memory = new Memory()
    const kernels = await kernelsBy(way, memory.wasm)
    if (kernels) engines[way] = machineEngine(network, kernels, memory)
  }
  ort.env.wasm.numThreads = 1
  engines['onnxruntime-web'] = await engineOf(ort as unknown as Runtime, network, true)
  const best = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, engine] of Object.entries(engines)) {
      for (const [number, window] of windows.entries()) {
        const start = performance.now()
        await engine.run(window)
        const times = best.get(name) ?? []
        times[number] = Math.min(times[number] ?? Number.POSITIVE_INFINITY, performance.now() - start)
        best.set(name, times)
      }
    }
  }
  const mean = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0) / times.length
  return { chosen: await fastestWay(), milliseconds: Object.fromEntries([...best].map(([name, times]) => [name, mean(times)])) }
}
