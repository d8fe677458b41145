/** Finds Chromium and starts it as the tests and the picture need it: software WebGL, no sandbox, as containers are. */

import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const places = [process.env['NEWSGRAPH_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Path of a Chromium, or undefined; NEWSGRAPH_CHROMIUM names another one. */
export const chromiumPath: string | undefined = places.find(place => place !== undefined && existsSync(place))

export function startBrowser(...flags: readonly string[]): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium was found: install it, or let NEWSGRAPH_CHROMIUM name one.')
  const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', ...flags]
  return chromium.launch({ executablePath: chromiumPath, args })
}
