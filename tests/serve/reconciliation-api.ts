/**
 * What the Reconciliation Service API 0.2 documents of its answers, as JSON Schema: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
 */
import { Ajv2020 } from 'ajv/dist/2020.js'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string', minLength: 1 }
const uri: Schema = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:.+' }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}, isOpen = false): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: isOpen,
})
const template = (slot: string): Schema => ({ type: 'string', pattern: `^[^{}$]*${slot.replace(/[${}]/gu, '\\$&')}[^{}]*$` })

const named = object({ id: text, name: text }, { description: text, broader: { type: 'array' } })
const service = object({ service_url: uri, service_path: text }, { flyout_service_url: uri, flyout_service_path: template('${id}') })

const candidate = object(
  { id: text, name: text, score: { type: 'number' } },
  {
    description: text,
    match: { type: 'boolean' },
    type: listOf(named),
    features: listOf(object({ id: text, value: { type: ['number', 'boolean'] } })),
  },
)

const cell: Schema = {
  oneOf: [
    object({}),
    object({ id: text, name: text }, { description: text }),
    object({ str: { type: 'string' } }),
    object({ float: { type: 'number' } }),
    object({ int: { type: 'integer' } }),
    object({
      date: {
        type: 'string',
        pattern: '^-?\\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?$',
      },
    }),
  ],
}

const schemas = {
  manifest: object(
    { versions: { type: 'array', items: text, contains: { const: '0.2' } }, name: text, identifierSpace: uri, schemaSpace: uri },
    {
      defaultTypes: { ...listOf(named), uniqueItems: true },
      documentation: uri,
      logo: uri,
      serviceVersion: text,
      view: object({ url: template('{{id}}') }),
      feature_view: object({ url: template('{{id}}') }),
      preview: object({ url: template('{{id}}'), width: { type: 'integer' }, height: { type: 'integer' } }),
      suggest: object({}, { entity: service, type: service, property: service }),
      extend: object({}, { propose_properties: object({ service_url: uri, service_path: text }), property_settings: { type: 'array' } }),
      batchSize: { type: 'integer', minimum: 1 },
    },
  ),
  batch: { type: 'object', additionalProperties: object({ result: listOf(candidate) }) },
  entities: object({ result: listOf(object({ id: text, name: text }, { description: text, notable: listOf(named) })) }, {}, true),
  types: object({ result: listOf(named) }, {}, true),
  properties: object({ result: listOf(object({ id: text, name: text }, { description: text })) }, {}, true),
  flyout: object({ id: text, html: text }),
  proposal: object({ properties: listOf(named) }, { type: { type: 'string' }, limit: { type: 'number' } }),
  extension: object({
    meta: listOf(object({ id: text, name: text }, { type: named, service: uri })),
    rows: { type: 'object', additionalProperties: { type: 'object', additionalProperties: listOf(cell) } },
  }),
} satisfies Readonly<Record<string, Schema>>

/** What in an answer is not as documented; nothing when all is. */
export function faultsOf(kind: keyof typeof schemas, answer: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  return ajv.validate(schemas[kind], answer) ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
