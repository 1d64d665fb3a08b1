import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { signWhenDue } from '../../db/log/checkpoint.js'
import { placeSome } from '../../db/log/sequence.js'
import { entrySeal } from '../../db/seals/entry-seal.js'
import { entryHash } from '../../db/ledger.js'
import { aLedger, evidenceFrom, recordMore, signer, verdictOn, yueqing } from './a-ledger.js'
import { tampered } from './tampering.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
beforeAll(async () => {
  ledger = await aLedger('times of entries')
  await recordMore(ledger.app, 'the last one')
})
afterAll(() => ledger.close())

const minute = 60_000

/** The evidence when the last entry, which no checkpoint holds yet, says that it was recorded so much later or earlier. */
const evidenceWith = (shiftMs: number) =>
  tampered(ledger.owner, {
    does: async (trx) => {
      const rows = trx.selectFrom('ledger_entry').selectAll().where('stream', '=', yueqing)
      const row = await rows.orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
      const recorded_at = new Date(Date.parse(row.recorded_at) + shiftMs).toISOString()
      const hash = entryHash({ ...row, recorded_at })
      const own = { stream: yueqing, seq: row.seq }
      await trx
        .updateTable('ledger_entry')
        .set({ recorded_at, hash, seal: entrySeal({ ...row, hash }) })
        .where('stream', '=', own.stream)
        .where('seq', '=', own.seq)
        .execute()
      await trx.updateTable('ledger_head').set({ hash }).where('stream', '=', own.stream).execute()
      await trx.updateTable('base').set({ head_hash: hash }).where('id', '=', own.stream).execute()
      await placeSome(trx)
      await signWhenDue(trx, { signers: [signer], atOnce: true })
    },
    look: (trx) => evidenceFrom(trx),
  })

const saidOf = async (shiftMs: number): Promise<readonly string[]> =>
  verdictOn(await evidenceWith(shiftMs)).faults.map(({ check, says }) => `${check}: ${says.en}`)

test('an entry recorded between two checkpoints fits, and one within five minutes of either', async () => {
  for (const shift of [0, -4 * minute, 4 * minute]) expect(await saidOf(shift)).toEqual([])
})

test('an entry that says it was recorded before a checkpoint that does not hold it is refused', async () => {
  const said = [
    expect.stringMatching(/^tree: Entry \d+ of gasme-C09-yueqing-1 says it was recorded at .*, but the checkpoint/),
  ]
  expect(await saidOf(-30 * 24 * 60 * minute)).toEqual(said)
  expect(await saidOf(-6 * minute)).toEqual(said)
})

test('an entry that says it was recorded after the checkpoint that holds it is refused', async () => {
  expect(await saidOf(6 * minute)).toEqual([expect.stringContaining('later than the checkpoint')])
})
