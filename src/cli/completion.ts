/**
 * `newsgraph completion`: a script by which a shell completes commands, options, and what options can be.
 * In: what the program can be asked. Out: for bash, zsh or fish, text to be read by the shell: `newsgraph export --to o<Tab>` →
 * `obsidian`.
 */
import { Argument, Command } from '@commander-js/extra-typings'
import type { Command as AnyCommand } from 'commander'
import { outlineOf, type CommandOutline, type OptionOutline, type Outline } from './outline.js'
import { print } from './print.js'

const SHELLS = ['bash', 'zsh', 'fish'] as const

export const completionCommand = new Command('completion')
  .description('Print a script that lets a shell complete commands and options.')
  .addArgument(new Argument('<shell>', 'which shell it is').choices(SHELLS))
  .addHelpText(
    'after',
    `
Examples:
  $ newsgraph completion bash > ~/.local/share/bash-completion/completions/newsgraph
  $ newsgraph completion zsh > "\${fpath[1]}/_newsgraph"
  $ newsgraph completion fish > ~/.config/fish/completions/newsgraph.fish`,
  )
  .action(async (shell, _options, command) => {
    await print([completionFor(shell, outlineOf(command.parent as unknown as AnyCommand))])
  })

export function completionFor(shell: (typeof SHELLS)[number], outline: Outline): string {
  switch (shell) {
    case 'bash':
      return bash(outline)
    // zsh reads completions of bash when asked to.
    case 'zsh':
      return `#compdef newsgraph\nautoload -U +X bashcompinit && bashcompinit\n${bash(outline)}`
    case 'fish':
      return fish(outline)
  }
}

/** Commands by their first word; those in a command, as `kb build`, are completed as its argument. */
function topOf({ commands }: Outline): readonly CommandOutline[] {
  return commands.filter(({ name }) => !name.includes(' '))
}

function innerOf({ commands }: Outline, name: string): string[] {
  return commands.filter((command) => command.name.startsWith(`${name} `)).map((command) => command.name.slice(name.length + 1))
}

function bash(outline: Outline): string {
  const cases = topOf(outline).map((command) => {
    const inner = outline.commands.filter(({ name }) => name.startsWith(`${command.name} `)).flatMap(({ options }) => options)
    const words = [
      ...[...command.options, ...inner].flatMap(({ long }) => long),
      ...innerOf(outline, command.name),
      ...command.arguments.flatMap(({ choices }) => choices),
    ]
    const values = command.options
      .filter(({ choices }) => choices.length > 0)
      .map((option) => `      ${keysOf(option).join('|')}) words="${option.choices.join(' ')}" ;;`)
    return `    ${command.name})\n      words="${words.join(' ')}"\n      case "$previous" in\n${values.join('\n')}\n      esac ;;`
  })
  const all = [...topOf(outline).map(({ name }) => name), ...outline.options.map(({ long }) => long)].join(' ')
  return `_newsgraph() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words=""
  local at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in -*) ;; *) command="\${COMP_WORDS[at]}"; break ;; esac
  done
  case "$command" in
    "") words="${all}" ;;
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _newsgraph newsgraph
`
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`
}

function fishOption(command: string, { short, long, says, choices, takesValue }: OptionOutline): string {
  const key = `-l ${long.slice(2)}${short ? ` -s ${short.slice(1)}` : ''}`
  const value = `${takesValue ? ' -r' : ''}${choices.length > 0 ? ` -fa ${quoted(choices.join(' '))}` : ''}`
  return `complete -c newsgraph -n ${quoted(`__fish_seen_subcommand_from ${command}`)} ${key} -d ${quoted(says)}${value}`
}

function fish(outline: Outline): string {
  const commands = topOf(outline).map(({ name, says }) => `complete -c newsgraph -n __fish_use_subcommand -a ${name} -d ${quoted(says)}`)
  const options = topOf(outline).flatMap((command) => [
    ...command.options.map((option) => fishOption(command.name, option)),
    ...[...innerOf(outline, command.name), ...command.arguments.flatMap(({ choices }) => choices)].map(
      (word) => `complete -c newsgraph -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)} -a ${word}`,
    ),
  ])
  return `${[...commands, ...options].join('\n')}\n`
}

function keysOf({ short, long }: OptionOutline): string[] {
  return [short, long].filter((key) => key !== '')
}
