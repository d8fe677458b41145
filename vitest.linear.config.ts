import { defineConfig } from 'vitest/config'

/** Twice the input, at most twice the time: measured one file at a time, on a machine that does nothing else. */
export default defineConfig({ test: { include: ['tests/**/linear.test.ts'], fileParallelism: false, testTimeout: 240_000 } })
