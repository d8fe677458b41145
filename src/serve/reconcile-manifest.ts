/**
 * What the reconciliation service offers.
 * In: its address, the data's base. Out: the manifest of the Reconciliation API 0.2 (and 0.1) that OpenRefine reads first.
 */
import type { Graph } from './graph.js'
import { baseOf } from './names.js'

export const entityTypes = [
  { id: 'schema:Person', name: 'person' },
  { id: 'schema:Organization', name: 'organization' },
  { id: 'schema:NewsMediaOrganization', name: 'media outlet' },
  { id: 'schema:Place', name: 'place' },
  { id: 'schema:CreativeWork', name: 'work' },
  { id: 'ng:Group', name: 'group' },
] as const

export const PREVIEW = { width: 430, height: 300 } as const

export function manifest(graph: Graph, address: string) {
  const suggest = (what: string) => ({
    service_url: address,
    service_path: `/reconcile/suggest/${what}`,
    flyout_service_url: address,
    flyout_service_path: `/reconcile/flyout/${what}?id=\${id}`,
  })
  return {
    versions: ['0.1', '0.2'],
    name: 'newsgraph',
    identifierSpace: baseOf(graph),
    schemaSpace: 'https://schema.org/Thing',
    documentation: `${address}/openapi.json`,
    serviceVersion: graph.version,
    defaultTypes: entityTypes,
    view: { url: `${address}/reconcile/view?id={{id}}` },
    preview: { url: `${address}/reconcile/preview?id={{id}}`, ...PREVIEW },
    suggest: { entity: suggest('entity'), type: suggest('type'), property: suggest('property') },
    extend: { propose_properties: { service_url: address, service_path: '/reconcile/properties' }, property_settings: [] },
    batchSize: 50,
  }
}
