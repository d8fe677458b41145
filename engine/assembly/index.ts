// The kernels of the engine; see docs/engine.md. All memory is the caller's: addresses in, nothing kept.

export { pack } from './weights'
export { measure, quantise, recordSize } from './quantise'
export { product } from './products'
export { compare, embed, norm } from './rows'
export { attend, attentionRoom } from './attention'
export { wholeTiles } from './tile'
