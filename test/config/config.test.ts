import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { envExample } from '../../config/env-example.js'
import { userCacheFolder } from '../../config/places.js'
import {
  apiConfig,
  apiSettings,
  cliConfig,
  relayConfig,
  supervisorConfig,
  workerConfig,
} from '../../config/processes.js'
import { temporalGreeting } from '../../config/temporal-reach.js'
import { ConfigurationError, requiredInProduction, settingsFromFiles } from '../../config/read-environment.js'

const embeddedApi = {
  MODE: 'embedded',
  DATABASE_URL: 'postgres://cornerstone_app:pear@127.0.0.1:5432/cornerstone',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  API_PUBLIC_URL: 'http://127.0.0.1:4310',
  DOCUMENT_STORE: 'folder:/var/documents',
}

const productionApi = {
  ...embeddedApi,
  MODE: 'production',
  TOKEN_ISSUER: 'https://sign-in.example.org',
  TOKEN_AUDIENCE: 'cornerstone',
  TOKEN_JWKS_URL: 'https://sign-in.example.org/keys',
  OIDC_ISSUER: 'https://sign-in.example.org',
  OIDC_CLIENT_ID: 'bases',
  PERSON_KEY: 'PERSON+KEY+a+b',
  EXHIBIT_STORE: 'folder:/var/exhibits',
  EXHIBIT_SCANNER: 'clamd:scanner:3310',
}

test('an environment that fits is given back typed, with its defaults, and frozen', () => {
  const config = apiConfig(embeddedApi)
  expect(config.API_PORT).toBe(4310)
  expect(config.LOCAL_ISSUER).toBe(false)
  expect(config.DOCUMENT_STORE).toEqual({ kind: 'folder', path: '/var/documents' })
  expect(Object.isFrozen(config)).toBe(true)
})

test('all problems are told together, each with what was got and what is allowed', () => {
  const problems = problemsOf(() => apiConfig({ ...embeddedApi, API_PORT: 'often', LOCAL_ISSUER: 'yes', MODE: 'test' }))
  expect(problems).toEqual([
    'MODE is "test"; allowed is embedded or production.',
    'API_PORT is "often"; allowed is a whole number from 1 to 65535.',
    'LOCAL_ISSUER is "yes"; allowed is true or false.',
  ])
})

test('what is missing is named with the sentence that says what it is for', () => {
  expect(problemsOf(() => relayConfig({ ...embeddedApi }))).toEqual([
    'SMTP_URL is missing. The mail relay through which letters leave. ' +
      'Set it to smtp://host:port or smtps://user:password@host:port.',
  ])
})

test('an empty text counts as absent', () => {
  expect(problemsOf(() => apiConfig({ ...embeddedApi, API_PUBLIC_URL: '' }))[0]).toMatch(/^API_PUBLIC_URL is missing/)
  expect(apiConfig({ ...embeddedApi, API_PORT: '' }).API_PORT).toBe(4310)
})

test.each(['1', 'TRUE', 'yes', ' true'])('a boolean is the word true or false and nothing else, not "%s"', (word) => {
  expect(problemsOf(() => apiConfig({ ...embeddedApi, LOCAL_ISSUER: word }))).toHaveLength(1)
})

test('a value that may hold a secret is never repeated', () => {
  const problems = problemsOf(() =>
    apiConfig({ ...embeddedApi, DATABASE_URL: 'mysql://app:pear@127.0.0.1/cornerstone' }),
  )
  expect(problems).toHaveLength(1)
  expect(problems.join()).not.toContain('pear')
})

test('production refuses the local issuer, and takes the same settings without it', () => {
  expect(problemsOf(() => apiConfig({ ...productionApi, LOCAL_ISSUER: 'true' }))).toEqual([
    'LOCAL_ISSUER is "true", but MODE is production. Anyone could be anyone; set LOCAL_ISSUER to false.',
  ])
  expect(apiConfig({ ...productionApi, LOCAL_ISSUER: 'false' }).MODE).toBe('production')
})

test('production does not start without a provider of sign-ins, nor with one that names people by what they can change', () => {
  const { OIDC_ISSUER: _, OIDC_CLIENT_ID: __, ...without } = productionApi
  const first = (settings: Readonly<Record<string, string>>) =>
    problemsOf(() => apiConfig(settings)).map((line) => line.split(' ')[0])
  expect(first(without)).toEqual(['OIDC_ISSUER', 'OIDC_CLIENT_ID'])
  expect(first({ ...productionApi, OIDC_ISSUER: 'http://sign-in.example.org' })).toEqual(['OIDC_ISSUER'])
  expect(first({ ...productionApi, OIDC_CLIENT_ID: 'cornerstone' })).toEqual(['OIDC_CLIENT_ID'])
  expect(first({ ...productionApi, OIDC_SUBJECT_CLAIM: 'email' })).toEqual(['OIDC_SUBJECT_CLAIM'])
  expect(first({ ...embeddedApi, OIDC_ISSUER: 'https://sign-in.example.org' })).toEqual(['OIDC_CLIENT_ID'])
  expect(apiConfig(embeddedApi).OIDC_SUBJECT_CLAIM).toBe('sub')
})

test('passkeys are for the host of the address or a name above it, and for no other', () => {
  const named = (name: string) =>
    problemsOf(() => apiConfig({ ...embeddedApi, API_PUBLIC_URL: 'https://gasme.office.example', PASSKEY_RP_ID: name }))
  for (const name of ['gasme.office.example', 'office.example']) expect(named(name)).toEqual([])
  for (const name of ['other.example', 'ffice.example']) expect(named(name)[0]).toContain(`PASSKEY_RP_ID is "${name}"`)
})

test('NODE_ENV decides nothing', () => {
  expect(apiConfig({ ...embeddedApi, NODE_ENV: 'production' })).toEqual(apiConfig(embeddedApi))
})

test('rehearsals have a namespace of their own, and none at all in production unless one is named', () => {
  expect(apiConfig(embeddedApi).TEMPORAL_REHEARSAL_NAMESPACE).toBe('cornerstone-rehearsal')
  expect(apiConfig(productionApi).TEMPORAL_REHEARSAL_NAMESPACE).toBeUndefined()
  const shared = { ...embeddedApi, TEMPORAL_REHEARSAL_NAMESPACE: 'cornerstone' }
  expect(problemsOf(() => apiConfig(shared))[0]).toContain('the namespace of the real programme')
})

test('a bucket needs an address and a key', () => {
  const bucket = { ...embeddedApi, DOCUMENT_STORE: 's3:papers', S3_ENDPOINT: 'http://documents:7070' }
  expect(problemsOf(() => apiConfig(bucket)).map((line) => line.split(' ')[0])).toEqual([
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  ])
  const whole = apiConfig({ ...bucket, S3_ACCESS_KEY_ID: 'papers', S3_SECRET_ACCESS_KEY: 'pear' })
  expect(whole.DOCUMENT_STORE).toEqual({ kind: 's3', bucket: 'papers' })
})

test('npm start and the command line need no setting, and npm start is no production', () => {
  expect(supervisorConfig({}).MODE).toBe('embedded')
  expect(cliConfig({}).CORNERSTONE_DATA).toBe('.cornerstone')
  expect(problemsOf(() => supervisorConfig({ MODE: 'production' }))[0]).toContain('docker compose up')
})

test('what production needs is found by offering it nothing', () => {
  expect(requiredInProduction(apiSettings)).toEqual([
    'MODE',
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'API_PUBLIC_URL',
    'TOKEN_ISSUER',
    'TOKEN_AUDIENCE',
    'TOKEN_JWKS_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'PERSON_KEY',
    'DOCUMENT_STORE',
    'EXHIBIT_STORE',
    'EXHIBIT_SCANNER',
  ])
})

test('.env.example is what the table of settings says', () => {
  expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(envExample())
})

test('what is costly to obtain is kept per user, outside every checkout', () => {
  expect(userCacheFolder({ XDG_CACHE_HOME: '/var/cache/lin' })).toBe('/var/cache/lin/cornerstone')
})

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

test.each([apiConfig, relayConfig])(
  'production does not start without the key that the keys of persons lie under',
  (read) => {
    const { PERSON_KEY: _, ...without } = {
      ...productionApi,
      SMTP_URL: 'smtp://127.0.0.1:25',
      MAIL_FROM: 'o@example.org',
    }
    expect(problemsOf(() => read(without))).toEqual([expect.stringMatching(/^PERSON_KEY is missing\. In production/)])
    expect(() => read({ ...without, PERSON_KEY_FILE: '/run/secrets/person-key' })).not.toThrow()
    expect(() => read({ ...without, MODE: 'embedded' })).not.toThrow()
  },
)

test('the sequencer has a role of its own: production gives it one, and whoever names a database names it too', () => {
  const settings = { ...productionApi, CHECKPOINT_KEY: 'PRIVATE+KEY+a' }
  const alone = 'postgres://cornerstone_sequencer:plum@127.0.0.1:5432/cornerstone'
  expect(problemsOf(() => workerConfig(settings))).toEqual([
    expect.stringMatching(/^SEQUENCER_DATABASE_URL is missing\./),
  ])
  expect(problemsOf(() => workerConfig({ ...settings, SEQUENCER_DATABASE_URL: settings.DATABASE_URL }))).toEqual([
    expect.stringMatching(/^SEQUENCER_DATABASE_URL and DATABASE_URL name the same role\./),
  ])
  expect(workerConfig({ ...settings, SEQUENCER_DATABASE_URL: alone }).SEQUENCER_DATABASE_URL).toBe(alone)
  const named = { DATABASE_URL: settings.DATABASE_URL, DATABASE_OWNER_URL: 'postgres://owner@127.0.0.1/cornerstone' }
  expect(problemsOf(() => supervisorConfig(named))).toEqual([
    expect.stringMatching(/^SEQUENCER_DATABASE_URL is missing, but/),
  ])
  expect(supervisorConfig({ ...named, SEQUENCER_DATABASE_URL: alone }).SEQUENCER_DATABASE_URL).toBe(alone)
  expect(supervisorConfig({ DATABASE_URL: settings.DATABASE_URL }).SEQUENCER_DATABASE_URL).toBeUndefined()
})

test('a secret may come as a file, and not both ways; production takes no address that others can listen to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-secrets-'))
  const file = join(folder, 'database')
  writeFileSync(file, `${embeddedApi.DATABASE_URL}\n`)
  const { DATABASE_URL: url, ...without } = embeddedApi
  expect(apiConfig({ ...without, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(url)
  expect(problemsOf(() => apiConfig({ ...embeddedApi, DATABASE_URL_FILE: file }))).toEqual([
    'DATABASE_URL and DATABASE_URL_FILE are both set. Leave one of them out.',
  ])
  const nowhere = join(folder, 'nowhere')
  expect(problemsOf(() => apiConfig({ ...without, DATABASE_URL_FILE: nowhere })).at(-1)).toContain('cannot be read')
  rmSync(folder, { recursive: true })
  expect([...settingsFromFiles].toSorted()).toEqual([
    'CORNERSTONE_TOKEN',
    'DATABASE_OWNER_URL',
    'DATABASE_URL',
    'OIDC_CLIENT_SECRET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'SEQUENCER_DATABASE_URL',
    'SMTP_URL',
    'TEMPORAL_API_KEY',
  ])
  const first = (settings: Readonly<Record<string, string>>) =>
    problemsOf(() => apiConfig(settings)).map((line) => line.split(' ')[0])
  expect(first({ ...productionApi, API_PUBLIC_URL: 'http://bases.example.org' })).toEqual(['API_PUBLIC_URL'])
  expect(first({ ...productionApi, CORS_ORIGINS: 'http://board.example.org' })).toEqual(['CORS_ORIGINS'])
  for (const wrong of ['*', 'https://board.example.org/', 'null', 'board.example.org'])
    expect(first({ ...embeddedApi, CORS_ORIGINS: wrong })).toEqual(['CORS_ORIGINS'])
  expect(first({ ...embeddedApi, TEMPORAL_API_KEY: 'pear' })).toEqual(['TEMPORAL_API_KEY'])
  const half = { ...embeddedApi, TEMPORAL_TLS: 'true', TEMPORAL_TLS_CERT_FILE: 'client.pem' }
  expect(first(half)).toEqual(['TEMPORAL_TLS_CERT_FILE'])
})

test('Temporal is spoken to in clear, or over TLS with what its settings name', () => {
  expect(temporalGreeting(apiConfig(embeddedApi))).toEqual({})
  const here = fileURLToPath(import.meta.url)
  const greeting = temporalGreeting(
    apiConfig({
      ...embeddedApi,
      TEMPORAL_TLS: 'true',
      TEMPORAL_TLS_CERT_FILE: here,
      TEMPORAL_TLS_KEY_FILE: here,
      TEMPORAL_TLS_SERVER_NAME: 'temporal',
      TEMPORAL_API_KEY: 'pear',
    }),
  )
  const bytes = readFileSync(here)
  expect(greeting).toEqual({
    tls: { clientCertPair: { crt: bytes, key: bytes }, serverNameOverride: 'temporal' },
    apiKey: 'pear',
  })
})
