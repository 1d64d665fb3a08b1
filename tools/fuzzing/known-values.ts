import { z } from 'zod'
import { defined } from '../../domain/values/defined.js'

/** What is there to be asked for: with ids that are made up alone, hardly a request would get past "not found". */
export type KnownValues = Readonly<Record<string, readonly string[]>>

const Schema = z.looseObject({ type: z.string().optional() })
const Parameter = z.looseObject({ name: z.string(), in: z.string(), schema: Schema.optional() })
const Operation = z.looseObject({ parameters: z.array(Parameter).optional() })
const Component = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() })
const Described = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), Component).optional() }).optional(),
})

/**
 * The document of an API in which every parameter that names something may also be one of the known values. A key of a
 * write is always one of those: one that is used again is refused before anything else is looked at.
 */
export const withKnownValues = (document: unknown, known: KnownValues): unknown => {
  const { paths, components, ...rest } = Described.parse(document)
  const named = Object.entries(known).filter(([, values]) => values.length > 0)
  const schemas = Object.fromEntries(named.map(([key, values]) => [nameOf(key), { type: 'string', enum: values }]))
  return {
    ...rest,
    components: {
      ...components,
      schemas: { ...mapped(components?.schemas ?? {}, (one) => deciding(one, known)), ...schemas },
    },
    paths: mapped(paths, (operations, path) => mapped(operations, (one) => mended(one, { path, known }))),
  }
}

const nameOf = (key: string): string => `Known-${key.replaceAll(' ', '-')}`

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

const mended = (
  { parameters, ...operation }: z.infer<typeof Operation>,
  { path, known }: { path: string; known: KnownValues },
): z.infer<typeof Operation> =>
  parameters === undefined
    ? operation
    : { ...operation, parameters: parameters.map((one) => orKnown(one, { key: keyOf(path, one), known })) }

type Named = z.infer<typeof Parameter>

/** A decision is one of those that some step has; made up, it would be one in a lifetime. */
const deciding = (component: z.infer<typeof Component>, known: KnownValues): z.infer<typeof Component> => {
  const { properties } = component
  if (properties?.['option'] === undefined || known['option'] === undefined) return component
  return { ...component, properties: { ...properties, option: { $ref: `#/components/schemas/${nameOf('option')}` } } }
}

/** What ends a base, or somebody's sight of it, is tried on bases that are there for that alone. */
const spending = /\/(interests|withdrawals)$/

/** `id` is of what the path begins with; every other parameter is called by what it names. */
const keyOf = (path: string, { name }: Named): string => {
  if (name !== 'id') return name
  return `${spending.test(path) ? 'spent ' : ''}${path.split('/')[1] ?? ''} id`
}

const orKnown = ({ schema, ...parameter }: Named, { key, known }: { key: string; known: KnownValues }): Named => {
  const one = { $ref: `#/components/schemas/${nameOf(key)}` }
  if (schema === undefined || (known[key] ?? []).length === 0) return { ...parameter, ...defined({ schema }) }
  return { ...parameter, schema: key === 'idempotency-key' ? one : { anyOf: [one, schema] } }
}
