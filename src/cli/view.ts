/**
 * `newsgraph view`: a graph to look at in the browser, from this computer only.
 */
import { Command } from '@commander-js/extra-typings'
import { convert } from '../newsgraph.js'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'

export const viewCommand = new Command('view')
  .description('Show graphs in the browser; only this computer can open the page.')
  .argument('<graph...>', GRAPHS)
  .option('--port <number>', 'port to listen on; a free one without it', Number)
  .addOption(inputFormat())
  .addHelpText('after', '\nExample:\n  $ newsgraph view graph.ttl --port 8080')
  .action(async (files, { port, inputFormat: format }) => {
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
      throw new Problem('usage', 'The port must be a whole number from 0 to 65535', 'Leave --port out to get a free one.')
    }
    let html = ''
    for await (const piece of await convert(files, 'html', { inputFormat: format })) html += piece
    const { serve } = await import('../view/serve.js')
    const { url } = await serve(html, port === undefined ? {} : { port })
    // Whoever starts and stops servers looks at how they end.
    onLeaving(() => undefined)
    await print([`Open ${url} – press Ctrl+C to stop.\n`])
  })
