import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { binaries } from '../../../engine/build.js'

it('the compiled kernels are those that engine/assembly makes: npm run build:engine', async () => {
  expect(readFileSync(new URL('../../../src/analyse/wasm/binaries.ts', import.meta.url), 'utf8')).toBe(await binaries())
}, 60_000)
