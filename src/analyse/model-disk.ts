/** The model from a folder on disk, in Node: by default the one that the package ships. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Loader } from './model-files.js'

const SHIPPED = fileURLToPath(new URL('../../model/', import.meta.url))

/** @param folder where model.json lies. Default: the package's own model. */
export function loadFromDisk(folder: string = SHIPPED): Loader {
  return (file) => readFile(`${folder}/${file}`)
}
