import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CompiledQuery } from 'kysely'
import { isCosignature, makeCosignerKey, readCosigner, readWitnessKey } from '../../db/cosigning/keys.js'
import { readLogCheckpoint, readSignatureLine, textOf } from '../../db/cosigning/notes.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { aLog, aRequest } from '../db/a-log.js'
import type { ALog } from '../db/a-log.js'
import { anApi, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'

const witnessKey = makeCosignerKey('witness.example.org/w1')
const { verifierKey } = readCosigner(witnessKey)
const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const
const signers = new Map(names.map((name) => [name, readSigner(makeSignerKey(`log.example.org/${name}`))]))
const signerOf = (name: (typeof names)[number]) => {
  const signer = signers.get(name)
  if (signer === undefined) throw new Error(`No log ${name}.`)
  return signer
}
const logOf = (name: (typeof names)[number]): ALog => aLog([signerOf(name)])
const settings = {
  WITNESS_KEY: witnessKey,
  WITNESSED_LOGS: [...signers.values()].map((signer) => signer.verifierKey).join(','),
}

let api: AnApi
beforeAll(async () => {
  api = await anApi('a witness of other logs', settings)
})
afterAll(() => api.close())

const send = async (payload: string | Buffer, type: string | undefined = 'text/plain') => {
  const headers = type === '' ? {} : { 'content-type': type }
  const answer = await api.app.inject({ method: 'POST', url: '/witness/add-checkpoint', payload, headers })
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body }
}

interface Step {
  readonly log: ALog
  readonly old: number
  readonly size: number
}

const ask = ({ log, old, size }: Step) =>
  send(aRequest({ old, proof: log.proof(old, size), note: log.checkpoint(size) }))

/** The lines of an answer that are true cosignatures of the witness on a note. */
const trueLines = (text: string, note: string) => {
  const by = readWitnessKey(verifierKey)
  if (by === undefined) throw new Error('No key of a witness.')
  return text
    .split('\n')
    .flatMap(readSignatureLine)
    .filter((line) => isCosignature(line, { text: textOf(note), by }))
}

test('a checkpoint is cosigned from nothing, and each that continues it; the cosignature is true and bears the time', async () => {
  const log = logOf('one')
  for (const [old, size] of [
    [0, 3],
    [3, 7],
    [7, 8],
    [8, 8],
    [8, 21],
  ] as const) {
    const answer = await ask({ log, old, size })
    expect({ old, status: answer.status, type: answer.type }).toEqual({
      old,
      status: 200,
      type: 'text/plain; charset=utf-8',
    })
    expect(answer.text).toMatch(/^(\u2014 witness\.example\.org\/w1 [A-Za-z0-9+/]+=*\n)+$/)
    const [line] = trueLines(answer.text, log.checkpoint(size))
    expect(line?.signature.readBigUInt64BE(0)).toBe(BigInt(Date.parse(dayOfTheApi) / 1000))
  }
})

test('another size than the one cosigned last is answered with that size, as text/x.tlog.size', async () => {
  const log = logOf('two')
  await ask({ log, old: 0, size: 9 })
  for (const old of [0, 4, 8, 10])
    expect(await ask({ log, old, size: 12 })).toEqual({ status: 409, type: 'text/x.tlog.size', text: '9\n' })
  // It is asked for before the proof is looked at, so that a log learns it with a proof from nothing.
  expect((await send(aRequest({ old: 0, note: log.checkpoint(12) }))).text).toBe('9\n')
})

test('what was cosigned is never taken back: an older checkpoint, a fork of the same size, and one that grew from a fork', async () => {
  const log = logOf('three')
  const fork = aLog([signerOf('three')], (at) => (at < 5 ? String(at) : `other ${at}`))
  await ask({ log, old: 0, size: 10 })
  expect(await ask({ log, old: 0, size: 6 })).toMatchObject({ status: 409, text: '10\n' })
  expect((await send(aRequest({ old: 10, note: log.checkpoint(6) }))).status).toBe(400)
  // Version 1.0.0 of the protocol has 409 here, its text since July 2026 has 422: a 409 always bears a size to go on from.
  expect((await ask({ log: fork, old: 10, size: 10 })).status).toBe(422)
  expect((await ask({ log: fork, old: 10, size: 16 })).status).toBe(422)
  expect((await send(aRequest({ old: 10, proof: log.proof(10, 16), note: fork.checkpoint(16) }))).status).toBe(422)
  // What the witness knows did not move, and the true log goes on.
  expect((await ask({ log, old: 10, size: 16 })).status).toBe(200)
})

const four = logOf('four')
const five = (hash: Buffer) => Array.from({ length: 5 }, () => hash)
const empty = createHash('sha256').digest('base64')
const origin = 'log.example.org/four'
const unsigned = `${origin}\n4\n${four.root(4).toString('base64')}\n\n`
const stranger = readSigner(makeSignerKey('log.example.org/four'))
const strangers = aLog([stranger])
const signed = (text: string, by = signerOf('four')): string => {
  const body = Buffer.concat([Buffer.from(by.id, 'hex'), by.sign(text)]).toString('base64')
  return `${text}\n\u2014 ${by.name} ${body}\n`
}

const answers: readonly { readonly what: string; readonly status: number; readonly body: string | Buffer }[] = [
  { what: 'nothing', status: 400, body: '' },
  { what: 'garbage', status: 400, body: 'not at all' },
  {
    what: 'bytes that are no text',
    status: 400,
    body: Buffer.concat([Buffer.from('old 0\n\n'), Buffer.of(255, 254, 10, 10)]),
  },
  { what: 'no old size', status: 400, body: `\n${four.checkpoint(4)}` },
  { what: 'an old size with a leading nought', status: 400, body: aRequest({ old: '00', note: four.checkpoint(4) }) },
  { what: 'an old size below nothing', status: 400, body: aRequest({ old: '-1', note: four.checkpoint(4) }) },
  { what: 'an old size that is no number', status: 400, body: aRequest({ old: '1e3', note: four.checkpoint(4) }) },
  {
    what: 'an old size above that of the checkpoint',
    status: 400,
    body: aRequest({ old: 5, note: four.checkpoint(4) }),
  },
  { what: 'no empty line', status: 400, body: `old 0\n${four.checkpoint(4)}` },
  { what: 'a proof that is no base64', status: 400, body: `old 0\nnot base64!\n\n${four.checkpoint(4)}` },
  { what: 'a hash that is too short', status: 400, body: `old 0\nAAAA\n\n${four.checkpoint(4)}` },
  {
    what: 'more than 63 hashes',
    status: 400,
    body: aRequest({ old: 0, proof: Array.from({ length: 64 }, () => four.root(1)), note: four.checkpoint(4) }),
  },
  { what: 'a note without a last line break', status: 400, body: `old 0\n\n${four.checkpoint(4)}`.trimEnd() },
  { what: 'a note without a signature', status: 400, body: `old 0\n\n${unsigned}` },
  {
    what: 'a tab in the note',
    status: 400,
    body: `old 0\n\n${signed(`${origin}\n4\n${four.root(4).toString('base64')}\n\tmore\n`)}`,
  },
  {
    what: 'an empty line below the root',
    status: 400,
    body: `old 0\n\n${signed(`${origin}\n4\n${four.root(4).toString('base64')}\n\nmore\n`)}`,
  },
  {
    what: 'a size with a leading nought',
    status: 400,
    body: `old 0\n\n${signed(`${origin}\n04\n${four.root(4).toString('base64')}\n`)}`,
  },
  { what: 'a root that is none', status: 400, body: `old 0\n\n${signed(`${origin}\n4\nAAAA\n`)}` },
  {
    what: 'a log nobody named here',
    status: 404,
    body: aRequest({ old: 0, note: signed(`else.example.org\n1\n${empty}\n`) }),
  },
  { what: 'a key that is not that of the log', status: 403, body: aRequest({ old: 0, note: strangers.checkpoint(4) }) },
  {
    what: 'a false signature under the name and id of the key',
    status: 403,
    body: aRequest({ old: 0, note: four.checkpoint(4).replace(/\n4\n/, '\n3\n') }),
  },
  {
    what: 'a true and a false signature of the same key',
    status: 403,
    body: aRequest({ old: 0, note: `${four.checkpoint(4)}${four.checkpoint(5).split('\n').at(-2)}\n` }),
  },
  {
    what: 'a proof from nothing',
    status: 422,
    body: aRequest({ old: 0, proof: five(four.root(2)), note: four.checkpoint(4) }),
  },
  {
    what: 'no leaves and a root of some',
    status: 422,
    body: aRequest({ old: 0, note: signed(`${origin}\n0\n${four.root(4).toString('base64')}\n`) }),
  },
]

test.each(answers)('$what: $status', async ({ status, body }) => {
  const answer = await send(body)
  expect(answer.status).toBe(status)
  expect(answer.type).toContain('application/problem+json')
})

test('what was refused left nothing behind; the empty tree, lines below the root and signatures of others are taken', async () => {
  const rows = await api.parts.db.selectFrom('witnessed_log').select('origin').where('origin', '=', origin).execute()
  expect(rows).toEqual([])
  expect((await ask({ log: four, old: 0, size: 0 })).status).toBe(200)
  const twice = aLog([signerOf('four'), stranger])
  const note = twice.checkpoint(4, ['state of something', 'time of something'])
  const answer = await send(aRequest({ old: 0, note }))
  expect(answer.status).toBe(200)
  expect(trueLines(answer.text, note)).toHaveLength(1)
})

test.each(['', 'text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded', 'application/json'])(
  'the protocol names no content type, so any is taken: "%s"',
  async (type) => {
    const log = logOf('five')
    const known = await send(aRequest({ old: 999, note: log.checkpoint(1_000) }), type)
    const old = Number(known.text)
    expect(
      (await send(aRequest({ old, proof: log.proof(old, old + 1), note: log.checkpoint(old + 1) }), type)).status,
    ).toBe(200)
  },
)

test('of many requests at once exactly one goes on from each size, and every cosignature lies on one line of sizes', async () => {
  const log = logOf('six')
  await ask({ log, old: 0, size: 5 })
  const fork = aLog([signerOf('six')], (at) => (at < 5 ? String(at) : `other ${at}`))
  const sizes = Array.from({ length: 20 }, (_, at) => 6 + at)
  const all = await Promise.all(
    sizes.map(async (size) => ({ size, ...(await ask({ log: size % 2 === 0 ? log : fork, old: 5, size })) })),
  )
  const [won, ...more] = all.filter(({ status }) => status === 200)
  expect(more).toEqual([])
  expect(all.filter(({ status }) => status === 409).map(({ text }) => text)).toEqual(
    Array.from({ length: 19 }, () => `${won?.size}\n`),
  )
})

test('a process that comes after one that died knows what was cosigned: it lies in the database before the answer is given', async () => {
  const log = logOf('seven')
  await ask({ log, old: 0, size: 5 })
  const row = await api.parts.db
    .selectFrom('witnessed_log')
    .selectAll()
    .where('origin', '=', 'log.example.org/seven')
    .executeTakeFirstOrThrow()
  expect([row.size, row.root]).toEqual([5, log.root(5).toString('hex')])
  // Nothing of it is kept in the process: whoever asks with the state of before is sent there.
  expect(await ask({ log, old: 0, size: 5 })).toMatchObject({ status: 409, text: '5\n' })
})

test.each([
  'update witnessed_log set size = 4 where size = 5',
  `update witnessed_log set root = '${'0'.repeat(64)}' where size = 5`,
  "update witnessed_log set origin = 'else' where size = 5",
  'delete from witnessed_log',
  'truncate witnessed_log',
])('nobody with the role of the program takes back what was cosigned: %s', async (statement) => {
  await expect(api.parts.db.executeQuery(CompiledQuery.raw(statement))).rejects.toThrow(
    /moves on and never back|permission denied/,
  )
})

test('the checkpoint cosigned last is there for everybody, with the signature of the log and that of the witness alone', async () => {
  const log = aLog([signerOf('eight'), stranger])
  const of = (name: string): string => createHash('sha256').update(`log.example.org/${name}`).digest('hex')
  const read = (name: string) => api.app.inject({ url: `/witness/${of(name)}/checkpoint` })
  expect((await read('eight')).statusCode).toBe(404)
  await ask({ log, old: 0, size: 3 })
  await ask({ log, old: 3, size: 4 })
  const { statusCode, body } = await read('eight')
  expect(statusCode).toBe(200)
  const note = readLogCheckpoint(Buffer.from(body))
  expect([note?.size, note?.text]).toEqual([4, textOf(log.checkpoint(4))])
  expect(note?.signatures.map(({ name }) => name)).toEqual(['log.example.org/eight', 'witness.example.org/w1'])
  expect(trueLines(body, body)).toHaveLength(1)
})

test('a log that asks too often is told to wait, and one that sends too much is not read', async () => {
  const log = logOf('nine')
  expect((await send(`old 0\n\n${log.checkpoint(3)}${'\u2014 x AAAAAAAA\n'.repeat(12_000)}`)).status).toBe(413)
  const all = await Promise.all(Array.from({ length: 120 }, () => send('nothing')))
  expect(all.some(({ status }) => status === 429)).toBe(true)
})

test('an installation without the key of a witness is none', async () => {
  const other = await anApi('no witness')
  const answer = await other.app.inject({ method: 'POST', url: '/witness/add-checkpoint', payload: 'old 0\n' })
  expect(answer.statusCode).toBe(404)
  await other.close()
})
