import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wasmEngine } from '../../../src/analyse/engine-wasm.js'
import { readGraph } from '../../../src/analyse/wasm/onnx.js'

const network = readFileSync(new URL('../../../model/model.onnx', import.meta.url))

describe('the reader of the network file', () => {
  it('gives steps in their order and constants with their shapes', () => {
    const { steps, constants } = readGraph(network)
    expect(steps.findIndex(({ kind }) => kind === 'LayerNormalization')).toBeLessThan(steps.findIndex(({ outputs }) => outputs.includes('upos')))
    const { type, dims, bytes } = constants.get('model.encoder.norm.bias')!
    expect({ type, dims, length: bytes.length }).toEqual({ type: 'float', dims: [384], length: 1536 })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
    ['half of it', network.subarray(0, network.length / 2)],
    ['a graph without weights', network.subarray(0, 40)],
  ])('says of %s that it is damaged', async (_, bytes) => {
    await expect(wasmEngine(bytes)).rejects.toMatchObject({ name: 'Problem', code: 'model' })
  })
})
