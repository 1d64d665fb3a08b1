import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import { cosignedByAll } from '../../db/cosigning/cosigned-by-all.js'
import { makeCosignerKey, readCosigner, readWitnessKey } from '../../db/cosigning/keys.js'
import type { Cosigner } from '../../db/cosigning/keys.js'
import { textOf } from '../../db/cosigning/notes.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { cosignedBy, readNote } from '../../db/reads/checkpoints.js'
import type { Database } from '../../db/schema.js'
import { submit } from '../../workers/checkpoints/submit-to-witnesses.js'
import type { SendToWitness } from '../../workers/checkpoints/submit-to-witnesses.js'
import { foundProgramme, nominate } from '../db/an-example.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

/** Whoever has the role of the program may put any row beside a checkpoint, under the name of whatever witness he likes. */
let database: TestDatabase
let db: Kysely<Database>
const sizes: number[] = []

beforeAll(async () => {
  database = await cloneDatabase('witnesses that are belied')
  db = connect(database.appUrl)
  await foundProgramme(db, ['AU'])
  const sequencer = connect(database.sequencerUrl, { max: 1 })
  const signers = [readSigner(makeSignerKey('log.example.org/gasme'))]
  for (const base of ['gasme-C09-yueqing-1', 'gasme-C13-chenghai-1']) {
    await nominate(db, { base })
    sizes.push((await makeCheckpoint(sequencer, { signers, atOnce: true }))?.size ?? 0)
  }
  await sequencer.destroy()
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const aWitness = (name: string) => {
  const cosigner = readCosigner(makeCosignerKey(name))
  const key = readWitnessKey(cosigner.verifierKey)
  if (key === undefined) throw new Error('No key of a witness.')
  return { cosigner, key }
}
const forged = (row: { readonly name: string; readonly size: number; readonly body: string }) =>
  db
    .insertInto('checkpoint_attestation')
    .values({ ...row, kind: 'cosignature', received_at: '2027-03-01T09:00:00.000Z' })
    .execute()
const textAt = async (size: number): Promise<string> => textOf((await readNote(db, size)) ?? '')

/** Has the witness cosign, and gives what the log of the worker says meanwhile. It asks for no proof. */
const cosign = async (
  { cosigner, key, size }: ReturnType<typeof aWitness> & { readonly size: number },
  seconds = 1_800_000_000,
) => {
  const heard: unknown[] = []
  const log = pino({}, { write: (line: string) => void heard.push(JSON.parse(line)) })
  const send: SendToWitness = async (_, body) => {
    const note = body.slice(body.indexOf('\n\n') + 2)
    return { status: 200, type: 'text/plain', text: cosigner.cosign(textOf(note), seconds) }
  }
  const witness = { key, url: 'http://127.0.0.1:1' }
  expect(await submit({ db, log, send, witnesses: [witness] }, { witness, size })).toBe(true)
  return heard
}

test.each<[string, (cosigner: Cosigner, text: string) => string]>([
  ['over another text', (cosigner, text) => cosigner.cosign(`${text}more\n`, 1_800_000_000)],
  ['of another key', ({ name }, text) => readCosigner(makeCosignerKey(name)).cosign(text, 1_800_000_000)],
  ['that says no time', (cosigner, text) => cosigner.cosign(text, 0)],
  ['that says a time after the year 9999', (cosigner, text) => cosigner.cosign(text, 253_402_300_800)],
  ['that is no line at all', () => 'x'],
])('a row in the name of a witness %s counts for nothing, keeps no true one out, and is told', async (says, bodyOf) => {
  const size = sizes.at(-1) ?? 0
  const belied = aWitness(`${says.replaceAll(' ', '-')}.example.org`)
  const { key, cosigner } = belied
  await forged({ name: key.name, size, body: bodyOf(cosigner, await textAt(size)) })
  expect(await cosignedBy(db, key)).toMatchObject({ size: null, cosignedAt: null, waitingSince: expect.any(String) })
  expect(await cosignedByAll(db, { size, keys: [key], patienceMs: 0 })).toBe(false)
  const msg = 'a false cosignature lies in the database under the name of a witness'
  expect(await cosign({ ...belied, size })).toMatchObject([
    { level: pino.levels.values['error'], witness: key.name, size, msg },
  ])
  expect(await cosignedBy(db, key)).toMatchObject({ size, cosignedAt: expect.any(String), waitingSince: null })
  expect(await cosignedByAll(db, { size, keys: [key], patienceMs: 0 })).toBe(true)
})

test('of a witness in whose name nobody lies, nothing is told', async () => {
  expect(await cosign({ ...aWitness('quiet.example.org'), size: sizes.at(-1) ?? 0 })).toEqual([])
})

test('the last second of the year 9999 is a time like any other', async () => {
  const [size = 0] = sizes
  const lasting = aWitness('lasting.example.org')
  await cosign({ ...lasting, size }, 253_402_300_799)
  expect(await cosignedBy(db, lasting.key)).toMatchObject({ size })
})

test('false rows on a newer checkpoint, however many, hide no older cosignature that is true', async () => {
  const [older = 0, newer = 0] = sizes
  const belied = aWitness('older.example.org')
  const { name } = belied.key
  await cosign({ ...belied, size: older })
  for (let number = 0; number < 203; number += 1) await forged({ name, size: newer, body: `x${number}` })
  expect(await cosignedBy(db, belied.key)).toMatchObject({ size: older, waitingSince: expect.any(String) })
})
