// The kernels of the engine; see docs/engine.md. All memory is the caller's: addresses in, nothing kept.

export { pack } from './weights'
export { quantise, recordSize } from './quantise'
export { product } from './products'
export { activate, compare, embed, norm } from './rows'
export { attend, attentionRoom } from './attention'
export { wholeTiles } from './tile'
