import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { FORMATS } from '../../src/read/formats.js'
import { samples, targets } from './targets.js'

// What the readers need is loaded before the clock runs.
beforeAll(async () => {
  for (const hint of FORMATS) await read({ bytes: Buffer.from(samples[hint]), source: '-', hint }, { language: 'en' })
})

/** A moment for each, and one input at least; `npm run fuzz` takes its time. The seed is told where one fails. */
describe.each(targets)('the $name', ({ property }) => {
  it('takes whatever comes', async () => {
    await fc.assert(property(), { numRuns: 1 })
    await fc.assert(property(), { numRuns: 60, interruptAfterTimeLimit: 2500, markInterruptAsFailure: false }).catch((error: Error) => {
      // On a machine that is busy there may be no time for a second one.
      if (!/interrupted after 0 tests/u.test(error.message)) throw error
    })
  })
})
