/** The model from an address, in the browser. */
import type { Loader } from './model-files.js'

/** @param base address of the folder in which model.json lies, with a slash at its end. */
export function loadFromWeb(base: string): Loader {
  return async (file) => {
    const response = await fetch(new URL(file, base))
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
