import { readdir, readFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../db/connect.js'
import { passwordsIn, postgresUrl, roleNames } from '../../workers/embedded/postgres-roles.js'
import { openZip } from '../../verify/zip.js'
import type { Stack } from '../support/a-stack.js'

/** Where something was found, by the name of the place. */
export type Places = Readonly<Record<string, string>>

/**
 * All that an installation keeps, place by place, as text: every row of every table, the Temporal server's own files, the
 * logs of all processes and what the supervisor said, and the words in an evidence file made now. Documents that were
 * issued are left out, since they stay.
 */
export const everythingKept = async (
  stack: Stack,
  { base, folder }: { base: string; folder: string },
): Promise<Places> => ({
  ...(await everyTable(stack)),
  ...(await everyFile(join(stack.data, 'temporal'), 'temporal')),
  ...(await everyLog(stack)),
  ...(await wordsInEvidence(stack, { base, folder })),
})

/** The places in which a text occurs, and how many places were looked through. */
export const placesOf = (kept: Places, marker: string): readonly string[] =>
  Object.entries(kept).flatMap(([place, text]) => (text.includes(marker) ? [place] : []))

/** As the owner, so that no table is left out; a jsonb or a text column reads the same. */
const everyTable = async (stack: Stack): Promise<Places> => {
  const db = connect(ownerOf(stack), { max: 1 })
  try {
    const tables = await db.introspection.getTables()
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select whole::text as row from ${sql.table(name)} as whole`.execute(
        db,
      )
      found[`table ${name}`] = rows.map(({ row }) => row).join('\n')
    }
    return found
  } finally {
    await db.destroy()
  }
}

/** Where the cluster of an installation lies. */
export const postgresFolder = ({ data }: Pick<Stack, 'data'>): string => {
  const note = join(data, 'postgres', 'moved-to.txt')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(data, 'postgres')
}

const ownerOf = ({ data, state }: Stack): string => {
  const { owner: password } = passwordsIn(join(postgresFolder({ data }), 'passwords.json'))
  const port = Number(new URL(state.databaseUrl).port)
  return postgresUrl({ user: roleNames.owner, password }, { port, database: 'cornerstone' })
}

const everyFile = async (folder: string, name: string): Promise<Places> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    files.map(async (file) => [`${name} ${file}`, (await readFile(file)).toString('utf8')] as const),
  )
  return Object.fromEntries(texts)
}

const everyLog = async (stack: Stack): Promise<Places> => {
  const logs = (await readdir(stack.data)).filter((name) => name.endsWith('.log'))
  const texts = await Promise.all(
    logs.map(async (name) => [`log ${name}`, await readFile(join(stack.data, name), 'utf8')] as const),
  )
  return { ...Object.fromEntries(texts), 'said by the supervisor': stack.said() }
}

const wordsInEvidence = async (stack: Stack, { base, folder }: { base: string; folder: string }): Promise<Places> => {
  const file = join(folder, 'now.zip')
  const made = await stack.cli('evidence', base, '--out', file, '--as', 'p-au-1')
  if (made.code !== 0) throw new Error(made.said)
  const zip = openZip(await readFile(file))
  return Object.fromEntries(
    zip.names
      .filter((name) => /\.(ndjson|json|txt|csv)$/.test(name))
      .map((name) => [`evidence ${name}`, zip.bytes(name)?.toString('utf8') ?? '']),
  )
}
