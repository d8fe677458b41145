/**
 * `newsgraph explain`: what is known about an entity or claim, and from which words of which article.
 */
import { Command } from '@commander-js/extra-typings'
import { explain } from '../newsgraph.js'
import { Problem } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { kb } from './link-options.js'
import { print } from './print.js'

export const explainCommand = new Command('explain')
  .description('Tell what graphs know about an entity or claim, and from which words of which article.')
  .argument('<name>', 'a name as it stands in the news, an IRI, or a prefixed name such as person:emmanuel-macron')
  .argument('<graph...>', GRAPHS)
  .addOption(inputFormat())
  .addOption(kb())
  .addHelpText('after', `
What it was linked to is told as the graph has it: by which rule, words and facts. Who else has the name is looked up in the knowledge bases.

Example:
  $ newsgraph explain "Sergey Lavrov" graph.ttl`)
  .action(async (name, files, { inputFormat: format, kb: bases }) => {
    const explanations = await explain(files, name, { inputFormat: format, ...(bases && { kb: bases }) })
    if (explanations.length === 0) {
      throw new Problem('query', `Nothing named "${name}" is in ${files.join(', ')}`, 'Check the spelling; newsgraph view shows all names.')
    }
    const { formatExplanation } = await import('../store/explain.js')
    await print([explanations.map(formatExplanation).join('\n')])
  })
