/**
 * Who extracted an article: this program and a model.
 * In: nothing, or a model's name. Out: "newsgraph 0.1.0, newsgraph-en format 1 sha256:76f4…". What another one made, `rebuild` makes again.
 */
import { version } from '../version.js'

export function makerOf(model: string): string {
  return `newsgraph ${version}, ${model}`
}

/** The name of the model that would extract now, without loading it. @throws Problem `model` */
export async function presentModel(): Promise<string> {
  const [{ readModelName }, { loadFromDisk }] = await Promise.all([import('../analyse/model-files.js'), import('../analyse/model-disk.js')])
  return readModelName(loadFromDisk())
}
