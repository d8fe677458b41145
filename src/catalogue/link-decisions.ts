/**
 * What people decided that names are, kept with a catalogue.
 * In: the table given with --decisions, or none. Out: the table that holds: `links.csv` in the catalogue's folder, which the one given replaces – "Paris" is
 * the town in Texas, now and whenever the articles are read again, also when nobody names the table.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDecided } from '../link/decided-file.js'
import { writeChunks } from '../store/files.js'

const pathIn = (folder: string): string => join(folder, 'links.csv')

/** @returns nothing where nobody has decided @throws Problem `input` where the table that was given is none */
export function linkDecisions(folder: string, given: string | undefined): string | undefined {
  if (given === undefined) return existsSync(pathIn(folder)) ? pathIn(folder) : undefined
  readDecided(given)
  return given
}

/** Keeps the table that was given. @throws Problem `output` */
export async function keepLinkDecisions(folder: string, given: string | undefined): Promise<void> {
  if (given === undefined) return
  const text = readFileSync(given)
  if (!existsSync(pathIn(folder)) || !readFileSync(pathIn(folder)).equals(text)) await writeChunks(pathIn(folder), [text])
}
