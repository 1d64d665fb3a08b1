import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import type { Sha256 } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { EvidenceStatementTable } from '../schema/checkpoint-tables.js'
import { hasSigned, signedNote } from './note.js'
import type { NoteSigner } from './note.js'
import { stateAt } from './state-records.js'
import { rootOfRecords } from './tree.js'

type Asked = Selectable<EvidenceStatementTable>

export interface Stating {
  readonly signers: readonly NoteSigner[]
  /** The SHA-256 of the verifier that every evidence file carries. */
  readonly verifier: () => Promise<Sha256>
  readonly now?: () => Date
}

/**
 * Answers whoever waits for a statement of what an evidence file has to hold. What it says comes from the state that was signed
 * and from nothing the asker says, but for the hash of the manifest, which it binds to it. Who asked last is answered first: of many
 * that nobody waits for any more, none holds up the one who waits now. Safe to call from several
 * processes at once. Returns how many were answered.
 */
export const signStatements = async (db: Kysely<Database>, stating: Stating): Promise<number> =>
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<Asked>`select * from evidence_statement where note is null and refused is null
      order by turn desc limit ${atOnce} for update skip locked`.execute(trx)
    for (const asked of rows) {
      const answer = await statementFor(trx, { asked, ...stating })
      await trx.updateTable('evidence_statement').set(answer).where('id', '=', asked.id).execute()
    }
    return rows.length
  })

const atOnce = 20

interface Answering extends Stating {
  readonly asked: Pick<Asked, 'kind' | 'subject' | 'size' | 'manifest'>
}

/**
 * The signed statement of what the evidence of a subject has to hold, or in a sentence why there is none: no key in use has signed
 * that checkpoint, or the state kept for it is not the one that was signed.
 */
export async function statementFor(
  db: Kysely<Database>,
  { asked, signers, verifier, now = machineClock }: Answering,
): Promise<{ readonly note: string } | { readonly refused: string }> {
  const { kind, subject, size, manifest } = asked
  if (!isId(subject)) return { refused: 'what was asked about is no id.' }
  const checkpoint = await db.selectFrom('checkpoint').select('note').where('size', '=', size).executeTakeFirst()
  const note = checkpoint?.note ?? ''
  const own = signers.filter(({ verifierKey }) => hasSigned(note, verifierKey))
  if (own.length === 0) return { refused: `none of the keys in use has signed a checkpoint of ${size} entries.` }
  const [origin = '', signedSize, root = '', state = ''] = note.split('\n')
  const records = (await stateAt(db, size)).map(({ record }) => record)
  const stateRoot = Buffer.from(rootOfRecords(records), 'hex').toString('base64')
  if (signedSize !== String(size) || state !== `state ${stateRoot}`)
    return { refused: `the state kept for the checkpoint of ${size} entries is not the one that was signed.` }
  const told = records.filter((record) => isOf(record, { kind, subject }))
  if (!told.some((record) => record.startsWith('stream ')))
    return { refused: `the checkpoint of ${size} entries knows no stream of ${subject}.` }
  const lines = [
    'cornerstone evidence v1',
    `subject ${kind} ${subject}`,
    `origin ${origin}`,
    `size ${size}`,
    `root ${root}`,
    state,
    await checkpointsLine(db, size),
    `manifest ${manifest}`,
    `verifier ${await verifier()}`,
    `time ${now().toISOString()}`,
    ...told,
  ]
  return { note: signedNote(`${lines.join('\n')}\n`, own) }
}

/** Letters and digits parted by single hyphens: nothing that could stand for a second word or line of what is signed. */
const isId = (subject: string): boolean => /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(subject)

/** How many checkpoints there are up to one, and a hash over the texts that were signed: so none of them can be left out. */
const checkpointsLine = async (db: Kysely<Database>, size: number): Promise<string> => {
  const rows = await db.selectFrom('checkpoint').select('note').where('size', '<=', size).orderBy('size').execute()
  const hash = createHash('sha256')
  for (const { note } of rows) hash.update(note.slice(0, note.indexOf('\n\n') + 1))
  return `checkpoints ${rows.length} ${hash.digest('hex')}`
}

/**
 * A line of the state that tells where a stream of the subject ended, or which history of it was sealed. A programme's id holds no
 * hyphen, a base's begins with it.
 */
const isOf = (record: string, { kind, subject }: Pick<Asked, 'kind' | 'subject'>): boolean => {
  const [what = '', stream = ''] = record.split(' ', 2)
  const isOwn = stream === subject || (kind === 'programme' && stream.startsWith(`${subject}-`))
  return isOwn && (what === 'stream' || what === 'history')
}
