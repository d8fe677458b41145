/**
 * Drives Debian's Firefox by WebDriver BiDi, as the W3C describes it: opens pages of a given size, runs code in them, takes pictures.
 * Where there is no Firefox, `firefoxPath` is undefined; NEWSGRAPH_FIREFOX names one.
 */

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'

const places = [
  process.env['NEWSGRAPH_FIREFOX'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]
export const firefoxPath: string | undefined = places.find(place => place !== undefined && existsSync(place))

export interface FirefoxPage {
  open(url: string): Promise<void>
  /** What an expression is worth in the page. */
  read<Value>(expression: string): Promise<Value>
  resize(width: number, height: number, factor: number): Promise<void>
  click(x: number, y: number): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  picture(): Promise<Buffer>
  close(): Promise<void>
}

type Answer = { readonly id?: number; readonly result?: Record<string, unknown>; readonly error?: string; readonly message?: string }

/** A Firefox with one page. */
export async function startFirefox(): Promise<FirefoxPage> {
  if (firefoxPath === undefined) throw new Error('No Firefox was found: install it, or let NEWSGRAPH_FIREFOX name one.')
  const profile = mkdtempSync(join(tmpdir(), 'newsgraph-firefox-'))
  // Containers have no graphics card: WebGL is to be drawn by the processor.
  writeFileSync(
    join(profile, 'user.js'),
    'user_pref("webgl.force-enabled", true);\nuser_pref("gfx.webrender.software", true);\nuser_pref("gfx.x11-egl.force-enabled", true);\n',
  )
  // Headless Firefox has no WebGL; on a screen that is only memory it has.
  const screen = process.env['DISPLAY'] === undefined ? await startScreen() : undefined
  const browser = spawn(
    firefoxPath,
    [
      ...(screen === undefined && process.env['DISPLAY'] === undefined ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...(screen === undefined ? {} : { DISPLAY: screen.display }) } },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    browser.stderr.on('data', (piece: Buffer) => {
      said += piece.toString()
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    browser.once('exit', () => reject(new Error(`Firefox ended: ${said.slice(-500)}`)))
  })
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject)
  })
  const send = sender(socket)
  await send('session.new', { capabilities: {} })
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: readonly { context: string }[] }
  const context = contexts[0]!.context
  const act = (id: string, type: string, actions: readonly object[]): Promise<unknown> =>
    send('input.performActions', { context, actions: [{ id, type, actions }] })
  return {
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async read(expression) {
      const { result, exceptionDetails } = (await send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression}) ?? null))()`,
        target: { context },
        awaitPromise: true,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } }
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text)
      return JSON.parse(result?.value ?? 'null') as never
    },
    async resize(width, height, devicePixelRatio) {
      await send('browsingContext.setViewport', { context, viewport: { width, height }, devicePixelRatio })
    },
    async click(x, y) {
      await act('mouse', 'pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ])
    },
    async press(...keys) {
      await act(
        'keys',
        'key',
        keys.flatMap(value => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      )
    },
    async picture() {
      return Buffer.from(String((await send('browsingContext.captureScreenshot', { context })).data), 'base64')
    },
    async close() {
      const ended = new Promise(resolve => {
        browser.once('exit', resolve)
      })
      await send('browser.close', {}).catch(() => browser.kill())
      socket.terminate()
      await ended
      screen?.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Xvfb, where it is installed. */
async function startScreen(): Promise<{ display: string; close(): void } | undefined> {
  if (!existsSync('/usr/bin/Xvfb')) return undefined
  const server = spawn('/usr/bin/Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`))
    server.once('exit', () => reject(new Error('Xvfb ended.')))
  })
  return {
    display,
    close: () => {
      server.kill()
    },
  }
}

/** Sends commands and waits for their answers. */
function sender(socket: WebSocket): (method: string, params: object) => Promise<Record<string, unknown>> {
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, answer => {
        waiting.delete(id)
        if (answer.error === undefined) resolve(answer.result ?? {})
        else reject(new Error(`${method}: ${answer.error}: ${answer.message}`))
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
