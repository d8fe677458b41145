/**
 * What the command line can be asked, as plain data, for completion and the manual: read from the commands themselves, so that it is
 * never out of date.
 * In: the program. Out: { name: "export", says: "Give graphs another form …", options: [{ flags: "--to <form>", long: "--to", choices:
 * ["csv", …] }], … }.
 */
import type { Command, Option } from 'commander'

export interface OptionOutline {
  readonly flags: string
  readonly short: string
  readonly long: string
  readonly says: string
  readonly choices: readonly string[]
  readonly takesValue: boolean
}
export interface CommandOutline {
  /** "kb build". */
  readonly name: string
  readonly usage: string
  readonly says: string
  readonly options: readonly OptionOutline[]
  readonly arguments: readonly { readonly name: string; readonly says: string; readonly choices: readonly string[] }[]
  /** The text behind the options: examples. */
  readonly more: string
}

export interface Outline {
  readonly name: string
  readonly version: string
  readonly says: string
  readonly options: readonly OptionOutline[]
  readonly commands: readonly CommandOutline[]
}

export function outlineOf(program: Command): Outline {
  return {
    name: program.name(),
    version: program.version() ?? '',
    says: program.description(),
    options: optionsOf(program),
    commands: visible(program).flatMap((command) => [
      commandOutline(command, command.name()),
      ...visible(command).map((inner) => commandOutline(inner, `${command.name()} ${inner.name()}`)),
    ]),
  }
}

function visible(command: Command): Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help')
}

function commandOutline(command: Command, name: string): CommandOutline {
  return {
    name,
    usage: command.usage(),
    says: command.description(),
    options: optionsOf(command),
    more: helpAfter(command),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      says: argument.description,
      choices: argument.argChoices ?? [],
    })),
  }
}

function optionsOf(command: Command): OptionOutline[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option: Option) => ({
      flags: option.flags,
      short: option.short ?? '',
      long: option.long ?? '',
      says: option.description,
      choices: option.argChoices ?? [],
      takesValue: option.required || option.optional,
    }))
}

/** What `addHelpText('after', …)` adds. */
function helpAfter(command: Command): string {
  let text = ''
  const { writeOut, getOutHelpWidth } = command.configureOutput()
  command.configureOutput({
    writeOut: (piece) => {
      text += piece
    },
    getOutHelpWidth: () => 10_000,
  })
  command.outputHelp()
  command.configureOutput({ ...(writeOut && { writeOut }), ...(getOutHelpWidth && { getOutHelpWidth }) })
  return text.slice(text.indexOf(command.helpInformation()) + command.helpInformation().length).trim()
}
