/**
 * The memory of the engine: what is kept (weights) below, room for one window above it, handed out from the bottom up.
 */
import type { Address } from './kernels.js'

const PAGE = 65_536
/** Below lie the constants of the kernels. */
const START = 4096

export class Memory {
  readonly wasm = new WebAssembly.Memory({ initial: 16, maximum: 16_384 })
  private next = START

  /** Where the next is taken; given to `release`, frees what was taken since. */
  get mark(): Address { return this.next }

  release(mark: Address): void { this.next = mark }

  take(bytes: number): Address {
    const address = this.next
    this.next = (address + bytes + 15) & ~15
    const missing = this.next - this.wasm.buffer.byteLength
    if (missing > 0) this.wasm.grow(Math.ceil(missing / PAGE))
    return address
  }

  takeFloats(count: number): Address { return this.take(4 * count) }

  bytes(address: Address, count: number): Uint8Array { return new Uint8Array(this.wasm.buffer, address, count) }

  floats(address: Address, count: number): Float32Array { return new Float32Array(this.wasm.buffer, address, count) }

  copy(from: Address, to: Address, bytes: number): void { new Uint8Array(this.wasm.buffer).copyWithin(to, from, from + bytes) }

  write(data: Uint8Array | Int32Array | Float32Array): Address {
    const address = this.take(data.byteLength)
    this.bytes(address, data.byteLength).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    return address
  }
}
