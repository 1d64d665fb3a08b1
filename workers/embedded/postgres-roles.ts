import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'

/**
 * The one who owns the tables and runs migrations, the one the program works as, the one that alone puts the log in order, and the one who
 * only reads.
 */
export const roleNames = {
  owner: 'cornerstone_owner',
  app: 'cornerstone_app',
  sequencer: 'cornerstone_sequencer',
  reader: 'cornerstone_reader',
} as const

const Passwords = z.object({
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
  sequencer: z.string(),
  reader: z.string(),
})
export type Passwords = Readonly<z.infer<typeof Passwords>>

/**
 * The passwords of one cluster, made by chance the first time and kept in a file only its owner may read. A cluster of before the
 * sequencer had a role of its own is given a password for it.
 */
export function passwordsIn(file: string): Passwords {
  if (!existsSync(file))
    keep(file, Object.fromEntries(Object.keys(Passwords.shape).map((holder) => [holder, freshPassword()])))
  const kept = Former.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (kept.success) {
    const { sequencer = freshPassword(), ...others } = kept.data
    if (kept.data.sequencer === undefined) keep(file, { ...others, sequencer })
    return { ...others, sequencer }
  }
  throw new Error(
    `${file} does not hold the passwords of the database. Restore it from a copy, or remove the whole folder to begin anew.`,
  )
}

const Former = Passwords.partial({ sequencer: true })
const freshPassword = (): string => randomBytes(18).toString('base64url')

const keep = (file: string, passwords: Readonly<Record<string, string>>): void =>
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })

/** The address of a database for one role. */
export const postgresUrl = (
  { user, password }: { user: string; password: string },
  { port, database }: { port: number; database: string },
): string => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`

/**
 * Makes the four roles and the database `cornerstone` where they are missing. Only the owner may create anything in it;
 * what the others may do is granted by the migrations.
 */
export async function ensureRolesAndDatabase(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles')
    const database = await client.query("select 1 from pg_database where datname = 'cornerstone'")
    const known = new Set(roles.rows.map((row) => row.rolname))
    const holders = (['owner', 'app', 'sequencer', 'reader'] as const).filter((holder) => !known.has(roleNames[holder]))
    // Names of roles and a password cannot be parameters of these statements; the names are ours, the password is quoted.
    const statements = [
      ...holders.map((holder) => createRole(roleNames[holder], client.escapeLiteral(passwords[holder]))),
      ...(database.rowCount === 0 ? [`create database cornerstone owner ${roleNames.owner}`] : []),
      'revoke all on database cornerstone from public',
      `grant pg_use_reserved_connections to ${roleNames.sequencer}`,
      `grant connect on database cornerstone to ${roleNames.app}, ${roleNames.sequencer}, ${roleNames.reader}`,
    ]
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const createRole = (role: string, quotedPassword: string): string =>
  `create role ${role} login nosuperuser nocreatedb nocreaterole password ${quotedPassword}`
