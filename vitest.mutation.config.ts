import { defineConfig } from 'vitest/config'

/** For `npm run mutation`: the tests that hold what must never break – what is said is no fact, what is written is what was found, days exist. */
export default defineConfig({
  test: {
    include: ['tests/map/**/*.test.ts', 'tests/export/telling.test.ts', 'tests/resolve/**/*.test.ts', 'tests/read/*date*.test.ts', 'tests/extract/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
