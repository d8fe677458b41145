/**
 * A card about an entity, to be shown in a frame beside a table.
 * In: an entity. Out: HTML: its name, kind, roles, and the words of one passage. Whatever articles say is text in it, never markup.
 */
import { entity } from './details.js'
import type { Graph } from './graph.js'
import { describeKnown } from './knowledge.js'

export async function previewOf(graph: Graph, iri: string): Promise<string | undefined> {
  const known = await entity(graph, iri)
  if (!known) return undefined
  const roles = known.roles
    .slice(0, 3)
    .map(({ title, heldFor, holder, label }) =>
      isReference(holder) && holder.iri !== iri
        ? `${label}: ${holder.label}`
        : [
            title ?? label,
            Array.isArray(heldFor) && heldFor.length > 0
              ? ` – ${heldFor.map((held) => (isReference(held) ? held.label : '')).join(', ')}`
              : '',
          ].join(''),
    )
  const passages = known.passages
    .slice(0, 2)
    .map(
      ({ prefix, exact, suffix, article }) =>
        `<blockquote>…${text(prefix)}<mark>${text(exact)}</mark>${text(suffix)}… <cite>${text(article.label)}${article.date ? `, ${text(article.date)}` : ''}</cite></blockquote>`,
    )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${text(known.label)}</title>
<style>body{font:14px/1.4 system-ui,sans-serif;margin:10px;color:#222;background:#fff}h1{font-size:16px;margin:0}p,ul{margin:4px 0}ul{padding-left:18px}
blockquote{margin:6px 0;padding-left:8px;border-left:3px solid #ccc}cite{color:#666;font-style:normal;font-size:12px}</style>
<h1>${text(known.label)}</h1><p>${text(known.kind)}${known.names.length > 0 ? ` · also ${text(known.names.slice(0, 5).join(', '))}` : ''} · named in ${known.articles} article${known.articles === 1 ? '' : 's'}</p>
${roles.length > 0 ? `<ul>${roles.map((role) => `<li>${text(String(role))}</li>`).join('')}</ul>` : ''}${passages.join('')}</html>`
}

/** The same of what only the knowledge base knows. */
export async function previewKnown(graph: Graph, id: string): Promise<string | undefined> {
  const known = await graph.known?.get(id)
  if (!known) return undefined
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${text(known.label)}</title>
<style>body{font:14px/1.4 system-ui,sans-serif;margin:10px;color:#222;background:#fff}h1{font-size:16px;margin:0}</style>
<h1>${text(known.label)}</h1><p>${text(describeKnown(known))}</p><p>${text(known.iri)}</p><p>Not named in these articles.</p></html>`
}

function isReference(value: unknown): value is { readonly iri: string; readonly label: string } {
  return typeof value === 'object' && value !== null && 'iri' in value && 'label' in value
}

/** Text that no HTML parser takes for more. */
export function text(value: string): string {
  return value.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`)
}
