import fc from 'fast-check'
import { describe, it } from 'vitest'
import { targets } from './targets.js'

/** A moment for each; `npm run fuzz` takes its time. The seed is told where one fails. */
describe.each(targets)('the $name', ({ property }) => {
  it('takes whatever comes', async () => {
    await fc.assert(property(), { numRuns: 60, interruptAfterTimeLimit: 2500, markInterruptAsFailure: false })
  })
})
