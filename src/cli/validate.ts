/**
 * `newsgraph validate`: do graphs have the shape that the ontology asks for?
 */
import { Command } from '@commander-js/extra-typings'
import { validate } from '../newsgraph.js'
import { exitCodeOf } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'

export const validateCommand = new Command('validate')
  .description('Check graphs against the SHACL shapes of the ontology; exit code 1 if they do not conform.')
  .argument('<graph...>', GRAPHS)
  .addOption(inputFormat())
  .addHelpText('after', '\nExample:\n  $ newsgraph validate graph.ttl')
  .action(async (files, { inputFormat: format }) => {
    const findings = await validate(files, { inputFormat: format })
    await print(findings.map(({ label, node, message, value }) => `${label} <${node}>: ${message}${value ? ` (found: ${value})` : ''}\n`))
    await print([findings.length === 0 ? 'Conforms to the shapes.\n' : `${findings.length} findings.\n`])
    if (findings.length > 0) process.exitCode = exitCodeOf.invalid
  })
