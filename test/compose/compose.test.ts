import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { apiSettings, migrationSettings, relaySettings, workerSettings } from '../../config/processes.js'
import {
  ConfigurationError,
  readEnvironment,
  requiredInProduction,
  settingNames,
} from '../../config/read-environment.js'
import type { ProcessSettings } from '../../config/read-environment.js'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docker-compose.yml', root), 'utf8')

const Duration = z.string().regex(/^\d+(ms|s|m)$/)
/** The part of the compose specification this file uses; a key outside it is a mistake or a decision to be made. */
const Service = z.strictObject({
  image: z.string().regex(/^[a-z0-9./-]+:([\w.-]+|\$\{WORKER_BUILD:-local\})$/),
  build: z.string().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.string().regex(/^(unless-stopped|on-failure:\d+)$/),
  profiles: z.array(z.enum(['backup'])).optional(),
  user: z.string().optional(),
  stop_grace_period: Duration.optional(),
  deploy: z.strictObject({ replicas: z.number().int() }).optional(),
  networks: z.array(z.string()).default([]),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
    .default({}),
  environment: z.record(z.string(), z.string()).default({}),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string().startsWith('/') })).default([]),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[a-z/]+$/)).default([]),
  ports: z.array(z.string().regex(/^[^:]+(:-[\d.]+\})?:\d+:\d+$/)).default([]),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: Duration,
      timeout: Duration,
      retries: z.number().int(),
      start_period: Duration,
    })
    .optional(),
})
const Compose = z
  .object({
    name: z.string(),
    services: z.record(z.string().regex(/^[a-z0-9-]+$/), Service),
    networks: z.record(z.string(), z.strictObject({ internal: z.literal(true) }).nullable()),
    volumes: z.record(z.string(), z.null()),
    configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  })
  .refine((file) => Object.keys(file).every((key) => known.includes(key) || key.startsWith('x-')))
const known = ['name', 'services', 'networks', 'volumes', 'configs']

const compose = Compose.parse(parse(text, { merge: true }))
const services = Object.entries(compose.services)

test('every service the installation needs is there', () => {
  expect(services.map(([name]) => name).toSorted()).toEqual([
    'api',
    'archive',
    'base-backup',
    'bucket',
    'documents',
    'mail',
    'migrate',
    'postgres',
    'relay',
    'scanner',
    'temporal',
    'temporal-namespaces',
    'temporal-schema',
    'temporal-ui',
    'worker',
  ])
})

test('every service says when it is healthy, or ends and is waited for, or is called by whoever needs it', () => {
  const waitedFor = conditions('service_completed_successfully')
  for (const [name, service] of services) {
    const called = service.profiles !== undefined
    const known = called || service.healthcheck !== undefined || waitedFor.has(name)
    expect({ name, known }).toEqual({ name, known: true })
    expect({ name, endless: waitedFor.has(name) && service.healthcheck !== undefined }).toEqual({
      name,
      endless: false,
    })
  }
})

test('nobody waits for the health of a service that has no check, or for one that is not there', () => {
  const checked = services.filter(([, service]) => service.healthcheck !== undefined).map(([name]) => name)
  expect([...conditions('service_healthy')].filter((name) => !checked.includes(name))).toEqual([])
  const named = services.flatMap(([, service]) => Object.keys(service.depends_on))
  expect(named.filter((name) => !(name in compose.services))).toEqual([])
})

test('the order has no circle: API and workers come after migrations, namespaces and the bucket, the relay after mail', () => {
  expect(allBefore('api')).toEqual(
    new Set([
      'archive',
      'postgres',
      'temporal-schema',
      'temporal',
      'temporal-namespaces',
      'migrate',
      'bucket',
      'documents',
    ]),
  )
  expect(allBefore('worker')).toEqual(allBefore('api'))
  expect(allBefore('relay')).toEqual(new Set(['archive', 'postgres', 'migrate', 'mail']))
  for (const [name] of services) expect(allBefore(name).has(name)).toBe(false)
})

const processes: readonly (readonly [string, ProcessSettings<z.ZodRawShape>])[] = [
  ['api', apiSettings],
  ['worker', workerSettings],
  ['relay', relaySettings],
  ['migrate', migrationSettings],
]

test.each(processes)(
  'the service %s is given every setting it cannot do without, none it does not know, and starts',
  (name, settings) => {
    const given = compose.services[name]?.environment ?? {}
    expect(requiredInProduction(settings).filter((setting) => !(setting in given))).toEqual([])
    const readable: readonly string[] = settingNames(settings)
    expect(Object.keys(given).filter((setting) => !readable.includes(setting))).toEqual([])
    expect(() => readEnvironment(settings, filledIn(given))).not.toThrow()
    expect(() => readEnvironment(settings, { ...filledIn(given), [first(settings)]: '' })).toThrow(ConfigurationError)
  },
)

test('no secret stands in the file: each is asked for by name when it is missing', () => {
  const secret = /(PASSWORD|PWD|SECRET|ACCESS_KEY)/
  const literal = services.flatMap(([name, service]) =>
    Object.entries(service.environment)
      .filter(([key, value]) => secret.test(key) && !/^\$\{[A-Z0-9_]+:\?[^}]+\}$/.test(value))
      .map(([key]) => `${name}.${key}`),
  )
  expect(literal).toEqual([])
  expect(text).not.toMatch(/:\/\/\w+:(?!\$\{)[^@\s]+@/)
})

test('every volume and every configuration that is used is declared, and the reverse', () => {
  const used = services.flatMap(([, service]) => service.volumes.map((volume) => volume.split(':')[0] ?? ''))
  const volumes = [...new Set(used)]
  const configs = services.flatMap(([, service]) => service.configs.map(({ source }) => source))
  expect(volumes.toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
  expect(configs.toSorted()).toEqual(Object.keys(compose.configs).toSorted())
})

const netsOf = (name: string): readonly string[] => compose.services[name]?.networks ?? []

test('a service reaches what it works with and nothing else; data, files and Temporal have no way out of the machine', () => {
  const sharing = (one: string) =>
    services.flatMap(([name]) => (name !== one && netsOf(name).some((net) => netsOf(one).includes(net)) ? [name] : []))
  expect(sharing('documents')).toEqual(['bucket', 'worker', 'api'])
  expect(sharing('postgres')).not.toContain('mail')
  expect(sharing('temporal-ui')).toEqual(['temporal', 'temporal-namespaces', 'mail', 'worker', 'api'])
  for (const [name, { depends_on: waits }] of services)
    for (const before of Object.keys(waits).filter((one) => netsOf(one).length > 0))
      if (compose.services[before]?.healthcheck !== undefined) expect(sharing(name)).toContain(before)
  const open = services.filter(([, { networks }]) => networks.some((net) => compose.networks[net] === null))
  expect(open.map(([name]) => name)).toEqual(['temporal-ui', 'mail', 'scanner', 'worker', 'relay', 'api'])
  const used = services.flatMap(([, { networks }]) => networks)
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(compose.networks).toSorted())
  const published = services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)
  expect(published.filter((name) => !open.some(([one]) => one === name))).toEqual([])
})

test('over TLS the same services start, with a certificate of their own; a key without one does not', () => {
  const Over = z.object({
    services: z.record(
      z.string(),
      z.object({ secrets: z.array(z.string()), environment: z.record(z.string(), z.string()) }),
    ),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  const over = Over.parse(parse(readFileSync(new URL('docker-compose.tls.yml', root), 'utf8'), { merge: true }))
  expect(Object.keys(over.services).filter((name) => !(name in compose.services))).toEqual([])
  expect(Object.keys(over.services).toSorted()).toEqual(
    services.flatMap(([name, { networks }]) => (networks.includes('temporal') ? [name] : [])).toSorted(),
  )
  for (const { secrets, environment } of Object.values(over.services))
    for (const path of Object.values(environment).filter((value) => value.startsWith('/run/secrets/')))
      expect(secrets).toContain(path.slice('/run/secrets/'.length))
  for (const [name, settings] of [
    ['api', apiSettings],
    ['worker', workerSettings],
  ] as const) {
    const given = { ...filledIn(compose.services[name]?.environment ?? {}), ...over.services[name]?.environment }
    expect(() => readEnvironment<z.ZodRawShape>(settings, given)).not.toThrow()
    expect(() => readEnvironment<z.ZodRawShape>(settings, { ...given, TEMPORAL_TLS: 'false' })).toThrow(
      'TEMPORAL_TLS is not true',
    )
  }
})

test('what shows the inside of the installation is offered to this machine only', () => {
  const published = services.flatMap(([name, service]) => service.ports.map((port) => `${name} ${port}`))
  expect(published).toEqual([
    'temporal-ui 127.0.0.1:8080:8080',
    'mail 127.0.0.1:8025:8025',
    'api ${API_BIND:-127.0.0.1}:4310:4310',
  ])
})

test('the image is made without what only tests need, and never holds settings or data of the one who makes it', () => {
  const recipe = readFileSync(new URL('Dockerfile', root), 'utf8')
  expect(recipe.match(/^FROM node:24-bookworm-slim/gm)).toHaveLength(2)
  expect(recipe).toContain('npm ci --omit=dev')
  expect(recipe).toMatch(/^USER node$/m)
  const left = readFileSync(new URL('.dockerignore', root), 'utf8').split('\n')
  expect(left).toEqual(expect.arrayContaining(['.git', '.env', '.cornerstone', 'node_modules']))
})

function conditions(condition: string): ReadonlySet<string> {
  return new Set(
    services.flatMap(([, service]) =>
      Object.entries(service.depends_on)
        .filter(([, wait]) => wait.condition === condition)
        .map(([name]) => name),
    ),
  )
}

function allBefore(name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const direct = Object.keys(compose.services[name]?.depends_on ?? {}).filter((before) => !seen.has(before))
  return direct.reduce<ReadonlySet<string>>(
    (found, before) => new Set([...found, before, ...allBefore(before, new Set([...found, before]))]),
    seen,
  )
}

const first = (settings: { readonly schema: { readonly shape: object } }): string =>
  'MODE' in settings.schema.shape ? 'MODE' : 'DATABASE_OWNER_URL'

/** The environment as compose would hand it over, with an answer to everything it asks for. */
function filledIn(given: Readonly<Record<string, string>>): Record<string, string> {
  const answers: Readonly<Record<string, string>> = {
    API_PUBLIC_URL: 'https://bases.example.org',
    MAIL_FROM: 'office@example.org',
    OIDC_ISSUER: 'https://sign-in.example.org',
    OIDC_CLIENT_ID: 'bases',
    TOKEN_JWKS_URL: 'https://sign-in.example.org/keys',
  }
  const fill = (value: string) =>
    value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_whole, name: string, kind: string, rest: string) =>
      kind === '-' ? rest : (answers[name] ?? 'pear'),
    )
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, fill(value)]))
}
