import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { noHash, verifyChain } from '../../db/ledger.js'
import type { Head, LedgerEntry } from '../../db/ledger.js'
import { BackupDamaged, linesIn, measured, readManifest, rowsFile } from './manifest.js'
import type { BackupManifest } from './manifest.js'

/**
 * Reads a whole backup and returns its manifest when every file is what was written, every table has its rows, every
 * stream of the ledger is an unbroken chain up to its head, and every document is what its name says. Refuses it with
 * BackupDamaged, all problems together, when it is not. Done when a backup is made and again before one is used.
 */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  const problems = await filesOf(folder, manifest)
  // What stands in a file that was changed says nothing more.
  if (problems.length === 0) problems.push(...(await rowsOf(folder, manifest)), ...(await chainsOf(folder, manifest)))
  if (problems.length > 0) throw new BackupDamaged(folder, problems)
  return manifest
}

async function filesOf(folder: string, { files }: BackupManifest): Promise<string[]> {
  const problems: string[] = []
  for (const file of files) {
    const found = await measured(folder, file.path).catch(() => undefined)
    const name = /^documents\/sha256\/..\/([0-9a-f]{64})$/.exec(file.path)?.[1]
    if (found === undefined) problems.push(`${file.path} is missing`)
    else if (found.sha256 !== file.sha256) problems.push(`${file.path} was changed`)
    else if (name !== undefined && name !== found.sha256) problems.push(`${file.path} is not what its name says`)
  }
  const named = new Set(files.map(({ path }) => path))
  for (const path of await everyFile(folder)) if (!named.has(path)) problems.push(`${path} was added`)
  return problems
}

async function everyFile(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(folder.length + 1))
  return paths.filter((path) => !path.startsWith('manifest.')).map((path) => path.replaceAll('\\', '/'))
}

async function rowsOf(folder: string, { tables }: BackupManifest): Promise<readonly string[]> {
  const problems: string[] = []
  for (const [table, rows] of Object.entries(tables)) {
    let found = 0
    for await (const _ of linesIn(folder, rowsFile(table))) found += 1
    if (found !== rows) problems.push(`${table} has ${found} rows instead of ${rows}`)
  }
  return problems
}

/** Entries lie stream by stream, in their order: the keys of their table. */
async function chainsOf(folder: string, { tables }: BackupManifest): Promise<readonly string[]> {
  if (tables['ledger_entry'] === undefined) return ['there is no ledger in it']
  const heads = await headsIn(folder)
  const ends = new Map<string, Head>()
  const problems: string[] = []
  for await (const line of linesIn(folder, rowsFile('ledger_entry'))) {
    const entry = entryFrom(line)
    const after = ends.get(entry.stream) ?? { seq: 0, hash: noHash }
    const verdict = verifyChain([entry], { after })
    if (!verdict.sound && after.seq >= 0) problems.push(`${entry.stream}, entry ${verdict.seq}: ${verdict.fault}`)
    // One broken link is told once.
    ends.set(entry.stream, verdict.sound ? verdict.head : { seq: -1, hash: entry.hash })
  }
  for (const [stream, { seq, hash }] of heads) {
    const end = ends.get(stream) ?? { seq: 0, hash: noHash }
    if (end.seq >= 0 && (end.seq !== seq || (seq > 0 && end.hash !== hash)))
      problems.push(`${stream} ends at entry ${end.seq}, and its head says ${seq}`)
  }
  return problems
}

const HeadRow = z.object({ stream: z.string(), seq: z.int(), hash: z.string() })
/** Its fields are checked by its hash, and better than by their types. */
const EntryRow = z.custom<LedgerEntry>((value) => typeof value === 'object' && value !== null && 'hash' in value)

async function headsIn(folder: string): Promise<ReadonlyMap<string, Head>> {
  const heads = new Map<string, Head>()
  for await (const line of linesIn(folder, rowsFile('ledger_head'))) {
    const { stream, ...head } = HeadRow.parse(JSON.parse(line))
    heads.set(stream, head)
  }
  return heads
}

/** A row as the rest of the program reads it: PostgreSQL writes an instant into JSON in its own way. */
const entryFrom = (line: string): LedgerEntry => {
  const row = EntryRow.parse(JSON.parse(line))
  const iso = (instant: string): string => new Date(instant).toISOString()
  return { ...row, occurred_at: iso(row.occurred_at), recorded_at: iso(row.recorded_at) }
}
