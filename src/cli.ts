#!/usr/bin/env node
/**
 * The command line: argv → one library call → print → exit code.
 *
 *   $ newsgraph build article.txt -o graph.ttl
 */
import { Command } from '@commander-js/extra-typings'
import { addCommand } from './cli/add.js'
import { buildCommand } from './cli/build.js'
import { checkCommand } from './cli/check.js'
import { rebuildCommand, removeCommand, statusCommand } from './cli/catalogue.js'
import { completionCommand } from './cli/completion.js'
import { demoCommand } from './cli/demo.js'
import { explainCommand } from './cli/explain.js'
import { exportCommand } from './cli/export.js'
import { report } from './cli/failure.js'
import { kbCommand } from './cli/kb.js'
import { linkCommand } from './cli/link.js'
import { logAsJson, isLoggedAsJson, logLine } from './cli/log.js'
import { manualCommand } from './cli/manual.js'
import { pushCommand } from './cli/push.js'
import { queryCommand } from './cli/query.js'
import { serveCommand } from './cli/serve.js'
import { validateCommand } from './cli/validate.js'
import { verifyCommand } from './cli/verify.js'
import { viewCommand } from './cli/view.js'
import { watchCommand } from './cli/watch.js'
import { workCommand } from './cli/work.js'
import { leaveOnSignals } from './leaving.js'
import { Problem } from './problem.js'
import { version } from './version.js'

const program = new Command('newsgraph')
  .description('Reads news articles and builds an RDF graph in which every claim carries the words it came from.')
  .version(version)
  .option('--json-log', 'tell of problems and progress in lines of JSON')
  .on('option:json-log', logAsJson)
  .addHelpText('after', '\nExample:\n  $ newsgraph build article.txt -o graph.ttl\n  $ newsgraph view graph.ttl\n\nnewsgraph COMMAND --help tells more about a command.')

for (const command of [buildCommand, validateCommand, queryCommand, verifyCommand, checkCommand, explainCommand, viewCommand, serveCommand, exportCommand, pushCommand,
  addCommand, removeCommand, statusCommand, rebuildCommand, watchCommand, workCommand, linkCommand, kbCommand, demoCommand, completionCommand, manualCommand]) {
  program.addCommand(command)
}
for (const command of [program, ...program.commands, ...kbCommand.commands]) {
  command.exitOverride().configureOutput({
    outputError(text, print) {
      if (isLoggedAsJson()) logLine('error', { code: 'usage', message: `${usageLine(text)}.`, advice: `See ${usageOf(command)} --help.` })
      else print(`newsgraph: ${usageLine(text)}. See ${usageOf(command)} --help.\n`)
    },
  })
}

// A reader that has seen enough, as in `newsgraph query … | head`, is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(0)
  process.exit(report(new Problem('output', `Standard output cannot be written (${cause.code})`, 'Free some space, or write to another place with -o.', { cause })))
})
leaveOnSignals()

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

/** `newsgraph kb build` */
function usageOf(command: Named): string {
  return command.parent ? `${usageOf(command.parent)} ${command.name()}` : command.name()
}

interface Named { name(): string; readonly parent: Named | null }

/** What commander says, as one sentence without its full stop. */
function usageLine(text: string): string {
  const [first = '', ...rest] = text.replace(/^error: /, '').replace(/\s+/g, ' ').replace(/[.\s]+$/, '')
  return first.toUpperCase() + rest.join('')
}
