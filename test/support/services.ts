import { createHash } from 'node:crypto'
import { request } from 'node:http'
import process from 'node:process'
import pg from 'pg'
import { z } from 'zod'

const Postgres = z.object({
  adminUrl: z.string(),
  ownerUrl: z.string(),
  appUrl: z.string(),
  sequencerUrl: z.string(),
  readerUrl: z.string(),
})
const Temporal = z.object({ temporalAddress: z.string(), namespace: z.string(), rehearsalNamespace: z.string() })

/** The addresses of this run's servers. The database `cornerstone` is shared by all tests: prefer `cloneDatabase`. */
export type Services = z.infer<typeof Postgres> & z.infer<typeof Temporal>

/** A database of one test file, with an address for each role. */
export interface TestDatabase {
  readonly name: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sequencerUrl: string
  readonly readerUrl: string
  /** Removes the database, whoever is still connected. */
  readonly drop: () => Promise<void>
}

/** This run's PostgreSQL and Temporal server, started by the first test that asks. */
export async function services(): Promise<Services> {
  const [postgres, temporal] = await Promise.all([testPostgres(), testTemporal()])
  return { ...postgres, ...temporal }
}

/** This run's PostgreSQL alone. */
export const testPostgres = async (): Promise<z.infer<typeof Postgres>> => Postgres.parse(await ask('/postgres'))

/** This run's Temporal server alone; time can be skipped in its rehearsal namespace. */
export const testTemporal = async (): Promise<z.infer<typeof Temporal>> => Temporal.parse(await ask('/temporal'))

/**
 * A fresh database with all migrations applied, named after the test that asks. Drop it in `afterAll`; what is not
 * dropped goes when the run ends.
 */
export async function cloneDatabase(title: string): Promise<TestDatabase> {
  return await cloneOf('cornerstone_template', title)
}

/** The same with the rules that ship in force since the day on which the example is nominated. */
export async function cloneDatabaseWithRules(title: string): Promise<TestDatabase> {
  return await cloneOf('cornerstone_with_rules', title)
}

async function cloneOf(
  template: 'cornerstone_template' | 'cornerstone_with_rules',
  title: string,
): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl, sequencerUrl, readerUrl } = await testPostgres()
  const name = databaseName(title)
  await asAdmin(adminUrl, `create database ${name} template ${template} owner cornerstone_owner`)
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return {
    name,
    ownerUrl: inside(ownerUrl),
    appUrl: inside(appUrl),
    sequencerUrl: inside(sequencerUrl),
    readerUrl: inside(readerUrl),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  }
}

let clones = 0

function databaseName(title: string): string {
  clones += 1
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 36)
  const mark = createHash('sha256').update(`${title} ${process.pid} ${clones}`).digest('hex').slice(0, 8)
  return `t_${words}_${mark}`
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function ask(path: string): Promise<unknown> {
  const socketPath = process.env['CORNERSTONE_TEST_KEEPER']
  if (socketPath === undefined) {
    throw new Error('No test services: Jest must be given test/support/global-setup.ts as its globalSetup.')
  }
  return new Promise((resolve, reject) => {
    // A connection of its own each time: one that is kept may be closed by the keeper in the moment it is used again.
    const asking = request({ socketPath, path, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`The test services could not be started. ${text}`))
      })
    })
    asking.once('error', reject)
    asking.end()
  })
}
