import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusalCodes, refusals } from '../domain/refusal.js'
import { apiProblemCodes } from './contract/problem.js'
import type { ApiApp, ApiParts } from './parts.js'
import { apiProblems } from './problem-catalogue.js'
import { statusOfKind } from './problems.js'
import { namedPart } from './named-part.js'

/** The OpenAPI document, made from the schemas of the contract, under /openapi.json, and in a trial a page to read it under /docs. */
export const addApiDocument = async (app: ApiApp, { config }: ApiParts): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cornerstone', version: '0.1.0', description: introduction },
      servers: [{ url: config.API_PUBLIC_URL }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ bearer: [] }],
      tags: tags.map(([name, description]) => ({ name, description })),
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  })
  app.get(
    '/openapi.json',
    { config: { open: true }, schema: { hide: true, querystring: z.strictObject({}) } },
    async () => app.swagger(),
  )
  // A page that starts itself inline stands beside no real data (0045).
  if (config.MODE === 'production') return
  await app.register(
    namedPart('document', async (docs) => {
      docs.addHook('onRoute', (route) => {
        route.config = { ...route.config, open: true }
      })
      docs.addHook('onRequest', async (_request, reply) => {
        reply.header('content-security-policy', readerPolicy)
      })
      await docs.register(scalar, {
        routePrefix: '/docs',
        // What would reach beyond this server, or offers what it does not have, is left out.
        configuration: {
          url: '/openapi.json',
          withDefaultFonts: false,
          hideClientButton: true,
          telemetry: false,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        },
      })
    }),
  )
}

type Transformed = ReturnType<typeof jsonSchemaTransformObject>

/**
 * Leaves out the components nothing refers to: the library gives each schema twice, as it is sent and as it is read. The rest
 * is sorted, so that the document does not hang on which file is loaded first.
 */
const withoutUnused = (document: Transformed): Transformed => {
  if (!('components' in document)) return document
  const { components, ...rest } = document
  const schemas = new Map(Object.entries(components?.schemas ?? {}))
  const used = new Set<string>()
  const waiting: unknown[] = [rest]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, name = ''] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (!used.has(name)) waiting.push(schemas.get(name))
      used.add(name)
    }
  }
  const kept = [...schemas].filter(([name]) => used.has(name)).sort(([one], [other]) => (one < other ? -1 : 1))
  for (const name of schemas.keys()) delete components?.schemas?.[name]
  Object.assign(components?.schemas ?? {}, Object.fromEntries(kept))
  return document
}

// The reader brings its own script and style and starts itself inline: allowed on its own pages and nowhere else.
const readerPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const tags = [
  ['bases', 'A base and what it waits for.'],
  ['steps', 'What people decide.'],
  ['programmes', 'Calls, sessions, mandates.'],
  ['rehearsals', 'Programmes in which time can be moved.'],
  ['papers', 'Documents and letters.'],
  ['exhibits', 'What is brought to prove facts.'],
  ['conditions', 'What a base goes on under, until it is met.'],
  ['people', 'The seeded people of a trial and their tokens.'],
  ['operation', 'Health, and what became of a command.'],
] as const

/** One row per "no": its code, its status and the kind of thing it is, as docs/errors.md lists them in full. */
const problemRows = [
  ...apiProblemCodes.map((code) => `| \`${code}\` | ${apiProblems[code].status} |`),
  ...refusalCodes.map((code) => `| \`${code}\` | ${statusOfKind[refusals[code].kind]} |`),
]

const introduction = [
  'From the nomination of an industrial cluster to every yearly review of its cooperation base.',
  '',
  'Every write carries `Idempotency-Key`, any text of 1 to 255 characters; the same key again gives the same answer. A write that was sent and has',
  'no answer yet is 202 with a place to ask. Every list takes `after` and `limit` and gives `{items, next}`. Every failure',
  'is `application/problem+json` in the language of `Accept-Language` (`en`, `zh-CN`). The codes:',
  '',
  '| code | status |',
  '|---|---|',
  ...problemRows,
].join('\n')
