import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CompiledQuery } from 'kysely'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { askStatement } from '../../db/log/ask-statement.js'
import { signStatements, statementFor } from '../../db/log/statement.js'
import { aLedger, elsewhere, signer, yueqing } from '../verify/a-ledger.js'
import { tampered } from '../verify/tampering.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let size: number
beforeAll(async () => {
  ledger = await aLedger('statements')
  const last = await ledger.app.selectFrom('checkpoint').select('size').orderBy('size', 'desc').executeTakeFirst()
  size = last?.size ?? 0
})
afterAll(() => ledger.close())

const manifest = 'ab'.repeat(32)
const stating = { signers: [signer], verifier: async () => 'cd'.repeat(32) }
const ofBase = () => ({ kind: 'base' as const, subject: yueqing, size, manifest })

test('a statement says where each stream of the subject ended, and nothing of others', async () => {
  const answer = await statementFor(ledger.sequencer, { asked: ofBase(), ...stating })
  const { note = '' } = 'note' in answer ? answer : {}
  expect(note.split('\n').filter((line) => line.startsWith('stream '))).toEqual([
    expect.stringMatching(new RegExp(`^stream ${yueqing} \\d+ [0-9a-f]{64}$`)),
  ])
  expect(note).toContain(`\nmanifest ${manifest}\nverifier ${'cd'.repeat(32)}\n`)
  expect(note).not.toContain(elsewhere)
})

test('whoever asks waits for the answer of the sequencer, and hears why there is none', async () => {
  const asked = (about: object = {}) => askStatement(ledger.app, { ...ofBase(), ...about, patienceMs: 10_000 })
  const answering = async <T>(waiting: Promise<T>): Promise<T> => {
    while ((await signStatements(ledger.sequencer, stating)) === 0)
      await new Promise((resolve) => setImmediate(resolve))
    return await waiting
  }
  expect(await answering(asked())).toEqual({ note: expect.stringContaining(`subject base ${yueqing}\n`) })
  expect(await answering(asked({ subject: 'gasme-C01-dali-9' }))).toEqual({
    refused: expect.stringContaining('knows no stream'),
  })
  expect(await answering(asked({ size: size + 1 }))).toEqual({ refused: expect.stringContaining('none of the keys') })
  expect(await askStatement(ledger.app, { ...ofBase(), patienceMs: 0 })).toBeUndefined()
})

test('a key that has not signed the checkpoint states nothing about it', async () => {
  const signers = [readSigner(makeSignerKey('example.org/gasme'))]
  expect(await statementFor(ledger.sequencer, { asked: ofBase(), ...stating, signers })).toEqual({
    refused: expect.stringContaining('none of the keys in use'),
  })
})

test.each([
  ['a base taken out of it', `delete from checkpoint_record where subject = '${yueqing}'`],
  ['an end of a stream changed', `update checkpoint_record set record = record || '0' where subject = '${yueqing}'`],
  ['a stream put into it', `insert into checkpoint_record values ('stream', 'gasme-x', 1, 'stream gasme-x 1 00')`],
])('no statement is made over a state that is not the one that was signed: %s', async (_, change) => {
  const answer = await tampered(ledger.owner, {
    does: async (trx) => void (await trx.executeQuery(CompiledQuery.raw(change))),
    look: (trx) => statementFor(trx, { asked: { ...ofBase(), kind: 'programme', subject: 'gasme' }, ...stating }),
  })
  expect(answer).toEqual({ refused: expect.stringContaining('is not the one that was signed') })
})
