import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { isBuilt } from './tests/build-first.js'

/**
 * Two groups: `unit` runs the sources as they stand; `end-to-end` runs the built command and the viewer in Chromium,
 * so it builds dist/ first when a source is newer.
 */
const endToEnd = ['tests/cli/**/*.test.ts', 'tests/articles/**/*.test.ts', 'tests/view/**/*.test.ts', 'tests/spark/**/*.test.ts',
  'tests/serve/**/*.test.ts', 'tests/python/**/*.test.ts', 'tests/examples.test.ts']

/** Measures that need a quiet machine: `npm run linear`. */
const measured = ['tests/**/linear.test.ts']

/** Threads of the sources have to be translated, each anew, which takes longer than most of what they do. */
const threads = isBuilt() ? { NEWSGRAPH_THREADS: 'built' } : {}

/** Short files that take long: begun last, as the size of a file has it, they would leave half of a small machine idle at the end. */
const long = /\/tests\/(?:stores\/answers|stores\/push|export\/opened|catalogue\/durability|cli\/commands|cli\/catalogue|cli\/readme|python\/python|spark\/spark|view\/browser)\.test\.ts$/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(({ moduleId }) => long.test(moduleId)), ...sorted.filter(({ moduleId }) => !long.test(moduleId))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    // Most of the time goes into processes that tests start: one file at a time would leave half of a small machine idle.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...endToEnd, ...measured], testTimeout: 30_000, env: threads } },
      {
        test: {
          name: 'end-to-end', include: endToEnd, testTimeout: 120_000, hookTimeout: 120_000,
          globalSetup: 'tests/build-first.ts', env: { NEWSGRAPH_THREADS: 'built' },
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The command files run as processes of their own and the viewer in a browser: neither shows in these figures.
      exclude: ['src/cli.ts', 'src/cli/**', 'src/view/app/**', 'src/view/vite.config.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
})
