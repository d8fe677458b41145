/**
 * `newsgraph manual`: the manual page, made from the help texts, for `man newsgraph`.
 * In: what the program can be asked. Out: roff: `.SS newsgraph export [options] <graph...>`, its options and examples.
 */
import { Command } from '@commander-js/extra-typings'
import type { Command as AnyCommand } from 'commander'
import { exitCodeOf } from '../problem.js'
import { outlineOf, type CommandOutline, type OptionOutline, type Outline } from './outline.js'
import { print } from './print.js'

export const manualCommand = new Command('manual')
  .description('Print the manual page.')
  .addHelpText('after', '\nExample:\n  $ newsgraph manual | man -l -')
  .action(async (_options, command) => {
    await print([manualOf(outlineOf(command.parent as unknown as AnyCommand))])
  })

export function manualOf(outline: Outline): string {
  return [
    `.TH NEWSGRAPH 1 "" "newsgraph ${escape(outline.version)}"`,
    '.SH NAME',
    `newsgraph \\- ${escape(outline.says.replace(/\.$/u, ''))}`,
    '.SH SYNOPSIS',
    '.B newsgraph',
    'COMMAND [options]',
    '.SH OPTIONS',
    ...outline.options.flatMap(optionLines),
    '.SH COMMANDS',
    ...outline.commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...Object.entries({ 'all was done': 0, ...exitCodeOf, 'some articles were left out': 8, 'a fault of newsgraph itself': 70 }).flatMap(
      ([what, code]) => ['.TP', String(code), escape(what)],
    ),
    '.SH ENVIRONMENT',
    ...Object.entries(environment).flatMap(([name, says]) => ['.TP', `.B ${name}`, escape(says)]),
    '',
  ].join('\n')
}

/** Variables that newsgraph heeds. */
const environment: Readonly<Record<string, string>> = {
  NO_COLOR: 'Text without colours.',
  NEWSGRAPH_CACHE: 'Folder for graphs that took long to read.',
  NEWSGRAPH_DEBUG: 'With 1, all that is known of a problem.',
  NEWSGRAPH_STORE_USER: 'Name for SPARQL stores; NEWSGRAPH_STORE_PASSWORD and NEWSGRAPH_STORE_TOKEN likewise.',
}

function commandLines({ name, usage, says, options, arguments: given, more }: CommandOutline): string[] {
  return [
    `.SS ${escape(`newsgraph ${name} ${usage}`)}`,
    escape(says),
    ...given.flatMap((argument) => ['.TP', `.I ${escape(argument.name)}`, escape(argument.says || argument.name)]),
    ...options.flatMap(optionLines),
    ...(more === '' ? [] : ['.PP', '.nf', ...more.split('\n').map(escape), '.fi']),
  ]
}

function optionLines({ flags, says, choices }: OptionOutline): string[] {
  return ['.TP', `.B ${escape(flags)}`, escape(choices.length > 0 ? `${says}: ${choices.join(', ')}` : says)]
}

/** A dot or quote at the start of a line, hyphens and backslashes mean something to roff; it reads ASCII alone. */
function escape(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gmu, '\\&')
    .replace(/[^\u0000-\u007f]/gu, (character) => `\\[u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`)
}
