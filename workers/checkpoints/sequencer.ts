import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { checkpointChannel } from '../../db/log/covering-checkpoint.js'
import type { NoteSigner } from '../../db/log/note.js'
import { leftOutOfState } from '../../db/log/state-records.js'
import { signStatements } from '../../db/log/statement.js'
import type { Database } from '../../db/schema.js'
import { attend } from '../attend.js'

interface SequencerParts {
  /** As the sequencer's role: no other may write what it writes. */
  readonly db: Kysely<Database>
  readonly signers: readonly NoteSigner[]
  readonly databaseUrl: string
  readonly log: Log
}

/**
 * The sequencer: puts committed entries in their order and signs a checkpoint whenever one is due or somebody waits for
 * one, and says what an evidence file has to hold, for as long as the process lives. Several may run; they take turns. Faults of
 * the database are waited out.
 */
export const startSequencer = (parts: SequencerParts): { readonly stop: () => Promise<void> } => {
  const { databaseUrl: url, log } = parts
  return attend({
    work: ({ called }) => signWhatIsDue(parts, called),
    everyMs: lookMs,
    call: { url, channel: checkpointChannel, courtesyMs },
    log,
    waits: 'no checkpoint could be made; trying again',
  })
}

/** How long it sleeps when nobody calls it, and how long it lets a call wait for others that come with it. */
const [lookMs, courtesyMs] = [5_000, 50]

const signWhatIsDue = async ({ db, signers, log }: SequencerParts, atOnce: boolean): Promise<void> => {
  const made = await makeCheckpoint(db, { signers, atOnce })
  if (made !== undefined) {
    log.info({ size: made.size, root: made.root }, 'checkpoint signed')
    const left = await leftOutOfState(db, made.records)
    if (left.length > 0)
      log.error(
        { count: left.length, left: left.slice(0, 20) },
        'what nobody of the programme sealed is left out of checkpoints',
      )
  }
  await signStatements(db, { signers, verifier: fingerprintOfVerifier })
}

/** The verifier as it lies beside the worker: what the API puts into a file is held against it. */
const verifier = new URL('../../verify/verify-evidence.mjs', import.meta.url)
const fingerprintOfVerifier = async (): Promise<string> =>
  createHash('sha256')
    .update(await readFile(verifier))
    .digest('hex')
