import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { cosignedByAll } from '../../db/cosigning/cosigned-by-all.js'
import { isCosignature, makeCosignerKey, readCosigner, readWitnessKey } from '../../db/cosigning/keys.js'
import type { Cosigner } from '../../db/cosigning/keys.js'
import { readSignatureLine, textOf } from '../../db/cosigning/notes.js'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { cosignedBy, readNote } from '../../db/reads/checkpoints.js'
import type { Database } from '../../db/schema.js'
import { startWitnesses, submit, witnessesFrom } from '../../workers/checkpoints/submit-to-witnesses.js'
import type { SendToWitness } from '../../workers/checkpoints/submit-to-witnesses.js'
import { anApi } from '../api/an-api.js'
import type { AnApi } from '../api/an-api.js'
import { foundProgramme, nominate } from '../db/an-example.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

const signer = readSigner(makeSignerKey('log.example.org/gasme'))
const witnessKey = makeCosignerKey('witness.example.org')
const { verifierKey } = readCosigner(witnessKey)
const key = readWitnessKey(verifierKey)
if (key === undefined) throw new Error('No key of a witness.')
const log = pino({ level: 'silent' })
const clusters = [
  'gasme-C09-yueqing-1',
  'gasme-C13-chenghai-1',
  'gasme-C01-dali-1',
  'gasme-C02-shaoxing-1',
  'gasme-C02-keqiao-1',
]

/** A second Cornerstone, which cosigns for ours, and ours: a ledger that grows by one base at a time. */
let other: AnApi
let url: string
let database: TestDatabase
let db: Kysely<Database>
let sequencer: Kysely<Database>
let sizes: number[] = []

const grow = async (): Promise<number> => {
  await nominate(db, { base: clusters[sizes.length] ?? '' })
  const made = await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  if (made === undefined) throw new Error('Nothing new.')
  sizes = [...sizes, made.size]
  return made.size
}

beforeAll(async () => {
  other = await anApi('a second Cornerstone', { WITNESS_KEY: witnessKey, WITNESSED_LOGS: signer.verifierKey })
  url = `${await other.app.listen({ port: 0, host: '127.0.0.1' })}/witness`
  database = await cloneDatabase('a log that is witnessed')
  db = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl, { max: 1 })
  await foundProgramme(db, ['AU'])
  await grow()
})
afterAll(async () => {
  await Promise.all([db.destroy(), sequencer.destroy()])
  await database.drop()
  await other.close()
})

let heard: string[] = []
beforeEach(() => {
  heard = []
})
const remembering: SendToWitness = async (to, body) => {
  heard.push(body.split('\n', 1)[0] ?? '')
  const response = await fetch(to, { method: 'POST', body })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}
const parts = () => ({ db, log, witnesses: [{ key, url }] })
const asked = (size: number, send: SendToWitness = remembering) =>
  submit({ ...parts(), send }, { witness: { key, url }, size })
const held = async (size: number) => {
  const rows = await db.selectFrom('checkpoint_attestation').selectAll().where('size', '=', size).execute()
  const text = textOf((await readNote(db, size)) ?? '')
  return rows.map(({ kind, name, body }) => ({
    kind,
    name,
    isTrue: readSignatureLine(body.trimEnd()).some((line) => isCosignature(line, { text, by: key })),
  }))
}
const kept = [{ kind: 'cosignature', name: 'witness.example.org', isTrue: true }]

test('one Cornerstone has its checkpoint cosigned by another over a real line, once', async () => {
  const [size = 0] = sizes
  expect(await submit(parts(), { witness: { key, url }, size })).toBe(true)
  expect(await held(size)).toEqual(kept)
  expect(await asked(size)).toBe(true)
  expect(heard).toEqual([])
})

test('the next one is proved to continue it', async () => {
  const [before = 0] = sizes
  const size = await grow()
  expect(await asked(size)).toBe(true)
  expect(heard).toEqual([`old ${before}`])
  expect(await held(size)).toEqual(kept)
})

test('while the witness is away the checkpoint waits, and it is said since when', async () => {
  const size = await grow()
  const away: SendToWitness = () => Promise.reject(new Error('connection refused'))
  expect(await asked(size, away)).toBe(false)
  expect(await held(size)).toEqual([])
  expect(await cosignedBy(db, key)).toMatchObject({ size: sizes[1], waitingSince: expect.any(String) })
  expect(await asked(size)).toBe(true)
  expect(await cosignedBy(db, key)).toMatchObject({ size, waitingSince: null })
})

test('where we do not know what the witness knows, it says so and is asked again from there', async () => {
  const size = await grow()
  const forgetful: SendToWitness = async (to, body) => {
    const isFirst = heard.length === 0
    return await remembering(to, isFirst ? body.replace(/^old \d+\n([^\n]+\n)*/, 'old 0\n') : body)
  }
  expect(await asked(size, forgetful)).toBe(true)
  expect(heard).toEqual(['old 0', `old ${sizes[2]}`])
})

test('evidence waits for those who cosign, and no longer than it was told for those who are away', async () => {
  const waits = { size: sizes.at(-1) ?? 0, patienceMs: 0 }
  expect(await cosignedByAll(db, { ...waits, keys: [] })).toBe(true)
  expect(await cosignedByAll(db, { ...waits, keys: [key] })).toBe(true)
  expect(await cosignedByAll(db, { ...waits, keys: [key, strangerOf().key] })).toBe(false)
})

test('evidence is given as soon as the last of them has cosigned', async () => {
  const size = sizes.at(-1) ?? 0
  const late = readCosigner(makeCosignerKey('late.example.org'))
  const keys = [key, publicOf(late.verifierKey)]
  expect(await cosignedByAll(db, { size, keys, patienceMs: 0 })).toBe(false)
  let isGiven = false
  const given = cosignedByAll(db, { size, keys, patienceMs: 60_000 }).finally(() => {
    isGiven = true
  })
  expect((await held(size)).map(({ name }) => name)).toEqual([key.name])
  expect(isGiven).toBe(false)
  const witness = { key: publicOf(late.verifierKey), url }
  expect(await submit({ ...parts(), send: cosigningAs(late) }, { witness, size })).toBe(true)
  expect(await given).toBe(true)
})

const publicOf = (text: string) => {
  const read = readWitnessKey(text)
  if (read === undefined) throw new Error('No key of a witness.')
  return read
}
/** A witness that asks for no proof. */
const cosigningAs =
  (cosigner: Cosigner): SendToWitness =>
  async (_, body) => {
    const note = body.slice(body.indexOf('\n\n') + 2)
    return { status: 200, type: 'text/plain', text: cosigner.cosign(textOf(note), 1_800_000_000) }
  }

/** A line of a witness over a text, which says another time than was signed. */
const retimed = (line: string): string => {
  const [dash, name, body = ''] = line.trimEnd().split(' ')
  const bytes = Buffer.from(body, 'base64')
  bytes.writeUInt8((bytes[11] ?? 0) ^ 1, 11)
  return `${dash} ${name} ${bytes.toString('base64')}\n`
}

test.each<[string, (cosigner: Cosigner, text: string) => string]>([
  ['the right key over another text', (cosigner, text) => cosigner.cosign(`${text}more\n`, 1_800_000_000)],
  ['the right key at another time than it says', (cosigner, text) => retimed(cosigner.cosign(text, 1_800_000_000))],
  ['the right key at no time', (cosigner, text) => cosigner.cosign(text, 0)],
  ['the right key after the year 9999', (cosigner, text) => cosigner.cosign(text, 253_402_300_800)],
  ['the right key, cut short', (cosigner, text) => `${cosigner.cosign(text, 1_800_000_000).slice(0, 60)}\n`],
  ['another key of that name', ({ name }, text) => readCosigner(makeCosignerKey(name)).cosign(text, 1_800_000_000)],
  ['nothing', () => ''],
])('a cosignature that is not true is not kept: %s', async (_, lineOf) => {
  const [, , , size = 0] = sizes
  const liar = readCosigner(makeCosignerKey('liar.example.org'))
  const by = publicOf(liar.verifierKey)
  const note = (await readNote(db, size)) ?? ''
  const lying: SendToWitness = async () => ({ status: 200, type: 'text/plain', text: lineOf(liar, textOf(note)) })
  expect(await submit({ ...parts(), send: lying }, { witness: { key: by, url }, size })).toBe(false)
  expect((await held(size)).filter(({ name }) => name === liar.name)).toEqual([])
})

const strangerOf = () => ({ key: publicOf(readCosigner(makeCosignerKey('stranger.example.org')).verifierKey) })

test.each([
  [{ status: 409, type: 'text/x.tlog.size', text: '999999\n' }, 'a witness that has seen a larger log'],
  [{ status: 409, type: 'text/plain', text: '1\n' }, 'a conflict of another kind'],
  [{ status: 409, type: 'text/x.tlog.size', text: '01\n' }, 'a size that is none'],
  [{ status: 422, type: 'text/plain', text: '' }, 'a witness that sees a fork'],
  [{ status: 403, type: 'text/plain', text: '' }, 'a witness that does not know the key'],
  [{ status: 404, type: 'text/plain', text: '' }, 'a witness that does not know the log'],
  [{ status: 500, type: 'text/plain', text: '' }, 'a witness that is broken'],
])('nothing is kept of any other answer: %j', async (answer) => {
  const [, , , size = 0] = sizes
  const { key: stranger } = strangerOf()
  const send: SendToWitness = async () => answer
  expect(await submit({ ...parts(), send }, { witness: { key: stranger, url }, size })).toBe(false)
})

/** A log of the process that is kept to be looked at: the level of each line and what it says. */
const aHeardLog = () => {
  const lines: string[] = []
  const write = (line: string): void => {
    const { level, msg, err }: { level: number; msg: string; err?: { message: string } } = JSON.parse(line)
    lines.push(`${pino.levels.labels[level]}: ${msg}${err === undefined ? '' : ` (${err.message})`}`)
  }
  return { lines, log: pino({}, { write }) }
}
const contradiction = 'error: a witness finds a checkpoint of this log to contradict one it has cosigned'
const larger = 'error: a witness has cosigned a larger checkpoint of this log than there is'
const tried = 'warn: a witness did not cosign; trying again'
const sized = (size: number, type = 'text/x.tlog.size') => ({ status: 409, type, text: `${size}\n` })

test.each([
  ['another root under our size, as version 1.0.0 answers', [0, 0], contradiction],
  ['the same without the size', [0, undefined], contradiction],
  ['another root under our size, as it is answered since', [0, 422], contradiction],
  ['another root, and a proof that holds for none', [422], contradiction],
  ['a size above ours', [1], larger],
  ['a size above ours, when it was asked from ours', [0, 1], larger],
  ['a size below ours that moved on between two questions', [-2, -1], tried],
  ['a size below ours, and then ours', [-1, 0], tried],
])('what a witness that knows something else is told as: %s', async (_, steps, says) => {
  const size = sizes.at(-1) ?? 0
  const answers = steps.map((step) =>
    step === 422
      ? { status: 422, type: 'text/plain', text: '' }
      : step === undefined
        ? sized(size, 'text/plain')
        : sized(size + step),
  )
  let at = 0
  const send: SendToWitness = async () => answers[at++] ?? { status: 500, type: '', text: '' }
  const heardLog = aHeardLog()
  const { key: stranger } = strangerOf()
  const asking = submit({ ...parts(), log: heardLog.log, send }, { witness: { key: stranger, url }, size })
  expect(await asking).toBe(false)
  expect([heardLog.lines, at]).toEqual([[says], steps.length])
})

const witnessOf = (cosigner: Cosigner, rest: string) => {
  const [witness] = witnessesFrom({ WITNESSES: [{ key: cosigner.verifierKey, rest }] })
  if (witness === undefined) throw new Error('No witness.')
  return witness
}
const reaches = async ({ verifierKey: text }: Cosigner, size: number | undefined): Promise<void> => {
  const end = performance.now() + 20_000
  while ((await cosignedBy(db, publicOf(text))).size !== size && performance.now() < end)
    await new Promise((resolve) => setImmediate(resolve))
  expect(await cosignedBy(db, publicOf(text))).toMatchObject({ size, waitingSince: null })
}

test('the worker asks by itself as long as it lives', async () => {
  const fresh = readCosigner(makeCosignerKey('fresh.example.org'))
  const witness = witnessOf(fresh, 'http://127.0.0.1:1/')
  expect(witness.url).toBe('http://127.0.0.1:1')
  const running = startWitnesses({ db, log, witnesses: [witness], send: cosigningAs(fresh) })
  await reaches(fresh, sizes.at(-1))
  await running.stop()
})

test('a witness that hangs holds up no other: the next checkpoint is cosigned while it hangs', async () => {
  const live = readCosigner(makeCosignerKey('live.example.org'))
  const hung = readCosigner(makeCosignerKey('hung.example.org'))
  let release: (error: Error) => void = () => undefined
  const hanging = new Promise<never>((_, reject) => {
    release = reject
  })
  hanging.catch(() => undefined)
  let questions = 0
  const send: SendToWitness = async (to, body) => {
    if (to.startsWith('http://live.')) return await cosigningAs(live)(to, body)
    questions += 1
    return await hanging
  }
  const witnesses = [witnessOf(hung, 'http://hung.example.org'), witnessOf(live, 'http://live.example.org')]
  const running = startWitnesses({ db, log, witnesses, send })
  await reaches(live, sizes.at(-1))
  await reaches(live, await grow())
  expect(questions).toBe(1)
  release(new Error('connection reset'))
  await running.stop()
})

test('a key that is none of a witness stops the worker at its start', () => {
  expect(() => witnessesFrom({ WITNESSES: [{ key: signer.verifierKey, rest: url }] })).toThrow(
    'is no public key of a witness',
  )
})
