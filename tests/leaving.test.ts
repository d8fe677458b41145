import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-leaving-'))
afterAll(() => rmSync(folder, { recursive: true }))
const leaving = new URL('../src/leaving.ts', import.meta.url).href

/** Runs a program that never ends by itself, and sends it a signal when it says that it is under way. */
async function endOf(steps: string, signal: NodeJS.Signals): Promise<[number | null, NodeJS.Signals | null]> {
  const program = `import { onLeaving, leaveOnSignals } from ${JSON.stringify(leaving)}
    import { rmSync, writeFileSync, writeSync } from 'node:fs'
    const temporary = (name) => { writeFileSync(name, ''); return onLeaving(() => rmSync(name, { force: true })) }
    leaveOnSignals()
    ${steps}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill(signal)
  return await once(child, 'close') as [number | null, NodeJS.Signals | null]
}

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  it('ends at once a step that never pauses', async () => {
    expect(await endOf(`writeSync(1, 'x'); for (;;) {}`, signal)).toEqual([null, signal])
  })

  it('ends it also after something was to be taken away, and no longer is', async () => {
    expect(await endOf(`temporary(${JSON.stringify(join(folder, 'done'))})(); writeSync(1, 'x'); for (;;) {}`, signal)).toEqual([null, signal])
  })

  it('takes away what there is', async () => {
    const names = ['a', 'b'].map((name) => join(folder, `${signal}-${name}`))
    const code = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]
    const steps = `${names.map((name) => `temporary(${JSON.stringify(name)})`).join('\n')}
      onLeaving(() => { throw new Error('this one fails') })
      writeSync(1, 'x'); setInterval(() => {}, 1000)`
    expect(await endOf(steps, signal)).toEqual([code, null])
    expect(names.filter((name) => existsSync(name))).toEqual([])
  })
})
