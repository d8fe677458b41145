/**
 * The bytes of an ONNX file in, its steps and constants out: as much of the format as our network's file uses. Bytes of
 * constants are not copied.
 *
 *   in:  model.onnx
 *   out: "/encoder/layers.0/up/MatMul_quant: DynamicQuantizeMatMul of …", "model.encoder.norm.bias: 384 numbers"
 *
 * The format is protobuf; the numbers of fields are those of onnx.proto (https://github.com/onnx/onnx, version 1.17).
 */
import { Problem } from '../../problem.js'

export interface Step { readonly kind: string; readonly name: string; readonly inputs: readonly string[]; readonly outputs: readonly string[] }

/** Numbers that the network knows: little-endian, in row-major order. */
export interface Constant { readonly type: ConstantType; readonly dims: readonly number[]; readonly bytes: Uint8Array }
export type ConstantType = 'float' | 'int8' | 'int32' | 'int64'

export interface Graph { readonly steps: readonly Step[]; readonly constants: ReadonlyMap<string, Constant> }

/** @throws Problem `model` where the bytes are no such file */
export function readGraph(bytes: Uint8Array): Graph {
  const steps: Step[] = []
  const constants = new Map<string, Constant>()
  for (const model of fieldsOf(bytes)) {
    if (model.number !== MODEL_GRAPH || model.bytes === undefined) continue
    for (const { number, bytes: part } of fieldsOf(model.bytes)) {
      if (part === undefined) continue
      if (number === GRAPH_STEP) steps.push(stepOf(part))
      if (number === GRAPH_CONSTANT) keepConstant(part, constants)
    }
  }
  if (steps.length === 0) throw damaged()
  return { steps, constants }
}

export function damaged(): Problem {
  return new Problem('model', 'The language model cannot be loaded: its network file is damaged or of another version.',
    'Install newsgraph again (npm install), or restore the folder model/ from the repository.')
}

const MODEL_GRAPH = 7, GRAPH_STEP = 1, GRAPH_CONSTANT = 5
const STEP_INPUT = 1, STEP_OUTPUT = 2, STEP_NAME = 3, STEP_KIND = 4
const CONSTANT_DIMS = 1, CONSTANT_TYPE = 2, CONSTANT_FLOATS = 4, CONSTANT_NAME = 8, CONSTANT_BYTES = 9
const TYPES: ReadonlyMap<number, ConstantType> = new Map([[1, 'float'], [3, 'int8'], [6, 'int32'], [7, 'int64']])

function stepOf(bytes: Uint8Array): Step {
  const texts = new Map<number, string[]>()
  for (const { number, bytes: part } of fieldsOf(bytes)) {
    if (part !== undefined && number <= STEP_KIND) texts.set(number, [...texts.get(number) ?? [], textOf(part)])
  }
  const one = (number: number): string => texts.get(number)?.[0] ?? ''
  return { kind: one(STEP_KIND), name: one(STEP_NAME), inputs: texts.get(STEP_INPUT) ?? [], outputs: texts.get(STEP_OUTPUT) ?? [] }
}

/** Constants that are written in another way, or are of another type, are small and only shape the graph: they are left out. */
function keepConstant(bytes: Uint8Array, constants: Map<string, Constant>): void {
  const dims: number[] = []
  let name = ''
  let type: ConstantType | undefined
  let content: Uint8Array | undefined
  for (const { number, value, bytes: part } of fieldsOf(bytes)) {
    if (number === CONSTANT_DIMS && part === undefined) dims.push(value)
    if (number === CONSTANT_DIMS && part !== undefined) dims.push(...packed(part))
    if (number === CONSTANT_TYPE) type = TYPES.get(value)
    if (number === CONSTANT_NAME && part !== undefined) name = textOf(part)
    // Few floats stand in a field of their own, as the same bytes.
    if (number === CONSTANT_BYTES || number === CONSTANT_FLOATS) content = part
  }
  if (type !== undefined && content !== undefined) constants.set(name, { type, dims, bytes: content })
}

const decoder = new TextDecoder()
const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

/** A field of a message: a number, or bytes that hold a text, a message or packed numbers. */
interface Field { readonly number: number; readonly value: number; readonly bytes?: Uint8Array }

const WHOLE = 0, EIGHT_BYTES = 1, BYTES = 2, FOUR_BYTES = 5

function* fieldsOf(message: Uint8Array): Generator<Field> {
  const reader = new Reader(message)
  while (!reader.isAtEnd) {
    const tag = reader.whole()
    const number = Math.floor(tag / 8)
    switch (tag % 8) {
      case WHOLE: yield { number, value: reader.whole() }; break
      case BYTES: yield { number, value: 0, bytes: reader.take(reader.whole()) }; break
      case EIGHT_BYTES: reader.take(8); break
      case FOUR_BYTES: reader.take(4); break
      default: throw damaged()
    }
  }
}

function packed(bytes: Uint8Array): number[] {
  const reader = new Reader(bytes)
  const values: number[] = []
  while (!reader.isAtEnd) values.push(reader.whole())
  return values
}

class Reader {
  private at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) { this.bytes = bytes }

  get isAtEnd(): boolean { return this.at >= this.bytes.length }

  /** A whole number of up to 53 bits, seven to a byte, the lowest first. */
  whole(): number {
    let value = 0
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw damaged()
      value += (byte % 128) * unit
      if (byte < 128) return value
    }
  }

  take(length: number): Uint8Array {
    const end = this.at + length
    if (end > this.bytes.length) throw damaged()
    const part = this.bytes.subarray(this.at, end)
    this.at = end
    return part
  }
}
