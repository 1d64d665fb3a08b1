import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says of itself. Every file of it is named here with its fingerprint. */
export const BackupManifest = z.object({
  format: z.literal(2),
  madeAt: z.iso.datetime(),
  /** The migrations the database had had. */
  migrations: z.array(z.string()),
  /** Rows by table. */
  tables: z.record(z.string(), z.int().min(0)),
  ledger: z.object({ streams: z.int(), entries: z.int() }),
  /** Keys of the installation without which no name in it can be read. They are not in the backup. */
  personKeys: z.array(z.string()),
  /** Whether the store of the embedded Temporal server is in it. */
  temporal: z.boolean(),
  /** Documents the database names that were gone or damaged when the backup was made. */
  lostDocuments: z.array(Sha256),
  /** Whether the sealed files of exhibits are in it. */
  exhibits: z.boolean(),
  /** Parts of files of exhibits that were gone or cut off when the backup was made, by their names in the store. */
  lostExhibits: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), size: z.int().min(0), sha256: Sha256 })),
})
export type BackupManifest = Readonly<z.infer<typeof BackupManifest>>
export type BackupFile = BackupManifest['files'][number]

const manifestFile = 'manifest.json'
const manifestSeal = 'manifest.sha256'

/** Why a backup cannot be used, one problem a line. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged'

  constructor(folder: string, problems: readonly string[]) {
    super(
      `The backup in ${folder} is not used, because it is not what was made:\n${problems.map((line) => `  - ${line}`).join('\n')}\nTake another backup, or another copy of this one.`,
    )
  }
}

/** Writes the manifest, and its own fingerprint beside it. Returns that. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  const seal = createHash('sha256').update(text).digest('hex')
  await writeFile(join(folder, manifestFile), text, { mode: 0o600, flush: true })
  await writeFile(join(folder, manifestSeal), `${seal}  ${manifestFile}\n`, { mode: 0o600, flush: true })
  return seal
}

/** The manifest of a backup; refuses with BackupDamaged where there is none, or it was changed. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const [text, seal] = await Promise.all([manifestFile, manifestSeal].map((name) => textOf(join(folder, name))))
  if (text === undefined || seal === undefined)
    throw new BackupDamaged(folder, ['there is no manifest.json with its manifest.sha256; it was never finished'])
  if (!seal.startsWith(createHash('sha256').update(text).digest('hex')))
    throw new BackupDamaged(folder, ['manifest.json was changed'])
  return BackupManifest.parse(JSON.parse(text))
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)

/** A file of the backup with size and fingerprint as it lies on the disk, flushed to it first. */
export async function fileIn(folder: string, path: string): Promise<BackupFile> {
  const file = await open(join(folder, path), 'r+')
  await file.sync().finally(() => file.close())
  return await measured(folder, path)
}

/** The same, only read. */
export async function measured(folder: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256')
  let size = 0
  const chunks: AsyncIterable<unknown> = createReadStream(join(folder, path))
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue
    hash.update(chunk)
    size += chunk.byteLength
  }
  return { path, size, sha256: hash.digest('hex') }
}

/** Where the rows of a table lie in a backup. */
export const rowsFile = (table: string): string => `database/${table}.jsonl`

/** The lines of a file of a backup. */
export const linesIn = (folder: string, path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(join(folder, path)), crlfDelay: Infinity })
