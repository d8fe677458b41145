/**
 * `newsgraph view`: a graph to look at in the browser, from this computer only. The address answers at once; the page says how far reading is.
 */
import { spawn } from 'node:child_process'
import { Command } from '@commander-js/extra-typings'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

export const viewCommand = new Command('view')
  .description('Show graphs in the browser, and read articles there; only this computer can open the page.')
  .argument('[graph...]', `${GRAPHS}; without any, the page reads articles that you paste or drop`)
  .option('--port <number>', 'port to listen on; a free one without it', Number)
  .option('--open', 'open the page in the browser that this computer uses')
  .addOption(inputFormat())
  .addHelpText(
    'after',
    `
Examples:
  $ newsgraph view graph.ttl --port 8080
  $ newsgraph view news/ --open          (a catalogue: corrections made in the page are kept in its decisions.txt)
  $ newsgraph view --open                (nothing yet: paste an article, and see its graph)`,
  )
  .action(async (files, { port, open, inputFormat: format }) => {
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
      throw new Problem('usage', 'The port must be a whole number from 0 to 65535', 'Leave --port out to get a free one.')
    }
    const [{ serveViewer }, status] = [await import('../viewing.js'), showStatus()]
    const { url, done, close } = await serveViewer(files, {
      port,
      inputFormat: format,
      onProgress: (share) => (share < 1 ? status.show(`reading, ${Math.round(share * 100)} %`) : status.end()),
    })
    // Whoever starts and stops servers looks at how they end.
    onLeaving(() => undefined)
    await print([`Open ${url} – press Ctrl+C to stop.\n`])
    if (open) openInBrowser(url)
    await done.finally(status.end).catch(async (problem: unknown) => {
      await close()
      throw problem
    })
  })

function openInBrowser(url: string): void {
  const [command, ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  // Where there is no browser the address still stands on the screen.
  spawn(command ?? 'open', [...before, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
